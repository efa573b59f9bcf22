// What the page of two results says, in English; names and definitions of outcomes are the report's.
import { en as report } from "../../report/words/en.js";

const count = (n, one, many) => `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;

export const en = {
  ...Object.fromEntries(["outcome", "month", "package", "unit", "language", "outcomeName", "definition", "monthAxis", "setting"]
    .map((key) => [key, report[key]])),
  amount: report.amount,
  skip: "Skip to the outcomes", sideBySide: "Two results side by side", title: "Two results side by side",
  cardOf: (one) => `${count(one.worlds, "world", "worlds")}, ${count(one.months, "month", "months")}, version ${one.version}`,
  folderOf: (folder) => `Folder ${folder}`,
  outcomesTitle: "What came of it", inA: "In A", inB: "In B", bLessA: "B less A", same: "the same",
  noFigure: "There is no figure of it in both.",
  tableOf: (name, month) => `Means of ${name} at month ${month}`,
  finding: ({ variant, name, month, a, b, row, amount, interval }) => {
    const start = `By month ${month} ${name} under ‘${variant}’ is ${a} in A and ${b} in B: `;
    if (row.same) return [start, "the same in every world."];
    if (!row.told) return [start, "which is higher isn’t sure ", interval, "."];
    return [start, "B is ", amount, row.difference > 0 ? " higher " : " lower ", interval, "."];
  },
  why: (why, worlds) => ({
    "": `Paired: world by world, in the ${count(worlds, "world", "worlds")} that both have.`,
    dice: "Not paired: other dice (another seed, or worlds of its own).",
    wards: "Different wards, not paired: other households or ties.",
    draws: "Not paired: worlds took other draws of the parameters.",
    no_world: "Not paired: no world is complete in both.",
  })[why],
  brackets: (over) => (over ? "Brackets hold what 90 % of the draws of the parameters expect."
    : "Brackets: 95 % interval (Monte Carlo); parameters are taken as known."),
  curvesTitle: "Month by month", curvesLead: "Means over worlds, with the range that holds 90 % of them.",
  curvesLabel: (name, variant) => `Curves of ${name} under ${variant} over the months, in A and in B`,
  dashed: "dashed and grey", solid: "solid and blue",
  gainsTitle: "What each package adds, in A and in B",
  gainsLead: "Each against the baseline of its own result; B less A says how much more it adds there. Only worlds that have " +
    "a figure on every side count.",
  settingsTitle: "What was set differently", nothingDiffers: "Nothing: both were set alike.",
  settingsOfAll: "Of both experiments, and of their baselines", settingsBesides: "Besides", hasNone: "none",
  onlyIn: (letter, names) => `In ${letter} alone: ${names.join(", ")}.`,
};
