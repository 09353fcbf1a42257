// A chart that plotly draws: what is clicked in it (the custom data of a mark) is told.

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
    if (first) this.box.on("plotly_click", (event) => this.clicked(event));
  }

  clicked(event) {
    const place = event.points.map((point) => point.customdata).find((given) => given);
    if (place) this.tell("clicked", place);
  }

  leave() {
    this.plotly?.purge(this.box);
  }
}

