// Draw a chart, and change the drawing when its figure changes: the page keeps it, and the reader's place in it.
// Hands to Python what is clicked and the stretch that is brushed.

// The pixels across a sheet of A4 or Letter between the margins of style.css.
const PAPER = 690;
// Milliseconds that a width must last until the chart takes it on: a sidebar slides.
const SETTLED = 100;

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

  async show(sent, tell) {
    this.tell = tell;
    if (sent === this.sent) return;
    this.sent = sent;
    const data = JSON.parse(new TextDecoder().decode(sent));
    this.data = { ...data, figure: unpacked(data.figure, data.words) };
    this.box.classList.remove("message");
    this.box.setAttribute("role", "figure");
    this.box.setAttribute("aria-label", data.alt);
    this.box.style.height = data.figure.layout.height + "px";
    this.box.style.minWidth = (data.figure.layout.meta?.least ?? 0) + "px";
    this.drawing ??= this.drawn();
    try {
      await this.drawing.ready(data);
    } catch {
      return this.fail();
    }
    this.ready = true;
    if (this.sent === sent) this.draw();
  }

  // Of all charts, only a chord diagram is as high as wide whatever its box is, and only what runs along days has lines
  // between its labels.
  drawn() {
    const { xaxis, yaxis } = this.data.figure.layout;
    const Drawing = yaxis.scaleanchor ? Chord : xaxis.minor ? Timeline : Plot;
    return new Drawing(this.box, (...told) => this.tell(...told));
  }

  draw() {
    const first = !this.width;
    this.width = this.box.clientWidth;
    if (!this.width) return;
    this.drawing.draw(this.data, this.width);
    if (first) this.center();
  }

  // Where the page is too narrow for a chart, it is scrolled: begin in its middle, unless names stand at its side.
  center() {
    const scrolled = this.box.closest('[class*="st-key-in-figure-"]');
    const hidden = scrolled.scrollWidth - scrolled.clientWidth;
    if (hidden > 0 && !this.box.querySelector(".ytick, .lanes")) {
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
    if (this.ready && width !== this.width && !this.box.style.zoom) this.draw();
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
    this.drawing.leave();
    this.box.remove();
  }
}

const charts = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  if (!charts.has(parentElement)) charts.set(parentElement, new Chart(parentElement));
  const chart = charts.get(parentElement);
  chart.show(data, setTriggerValue);
  return () => {
    chart.leave();
    charts.delete(parentElement);
  };
}
