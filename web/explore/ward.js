// The ward as a picture that plays through the months: the side that others are held against, and beside it the one that is shown.
import { h, table } from "../shared/dom.js";
import { whenLooksChange } from "../shared/charts.js";
import { wardMap } from "../shared/map.js";
import { counts, kinds, opened } from "../shared/picture.js";
import { theme } from "../shared/theme.js";
import { pictureAsked, reference, shown } from "./packages.js";
import { ask } from "./server.js";
import { nameOf } from "./sides.js";
import { state } from "./state.js";
import { fillFollow, followAgain, followPanel, namesChanged, showPast, storyPlace } from "./ward_follow.js";
import { drawPictures, forgetLayout, legend, pictures, switcher, tip } from "./ward_pictures.js";
import { monthText, play, slider } from "./ward_player.js";
import { kindName, lanes, view } from "./ward_view.js";
import { f, lang, whole, words } from "./words.js";

const worldChoice = h("select", { id: "world", onchange: () => { view.world = Number(worldChoice.value); load(); } });
const countsPlace = h("div", {});
const note = h("p", { class: "note" });
const map = wardMap(lang, f.locale);

const box = (name, label) => h("label", {}, h("input", { type: "checkbox", onchange: (event) => { view[name] = event.target.checked; draw(); } }), label);

const element = h("div", { class: "ward" },
  h("div", { class: "player" }, play,
    h("label", { class: "month", for: "ward-month" }, words.monthWord, monthText), slider,
    h("label", { class: "small", for: "world" }, h("span", {}, words.world), worldChoice), box("ties", words.ties), box("poor", words.ring)),
  switcher, legend, pictures, tip, note, followPanel, storyPlace,
  h("details", { class: "figures" }, h("summary", {}, words.wardTable), countsPlace), map.element);

function draw() {
  if (!view.ward || pictures.clientWidth === 0) return;
  drawPictures();
  monthText.textContent = view.month;
  slider.value = view.month;
  drawCounts();
  map.draw(view.ward, lanes.map((lane) => ({ lane, title: view.names[lane] })), view.month, theme());
  showPast();
}
view.draw = draw;

function drawCounts() {
  const both = lanes.map((lane) => counts(view.ward.at(lane, view.month)));
  countsPlace.replaceChildren(table([words.householdsWord, ...view.names], kinds.map((kind, i) => [kindName(kind), both[0][i], both[1][i]]),
    { caption: words.wardCaption(view.month, view.world + 1) }));
}

function fillChoices() {
  worldChoice.replaceChildren(...Array.from({ length: state.replicates }, (_, i) => h("option", { value: i, selected: i === view.world }, i + 1)));
  fillFollow();
}

function nameSides() {
  view.sides = [reference(), shown()];
  view.names = view.sides.map(nameOf);
}

let key = "";
async function load() {
  view.world = Math.min(view.world, state.replicates - 1);
  const body = pictureAsked({ replicate: view.world }), asking = JSON.stringify(body);
  if (asking === key && view.ward) {
    const before = view.names.join();
    nameSides();
    draw();
    return before === view.names.join() ? undefined : namesChanged();
  }
  key = asking;
  const answer = await ask("picture", body);
  if (key !== asking) return;
  if (answer.ended) return void (key = "");
  nameSides();
  view.ward = opened(answer);
  forgetLayout();
  view.month = Math.min(view.month || view.ward.months, view.ward.months);
  slider.max = view.ward.months;
  fillChoices();
  const ties = answer.shown_ties.length / 2;
  note.textContent = words.wardNote({ world: view.world + 1, worlds: state.replicates, all: whole(answer.households), every: answer.every,
    ties: whole(answer.ties), drawn: ties < answer.ties ? whole(ties) : "" });
  document.body.dataset.ward = "shown";
  draw();
  await followAgain();
}

new ResizeObserver(draw).observe(pictures);
whenLooksChange(draw, element);

const quietly = () => load().catch((error) => {
  key = "";
  note.textContent = error.message;
});
export const wardPanel = { element, show: quietly, update: quietly };
