// Hand clicks on the marks of a chart to Python. While a chart can be brushed Streamlit reports no clicks, and these do.
// Under the pointer, what has nothing to do with an arc or ribbon fades: traces name their ends in "meta".
// The pixels across a sheet of A4 or Letter between the margins of style.css.
const PAPER = 690;

export default function ({ data, parentElement, setTriggerValue }) {
  const page = parentElement.ownerDocument;
  let chart = null;

  function clicked(event) {
    const place = event.points.map((point) => point.customdata).find((given) => given);
    if (place) setTriggerValue("clicked", place);
  }

  function belongs(ends, others) {
    if (ends.length < 2 || ends[1] === null) return others.includes(ends[0]);
    return others.length < 2 ? ends.includes(others[0]) : others[0] === ends[0] && others[1] === ends[1];
  }

  function traces() {
    const drawn = [...chart.querySelectorAll(".scatterlayer > .trace")].filter((node) => node.__data__);
    return drawn.map((node) => [node, node.__data__[0].trace.meta]).filter(([, meta]) => Array.isArray(meta));
  }

  function hovered(event) {
    const point = event.points[0];
    const ends = point.customdata || (point.fullData || {}).meta;
    if (!Array.isArray(ends)) return;
    traces().forEach(([node, meta]) => node.classList.toggle("faded", !belongs([...ends], meta)));
  }

  function left() {
    traces().forEach(([node]) => node.classList.remove("faded"));
  }

  // Where the page is too narrow for a chart, it is scrolled: begin in its middle, unless names stand at its side.
  function center() {
    const box = chart.closest("." + data.chart);
    const hidden = box.scrollWidth - box.clientWidth;
    if (hidden > 0 && !chart.querySelector(".ytick")) {
      const back = page.defaultView.getComputedStyle(box).direction === "rtl" ? -1 : 1;
      box.scrollLeft = (back * hidden) / 2;
    }
  }

  // On paper a chart keeps the width that it has on the screen, and would be cut: make it smaller as the page is.
  function shrink() {
    if (!chart) return;
    const column = chart.closest(".stMainBlockContainer");
    const style = page.defaultView.getComputedStyle(column);
    const wide = column.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    chart.style.zoom = Math.min(1, PAPER / wide);
  }

  function restore() {
    if (chart) chart.style.zoom = "";
  }

  // The chart is drawn some time after this, and drawn anew when its data change.
  function attach() {
    const drawn = page.querySelector("." + data.chart + " .js-plotly-plot");
    if (!drawn || !drawn.on || drawn === chart) return;
    detach();
    chart = drawn;
    chart.on("plotly_click", clicked);
    if (data.center) {
      chart.on("plotly_hover", hovered);
      chart.on("plotly_unhover", left);
      center();
    }
  }

  function detach() {
    // What Plotly has cleared away already has no listeners.
    if (!chart || !chart.removeListener) return;
    chart.removeListener("plotly_click", clicked);
    chart.removeListener("plotly_hover", hovered);
    chart.removeListener("plotly_unhover", left);
  }

  const timer = page.defaultView.setInterval(attach, 200);
  page.defaultView.addEventListener("beforeprint", shrink);
  page.defaultView.addEventListener("afterprint", restore);
  attach();
  return () => {
    page.defaultView.clearInterval(timer);
    page.defaultView.removeEventListener("beforeprint", shrink);
    page.defaultView.removeEventListener("afterprint", restore);
    detach();
  };
}
