// A timeline: what lies under the pointer says what it is, a click on it is told, and so is a stretch that is brushed.

// Pixels from which a movement is no click.
const BRUSHED = 5;

let timelines = 0;

// Plotly fills in such a template, once for all marks of a trace.
function said({ hovertext, hovertemplate, text, customdata }, n) {
  if (hovertext) return hovertext[n];
  const shown = hovertemplate.replace("<extra></extra>", "").replace("%{text}", text[n]);
  return shown.replace(/%\{customdata\[(\d)\]\}/, (_, place) => customdata[n][place]);
}

class Timeline {
  constructor(box, tell) {
    this.box = box;
    this.tell = tell;
    this.name = `timeline-${++timelines}`;
    this.told = new Told();
    box.addEventListener("pointerdown", (event) => this.pressed(event));
    box.addEventListener("pointermove", (event) => this.moved(event));
    box.addEventListener("pointerup", (event) => this.released(event));
    box.addEventListener("pointercancel", () => this.left());
    box.addEventListener("pointerleave", () => this.left());
  }

  async ready() {}

  draw({ figure }, width) {
    this.left();
    this.lanes = new Lanes(figure, width, this.name);
    this.box.replaceChildren(this.lanes.svg);
  }

  at({ clientX, clientY }) {
    const { left, top } = this.lanes.svg.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  pressed(event) {
    this.point(event);
    if (event.button || !this.brushable(event)) return;
    [this.from] = this.at(event);
    this.box.setPointerCapture(event.pointerId);
  }

  brushable(event) {
    const [x, y] = this.at(event);
    const { room, layout } = this.lanes;
    const inside = x >= room.x && x <= room.x + room.wide && y >= room.y && y <= room.y + room.high;
    return layout.dragmode === "select" && inside;
  }

  moved(event) {
    const [x] = this.at(event);
    if (this.from === undefined) return this.point(event);
    if (!this.brush && Math.abs(x - this.from) < BRUSHED) return;
    this.told.hush();
    this.stretch(x);
  }

  stretch(x) {
    const { room, layout, svg } = this.lanes;
    this.brush ??= svg.appendChild(made("rect", { class: "brush", y: room.y, height: room.high, fill: layout.font.color }));
    const [low, high] = [x, this.from].map((end) => Math.min(room.x + room.wide, Math.max(room.x, end))).sort((a, b) => a - b);
    this.brush.setAttribute("x", low);
    this.brush.setAttribute("width", high - low);
  }

  released(event) {
    const [x, y] = this.at(event);
    const { brush, from, lanes } = this;
    this.left();
    if (brush) return this.tell("brushed", [lanes.day(from), lanes.day(x)]);
    const met = lanes.met(x, y);
    if (met && !event.button) this.tell("clicked", met.trace.customdata[met.n]);
  }

  point(event) {
    const met = this.lanes.met(...this.at(event));
    this.box.style.cursor = met ? "pointer" : this.brushable(event) ? "crosshair" : "";
    if (!met) return this.told.hush();
    const { clientX: left, clientY } = event;
    this.told.tell({ top: clientY - 8, bottom: clientY + 8, left, right: left }, ...spoken(said(met.trace, met.n)));
  }

  // What was brushed becomes a filter, and is no longer marked.
  left() {
    this.told.hush();
    this.brush?.remove();
    this.brush = this.from = undefined;
  }

  leave() {
    this.told.leave();
  }
}

