// From the state to the drawing: what is chosen, reached, lit or faded.

const traces = { demand: null, disruption: null };

function retrace() {
  for (const direction of DIRECTIONS) {
    const asked = state.chosen !== null && ["both", direction].includes(state.direction);
    const found = asked ? trace(state.chosen, direction, state.depth) : null;
    traces[direction] = found?.hops.size ? found : null;
  }
}

/** The directions in which a card is reached from what is chosen, with hops. */
function reachedBy(id) {
  const own = canonical(id);
  return DIRECTIONS.filter((d) => traces[d]?.hops.get(own) > 0).map((d) => [d, traces[d].hops.get(own)]);
}

/** Whether a card stands out while something is traced or lit. */
function standsOut(id) {
  if (state.light) return state.light.shown.has(id);
  const asked = DIRECTIONS.filter((d) => traces[d]);
  return asked.length === 0 || asked.some((d) => traces[d].hops.has(canonical(id)));
}

/** The classes a part has now, so that only what changes is written. */
const worn = new Map();

function wear(part, names) {
  const before = worn.get(part) ?? "";
  if (before === names) return;
  if (before) part.classList.remove(...before.split(" "));
  if (names) part.classList.add(...names.split(" "));
  worn.set(part, names);
}

/** The classes that a list of [name, whether] comes to. */
const named = (pairs) => pairs.filter(([, on]) => on).map(([name]) => name).join(" ");

function paint() {
  retrace();
  const kept = new Set();
  const chips = [];
  for (const card of DATA.cards) {
    const part = drawn.get(card.id);
    const shown = passes(card) && standsOut(card.id);
    if (shown) kept.add(card.id);
    if (part) paintCard(part, card.id, shown, chips);
  }
  for (const step of DATA.steps) paintStep(step.id);
  for (const [n, part] of edges) paintEdge(n, part, kept);
  underlay.replaceChildren();
  overlay.replaceChildren(...chips);
  for (const [id, mark] of state.light?.marks ?? []) {
    if (!isThere(id)) continue;
    if (stepNumber.has(id)) frameStep(id, mark.role, mark.badge);
    else frame(id, mark.role, mark.badge);
  }
  mapKept(kept);
  paintTable();
}

function paintCard(part, id, shown, chips) {
  const reached = state.light ? [] : reachedBy(id);
  wear(part, named([["faded", !shown], ["chosen", isChosen(id)], ...reached.map(([d]) => [`by-${d}`, true])]));
  press(part, id);
  if (!isThere(id)) return;
  reached.forEach(([direction, hop], place) => chips.push(chip(id, direction, hop, place)));
}

function press(part, id) {
  const pressed = String(isChosen(id));
  if (part.getAttribute("aria-pressed") !== pressed) part.setAttribute("aria-pressed", pressed);
}

function paintStep(id) {
  const part = drawn.get(id);
  if (!part) return;
  wear(part, named([["chosen", isChosen(id)]]));
  press(part, id);
  unframeStep(id);
  markHead(id, "chosen", isChosen(id));
}

/** The number of each drawn edge's link in the data. */
const linkOfEdge = new Map(DATA.links.map((link, n) => [link[6], n]));

function paintEdge(n, part, kept) {
  const { source, target } = part.dataset;
  const carrying = state.light ? [] : DIRECTIONS.filter((d) => traces[d]?.links.has(linkOfEdge.get(n)));
  const ends = kept.has(source) && kept.has(target);
  const lit = state.light?.links.has(`${source}\n${target}`);
  const shown = state.light
    ? lit || (state.light.links.size === 0 && ends)
    : ends && (carrying.length > 0 || DIRECTIONS.every((d) => !traces[d]));
  wear(part, named([["faded", !shown], ...carrying.map((d) => [`by-${d}`, true])]));
  const label = labels.get(n);
  if (label) wear(label, shown ? "" : "faded");
}

/** In the table, what does not pass the filters is left out. */
function paintTable() {
  for (const entry of document.querySelectorAll("[data-card]")) {
    entry.hidden = !passes(DATA.cards[cardNumber.get(entry.dataset.card)]);
  }
}
