// 8. The ward of one world: RW as blocks, RT as plots, a mark for each household, at a chosen month.
import { whenLooksChange } from "../shared/charts.js";
import { coded, h, table } from "../shared/dom.js";
import { counts, kinds, opened } from "../shared/picture.js";
import { wardMap } from "../shared/map.js";
import { theme } from "../shared/theme.js";
import { coloursOf, drawWard, mark } from "../shared/ward.js";
import { layoutOf } from "../shared/ward_layout.js";

export function ward(page) {
  const { model, words, f } = page, raw = model.ward;
  if (!raw) return null;
  const heading = h("h2", {}, words.wardTitle);
  if (raw.missing) return h("section", { id: "ward" }, heading, h("p", { class: "note" }, coded(words.wardMissing[raw.missing])));
  const picture = opened(raw), kindName = (kind) => kind[f.lang === "id" ? "id_" : "en"];
  // The first month that the experiment shows in which its variants can differ.
  let month = model.months_shown.find((m) => m > (model.branch_at ?? -1)) ?? picture.months;
  const lanes = raw.variants.map((variant, lane) => {
    const canvas = h("canvas", { role: "img" }), holder = h("div", { class: "ward" }, canvas);
    return { lane, variant, canvas, holder, element: h("figure", {}, h("figcaption", {}, model.variants[variant].title), holder) };
  });
  const map = wardMap(f.lang, f.locale);
  const key = h("ul", { class: "kinds" }), figures = h("div");
  const shown = h("output", {}, String(month));
  const draw = () => {
    const t = theme(), numbers = lanes.map(({ lane }) => counts(picture.at(lane, month)));
    for (const { lane, variant, canvas, holder } of lanes) {
      if (!holder.clientWidth) continue;
      drawWard(canvas, picture, layoutOf(picture, holder.clientWidth), lane, month, t, { ties: true });
      canvas.setAttribute("aria-label",
        words.wardLabel(model.title(variant), month, kinds.map((kind, i) => `${kindName(kind)}: ${numbers[lane][i]}`).join(", ")));
    }
    key.replaceChildren(...kinds.map((kind, i) => h("li", {}, symbol(i, t), kindName(kind))));
    figures.replaceChildren(table([words.household, ...raw.variants.map((v) => model.variants[v].title)],
      kinds.map((kind, i) => [kindName(kind), ...numbers.map((own) => String(own[i]))]), { caption: words.wardCaption(month) }));
    map.draw(picture, lanes.map(({ lane, variant }) => ({ lane, title: model.variants[variant].title })), month, t);
    shown.textContent = String(month);
  };
  new ResizeObserver(draw).observe(lanes[0].holder);
  whenLooksChange(draw, lanes[0].holder);
  return h("section", { id: "ward" }, heading,
    h("p", { class: "lead" }, words.wardLead(raw)),
    h("p", { class: "choices" }, h("label", { class: "choice month" }, h("span", {}, words.month),
      h("input", { type: "range", min: 0, max: picture.months, value: month,
      oninput: (event) => { month = Number(event.target.value); draw(); } }), shown)),
    key, h("div", { class: "wards" }, lanes.map(({ element }) => element)),
    h("details", {}, h("summary", {}, words.seeTable), figures), map.element);
}

function symbol(kind, t) {
  const canvas = h("canvas", { width: 32, height: 32, "aria-hidden": "true", class: "symbol" });
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  mark(context, kind, 8, 8, 5, coloursOf(t)[kind]);
  return canvas;
}
