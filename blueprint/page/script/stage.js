// The stage as a whole: its state in plain values, for the address, and its answer to a new size.

let handled = false;
let telling = 0;

/** Say that the stage has changed, once it has come to rest. */
function tellStage() {
  clearTimeout(telling);
  telling = setTimeout(() => tellAddress("replace"), 250);
}

/** The reader has moved or zoomed the drawing, so that where it is belongs to the state. */
function byHand() {
  handled = true;
  tellStage();
}

/** Where the canvas looks: zoom, and the drawing's point in its middle. */
function whereabouts() {
  const [x, y] = pointAt(...middleOfCanvas(), scrolledTo);
  return [short(zoomed), String(Math.round(x)), String(Math.round(y))];
}

function goTo({ zoom, x, y }) {
  zoomTo(zoom);
  putAt([x, y], ...middleOfCanvas());
}

inAddress(
  "at",
  () => (handled && !presenting() ? whereabouts() : []),
  (values) => {
    if (values.length === 0) return [];
    const [zoom, x, y] = values.map(Number);
    if (values.length !== 3 || ![zoom, x, y].every(Number.isFinite)) return [values.join(",")];
    handled = true;
    queueMicrotask(() => goTo({ zoom, x, y })); // once what is left out has been settled
    return [];
  },
);
inAddress(
  "present",
  () => (presenting() ? [DATA.steps[stage.step].id] : []),
  ([id]) => {
    if (id === undefined) leavePresent();
    else if (!stepNumber.has(id)) return [id];
    else present(stepNumber.get(id));
    return [];
  },
);

canvas.addEventListener("scroll", () => handled && tellStage(), { passive: true });
for (const name of ["wheel", "pointerup", "touchend", "keyup"]) {
  canvas.addEventListener(name, byHand, { passive: true });
}
for (const id of ["zoom-in", "zoom-out", "zoom-fit", "zoom-width"]) byId(id).addEventListener("click", byHand);

/** A new size of the window or the panel: the panes and the map take it in. */
const watcher = new ResizeObserver(() => {
  const before = `${room.across} ${room.down}`;
  measureRoom();
  if (before === `${room.across} ${room.down}`) return;
  zoomTo(zoomed);
  drawMap();
  if (presenting()) centreStep(stage.step);
});
watcher.observe(canvas);
edition.over.addEventListener("abort", () => watcher.disconnect());
