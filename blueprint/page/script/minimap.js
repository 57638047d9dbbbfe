// The minimap: lanes and cards in small, and the window one sees; press or drag to go there.
// It is for the eye and the pointer; keys reach every place on the drawing itself.

const MAP_LEAST = 44;
const MAP_MOST = 132;
const mapFrame = byId("map");
const mapWindow = make("div", { class: "map-window" });
const map = { shown: DATA.cards.length > LARGE, kept: null };

const mapBox = ({ x, y, right, bottom }) =>
  `M${short(x)} ${short(y)}H${short(right)}V${short(bottom)}H${short(x)}Z`;

const mapSize = () => [plan.body.right - plan.body.x, plan.body.bottom - plan.body.y];

/** The lanes' bands, and one path a lane for the cards that are lit and one for the others. */
function mapPicture() {
  const picture = draw("svg", { class: "map-picture", preserveAspectRatio: "none" });
  picture.setAttribute("viewBox", [plan.body.x, plan.body.y, ...mapSize()].join(" "));
  plan.lanes.forEach((lane, n) => {
    const kind = [...lane.part.classList].join(" ");
    const ids = [...plan.cards.keys()].filter((id) => laneOf(id) === n);
    const lit = (id) => map.kept === null || map.kept.has(id);
    const cards = (name, some) =>
      draw("path", { class: name, d: some.map((id) => mapBox(plan.cards.get(id))).join("") });
    picture.append(
      draw(
        "g",
        { class: kind },
        draw("path", { class: "bp-band", d: mapBox(lane) }),
        cards("map-dim", ids.filter((id) => !lit(id))),
        cards("map-lit", ids.filter(lit)),
      ),
    );
  });
  return picture;
}

/** As wide as there is room, as high as the drawing's shape asks for, within limits. */
function drawMap() {
  byId("map-switch").setAttribute("aria-pressed", String(map.shown));
  mapFrame.hidden = !map.shown;
  if (!map.shown) return;
  const [wide, high] = mapSize();
  const ratio = wide / high;
  const most = Math.min(room.across - 32, 760);
  const height = Math.min(MAP_MOST, Math.max(MAP_LEAST, most / ratio));
  mapFrame.style.setProperty("width", `${Math.min(most, height * Math.max(ratio, 1.6))}px`);
  mapFrame.style.setProperty("height", `${height}px`);
  mapFrame.replaceChildren(mapPicture(), mapWindow);
  windowMoved();
}

function mapKept(kept) {
  map.kept = kept.size === plan.cards.size ? null : kept;
  if (map.shown) drawMap();
}

let moving = 0;

/** Put the window where the canvas looks, once in a frame. */
function windowMoved() {
  if (!map.shown || moving) return;
  moving = requestAnimationFrame(placeWindow);
}

function placeWindow() {
  moving = 0;
  if (!map.shown) return;
  const [x, y] = pointAt(panes(zoomed).rail, panes(zoomed).head, scrolledTo);
  const [right, bottom] = pointAt(room.across, room.down, scrolledTo);
  const part = (value, from, size) => Math.min(1, Math.max(0, (value - from) / size));
  const [wide, high] = mapSize();
  const across = [x, right].map((value) => part(value, plan.body.x, wide));
  const down = [y, bottom].map((value) => part(value, plan.body.y, high));
  const style = {
    left: across[0], width: across[1] - across[0], top: down[0], height: down[1] - down[0],
  };
  for (const [name, share] of Object.entries(style)) {
    mapWindow.style.setProperty(name, `${short(100 * share)}%`);
  }
}

function showMap(on) {
  map.shown = on;
  drawMap();
  announce(say(on ? "mapShown" : "mapHidden"));
}

function goByMap(event) {
  if (event.type === "pointermove" && !mapFrame.hasPointerCapture(event.pointerId)) return;
  if (event.type === "pointerdown") mapFrame.setPointerCapture(event.pointerId);
  event.preventDefault();
  const frame = mapFrame.getBoundingClientRect();
  const [wide, high] = mapSize();
  const across = plan.body.x + ((event.clientX - frame.left) / frame.width) * wide;
  const down = plan.body.y + ((event.clientY - frame.top) / frame.height) * high;
  putAt([across, down], ...middleOfCanvas());
}

mapFrame.addEventListener("pointerdown", goByMap);
mapFrame.addEventListener("pointermove", goByMap);
canvas.addEventListener("scroll", windowMoved, { passive: true });
byId("map-switch").addEventListener("click", () => showMap(!map.shown));
shortcut(["m"], "keyMap", () => showMap(!map.shown));
