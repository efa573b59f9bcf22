// What draws on a canvas, as SVG: as much of a canvas' context as pictures of a ward use.
import { h } from "./dom.js";

export function svgContext() {
  const content = [];
  let path = [], transform = null;
  const put = (more) => content.push(h("path", { d: path.join(""), transform, ...more }));
  const to = (name) => (x, y) => path.push(`${name}${x.toFixed(2)} ${y.toFixed(2)}`);
  const context = {
    fillStyle: "#000000", strokeStyle: "#000000", lineWidth: 1, font: "10px sans-serif",
    scale: (x, y) => { transform = `scale(${x} ${y})`; },
    clearRect: () => {},
    beginPath: () => { path = []; },
    moveTo: to("M"), lineTo: to("L"),
    // A whole circle, whatever the angles: pictures draw no other.
    arc: (x, y, r) => path.push(`M${(x - r).toFixed(2)} ${y.toFixed(2)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`),
    roundRect: (x, y, width, height, r) => path.push(`M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}` +
      `a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}Z`),
    fill: () => put({ fill: context.fillStyle }),
    stroke: () => put({ fill: "none", stroke: context.strokeStyle, "stroke-width": context.lineWidth }),
    fillText: (text, x, y) => {
      const [, size, family] = /([\d.]+)px (.*)$/.exec(context.font);
      content.push(h("text", { x, y, fill: context.fillStyle, "font-size": size, "font-family": family, transform }, text));
    },
  };
  return { context, content };
}
