// Reports: what a line is about is lit on the drawing while it is pointed at, and stays when chosen.

/** The name of each report in an address; of two of one name, the second gets a number. */
const reportNames = DATA.reports.reduce((names, { name }) => {
  const same = names.filter((other) => other === name || other.startsWith(`${name}-`)).length;
  return [...names, same ? `${name}-${same + 1}` : name];
}, []);

/** The cards that stand for an element: itself, what a step holds, who uses a system. */
function cardsFor(id) {
  if (cardNumber.has(id)) return [id];
  const kind = items.get(id)?.kind;
  if (kind === undefined || kind === "blueprint") return [];
  const inside = ["step", "phase"].includes(kind);
  return (touching.get(id) ?? [])
    .map((n) => DATA.links[n])
    .filter((link) => (link[2] === "contains") === inside && (!inside || link[0] === id))
    .flatMap((link) => {
      const other = link[0] === id ? link[1] : link[0];
      return inside ? cardsFor(other) : cardNumber.has(other) ? [other] : [];
    });
}

/** Light some elements: framed where they are drawn, their cards dotted where they are not. */
function lightOf({ marks, links }) {
  const framed = new Map();
  for (const [id, role, badge, , hops] of marks) {
    if (drawn.has(id)) framed.set(id, { role, badge, hops });
  }
  const shown = new Set([...framed.keys()].filter((id) => cardNumber.has(id)));
  for (const [id] of marks) {
    if (cardNumber.has(id)) continue;
    for (const card of cardsFor(id)) {
      shown.add(card);
      if (!stepNumber.has(id) && !framed.has(card)) framed.set(card, { role: "touch", badge: "" });
    }
  }
  if (shown.size === 0 && framed.size === 0) return null;
  return { marks: framed, shown, links: new Map(links.map(([source, target, strength]) => [`${source}\n${target}`, strength])) };
}

/** What a line of a report is about: a finding, a row of a table, or the whole overlay. */
function meaning([report, kind, table, row]) {
  const { findings, overlay, rows } = DATA.reports[report];
  if (kind === "overlay") return overlay;
  if (kind === "finding") {
    const { about, severity, text } = findings[table];
    return { title: text, marks: about.map((id) => [id, severity, ""]), links: [] };
  }
  const ids = rows[table][row];
  return { title: ids.map(nameOf).join(say("comma")), marks: ids.map((id) => [id, "info", ""]), links: [] };
}

/** The line that a button or a row stands for. */
function lineOf({ dataset }) {
  const report = Number(dataset.report ?? dataset.overlay);
  if (dataset.overlay !== undefined) return [report, "overlay"];
  if (dataset.finding !== undefined) return [report, "finding", Number(dataset.finding)];
  return [report, "row", ...dataset.row.split(".").map(Number)];
}

const sameLine = (one, other) => one?.join() === other?.join();

function unlight() {
  letGo();
  state.pinned = null;
  state.light = null;
  markPinned();
}

function markPinned() {
  for (const button of byId("panel").querySelectorAll("[data-overlay], .finding, button[data-row]")) {
    button.setAttribute("aria-pressed", String(sameLine(lineOf(button), state.pinned)));
  }
}

function pinned() {
  const ripple = rippleLit();
  if (ripple) choicesFor(ripple);
  state.light = ripple ? lightOfRipple(ripple, meaning(state.pinned)) : state.pinned ? lightOf(meaning(state.pinned)) : null;
}

/** Light a line for as long as it is pointed at or has the focus. */
function preview(line) {
  pinned();
  state.light = lightOf(meaning(line)) ?? state.light;
  paint();
}

function endPreview() {
  pinned();
  paint();
}

/** Keep a line lit, or put it out again. */
function pin(line) {
  const lit = sameLine(line, state.pinned);
  select([]);
  if (!lit) {
    state.pinned = line;
    pinned();
    openReport(line[0]);
    openTab(byId("tab-drawing"));
  }
  markPinned();
  settle();
  openPanel("tab-reports");
  tellAddress("push");
  if (!lit) tellLit(meaning(line));
}

function tellLit({ title, marks }) {
  const shown = [...(state.light?.shown ?? [])];
  announce(say("lit", { n: shown.length, what: title }));
  const first = marks.map(([id]) => id).find((id) => drawn.has(id)) ?? shown[0];
  if (first) bringIntoSight(first);
}

/** Show one of the reports in the panel. */
function openReport(n) {
  for (const section of document.querySelectorAll(".report")) {
    section.hidden = Number(section.dataset.section) !== n;
  }
  for (const button of document.querySelectorAll(".report-list [data-open-report]")) {
    if (Number(button.dataset.openReport) === n) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  document.querySelector(".report-list [aria-current]")?.scrollIntoView({ block: "nearest" });
  if (panelNow() === "reports") writeReport();
}

/** Write what a report says, the one that is open if none is named, when it is first seen. */
function writeReport(section = document.querySelector(".report:not([hidden])")) {
  const waits = section?.querySelector("script.waiting");
  if (!waits) return;
  waits.replaceWith(waiting(waits));
  markPinned();
}

const openedReport = () => Number(document.querySelector(".report:not([hidden])")?.dataset.section ?? 0);

/** The line of a report under an event, where it is one that lights something. */
const lineAt = (target) => target.closest?.("[data-overlay], .finding, tr[data-row]");

/** Where a button of the mouse was last pressed: what comes under it there is not pointed at. */
let pressed = "";

function watchLines(part) {
  listen(document, "mousedown", ({ clientX, clientY }) => {
    pressed = `${clientX} ${clientY}`;
  });
  part.addEventListener("mouseover", ({ target, relatedTarget, clientX, clientY }) => {
    const line = lineAt(target);
    if (line && !line.contains(relatedTarget) && pressed !== `${clientX} ${clientY}`) preview(lineOf(line));
  });
  part.addEventListener("mouseout", ({ target, relatedTarget }) => {
    const line = lineAt(target);
    if (line && !line.contains(relatedTarget)) endPreview();
  });
  part.addEventListener("focusin", ({ target }) => {
    const line = lineAt(target);
    if (line && target.matches(":focus-visible")) preview(lineOf(line));
  });
  part.addEventListener("focusout", ({ target }) => {
    if (lineAt(target) && state.light) endPreview();
  });
}

if (DATA.reports.length > 0) watchLines(byId("panel-reports"));

/** A line in an address: the report's name and, after dots, which of its lines. */
function inAddressLine(kind) {
  inAddress(
    kind,
    () => (state.pinned?.[1] === kind ? [[reportNames[state.pinned[0]], ...state.pinned.slice(2)].join(".")] : []),
    ([said]) => (said === undefined || pinNamed(kind, said) ? [] : [said]),
  );
}

function pinNamed(kind, said) {
  const places = { overlay: 0, finding: 1, row: 2 }[kind];
  const parts = said.split(".");
  const numbers = places ? parts.splice(-places).map(Number) : [];
  const report = reportNames.indexOf(parts.join("."));
  const { findings, overlay, rows } = DATA.reports[report] ?? {};
  const there = { overlay, finding: findings?.[numbers[0]], row: rows?.[numbers[0]]?.[numbers[1]] }[kind];
  if (!there) return false;
  state.pinned = [report, kind, ...numbers];
  openReport(report);
  return true;
}

inAddress(
  "report",
  () => (openedReport() === 0 ? [] : [reportNames[openedReport()]]),
  ([name]) => {
    const n = reportNames.indexOf(name);
    openReport(Math.max(0, n));
    return name === undefined || n >= 0 ? [] : [name];
  },
);
for (const kind of ["overlay", "finding", "row"]) inAddressLine(kind);
