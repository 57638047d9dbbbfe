// From the state to the drawing: what is chosen, reached, lit or faded.

const traces = { demand: null, disruption: null };

/** Whether a card passes the search and the filters. */
function passes(card) {
  if (state.lane !== "" && card.lane !== Number(state.lane)) return false;
  if (state.department && card.department !== state.department) return false;
  return matches(card.id);
}

const filtering = () => state.query !== "" || state.lane !== "" || state.department !== "";

function retrace() {
  const wanted = byId("direction").value;
  const depth = Number(byId("depth").value) || Infinity;
  for (const direction of DIRECTIONS) {
    const asked = state.chosen !== null && (wanted === "both" || wanted === direction);
    const found = asked ? trace(state.chosen, direction, depth) : null;
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

function paint() {
  retrace();
  if (state.chosen !== null || state.light) measure();
  overlay.replaceChildren();
  underlay.replaceChildren();
  const kept = new Set();
  for (const card of DATA.cards) {
    const part = drawn.get(card.id);
    const shown = passes(card) && standsOut(card.id);
    if (shown) kept.add(card.id);
    if (part) paintCard(part, card.id, shown);
  }
  for (const step of DATA.steps) paintStep(step.id);
  for (const [n, part] of edges) paintEdge(n, part, kept);
  for (const [id, mark] of state.light?.marks ?? []) {
    if (drawn.has(id)) frame(drawn.get(id), mark.role, mark.badge);
  }
  paintTable();
}

function paintCard(part, id, shown) {
  const reached = state.light ? [] : reachedBy(id);
  part.classList.toggle("faded", !shown);
  choose(part, id);
  for (const direction of DIRECTIONS) {
    part.classList.toggle(`by-${direction}`, reached.some(([d]) => d === direction));
  }
  reached.forEach(([direction, hop], place) => overlay.append(chip(part, direction, hop, place)));
}

function choose(part, id) {
  part.classList.toggle("chosen", id === state.chosen);
  part.setAttribute("aria-pressed", String(id === state.chosen));
}

function paintStep(id) {
  const part = drawn.get(id);
  if (part) choose(part, id);
}

/** The number of each drawn edge's link in the data. */
const linkOfEdge = new Map(DATA.links.map((link, n) => [link[6], n]));

function paintEdge(n, part, kept) {
  const carries = (direction) => !state.light && traces[direction]?.links.has(linkOfEdge.get(n));
  const traced = DIRECTIONS.some((d) => traces[d]);
  const ends = kept.has(part.dataset.source) && kept.has(part.dataset.target);
  const lit = state.light?.links.has(`${part.dataset.source}\n${part.dataset.target}`);
  const shown = state.light
    ? lit || (state.light.links.size === 0 && ends)
    : ends && (!traced || DIRECTIONS.some(carries));
  for (const direction of DIRECTIONS) {
    part.classList.toggle(`by-${direction}`, Boolean(carries(direction)));
  }
  part.classList.toggle("faded", !shown);
  labels.get(n)?.classList.toggle("faded", !shown);
}

/** In the table, what does not pass the filters is left out. */
function paintTable() {
  for (const entry of document.querySelectorAll("[data-card]")) {
    entry.hidden = !passes(DATA.cards[cardNumber.get(entry.dataset.card)]);
  }
}
