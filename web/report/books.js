// 4. The two loan books: what is reported, and what is true.
import { axis, band, chart, line, tooltip } from "../shared/charts.js";
import { h, table } from "../shared/dom.js";
import { variantChoice } from "./choices.js";
import { monthAxis, scaledFan } from "./series.js";

export function books(page) {
  const { model, words, f, choices } = page;
  const reported = model.indexOf("reported_repayment"), real = model.indexOf("recovery");
  const there = (v) => model.fan(v, reported) && model.fan(v, real) && model.fan(v, real).mean.some((x) => x !== null);
  if (![...model.variants.keys()].some(there)) return null;
  const month = model.months_shown[model.months_shown.length - 1];
  const gap = (v) => [model.summary(v, reported, month), model.summary(v, real, month)];
  return h("section", { id: "books" },
    h("h2", {}, words.booksTitle), h("p", { class: "lead" }, words.booksLead),
    model.isLone ? null : h("p", { class: "choices" }, variantChoice(page)),
    choices.live(["variant"], () => {
      const v = choices.now.variant, [said, truth] = gap(v);
      return [said && truth && h("p", { class: "finding" }, words.booksGap(f.mean(said.mean, "share"), f.mean(truth.mean, "share"), f, month)),
        there(v) && h("figure", {}, chart({ label: words.booksLabel(model.title(v)), height,
          option: (t, width) => option(page, t, width, v, reported, real) }).element)];
    }),
    h("details", {}, h("summary", {}, words.seeTable),
      table([words.package, ...model.months_shown.flatMap((m) => [`${words.reported}, ${words.month.toLowerCase()} ${m}`,
        `${words.trueBook}, ${words.month.toLowerCase()} ${m}`])],
        model.variants.map((variant, v) => [variant.title, ...model.months_shown.flatMap((m) =>
          [reported, real].map((k) => f.mean(model.summary(v, k, m)?.mean ?? null, "share")))]))));
}

const height = 340, pixelsAPoint = 2.6;

function option({ model, words, f }, t, width, v, reported, real) {
  const months = model.months, said = scaledFan(model.fan(v, reported), 100), truth = scaledFan(model.fan(v, real), 100);
  // Names at the lines' ends keep a line's height between them.
  const apart = said.mean.at(-1) - truth.mean.at(-1), push = Math.max(0, (17 - Math.abs(apart) * pixelsAPoint) / 2) * (apart < 0 ? -1 : 1);
  const end = (text, colour, down) => ({ series: { endLabel: { show: true, formatter: text, color: colour, fontFamily: t.font, fontSize: 13,
    fontWeight: 600, offset: [0, down] } } });
  const bad = t.series[1];
  return {
    grid: { left: 8, right: Math.max(80, Math.min(110, width * 0.2)), top: 14, bottom: 40, containLabel: true },
    xAxis: monthAxis(t, words, model.last_month, width),
    yAxis: axis(t, { type: "value", min: 0, max: 100, interval: 25, axisLabel: { formatter: (x) => `${x}${f.words.percent}` } }),
    tooltip: tooltip(t, (at) => {
      const i = months.indexOf(at[0].value[0]);
      return [`${words.month} ${months[i]}`, `${words.reported}: ${f.number(said.mean[i])}${f.words.percent}`,
        `${words.trueBook}: ${f.number(truth.mean[i])}${f.words.percent}`];
    }, { trigger: "axis", axisPointer: { lineStyle: { color: t.muted } } }),
    series: [band(t, months, said.q05, said.q95, bad, 0.16), band(t, months, truth.q05, truth.q95, t.accent, 0.16),
      line(t, months, said.mean, bad, { dash: [6, 3], ...end(words.reported, bad, -push) }),
      line(t, months, truth.mean, t.accent, end(words.trueBook, t.accent, push))],
  };
}
