// Hand clicks on the marks of a chart to Python. While a chart can be brushed Streamlit reports no clicks, and these do.
export default function ({ data, parentElement, setTriggerValue }) {
  const page = parentElement.ownerDocument;
  let chart = null;

  function clicked(event) {
    const place = event.points.map((point) => point.customdata).find((given) => given);
    if (place) setTriggerValue("clicked", place);
  }

  // The chart is drawn some time after this, and drawn anew when its data change.
  function attach() {
    const drawn = page.querySelector("." + data.chart + " .js-plotly-plot");
    if (!drawn || !drawn.on || drawn === chart) return;
    detach();
    chart = drawn;
    chart.on("plotly_click", clicked);
  }

  function detach() {
    if (chart) chart.removeListener("plotly_click", clicked);
  }

  const timer = page.defaultView.setInterval(attach, 200);
  attach();
  return () => {
    page.defaultView.clearInterval(timer);
    detach();
  };
}
