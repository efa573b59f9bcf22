// What was changed as a scenario file or a command line; a scenario file opened in its place.
import { h } from "../shared/dom.js";
import { refreshAll, settle } from "./controls.js";
import { ask } from "./server.js";
import { asked, open, tell } from "./state.js";
import { words } from "./words.js";

const said = h("div", { class: "said", role: "status" });
const field = h("input", { type: "file", accept: ".toml", hidden: true, id: "file",
  onchange: () => field.files[0] && load(field.files[0]) });

function say(...parts) {
  said.replaceChildren(h("div", {}, ...parts),
    h("button", { type: "button", class: "close", "aria-label": words.close, onclick: () => said.replaceChildren() }, "×"));
}

const problemsOf = (error) => (error.problems ?? [{ text: String(error) }]).map((p) => h("p", { class: "problem" }, p.text));

async function guarded(work) {
  try {
    await work();
  } catch (error) {
    say(...problemsOf(error));
  }
}

const save = () => guarded(async () => {
  const { toml } = await ask("scenario", asked());
  const address = URL.createObjectURL(new Blob([toml], { type: "application/toml" }));
  const link = h("a", { href: address, download: "explored.toml" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  say(h("p", {}, words.saved, h("code", {}, "swadaya compare explored.toml")));
});

const copy = () => guarded(async () => {
  const { command } = await ask("scenario", asked());
  if (!command) return say(h("p", {}, words.noFile, h("code", {}, "swadaya compare explored.toml")));
  const copied = await navigator.clipboard?.writeText(command).then(() => true, () => false);
  say(h("p", {}, copied ? words.copied : words.copyThis), h("pre", { id: "command", tabindex: 0 }, command));
});

const load = (file) => guarded(async () => {
  field.value = "";
  if (file.size > 200000) return say(h("p", { class: "problem" }, words.tooLarge(file.name)));
  const answer = await ask("load", { name: file.name, text: await file.text() });
  open(answer, answer.base);
  await settle();
  tell("opened");
  refreshAll();
  say(h("p", {}, words.opened(answer.name)));
});

export const filesPanel = {
  element: h("div", { class: "files" }, field, said),
  buttons: h("div", { class: "buttons" },
    h("button", { type: "button", id: "save", onclick: save }, words.save),
    h("button", { type: "button", id: "copy", onclick: copy }, words.copy),
    h("button", { type: "button", id: "load", onclick: () => field.click() }, words.load)),
};
