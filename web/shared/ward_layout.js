// Where RW, RT and households lie in a picture of a ward.

// Rows and columns that fit `count` squares into a width and a height best.
function fit(count, width, height) {
  let best = null;
  for (let columns = 1; columns <= count; ++columns) {
    const rows = Math.ceil(count / columns), size = Math.min(width / columns, height / rows);
    if (!best || size > best.size) best = { columns, rows, size };
  }
  return best;
}

// Where everything lies in a picture of this width, and not much higher than `shape` times it: { points, blocks, plots, size,
// height }. Blocks are RW, plots RT.
export function layoutOf(opened, width, shape = 0.85) {
  const { rts } = opened.picture;
  const rws = [...new Set(rts.map(([rw]) => rw))];
  const gap = 10, label = 16, plotGap = 5;
  const most = Math.max(...rws.map((rw) => rts.filter(([own]) => own === rw).length));
  const largest = Math.max(1, ...rts.map(([, count]) => count));
  // Of all ways to lay out blocks and plots, the one with the largest marks that isn't much higher than wide.
  let best = null;
  for (let columns = 1; columns <= rws.length; ++columns)
    for (let across = 1; across <= most; ++across) {
      const blockWidth = (width - gap * (columns - 1)) / columns, plotWidth = (blockWidth - plotGap * (across + 1)) / across;
      if (plotWidth < 4) continue;
      const grid = fit(largest, plotWidth, plotWidth * 0.8), plotHeight = grid.rows * grid.size;
      const blockHeight = label + Math.ceil(most / across) * (plotHeight + plotGap) + plotGap;
      const height = Math.ceil(rws.length / columns) * (blockHeight + gap) - gap;
      const tooHigh = Math.max(0, height / width - shape);
      const merit = grid.size / (1 + 20 * tooHigh);
      if (!best || merit > best.merit) best = { merit, columns, across, blockWidth, plotWidth, grid, plotHeight, blockHeight, height };
    }
  const { columns, across, blockWidth, plotWidth, grid, plotHeight, blockHeight } = best;
  const points = new Float32Array(opened.homes.length * 2), blocks = [], plots = [];
  let home = 0;
  const place = new Map(rws.map((rw, i) => [rw, { i, filled: 0 }]));
  rws.forEach((rw, i) => blocks.push({
    rw, x: (i % columns) * (blockWidth + gap), y: Math.floor(i / columns) * (blockHeight + gap), width: blockWidth, height: blockHeight,
  }));
  rts.forEach(([rw, count], rt) => {
    const own = place.get(rw), block = blocks[own.i], at = own.filled++;
    const x = block.x + plotGap + (at % across) * (plotWidth + plotGap), y = block.y + label + Math.floor(at / across) * (plotHeight + plotGap);
    plots.push({ rt, rw, x, y, width: plotWidth, height: plotHeight });
    const inset = (plotWidth - grid.columns * grid.size) / 2;
    for (let k = 0; k < count; ++k, ++home) {
      points[2 * home] = x + inset + ((k % grid.columns) + 0.5) * grid.size;
      points[2 * home + 1] = y + (Math.floor(k / grid.columns) + 0.5) * grid.size;
    }
  });
  return { points, blocks, plots, size: grid.size, width, height: best.height };
}

// The home nearest to a place in the picture, or -1.
export function homeAt(layout, x, y) {
  let best = -1, least = (layout.size * 1.2) ** 2;
  for (let i = 0; i < layout.points.length / 2; ++i) {
    const d = (layout.points[2 * i] - x) ** 2 + (layout.points[2 * i + 1] - y) ** 2;
    if (d < least) [best, least] = [i, d];
  }
  return best;
}
