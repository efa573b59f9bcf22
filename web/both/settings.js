// What was set differently: of the experiments, of the baselines, and of each package beyond that.
import { breakable, h, table } from "../shared/dom.js";
import { unitInIndonesian } from "../shared/units_id.js";

export function settings({ model, words, f }) {
  const unitText = (unit) => (f.lang === "id" ? unitInIndonesian(unit) : unit);
  const code = (text) => (text === "" ? words.hasNone : h("code", {}, breakable(text)));
  const keys = (rows, caption) => h("div", { class: "keys" }, table([words.setting, "A", "B", words.unit],
    rows.map(([key, a, b, unit]) => [h("code", {}, breakable(key)), code(a), code(b), unitText(unit)]), { caption, numeric: 99 }));
  const common = [...model.experiment, ...model.variants[0].settings];
  const own = model.variants.slice(1).filter(({ settings: rows }) => rows.length);
  return [
    h("h2", {}, words.settingsTitle),
    common.length || own.length ? null : h("p", { class: "lead" }, words.nothingDiffers),
    common.length > 0 && keys(common, words.settingsOfAll),
    own.map(({ title, settings: rows }) => [h("h3", {}, title), keys(rows, words.settingsBesides)]),
    model.only_a.length > 0 && h("p", { class: "note" }, words.onlyIn("A", model.only_a)),
    model.only_b.length > 0 && h("p", { class: "note" }, words.onlyIn("B", model.only_b)),
  ];
}
