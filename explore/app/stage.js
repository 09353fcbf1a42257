
// The stage in the dashboard: it covers the page, tells which chart is shown, and follows the address.
const stages = new WeakMap();
// A presenter who leafs quickly is not followed step by step.
const SETTLED = 400;

function mount(parentElement) {
  const held = { html: null, asked: null, waiting: 0 };
  held.root = parentElement.appendChild(document.createElement("div"));
  held.behind = document.querySelectorAll('[data-testid="stSidebar"], [data-testid="stHeader"]');
  held.behind.forEach((node) => (node.inert = true));
  stages.set(parentElement, held);
  return held;
}

// Whoever comes back from an article finds the chart that was left.
function remember(event) {
  const link = event.target.closest("a[data-page]:not([data-close])");
  if (!link) return;
  const shown = new URL(link.href);
  shown.searchParams.set("chart", event.currentTarget.querySelector(".scene.on").dataset.chart);
  link.href = shown.href;
}

function fill(held, data, setTriggerValue) {
  held.present?.leave();
  held.html = data.html;
  held.root.innerHTML = data.html;
  held.stage = held.root.querySelector(".meeting");
  held.stage.dataset.ground = data.ground;
  held.stage.addEventListener("click", remember, true);
  held.present = present(held.stage, (chart) => {
    clearTimeout(held.waiting);
    held.waiting = setTimeout(() => setTriggerValue("shown", chart), SETTLED);
  });
  held.asked = null;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const held = stages.get(parentElement) || mount(parentElement);
  if (held.html !== data.html) fill(held, data, setTriggerValue);
  if (held.asked !== data.chart) held.present.showChart(data.chart);
  held.asked = data.chart;
  const close = held.stage.querySelector("[data-close]");
  close.href = data.close;
  close.dataset.page = data.page;
  return () => {
    held.present.leave();
    held.behind.forEach((node) => (node.inert = false));
    held.root.remove();
    stages.delete(parentElement);
  };
}
