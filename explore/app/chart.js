// Draw a chart, and change the drawing when its figure changes: the page keeps it, and the reader's place in it.
// Hands to Python what is clicked (the custom data of a mark) and the stretch that is brushed.
// Under the pointer, what has nothing to do with an arc or ribbon fades: traces name their ends in "meta".

// The pixels across a sheet of A4 or Letter between the margins of style.css.
const PAPER = 690;
// Milliseconds that a width must last until the chart takes it on: a sidebar slides.
const SETTLED = 100;

let plotly = null;

// Once for all charts; after a failure the next chart tries again.
function load(address) {
  plotly ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(address, document.baseURI);
    script.onload = () => done(window.Plotly);
    script.onerror = () => {
      plotly = null;
      failed();
    };
    document.head.append(script);
  });
  return plotly;
}

function belongs(ends, others) {
  if (ends.length < 2 || ends[1] === null) return others.includes(ends[0]);
  return others.length < 2 ? ends.includes(others[0]) : others[0] === ends[0] && others[1] === ends[1];
}

class Chart {
  constructor(parentElement) {
    this.box = parentElement.appendChild(document.createElement("div"));
    this.resized = new ResizeObserver(() => this.wait());
    this.resized.observe(this.box);
    this.shrink = this.shrink.bind(this);
    this.restore = this.restore.bind(this);
    addEventListener("beforeprint", this.shrink);
    addEventListener("afterprint", this.restore);
  }

  async show(data, tell) {
    this.tell = tell;
    if (data === this.data) return;
    this.data = data;
    this.box.classList.remove("message");
    this.box.setAttribute("role", "figure");
    this.box.setAttribute("aria-label", data.alt);
    this.box.style.height = data.figure.layout.height + "px";
    try {
      this.plotly = await load(data.plotly);
    } catch {
      this.fail();
    }
    if (this.plotly && this.data === data) this.draw();
  }

  draw() {
    const width = (this.width = this.box.clientWidth);
    if (!width) return;
    const first = !this.box.on;
    if (first) this.box.replaceChildren();
    const { data, layout } = this.data.figure;
    this.plotly.react(this.box, data, { ...layout, width }, this.data.config);
    this.left();
    if (first) this.listen();
  }

  listen() {
    this.box.on("plotly_click", (event) => this.clicked(event));
    this.box.on("plotly_selected", (event) => this.selected(event));
    this.box.on("plotly_hover", (event) => this.hovered(event));
    this.box.on("plotly_unhover", () => this.left());
    this.center();
  }

  clicked(event) {
    const place = event.points.map((point) => point.customdata).find((given) => given);
    if (place) this.tell("clicked", place);
  }

  // What was brushed becomes a filter, and is no longer marked.
  selected(event) {
    if (!event?.range) return;
    this.tell("brushed", event.range.x);
    this.plotly.update(this.box, { selectedpoints: null }, { selections: [] });
  }

  traces() {
    const drawn = [...this.box.querySelectorAll(".scatterlayer > .trace")].filter((node) => node.__data__);
    return drawn.map((node) => [node, node.__data__[0].trace.meta]).filter(([, meta]) => Array.isArray(meta));
  }

  hovered(event) {
    const point = event.points[0];
    const ends = point.customdata || (point.fullData || {}).meta;
    if (!Array.isArray(ends)) return;
    this.traces().forEach(([node, meta]) => node.classList.toggle("faded", !belongs([...ends], meta)));
  }

  left() {
    this.box.querySelectorAll(".faded").forEach((node) => node.classList.remove("faded"));
  }

  // Where the page is too narrow for a chart, it is scrolled: begin in its middle, unless names stand at its side.
  center() {
    const scrolled = this.box.closest('[class*="st-key-in-figure-"]');
    const hidden = scrolled.scrollWidth - scrolled.clientWidth;
    if (hidden > 0 && !this.box.querySelector(".ytick")) {
      const back = getComputedStyle(scrolled).direction === "rtl" ? -1 : 1;
      scrolled.scrollLeft = (back * hidden) / 2;
    }
  }

  wait() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.fit(), this.width ? SETTLED : 0);
  }

  fit() {
    const width = this.box.clientWidth;
    if (!this.plotly || !width || width === this.width || this.box.style.zoom) return;
    if (!this.width) return this.draw();
    this.width = width;
    this.plotly.relayout(this.box, { width });
  }

  // On paper a chart keeps the width that it has on the screen, and would be cut: make it smaller as the page is.
  shrink() {
    const column = this.box.closest(".stMainBlockContainer");
    const style = getComputedStyle(column);
    const wide = column.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    this.box.style.zoom = Math.min(1, PAPER / wide);
  }

  restore() {
    this.box.style.zoom = "";
  }

  fail() {
    this.box.style.height = "";
    this.box.classList.add("message");
    this.box.setAttribute("role", "alert");
    this.box.removeAttribute("aria-label");
    this.box.replaceChildren(this.data.failed);
  }

  leave() {
    clearTimeout(this.waiting);
    this.resized.disconnect();
    removeEventListener("beforeprint", this.shrink);
    removeEventListener("afterprint", this.restore);
    this.plotly?.purge(this.box);
    this.box.remove();
  }
}

const charts = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  if (!data.figure) return void load(data.plotly).catch(() => {});
  if (!charts.has(parentElement)) charts.set(parentElement, new Chart(parentElement));
  const chart = charts.get(parentElement);
  chart.show(data, setTriggerValue);
  return () => {
    chart.leave();
    charts.delete(parentElement);
  };
}
