// A chord diagram: what lies under the pointer says what it is, a click on it is told, and what has nothing to do with
// it fades. A trace names its ends in "meta"; the second of an arc is null.

function belongs([one, other], [sender, recipient]) {
  if (other === null) return sender === one || recipient === one;
  if (recipient === null) return sender === one || sender === other;
  return sender === one && recipient === other;
}

let chords = 0;

class Chord {
  constructor(box, tell) {
    this.box = box;
    this.tell = tell;
    this.name = `hatching-${++chords}`;
    this.told = new Told();
    box.addEventListener("pointermove", (event) => this.over(event));
    box.addEventListener("pointerdown", (event) => this.over(event));
    box.addEventListener("pointerleave", () => this.left());
    box.addEventListener("click", (event) => this.clicked(event));
  }

  async ready() {}

  draw({ figure }, width) {
    this.left();
    const { svg, parts } = new Circle(figure, width, this.name);
    this.parts = parts;
    this.box.replaceChildren(svg);
  }

  clicked({ target }) {
    if (this.parts.has(target)) this.tell("clicked", this.parts.get(target).meta);
  }

  over({ target, clientX, clientY }) {
    const met = this.parts.get(target);
    if (!met) return this.left();
    if (met !== this.met) this.fade(met);
    this.told.tell({ top: clientY, bottom: clientY + 12, left: clientX, right: clientX }, ...spoken(met.text));
  }

  fade(met) {
    this.met = met;
    this.parts.forEach(({ meta }, node) => node.classList.toggle("faded", !belongs(met.meta, meta)));
  }

  left() {
    if (!this.met) return;
    this.met = null;
    this.told.hush();
    this.parts.forEach((_, node) => node.classList.remove("faded"));
  }

  leave() {
    this.told.leave();
  }
}
