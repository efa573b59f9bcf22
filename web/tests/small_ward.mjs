// A ward that runs in a moment, and an experiment with it, for the tests of pages.
// The tables of its scenario.
export const smallWard = (months = 24) => `[time]
months = ${months}
[world]
rw_per_ward = 2
rt_per_rw = 3
households_per_rt = 40
[programme]
grant = 20000
[groups]
wants_loan = 0.8
founding = 0.1
`;

const titled = ([title, titleId]) =>
  `title = ${JSON.stringify(title)}\n${titleId ? `title_id = ${JSON.stringify(titleId)}\n` : ""}`;

// Two packages and what they are held against, in six worlds. Titles: [in English, in Indonesian or nothing].
export const twoPackages = ({ title = ["Small"], base = ["As it was"], news = ["1 News"] } = {}) => `
[experiment]
name = "small"
${titled(title)}baseline = "base"
replicates = 6
outcomes = ["informed", "recovery", "poor_served", "leakage"]
months_shown = [12, 24]
answer = "recovery"
same_money = 500
${smallWard()}[lending]
norm = 0.05
[[variant]]
name = "base"
${titled(base)}[[variant]]
name = "news"
${titled(news)}set = { "socialization.meetings" = 6 }
[[variant]]
name = "norm"
title = "2 Norms"
set = { "lending.norm" = 3 }
`;

// An outline: a square of a hundredth of a degree. properties: { rw } or { rw, rt }.
export const squareOf = (properties, x, y) => ({ type: "Feature", properties,
  geometry: { type: "Polygon", coordinates: [[[x, y], [x + 0.01, y], [x + 0.01, y + 0.01], [x, y + 0.01], [x, y]]] } });
