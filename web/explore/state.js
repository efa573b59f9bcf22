// What is set on the page: a scenario that was opened, two sides of it, and how it is run.

export const state = {
  base: "opened", controls: null,
  baseline: {}, changed: {},                  // "section.key" -> value, over the scenario
  baseline_events: "", changed_events: "",    // presets whose later changes come along
  rws: 2, months: 36, replicates: 32, seed: 1,
  outcomes: [], month: 36,
  resolved: { baseline: {}, changed: {} },    // every setting of both sides, as the program reads it
  models: { baseline: {}, changed: {} },
  lesson: null,
  preset: "",                                 // the one that the changed side began with, "" for none
  kept: {}, against: "baseline", shown: "changed",  // packages.js
};

const listeners = new Set();
export const onchange = (listener) => listeners.add(listener);
export const tell = (what) => listeners.forEach((listener) => listener(what));

export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
// Settings, in whatever order they were made.
export const sameSet = (a, b) => Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => key in b && same(a[key], b[key]));

// A request for both sides.
export function asked(more = {}) {
  return {
    base: state.base, rws: state.rws, common: { "time.months": state.months },
    baseline: state.baseline, changed: state.changed,
    ...(state.baseline_events && { baseline_events: state.baseline_events }),
    ...(state.changed_events && { changed_events: state.changed_events }),
    replicates: state.replicates, seed: state.seed, outcomes: state.outcomes, ...more,
  };
}

// A side is "baseline", "changed", or one of packages.js: { set, resolved }.
const setOf = (side) => (typeof side === "string" ? state[side] : side.set);
const resolvedOf = (side) => (typeof side === "string" ? state.resolved[side] : side.resolved ?? {});

// All parameters that a side has: [{ key, section, model, ...parameter }], of the programme and of the models chosen.
export function parametersOf(side = "changed") {
  const { controls } = state;
  const of = (section, parameters, model) => parameters.map((p) => ({ ...p, key: `${section}.${p.name}`, section, model }));
  return [
    ...controls.slots.flatMap((slot) => {
      const model = slot.models.find((m) => m.name === modelOf(slot.name, side));
      return model ? of(slot.name, model.parameters, model.name) : [];
    }),
    ...controls.sections.flatMap((section) => of(section.name, section.parameters, null)),
  ];
}

export const modelOf = (slot, side = "changed") => setOf(side)[`models.${slot}`] ?? state.controls.models[slot];

// The value of a setting on a side: as the program has read it, or as it was just set here.
export function valueOf(key, side = "changed") {
  for (const known of [setOf(side), resolvedOf(side)]) if (key in known) return known[key];
  return state.controls.values[key];
}

export const isChanged = (key) => !same(valueOf(key, "changed"), valueOf(key, "baseline"));

// Sets a value of the changed side; the baseline's value is the same as none.
export function set(key, value) {
  if (!(key in state.baseline) && same(value, valueOf(key, "baseline")) && !key.startsWith("models.")) delete state.changed[key];
  else state.changed[key] = value;
}

export function setModel(slot, name) {
  for (const key of Object.keys(state.changed)) if (key.startsWith(`${slot}.`)) delete state.changed[key];
  if (name === modelOf(slot, "baseline") && !(`models.${slot}` in state.baseline)) delete state.changed[`models.${slot}`];
  else state.changed[`models.${slot}`] = name;
}

// The changed side becomes the baseline again.
export function reset() {
  state.changed = { ...state.baseline };
  state.changed_events = state.baseline_events;
  state.preset = "";
}

// What is changed becomes the baseline.
export function keepAsBaseline() {
  state.baseline = { ...state.changed };
  state.baseline_events = state.changed_events;
}

export function usePreset(name) {
  const preset = state.controls.presets.find((p) => p.name === name);
  if (!preset) return reset();
  state.changed = { ...preset.set };
  state.changed_events = preset.events.length ? preset.name : "";
  state.preset = name;
}

// What the changed side is: { preset, exact }, the preset that it is or began with, or nothing.
export function presetNow() {
  const changed = { ...state.baseline, ...state.changed };
  const presets = state.controls.presets.filter((p) => p.name !== state.controls.baseline && (p.events.length || Object.keys(p.set).length));
  const exact = presets.find((p) => sameSet({ ...state.baseline, ...p.set }, changed) && (p.events.length ? p.name : "") === state.changed_events);
  if (exact) return { preset: exact, exact: true };
  const isBaseline = sameSet(state.baseline, changed) && state.changed_events === state.baseline_events;
  return { preset: isBaseline ? undefined : presets.find((p) => p.name === state.preset), exact: false };
}

// Takes over a scenario as the program describes it.
export function open(controls, base) {
  Object.assign(state, { base, controls, baseline: {}, changed: {}, baseline_events: "", changed_events: "", preset: "", against: "baseline",
    shown: "changed" });
  const baseline = controls.presets.find((p) => p.name === controls.baseline);
  if (baseline) {
    state.baseline = { ...baseline.set };
    state.baseline_events = baseline.events.length ? baseline.name : "";
  }
  reset();
  // Two variants are a baseline and a change.
  const others = controls.presets.filter((p) => p !== baseline);
  if (others.length === 1 && baseline) usePreset(others[0].name);
  // Three years answer at once; changes that come later need more.
  const late = Math.max(0, ...controls.events, ...controls.presets.flatMap((p) => p.events));
  state.months = Math.min(controls.months, 240, Math.max(36, late > 0 ? late + 36 : 0));
  state.month = state.months;
  state.seed = controls.seed;
  const perRw = controls.households === null ? 0 : controls.households / controls.rws;
  state.rws = perRw ? Math.max(1, Math.min(controls.rws, Math.round(2000 / perRw))) : controls.rws;
  state.replicates = perRw && perRw * state.rws > 20000 ? 8 : 32;
  state.outcomes = shownOutcomes(controls);
  state.resolved = { baseline: {}, changed: {} };
}

function shownOutcomes(controls) {
  // What a programme is for comes before what it goes through.
  const main = ["recovery", "reported_repayment", "poor_served", "capital_left"].filter((name) => controls.shown.includes(name));
  // And what it costs, always.
  const all = [...main, "cost_kRp", ...controls.shown, "informed", "recovery", "participation_poor"];
  const known = new Set(controls.outcomes.map((o) => o.name));
  return [...new Set(all)].filter((name) => known.has(name)).slice(0, Math.max(6, new Set(["cost_kRp", ...controls.shown]).size));
}

export const outcome = (name) => state.controls.outcomes.find((o) => o.name === name);
