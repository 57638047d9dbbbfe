// The frozen panes: phases and steps stay on one side, lanes and tracks on the other, as in a
// spreadsheet. They are copies for the eye; assistive technology reads the drawing itself.

const LEAST_FONT = 11;
const MOST_FONT = 19;
const UPRIGHT = 11;

const head = make("div", { class: "head", "aria-hidden": "true" });
const rail = make("div", { class: "rail", "aria-hidden": "true" });
const corner = make("div", { class: "corner", "aria-hidden": "true" });
const stepPanes = new Map();
let pitch = 1;

/** How wide a text is, in font sizes. */
const widthOf = (text) => [...text].reduce((sum, sign) => sum + (sign > "\u2e80" ? 1 : 0.56), 0);

/** The width of the longest word of a title, in font sizes; Chinese breaks anywhere. */
const longestWord = Math.min(
  6.5,
  Math.max(2.2, ...DATA.steps.flatMap(({ name }) => name.split(/[\s/-]|[^\0-\u2e80]+/).map((word) => 0.62 * word.length))),
);
const widestTitle = Math.max(...DATA.steps.map((step) => 1.12 * widthOf(step.name)));

const shownSteps = () => plan.steps.filter((step) => !step.gone);
const paneFont = (zoom) => Math.min(MOST_FONT, Math.max(LEAST_FONT, 12 * zoom));

/** Whether titles must stand upright: their longest word does not fit across a column. */
const isTight = (zoom) => !plan.down && pitch * zoom - 8 < paneFont(zoom) * longestWord;

/** Rows a step's title takes across its column. */
function titleRows(zoom) {
  const room = (pitch * zoom - 8) / paneFont(zoom);
  return plan.down ? 4 : Math.min(3, Math.max(1, Math.ceil(widestTitle / room)));
}

/** How high the header must be at a zoom: for phases and titles, or for lanes and tags. */
function headHeight(zoom) {
  const font = paneFont(zoom);
  const own = Math.min((plan.top - plan.crop) * zoom, 120);
  if (plan.down) return Math.max(own, 4.4 * font);
  const phases = plan.phases.length ? 1.9 * font + 5 : 0;
  const titles = isTight(zoom) ? Math.min(UPRIGHT, widestTitle) : 1.28 * titleRows(zoom);
  return Math.max(own, phases + titles * font + 10);
}

function railWidth(zoom) {
  const [least, share] = plan.down ? [150, 0.4] : [92, 0.24];
  return Math.max(Math.min(plan.left * zoom, 0.3 * room.across), Math.min(least, share * room.across));
}

/** Put an item of a pane at its stretch of the drawing; the style sheet scales it. */
function stretch(part, from, to, origin) {
  part.style.setProperty("--from", short(from - origin));
  part.style.setProperty("--span", short(Math.max(0, to - from)));
  return part;
}

const alongSteps = (part, from, to) => stretch(part, from, to, plan.down ? plan.top : plan.left);
const alongLanes = (part, from, to) => stretch(part, from, to, plan.down ? plan.left : plan.top);
const sides = (box, down) => (down ? [box.y, box.bottom] : [box.x, box.right]);

function phasePane(phase) {
  const next = [...phase.part.parentElement.querySelectorAll(".bp-phase")].indexOf(phase.part) % 2;
  const name = make("span", {}, phase.name);
  const part = make("div", { class: `pane-phase${next ? " next" : ""}`, title: phase.name }, name);
  return alongSteps(part, ...sides(phase, plan.down));
}

/** A step's title has the room up to half way to its neighbours. */
function stepPane(step, n, all) {
  const [before, after] = [all[n - 1], all[n + 1]];
  const start = before ? (before.middle + step.middle) / 2 : step.from - 4;
  const end = after ? (step.middle + after.middle) / 2 : step.to + 4;
  const { name } = DATA.steps[step.index];
  const part = make("div", { class: "pane-step", title: name, "data-show": step.id }, make("span", {}, name));
  stepPanes.set(step.id, part);
  const half = Math.min(step.middle - start, end - step.middle);
  return alongSteps(part, step.middle - half, step.middle + half);
}

function bandPane(band, kind) {
  const tone = [...band.part.classList].filter((name) => name.startsWith("bp-lane-"));
  const part = make("div", { class: ["pane-band", kind, ...tone].join(" "), title: band.name });
  if (kind === "track" && band.words.length > 1 && !plan.down) part.append(...rowPanes(band.words));
  else part.append(make("span", {}, band.name));
  part.classList.toggle("gone", Boolean(band.gone));
  return alongLanes(part, ...sides(band, !plan.down));
}

/** A track's heading with its note, and the names of its rows, where they stand in the drawing. */
function rowPanes([heading, ...others]) {
  const beside = ({ from }) => Math.abs(from - heading.from) < 6;
  const notes = others.filter(beside).map(({ text }) => make("small", {}, text));
  const names = others.filter((row) => !beside(row) && row.x < plan.left);
  const rows = names.map(({ text, from, to }) => stretch(make("span", { class: "row" }, text), from, to, 0));
  const first = make("span", { class: "row first" }, heading.text, ...notes);
  return [stretch(first, heading.from, heading.to, 0), ...rows];
}

function linePane(line) {
  const kind = [...line.part.classList].find((name) => name.startsWith("bp-line-"));
  const part = make("div", { class: `pane-line ${kind}`, title: line.name }, make("span", {}, line.name));
  return alongLanes(part, line.middle, line.middle);
}

/** Make the panes anew for the plan as it is. */
function makePanes() {
  stepPanes.clear();
  const steps = shownSteps();
  const gaps = steps.slice(1).map((step, n) => step.middle - steps[n].middle);
  pitch = gaps.length ? Math.min(...gaps) : 200;
  const ofSteps = [...plan.phases.map(phasePane), ...steps.map(stepPane)];
  const ofLanes = [
    ...plan.lanes.map((lane) => bandPane(lane, "lane")),
    ...plan.tracks.map((track) => bandPane(track, "track")),
    ...plan.separators.map(linePane),
  ];
  head.replaceChildren(...(plan.down ? ofLanes : ofSteps));
  rail.replaceChildren(...(plan.down ? ofSteps : ofLanes));
  const under = plan.down ? plan.body.bottom : Math.max(plan.body.bottom, ...plan.tracks.map((t) => t.bottom));
  stretch(rail, plan.top, under, plan.top);
  sheet.classList.toggle("down", plan.down);
}

/** What changes with the zoom. The measures stand on the panes alone: on the sheet the whole
 *  drawing would inherit them, and be styled anew. */
function fitPanes(zoom, wide, high) {
  const lanes = plan.lanes.filter((lane) => !lane.gone).map((lane) => sides(lane, !plan.down));
  const low = Math.min(...lanes.map(([from, to]) => (to - from) * zoom));
  sheet.classList.toggle("tight", isTight(zoom));
  sheet.classList.toggle("low", low < (plan.down ? 110 : 44));
  sheet.classList.toggle("flat", !plan.down && low < 2.7 * paneFont(zoom));
  const measures = {
    "--zoom": zoom, "--rail": `${wide}px`, "--head": `${high}px`,
    "--font": `${short(paneFont(zoom))}px`, "--title-rows": titleRows(zoom),
  };
  for (const part of [corner, head, rail]) {
    for (const [name, measure] of Object.entries(measures)) part.style.setProperty(name, measure);
  }
}

/** Show on the pane what the drawing's own step titles show. */
function markHead(id, name, on) {
  stepPanes.get(id)?.classList.toggle(name, on);
}

function scrolled() {
  Object.assign(scrolledTo, { left: canvas.scrollLeft, top: canvas.scrollTop });
  sheet.classList.toggle("moved-across", scrolledTo.left > 1);
  sheet.classList.toggle("moved-down", scrolledTo.top > 1);
}

sheet.prepend(corner, head, rail);
makePanes();
canvas.addEventListener("scroll", scrolled, { passive: true });
for (const [event, on] of [["focusin", true], ["focusout", false]]) {
  svg.addEventListener(event, ({ target }) => markHead(target.dataset?.id, "focused", on));
}
