// Numbers as people read them, in English or Indonesian: shares in percent and their differences in percentage
// points, money in million rupiah.

import { unitInIndonesian } from "./units_id.js";

const minus = "\u2212", thin = "\u202f", hard = "\u00a0";

// Numbers of a thousand and more without decimals, as Indonesian has written them: what they are can't be told from their text alone.
const grouped = new Set();
export const isGrouped = (text) => grouped.has(text);

const words = {
  en: { locale: "en-GB", points: "points", point: "point", million: "million Rp", percent: `${thin}%`,
        zero: "≈" + hard + "0", none: "–" },
  id: { locale: "id-ID", points: "poin", point: "poin", million: "juta Rp", percent: "%",
        zero: "≈" + hard + "0", none: "–" },
};

// One of them, in prices.
const one = {
  en: { "groups a ward": "group", "households a ward": "household", visits: "visit", months: "month" },
  id: { "groups a ward": "KSM", "households a ward": "rumah tangga", visits: "kunjungan", months: "bulan" },
};

// What an outcome's unit asks for: { scale, sign behind a mean, name of the unit of means and of differences, perUnit: one of it in a
// price; priceScale, priceUnit: of kRp for one of it }.
export function unitOf(unit, lang) {
  const w = words[lang];
  if (unit === "share") return { scale: 100, sign: w.percent, name: "%", differenceName: w.points, perUnit: w.point, priceScale: 1e-3, priceUnit: w.million };
  if (unit.startsWith("kRp")) {
    const full = `million Rp${unit.slice(3)}`;
    const name = lang === "id" ? unitInIndonesian(full) : full;
    return { scale: 1e-3, sign: "", name, differenceName: name, perUnit: "Rp", priceScale: 1, priceUnit: "Rp" };
  }
  const name = lang === "id" ? unitInIndonesian(unit) : unit;
  return { scale: 1, sign: "", name, differenceName: name, perUnit: one[lang][unit] ?? name, priceScale: 1e-3, priceUnit: w.million };
}

export function formats(lang) {
  const w = words[lang];
  const number = (x, digits = 1) => {
    if (x === null || x === undefined || !Number.isFinite(x)) return w.none;
    // Without the noise of binary fractions: half of what is shown is rounded away from zero, as on a terminal (sim/base/text_layout.hpp).
    const text = Math.abs(Number(x.toPrecision(12))).toLocaleString(w.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    if (lang === "id" && digits === 0 && text.includes(".")) grouped.add(text);
    return (x < 0 ? minus : "") + text;  // -0.0 keeps its sign: which side of zero a bound lies on is worth knowing
  };
  const signed = (x, digits = 1) => (x > 0 ? "+" : "") + number(x, digits);
  // Two figures as an interval, with a semicolon where the comma is the decimal sign.
  const between = (low, high) => `[${low}${lang === "id" ? ";" : ","}${hard}${high}]`;
  // As many digits as tell apart figures of this size.
  const digitsFor = (largest) => (largest >= 1000 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 1 : 2);
  return {
    lang, locale: w.locale, words: w, number, signed, between, digitsFor,
    // Of an outcome in its own unit: "71.7 %".
    mean: (x, unit, digits = 1) => {
      const u = unitOf(unit, lang);
      const scaled = x === null ? null : x * u.scale;
      return number(scaled, digits) + (Number.isFinite(scaled) ? u.sign : "");
    },
    difference: (x, unit, digits = 1) => signed(x === null ? null : x * unitOf(unit, lang).scale, digits),
    // Of costs: a decimal where they are small.
    extra: (kRp) => (kRp === null || kRp === undefined ? w.none
      : signed(kRp / 1e3, Math.abs(kRp) < 1e4 && Math.abs(kRp) >= 50 ? 1 : 0).replace(/^[+\u2212]0$/, "0")),
    // "[+18.4, +28.9]".
    interval: (low, high, unit, digits = 1) => {
      const { scale } = unitOf(unit, lang);
      return between(signed(low * scale, digits), signed(high * scale, digits));
    },
    // Of the size of a difference that has a sign: "[18.4, 28.9]".
    sizes: (low, high, unit, digits = 1) => {
      const { scale } = unitOf(unit, lang), ends = [Math.abs(low * scale), Math.abs(high * scale)].sort((a, b) => a - b);
      return between(number(ends[0], digits), number(ends[1], digits));
    },
    // Of values, not differences: "[61.3 %, 80.2 %]".
    range: (low, high, unit, digits = 1) => {
      const { scale, sign } = unitOf(unit, lang);
      return `${between(number(low * scale, digits), number(high * scale, digits))}${sign}`;
    },
    // kRp in words: "22 million Rp", "Rp22 juta".
    money: (kRp, digits = null) => {
      const millions = kRp / 1e3;
      const d = digits ?? (Math.abs(millions) >= 10 ? 0 : Math.abs(millions) >= 1 ? 1 : 2);
      return lang === "id" ? `${kRp < 0 ? minus : ""}Rp${number(Math.abs(millions), d)}${hard}juta`
        : `${number(millions, d)}${hard}million${hard}Rp`;
    },
    // kRp for one of an outcome's unit, as a figure; `priceUnit` says of what.
    price: (kRp, unit) => {
      const x = kRp === null || kRp === undefined ? null : kRp * unitOf(unit, lang).priceScale;
      return number(x, x !== null && Math.abs(x) < 10 ? 2 : 1);
    },
    list: (parts, and) => parts.length < 2 ? parts.join("")
      : `${parts.slice(0, -1).join(", ")}${parts.length > 2 ? "," : ""} ${and} ${parts[parts.length - 1]}`,
  };
}
