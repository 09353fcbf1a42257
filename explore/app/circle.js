// Draw the figure of a chord diagram as plotly does, which takes longer over filled outlines than all else together.
// Only what explore/charts/circle.py puts into a figure is understood.

// Pixels from a line to the label at its end; the width of the places to point at where a ribbon is a hairline.
const BESIDE = 3;
const REACH = 8;
// In sizes of type: from line to line, and from the middle of letters to their base line.
const LINE = 1.3;
const MIDDLE = 0.35;
const ANCHORS = { left: "start", right: "end" };

function made(name, attributes, ...inside) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...inside);
  return node;
}

// Numbers are sent as lists, or in 32 bits each.
function numbers(sent) {
  if (Array.isArray(sent)) return sent;
  return new Float32Array(Uint8Array.from(atob(sent.bdata), (letter) => letter.charCodeAt(0)).buffer);
}

// The markup of figures knows lines and, for a whole line, bold letters.
function lines(text) {
  return text.split("<br>").map((line) => ({ words: line.replace(/<\/?b>/g, ""), bold: line.includes("<b>") }));
}

function hatching({ size, solidity, fgcolor, bgcolor }, id) {
  const side = size * Math.SQRT1_2;
  const turned = { patternUnits: "userSpaceOnUse", patternTransform: "rotate(-45)" };
  const ground = made("rect", { width: side, height: side, fill: bgcolor });
  const stroke = made("rect", { width: side, height: side * solidity, fill: fgcolor });
  return made("pattern", { id, width: side, height: side, ...turned }, ground, stroke);
}

// "parts" tells by the node under the pointer which trace it belongs to.
class Circle {
  constructor({ data, layout }, width, name) {
    this.parts = new Map();
    this.hatched = `url(#${name})`;
    this.measure(layout, width);
    const filled = data.filter((trace) => trace.fill);
    const pattern = filled.find((trace) => trace.fillpattern)?.fillpattern;
    this.svg = made("svg", { class: "circle", width, height: layout.height, "font-family": layout.font.family });
    if (pattern) this.svg.append(hatching(pattern, name));
    this.svg.append(...filled.map((trace) => this.around(trace)), ...data.map((trace) => this.shape(trace)));
    this.svg.append(...layout.annotations.map((note) => this.note(note)));
  }

  // As large as axes and margins let it be.
  measure({ margin, height, xaxis, yaxis }, width) {
    const [wide, high] = [width - margin.l - margin.r, height - margin.t - margin.b];
    this.room = { x: margin.l, y: margin.t, wide, high };
    this.radius = Math.min(wide / (xaxis.range[1] - xaxis.range[0]), high / (yaxis.range[1] - yaxis.range[0]));
  }

  at(x, y) {
    const { room, radius } = this;
    return [room.x + room.wide / 2 + radius * x, room.y + room.high / 2 - radius * y];
  }

  shape(trace) {
    if (trace.fill) return this.outline(trace);
    return trace.mode === "text" ? this.labels(trace) : this.strokes(trace);
  }

  outline(trace) {
    const fill = trace.fillpattern ? this.hatched : trace.fillcolor;
    return this.part(trace, { class: "trace", fill, stroke: trace.line.color, "stroke-width": trace.line.width });
  }

  // Below all else, so that it is met only where nothing wider lies.
  around(trace) {
    return this.part(trace, { class: "around", "stroke-width": REACH });
  }

  // The others, taken together, lead nowhere: nothing stands for them in a filter.
  part(trace, look) {
    const cursor = trace.meta.includes("") ? "default" : "pointer";
    const node = made("path", { d: this.path(trace) + "Z", cursor, ...look });
    this.parts.set(node, trace);
    return node;
  }

  strokes(trace) {
    const { color, width } = trace.line;
    return made("path", { d: this.path(trace), fill: "none", stroke: color, "stroke-width": width });
  }

  // Null ends one line and begins the next.
  path(trace) {
    const [across, up] = [numbers(trace.x), numbers(trace.y)];
    let pen = "M";
    let drawn = "";
    across.forEach((x, n) => {
      if (x !== null) drawn += pen + this.at(x, up[n]).map((place) => place.toFixed(2));
      pen = x === null ? "M" : "L";
    });
    return drawn;
  }

  labels({ x, y, text, textposition, textfont }) {
    const look = { fill: textfont.color, "font-size": textfont.size };
    const written = text.map((name, n) => {
      const [left, middle] = this.at(x[n], y[n]);
      const right = textposition[n].endsWith("right");
      const place = { x: left + (right ? BESIDE : -BESIDE), y: middle + MIDDLE * textfont.size };
      return made("text", { ...place, "text-anchor": right ? "start" : "end" }, name);
    });
    return made("g", look, ...written);
  }

  note({ x, y, xanchor, yanchor, yshift = 0, font, text }) {
    const { room } = this;
    const left = room.x + x * room.wide;
    const first = room.y + (1 - y) * room.high - yshift + font.size * (yanchor === "top" ? 1 : MIDDLE);
    const look = { y: first, fill: font.color, "font-size": font.size, "text-anchor": ANCHORS[xanchor] ?? "middle" };
    const written = lines(text).map(({ words, bold }, n) =>
      made("tspan", { x: left, dy: n && LINE * font.size, "font-weight": bold ? 700 : 400 }, words),
    );
    return made("text", look, ...written);
  }
}

