// Draw the figure of a timeline, or of the days of years, as plotly does, in a fraction of its time.
// Only what explore/charts puts into the figures of timeline.py, pulse.py and calendar.py is understood.

// The axis of counts reaches so many times as far as the highest column.
const ABOVE = 1.055;
// Pixels between plot and labels, at least between two labels, and about a mark in which it can be pointed at.
const ASIDE = 7;
const APART = 6;
const NEAR = 12;
// Of the legend: height of a row, half of a box, what is left free around symbols, and pixels from the middle of the
// lowest row to the plot or to the labels above it.
const ROW = 20;
const BOX = { wide: 8, high: 5 };
const FREE = { before: 8, between: 4, behind: 7 };
const OVER = 15;
// So much wider than a ring is what is cut out of what it lies on.
const CUT = 2;
// The radius of a dot, of the space from dot to dot: as small as in what is taken away.
const DOT = 0.15;

const pen = document.createElement("canvas").getContext("2d");

function measured(text, font) {
  pen.font = font;
  return Math.max(...lines(text).map(({ words }) => pen.measureText(words).width));
}

// Milliseconds of a date: "2018-12-30", "2018-12-30 12:00". A day of the year stays a number.
function moment(date) {
  if (typeof date === "number") return date;
  return Date.parse(date.length > 10 ? date.replace(" ", "T") + "Z" : date);
}

// What holds for all marks of a trace is sent once.
function each(value, n) {
  return Array.isArray(value) || ArrayBuffer.isView(value) ? value[n] : value;
}

function round(x, y, radius) {
  const arc = `a${radius} ${radius} 0 1 1`;
  return `M${x - radius} ${y}${arc} ${2 * radius} 0${arc} ${-2 * radius} 0Z`;
}

function crossed(x, y, reach) {
  return `M${x - reach} ${y - reach}l${2 * reach} ${2 * reach}m0 ${-2 * reach}l${-2 * reach} ${2 * reach}`;
}

const SYMBOLS = {
  circle: round,
  "circle-open": round,
  "circle-x-open": (x, y, radius) => round(x, y, radius) + crossed(x, y, radius * Math.SQRT1_2),
};

function look(marker, n) {
  const [hue, line] = [each(marker.color, n), marker.line];
  const broken = line.dash && { "stroke-dasharray": line.dash.replaceAll("px", "") };
  if (marker.symbol?.endsWith("open")) return { fill: "none", stroke: hue, "stroke-width": line.width, ...broken };
  return { fill: hue, stroke: each(line.color, n), "stroke-width": line.width };
}

// Of a symbol in the legend.
function half(marker) {
  return marker.symbol ? marker.size / 2 : BOX.wide;
}

// What has no words of its own stands before those of the next one.
function entries(traces) {
  const found = [];
  let open = [];
  for (const trace of traces) {
    open.push(trace);
    if (trace.name) open = found.push(open) && [];
  }
  return found;
}

// The tile begins so that the middle of a box falls on a dot or a crossing.
function hatch({ shape, size, solidity }, hue, id, { x, y }) {
  const shared = { id, width: size, height: size, patternUnits: "userSpaceOnUse" };
  const [here, back] = [`translate(${x} ${y})`, `translate(${-size / 2} ${-size / 2})`];
  if (shape === ".") {
    const middle = { cx: size / 2, cy: size / 2 };
    const dot = made("circle", { ...middle, r: size * DOT, fill: hue });
    return made("pattern", { ...shared, patternTransform: here + back }, dot);
  }
  const strokes = { d: `M0 ${size / 2}H${size}M${size / 2} 0V${size}`, stroke: hue, fill: "none" };
  const wide = size * (1 - Math.sqrt(1 - solidity));
  const turned = { ...shared, patternTransform: `${here}rotate(45)${back}` };
  return made("pattern", turned, made("path", { ...strokes, "stroke-width": wide }));
}

// "spots" are what can be pointed at, each with its trace and its place in it: marks by their middle, the rest by its box.
class Lanes {
  constructor({ data, layout }, width, name) {
    this.layout = layout;
    this.name = name;
    this.spots = [];
    this.hatchings = [];
    this.font = `${layout.font.size}px ${layout.font.family}`;
    const keys = this.keys(data, width);
    this.measure(data, width, keys.length);
    const drawn = data.filter((trace) => !trace.showlegend).flatMap((trace) => this.trace(trace));
    const explained = this.legend(keys);
    this.svg = made("svg", { class: "lanes", width, height: layout.height, "font-family": layout.font.family });
    this.svg.append(this.definitions(), ...this.grid(), made("g", { "clip-path": `url(#${name})` }, ...drawn));
    this.svg.append(...this.labels(), ...explained);
    this.svg.append(...(layout.annotations ?? []).map((note) => noted(note, this.room)));
  }

  // Legends that take more rows than were counted on push the plot down.
  measure(data, width, rows) {
    const { margin, height, xaxis } = this.layout;
    const legends = new Set(data.filter((trace) => trace.showlegend).map((trace) => trace.legend)).size;
    const top = margin.t + ROW * (rows - legends);
    this.room = { x: margin.l, y: top, wide: width - margin.l - margin.r, high: height - top - margin.b };
    [this.first, this.last] = xaxis.range.map(moment);
    const overview = data.filter((trace) => trace.type === "bar" && trace.yaxis === "y" && !trace.showlegend);
    const heights = overview.flatMap((trace) => Array.from(trace.y, (y, n) => y + trace.base[n]));
    this.axes = { y: this.axis("yaxis", [0, ABOVE * Math.max(0, ...heights)]), y2: this.axis("yaxis2") };
  }

  axis(name, among) {
    const axis = this.layout[name];
    if (!axis) return null;
    const [low, high] = axis.range ?? among;
    const { y, high: whole } = this.room;
    const [below, above] = axis.domain ?? [0, 1];
    const [bottom, top] = [y + whole * (1 - below), y + whole * (1 - above)];
    return { ...axis, top, bottom, at: (value) => bottom - ((value - low) / (high - low)) * (bottom - top) };
  }

  across(time) {
    return this.room.x + ((time - this.first) / (this.last - this.first)) * this.room.wide;
  }

  // The day under a place, within the axis.
  day(x) {
    const share = (x - this.room.x) / this.room.wide;
    const time = this.first + Math.min(1, Math.max(0, share)) * (this.last - this.first);
    return new Date(time).toISOString().slice(0, 10);
  }

  definitions() {
    const { x, y, wide, high } = this.room;
    const inside = made("clipPath", { id: this.name }, made("rect", { x, y, width: wide, height: high }));
    return made("defs", {}, inside, ...this.hatchings);
  }

  grid() {
    const { xaxis, yaxis, shapes = [] } = this.layout;
    const { y, y2 } = this.axes;
    const plots = [y, y2].filter((axis) => axis);
    const upright = xaxis.minor.tickvals.map((date) => this.across(moment(date)));
    const seen = upright.filter((x) => x >= this.room.x && x <= this.room.x + this.room.wide);
    const uprights = seen.flatMap((x) => plots.map(({ top, bottom }) => `M${x} ${top}V${bottom}`)).join("");
    const level = (at) => `M${this.room.x} ${at}h${this.room.wide}`;
    const levels = (yaxis.tickvals ?? []).map((value) => level(y.at(value)));
    const floors = shapes.map(({ y0 }) => level(y2.at(y0)));
    const stroke = xaxis.minor.gridcolor;
    return [made("path", { d: uprights + levels.concat(floors).join(""), stroke, "shape-rendering": "crispEdges" })];
  }

  labels() {
    const sides = Object.values(this.axes).flatMap((axis) => (axis?.tickvals ? this.beside(axis) : []));
    return [...sides, ...this.along()];
  }

  beside({ side, tickvals, ticktext, tickfont, color, at }) {
    const right = side === "right";
    const { x: left, wide } = this.room;
    const size = this.layout.font.size;
    const shared = { x: right ? left + wide + ASIDE : left - ASIDE, anchor: right ? "start" : "end", size };
    const colour = tickfont?.color ?? color;
    return tickvals.map((value, n) => written(ticktext[n], { ...shared, y: at(value) + MIDDLE * size, colour }));
  }

  // A label that would run into the one before is left out.
  along() {
    const { font, xaxis } = this.layout;
    const y = xaxis.side === "top" ? this.room.y - ASIDE : this.room.y + this.room.high + font.size + 2;
    let free = -Infinity;
    return xaxis.tickvals.flatMap((date, n) => {
      const [x, half] = [this.across(moment(date)), measured(xaxis.ticktext[n], this.font) / 2];
      if (x - half < free) return [];
      free = x + half + APART;
      return [written(xaxis.ticktext[n], { x, y, anchor: "middle", size: font.size, colour: xaxis.color })];
    });
  }

  trace(trace) {
    if (trace.type === "scatter") return this.marks(trace);
    return trace.orientation === "h" ? this.spans(trace) : this.columns(trace);
  }

  columns(trace) {
    const { at } = this.axes[trace.yaxis];
    const boxes = trace.x.map((date, n) => {
      const middle = moment(date);
      const [left, right] = [this.across(middle - trace.width / 2), this.across(middle + trace.width / 2)];
      return { left, right, top: at(trace.base[n] + trace.y[n]), bottom: at(trace.base[n]) };
    });
    return this.boxes(trace, boxes);
  }

  spans(trace) {
    const { at } = this.axes[trace.yaxis ?? "y"];
    const boxes = Array.from(trace.base, (date, n) => {
      const [begin, y] = [moment(date), trace.y[n]];
      const [left, right] = [this.across(begin), this.across(begin + trace.x[n])];
      return { left, right, top: at(y + trace.width / 2), bottom: at(y - trace.width / 2) };
    });
    return this.boxes(trace, boxes);
  }

  boxes(trace, boxes) {
    this.spots.push(...boxes.map((box, n) => ({ ...box, trace, n })));
    return this.filled(trace.marker, boxes, trace.yaxis === "y" ? "overview" : "bars");
  }

  filled(marker, boxes, kind) {
    const outline = ({ left, right, top, bottom }) => `M${left} ${bottom}V${top}H${right}V${bottom}Z`;
    const drawn = this.paths(marker, boxes.map(outline), kind);
    if (!marker.pattern?.shape) return drawn;
    const hatched = (box, n) => made("path", { class: kind, d: outline(box), fill: this.hatching(marker, n, box) });
    return [...drawn, ...boxes.map(hatched)];
  }

  hatching(marker, n, { left, right, top, bottom }) {
    const id = `${this.name}-${this.hatchings.length}`;
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    this.hatchings.push(hatch(marker.pattern, look(marker, n).stroke, id, middle));
    return `url(#${id})`;
  }

  marks(trace) {
    const { at } = this.axes[trace.yaxis ?? "y"];
    const draw = SYMBOLS[trace.marker.symbol];
    const radius = (n) => each(trace.marker.size, n) / 2;
    const places = Array.from(trace.x, (date, n) => [this.across(moment(date)), at(trace.y[n])]);
    this.spots.push(...places.map(([x, y], n) => ({ x, y, radius: radius(n), trace, n })));
    const outlines = places.map(([x, y], n) => draw(x, y, radius(n)));
    return [...this.cut(trace.marker, places, radius), ...this.paths(trace.marker, outlines, "marks")];
  }

  // A ring would not be seen on a mark of its own colour.
  cut({ symbol, line }, places, radius) {
    if (!symbol.endsWith("open")) return [];
    const d = places.map(([x, y], n) => round(x, y, radius(n))).join("");
    const stroke = this.layout.plot_bgcolor;
    return [made("path", { class: "cut", d, fill: "none", stroke, "stroke-width": line.width + CUT })];
  }

  // What looks alike is one path.
  paths(marker, outlines, kind) {
    const alike = new Map();
    outlines.forEach((outline, n) => {
      const looked = JSON.stringify(look(marker, n));
      alike.set(looked, (alike.get(looked) ?? "") + outline);
    });
    return [...alike].map(([looked, d]) => made("path", { class: kind, d, ...JSON.parse(looked) }));
  }

  // The rows of all legends from the top, each with its entries and where they begin.
  keys(data, width) {
    const traces = data.filter((trace) => trace.showlegend);
    const legends = [...new Set(traces.map((trace) => trace.legend))].reverse();
    return legends.flatMap((legend) => this.rows(traces.filter((trace) => trace.legend === legend), width));
  }

  rows(traces, width) {
    const { margin, legend } = this.layout;
    const free = width - (legend.x ? margin.r : margin.l);
    const rows = [];
    let begin = Infinity;
    for (const entry of entries(traces)) {
      const symbols = entry.reduce((wide, { marker }) => wide + 2 * half(marker) + FREE.between, FREE.before);
      const behind = symbols - FREE.between + FREE.behind;
      const wide = behind + measured(entry.at(-1).name, this.font) + 2 * APART;
      if (begin + wide > free) begin = rows.push([]) && 0;
      rows.at(-1).push({ entry, begin, behind });
      begin += wide;
    }
    return rows;
  }

  legend(rows) {
    return rows.flatMap((row, n) => {
      const y = this.over() - ROW * (rows.length - 1 - n);
      return row.flatMap((key) => this.key(key, y));
    });
  }

  // The middle of the lowest row of the legend, which stands over labels above the plot.
  over() {
    const { font, xaxis } = this.layout;
    return this.room.y - OVER - (xaxis.side === "top" ? font.size + ASIDE : 0);
  }

  // Symbols stand before their word.
  key({ entry, begin, behind }, y) {
    const { legend, font } = this.layout;
    const [from, way] = legend.x ? [this.room.x + this.room.wide, -1] : [this.room.x, 1];
    let free = begin + FREE.before;
    const drawn = entry.flatMap(({ marker }) => {
      const x = from + way * (free + half(marker));
      free += 2 * half(marker) + FREE.between;
      return this.symbol(marker, x, y);
    });
    const anchor = legend.x ? "end" : "start";
    const place = { x: from + way * (begin + behind), y: y + MIDDLE * font.size };
    return [...drawn, written(entry.at(-1).name, { ...place, anchor, size: font.size, colour: legend.font.color })];
  }

  symbol(marker, x, y) {
    if (marker.symbol) return this.paths(marker, [SYMBOLS[marker.symbol](x, y, marker.size / 2)], "key");
    const box = { left: x - BOX.wide, right: x + BOX.wide, top: y - BOX.high, bottom: y + BOX.high };
    return this.filled(marker, [box], "key");
  }

  // The mark under a place, or the box, or the mark nearest to it.
  met(x, y) {
    const under = (spot) => Math.hypot(spot.x - x, spot.y - y) <= spot.radius;
    const inside = ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom;
    return this.spots.findLast(under) ?? this.spots.findLast(inside) ?? this.nearest(x, y);
  }

  nearest(x, y) {
    let [found, least] = [null, NEAR];
    for (const spot of this.spots) {
      const away = Math.hypot(spot.x - x, spot.y - y);
      if (away < least) [found, least] = [spot, away];
    }
    return found;
  }
}

