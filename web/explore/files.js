// What was changed, or all packages, as a scenario file or a command line; a scenario file opened in its place.
import { h } from "../shared/dom.js";
import { download } from "../shared/take.js";
import { refreshAll } from "./controls.js";
import { leftOutOf } from "./left_out.js";
import { ask } from "./server.js";
import { kept, lotAsked } from "./packages.js";
import { settle } from "./settle.js";
import { asked, onchange, open, tell } from "./state.js";
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

// All sides where packages were kept, else the two.
const fileNow = () => (kept().length ? "packages.toml" : "explored.toml");
const compareNow = () => `swadaya compare ${fileNow()}`;

const toClipboard = async (text) => Boolean(await navigator.clipboard?.writeText(text).then(() => true, () => false));

// A command, and a button that copies it.
function commandLine(command) {
  const button = h("button", { type: "button", id: "copy-compare", onclick: async () => {
    button.textContent = (await toClipboard(command)) ? words.copiedIt : words.copyByHand;
  } }, words.copyIt);
  return h("p", { class: "command" }, h("code", { tabindex: 0 }, command), " ", button);
}

const save = () => guarded(async () => {
  const all = kept().length > 0, answer = await ask("scenario", all ? lotAsked() : asked()), { toml } = answer;
  download(new Blob([toml], { type: "application/toml" }), fileNow());
  const sidesSaved = (toml.match(/^\[\[variant\]\]$/gm) ?? []).length;
  say(h("p", {}, all ? words.savedAll(fileNow(), sidesSaved) : words.saved), commandLine(compareNow()),
    ...leftOutOf(answer));
});

const copy = () => guarded(async () => {
  if (kept().length) {
    const copied = await toClipboard(compareNow());
    return say(h("p", {}, copied ? words.copiedCompare(fileNow()) : words.copyCompare(fileNow())), h("pre", { id: "command", tabindex: 0 }, compareNow()));
  }
  const { command } = await ask("scenario", asked());
  if (!command) return say(h("p", {}, words.noFile, h("code", {}, compareNow())));
  const copied = await toClipboard(command);
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

const saveButton = h("button", { type: "button", id: "save", onclick: save }, words.save);
const copyButton = h("button", { type: "button", id: "copy", onclick: copy }, words.copy);
onchange(() => {
  saveButton.textContent = kept().length ? words.saveAll : words.save;
  copyButton.textContent = kept().length ? words.copyCompareButton : words.copy;
});

export const filesPanel = {
  element: h("div", { class: "files" }, field, said),
  buttons: h("div", { class: "buttons" },
    saveButton, copyButton,
    h("button", { type: "button", id: "load", onclick: () => field.click() }, words.load)),
};
