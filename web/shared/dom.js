// Elements from words. Text comes in as text only, so that no name from a user can become markup.

// h("p", { class: "note" }, "words", h("b", {}, "more")); `on` + name adds a listener; false and null leave out.
export function h(tag, attributes = {}, ...children) {
  const element = tag === "svg" || h.svg.has(tag)
    ? document.createElementNS("http://www.w3.org/2000/svg", tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") Object.assign(element.style, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}
h.svg = new Set(["g", "line", "rect", "circle", "path", "polygon", "text", "title"]);

// Text with names of parameters in it, which may break behind their dots and underscores and nowhere else.
export const breakable = (text) => text.split(/(?<=[._](?=[a-z]))/).flatMap((part, i) => (i ? [h("wbr"), part] : [part]));

// A text in which `backticks` hold what is typed to the letter.
export const coded = (text) => text.split("`").map((part, i) => (i % 2 ? h("code", {}, part) : part));

// A table with a heading row; the first cell of each row names it. `numeric`: columns from this one on are figures. `heads`: in words, what a
// narrow page writes before each cell.
export function table(headings, rows, { caption = null, numeric = 1, heads = null } = {}) {
  return h("div", { class: "scroll", tabindex: 0, role: caption && "group", "aria-label": caption },
    h("table", {},
      caption && h("caption", {}, caption),
      h("thead", {}, h("tr", {}, headings.map((text, i) => h("th", { scope: "col", class: i >= numeric && "figure" }, text)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, i) =>
        i === 0 ? h("th", { scope: "row" }, cell) : h("td", { class: i >= numeric && "figure", "data-head": heads?.[i] }, cell)))))));
}

// A labelled list to choose from: options [{ value, text }].
export function choice(label, options, value, onchoose) {
  return h("label", { class: "choice" }, h("span", {}, label),
    h("select", { onchange: (event) => onchoose(event.target.value) },
      options.map((option) => h("option", { value: option.value, selected: String(option.value) === String(value) }, option.text))));
}
