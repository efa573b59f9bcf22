// Charts of a sweep.
import { axis, band, line, tooltip } from "../shared/charts.js";
import { unitOf } from "../shared/format.js";
import { scaleOf } from "../shared/plots.js";
import { faded } from "../shared/theme.js";
import { unitInIndonesian } from "../shared/units_id.js";

const digitsOf = (step) => (step < 1 ? (step < 0.1 ? 2 : 1) : 0);
const plain = (x) => String(Number(Number(x).toPrecision(4)));

// What a parameter is set to at a place of its axis.
export const settingAt = (axis, place, digits = 6) => (axis.is_number ? String(Number(place.toPrecision(digits))) : axis.levels[place]);

// A parameter's unit in the page's language.
export const unitText = ({ f }, { unit }) => (f.lang === "id" ? unitInIndonesian(unit) : unit);

// The name of a parameter's axis: its key, and below it its unit; as wide as there is room.
const named = (page, moved, t, width) => ({ name: [moved.key, unitText(page, moved)].filter(Boolean).join("\n"), nameLocation: "middle", nameGap: 28,
  nameTextStyle: { width: Math.max(80, width), overflow: "truncate", lineHeight: 16, color: t.muted } });
// Room below for it.
const roomBelow = (moved) => (moved.unit ? 30 : 14);

// Of values in the outcome's own unit; the axis says which outcome that is.
function valueAxis({ f, words }, t, info, values, width = 0) {
  const { scale, name } = unitOf(info.unit, f.lang), own = values.filter((x) => x !== null && Number.isFinite(x)).map((x) => x * scale);
  const span = scaleOf(own, { zero: Math.min(...own) >= 0 && Math.min(...own) < 0.5 * Math.max(...own), count: 4 });
  return { span, axis: axis(t, { type: "value", min: span.low, max: info.unit === "share" ? Math.min(100, span.high) : span.high, interval: span.step,
    name: `${words.outcomeName(info.name, true)}, ${name}`, nameLocation: "end", nameGap: 10,
    nameTextStyle: { align: "left", width: Math.max(120, width - 30), overflow: "truncate" },
    axisLabel: { formatter: (x) => `${f.number(x, digitsOf(span.step))}${info.unit === "share" ? f.words.percent : ""}` } }) };
}

// A parameter's own axis: numbers along a line, or its choices.
function placeAxis(page, t, moved, values, width) {
  const shared = { ...named(page, moved, t, width - 70), grid: false, axisLine: { show: true, lineStyle: { color: t.line } } };
  if (!moved.is_number) return axis(t, { ...shared, type: "category", data: moved.levels,
    axisLabel: { interval: 0, width: Math.max(40, (width - 70) / moved.levels.length - 6), overflow: "truncate" } });
  const span = scaleOf(values, { zero: false, count: Math.max(2, Math.floor(width / 100)) });
  return axis(t, { ...shared, type: "value", min: span.low, max: span.high, interval: span.step, axisLabel: { formatter: plain, hideOverlap: true } });
}

// Whiskers at places of an axis. rows: [x, estimate, low, high], scaled.
function whiskers(rows, colour) {
  return { type: "custom", silent: true, z: 2, data: rows.map((_, i) => [i]), encode: { x: -1, y: -1 }, clip: true,
    renderItem: (_, api) => {
      const [x, , low, high] = rows[api.value(0)];
      if (low === null || high === null) return null;
      const [at, bottom] = api.coord([x, low]), [, top] = api.coord([x, high]);
      return { type: "group", children: [[at, bottom, at, top], [at - 3, bottom, at + 3, bottom], [at - 3, top, at + 3, top]].map(([x1, y1, x2, y2]) =>
        ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 1.4 } })) };
    } };
}

const scaledRows = (rows, scale) => rows.filter((row) => row[1] !== null).map(([x, ...rest]) => [x, ...rest.map((y) => (y === null ? null : y * scale))]);
const inWords = ({ f }, [, mean, low, high], unit, digits) =>
  `${f.number(mean, digits)}${low === null ? "" : ` ${f.between(f.number(low, digits), f.number(high, digits))}`} ${unit.name}`;

// One parameter: every point with its interval, joined where the parameter is a number.
export function responseOption(page, one, a, t, width) {
  const { model, f } = page, info = model.outcomes[one.outcome], unit = unitOf(info.unit, f.lang), moved = model.designed.axes[a];
  const rows = scaledRows(model.designed.points.map(([, places], i) => [places[a], ...one.means[i]]).sort((p, q) => p[0] - q[0]), unit.scale);
  const values = valueAxis(page, t, info, rows.flatMap(([, ...rest]) => rest).map((x) => (x === null ? null : x / unit.scale)), width);
  const digits = Math.max(1, digitsOf(values.span.step)), close = rows.length > 25 && moved.is_number;
  const tip = tooltip(t, (at) => {
    const row = rows[at.dataIndex];
    return [`${moved.key} ${moved.is_number ? plain(row[0]) : moved.levels[row[0]]}`, inWords(page, row, unit, digits)];
  }, { trigger: "item" });
  return {
    grid: { left: 8, right: 18, top: 34, bottom: 14 + roomBelow(moved), containLabel: true },
    xAxis: placeAxis(page, t, moved, model.designed.points.map(([, places]) => places[a]), width), yAxis: values.axis, tooltip: tip,
    series: [
      ...(close ? [band(t, rows.map(([x]) => x), rows.map((row) => row[2]), rows.map((row) => row[3]), t.accent, 0.18)] : [whiskers(rows, t.accent)]),
      ...(moved.is_number ? [line(t, rows.map(([x]) => x), rows.map((row) => row[1]), t.accent, { width: close ? 2 : 1.2 })] : []),
      { type: "scatter", z: 4, symbolSize: close ? 4 : 8, data: rows.map(([x, y]) => [x, y]), itemStyle: { color: t.accent } },
    ],
  };
}

// One parameter of several: all points, faint, and what they come to on average.
export function panelOption(page, one, a, t, width) {
  const { model, words, f } = page, info = model.outcomes[one.outcome], unit = unitOf(info.unit, f.lang), moved = model.designed.axes[a];
  const dots = model.designed.points.map(([number, places], i) => (
    { value: [places[a], one.means[i][0] === null ? null : one.means[i][0] * unit.scale], number })).filter(({ value }) => value[1] !== null);
  const rows = scaledRows(one.responses[a], unit.scale);
  const values = valueAxis(page, t, info, [...one.means.map(([mean]) => mean), ...one.responses[a].flatMap(([, , low, high]) => [low, high])], width);
  const digits = Math.max(1, digitsOf(values.span.step));
  const tip = tooltip(t, (at) => at.seriesName === "mean"
    ? [`${moved.key} ${moved.is_number ? plain(rows[at.dataIndex][0]) : moved.levels[rows[at.dataIndex][0]]}`,
      inWords(page, rows[at.dataIndex], unit, digits)]
    : [words.designs.point(at.data.number + 1),
      `${moved.key} ${moved.is_number ? plain(at.value[0]) : moved.levels[at.value[0]]}: ${f.number(at.value[1], digits)} ${unit.name}`],
    { trigger: "item" });
  const curve = moved.has_few
    ? [whiskers(rows, t.accent),
      ...(moved.is_number ? [line(t, rows.map(([x]) => x), rows.map((row) => row[1]), t.accent, { width: 1.5 })] : []),
      { type: "scatter", name: "mean", z: 4, symbolSize: 9, data: rows.map(([x, y]) => [x, y]),
        itemStyle: { color: t.accent, borderColor: t.paper, borderWidth: 1.5 } }]
    : [band(t, rows.map(([x]) => x), rows.map((row) => row[2]), rows.map((row) => row[3]), t.accent, 0.25),
      line(t, rows.map(([x]) => x), rows.map((row) => row[1]), t.accent)];
  return {
    grid: { left: 8, right: 14, top: 34, bottom: 14 + roomBelow(moved), containLabel: true },
    xAxis: placeAxis(page, t, moved, model.designed.points.map(([, places]) => places[a]), width), yAxis: values.axis, tooltip: tip,
    series: [{ type: "scatter", z: 1, symbolSize: dots.length > 300 ? 3 : 5, data: dots,
      itemStyle: { color: faded(t.baseline, dots.length > 300 ? 0.35 : 0.55) } },
      ...curve],
  };
}

// Two parameters: a cell a point. The best has a frame; what can't be told from it a dashed one.
export function mapOption(page, one, t, width, height) {
  const { model, words, f } = page, info = model.outcomes[one.outcome], unit = unitOf(info.unit, f.lang), { axes, points } = model.designed;
  const across = axes[0].levels.length >= axes[1].levels.length ? 0 : 1, up = 1 - across;
  const place = (a, places) => axes[a].values.indexOf(places[a]);
  const cells = points.map(([number, places], i) => ({ number, places, i,
    value: [place(across, places), place(up, places), one.means[i][0] === null ? null : one.means[i][0] * unit.scale] }));
  const finite = cells.map(({ value }) => value[2]).filter((x) => x !== null), low = Math.min(...finite), high = Math.max(...finite);
  const digits = high - low < 1 ? 2 : high - low < 20 ? 1 : 0, equals = new Set(one.extremes.equals);
  const room = { left: 78, right: 10, top: 10, bottom: 112 };
  const cellWidth = (width - room.left - room.right) / axes[across].levels.length, cellHeight = (height - room.top - room.bottom) / axes[up].levels.length;
  const written = cellWidth >= (high >= 1000 ? 46 : 34) && cellHeight >= 15;
  const framed = cells.filter(({ number }) => number === one.extremes.best || equals.has(number));
  const category = (a, more, length) => axis(t, { type: "category", data: axes[a].levels, ...named(page, axes[a], t, length), grid: false,
    splitArea: { show: false }, ...more, axisLabel: { hideOverlap: true, ...more.axisLabel } });
  return {
    grid: room,
    xAxis: category(across, { nameGap: 26 }, width - room.left - room.right),
    yAxis: category(up, { nameGap: 44, nameRotate: 90 }, height - room.top - room.bottom),
    tooltip: tooltip(t, (at) => {
      const { i, places, number } = at.data, mean = one.means[i].map((x) => (x === null ? null : x * unit.scale));
      return [axes.map((own, a) => `${own.key} ${settingAt(own, places[a])}`).join(", "), inWords(page, [0, ...mean], unit, Math.max(1, digits)),
        ...(number === one.extremes.best ? [words.designs.isBest] : equals.has(number) ? [words.designs.likeBest] : [])];
    }, { trigger: "item" }),
    visualMap: { type: "continuous", min: low, max: high === low ? low + 1 : high, dimension: 2, seriesIndex: 0, orient: "horizontal",
      left: "center", bottom: 0, itemWidth: 12, itemHeight: Math.min(180, width / 3), hoverLink: false, calculable: false,
      text: [`${f.number(high, digits)} ${unit.name}`, `${f.number(low, digits)} ${unit.name}`],
      textStyle: { color: t.muted, fontFamily: t.font, fontSize: 12 }, inRange: { color: [t.faint, t.accent] } },
    series: [
      { type: "heatmap", data: cells.filter(({ value }) => value[2] !== null), itemStyle: { borderColor: t.paper, borderWidth: 1 },
        emphasis: { disabled: true },
        label: { show: written, fontFamily: t.font, fontSize: 12,
          formatter: ({ value }) => `{${(value[2] - low) / (high - low || 1) > 0.55 ? "on" : "off"}|${f.number(value[2], digits)}}`,
          rich: { on: { color: t.paper, fontSize: 12, fontFamily: t.font }, off: { color: t.ink, fontSize: 12, fontFamily: t.font } } } },
      { type: "custom", silent: true, z: 5, data: framed.map((_, i) => [i]), encode: { x: -1, y: -1 }, renderItem: (_, api) => {
        const { number, value } = framed[api.value(0)], [x, y] = api.coord([value[0], value[1]]), best = number === one.extremes.best;
        return { type: "rect", shape: { x: x - cellWidth / 2 + 2, y: y - cellHeight / 2 + 2, width: cellWidth - 4, height: cellHeight - 4, r: 2 },
          style: { fill: null, stroke: t.ink, lineWidth: best ? 2.6 : 1.2, lineDash: best ? null : [3, 3] } };
      } },
    ],
  };
}
