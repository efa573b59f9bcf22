// Pictures of charts, of tables with marks in them and of wards, as SVG on white paper that needs nothing else, and as PNG.
import { h } from "./dom.js";

const serial = (svg) => new XMLSerializer().serializeToString(svg);
let canvasForText = null;
const rulerIn = (font) => {
  canvasForText ??= document.createElement("canvas").getContext("2d");
  canvasForText.font = font;
  return canvasForText;
};
const fontOf = (style) => `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;

// Work done in the colours of paper, whatever the screen shows: nothing is painted in between.
export function onPaper(work) {
  const root = document.documentElement, was = root.classList.contains("on-paper");
  root.classList.add("on-paper");
  try {
    return work();
  } finally {
    root.classList.toggle("on-paper", was);
  }
}

function wrapped(text, font, width) {
  const ruler = rulerIn(font), lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && ruler.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// What lines and marks are, side by side and line below line. Each is { text, colour, dash }, a line, or { text, mark }, with its own mark
// around (8, -4).
function keyOf(key, width, edge, t) {
  const ruler = rulerIn(`12px ${t.font}`);
  let x = 0, line = 0;
  const entries = key.map(({ text, colour, dash, mark }) => {
    const before = mark ? 20 : 34, own = before + ruler.measureText(text).width + 18;
    if (x > 0 && x + own - 18 > width) [x, line] = [0, line + 1];
    const at = x;
    x += own;
    return h("g", { transform: `translate(${edge + at} ${line * 20})` },
      mark ?? h("line", { x1: 0, x2: 26, y1: -4, y2: -4, stroke: colour, "stroke-width": 2,
        "stroke-dasharray": Array.isArray(dash) ? dash.join(" ") : null }),
      h("text", { x: before, y: 0, "font-size": 12, "font-family": t.font, fill: t.muted }, text));
  });
  return { entries, lines: key.length ? line + 1 : 0 };
}

// Title above, where there is one, and source below a drawing: { svg, width, height }, the text of an SVG file. `key`: as above.
export function framed(drawing, { title, source, key = [], t }) {
  const edge = 16, width = drawing.width + 2 * edge, serif = "Georgia, 'Noto Serif', 'DejaVu Serif', serif";
  const titleLines = wrapped(title, `600 17px ${serif}`, drawing.width);
  const sourceLines = wrapped(source, `12px ${t.font}`, drawing.width);
  const lines = (all, y, step, more) => all.map((line, i) => h("text", { x: edge, y: y + i * step, ...more }, line));
  const { entries, lines: keyLines } = keyOf(key, drawing.width, edge, t);
  const top = edge + titleLines.length * 22 + (titleLines.length ? 6 : 0) + keyLines * 20;
  const height = top + drawing.height + 12 + sourceLines.length * 15 + edge - 4;
  const svg = h("svg", { xmlns: "http://www.w3.org/2000/svg", width: width, height, viewBox: `0 0 ${width} ${height}` },
    h("rect", { width: width, height, fill: "#ffffff" }),
    lines(titleLines, edge + 15, 22, { "font-size": 17, "font-weight": 600, "font-family": serif, fill: t.ink }),
    key.length > 0 && h("g", { transform: `translate(0 ${top - keyLines * 20 + 8})` }, entries),
    h("g", { transform: `translate(${edge} ${top})` }, drawing.content),
    lines(sourceLines, top + drawing.height + 22, 15, { "font-size": 12, "font-family": t.font, fill: t.muted }));
  return { svg: serial(svg), width: width, height };
}

const drawnBy = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "fill-opacity", "stroke-opacity", "opacity", "font-family",
  "font-size", "font-weight", "text-anchor"];

// A drawing of the page with its looks in it, as another place has no style sheet of ours.
function withLooks(svg, box) {
  const copy = svg.cloneNode(true), from = [svg, ...svg.querySelectorAll("*")], to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((one, i) => {
    const style = getComputedStyle(one);
    drawnBy.forEach((name) => to[i].setAttribute(name, style.getPropertyValue(name)));
    to[i].removeAttribute("class");
  });
  for (const [name, value] of Object.entries({ ...box, overflow: "visible" })) copy.setAttribute(name, value);
  return copy;
}

// Words that stand on one line, where they stand: [{ text, left, top, height }].
function linesOf(node) {
  const range = document.createRange(), lines = [];
  for (const word of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].trimEnd().length);
    const [box] = range.getClientRects(), last = lines[lines.length - 1];
    if (!box || box.width === 0) continue;
    if (last && Math.abs(last.top - box.top) < 2) last.text += word[0];
    else lines.push({ text: word[0], left: box.left, top: box.top, height: box.height });
  }
  return lines;
}

function textsOf(root, origin) {
  const texts = [], walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(".out-of-sight, .take, svg")) continue;
    const style = getComputedStyle(parent);
    if (style.visibility === "hidden" || style.display === "none") continue;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = rulerIn(fontOf(style)).measureText("x");
    for (const line of linesOf(node))
      texts.push(h("text", { x: line.left - origin.left, y: line.top - origin.top + (line.height - up - down) / 2 + up, fill: style.color,
        "font-family": style.fontFamily, "font-size": style.fontSize, "font-weight": style.fontWeight, "font-style": style.fontStyle }, line.text.trimEnd()));
  }
  return texts;
}

// A table with its marks, as it stands in the page: { content, width, height }.
export function tableDrawing(table) {
  const origin = table.getBoundingClientRect();
  const box = (one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return { x: left - origin.left, y: top - origin.top, width, height };
  };
  const fills = [...table.querySelectorAll("td, th, td span, th span")].map((one) => {
    const colour = getComputedStyle(one).backgroundColor;
    return colour !== "rgba(0, 0, 0, 0)" && one.getBoundingClientRect().width > 1 && h("rect", { ...box(one), fill: colour });
  });
  const rules = [...table.querySelectorAll("td, th")].map((one) => {
    const style = getComputedStyle(one), b = box(one);
    return style.borderBottomWidth !== "0px" && h("line",
      { x1: b.x, x2: b.x + b.width, y1: b.y + b.height, y2: b.y + b.height, stroke: style.borderBottomColor });
  });
  const marks = [...table.querySelectorAll("svg")].filter((svg) => !svg.parentElement.closest("svg")).map((svg) => withLooks(svg, box(svg)));
  return { content: [fills, rules, marks, textsOf(table, origin)], width: Math.ceil(Math.max(origin.width, table.scrollWidth)),
    height: Math.ceil(origin.height) };
}

// The picture as a PNG of `scale` times its size: a Blob.
export async function pngOf({ svg, width, height }, scale = 2.5) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("too large"))), "image/png"));
}
