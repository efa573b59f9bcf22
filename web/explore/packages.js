// Sides beside the two that sliders set: settings that were kept as packages. Any side may be the one that all others are held against;
// each pair is a run of its own in the same worlds, and its answer is kept for as long as nothing it rests on changes.
import { leave, stream } from "./server.js";
import { asked, presetNow, sameSet, state } from "./state.js";
import { words } from "./words.js";

export const mostKept = 4;  // six curves
const place = `swadaya-packages:${location.pathname}`;

// Of the scenario that is open. Those of the file opened outlive a reload, as for another language.
export const kept = () => (state.kept[state.base] ??= state.base === "opened" ? remembered() : []);

function remembered() {
  try {
    const all = JSON.parse(sessionStorage.getItem(place));
    return Array.isArray(all) ? all.filter((one) => /^kept-\d+$/.test(one?.id) && one.set && one.title).slice(0, mostKept) : [];
  } catch {
    return [];
  }
}

export function remember() {
  if (state.base !== "opened") return;
  try {
    sessionStorage.setItem(place, JSON.stringify(kept()));
  } catch { /* a browser that keeps nothing */ }
}

export function titleNow() {
  const { preset, exact } = presetNow();
  return preset ? (exact ? preset.title : words.presetChanged(preset.title)) : words.changed;
}

const baselineTitle = () => state.controls.presets.find((p) => p.name === state.controls.baseline
  && sameSet(p.set, state.baseline))?.title ?? words.baseline;

// { id, title, set, events, resolved }, the two of the sliders first.
export const sides = () => [
  { id: "baseline", title: baselineTitle(), set: state.baseline, events: state.baseline_events, resolved: state.resolved.baseline },
  { id: "changed", title: titleNow(), set: state.changed, events: state.changed_events, resolved: state.resolved.changed }, ...kept()];

const sideOf = (id) => sides().find((side) => side.id === id);
export const reference = () => sideOf(state.against) ?? sideOf("baseline");
// Those that are held against the reference.
export const others = () => sides().filter((side) => side.id !== reference().id);
// The one of them that pictures of one side show.
export const shown = () => others().find((side) => side.id === state.shown) ?? others().find((side) => side.id === "changed") ?? others()[0];

let made = Math.max(0, ...kept().map((one) => Number(one.id.slice(5)) || 0));
// Returns the package, with a title that no other has.
export function keep() {
  const taken = new Set(sides().filter((side) => side.id !== "changed").map((side) => side.title)), plain = titleNow();
  const wanted = plain === words.changed ? words.packageNumber(kept().length + 1) : plain;
  let title = wanted;
  for (let n = 2; taken.has(title); ++n) title = `${wanted} (${n})`;
  const one = { id: `kept-${++made}`, title, set: { ...state.changed }, events: state.changed_events, preset: state.preset,
    resolved: state.resolved.changed };
  kept().push(one);
  remember();
  return one;
}

export function drop(id) {
  state.kept[state.base] = kept().filter((one) => one.id !== id);
  if (state.against === id) state.against = "baseline";
  if (state.shown === id) state.shown = "changed";
  remember();
}

// Sets the sliders as a package has them.
export function take(id) {
  const one = sideOf(id);
  Object.assign(state, { changed: { ...one.set }, changed_events: one.events, preset: one.preset ?? "" });
}

function pairAsked(before, after) {
  const { baseline_events: _, changed_events: __, ...rest } = asked();
  return { ...rest, baseline: before.set, changed: after.set,
    ...(before.events && { baseline_events: before.events }), ...(after.events && { changed_events: after.events }) };
}

// The run that follows the sliders has the changed side in it, and the reference where that is another one.
const first = () => (reference().id === "changed" ? sideOf("baseline") : reference());
export const mainAsked = () => pairAsked(first(), sideOf("changed"));

// A request for the reference and the side that is shown.
export const pictureAsked = (more) => ({ ...pairAsked(reference(), shown()), ...more });

const negative = (values) => values.map((x) => (x === null ? null : -x));
const turned = ({ baseline, changed, difference: { mean, low, high } }) => ({ baseline: changed, changed: baseline,
  difference: { mean: negative(mean), low: negative(high), high: negative(low) } });

const answers = new Map();
const mostAnswers = 40;
const keyOf = (body) => JSON.stringify(body);

// What came of an outcome in the reference and one other side, of which `main` is the newest run; null where it isn't known yet.
export function pairOf(id, main, name) {
  const ref = reference().id;
  if (ref === "changed" && id === "baseline") return turned(main.outcomes[name]);
  if (ref !== "changed" && id === "changed") return main.outcomes[name];
  const found = answers.get(keyOf(pairAsked(reference(), sideOf(id))));
  return found && found.months === main.months ? found.outcomes[name] : null;
}

export const stopPairs = () => leave("runpairs");

// Runs what isn't known yet, one after the other; `online` after each. Ends where another run begins.
let turn = 0;
export async function runPairs(online) {
  const mine = ++turn, ref = reference().id;
  for (const side of others()) {
    if (side.id === "changed" || (ref === "changed" && side.id === "baseline")) continue;
    const body = pairAsked(reference(), side), key = keyOf(body);
    if (answers.has(key)) continue;
    let whole = false;
    await stream("run", body, (answer) => {
      if (!answer.end) return;
      whole = true;
      answers.set(key, answer);
      if (answers.size > mostAnswers) answers.delete(answers.keys().next().value);
    }, "pairs");
    if (mine !== turn || !whole) return false;
    online();
  }
  return true;
}

// As the file of an experiment wants them: each different from the reference and from those before it.
const slug = (title) => title.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 34).replace(/-+$/, "");
export function lotAsked() {
  const names = new Set(), ref = reference();
  const nameOf = ({ id, title }) => {
    const wanted = (id === "baseline" ? state.controls.baseline : slug(title)) || (id === "baseline" ? "baseline" : "package");
    let name = wanted;
    for (let n = 2; names.has(name); ++n) name = `${wanted}-${n}`;
    names.add(name);
    return name;
  };
  const baseline_name = nameOf(ref);
  const isSame = (a, b) => a.events === b.events && sameSet(a.set, b.set);
  const own = others().filter((side, i, all) => side.id !== "changed" || ![ref, ...all.filter((one) => one !== side)].some((one) => isSame(one, side)));
  return { ...pairAsked(ref, ref), baseline_name, baseline_title: ref.title,
    packages: own.map((side) => ({ name: nameOf(side), title: side.title, set: side.set, ...(side.events && { events: side.events }) })) };
}

