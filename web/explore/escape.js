// Escape closes what lies open over the page: a list of choices, a message, a source.
const closable = "details.outcomes[open], details.source[open]";

function close(details) {
  const had = details.contains(document.activeElement);
  details.open = false;
  if (had) details.querySelector("summary").focus();
}

export function closeWithEscape() {
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const own = document.activeElement?.closest(closable), list = document.querySelector("details.outcomes[open]");
    const message = document.querySelector(".said:not(:empty) .close"), any = document.querySelector(closable);
    if (own ?? list) return close(own ?? list);
    if (message) return message.click();
    if (any) close(any);
  });
  // A list that lies over the charts is also closed by a click beside it.
  addEventListener("pointerdown", (event) => {
    const list = document.querySelector("details.outcomes[open]");
    if (list && !list.contains(event.target)) list.open = false;
  });
}
