// Tabs: the drawing, the table and the narrative; details and reports in the panel.

const allTabs = [...document.querySelectorAll('[role="tab"]')];

function openTab(tab) {
  for (const other of tab.parentElement.children) {
    const open = other === tab;
    other.setAttribute("aria-selected", String(open));
    other.tabIndex = open ? 0 : -1;
    byId(other.getAttribute("aria-controls")).hidden = !open;
  }
}

/** Move along a row of tabs with the arrow keys. */
function moveTab(event) {
  const row = [...event.currentTarget.parentElement.children];
  const at = row.indexOf(event.currentTarget);
  const goal = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: row.length - 1 }[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  const tab = row[(goal + row.length) % row.length];
  openTab(tab);
  tab.focus();
}

for (const tab of allTabs) {
  tab.addEventListener("click", () => openTab(tab));
  tab.addEventListener("keydown", moveTab);
}

/** Open the panel with one of its tabs, or close it. */
function openPanel(tabId) {
  byId("panel").hidden = tabId === null;
  if (tabId !== null) openTab(byId(tabId));
  byId("open-reports")?.setAttribute("aria-expanded", String(tabId === "tab-reports"));
}

byId("open-reports")?.addEventListener("click", () => {
  const open = !byId("panel").hidden && byId("tab-reports").ariaSelected === "true";
  openPanel(open ? null : "tab-reports");
});

addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
});
