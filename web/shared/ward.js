// The ward drawn on a canvas: RW as blocks, RT as plots in them, a mark for each household.
import { kindOf, kinds, membersAt } from "./picture.js";
import { svgContext } from "./svg_context.js";
import { canBeDrawn } from "./take.js";
import { h } from "./dom.js";
import { faded } from "./theme.js";

// Colours of the kinds in this theme, told apart by colour-blind people; shapes say the same.
export const coloursOf = (t) => [t.series[1], t.series[4], t.series[2], t.series[0], t.series[5], t.muted, t.line];

export function mark(context, kind, x, y, r, colour) {
  context.fillStyle = context.strokeStyle = colour;
  const { mark: shape } = kinds[kind];
  context.beginPath();
  if (shape === "cross") {
    context.lineWidth = Math.max(1.2, r * 0.55);
    context.moveTo(x - r, y - r);
    context.lineTo(x + r, y + r);
    context.moveTo(x + r, y - r);
    context.lineTo(x - r, y + r);
    context.stroke();
  } else if (shape === "diamond") {
    context.moveTo(x, y - r * 1.2);
    context.lineTo(x + r * 1.2, y);
    context.lineTo(x, y + r * 1.2);
    context.lineTo(x - r * 1.2, y);
    context.fill();
  } else {
    context.arc(x, y, shape === "large" ? r : shape === "dot" ? r * 0.72 : r * 0.5, 0, 7);
    context.fill();
  }
}

// The same as SVG.
function onSvg(opened, layout, lane, month, t, look) {
  const { context, content } = svgContext(), scale = window.devicePixelRatio || 1;
  drawWard({ style: {}, getContext: () => context }, opened, layout, lane, month, t, look);
  const lang = document.documentElement.lang, key = kinds.map((kind, i) => {
    const own = svgContext();
    mark(own.context, i, 8, -4, 5, coloursOf(t)[i]);
    return { text: lang === "id" ? kind.id_ : kind.en, mark: own.content };
  });
  return { content: h("g", { transform: `scale(${1 / scale})` }, content), width: layout.width, height: layout.height, key };
}

// Draws a month of a lane. `look`: { ties, group, household, neighbours, poor }.
export function drawWard(canvas, opened, layout, lane, month, t, look = {}) {
  if (canvas.isConnected !== undefined) canBeDrawn(canvas, (paper) => onSvg(opened, layout, lane, month, paper, look));
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.round(layout.width * scale);
  canvas.height = Math.round(layout.height * scale);
  Object.assign(canvas.style, { width: `${layout.width}px`, height: `${layout.height}px` });
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  context.clearRect(0, 0, layout.width, layout.height);
  const { points, size } = layout, bytes = opened.at(lane, month), colours = coloursOf(t);
  const r = Math.max(1.1, Math.min(5, size * 0.36));
  for (const block of layout.blocks) {
    context.fillStyle = t.faint;
    context.beginPath();
    context.roundRect(block.x, block.y, block.width, block.height, 6);
    context.fill();
    context.fillStyle = t.muted;
    context.font = `12px ${t.font}`;
    context.fillText(`RW ${block.rw + 1}`, block.x + 6, block.y + 12);
  }
  context.fillStyle = t.paper;
  for (const plot of layout.plots) {
    context.beginPath();
    context.roundRect(plot.x - 1.5, plot.y - 1.5, plot.width + 3, plot.height + 3, 3);
    context.fill();
  }
  if (look.ties) {
    context.strokeStyle = faded(t.muted, opened.ties.length > 3000 ? 0.1 : 0.16);
    context.lineWidth = 0.6;
    context.beginPath();
    for (const [a, b] of opened.ties) {
      context.moveTo(points[2 * a], points[2 * a + 1]);
      context.lineTo(points[2 * b], points[2 * b + 1]);
    }
    context.stroke();
  }
  drawGroups(context, opened, layout, lane, month, t, look.group);
  // Quieter kinds first, so that the telling ones lie on top.
  for (let kind = kinds.length - 1; kind >= 0; --kind)
    bytes.forEach((byte, i) => { if (kindOf(byte) === kind) mark(context, kind, points[2 * i], points[2 * i + 1], r, colours[kind]); });
  if (look.poor) {
    context.strokeStyle = t.ink;
    context.lineWidth = 0.8;
    opened.homes.forEach((home, i) => { if (home.poor) ring(context, points, i, r + 1.4); });
  }
  if (look.household !== undefined && look.household !== null) followed(context, layout, look, t, r);
}

function ring(context, points, i, r) {
  context.beginPath();
  context.arc(points[2 * i], points[2 * i + 1], r, 0, 7);
  context.stroke();
}

// Members of a group are joined to each other; a followed one stands out.
function drawGroups(context, opened, layout, lane, month, t, chosen) {
  opened.lanes[lane].groups.forEach((group, g) => {
    const stage = group.stage[month - group.founded];
    if (group.ghost || stage === undefined || (stage === 3 && g !== chosen)) return;
    const members = membersAt(opened.picture, group, month);
    if (members.length < 2) return;
    const { points } = layout;
    const x = members.reduce((sum, i) => sum + points[2 * i], 0) / members.length;
    const y = members.reduce((sum, i) => sum + points[2 * i + 1], 0) / members.length;
    context.strokeStyle = g === chosen ? t.ink : faded(t.accent, stage === 2 ? 0.25 : 0.55);
    context.lineWidth = g === chosen ? 1.8 : 1;
    context.beginPath();
    for (const i of members) {
      context.moveTo(x, y);
      context.lineTo(points[2 * i], points[2 * i + 1]);
    }
    context.stroke();
  });
}

function followed(context, layout, look, t, r) {
  const { points } = layout;
  context.strokeStyle = faded(t.ink, 0.55);
  context.lineWidth = 0.9;
  for (const other of look.neighbours ?? []) {
    context.beginPath();
    context.moveTo(points[2 * look.household], points[2 * look.household + 1]);
    context.lineTo(points[2 * other], points[2 * other + 1]);
    context.stroke();
  }
  context.strokeStyle = t.ink;
  context.lineWidth = 2;
  ring(context, points, look.household, r + 4);
}
