// One household or group of the ward, followed in words on both sides.
import { h } from "../shared/dom.js";
import { tell } from "../shared/story.js";
import { ask } from "./server.js";
import { nameWithin } from "./sides.js";
import { goTo, stop } from "./ward_player.js";
import { lanes, story as told, view } from "./ward_view.js";
import { lang, words } from "./words.js";

const householdChoice = h("select", { id: "follow-household",
  onchange: () => householdChoice.value !== "" && followHousehold(Number(householdChoice.value)) });
const groupChoice = h("select", { id: "follow-group", onchange: () => groupChoice.value !== "" && followGroup(Number(groupChoice.value)) });
const numberField = h("input", { type: "number", id: "follow-number", min: 1, step: 1, onchange: () => {
  const place = (Number(numberField.value) - 1) / view.ward.picture.every;
  if (Number.isInteger(place) && view.ward.homes[place]) followHousehold(place);
} });
export const storyPlace = h("div", { class: "story", "aria-live": "polite" });
export const followPanel = h("div", { class: "follow" },
  h("label", { class: "small", for: "follow-household" }, h("span", {}, words.follow), householdChoice),
  h("label", { class: "small", for: "follow-number" }, h("span", {}, words.byNumber), numberField),
  h("label", { class: "small", for: "follow-group" }, h("span", {}, words.orGroup), groupChoice));

const lines = (story, title) => h("div", {}, h("h4", {}, title),
  story.length ? h("ol", {}, story.map((line) => h("li", { "data-month": line.month },
    h("button", { type: "button", onclick: () => { stop(); goTo(line.month); } }, told.month(line.month)),
    h("span", {}, line.text)))) : h("p", {}, told.nothing));

export async function followHousehold(place) {
  const { ward } = view, home = ward.homes[place], mine = (view.follow = { household: place });
  const both = await Promise.all(lanes.map((lane) => ask("story", { lane, household: home.number })));
  if (view.follow !== mine) return;
  mine.neighbours = both[0].ties.filter((n) => n % ward.picture.every === 0).map((n) => n / ward.picture.every);
  numberField.value = home.number + 1;
  groupChoice.value = "";
  const is = [home.poor && words.isPoor, home.elite && words.isElite, home.head && words.isHead].filter(Boolean).join(", ");
  storyPlace.replaceChildren(h("h3", {}, words.followed(home.number + 1, told.place(both[0]), is, both[0].ties.length)),
    h("div", { class: "stories" }, both.map((story, lane) => lines(tell(story, lang), view.names[lane]))));
  view.draw();
}

async function followGroup(choice) {
  const lane = choice >= 10000 ? 1 : 0, group = choice % 10000, mine = (view.follow = { group, lane });
  const story = await ask("story", { lane, group });
  if (view.follow !== mine) return;
  householdChoice.value = "";
  storyPlace.replaceChildren(h("h3", {}, words.groupOf(group + 1, told.place(story), nameWithin(view.sides[lane]))),
    h("div", { class: "stories" }, lines(tell(story, lang), "")));
  view.active = lane;
  view.draw();
}

// The household that was followed is followed in the new picture, too.
export function followAgain() {
  const before = view.follow;
  if (before?.household !== undefined && view.ward.homes[before.household]) return followHousehold(before.household);
  view.follow = null;
  storyPlace.replaceChildren();
}

export function fillFollow() {
  const { ward } = view;
  const eventful = [...new Set(ward.picture.eventful.flat())].filter((n) => n % ward.picture.every === 0);
  householdChoice.replaceChildren(h("option", { value: "" }, words.chooseOrClick), ...eventful.map((n) =>
    h("option", { value: n / ward.picture.every }, words.householdChoice(n + 1, ward.homes[n / ward.picture.every].rt + 1))));
  groupChoice.replaceChildren(h("option", { value: "" }, words.choose), ...ward.lanes.map((lane, i) =>
    h("optgroup", { label: view.names[i] }, lane.groups.map((group, g) =>
      h("option", { value: g + 10000 * i }, words.groupChoice(g + 1, group.rt + 1, group.founded, group.ghost))))));
  numberField.max = ward.picture.households;
}

// A side has another name.
export function namesChanged() {
  const { follow } = view;
  fillFollow();
  return follow?.group === undefined ? followAgain() : followGroup(follow.group + 10000 * follow.lane);
}

export const showPast = () => storyPlace.querySelectorAll("li").forEach((line) => line.classList.toggle("past", Number(line.dataset.month) <= view.month));
