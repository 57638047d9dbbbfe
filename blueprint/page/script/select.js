// Choosing elements: one for its details, several to look at together, two to compare.

/** Choose these and nothing else. */
function select(ids) {
  unlight();
  const known = [...new Set(ids)].filter((id) => items.has(id));
  state.chosen = known.length === 1 ? known[0] : null;
  state.several = known.length > 1 ? known : [];
  state.comparing = state.comparing && known.length === 2;
}

const selected = () => (state.chosen === null ? state.several : [state.chosen]);

/** Show an element: its details, and what a change of it reaches. */
function show(id) {
  if (!items.has(id)) return;
  state.comparing = false;
  select([id]);
  settle();
  openPanel("tab-details");
  tellAddress("push");
  if (drawn.has(id)) bringIntoSight(id);
  announce(toldOf(id));
}

function toldOf(id) {
  const reached = (direction) =>
    [...(traces[direction]?.hops.values() ?? [])].filter((hop) => hop > 0).length;
  const { name } = items.get(id);
  return say("traced", { name, demand: reached("demand"), disruption: reached("disruption") });
}

/** Add an element to those that are chosen, or take it away again. */
function showAlso(id) {
  const before = selected();
  select(before.includes(id) ? before.filter((other) => other !== id) : [...before, id]);
  settle();
  openPanel(selected().length ? "tab-details" : null);
  tellAddress("push");
  announce(say("chosenTogether", { n: selected().length }));
}

/** Put two elements side by side, or back into their list. */
function compare(on) {
  state.comparing = on;
  settle();
  tellAddress("push");
  if (on) announce(say("compared", { one: nameOf(state.several[0]), other: nameOf(state.several[1]) }));
}

const nameOf = (id) => items.get(id)?.name ?? id;

/** Choose nothing; what is lit goes out, and an empty panel closes. */
function clear() {
  if (selected().length === 0 && state.light === null) {
    openPanel(null);
    tellAddress("push");
    return;
  }
  const from = drawn.get(selected().at(-1));
  state.comparing = false;
  select([]);
  openPanel(null);
  settle();
  tellAddress("push");
  announce(say("cleared"));
  if (from && document.activeElement === document.body) from.focus({ preventScroll: true });
}

/** What an address calls chosen: those that are not there are told. */
function selectNamed(ids) {
  select(ids);
  return ids.filter((id) => !items.has(id));
}

inAddress(
  "card",
  () => (state.comparing ? [] : selected()),
  (ids) => {
    state.comparing = false;
    return selectNamed(ids);
  },
);
inAddress(
  "compare",
  () => (state.comparing ? state.several : []),
  (ids) => {
    if (ids.length === 0) return [];
    const unknown = selectNamed(ids);
    state.comparing = state.several.length === 2;
    return unknown;
  },
);
