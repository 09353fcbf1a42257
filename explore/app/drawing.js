// What is drawn in every chart of our own: nodes of SVG, words in several lines, notes.

// In sizes of type: from line to line, and from the middle of letters to their base line.
const LINE = 1.3;
const MIDDLE = 0.35;
const ANCHORS = { left: "start", right: "end" };

function made(name, attributes, ...inside) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...inside);
  return node;
}

// The markup of figures knows lines and, for a whole line, bold letters.
function lines(text) {
  return text.split("<br>").map((line) => ({ words: line.replace(/<\/?b>/g, ""), bold: line.includes("<b>") }));
}

function written(text, { x, y, anchor, size, colour }) {
  const rows = lines(text).map(({ words, bold }, n) =>
    made("tspan", { x, dy: n && LINE * size, "font-weight": bold ? 700 : 400 }, words),
  );
  return made("text", { y, fill: colour, "font-size": size, "text-anchor": anchor }, ...rows);
}

// A note stands in the room of the plot, by shares of its width and height.
function noted({ x, y, xanchor, yanchor, yshift = 0, font, text }, room) {
  const first = room.y + (1 - y) * room.high - yshift + font.size * (yanchor === "top" ? 1 : MIDDLE);
  const anchor = ANCHORS[xanchor] ?? "middle";
  return written(text, { x: room.x + x * room.wide, y: first, anchor, size: font.size, colour: font.color });
}

// The same words as HTML.
function spoken(text) {
  return lines(text).map(({ words, bold }) => {
    const node = document.createElement(bold ? "b" : "span");
    node.append(words);
    return node;
  });
}
