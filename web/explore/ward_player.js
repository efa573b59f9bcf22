// The months of the ward, one by one or as a film.
import { h } from "../shared/dom.js";
import { view } from "./ward_view.js";
import { words } from "./words.js";

export const slider = h("input", { type: "range", id: "ward-month", min: 0, max: 36, step: 1, value: 0, "aria-label": words.pictureMonth,
  oninput: () => { stop(); goTo(Number(slider.value)); } });
export const monthText = h("output", { for: "ward-month" });
export const play = h("button", { type: "button", id: "play", onclick: () => (timer ? stop() : start()) }, words.play);
let timer = null;

export function goTo(next) {
  view.month = Math.max(0, Math.min(view.ward.months, next));
  view.draw();
}

export function stop() {
  clearInterval(timer);
  timer = null;
  play.textContent = words.play;
}

function start() {
  if (!view.ward) return;
  if (view.month >= view.ward.months) view.month = 0;
  play.textContent = words.pause;
  timer = setInterval(() => {
    if (play.closest("[hidden]") || view.month >= view.ward.months) return stop();
    goTo(view.month + 1);
  }, view.ward.months > 60 ? 200 : 400);
}
