// One panel at a time, chosen by tabs.
import { h } from "../shared/dom.js";
import { words } from "./words.js";

// tabs: [{ id, title, panel, part }], a part with show() where there is something to do then; `onshow(id)`: after it.
// Returns { element, show(id), current() }, current() one of them.
export function tabsOf(tabs, onshow) {
  let now = tabs[0];
  function show(id) {
    now = tabs.find((one) => one.id === id) ?? tabs[0];
    for (const one of tabs) {
      one.button.setAttribute("aria-selected", one === now);
      one.button.tabIndex = one === now ? 0 : -1;
      one.panel.hidden = one !== now;
    }
    onshow(now.id);
    now.part?.show();
  }
  const element = h("div", { class: "tabs", role: "tablist", "aria-label": words.tabsLabel }, tabs.map((one, i) => {
    one.button = h("button", { type: "button", role: "tab", id: `tab-${one.id}`, "aria-controls": `panel-${one.id}`, onclick: () => show(one.id),
      onkeydown: (event) => {
        const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!way) return;
        const next = tabs[(i + way + tabs.length) % tabs.length];
        show(next.id);
        next.button.focus();
      } }, one.title);
    Object.assign(one.panel, { id: `panel-${one.id}` });
    one.panel.setAttribute("role", "tabpanel");
    one.panel.setAttribute("aria-labelledby", `tab-${one.id}`);
    return one.button;
  }));
  return { element, show, current: () => now };
}
