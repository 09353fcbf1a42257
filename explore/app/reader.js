// What a reader does in the text: step through the mentions of a name, go from a sentence to its event and back, switch
// marks off in the legend. The links work without this.
export default function ({ data, parentElement }) {
  const page = parentElement.ownerDocument;
  const still = page.defaultView.matchMedia("(prefers-reduced-motion: reduce)").matches;

  function flash(element) {
    if (!element) return;
    element.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
    element.classList.remove("flash");
    void element.offsetWidth; // so that the animation begins anew
    element.classList.add("flash");
  }

  function marks() {
    return [...page.querySelectorAll(".reader mark.entity:not(.rest)")];
  }

  function focus(mark) {
    marks().forEach((other) => (other.tabIndex = other === mark ? 0 : -1));
    mark.focus({ preventScroll: true });
    flash(mark);
  }

  // Who is meant, beside the name that a finger or the keyboard chose: the pointer reads it from the title.
  const told = new Told();

  function tell(event) {
    const mark = event.target.closest && event.target.closest(".reader mark.entity");
    if (mark && mark.title) told.tell(mark.getClientRects()[0], mark.title);
    else told.hush();
  }

  function follow() {
    if (!told.hidden) told.place(page.activeElement.getClientRects()[0]);
  }

  function hush() {
    told.hush();
  }

  function step(mark) {
    const same = marks().filter((other) => other.dataset.of === mark.dataset.of);
    focus(same[(same.indexOf(mark) + 1) % same.length]);
  }

  function toggle(key) {
    const on = key.getAttribute("aria-pressed") !== "true";
    key.setAttribute("aria-pressed", String(on));
    page.querySelectorAll(".reader ." + key.dataset.kind).forEach((mark) => mark.classList.toggle("off", !on));
  }

  function click(event) {
    const target = event.target;
    if (!target.closest || String(page.getSelection())) return;
    const key = target.closest(".legend button.key");
    const link = target.closest(".card a[href^='#event-']");
    const mark = target.closest(".reader mark.entity");
    const sentence = target.closest(".reader .evidence");
    if (key) toggle(key);
    else if (link) {
      event.preventDefault();
      choose(link.getAttribute("href").slice(1));
    } else if (mark) step(mark);
    else if (sentence) choose("event-" + anchor(sentence.dataset.of), true);
  }

  function anchor(id) {
    return id.replace(/[^0-9A-Za-z_-]/gu, "-");
  }

  // Make the words of one event stand out, here and on its card.
  function choose(id, toCard) {
    const name = id.slice("event-".length);
    page.querySelectorAll(".reader .evidence, .reader .trigger").forEach((part) => {
      part.classList.toggle("chosen", anchor(part.dataset.of) === name);
    });
    page.querySelectorAll(".card").forEach((card) => card.classList.toggle("chosen", card.id === "card-" + name));
    flash(page.getElementById((toCard ? "card-" : "event-") + name));
  }

  // Along the text, the arrow to the left leads on.
  function press(event) {
    if (event.key === "Escape") hush();
    const mark = event.target.closest && event.target.closest(".reader mark.entity");
    if (!mark) return;
    const all = marks();
    const moves = { ArrowLeft: 1, ArrowRight: -1 };
    if (event.key in moves) focus(all[(all.indexOf(mark) + moves[event.key] + all.length) % all.length]);
    else if (event.key === "Enter" || event.key === " ") step(mark);
    else return;
    event.preventDefault();
  }

  const first = marks()[0];
  if (first && !marks().some((mark) => mark.tabIndex === 0)) first.tabIndex = 0;
  page.addEventListener("click", click);
  page.addEventListener("keydown", press);
  page.addEventListener("focusin", tell);
  page.addEventListener("focusout", hush);
  page.addEventListener("scroll", follow, true);
  // The text may be painted after this: wait for it.
  const wanted = data && data.target;
  const timer = wanted && page.defaultView.setTimeout(() => flash(page.getElementById(wanted)), 150);
  return () => {
    page.defaultView.clearTimeout(timer);
    page.removeEventListener("click", click);
    page.removeEventListener("keydown", press);
    page.removeEventListener("focusin", tell);
    page.removeEventListener("focusout", hush);
    page.removeEventListener("scroll", follow, true);
    told.leave();
  };
}
