// The ward as a picture that plays through the months, both sides beside each other; one household or group can be followed.
import { h, table } from "../shared/dom.js";
import { coloursOf, drawWard, homeAt, layoutOf, mark } from "../shared/ward.js";
import { counts, kindOf, kinds, opened, stateOf } from "../shared/picture.js";
import { storyWords, tell } from "../shared/story.js";
import { wardMap } from "../shared/map.js";
import { theme } from "../shared/theme.js";
import { ask } from "./server.js";
import { asked, state } from "./state.js";
import { f, lang, whole, words as w } from "./words.js";

const words = storyWords[lang];
const kindName = (kind) => (lang === "id" ? kind.id_ : kind.en);
const sideNames = [w.baseline, w.changed];
let ward = null, key = "", world = 0, month = 0, timer = null, active = 1;
let follow = null;  // { household } or { group, lane }, and story
const look = { ties: false, poor: false };

const canvases = [0, 1].map((lane) => h("canvas", { tabindex: 0, role: "img", onclick: (event) => pick(lane, event),
  onmousemove: (event) => hint(lane, event), onmouseleave: () => { tip.hidden = true; }, onkeydown: (event) => walk(lane, event) }));
const tip = h("p", { class: "tip", hidden: true });
const sides = sideNames.map((title, lane) => h("figure", { class: "side" }, h("figcaption", {}, title), canvases[lane]));
const switcher = h("div", { class: "switch", role: "group", "aria-label": w.side }, sideNames.map((title, lane) =>
  h("button", { type: "button", "aria-pressed": lane === 1, onclick: () => { active = lane; fitSides(); draw(); } }, title)));
const pictures = h("div", { class: "pictures" }, sides);
const legend = h("ul", { class: "kinds" });
const slider = h("input", { type: "range", id: "ward-month", min: 0, max: 36, step: 1, value: 0, "aria-label": w.pictureMonth,
  oninput: () => { stop(); goTo(Number(slider.value)); } });
const monthText = h("output", { for: "ward-month" });
const play = h("button", { type: "button", id: "play", onclick: () => (timer ? stop() : start()) }, w.play);
const worldChoice = h("select", { id: "world", onchange: () => { world = Number(worldChoice.value); load(); } });
const householdChoice = h("select", { id: "follow-household", onchange: () => householdChoice.value !== "" && followHousehold(Number(householdChoice.value)) });
const groupChoice = h("select", { id: "follow-group", onchange: () => groupChoice.value !== "" && followGroup(Number(groupChoice.value)) });
const numberField = h("input", { type: "number", id: "follow-number", min: 1, step: 1, onchange: () => {
  const place = (Number(numberField.value) - 1) / ward.picture.every;
  if (Number.isInteger(place) && ward.homes[place]) followHousehold(place);
} });
const storyPlace = h("div", { class: "story", "aria-live": "polite" });
const countsPlace = h("div", {});
const note = h("p", { class: "note" });
const map = wardMap(lang, f.locale);

const box = (name, label) => h("label", {}, h("input", { type: "checkbox", onchange: (event) => { look[name] = event.target.checked; draw(); } }), label);

const element = h("div", { class: "ward" },
  h("div", { class: "player" }, play,
    h("label", { class: "month", for: "ward-month" }, w.monthWord, monthText), slider,
    h("label", { class: "small", for: "world" }, h("span", {}, w.world), worldChoice), box("ties", w.ties), box("poor", w.ring)),
  switcher, legend, pictures, tip, note,
  h("div", { class: "follow" },
    h("label", { class: "small", for: "follow-household" }, h("span", {}, w.follow), householdChoice),
    h("label", { class: "small", for: "follow-number" }, h("span", {}, w.byNumber), numberField),
    h("label", { class: "small", for: "follow-group" }, h("span", {}, w.orGroup), groupChoice)),
  storyPlace,
  h("details", { class: "figures" }, h("summary", {}, w.wardTable), countsPlace), map.element);

const wide = () => pictures.clientWidth >= 760;

// Two pictures side by side, or one where there is no room.
function fitSides() {
  const both = wide();
  switcher.hidden = both;
  sides.forEach((side, lane) => { side.hidden = !both && lane !== active; });
  [...switcher.children].forEach((button, lane) => button.setAttribute("aria-pressed", lane === active));
}

let layout = null, layoutWidth = 0;
function draw() {
  if (!ward || pictures.clientWidth === 0) return;
  fitSides();
  const width = Math.floor(wide() ? (pictures.clientWidth - 20) / 2 : pictures.clientWidth);
  if (!layout || layoutWidth !== width) {
    layout = layoutOf(ward, width, wide() ? 0.85 : 1.3);
    layoutWidth = width;
  }
  const t = theme();
  canvases.forEach((canvas, lane) => {
    if (sides[lane].hidden) return;
    drawWard(canvas, ward, layout, lane, month, t, { ...look, ...marked(lane) });
    const told = counts(ward.at(lane, month)).map((n, kind) => (n ? `${n} ${kindName(kinds[kind])}` : "")).filter(Boolean).join(", ");
    canvas.setAttribute("aria-label", `${sideNames[lane]}, ${words.month(month).toLowerCase()}: ${told}. ${w.arrows}`);
  });
  monthText.textContent = month;
  slider.value = month;
  drawLegend(t);
  drawCounts();
  map.draw(ward, sideNames.map((title, lane) => ({ lane, title })), month, t);
  storyPlace.querySelectorAll("li").forEach((line) => line.classList.toggle("past", Number(line.dataset.month) <= month));
}

function marked(lane) {
  if (follow?.household !== undefined) return { household: follow.household, neighbours: follow.neighbours };
  return follow?.lane === lane ? { group: follow.group } : {};
}

// A canvas' own mark beside each word, so that shape and colour are both in the legend.
function drawLegend(t) {
  const both = [0, 1].map((lane) => counts(ward.at(lane, month)));
  legend.replaceChildren(...kinds.map((kind, i) => {
    const sample = h("canvas", { width: 28, height: 28, "aria-hidden": "true" });
    const context = sample.getContext("2d");
    context.scale(2, 2);
    mark(context, i, 7, 7, 4.2, coloursOf(t)[i]);
    return h("li", {}, sample, h("span", {}, kindName(kind)), h("b", { title: w.both }, `${both[0][i]} | ${both[1][i]}`));
  }));
}

function drawCounts() {
  const both = [0, 1].map((lane) => counts(ward.at(lane, month)));
  countsPlace.replaceChildren(table([w.householdsWord, ...sideNames], kinds.map((kind, i) => [kindName(kind), both[0][i], both[1][i]]),
    { caption: w.wardCaption(month, world + 1) }));
}

function goTo(next) {
  month = Math.max(0, Math.min(ward.months, next));
  draw();
}

function stop() {
  clearInterval(timer);
  timer = null;
  play.textContent = w.play;
}

function start() {
  if (!ward) return;
  if (month >= ward.months) month = 0;
  play.textContent = w.pause;
  timer = setInterval(() => {
    if (element.hidden || month >= ward.months) return stop();
    goTo(month + 1);
  }, ward.months > 60 ? 200 : 400);
}

const placeOf = (lane, event) => {
  const frame = canvases[lane].getBoundingClientRect();
  return homeAt(layout, event.clientX - frame.left, event.clientY - frame.top);
};

function pick(lane, event) {
  const place = placeOf(lane, event);
  active = lane;
  if (place >= 0) followHousehold(place);
}

function walk(lane, event) {
  const way = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 }[event.key];
  if (!way || !ward) return;
  event.preventDefault();
  active = lane;
  const from = follow?.household ?? -1;
  followHousehold((from + way + ward.homes.length) % ward.homes.length);
}

function hint(lane, event) {
  const place = placeOf(lane, event);
  tip.hidden = place < 0;
  if (place < 0) return;
  const home = ward.homes[place], byte = ward.at(lane, month)[place];
  const more = [home.poor && w.isPoor, home.elite && w.isElite, home.head && w.isHead, stateOf(byte).listed && w.isListed].filter(Boolean);
  tip.textContent = `${w.householdIn(home.number + 1, home.rt + 1)}: ${kindName(kinds[kindOf(byte)])}${more.length ? ` (${more.join(", ")})` : ""}`;
  const frame = element.getBoundingClientRect();
  tip.style.left = `${Math.min(event.clientX - frame.left + 12, frame.width - 240)}px`;
  tip.style.top = `${event.clientY - frame.top + 16}px`;
}

const lines = (story, title) => h("div", {}, h("h4", {}, title),
  story.length ? h("ol", {}, story.map((line) => h("li", { "data-month": line.month },
    h("button", { type: "button", onclick: () => { stop(); goTo(line.month); } }, words.month(line.month)),
    h("span", {}, line.text)))) : h("p", {}, words.nothing));

async function followHousehold(place) {
  const home = ward.homes[place], mine = (follow = { household: place });
  const both = await Promise.all([0, 1].map((lane) => ask("story", { lane, household: home.number })));
  if (follow !== mine) return;
  follow.neighbours = both[0].ties.filter((n) => n % ward.picture.every === 0).map((n) => n / ward.picture.every);
  numberField.value = home.number + 1;
  groupChoice.value = "";
  const is = [home.poor && w.isPoor, home.elite && w.isElite, home.head && w.isHead].filter(Boolean).join(", ");
  storyPlace.replaceChildren(h("h3", {}, w.followed(home.number + 1, words.place(both[0]), is, both[0].ties.length)),
    h("div", { class: "stories" }, lines(tell(both[0], lang), w.baseline), lines(tell(both[1], lang), w.changed)));
  draw();
}

async function followGroup(choice) {
  const lane = choice >= 10000 ? 1 : 0, group = choice % 10000, mine = (follow = { group, lane });
  const story = await ask("story", { lane, group });
  if (follow !== mine) return;
  householdChoice.value = "";
  storyPlace.replaceChildren(h("h3", {}, w.groupOf(group + 1, words.place(story), sideNames[lane].toLowerCase())),
    h("div", { class: "stories" }, lines(tell(story, lang), "")));
  active = lane;
  draw();
}

function fillChoices() {
  worldChoice.replaceChildren(...Array.from({ length: state.replicates }, (_, i) => h("option", { value: i, selected: i === world }, i + 1)));
  const eventful = [...new Set(ward.picture.eventful.flat())].filter((n) => n % ward.picture.every === 0);
  householdChoice.replaceChildren(h("option", { value: "" }, w.chooseOrClick), ...eventful.map((n) =>
    h("option", { value: n / ward.picture.every }, w.householdChoice(n + 1, ward.homes[n / ward.picture.every].rt + 1))));
  groupChoice.replaceChildren(h("option", { value: "" }, w.choose), ...ward.lanes.map((lane, i) =>
    h("optgroup", { label: sideNames[i] }, lane.groups.map((group, g) =>
      h("option", { value: g + 10000 * i }, w.groupChoice(g + 1, group.rt + 1, group.founded, group.ghost))))));
  numberField.max = ward.picture.households;
}

async function load() {
  const asking = JSON.stringify([asked(), world]);
  if (asking === key && ward) return draw();
  key = asking;
  world = Math.min(world, state.replicates - 1);
  const answer = await ask("picture", asked({ replicate: world }));
  if (answer.ended || key !== asking) return;
  const before = follow;
  ward = opened(answer);
  layout = null;
  month = Math.min(month || ward.months, ward.months);
  slider.max = ward.months;
  fillChoices();
  const shown = answer.shown_ties.length / 2;
  note.textContent = w.wardNote({ world: world + 1, worlds: state.replicates, all: whole(answer.households), every: answer.every, ties: whole(answer.ties),
    drawn: shown < answer.ties ? whole(shown) : "" });
  document.body.dataset.ward = "shown";
  draw();
  if (before?.household !== undefined && ward.homes[before.household]) followHousehold(before.household);
  else {
    follow = null;
    storyPlace.replaceChildren();
  }
}

new ResizeObserver(draw).observe(pictures);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);

const quietly = () => load().catch((error) => { note.textContent = error.message; });
export const wardPanel = { element, show: quietly, update: quietly };
