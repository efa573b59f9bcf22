// The page's data as the program wrote it (sim/report/side_by_side.hpp), looked up by variant, outcome and month.

const rowsOf = (rows) => {
  const all = new Map();
  for (const [variant, outcome, month, a, b, difference, low, high, told, same] of rows)
    all.set(`${variant} ${outcome} ${month}`, { variant, outcome, month, a, b, difference, low, high, told: Boolean(told), same: Boolean(same) });
  return (variant, outcome, month) => all.get(`${variant} ${outcome} ${month}`);
};

export const modelOf = (raw) => ({
  ...raw,
  row: rowsOf(raw.rows), gain: rowsOf(raw.gains),
  hasGains: raw.gains.length > 0,
  lastMonth: raw.months[raw.months.length - 1],
});

// What the address says that the reader has chosen: { outcome, month, variant, lang }, those that there are.
export function fromAddress(model) {
  const said = new URLSearchParams(location.hash.slice(1)), now = {};
  const outcome = model.outcomes.findIndex(({ name }) => name === said.get("outcome"));
  if (outcome >= 0) now.outcome = outcome;
  if (model.months_shown.includes(Number(said.get("month")))) now.month = Number(said.get("month"));
  const variant = model.variants.findIndex(({ title }) => title === said.get("variant"));
  if (variant >= 0) now.variant = variant;
  if (["en", "id"].includes(said.get("lang"))) now.lang = said.get("lang");
  return now;
}

export function toAddress(model, { outcome, month, variant }, lang) {
  const all = { outcome: model.outcomes[outcome].name, month, variant: model.variants[variant].title, lang };
  history.replaceState(null, "", `#${new URLSearchParams(all)}`);
}
