// The ward as a picture that plays through the months, both sides beside each other; one household or group can be followed.
import { h, table } from "../shared/dom.js";
import { coloursOf, drawWard, homeAt, layoutOf, mark } from "../shared/ward.js";
import { counts, kindOf, kinds, opened, stateOf } from "../shared/picture.js";
import { storyWords, tell } from "../shared/story.js";
import { theme } from "../shared/theme.js";
import { ask } from "./server.js";
import { asked, state } from "./state.js";

const words = storyWords.en;
let ward = null, key = "", world = 0, month = 0, timer = null, active = 1;
let follow = null;  // { household } or { group, lane }, and story
const look = { ties: false, poor: false };

const canvases = [0, 1].map((lane) => h("canvas", { tabindex: 0, role: "img", onclick: (event) => pick(lane, event),
  onmousemove: (event) => hint(lane, event), onmouseleave: () => { tip.hidden = true; }, onkeydown: (event) => walk(lane, event) }));
const tip = h("p", { class: "tip", hidden: true });
const sides = ["Baseline", "Changed"].map((title, lane) => h("figure", { class: "side" }, h("figcaption", {}, title), canvases[lane]));
const switcher = h("div", { class: "switch", role: "group", "aria-label": "Side shown" }, ["Baseline", "Changed"].map((title, lane) =>
  h("button", { type: "button", "aria-pressed": lane === 1, onclick: () => { active = lane; fitSides(); draw(); } }, title)));
const pictures = h("div", { class: "pictures" }, sides);
const legend = h("ul", { class: "kinds" });
const slider = h("input", { type: "range", id: "ward-month", min: 0, max: 36, step: 1, value: 0, "aria-label": "Month of the picture",
  oninput: () => { stop(); goTo(Number(slider.value)); } });
const monthText = h("output", { for: "ward-month" });
const play = h("button", { type: "button", id: "play", onclick: () => (timer ? stop() : start()) }, "Play");
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

const box = (name, label) => h("label", {}, h("input", { type: "checkbox", onchange: (event) => { look[name] = event.target.checked; draw(); } }), label);

const element = h("div", { class: "ward" },
  h("div", { class: "player" }, play,
    h("label", { class: "month", for: "ward-month" }, "Month ", monthText), slider,
    h("label", { class: "small", for: "world" }, h("span", {}, "World"), worldChoice), box("ties", "ties"), box("poor", "ring the poor")),
  switcher, legend, pictures, tip, note,
  h("div", { class: "follow" },
    h("label", { class: "small", for: "follow-household" }, h("span", {}, "Follow a household"), householdChoice),
    h("label", { class: "small", for: "follow-number" }, h("span", {}, "or by its number"), numberField),
    h("label", { class: "small", for: "follow-group" }, h("span", {}, "or a group"), groupChoice)),
  storyPlace,
  h("details", { class: "figures" }, h("summary", {}, "The picture as a table"), countsPlace));

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
    const told = counts(ward.at(lane, month)).map((n, kind) => (n ? `${n} ${kinds[kind].en}` : "")).filter(Boolean).join(", ");
    canvas.setAttribute("aria-label", `${["Baseline", "Changed"][lane]}, month ${month}: ${told}. Arrow keys follow a household.`);
  });
  monthText.textContent = month;
  slider.value = month;
  drawLegend(t);
  drawCounts();
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
    return h("li", {}, sample, h("span", {}, kind.en), h("b", { title: "baseline and changed" }, `${both[0][i]} | ${both[1][i]}`));
  }));
}

function drawCounts() {
  const both = [0, 1].map((lane) => counts(ward.at(lane, month)));
  countsPlace.replaceChildren(table(["Households", "Baseline", "Changed"], kinds.map((kind, i) => [kind.en, both[0][i], both[1][i]]),
    { caption: `Month ${month}, world ${world + 1}` }));
}

function goTo(next) {
  month = Math.max(0, Math.min(ward.months, next));
  draw();
}

function stop() {
  clearInterval(timer);
  timer = null;
  play.textContent = "Play";
}

function start() {
  if (!ward) return;
  if (month >= ward.months) month = 0;
  play.textContent = "Pause";
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
  const more = [home.poor && "poor", home.elite && "elite", home.head && "head of the RT or RW", stateOf(byte).listed && "on the list"].filter(Boolean);
  tip.textContent = `Household ${home.number + 1}, RT ${home.rt + 1}: ${kinds[kindOf(byte)].en}${more.length ? ` (${more.join(", ")})` : ""}`;
  const frame = element.getBoundingClientRect();
  tip.style.left = `${Math.min(event.clientX - frame.left + 12, frame.width - 240)}px`;
  tip.style.top = `${event.clientY - frame.top + 16}px`;
}

const lines = (story, title) => h("div", {}, h("h4", {}, title),
  story.length ? h("ol", {}, story.map((line) => h("li", { "data-month": line.month },
    h("button", { type: "button", onclick: () => { stop(); goTo(line.month); } }, words.month(line.month)), h("span", {}, line.text)))) : h("p", {}, words.nothing));

async function followHousehold(place) {
  const home = ward.homes[place], mine = (follow = { household: place });
  const both = await Promise.all([0, 1].map((lane) => ask("story", { lane, household: home.number })));
  if (follow !== mine) return;
  follow.neighbours = both[0].ties.filter((n) => n % ward.picture.every === 0).map((n) => n / ward.picture.every);
  numberField.value = home.number + 1;
  groupChoice.value = "";
  const is = [home.poor && "poor", home.elite && "of the elite", home.head && "head of an RT or RW"].filter(Boolean).join(", ");
  storyPlace.replaceChildren(h("h3", {}, `Household ${home.number + 1}, ${words.place(both[0])}${is ? ` (${is})` : ""}, ${both[0].ties.length} ties`),
    h("div", { class: "stories" }, lines(tell(both[0]), "Baseline"), lines(tell(both[1]), "Changed")));
  draw();
}

async function followGroup(choice) {
  const lane = choice >= 10000 ? 1 : 0, group = choice % 10000, mine = (follow = { group, lane });
  const story = await ask("story", { lane, group });
  if (follow !== mine) return;
  householdChoice.value = "";
  storyPlace.replaceChildren(h("h3", {}, `Group ${group + 1}, ${words.place(story)}, ${["baseline", "changed"][lane]}`),
    h("div", { class: "stories" }, lines(tell(story), "")));
  active = lane;
  draw();
}

function fillChoices() {
  worldChoice.replaceChildren(...Array.from({ length: state.replicates }, (_, i) => h("option", { value: i, selected: i === world }, i + 1)));
  const eventful = [...new Set(ward.picture.eventful.flat())].filter((n) => n % ward.picture.every === 0);
  householdChoice.replaceChildren(h("option", { value: "" }, "choose, or click in the picture"), ...eventful.map((n) =>
    h("option", { value: n / ward.picture.every }, `household ${n + 1}, RT ${ward.homes[n / ward.picture.every].rt + 1}`)));
  groupChoice.replaceChildren(h("option", { value: "" }, "choose"), ...ward.lanes.map((lane, i) =>
    h("optgroup", { label: ["Baseline", "Changed"][i] }, lane.groups.map((group, g) =>
      h("option", { value: g + 10000 * i }, `group ${g + 1}, RT ${group.rt + 1}, month ${group.founded}${group.ghost ? ", on paper only" : ""}`)))));
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
  const all = answer.households.toLocaleString("en-GB");
  note.textContent = `World ${world + 1} of ${state.replicates}: ${all} households${answer.every > 1 ? `, every ${answer.every}th is shown` : ""}, ${
    answer.ties.toLocaleString("en-GB")} ties${answer.shown_ties.length / 2 < answer.ties ? ` (${(answer.shown_ties.length / 2).toLocaleString("en-GB")} of them drawn)` : ""}. Lines join the members of a group.`;
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
