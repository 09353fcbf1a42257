// A chart that plotly draws: what is clicked in it (the custom data of a mark) and the stretch that is brushed are told.

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

class Plot {
  constructor(box, tell) {
    this.box = box;
    this.tell = tell;
  }

  async ready({ plotly }) {
    this.plotly = await load(plotly);
  }

  draw({ figure: { data, layout }, config }, width) {
    const first = !this.box.on;
    if (first) this.box.replaceChildren();
    this.plotly.react(this.box, data, { ...layout, width }, config);
    if (first) this.listen();
  }

  listen() {
    this.box.on("plotly_click", (event) => this.clicked(event));
    this.box.on("plotly_selected", (event) => this.selected(event));
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

  leave() {
    this.plotly?.purge(this.box);
  }
}

