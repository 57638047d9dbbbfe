// Moving the drawing: drag it with the mouse, pinch it with two fingers, or hold Shift with
// an arrow key. One finger scrolls as anywhere else.

const STILL = 4;
let drag = null;

function dragFrom(event) {
  heed();
  if (event.pointerType !== "mouse" || event.button !== 0) return;
  drag = {
    id: event.pointerId, x: event.clientX, y: event.clientY,
    left: canvas.scrollLeft, top: canvas.scrollTop, moving: false,
  };
}

function dragTo(event) {
  if (drag === null || event.pointerId !== drag.id) return;
  const [across, down] = [event.clientX - drag.x, event.clientY - drag.y];
  if (!drag.moving) {
    if (Math.hypot(across, down) < STILL) return;
    drag.moving = true;
    canvas.setPointerCapture(drag.id);
    canvas.classList.add("grabbed");
  }
  canvas.scrollTo({ left: drag.left - across, top: drag.top - down, behavior: "instant" });
}

const swallow = (event) => event.stopPropagation();
const heed = () => removeEventListener("click", swallow, { capture: true });

/** Let go; the click that ends a drag chooses nothing. */
function dragEnd() {
  if (drag?.moving) {
    canvas.classList.remove("grabbed");
    addEventListener("click", swallow, { capture: true });
    setTimeout(heed, 0);
  }
  drag = null;
}

const betweenFingers = ([a, b]) => {
  const frame = canvas.getBoundingClientRect();
  return {
    apart: Math.max(10, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
    x: (a.clientX + b.clientX) / 2 - frame.left,
    y: (a.clientY + b.clientY) / 2 - frame.top,
  };
};
let pinch = null;

function pinchFrom(event) {
  if (event.touches.length !== 2) {
    pinch = null;
    return;
  }
  event.preventDefault();
  const { apart, x, y } = betweenFingers(event.touches);
  pinch = { apart, zoom: zoomed, point: pointAt(x, y), next: null };
}

/** Follow two fingers: what lay between them stays between them. */
function pinchTo(event) {
  if (pinch === null || event.touches.length !== 2) return;
  event.preventDefault();
  const waiting = pinch.next !== null;
  pinch.next = betweenFingers(event.touches);
  if (waiting) return;
  requestAnimationFrame(() => {
    if (pinch === null) return;
    const { apart, x, y } = pinch.next;
    pinch.next = null;
    zoomTo((pinch.zoom * apart) / pinch.apart);
    putAt(pinch.point, x, y);
  });
}

/** Safari tells a trackpad's pinch in a way of its own. */
let spread = 1;
function gesture(event) {
  event.preventDefault();
  if (pinch !== null) return;
  if (event.type === "gesturestart") spread = zoomed;
  const frame = canvas.getBoundingClientRect();
  zoomAt(spread * event.scale, event.clientX - frame.left, event.clientY - frame.top);
}

const PUSHES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function push(event) {
  const way = PUSHES[event.key];
  if (!way || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  canvas.scrollBy({
    left: 0.4 * canvas.clientWidth * way[0],
    top: 0.4 * canvas.clientHeight * way[1],
    behavior: smooth() ? "smooth" : "instant",
  });
}

canvas.addEventListener("pointerdown", dragFrom);
canvas.addEventListener("pointermove", dragTo);
for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, dragEnd);
canvas.addEventListener("touchstart", pinchFrom, { passive: false });
canvas.addEventListener("touchmove", pinchTo, { passive: false });
for (const name of ["touchend", "touchcancel"]) canvas.addEventListener(name, () => (pinch = null));
for (const name of ["gesturestart", "gesturechange"]) canvas.addEventListener(name, gesture);
canvas.addEventListener("keydown", push, { capture: true });
shortcut(["Shift+←", "Shift+→", "Shift+↑", "Shift+↓"], "keyPan");
