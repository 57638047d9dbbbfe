// The page's data, and small helpers that every other part uses.

const DATA = JSON.parse(document.getElementById("blueprint-data").textContent);
const byId = (id) => document.getElementById(id);
const items = new Map(DATA.items.map((item) => [item.id, item]));
const cardNumber = new Map(DATA.cards.map((card, n) => [card.id, n]));
const stepNumber = new Map(DATA.steps.map((step, n) => [step.id, n]));

/** Say a sentence of the page with its values filled in. */
function say(key, values = {}) {
  return DATA.say[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** Listen to what outlives this edition of the page: window, document, media queries. */
function listen(target, type, handler, options = {}) {
  target.addEventListener(type, handler, { ...options, signal: edition.over });
}

/** Make an element; children that are text stay text. */
function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Make an element of the drawing. */
function draw(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button that leads to an element, or plain text where the page does not know it. */
function linkTo(id, text) {
  if (!items.has(id)) return document.createTextNode(text);
  return make("button", { class: "link", type: "button", "data-show": id }, text);
}

/** The id under which a card that is the same as another is traced. */
const canonical = (id) => DATA.same[id] ?? id;

/** Tell those who listen what has changed. */
function announce(text) {
  byId("announced").textContent = text;
}

/** What is chosen, looked for, filtered and lit; everything on the screen follows from it. */
const state = {
  /** The element whose details are shown, and that is traced. */
  chosen: null,
  /** Two elements or more that are chosen together; empty where one is, or none. */
  several: [],
  /** Whether the two of them stand side by side. */
  comparing: false,
  query: "",
  /** Values that may stay, by key of the filter. */
  filters: new Map(),
  /** Whether what is filtered out is left out of the drawing, instead of faded. */
  closed: false,
  direction: "both",
  depth: Infinity,
  /** Kinds of link that a trace does not follow. */
  without: new Set(),
  /** The line of a report that stays lit: its report, its kind, and which. */
  pinned: null,
  /** What is lit now: marks by id, cards, and links. */
  light: null,
};

const isChosen = (id) => id === state.chosen || state.several.includes(id);
