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

/** The classes a part wears, and those it is to wear; only what differs is written. */
const worn = new Map();
const dresses = new Map();
const A_MOMENT = 80;
let dressing = 0;

const wear = (part, pairs) => dresses.set(part, pairs.filter(([, on]) => on).map(([name]) => name).join(" "));

function dress(part) {
  const [before, names] = [worn.get(part) ?? "", dresses.get(part)];
  if (before) part.classList.remove(...before.split(" "));
  if (names) part.classList.add(...names.split(" "));
  worn.set(part, names);
}

/** Dress what can be seen at once, and in a large drawing the rest while the reader looks. */
function dressAll(reached) {
  clearTimeout(dressing);
  const changed = [...dresses.keys()].filter((part) => dresses.get(part) !== (worn.get(part) ?? ""));
  const near = DATA.cards.length > LARGE ? nearness() : () => true;
  const far = changed.filter((part) => !near(part));
  const chips = (some) => some.map(([part, ...what]) => chip(part.dataset.id, ...what));
  changed.filter(near).forEach(dress);
  overlay.replaceChildren(...chips(reached.filter(([part]) => near(part))));
  const later = reached.filter(([part]) => !near(part));
  if (far.length + later.length === 0) return;
  dressing = setTimeout(() => {
    far.forEach(dress);
    overlay.append(...chips(later));
  }, A_MOMENT);
}

/** Whether a card, or a link by its ends, is within a window's width of what is seen. */
function nearness() {
  const [left, top] = pointAt(-room.across, -room.down, scrolledTo);
  const [right, bottom] = pointAt(2 * room.across, 2 * room.down, scrolledTo);
  const seen = (id) => {
    const box = plan.cards.get(id);
    return box && box.x < right && box.right > left && box.y < bottom && box.bottom > top;
  };
  return ({ dataset }) => {
    const { source, target } = dataset.source ? dataset : (edges.get(Number(dataset.n))?.dataset ?? {});
    return source ? seen(source) || seen(target) : !plan.cards.has(dataset.id) || seen(dataset.id);
  };
}

function paint() {
  retrace();
  const kept = new Set();
  const chips = []; // card, direction, hop and place of each
  for (const card of DATA.cards) {
    const part = drawn.get(card.id);
    const shown = passes(card) && standsOut(card.id);
    if (shown) kept.add(card.id);
    if (part) paintCard(part, card.id, shown, chips);
  }
  for (const step of DATA.steps) paintStep(step.id);
  for (const [n, part] of edges) paintEdge(n, part, kept);
  dressAll(chips);
  underlay.replaceChildren();
  for (const [id, mark] of state.light?.marks ?? []) {
    if (!isThere(id)) continue;
    if (stepNumber.has(id)) frameStep(id, mark.role, mark.badge);
    else frame(id, mark);
  }
  mapKept(kept);
  paintTable();
}

function paintCard(part, id, shown, chips) {
  const reached = state.light ? [] : reachedBy(id);
  wear(part, [["faded", !shown], ["chosen", isChosen(id)], ...reached.map(([d]) => [`by-${d}`, true])]);
  press(part, id);
  if (!isThere(id)) return;
  reached.forEach(([direction, hop], place) => chips.push([part, direction, hop, place]));
}

const pressedIds = new Set();

function press(part, id) {
  if (isChosen(id) === pressedIds.has(id)) return;
  part.setAttribute("aria-pressed", String(isChosen(id)));
  if (isChosen(id)) pressedIds.add(id);
  else pressedIds.delete(id);
}

function paintStep(id) {
  const part = drawn.get(id);
  if (!part) return;
  wear(part, [["chosen", isChosen(id)]]);
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
  const carried = lit ? (state.light.links.get(`${source}\n${target}`) ?? null) : null;
  if (carried !== null) part.style.setProperty("--carried", String(carried));
  const shown = state.light
    ? lit || (state.light.links.size === 0 && ends)
    : ends && (carrying.length > 0 || DIRECTIONS.every((d) => !traces[d]));
  wear(part, [["faded", !shown], ["carrying", carried !== null], ...carrying.map((d) => [`by-${d}`, true])]);
  const label = labels.get(n);
  if (label) wear(label, [["faded", !shown]]);
}

/** In the table, what does not pass the filters is left out. */
function paintTable() {
  for (const entry of document.querySelectorAll("[data-card]")) {
    entry.hidden = !passes(DATA.cards[cardNumber.get(entry.dataset.card)]);
  }
}
