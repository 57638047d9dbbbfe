// Cards and step titles on the drawing: found by id, and reached by keys.

const drawn = new Map();
for (const part of svg.querySelectorAll(".bp-card, .bp-step")) drawn.set(part.dataset.id, part);
const edges = new Map();
for (const part of svg.querySelectorAll(".bp-edge")) edges.set(Number(part.dataset.n), part);
const labels = new Map();
for (const part of svg.querySelectorAll(".bp-label")) labels.set(Number(part.dataset.n), part);

/** The ids of every column, top to bottom: the step's title, then its cards. */
const columns = DATA.steps.map((step) => [step.id]);
for (const card of [...DATA.cards].sort((a, b) => a.lane - b.lane)) columns[card.step].push(card.id);

/** Whether an element is there now; re-laying takes some away. */
const isThere = (id) => (stepNumber.has(id) ? !plan.steps[stepNumber.get(id)].gone : plan.cards.has(id));
const columnNow = (n) => columns[n]?.filter(isThere);

const columnOf = (id) => stepNumber.get(id) ?? DATA.cards[cardNumber.get(id)].step;
const laneOf = (id) => (cardNumber.has(id) ? DATA.cards[cardNumber.get(id)].lane : -1);

/** Make every card and step title a button; only one of them is a tab stop. */
function makeButtons() {
  let stop = "0";
  for (const id of columns.flat()) {
    const part = drawn.get(id);
    if (!part) continue;
    part.setAttribute("role", "button");
    part.setAttribute("tabindex", stop);
    part.setAttribute("aria-pressed", "false");
    if (stepNumber.has(id)) part.setAttribute("aria-label", DATA.steps[stepNumber.get(id)].name);
    stop = "-1";
  }
}

function focusOn(id) {
  const part = drawn.get(id);
  if (!part) return;
  svg.querySelector('[tabindex="0"]')?.setAttribute("tabindex", "-1");
  part.setAttribute("tabindex", "0");
  part.focus({ preventScroll: true });
  bringIntoSight(id);
}

/** After some cards have gone or come back, exactly one that is there is the tab stop. */
function keepTabStop() {
  const stop = svg.querySelector('[tabindex="0"]');
  if (stop && isThere(stop.dataset.id)) return;
  stop?.setAttribute("tabindex", "-1");
  drawn.get(columns.flat().find(isThere))?.setAttribute("tabindex", "0");
}

/** The card beside one: in the same lane if that has any that way, else in the next column. */
function beside(id, way) {
  const lane = laneOf(id);
  let next = null;
  for (let n = columnOf(id) + way; columns[n]; n += way) {
    const column = columnNow(n);
    const same = column.find((other) => laneOf(other) === lane);
    if (same) return same;
    if (!next && column.length) next = column;
  }
  const far = (other) => Math.abs(laneOf(other) - lane);
  return next?.reduce((best, other) => (far(other) < far(best) ? other : best)) ?? null;
}

/** Where an arrow key leads from a card or a step's title. */
function neighbour(id, key) {
  const column = columnNow(columnOf(id));
  switch (key) {
    case "ArrowUp":
      return column[column.indexOf(id) - 1] ?? null;
    case "ArrowDown":
      return column[column.indexOf(id) + 1] ?? null;
    case "ArrowLeft":
      return beside(id, -1);
    case "ArrowRight":
      return beside(id, 1);
    default:
      return undefined;
  }
}

makeButtons();
