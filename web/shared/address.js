// What a reader has chosen, in the address behind its #, so that a link shows the same: "#outcome=recovery&month=36". A link within the
// page keeps it.
import { h } from "./dom.js";

// { key: text } of the address.
export function inAddress(hash = location.hash) {
  return hash.includes("=") ? Object.fromEntries(new URLSearchParams(hash.slice(1))) : {};
}

// Leaves what is empty out. Nothing is added to the history: going back leaves the page.
export function toAddress(said) {
  const kept = Object.entries(said).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const text = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString().replaceAll("%2C", ",");
  history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
}

// A link to a place of this page.
export const within = (id, ...words) => h("a", { href: `#${id}`, onclick: (event) => {
  const place = document.getElementById(id);
  if (!place || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  place.scrollIntoView();
  if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
} }, ...words);

// A link for who goes by keyboard, past what stands before a place; it leaves the address as it is.
export const skipTo = (id, text) => Object.assign(within(id, text), { className: "skip" });
