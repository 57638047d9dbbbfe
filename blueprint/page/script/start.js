// The page's beginning: from the state to everything on the screen, and from clicks to the state.

let shownDetails = "";
let shownRest = "";

/** Bring everything on the screen to what the state says. */
function settle() {
  pinned();
  const rest = JSON.stringify([state.closed, [...state.filters].map(([key, values]) => [key, [...values]])]);
  if (rest !== shownRest) applyClosed();
  shownRest = rest;
  paint();
  renderFound();
  renderFilters();
  markPinned();
  renderRipple();
  const details = JSON.stringify([state.chosen, state.several, state.comparing, state.direction, state.depth, [...state.without]]);
  if (details !== shownDetails) renderDetails();
  shownDetails = details;
}

function clicked(event) {
  const button = event.target.closest?.("[data-show], [data-overlay], [data-finding], [data-row], [data-open-report]");
  if (!button) return;
  if (button.dataset.show !== undefined) show(button.dataset.show);
  else if (button.dataset.openReport !== undefined) {
    event.preventDefault();
    openReport(Number(button.dataset.openReport));
    tellAddress("replace");
  } else pin(lineOf(button));
}

inAddress(
  "panel",
  () => (panelNow() === null || panelNow() === usualPanel() ? [] : [panelNow()]),
  ([name]) => {
    const known = name === undefined || PANELS.includes(name);
    const open = known && name !== undefined ? name : usualPanel();
    openPanel(open === null ? null : `tab-${open}`);
    return known ? [] : [name];
  },
);

/** The panel that what is chosen or lit calls for. */
function usualPanel() {
  if (selected().length > 0) return "details";
  return state.pinned ? "reports" : null;
}

svg.addEventListener("click", (event) => {
  const part = event.target.closest(".bp-card, .bp-step");
  if (!part) return clear();
  focusOn(part.dataset.id);
  if (keepsPath(part.dataset.id, event)) return;
  if (event.shiftKey || event.ctrlKey || event.metaKey) showAlso(part.dataset.id);
  else show(part.dataset.id);
});
listen(document, "click", clicked);
byId("open-home").addEventListener("click", () => show(DATA.home));
byId("close-panel").addEventListener("click", () => {
  const opener = openerOf();
  clear();
  opener?.focus();
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId(`view-${openNow()}`).focus();
});
fitToRead();
readAddress(edition.said || DATA.lit);
