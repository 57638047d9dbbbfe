// Tabs: the drawing, the table and the narrative; details, filters and reports in the panel.

const allTabs = [...document.querySelectorAll('[role="tab"]')];
const VIEWS = ["drawing", "table", "story"];

/** What is hidden but can be found by the browser's own search, which then opens it. */
const findableViews = new Set(["view-table", "view-story"]);

function hideView(part, hidden) {
  if (hidden && findableViews.has(part.id)) part.setAttribute("hidden", "until-found");
  else part.hidden = hidden;
  part.tabIndex = hidden ? -1 : 0;
}

function openTab(tab) {
  for (const other of tab.parentElement.children) {
    const open = other === tab;
    other.setAttribute("aria-selected", String(open));
    other.tabIndex = open ? 0 : -1;
    hideView(byId(other.getAttribute("aria-controls")), !open);
  }
  if (panelNow() === "reports") writeReport();
}

/** Open one of the views and say so in the address. */
function openView(tabId) {
  openTab(byId(tabId));
  tellAddress("push");
}

const openNow = () => VIEWS.find((view) => byId(`tab-${view}`).ariaSelected === "true");

/** Move along a row of tabs with the arrow keys. */
function moveTab(event) {
  const row = [...event.currentTarget.parentElement.children];
  const at = row.indexOf(event.currentTarget);
  const goal = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: row.length - 1 }[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  const tab = row[(goal + row.length) % row.length];
  openView(tab.id);
  tab.focus();
}

for (const tab of allTabs) {
  tab.addEventListener("click", () => openView(tab.id));
  tab.addEventListener("keydown", moveTab);
}
for (const id of findableViews) {
  byId(id).addEventListener("beforematch", () => openView(id.replace("view-", "tab-")));
}

const panel = byId("panel");
const PANELS = ["details", "filters", "reports"].filter((name) => byId(`panel-${name}`));
const panelNow = () => (panel.hidden ? null : PANELS.find((name) => !byId(`panel-${name}`).hidden));

/** Open the panel with one of its tabs, or close it. */
function openPanel(tabId) {
  panel.hidden = tabId === null;
  if (tabId !== null) openTab(byId(tabId));
  tellPanel();
}

function tellPanel() {
  byId("open-filters").setAttribute("aria-expanded", String(panelNow() === "filters"));
  byId("open-reports")?.setAttribute("aria-expanded", String(panelNow() === "reports"));
}

for (const name of PANELS) byId(`tab-${name}`).addEventListener("click", tellPanel);

/** Open the filters, or close them where they are open already. */
function openFilters(focus = false) {
  openPanel(panelNow() === "filters" && !focus ? null : "tab-filters");
  tellAddress("push");
  if (focus) byId("facets").querySelector("summary")?.focus();
}

byId("open-filters").addEventListener("click", () => openFilters());
byId("open-reports")?.addEventListener("click", () => {
  openPanel(panelNow() === "reports" ? null : "tab-reports");
  tellAddress("push");
});
inAddress(
  "view",
  () => (openNow() === "drawing" ? [] : [openNow()]),
  ([view = "drawing"]) => {
    openTab(byId(`tab-${VIEWS.includes(view) ? view : "drawing"}`));
    return VIEWS.includes(view) ? [] : [view];
  },
);
listen(document, "click", (event) => {
  for (const menu of document.querySelectorAll(".menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
listen(window, "beforeprint", () => {
  for (const section of document.querySelectorAll(".report")) writeReport(section);
  for (const table of document.querySelectorAll(".panel details.long")) writeRows(table);
  for (const folded of document.querySelectorAll(".panel details")) folded.open = true;
});
