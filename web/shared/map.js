// The ward as a map: outlines of RT or RW (sim/report/outlines.hpp), coloured by what share of the households there is in some state.
import { choice, h, table } from "./dom.js";
import { stateOf } from "./picture.js";
import { canBeDrawn } from "./take.js";
import { faded } from "./theme.js";

const words = {
  en: {
    title: "Map", colour: "Coloured by", nobody: "nobody to count", place: (rw, rt) => (rt === undefined ? `RW ${rw}` : `RW ${rw}, RT ${rt}`),
    label: (title, what, month, low, high) => `Map of ${title}: ${what}, month ${month}, from ${low} to ${high}`, and: "to",
    note: "Of the households drawn above, in one world. Grey: nobody to count, or not simulated here.", table: "The map as a table",
    missing: "The outlines can’t be drawn: ", where: "Place",
  },
  id: {
    title: "Peta", colour: "Diwarnai menurut", nobody: "tidak ada yang dihitung", place: (rw, rt) => (rt === undefined ? `RW ${rw}` : `RW ${rw}, RT ${rt}`),
    label: (title, what, month, low, high) => `Peta ${title}: ${what}, bulan ${month}, dari ${low} sampai ${high}`, and: "sampai",
    note: "Dari rumah tangga yang digambar di atas, dalam satu dunia. Abu-abu: tidak ada yang dihitung, atau tidak disimulasikan di sini.",
    table: "Peta sebagai tabel", missing: "Batas wilayah tidak dapat digambar: ", where: "Tempat",
  },
};

// Each a share: of those that `among` holds for, how many `is` holds for.
export const measures = [
  { id: "informed", en: "households that have heard of it", id_: "rumah tangga yang sudah mendengar", among: () => true, is: (s) => s.informed },
  { id: "joined", en: "households that take part", id_: "rumah tangga yang ikut serta", among: () => true, is: (s) => s.rung > 0 },
  { id: "member", en: "households in a group", id_: "rumah tangga anggota KSM", among: () => true, is: (s) => s.member },
  { id: "owing", en: "households with a loan", id_: "rumah tangga yang berutang", among: () => true, is: (s) => s.loan > 0 },
  { id: "default", en: "in default, of those with a loan", id_: "menunggak macet, dari yang berutang", among: (s) => s.loan > 0, is: (s) => s.loan === 3 },
  { id: "poor-listed", en: "on the list, of the poor", id_: "masuk daftar, dari yang miskin", among: (s, home) => home.poor, is: (s) => s.listed },
];

// By place of the map's kind: the share, or null where nobody is counted.
export function sharesOf(opened, of, lane, month, measure) {
  const all = new Map();
  opened.at(lane, month).forEach((byte, i) => {
    const home = opened.homes[i], state = stateOf(byte);
    if (!measure.among(state, home)) return;
    const own = all.get(home[of]) ?? [0, 0];
    all.set(home[of], [own[0] + (measure.is(state) ? 1 : 0), own[1] + 1]);
  });
  return new Map([...all].map(([place, [n, among]]) => [place, n / among]));
}

// The end of the scale: a round share that none is above.
const topOf = (shares) => {
  const most = Math.max(0.01, ...shares.flatMap((one) => [...one.values()]));
  return [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1].find((end) => most <= end + 1e-9) ?? 1;
};

const path = (rings) => rings.map((ring) => {
  let text = "";
  for (let i = 0; i < ring.length; i += 2) text += `${i ? "L" : "M"}${ring[i]} ${ring[i + 1]}`;
  return text + "Z";
}).join("");

// { element, draw(opened, lanes, month, theme) }, lanes: [{ lane, title }]. `map`: of the program; nothing is drawn where it is null.
export function wardMap(lang, locale) {
  const w = words[lang], element = h("div", { class: "map", hidden: true });
  const percent = (x) => `${(100 * x).toLocaleString(locale, { maximumFractionDigits: x > 0 && x < 0.1 ? 1 : 0 })}${lang === "id" ? "%" : "\u202f%"}`;
  const name = (measure) => (lang === "id" ? measure.id_ : measure.en);
  let chosen = measures[1], last = null;

  const figure = (map, shares, { title }, month, top, t) => {
    const known = [...shares.values()];
    const range = known.length ? [percent(Math.min(...known)), percent(Math.max(...known))] : [w.nobody, w.nobody];
    const colour = (share, look) => (share === undefined ? look.line : faded(look.series[0], 0.08 + 0.92 * Math.min(1, share / top)));
    const shapes = (look) => map.shapes.map(([place, rings], i) => h("path", { d: path(rings), fill: colour(shares.get(place), look), stroke: look.paper,
      "stroke-width": 1, "vector-effect": "non-scaling-stroke", "fill-rule": "evenodd", "data-place": place },
      h("title", {}, `${w.place(...map.names[i])}: ${shares.has(place) ? percent(shares.get(place)) : w.nobody}`)));
    const viewBox = `-40 -40 ${map.width + 80} ${map.height + 80}`;
    const svg = h("svg", { viewBox, role: "img", "aria-label": w.label(title, name(chosen), month, ...range) }, shapes(t));
    canBeDrawn(svg, (paper) => {
      const size = { width: 560, height: Math.round((560 * (map.height + 80)) / (map.width + 80)) };
      const steps = [0, 0.25, 0.5, 0.75, 1].map((x) => ({ text: percent(x * top), mark: h("rect", { x: 1, y: -11, width: 14, height: 14,
        fill: colour(x * top, paper) }) }));
      return { content: h("svg", { viewBox, ...size }, shapes(paper)), ...size, key: steps };
    });
    return h("figure", {}, h("figcaption", {}, title), svg);
  };

  function draw(opened, lanes, month, t) {
    last = [opened, lanes, month, t];
    const { map } = opened.picture;
    element.hidden = !map;
    if (!map) return;
    if (map.missing) return element.replaceChildren(h("p", { class: "note" }, w.missing + map.missing));
    const shares = lanes.map(({ lane }) => sharesOf(opened, map.of, lane, month, chosen)), top = topOf(shares);
    const steps = [0, 0.25, 0.5, 0.75, 1].map((x) => h("span", { style: { background: faded(t.series[0], 0.08 + 0.92 * x) } }));
    const open = element.querySelector("details")?.open;
    element.replaceChildren(h("h3", {}, w.title),
      choice(w.colour, measures.map((one) => ({ value: one.id, text: name(one) })), chosen.id, (id) => {
        chosen = measures.find((one) => one.id === id);
        draw(...last);
        element.querySelector("select").focus();
      }),
      h("p", { class: "scale" }, h("span", {}, percent(0)), h("span", { class: "steps", "aria-hidden": "true" }, steps), h("span", {}, percent(top))),
      h("div", { class: "maps" }, lanes.map((one, i) => figure(map, shares[i], one, month, top, t))),
      h("p", { class: "note" }, w.note),
      h("details", { open }, h("summary", {}, w.table), table([w.where, ...lanes.map(({ title }) => title)],
        map.shapes.map(([place], i) => [w.place(...map.names[i]), ...shares.map((own) => (own.has(place) ? percent(own.get(place)) : "–"))]),
        { caption: name(chosen) })));
  }
  return { element, draw };
}
