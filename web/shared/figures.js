// A table of a page as figures: what it shows as "+18.0 [+3.5, +59.6]" is three numbers, whatever language it is shown in.
// Drawings, words for screen readers and tools stay out. A cell is null, { text }, or { value, digits, signed, suffix, text }.
import { isGrouped } from "./format.js";

const leftOut = ".out-of-sight, [aria-hidden=true], svg, canvas, .take, .key";

export function textOf(element, between = " ") {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(leftOut).forEach((one) => one.remove());
  copy.querySelectorAll("small, li + li").forEach((one) => one.before(one.tagName === "LI" ? "; " : between));
  return copy.textContent.replace(/[\s\u00a0\u202f]+/g, " ").replace(/ ([,;])/g, "$1").trim();
}

const sign = "[+\u2212-]?";
const unsigned = { en: "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?", id: "(?:[1-9]\\d{0,2}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?" };
const tokens = Object.fromEntries(["en", "id"].map((lang) => [lang, `(?:${sign}${unsigned[lang]}|${sign}∞)`]));
const shapes = Object.fromEntries(["en", "id"].map((lang) => {
  const x = `(${tokens[lang]})`, suffix = "( ?%)?", range = `\\[${x}${suffix}[,;] ?${x}${suffix}\\]${suffix}`;
  return [lang, { one: new RegExp(`^${x}${suffix}$`), both: new RegExp(`^${x}${suffix} ${range}$`), range: new RegExp(`^${range}$`),
    error: new RegExp(`^${x}${suffix} ?± ?${x}${suffix}$`) }];
}));

// One number as it is written; null where it can't be told what it is.
function number(text, lang, suffix = "") {
  const body = text.replace("\u2212", "-");
  if (body.includes("∞")) return { text };
  // "1.125" in Indonesian is a thousand only where the page has grouped it.
  if (lang === "id" && body.includes(".") && !body.includes(",") && !isGrouped(body.replace(/^[+-]/, ""))) return null;
  const plain = lang === "id" ? body.replaceAll(".", "").replace(",", ".") : body.replaceAll(",", "");
  return { value: Number(plain), digits: (plain.split(".")[1] ?? "").length, signed: body.startsWith("+"), suffix: suffix?.trim() ?? "", text };
}

// What a text holds: { value }, { value, low, high }, { low, high } or { value, error }, each a cell; null: words.
function figuresIn(text, lang) {
  const of = (name) => shapes[lang][name].exec(text);
  const read = (found) => (Object.values(found).includes(null) ? null : found);
  let at;
  if ((at = of("one"))) return read({ value: number(at[1], lang, at[2]) });
  if ((at = of("both"))) {
    const suffix = at[2] ?? at[7];
    return read({ value: number(at[1], lang, suffix), low: number(at[3], lang, at[4] ?? suffix), high: number(at[5], lang, at[6] ?? suffix) });
  }
  if ((at = of("range"))) return read({ low: number(at[1], lang, at[2] ?? at[5]), high: number(at[3], lang, at[4] ?? at[5]) });
  if ((at = of("error"))) return read({ value: number(at[1], lang, at[2] ?? at[4]), error: number(at[3], lang, at[4]) });
  return null;
}

const rounded = (x) => {
  const value = Number(Math.abs(x) >= 1 ? Number(x).toFixed(2) : Number(x).toPrecision(3));
  return { value, digits: Math.min(4, (String(value).split(".")[1] ?? "").length), signed: false, suffix: "", text: String(value) };
};

// A cell of the page: figures, words, or nothing.
function cellOf(element, lang, isName) {
  const plot = element.querySelector("svg.plot");
  if (plot && !textOf(element)) {
    const label = plot.getAttribute("aria-label")?.replace(/[\s\u00a0\u202f]+/g, " ").trim();
    return { drawn: true, figures: label ? figuresIn(label, lang) : null };
  }
  const text = textOf(element), own = element.querySelector("[data-value]");
  if (own) {
    const { value, low, high } = own.dataset, shown = figuresIn(text, lang);
    return { figures: { value: { ...rounded(value), signed: shown?.value?.signed ?? false },
      ...(low !== undefined && { low: rounded(low), high: rounded(high) }) } };
  }
  if (text === "" || text === "–") return { empty: true };
  if (isName) return { text, figures: /^\d{1,3}$/.test(text) ? figuresIn(text, lang) : null };
  // Settings are written as a file has them, in every language.
  const code = element.querySelector("code");
  if (code && code.textContent.trim() === text) {
    const plain = /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
    const digits = (text.split(".")[1] ?? "").length;
    return { text, figures: plain === null ? null : { value: { value: plain, digits, signed: false, suffix: "", text } } };
  }
  return { text, figures: figuresIn(text, lang) };
}

// Rows of cells as they lie in the table's columns, one entry a column whatever they span.
const spread = (row) => [...row.cells].flatMap((cell) => Array.from({ length: cell.colSpan }, () => cell));

// One column of the page as one to three columns: { heads, cellsOf(cell) }.
function column(head, cells, names) {
  const has = (key) => cells.some(({ figures }) => figures?.[key]);
  const keys = ["value", "error", "low", "high"].filter(has);
  const named = cells.every(({ figures, empty }) => empty || figures);
  if (!keys.length || (cells[0]?.isName && !named)) return { heads: [head], cellsOf: (cell) => [cell.empty ? null : { text: cell.text ?? "" }] };
  const all = cells.flatMap(({ figures }) => (figures ? Object.values(figures) : [])).filter((one) => "value" in one);
  const percent = all.length > 0 && all.every(({ suffix }) => suffix === "%");
  const first = percent && !/%|points|poin/.test(head) ? `${head}, %`.replace(/^, /, "") : head;
  const heads = keys.map((key) => (key === "value" || (key === "low" && keys[0] !== "value" && keys.length < 2) ? first
    : `${first}: ${names[key]}`.replace(/^: /, "")));
  const bare = (cell) => cell && (percent && "value" in cell ? { ...cell, suffix: "" } : cell);
  const words = (text) => ({ text: text ?? "" });
  return { heads, cellsOf: ({ figures, text, empty }) => keys.map((key, i) => (figures ? bare(figures[key]) ?? null : empty || i ? null : words(text))) };
}

// { title, head: [text], rows: [[cell]] }.
export function sheetOf(table, lang, words, title) {
  const body = [...table.tBodies].flatMap((part) => [...part.rows]);
  const heads = table.tHead ? spread(table.tHead.rows[table.tHead.rows.length - 1]) : [];
  const rows = body.map((row) => spread(row).map((cell, c) => ({ ...cellOf(cell, lang, c === 0), isName: c === 0 })));
  const width = Math.max(heads.length, ...rows.map((row) => row.length));
  const out = { title, head: [], rows: rows.map(() => []) };
  for (let c = 0; c < width; ++c) {
    const cells = rows.map((row) => row[c] ?? { empty: true }), drawn = cells.some((cell) => cell.drawn);
    const isSame = c > 0 && heads[c] && heads[c] === heads[c - 1];  // the figures beside a drawing that says more
    if (drawn && !cells.some((cell) => cell.figures)) continue;
    if (isSame && rows.some((row) => row[c - 1]?.drawn && row[c - 1].figures)) continue;
    const { heads: own, cellsOf } = column(heads[c] ? textOf(heads[c], ", ") || heads[c].textContent.trim() : "", cells, words);
    out.head.push(...own);
    cells.forEach((cell, r) => out.rows[r].push(...cellsOf(cell)));
  }
  return out;
}
