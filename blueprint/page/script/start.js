// Choosing an element, and the page's beginning.

/** Choose an element: its details, and what a change of it reaches. */
function show(id) {
  if (!items.has(id)) return;
  unlight();
  state.chosen = id;
  paint();
  showDetails(id);
  openPanel("tab-details");
  if (drawn.has(id)) bringIntoSight(id);
  history.replaceState(null, "", `#e=${encodeURIComponent(id)}`);
  const reached = (direction) => (traces[direction] ? traces[direction].hops.size - starts(direction) : 0);
  const numbers = { demand: reached("demand"), disruption: reached("disruption") };
  announce(say("traced", { name: items.get(id).name, ...numbers }));
}

const starts = (direction) => [...traces[direction].hops.values()].filter((hop) => hop === 0).length;

function clear() {
  if (state.chosen === null && state.light === null) {
    openPanel(null);
    return;
  }
  const from = drawn.get(state.chosen);
  unlight();
  state.chosen = null;
  openPanel(null);
  paint();
  history.replaceState(null, "", location.pathname + location.search);
  announce(say("cleared"));
  if (from && document.activeElement === document.body) from.focus({ preventScroll: true });
}

/** Choose what the address names after its hash. */
function fromAddress() {
  const named = /^#e=(.+)$/.exec(location.hash);
  if (!named) return;
  try {
    show(decodeURIComponent(named[1]));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
}

function clicked(event) {
  const button = event.target.closest?.("[data-show], [data-overlay], [data-finding]");
  if (button?.dataset.show !== undefined) show(button.dataset.show);
  else if (button?.dataset.overlay !== undefined) lightOverlay(button);
  else if (button?.dataset.finding !== undefined) lightFinding(button);
}

svg.addEventListener("click", (event) => {
  const part = event.target.closest(".bp-card, .bp-step");
  if (part) {
    focusOn(part.dataset.id);
    show(part.dataset.id);
  } else {
    clear();
  }
});
document.addEventListener("click", clicked);
byId("open-home").addEventListener("click", () => show(DATA.home));
byId("close-panel").addEventListener("click", clear);
addEventListener("hashchange", fromAddress);
nameTheme();
fitToRead();
paint();
fromAddress();
