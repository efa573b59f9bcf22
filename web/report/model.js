// The report's data as the program wrote it (sim/report/report.hpp), unpacked and looked up.

import { titleIn } from "../shared/language.js";
import { differencesOf } from "./model_rows.js";

const numbered = /^\d+[.)]?\s+/;

export function modelOf(raw) {
  const costs = new Map(), summaries = new Map(), fans = new Map(), structure = new Map(), ladders = new Map();
  for (const [variant, outcome, month, low, high] of raw.comparison?.structure ?? []) structure.set(`${variant} ${outcome} ${month}`, { low, high });
  for (const [variant, month, cost] of raw.comparison?.costs ?? []) costs.set(`${variant} ${month}`, cost);
  // kRp a ward more than another package.
  const extraCost = (variant, month, against = 0) => {
    const [own, other] = [variant, against].map((v) => (v === 0 ? 0 : costs.get(`${v} ${month}`)));
    return own === undefined || other === undefined ? undefined : own - other;
  };
  const compared = differencesOf(raw, extraCost);
  for (const [against, outcome, month, worth, price, steps, noMore] of raw.comparison?.ladders ?? [])
    ladders.set(`${against} ${outcome} ${month}`, { worth, price, steps, noMore });
  for (const [variant, outcome, month, n, mean, low, high] of raw.series?.summaries ?? [])
    summaries.set(`${variant} ${outcome} ${month}`, { n, mean, low, high });

  const unpacked = (changes, step) => {
    let last = 0;
    return changes.map((change) => (change === null ? null : (last += change) * step));
  };
  const titles = { variants: raw.variants.map((one) => ({ ...one })), levers: raw.designed?.levers?.map((one) => [...(Array.isArray(one) ? one : [])]) };
  const index = new Map(raw.outcomes.map((outcome, i) => [outcome.name, i]));
  return {
    ...raw,
    hasCurves: Boolean(raw.series),  // over months
    months: raw.series?.months ?? [],
    indexOf: (name) => index.get(name),
    compared,
    // What differences are held against: the package chosen where it was compared with the others, else the baseline.
    heldAgainst: (against, outcome, month) => (against > 0
      && raw.variants.some((_, v) => v > 0 && v !== against && compared(v, outcome, month, against)) ? against : 0),
    // What more money adds from a package on, step by step; undefined where nothing is better for certain.
    ladder: (against, outcome, month) => ladders.get(`${against} ${outcome} ${month}`),
    // Where the mean lies under other assumptions.
    under: (variant, outcome, month) => structure.get(`${variant} ${outcome} ${month}`),
    unpaired: raw.comparison?.unpaired ?? [],  // variants in other wards than the baseline's
    overParameters: Boolean((raw.comparison ?? raw.designed)?.over_parameters),
    cost: extraCost,
    summary: (variant, outcome, month) => summaries.get(`${variant} ${outcome} ${month}`),
    // Five curves over `months`: the mean of the worlds, and quantiles from 5 % to 95 %; null where there is nothing.
    fan: (variant, outcome) => {
      const key = `${variant} ${outcome}`;
      if (!fans.has(key)) {
        const packed = raw.series.fans[variant][outcome], step = raw.series.steps[outcome];
        const [q05, q25, mean, q75, q95] = packed ? packed.map((changes, i) => unpacked(changes, i === 2 ? step / 10 : step)) : [];
        fans.set(key, packed && { q05, q25, mean, q75, q95 });
      }
      return fans.get(key);
    },
    // Outcomes that anything was recorded of, those of the experiment's table first.
    recorded: [...new Set([...raw.outcomes_shown, ...raw.outcomes.keys()])].filter((k) => !raw.series || raw.series.steps[k] !== null),
    monthsCompared: raw.comparison?.months ?? raw.months_shown,
    setting: (section, name) => raw.settings.rows.find((row) => row[0] === section && row[1] === name),
    // "4 Supervision" is "Supervision" in a sentence, and so in "1 News + 4 Supervision".
    title: (variant) => {
      const levers = raw.designed?.kind === "factorial" ? raw.designed.levers.map(([, title]) => title).filter((title) => numbered.test(title)) : [];
      return levers.reduce((title, lever) => title.replace(lever, () => lever.replace(numbered, "")), raw.variants[variant].title).replace(numbered, "");
    },
    heading: raw.title || raw.name,
    // Titles in a language, where the files have them in it.
    speak(lang) {
      this.heading = titleIn(lang, raw) || raw.name;
      raw.variants.forEach((variant, v) => { variant.title = titleIn(lang, titles.variants[v]); });
      raw.answer?.answers.forEach((one) => { one.under = titleIn(lang, { title: (one.under_en ??= one.under), title_id: one.under_id }); });
      if (raw.designed?.kind === "factorial") raw.designed.levers.forEach((lever, i) => {
        lever[1] = titleIn(lang, { title: titles.levers[i][1], title_id: titles.levers[i][2] });
      });
      if (raw.designed?.kind === "optimisation") raw.designed.levers.forEach((lever) => {
        lever.title = titleIn(lang, { title: (lever.title_en ??= lever.title), title_id: lever.title_id });
      });
    },
    isLone: raw.variants.length === 1,
  };
}
