// Both sides of the ward drawn beside each other, or one where there is no room; a household can be pointed at, clicked and walked from.
import { h } from "../shared/dom.js";
import { counts, kindOf, kinds, stateOf } from "../shared/picture.js";
import { theme } from "../shared/theme.js";
import { coloursOf, drawWard, mark } from "../shared/ward.js";
import { homeAt, layoutOf } from "../shared/ward_layout.js";
import { followHousehold } from "./ward_follow.js";
import { kindName, lanes, story, view } from "./ward_view.js";
import { words } from "./words.js";

const canvases = lanes.map((lane) => h("canvas", { tabindex: 0, role: "img", onclick: (event) => pick(lane, event),
  onmousemove: (event) => hint(lane, event), onmouseleave: () => { tip.hidden = true; }, onkeydown: (event) => walk(lane, event) }));
export const tip = h("p", { class: "tip", hidden: true });
const captions = lanes.map(() => h("figcaption", {}));
const figures = lanes.map((lane) => h("figure", { class: "side" }, captions[lane], canvases[lane]));
export const switcher = h("div", { class: "switch", role: "group", "aria-label": words.side }, lanes.map((lane) =>
  h("button", { type: "button", "aria-pressed": lane === 1, onclick: () => { view.active = lane; view.draw(); } })));
export const pictures = h("div", { class: "pictures" }, figures);
export const legend = h("ul", { class: "kinds" });

const wide = () => pictures.clientWidth >= 760;

function fitSides() {
  const both = wide();
  switcher.hidden = both;
  figures.forEach((figure, lane) => { figure.hidden = !both && lane !== view.active; });
  [...switcher.children].forEach((button, lane) => {
    button.setAttribute("aria-pressed", lane === view.active);
    button.textContent = view.names[lane];
  });
  captions.forEach((caption, lane) => { caption.textContent = view.names[lane]; });
}

let layout = null, layoutWidth = 0;
export const forgetLayout = () => { layout = null; };

export function drawPictures() {
  fitSides();
  const width = Math.floor(wide() ? (pictures.clientWidth - 20) / 2 : pictures.clientWidth), t = theme();
  if (!layout || layoutWidth !== width) {
    layout = layoutOf(view.ward, width, wide() ? 0.85 : 1.3);
    layoutWidth = width;
  }
  canvases.forEach((canvas, lane) => {
    if (figures[lane].hidden) return;
    drawWard(canvas, view.ward, layout, lane, view.month, t, { ties: view.ties, poor: view.poor, ...followed(lane) });
    const told = counts(view.ward.at(lane, view.month)).map((n, kind) => (n ? `${n} ${kindName(kinds[kind])}` : "")).filter(Boolean).join(", ");
    canvas.setAttribute("aria-label", `${view.names[lane]}, ${story.month(view.month).toLowerCase()}: ${told}. ${words.arrows}`);
  });
  drawLegend(t);
}

function followed(lane) {
  const { follow } = view;
  if (follow?.household !== undefined) return { household: follow.household, neighbours: follow.neighbours };
  return follow?.lane === lane ? { group: follow.group } : {};
}

// A canvas' own mark beside each word, so that shape and colour are both in the legend.
function drawLegend(t) {
  const both = lanes.map((lane) => counts(view.ward.at(lane, view.month)));
  legend.replaceChildren(...kinds.map((kind, i) => {
    const sample = h("canvas", { width: 28, height: 28, "aria-hidden": "true" });
    const context = sample.getContext("2d");
    context.scale(2, 2);
    mark(context, i, 7, 7, 4.2, coloursOf(t)[i]);
    return h("li", {}, sample, h("span", {}, kindName(kind)), h("b", { title: words.both(...view.names) }, `${both[0][i]} | ${both[1][i]}`));
  }));
}

const placeOf = (lane, event) => {
  const frame = canvases[lane].getBoundingClientRect();
  return homeAt(layout, event.clientX - frame.left, event.clientY - frame.top);
};

function pick(lane, event) {
  const place = placeOf(lane, event);
  view.active = lane;
  if (place >= 0) followHousehold(place);
}

function walk(lane, event) {
  const way = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 }[event.key], { ward } = view;
  if (!way || !ward) return;
  event.preventDefault();
  view.active = lane;
  const from = view.follow?.household ?? -1;
  followHousehold((from + way + ward.homes.length) % ward.homes.length);
}

function hint(lane, event) {
  const place = placeOf(lane, event);
  tip.hidden = place < 0;
  if (place < 0) return;
  const home = view.ward.homes[place], byte = view.ward.at(lane, view.month)[place];
  const more = [home.poor && words.isPoor, home.elite && words.isElite, home.head && words.isHead, stateOf(byte).listed && words.isListed].filter(Boolean);
  tip.textContent = `${words.householdIn(home.number + 1, home.rt + 1)}: ${kindName(kinds[kindOf(byte)])}${more.length ? ` (${more.join(", ")})` : ""}`;
  const frame = tip.parentElement.getBoundingClientRect();
  tip.style.left = `${Math.min(event.clientX - frame.left + 12, frame.width - 240)}px`;
  tip.style.top = `${event.clientY - frame.top + 16}px`;
}
