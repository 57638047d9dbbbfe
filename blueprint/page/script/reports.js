// Findings and ripples: choose one and the drawing shows what it is about.

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
function light(marks, links) {
  const framed = new Map();
  for (const [id, role, badge] of marks) {
    if (drawn.has(id)) framed.set(id, { role, badge });
  }
  const shown = new Set([...framed.keys()].filter((id) => cardNumber.has(id)));
  for (const [id] of marks) {
    if (cardNumber.has(id)) continue;
    for (const card of cardsFor(id)) {
      shown.add(card);
      if (!stepNumber.has(id) && !framed.has(card)) framed.set(card, { role: "touch", badge: "" });
    }
  }
  state.light = { marks: framed, shown, links: new Set(links.map((link) => link.join("\n"))) };
}

function unlight() {
  state.light = null;
  for (const button of document.querySelectorAll("[data-overlay], .finding")) {
    button.setAttribute("aria-pressed", "false");
  }
}

/** Light what a button stands for, or put it out again. */
function toggleLight(button, marks, links, what) {
  const lit = button.getAttribute("aria-pressed") === "true";
  unlight();
  state.chosen = null;
  if (!lit) {
    button.setAttribute("aria-pressed", "true");
    light(marks, links);
    if (state.light.shown.size === 0 && state.light.marks.size === 0) state.light = null;
    openTab(byId("tab-drawing"));
  }
  paint();
  if (lit) return;
  const shown = [...(state.light?.shown ?? [])];
  announce(say("lit", { n: shown.length, what }));
  const first = marks.map(([id]) => id).find((id) => drawn.has(id)) ?? shown[0];
  if (first) bringIntoSight(first);
}

function lightFinding(button) {
  const finding = DATA.reports[button.dataset.report].findings[button.dataset.finding];
  const listed = document.querySelector(
    `.finding[data-report="${button.dataset.report}"][data-finding="${button.dataset.finding}"]`,
  );
  openPanel("tab-reports");
  toggleLight(listed, finding.about.map((id) => [id, finding.severity, ""]), [], finding.text);
}

function lightOverlay(button) {
  const { title, marks, links } = DATA.reports[button.dataset.overlay].overlay;
  toggleLight(button, marks, links, title);
}
