// The run that follows what is set, and those of the packages after it: one at a time, a move ends the one before it.
import { h } from "../shared/dom.js";
import { drawCurves } from "./curves.js";
import { mainAsked, reference, runPairs, stopPairs } from "./packages.js";
import { Refused, stream } from "./server.js";
import { showProblems } from "./setting.js";
import { words } from "./words.js";

export const status = h("p", { class: "status", role: "status" });
export const wrong = h("div", { class: "wrong", role: "alert" });

export function complain(error) {
  const problems = error instanceof Refused ? error.problems : [{ key: "", text: String(error) }];
  wrong.replaceChildren(...showProblems(problems).map((p) => h("p", {}, p.text)));
  status.textContent = words.notRun;
}

let began = 0;
async function run(onend) {
  const mine = (began = performance.now()), before = reference().id === "changed" ? "baseline" : reference().id;
  const shown = document.body.dataset;
  let first = null;
  shown.run = "going";
  shown.packages = "waiting";
  stopPairs();
  try {
    await stream("run", mainAsked(), (answer) => {
      answer.before = before;
      first ??= performance.now() - mine;
      showProblems([]);
      wrong.replaceChildren();
      drawCurves(answer);
      const all = Math.round(performance.now() - mine);
      status.textContent = answer.end ? words.after(answer.of, Math.round(first), all) : words.worlds(answer.worlds, answer.of);
      shown.first = Math.round(first);
      if (!answer.end) return;
      shown.run = "done";
      shown.all = all;
      onend(answer);
    });
    if (mine === began && await runPairs(() => drawCurves()) && mine === began) shown.packages = "done";
  } catch (error) {
    if (mine !== began) return;
    shown.run = "refused";
    complain(error);
  }
}

// Many moves within a frame are one. `onend(answer)`: with all worlds of the sliders' own run.
let waiting = false;
export function runSoon(onend) {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; run(onend); });
}
