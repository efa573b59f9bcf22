// What draws on a canvas, as SVG: as much of a canvas' context as pictures of a ward use.
import { h } from "./dom.js";

export function svgContext() {
  const content = [];
  let path = [], transform = null;
  const put = (more) => content.push(h("path", { d: path.join(""), transform, ...more }));
  const to = (name) => (x, y) => path.push(`${name}${x.toFixed(2)} ${y.toFixed(2)}`);
  const context = {
    fillStyle: "#000000", strokeStyle: "#000000", lineWidth: 1, font: "10px sans-serif", textAlign: "left", textBaseline: "alphabetic",
    scale: (x, y) => { transform = `scale(${x} ${y})`; },
    clearRect: () => {},
    beginPath: () => { path = []; },
    closePath: () => path.push("Z"),
    moveTo: to("M"), lineTo: to("L"),
    // A whole circle, whatever the angles: pictures draw no other.
    arc: (x, y, r) => path.push(`M${(x - r).toFixed(2)} ${y.toFixed(2)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`),
    rect: (x, y, width, height) => path.push(`M${x} ${y}h${width}v${height}h${-width}Z`),
    roundRect: (x, y, width, height, r) => path.push(`M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}` +
      `a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}Z`),
    fill: (rule) => put({ fill: context.fillStyle, "fill-rule": typeof rule === "string" ? rule : null }),
    stroke: () => put({ fill: "none", stroke: context.strokeStyle, "stroke-width": context.lineWidth }),
    fillRect: (x, y, width, height) => content.push(h("rect", { x, y, width, height, fill: context.fillStyle, transform })),
    fillText: (text, x, y) => {
      const [, size, family] = /([\d.]+)px (.*)$/.exec(context.font);
      const anchor = { center: "middle", right: "end", end: "end" }[context.textAlign];
      content.push(h("text", { x, y, fill: context.fillStyle, "font-size": size, "font-family": family, "text-anchor": anchor,
        "dominant-baseline": context.textBaseline === "middle" ? "middle" : null, transform }, text));
    },
    measureText: (text) => {
      const ruler = document.createElement("canvas").getContext("2d");
      ruler.font = context.font;
      return ruler.measureText(text);
    },
    save: () => {}, restore: () => {}, setLineDash: () => {},
  };
  return { context, content };
}
