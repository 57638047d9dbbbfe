// The keyboard: arrows over the grid, and a few single keys anywhere else.

/** Keys on a card or a step's title. */
function gridKeys(event) {
  const part = event.target.closest?.(".bp-card, .bp-step");
  if (!part || event.ctrlKey || event.metaKey || event.altKey) return;
  const { id } = part.dataset;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (event.shiftKey) showAlso(id);
    else show(id);
    return;
  }
  if (event.shiftKey) return;
  const goal = neighbour(id, event.key);
  if (goal === undefined) return;
  event.preventDefault();
  if (goal) focusOn(goal);
}

const isTyping = (target) => target.matches?.("input:not([type=checkbox], [type=radio]), select, textarea");

/** Keys that work anywhere but in a field. */
function pageKeys(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") {
    leave(event.target);
    return;
  }
  if (isTyping(event.target)) return;
  const asked = SHORTCUTS.find(({ keys, run }) => run && keys.includes(event.key));
  if (!asked) return;
  event.preventDefault();
  asked.run();
}

/** Escape closes an open menu, or the panel where the focus is in it; else it chooses nothing. */
function leave(target) {
  const menu = document.querySelector(".menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
    return;
  }
  const opener = target.closest?.("#panel") ? openerOf() : null;
  clear();
  opener?.focus();
}

/** What the focus goes back to when the panel closes. */
function openerOf() {
  if (!byId("panel-filters").hidden) return byId("open-filters");
  if (byId("panel-reports")?.hidden === false) return byId("open-reports");
  return drawn.get(selected().at(-1)) ?? null;
}

function openHelp() {
  listShortcuts();
  byId("help").showModal();
}

shortcut(["/"], "keyFind", () => queryField.focus());
shortcut(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], "keyGrid");
shortcut(["Enter"], "keyChoose");
shortcut(["Shift+Space"], "keyAlso");
shortcut(["n"], "keyNext", () => goToMatch(hitAt + 1));
shortcut(["N"], "keyBefore", () => goToMatch(hitAt < 0 ? -1 : hitAt - 1));
shortcut(["f"], "keyFilter", () => openFilters(true));
shortcut(["r"], "keyReports", () => byId("open-reports")?.click());
shortcut(["d"], "keyDrawing", () => openView("tab-drawing"));
shortcut(["t"], "keyTable", () => openView("tab-table"));
shortcut(["s"], "keyStory", () => openView("tab-story"));
shortcut(["l"], "keyLink", () => copyLink());
shortcut(["+"], "keyZoom", () => zoomBy(1.25));
shortcut(["-"], "keyZoom", () => zoomBy(0.8));
shortcut(["0"], "keyZoom", () => fit());
shortcut(["Escape"], "keyNothing");
shortcut(["?"], "keyHelp", openHelp);

svg.addEventListener("keydown", gridKeys);
listen(document, "keydown", pageKeys);
byId("open-help").addEventListener("click", openHelp);
