// Markdown as elements, by the tokens of `marked`: what stands in it is text, never markup of the page.
import { marked } from "marked";
import { h } from "../shared/dom.js";

export const markdown = (text) => marked.lexer(text).map(block);

function block(token) {
  switch (token.type) {
    case "heading": return h(`h${Math.min(6, token.depth + 2)}`, {}, inline(token.tokens));
    case "paragraph": return h("p", {}, inline(token.tokens));
    case "text": return token.tokens ? inline(token.tokens) : plain(token.text);
    case "code": return h("pre", { tabindex: 0 }, h("code", {}, token.text));
    case "list": return h(token.ordered ? "ol" : "ul", {}, token.items.map((item) => h("li", {}, item.tokens.map(block))));
    case "blockquote": return h("blockquote", {}, token.tokens.map(block));
    case "table": return h("div", { class: "scroll", tabindex: 0 }, h("table", {},
      h("thead", {}, h("tr", {}, token.header.map((cell) => h("th", { scope: "col" }, inline(cell.tokens))))),
      h("tbody", {}, token.rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, inline(cell.tokens))))))));
    case "hr": return h("hr");
    case "space": return null;
    default: return plain(token.raw);
  }
}

function inline(tokens = []) {
  return tokens.map((token) => {
    switch (token.type) {
      case "strong": return h("strong", {}, inline(token.tokens));
      case "em": return h("em", {}, inline(token.tokens));
      case "codespan": return h("code", {}, plain(token.text));
      case "br": return h("br");
      case "link": return inline(token.tokens);
      case "text": return token.tokens ? inline(token.tokens) : plain(token.text);
      case "escape": return plain(token.text);
      default: return plain(token.raw);
    }
  });
}

// marked writes some text for HTML already.
const plain = (text) => text.replace(/&(lt|gt|quot|amp|#39);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" })[name]);
