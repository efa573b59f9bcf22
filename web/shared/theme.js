// Colours of charts, taken from the page's style, so that light, dark and print are said in one place (base.css).

export function theme() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of("ink"), muted: of("muted"), line: of("line"), paper: of("paper"), faint: of("faint"),
    baseline: of("baseline"), accent: of("accent"), good: of("good"), bad: of("bad"), target: of("target"),
    series: [1, 2, 3, 4, 5, 6, 7, 8].map((i) => of(`series-${i}`)),
    font: style.getPropertyValue("--sans").trim(),
  };
}

// "#rrggbb" with an opacity.
export function faded(colour, opacity) {
  const n = parseInt(colour.slice(1), 16);
  return `rgba(${n >> 16}, ${(n >> 8) & 255}, ${n & 255}, ${opacity})`;
}

// Dashes beside colours, so that lines stay apart without them.
export const dashes = ["solid", [6, 3], [2, 3], [9, 3, 2, 3], [12, 4], [4, 2, 1, 2], [1, 2], [8, 2, 2, 2, 2, 2]];
