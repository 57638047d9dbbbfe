// Zoom: by wheel, keys and buttons, around the pointer; the whole drawing or its width.

const READABLE = 0.62;
let aim = null;

/** Zoom and keep what lies at a place of the canvas where it is. */
function zoomAt(factor, x, y) {
  const point = pointAt(x, y);
  zoomTo(factor);
  putAt(point, x, y);
}

/** Zoom in a few frames, or at once where nothing should move. */
function zoomGently(factor, x, y) {
  const goal = Math.min(MOST, Math.max(LEAST, factor));
  if (!smooth()) {
    zoomAt(goal, x, y);
    return;
  }
  const [from, start] = [zoomed, performance.now()];
  const mine = { goal };
  aim = mine;
  const frame = (now) => {
    if (aim !== mine) return;
    const part = Math.min(1, Math.max(0, now - start) / 140);
    zoomAt(from * (goal / from) ** (1 - (1 - part) ** 2), x, y);
    if (part < 1) requestAnimationFrame(frame);
    else aim = null;
  };
  requestAnimationFrame(frame);
}

function zoomBy(step) {
  zoomGently((aim?.goal ?? zoomed) * step, ...middleOfCanvas());
  announce(say("percent", { n: Math.round(100 * (aim?.goal ?? zoomed)) }));
}

/** The greatest zoom at which what `size` says has room. */
function greatest(fits, most) {
  let [low, high] = [LEAST, most];
  if (fits(high)) return high;
  for (let n = 0; n < 24; n += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

const sheetWidth = (zoom) => panes(zoom).rail + (plan.width - plan.left) * zoom;
const sheetHeight = (zoom) => panes(zoom).head + (plan.height - plan.top) * zoom;
const fitsAcross = (zoom) => sheetWidth(zoom) <= room.across;
const fitsWhole = (zoom) => fitsAcross(zoom) && sheetHeight(zoom) <= room.down;

/** Show the whole drawing. */
function fit() {
  aim = null;
  zoomTo(greatest(fitsWhole, 1.6));
  canvas.scrollTo(0, 0);
}

/** Show the drawing from its first column to its last. */
function fitWidth() {
  aim = null;
  zoomTo(greatest(fitsAcross, 1.6));
}

/** Begin with the whole drawing, or as much of it as can be read. */
function fitToRead() {
  const wide = greatest(fitsAcross, 1.25);
  const whole = greatest(fitsWhole, wide);
  const long = wide < READABLE && !plan.down; // it is wider than the canvas anyway
  if (long) zoomTo(Math.max(READABLE, greatest((zoom) => sheetHeight(zoom) <= room.down, 1)));
  else zoomTo(Math.max(READABLE, whole > 0.7 * wide ? whole : wide));
}

/** The wheel with Ctrl or ⌘, and a trackpad's pinch, which comes as the same. */
let turned = null;
function turn(event) {
  const frame = canvas.getBoundingClientRect();
  const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
  const lines = event.deltaMode === 1 ? 16 : 1;
  const change = Math.max(-60, Math.min(60, event.deltaY * lines));
  if (turned) {
    turned.change += change;
    return;
  }
  turned = { change };
  requestAnimationFrame(() => {
    zoomAt(zoomed * Math.exp(-turned.change / 150), x, y);
    turned = null;
  });
}

/** The plain wheel moves across where there is nothing to move down. */
function wheel(event) {
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    aim = null;
    turn(event);
    return;
  }
  const nothingDown = canvas.scrollHeight <= canvas.clientHeight + 1;
  const paged = document.documentElement.scrollHeight > innerHeight + 1;
  if (!nothingDown || paged || event.deltaX !== 0 || event.shiftKey) return;
  if (canvas.scrollWidth <= canvas.clientWidth) return;
  event.preventDefault();
  canvas.scrollLeft += event.deltaY * (event.deltaMode === 1 ? 16 : 1);
}

canvas.addEventListener("wheel", wheel, { passive: false });
byId("zoom-in").addEventListener("click", () => zoomBy(1.25));
byId("zoom-out").addEventListener("click", () => zoomBy(0.8));
byId("zoom-fit").addEventListener("click", fit);
byId("zoom-width").addEventListener("click", fitWidth);
shortcut(["w"], "keyWidth", fitWidth);
