// Presenting: the journey step by step, one column lit at a time, its story beneath.

const stage = { step: -1, before: null };
const byStep = DATA.steps.map(() => []);
for (const card of DATA.cards) {
  const until = Number(drawn.get(card.id)?.dataset.until ?? card.step);
  for (let n = card.step; n <= until; n += 1) byStep[n].push(card);
}
const told = new Map(
  [...document.querySelectorAll(".story h3 [data-show]")].map((button) => [
    button.dataset.show,
    [...button.closest("h3").nextElementSibling.querySelectorAll("li")].map((line) => line.textContent),
  ]),
);
const presenting = () => stage.step >= 0;
const stepsThere = () => plan.steps.filter((step) => !step.gone).map((step) => step.index);

/** Present a step; the first time everything else makes room. */
function present(n) {
  if (!DATA.steps[n] || !stepsThere().includes(n)) return;
  if (!presenting()) enter();
  stage.step = n;
  tellStep(n);
  lightStep(n);
  centreStep(n);
  tellStage();
}

function enter() {
  stage.before = { zoom: zoomed, point: pointAt(0, 0), focus: document.activeElement };
  openTab(byId("tab-drawing"));
  document.body.classList.add("presenting");
  byId("present").hidden = false;
  svg.classList.add("one-step");
  byId("present-title").focus({ preventScroll: true });
}

/** Leave, and put back the place one came from. */
function leavePresent() {
  if (!presenting()) return;
  const { zoom, point, focus } = stage.before;
  stage.step = -1;
  document.body.classList.remove("presenting");
  byId("present").hidden = true;
  svg.classList.remove("one-step");
  for (const part of svg.querySelectorAll(".on-stage")) part.classList.remove("on-stage");
  for (const part of stepPanes.values()) part.classList.remove("on-stage");
  svg.querySelector(".bp-spot")?.remove();
  if (document.fullscreenElement) document.exitFullscreen();
  Object.assign(margin, { across: 0, down: 0 });
  measureRoom();
  zoomTo(zoom);
  putAt(point, 0, 0);
  if (focus?.isConnected && focus !== document.body) focus.focus({ preventScroll: true });
  announce(say("presentLeft"));
  tellStage();
}

function phaseOf(n) {
  const phase = DATA.phases.find(([, first, count]) => n >= first && n < first + count);
  return phase ? (items.get(phase[0])?.name ?? "") : "";
}

const momentsAt = (n) =>
  byStep[n].flatMap((card) =>
    card.signs
      .filter(([kind, text]) => kind === "moment-of-truth" && text)
      .map(([, text]) => ({ text, name: items.get(card.id).name })),
  );

/** The step's story: its phase and number, its moments of truth, and its sentences. */
function tellStep(n) {
  const { id, name } = DATA.steps[n];
  const there = stepsThere();
  const count = say("stepOf", { n: there.indexOf(n) + 1, total: there.length });
  const moments = momentsAt(n);
  const story = (told.get(id) ?? []).filter((line) => !moments.some((moment) => line.includes(moment.text)));
  byId("present-phase").textContent = phaseOf(n);
  byId("present-count").textContent = count;
  byId("present-title").textContent = name;
  byId("present-moments").replaceChildren(
    ...moments.map(({ name, text }) =>
      make("li", {}, make("span", { class: "sign moment-of-truth", "aria-hidden": "true" }, "★"), `${text} (${name})`),
    ),
  );
  byId("present-story").replaceChildren(...story.map((line) => make("li", {}, line)));
  byId("present-done").style.setProperty("width", `${short((100 * (there.indexOf(n) + 1)) / there.length)}%`);
  byId("present-before").disabled = n === there[0];
  byId("present-next").disabled = n === there[there.length - 1];
  announce([phaseOf(n), count, name, ...moments.map(({ text }) => text), ...story].filter(Boolean).join(say("then")));
}

/** Light a column: its cards, and the links between two of them or to a neighbour. */
function lightStep(n) {
  for (const part of svg.querySelectorAll(".on-stage")) part.classList.remove("on-stage");
  for (const [id, part] of stepPanes) part.classList.toggle("on-stage", id === DATA.steps[n].id);
  const lit = new Set(byStep[n].map((card) => card.id));
  for (const id of lit) drawn.get(id)?.classList.add("on-stage");
  drawn.get(DATA.steps[n].id)?.classList.add("on-stage");
  for (const [number, part] of edges) {
    if (!lit.has(part.dataset.source) || !lit.has(part.dataset.target)) continue;
    part.classList.add("on-stage");
    labels.get(number)?.classList.add("on-stage");
  }
  spot(n);
}

/** A pale column behind the step's cards. */
function spot(n) {
  svg.querySelector(".bp-spot")?.remove();
  const { x, y, right, bottom } = boxOf(DATA.steps[n].id);
  const [wide, high] = plan.down ? [0, 10] : [12, 0];
  const place = { x: x - wide, y: y - high, width: right - x + 2 * wide, height: bottom - y + 2 * high, rx: 10 };
  svg.insertBefore(draw("rect", { class: "bp-spot", ...place }), underlay);
}

/** Put a step in the middle, as large as its cards have room. */
function centreStep(n) {
  measureRoom();
  Object.assign(margin, { across: plan.down ? 0 : room.across / 2, down: plan.down ? room.down / 2 : 0 });
  const cards = byStep[n].map((card) => plan.cards.get(card.id)).filter(Boolean);
  const { x, y, right, bottom } = plan.body;
  const fits = (zoom) =>
    plan.down
      ? panes(zoom).rail + (right - x) * zoom <= room.across
      : panes(zoom).head + (bottom - y) * zoom <= room.down;
  const goal = Math.max(greatest(fits, 1.5), 0.6);
  zoomTo(goal);
  const { rail: wide, head: high } = panes(zoomed);
  const middle = plan.steps[n].middle;
  const across = plan.down ? centred(cards, "x", "right", (room.across - wide) / zoomed) : middle;
  const down = plan.down ? middle : centred(cards, "y", "bottom", (room.down - high) / zoomed);
  putAt([across, down], ...middleOfCanvas(), true);
}

/** The middle of some cards on one axis, or of as much of them as has room. */
function centred(cards, start, end, size) {
  const from = Math.min(...cards.map((box) => box[start]));
  const to = Math.max(...cards.map((box) => box[end]));
  if (cards.length === 0) return start === "x" ? plan.body.x : plan.body.y;
  return to - from < size ? (from + to) / 2 : from + size / 2 - 16;
}

/** One step on, or back; the ends are ends. */
function turnTo(way) {
  const there = stepsThere();
  const next = there[there.indexOf(stage.step) + way];
  if (next !== undefined) present(next);
}

/** Begin at the step that is chosen, else at the first one on the screen. */
function startPresent() {
  const there = stepsThere();
  const chosen = state.chosen !== null && isThere(state.chosen) && drawn.has(state.chosen);
  present(chosen ? columnOf(state.chosen) : there[0]);
}

function presentKeys(event) {
  if (!presenting() || event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
  const there = stepsThere();
  const onButton = event.target.matches?.("button") && [" ", "Enter"].includes(event.key);
  const actions = {
    ArrowRight: () => turnTo(1), ArrowDown: () => turnTo(1), PageDown: () => turnTo(1),
    " ": () => turnTo(event.shiftKey ? -1 : 1), Enter: () => turnTo(1),
    ArrowLeft: () => turnTo(-1), ArrowUp: () => turnTo(-1), PageUp: () => turnTo(-1), Backspace: () => turnTo(-1),
    Home: () => present(there[0]), End: () => present(there[there.length - 1]),
    Escape: leavePresent, p: leavePresent, f: fillScreen,
  };
  if (onButton || event.shiftKey && event.key !== " ") return;
  event.stopPropagation();
  if (!(event.key in actions)) return;
  event.preventDefault();
  actions[event.key]();
}

/** The whole screen where the browser allows it; presenting never needs it. */
function fillScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => announce(say("noFullScreen")));
}

let swipe = null;
function swiped(event) {
  if (!presenting() || event.pointerType === "mouse") return;
  if (event.type === "pointerdown") {
    swipe = { x: event.clientX, y: event.clientY };
    return;
  }
  if (!swipe) return;
  const [across, down] = [event.clientX - swipe.x, event.clientY - swipe.y];
  swipe = null;
  if (Math.abs(across) > 44 && Math.abs(across) > 1.5 * Math.abs(down)) turnTo(across < 0 ? 1 : -1);
}

shortcut(["p"], "keyPresent", startPresent);
byId("present-start").addEventListener("click", startPresent);
byId("present-before").addEventListener("click", () => turnTo(-1));
byId("present-next").addEventListener("click", () => turnTo(1));
byId("present-leave").addEventListener("click", leavePresent);
byId("present-full").addEventListener("click", fillScreen);
byId("present-full").hidden = !document.fullscreenEnabled;
listen(document, "keydown", presentKeys, { capture: true });
for (const part of [canvas, byId("present")]) {
  for (const name of ["pointerdown", "pointerup"]) part.addEventListener(name, swiped);
}
