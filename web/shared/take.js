// Tools by which charts, tables and pictures are taken out of a page: each gets a line below it, of which one word shows.
import { h } from "./dom.js";
import { sheetOf, textOf } from "./figures.js";
import { framed, onPaper, pngOf, tableDrawing } from "./pictures.js";
import { csvOf, htmlOf, tsvOf, xlsxOf } from "./sheets.js";
import { takeWords } from "./take_words.js";
import { theme } from "./theme.js";

// Of the page: its language, what files are called after, and where their figures come from.
let page = { lang: "en", name: "swadaya", source: () => "Swadaya" };
const drawings = new WeakMap();  // element -> () => { content, width, height, key }

// Says that an element can be drawn on paper: `draw(theme)` gives { content, width, height, key }.
export function canBeDrawn(element, draw) {
  drawings.set(element, draw);
  if (element.isConnected) equip(element);
}

// What an element is about: its caption, or its label, or the last heading before it.
export function titleOf(element) {
  const caption = element.caption ?? element.closest("figure")?.querySelector("figcaption");
  const label = element.getAttribute("aria-label") ?? element.closest("[aria-label]:not(section, main, aside)")?.getAttribute("aria-label");
  if (!element.caption && label) return element.tagName === "CANVAS" ? label.split(". ")[0] : label;  // a picture's goes on and says all
  if (caption && textOf(caption)) return textOf(caption);
  const heading = [...document.querySelectorAll("h1, h2, h3, h4, summary")].filter((one) => one.compareDocumentPosition(element) & 4).pop();
  return heading ? textOf(heading) : page.name;
}

const slug = (text) => text.normalize("NFKD").replace(/[^\w]+/g, "-").replace(/^-+|-+$/g, "").toLowerCase().slice(0, 70);
const fileOf = (title, ending) => `${[slug(page.name), slug(title)].filter(Boolean).join("-")}.${ending}`;

export function download(blob, name) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// Both as text and as a table with its numbers; the old way of copying, as it keeps what the new one takes out.
function copyText(text, html) {
  const put = (event) => {
    event.clipboardData.setData("text/plain", text);
    if (html) event.clipboardData.setData("text/html", html);
    event.preventDefault();
  };
  document.addEventListener("copy", put, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put);
  if (!done) throw new Error(words().noCopy);
}

async function copyPicture(picture) {
  if (!navigator.clipboard?.write || !window.ClipboardItem) throw new Error(words().noCopy);
  await navigator.clipboard.write([new ClipboardItem({ "image/png": pngOf(picture) })]);
}

const words = () => takeWords[page.lang];

function pictureOf(element) {
  return onPaper(() => {
    const t = theme(), drawing = element.tagName === "TABLE" ? tableDrawing(element) : drawings.get(element)(t);
    const hasTitle = element.caption && !element.caption.matches(".out-of-sight");  // drawn with the table
    return framed(drawing, { title: hasTitle ? "" : titleOf(element), source: page.source(), key: drawing.key, t });
  });
}

function pictureTools(element) {
  const w = words();
  return [
    ["png", "PNG", async () => { download(await pngOf(pictureOf(element)), fileOf(titleOf(element), "png")); return w.saved; }],
    ["svg", "SVG", () => { download(new Blob([pictureOf(element).svg], { type: "image/svg+xml" }), fileOf(titleOf(element), "svg")); return w.saved; }],
    ["copy-picture", element.tagName === "TABLE" ? w.copyPicture : w.copy, async () => { await copyPicture(pictureOf(element)); return w.copied; }],
  ];
}

function tableTools(element) {
  const w = words(), decimal = page.lang === "id" ? "," : ".", sheet = () => sheetOf(element, page.lang, w, titleOf(element));
  const csv = (sign) => [sign === "," ? "csv-comma" : "csv", w.csv(sign), () => {
    download(new Blob([csvOf(sheet(), sign)], { type: "text/csv;charset=utf-8" }), fileOf(titleOf(element), "csv"));
    return w.saved;
  }];
  const about = () => [[w.title, titleOf(element)], [w.source, page.source()], [w.address, location.href],
    [w.made, new Date().toLocaleDateString(page.lang === "id" ? "id-ID" : "en-GB", { dateStyle: "long" })]];
  return [
    ["copy", w.copy, () => { const own = sheet(); copyText(tsvOf(own, decimal), htmlOf(own, page.lang)); return w.copied; }],
    ...(decimal === "," ? [csv(","), csv(".")] : [csv("."), csv(",")]),
    ["xlsx", "XLSX", async () => { download(await xlsxOf(sheet(), about(), w), fileOf(titleOf(element), "xlsx")); return w.saved; }],
  ];
}

function toolsOf(element) {
  const isTable = element.tagName === "TABLE", said = h("span", { role: "status" });
  const tools = [...(isTable ? tableTools(element) : []), ...(!isTable || element.querySelector("svg.plot") ? pictureTools(element) : [])];
  const use = (work) => async () => {
    said.textContent = "";
    try {
      said.textContent = await work();
    } catch (error) {
      said.textContent = error.message === words().noCopy ? error.message : words().failed + error.message;
    }
  };
  const row = h("span", { class: "tools" });
  const details = h("details", { class: "take", ontoggle: () => {
    if (!details.open || row.firstChild) return;
    row.append(...tools.map(([kind, text, work]) => h("button", { type: "button", "data-take": kind, onclick: use(work) }, text)), said);
  }, onkeydown: (event) => {
    if (event.key !== "Escape" || !details.open) return;
    event.preventDefault();
    details.open = false;
    details.firstChild.focus();
  } }, h("summary", { "aria-label": words().saveWhat(titleOf(element)) }, words().save), row);
  return details;
}

const given = new WeakSet();
function equip(element) {
  if (given.has(element) || (element.tagName !== "TABLE" && !drawings.has(element))) return;
  given.add(element);
  if (element.matches(".chart")) element.append(toolsOf(element));
  else element.after(toolsOf(element));
}

const wanted = "table, .chart, canvas, figure > svg";
const equipIn = (node) => {
  if (node.matches?.(wanted)) equip(node);
  node.querySelectorAll?.(wanted).forEach(equip);
};

// Gives every table, chart and picture in `root` its tools, now and whenever one is added.
// `page`: { lang, name, source() }, as it is when a tool is made or used.
export function withTools(root, about) {
  page = about;
  if (!withTools.watched) withTools.watched = new WeakSet();
  if (withTools.watched.has(root)) return equipIn(root);
  withTools.watched.add(root);
  new MutationObserver((changes) => changes.forEach(({ addedNodes, target }) =>
    !target.closest?.("svg") && addedNodes.forEach((node) => node.nodeType === 1 && equipIn(node)))).observe(root, { childList: true, subtree: true });
  equipIn(root);
}
