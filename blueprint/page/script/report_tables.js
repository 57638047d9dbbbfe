// Long tables of reports: their rows are written when a reader opens them.

/** A cell: its text, as a button where it leads to a report or lights what its row is about. */
function cellOf(value, lights, report, line) {
  const [text, leadsTo] = Array.isArray(value) ? value : [value, null];
  const button = (attributes) => make("button", { class: "link", type: "button", ...attributes }, text || "–");
  if (lights) return make("td", {}, button({ "data-report": report, "data-row": line, "aria-pressed": "false" }));
  return make("td", {}, leadsTo === null ? text : button({ "data-open-report": leadsTo }));
}

function rowOf(cells, ids, report, line) {
  const about = ids.length ? { "data-report": report, "data-row": line } : {};
  return make("tr", about, ...cells.map((cell, n) => cellOf(cell, n === 0 && ids.length > 0, report, line)));
}

/** Write the rows of a table that has been opened, the first time. */
function writeRows(table) {
  const later = table.querySelector("script");
  if (!later) return;
  const { report, table: which } = table.dataset;
  const about = which === undefined ? [] : DATA.reports[report].rows[which];
  const rows = JSON.parse(later.textContent);
  later.remove();
  table.querySelector("tbody").append(...rows.map((cells, n) => rowOf(cells, about[n] ?? [], report, `${which}.${n}`)));
  markPinned();
}

if (DATA.reports.length > 0) {
  byId("panel-reports").addEventListener("toggle", ({ target }) => {
    if (target.open && target.matches("details.long")) writeRows(target);
  }, true);
}
