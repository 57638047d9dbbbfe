// The keyboard: arrows over the grid, and a few single keys anywhere else.

/** Keys on a card or a step's title. */
function gridKeys(event) {
  const part = event.target.closest?.(".bp-card, .bp-step");
  if (!part || event.ctrlKey || event.metaKey || event.altKey) return;
  const id = part.dataset.id;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    show(id);
    return;
  }
  const goal = neighbour(id, event.key);
  if (goal === undefined) return;
  event.preventDefault();
  if (goal) focusOn(goal);
}

const isTyping = (target) => target.matches?.("input, select, textarea");

/** Keys that work anywhere but in a field. */
function pageKeys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
  if (event.key === "Escape") {
    escape(event.target);
    return;
  }
  if (isTyping(event.target)) return;
  const actions = {
    "/": () => byId("query").focus(),
    "?": openHelp,
    "+": () => zoomBy(1.25),
    "-": () => zoomBy(0.8),
    "0": fit,
  };
  if (!(event.key in actions)) return;
  event.preventDefault();
  actions[event.key]();
}

/** Escape leaves the search first, then what is chosen. */
function escape(target) {
  if (target === byId("query") && target.value) {
    target.value = "";
    filterChanged();
    return;
  }
  clear();
}

function openHelp() {
  byId("help").showModal();
}

svg.addEventListener("keydown", gridKeys);
document.addEventListener("keydown", pageKeys);
byId("open-help").addEventListener("click", openHelp);
