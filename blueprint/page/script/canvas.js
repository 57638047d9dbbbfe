// The drawing's size on the screen: zoom, fit, and where it is scrolled to.

const svg = document.querySelector("svg.bp");
const canvas = byId("view-drawing");
const LEAST = 0.1;
const MOST = 4;

/** Leave out the drawing's own heading, which the page's header already says. */
function cropHeading() {
  const box = svg.viewBox.baseVal;
  const first = svg.querySelector(".bp-chevron, .bp-step, .bp-lane");
  if (!first) return;
  const top = Math.max(0, first.getBBox().y - 6);
  svg.setAttribute("viewBox", `0 ${top} ${box.width} ${box.height - top}`);
  for (const text of svg.querySelectorAll("text.bp-title, text.bp-subtitle")) text.remove();
}

cropHeading();
const full = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
let zoomed = 1;

function zoomTo(factor) {
  zoomed = Math.min(MOST, Math.max(LEAST, factor));
  svg.setAttribute("width", full.width * zoomed);
  svg.setAttribute("height", full.height * zoomed);
}

/** Zoom and keep what is under a point of the window where it is. */
function zoomAround(factor, x, y) {
  const before = svg.getBoundingClientRect();
  const [right, down] = [(x - before.left) / before.width, (y - before.top) / before.height];
  zoomTo(factor);
  const after = svg.getBoundingClientRect();
  canvas.scrollLeft += after.left + right * after.width - x;
  canvas.scrollTop += after.top + down * after.height - y;
}

function zoomBy(step) {
  const frame = canvas.getBoundingClientRect();
  zoomAround(zoomed * step, frame.left + frame.width / 2, frame.top + frame.height / 2);
  announce(say("zoom", { n: Math.round(zoomed * 100) }));
}

/** The room the drawing has: the canvas without its padding. */
function room() {
  const style = getComputedStyle(canvas);
  const across = canvas.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const down = canvas.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  return { across, down };
}

/** Show the whole drawing. */
function fit() {
  const { across, down } = room();
  zoomTo(Math.min(across / full.width, Math.max(down, 200) / full.height, 1.6));
}

/** Begin with the whole drawing, or as much of it as can be read. */
function fitToRead() {
  const { across, down } = room();
  const wide = Math.min(1.25, across / full.width);
  const whole = Math.min(wide, down / full.height);
  zoomTo(Math.max(0.62, whole > 0.7 * wide ? whole : wide));
}

byId("zoom-in").addEventListener("click", () => zoomBy(1.25));
byId("zoom-out").addEventListener("click", () => zoomBy(0.8));
byId("zoom-fit").addEventListener("click", fit);
canvas.addEventListener(
  "wheel",
  (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomAround(zoomed * Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
  },
  { passive: false },
);
