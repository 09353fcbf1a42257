// What is told beside something on the page: who is meant by a name, what a ribbon stands for.
class Told {
  constructor() {
    this.node = document.createElement("div");
    this.node.className = "told-of";
    this.node.setAttribute("role", "status");
    this.node.hidden = true;
    document.querySelector(".stApp").append(this.node);
  }

  get hidden() {
    return this.node.hidden;
  }

  tell(beside, ...words) {
    this.node.hidden = false;
    this.node.replaceChildren(...words);
    this.place(beside);
  }

  place({ top, bottom, left, right }) {
    const { width, height } = this.node.getBoundingClientRect();
    const below = bottom + 8 + height < innerHeight;
    this.node.style.top = (below ? bottom + 8 : top - 8 - height) + "px";
    this.node.style.left = Math.max(8, Math.min((left + right - width) / 2, innerWidth - width - 8)) + "px";
  }

  hush() {
    this.node.hidden = true;
  }

  leave() {
    this.node.remove();
  }
}

