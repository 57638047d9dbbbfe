// The plan: where everything in the drawing stands, read from its own attributes.
// Nothing is measured on the screen, so that reading it makes no layout.

const numberIn = (part, name) => Number(part.getAttribute(name));
const saidBy = (part) => part.querySelector("title")?.textContent ?? part.textContent.trim();

/** The outline of a rectangle or a path of the drawing. */
function outline(shape) {
  if (shape.tagName === "path") return pathBox(shape.getAttribute("d"));
  const [x, y] = [numberIn(shape, "x"), numberIn(shape, "y")];
  return { x, y, right: x + numberIn(shape, "width"), bottom: y + numberIn(shape, "height") };
}

/** Where a text stands: the place its lines begin at or are centred on, its top and bottom. */
function textRows(text) {
  const rows = [...text.querySelectorAll("tspan")];
  const size = numberIn(text, "font-size");
  const [first, last] = [rows[0], rows[rows.length - 1]];
  return { x: numberIn(first, "x"), y: numberIn(first, "y") - size, bottom: numberIn(last, "y") + 0.3 * size };
}

function readCards() {
  const found = new Map();
  for (const part of svg.querySelectorAll(".bp-card")) {
    found.set(part.dataset.id, outline(part.querySelector(".bp-sheet")));
  }
  return found;
}

/** The steps' columns, or rows where steps go down: as wide as the cards in nothing but them. */
function readSteps(cards, down) {
  const steps = [...svg.querySelectorAll(".bp-step")].map((part, index) => {
    const { x, y, bottom } = textRows(part.querySelector("text"));
    const middle = down ? (y + bottom) / 2 : x;
    const half = down ? (bottom - y) / 2 : 40;
    return { part, index, id: part.dataset.id, middle, from: middle - half, to: middle + half };
  });
  for (const part of svg.querySelectorAll(".bp-card:not([data-until])")) {
    const step = steps[part.dataset.step];
    const box = cards.get(part.dataset.id);
    step.from = Math.min(step.from, down ? box.y : box.x);
    step.to = Math.max(step.to, down ? box.bottom : box.right);
  }
  return steps;
}

function readPhases() {
  return [...svg.querySelectorAll(".bp-phase")].map((part) => ({
    part,
    first: Number(part.dataset.first),
    count: Number(part.dataset.count),
    name: saidBy(part),
    ...outline(part.querySelector(".bp-chevron")),
  }));
}

/** Lanes or tracks: the band of each, its name, and the texts that stand beside it. */
const readBands = (kind, band) =>
  [...svg.querySelectorAll(kind)].map((part) => {
    const box = outline(part.querySelector(band));
    const texts = [...part.children].filter((text) => text.tagName === "text" && text.firstElementChild);
    const words = texts.map((text) => {
      const { x, y, bottom } = textRows(text);
      return { text: text.textContent, x, from: y - box.y, to: bottom - box.y };
    });
    return { part, name: saidBy(part), ...box, texts, words };
  });

/** The lines between lanes: where each runs, and the tag with its name. */
const readLines = (down) =>
  [...svg.querySelectorAll(".bp-separator")].map((part) => {
    const tag = outline(part.querySelector(".bp-tag"));
    const [[, [x, y]]] = readPath(part.querySelector(".bp-rule").getAttribute("d"));
    return { part, name: saidBy(part), middle: down ? x : y, tag };
  });

/** Where the panes end: the words of the lanes on one side, phases and steps on the other. */
function paneEnds({ lanes, separators, phases, down }) {
  const [first] = lanes;
  const tags = separators.map(({ tag }) => (down ? tag.bottom : tag.right));
  const names = lanes.map((lane) => (down ? textRows(lane.texts[0]).bottom : lane.x + 84));
  const words = Math.max(...(tags.length ? tags : names)) + 3;
  const crop = Math.max(0, Math.min(first.y, ...phases.map((phase) => phase.y)) - 6);
  return down ? { left: first.x, top: words, crop } : { left: words, top: first.y, crop };
}

function readPlan() {
  const cards = readCards();
  const lanes = readBands(".bp-lane", ".bp-band");
  const down = lanes.length > 1 && lanes[1].x > lanes[0].x;
  const separators = readLines(down);
  const phases = readPhases();
  const { left, top, crop } = paneEnds({ lanes, separators, phases, down });
  const box = svg.viewBox.baseVal;
  const end = lanes[lanes.length - 1];
  return {
    down,
    cards,
    lanes,
    separators,
    phases,
    steps: readSteps(cards, down),
    tracks: readBands(".bp-curve, .bp-track", ".bp-curve-band, .bp-track-band"),
    left,
    top,
    crop,
    width: box.width,
    height: box.height,
    body: { x: left, y: top, right: down ? end.right : box.width, bottom: end.bottom },
  };
}
