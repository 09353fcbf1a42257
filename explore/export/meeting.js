// Bring a stage to life: arrow keys turn to the next chart, a click on a mark shows the words that say so.
// onShow is told the name of the chart that is shown.
function present(stage, onShow = () => {}) {
  const scenes = [...stage.querySelectorAll(".scene")];
  const aside = stage.querySelector("aside");
  const items = [...aside.querySelectorAll("li")];
  // The communications that parts of charts stand for: parts name their set.
  const sets = JSON.parse(aside.querySelector("script").textContent).map((places) => places.split(" ").map(Number));
  const forward = stage.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = stage.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  let place = 0;

  function show(next) {
    place = (next + scenes.length) % scenes.length;
    scenes.forEach((scene, n) => scene.classList.toggle("on", n === place));
    stage.querySelector(".place").textContent = scenes[place].dataset.place;
    hide();
  }

  function turn(steps) {
    show(place + steps);
    scenes[place].querySelector("h1").focus({ preventScroll: true });
    onShow(scenes[place].dataset.chart);
  }

  function showChart(name) {
    const found = scenes.findIndex((scene) => scene.dataset.chart === name);
    if (found >= 0 && found !== place) show(found);
  }

  function hide() {
    aside.hidden = true;
    stage.querySelectorAll(".chosen").forEach((node) => node.classList.remove("chosen"));
  }

  function tell(places) {
    const chosen = new Set(places);
    items.forEach((item, n) => (item.hidden = places !== null && !chosen.has(n)));
    aside.querySelector(".count").textContent = (places || items).length;
    aside.hidden = false;
    aside.scrollTop = 0;
    aside.focus({ preventScroll: true });
  }

  function ground() {
    stage.dataset.ground = stage.dataset.ground === "dark" ? "light" : "dark";
  }

  function screen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else stage.requestFullscreen();
  }

  function evidence() {
    if (aside.hidden) tell(null);
    else hide();
  }

  const acts = { next: () => turn(1), previous: () => turn(-1), evidence, ground, screen };
  const keys = { [forward]: acts.next, [back]: acts.previous, PageDown: acts.next, PageUp: acts.previous, e: evidence, d: ground, f: screen };
  // Keys by their place on the board, so that they work on an Arabic one.
  const codes = { KeyE: evidence, KeyD: ground, KeyF: screen };

  function pressed(event) {
    if (!stage.isConnected || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && !aside.hidden) hide();
    else if (event.key === "Escape" && !document.fullscreenElement) stage.querySelector("[data-close]")?.click();
    else if (keys[event.key] || codes[event.code]) (keys[event.key] || codes[event.code])();
    else return;
    event.preventDefault();
  }

  function clicked(event) {
    const button = event.target.closest("[data-do]");
    const mark = event.target.closest("[data-of]");
    if (button) acts[button.dataset.do]();
    else if (mark) {
      hide();
      mark.classList.add("chosen");
      tell(sets[mark.dataset.of]);
    } else if (!event.target.closest("aside")) hide();
  }

  // Its list is scrolled by keys too.
  aside.tabIndex = 0;
  if (!stage.dataset.ground) {
    stage.dataset.ground = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  document.addEventListener("keydown", pressed);
  stage.addEventListener("click", clicked);
  show(0);
  return { showChart, leave: () => document.removeEventListener("keydown", pressed) };
}
