// Filters: several kinds at once, any of the values chosen in one; what does not pass fades or goes.

const FACETS = new Map(DATA.facets);

/** Whether a card has, of every kind that is filtered by, one of the values chosen. */
function passesFilters(card, except = null) {
  for (const [key, chosen] of state.filters) {
    if (key !== except && !(card.has[key] ?? []).some((value) => chosen.has(value))) return false;
  }
  return true;
}

/** Whether a card passes the search and the filters. */
const passes = (card) => passesFilters(card) && matches(card.id);

const filtering = () => state.query !== "" || state.filters.size > 0;

/** How many cards each value of a kind has, of those that pass all other kinds and the search. */
function countsOf(key) {
  const counts = new Map();
  for (const card of DATA.cards) {
    if (!passesFilters(card, key) || !matches(card.id)) continue;
    for (const value of card.has[key] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

const isOn = (key, value) => state.filters.get(key)?.has(value) ?? false;

function setFilter(key, value, on) {
  const values = state.filters.get(key) ?? new Set();
  if (on) values.add(value);
  else values.delete(value);
  if (values.size > 0) state.filters.set(key, values);
  else state.filters.delete(key);
}

/** Show what the filters leave, and say how much that is. */
function filtersChanged() {
  settle();
  tellAddress("push");
  const n = DATA.cards.filter(passes).length;
  const numbers = { n, total: DATA.cards.length };
  announce(!filtering() ? say("allShown", numbers) : n ? say("cards", numbers) : say("noCard"));
}

function clearFilters() {
  state.filters.clear();
  filtersChanged();
}

/** Leave out what does not pass, or put it back. */
function applyClosed() {
  if (state.closed && state.filters.size > 0) {
    relay(new Set(DATA.cards.filter((card) => passesFilters(card)).map((card) => card.id)));
  } else {
    unrelay();
  }
}

for (const [key, options] of FACETS) {
  const known = new Set(options.map(([value]) => value));
  inAddress(
    key,
    () => options.map(([value]) => value).filter((value) => isOn(key, value)),
    (values) => {
      const chosen = values.filter((value) => known.has(value));
      if (chosen.length > 0) state.filters.set(key, new Set(chosen));
      else state.filters.delete(key);
      return values.filter((value) => !known.has(value));
    },
  );
}
inAddress(
  "rest",
  () => (state.closed ? ["away"] : []),
  (values) => {
    state.closed = values.includes("away");
    return values.filter((value) => value !== "away");
  },
);
