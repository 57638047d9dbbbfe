// Re-laying: what is left after filtering moves together; the rest is not there.

const LEGEND_ROW = 20;

let laid = null;

/** Set an attribute and remember what it was. */
function put(part, name, text) {
  const saved = laid.saved.get(part) ?? laid.saved.set(part, new Map()).get(part);
  if (!saved.has(name)) saved.set(name, part.getAttribute(name));
  part.setAttribute(name, text);
}

const hide = (part) => put(part, "display", "none");

/** Move a part as it is. */
function move(part, across, down) {
  if (across || down) put(part, "transform", `translate(${short(across)} ${short(down)})`);
}

/** The plan as it is after moving, with what is gone marked. */
function movedPlan(kept, fx, fy) {
  const steps = new Set();
  const lanes = new Set();
  for (const id of kept) {
    const { step, lane } = DATA.cards[cardNumber.get(id)];
    const until = Number(drawn.get(id)?.dataset.until ?? step);
    for (let n = step; n <= until; n += 1) steps.add(n);
    lanes.add(lane);
  }
  const box = (old) => ({ ...old, x: fx(old.x), right: fx(old.right), y: fy(old.y), bottom: fy(old.bottom) });
  const along = plan.down ? fy : fx;
  const between = plan.down ? fx : fy;
  return {
    ...plan,
    cards: new Map([...kept].map((id) => [id, box(plan.cards.get(id))])),
    lanes: plan.lanes.map((lane, n) => ({ ...box(lane), gone: !lanes.has(n) })),
    tracks: plan.tracks.map(box),
    separators: plan.separators.map((line) => ({ ...line, middle: between(line.middle), tag: box(line.tag) })),
    steps: plan.steps.map((step) => ({
      ...step, from: along(step.from), to: along(step.to), middle: along(step.middle), gone: !steps.has(step.index),
    })),
    phases: plan.phases.flatMap((phase) => movedPhase(phase, steps, along)),
    body: box(plan.body),
    width: fx(plan.width),
    height: fy(plan.height),
  };
}

/** A phase from the first to the last of its steps that are left. */
function movedPhase(phase, steps, along) {
  const left = plan.steps.slice(phase.first, phase.first + phase.count).filter((s) => steps.has(s.index));
  if (left.length === 0) return [];
  const [from, to] = [along(left[0].from - 6), along(left[left.length - 1].to + 6)];
  return [plan.down ? { ...phase, y: from, bottom: to } : { ...phase, x: from, right: to }];
}

/** Cards, and a report's marks on them, move whole. */
function moveCards(before, kept) {
  for (const [id, box] of before.cards) {
    const now = plan.cards.get(id);
    if (!kept.has(id)) hide(drawn.get(id));
    else move(drawn.get(id), now.x - box.x, now.y - box.y);
  }
  for (const part of svg.querySelectorAll(".bp-mark, .bp-mark-badge")) {
    const [box, now] = [before.cards.get(part.dataset.id), plan.cards.get(part.dataset.id)];
    if (!now) hide(part);
    else move(part, now.x - box.x, now.y - box.y);
  }
}

/** Links keep their corners square; they are there where both of their ends are. */
function moveLinks(links, fx, fy) {
  for (const [n, part] of edges) {
    const label = labels.get(n);
    if (!links.has(part)) {
      hide(part);
      if (label) hide(label);
      continue;
    }
    for (const path of part.querySelectorAll("path")) mapPart(path, fx, fy);
    if (!label) continue;
    const { x, y } = outline(label.querySelector(".bp-label-box"));
    move(label, fx(x) - x, fy(y) - y);
  }
}

/** The legend's entries, set anew in rows of the new width. */
function legendRows(entries, sizes) {
  if (entries.length === 0) return;
  const [left, top] = [sizes[0].x, sizes[0].y];
  let [x, row] = [left, 0];
  entries.forEach((entry, n) => {
    const { width } = sizes[n];
    if (x > left && x + width > plan.width - 10) [x, row] = [left, row + 1];
    move(entry, x - sizes[n].x, top + row * LEGEND_ROW - sizes[n].y + laid.legendDown);
    x += width + 22;
  });
  laid.legendEnd = top + laid.legendDown + (row + 1) * LEGEND_ROW + 6;
}

/** Lay what is kept close together. Nothing is changed where all or nothing is kept. */
function relay(keepIds) {
  const kept = new Set([...keepIds].filter((id) => plan.cards.has(id) || laid?.before.cards.has(id)));
  const key = [...kept].sort().join("\n");
  if (laid?.key === key) return;
  const view = laid?.view ?? { zoom: zoomed, point: pointAt(0, 0) };
  if (kept.size === 0 || kept.size === DATA.cards.length) {
    unrelay();
    byId("nothing").hidden = kept.size > 0;
    return;
  }
  byId("nothing").hidden = true;
  restore();
  const links = new Set(
    [...edges.values()].filter(({ dataset }) => kept.has(dataset.source) && kept.has(dataset.target)),
  );
  const { across, down } = usedStretches(kept, links);
  const fx = squeeze([...across, ...(plan.down ? laneStretches : stepStretches)(kept)]);
  const fy = squeeze([...down, ...(plan.down ? stepStretches : laneStretches)(kept)]);
  const entries = [...svg.querySelectorAll(".bp-legend-entry")];
  const sizes = entries.map((entry) => entry.getBBox());
  const before = plan;
  plan = movedPlan(kept, fx, fy);
  laid = { key, view, before, saved: new Map(), legendDown: plan.height - before.height, legendEnd: 0 };
  legendRows(entries, sizes);
  plan.height = Math.max(plan.height, laid.legendEnd);
  moveFrame(before, fx, fy);
  moveTracks(before, fx, fy);
  moveCards(before, kept);
  moveLinks(links, fx, fy);
  viewPlan();
  fitToRead();
  canvas.scrollTo(0, 0);
}

/** Put every attribute back; the drawing is as it came. */
function restore() {
  if (!laid) return;
  for (const [part, attributes] of laid.saved) {
    for (const [name, text] of attributes) {
      if (text === null) part.removeAttribute(name);
      else part.setAttribute(name, text);
    }
  }
  plan = laid.before;
  laid = null;
}

/** Go back to the drawing as it came. */
function unrelay() {
  byId("nothing").hidden = true;
  if (!laid) return;
  const { zoom, point } = laid.view;
  restore();
  viewPlan();
  zoomTo(zoom);
  putAt(point, 0, 0);
}

/** Show a plan that has just changed. */
function viewPlan() {
  makePanes();
  keepTabStop();
  drawMap();
  if (presenting() && plan.steps[stage.step].gone) leavePresent();
}
