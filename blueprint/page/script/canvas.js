// The drawing on its sheet: how large it is, and how points of it and of the window meet.

const svg = document.querySelector("svg.bp");
const canvas = byId("canvas");
const sheet = byId("sheet");
const LEAST = 0.08;
const MOST = 4;
const LARGE = 300;

/** Whether things may move smoothly: the reader wants it, and the drawing is small enough. */
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const smooth = () => !calm.matches && DATA.cards.length <= LARGE;
svg.classList.toggle("large", DATA.cards.length > LARGE);

/** Leave out the drawing's own heading, which the page's header already says. */
function cropHeading() {
  svg.setAttribute("viewBox", `0 ${short(plan.crop)} ${plan.width} ${short(plan.height - plan.crop)}`);
  for (const text of svg.querySelectorAll("text.bp-title, text.bp-subtitle")) text.remove();
}

let plan = readPlan();
cropHeading();
svg.style.display = "none"; // until its size is known, so that measuring lays out nothing of it
let zoomed = 1;

/** The outline of a card, in the drawing's own measure; of a step its column, or its row. */
function boxOf(id) {
  const step = plan.steps[stepNumber.get(id)];
  if (!step) return plan.cards.get(id);
  const { x, y, right, bottom } = plan.body;
  return plan.down
    ? { x, y: step.from, right, bottom: step.to }
    : { x: step.from, y, right: step.to, bottom };
}

/** The canvas's size, kept, for asking the browser makes it lay out everything that has changed. */
const room = { across: 0, down: 0 };

/** Where it was last seen to be scrolled to, for the same reason. */
const scrolledTo = { left: 0, top: 0 };

function measureRoom() {
  room.across = canvas.clientWidth || room.across;
  room.down = canvas.clientHeight || room.down;
}

/** How wide the rail and how high the header are at a zoom; they stay readable at any. */
function panes(zoom) {
  return { rail: railWidth(zoom), head: headHeight(zoom) };
}

/** Room around the sheet, so that what stands at an end can come to the middle. */
const margin = { across: 0, down: 0 };

/** Lay out the sheet at a zoom: panes at its borders, the drawing where they end. */
function zoomTo(factor) {
  zoomed = Math.min(MOST, Math.max(LEAST, factor));
  const { rail, head } = panes(zoomed);
  sheet.style.gridTemplate = `${head}px minmax(0, 1fr) / ${rail}px minmax(0, 1fr)`;
  sheet.style.width = `${rail + (plan.width - plan.left) * zoomed + 2 * margin.across}px`;
  sheet.style.height = `${head + (plan.height - plan.top) * zoomed + 2 * margin.down}px`;
  sheet.style.borderWidth = `${margin.down}px ${margin.across}px`;
  svg.style.display = "";
  svg.setAttribute("width", plan.width * zoomed);
  svg.setAttribute("height", (plan.height - plan.crop) * zoomed);
  svg.style.left = `${rail - plan.left * zoomed}px`;
  svg.style.top = `${head - (plan.top - plan.crop) * zoomed}px`;
  fitPanes(zoomed, rail, head);
  windowMoved();
  byId("zoom-now").textContent = say("percent", { n: Math.round(100 * zoomed) });
}

measureRoom();

/** The drawing's point under a place of the canvas, counted from its corner. */
function pointAt(x, y, { left, top } = { left: canvas.scrollLeft, top: canvas.scrollTop }) {
  const { rail, head } = panes(zoomed);
  return [
    plan.left + (left + x - rail - margin.across) / zoomed,
    plan.top + (top + y - head - margin.down) / zoomed,
  ];
}

/** Scroll so that a point of the drawing lies at a place of the canvas. */
function putAt([across, down], x, y, smoothly = false) {
  const { rail, head } = panes(zoomed);
  canvas.scrollTo({
    left: margin.across + rail + (across - plan.left) * zoomed - x,
    top: margin.down + head + (down - plan.top) * zoomed - y,
    behavior: smoothly && smooth() ? "smooth" : "instant",
  });
}

/** The middle of what the panes leave free. */
function middleOfCanvas() {
  const { rail, head } = panes(zoomed);
  return [(rail + room.across) / 2, (head + room.down) / 2];
}

/** The stretch of the canvas that an open panel or story does not cover. */
function openHeight() {
  const frame = canvas.getBoundingClientRect();
  const cover = byId("panel").hidden ? null : byId("panel").getBoundingClientRect();
  const covers = cover && cover.left < frame.left + 40 && cover.top > frame.top;
  return (covers ? Math.min(frame.bottom, cover.top) : frame.bottom) - frame.top;
}

/** Scroll no more than is needed to see an element whole. */
function bringIntoSight(id) {
  const box = boxOf(id);
  if (!box) return;
  measureRoom();
  const { rail, head } = panes(zoomed);
  const near = 28;
  const along = (from, to, start, size, now) => {
    if (from - near < now + start || to - from > size - start) return from - near - start;
    return to + near > now + size ? to + near - size : now;
  };
  const card = plan.cards.has(id);
  const [left, right] = [box.x, box.right].map((x) => rail + (x - plan.left) * zoomed);
  const [top, bottom] = [box.y, box.bottom].map((y) => head + (y - plan.top) * zoomed);
  const { scrollLeft, scrollTop } = canvas;
  canvas.scrollTo({
    left: card || !plan.down ? along(left, right, rail, room.across, scrollLeft) : scrollLeft,
    top: card || plan.down ? along(top, bottom, head, openHeight(), scrollTop) : scrollTop,
    behavior: smooth() ? "smooth" : "instant",
  });
}
