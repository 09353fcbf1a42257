// Draw the figure of a chord diagram as plotly does, which takes longer over filled outlines than all else together.
// Only what explore/charts/circle.py puts into a figure is understood.

// Pixels from a line to the label at its end; the width of the places to point at where a ribbon is a hairline.
const BESIDE = 3;
const REACH = 8;

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
    this.svg.append(...layout.annotations.map((note) => noted(note, this.room)));
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
    let pen = "M";
    let drawn = "";
    trace.x.forEach((x, n) => {
      if (x !== null) drawn += pen + this.at(x, trace.y[n]).map((place) => place.toFixed(2));
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
}
