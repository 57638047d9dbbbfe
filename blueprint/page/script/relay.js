// Re-laying: what is left after filtering moves together; the rest is not there.

const HEAD_ROOM = 14;
const LINE_ROOM = 8;
const LEGEND_ROW = 20;
const NAME_ROOM = 7;
const POINT = 11;

let laid = null;

/** Set an attribute and remember what it was. */
function put(part, name, text) {
  const saved = laid.saved.get(part) ?? laid.saved.set(part, new Map()).get(part);
  if (!saved.has(name)) saved.set(name, part.getAttribute(name));
  part.setAttribute(name, text);
}

const hide = (part) => put(part, "display", "none");

function move(part, across, down) {
  if (part && (across || down)) put(part, "transform", `translate(${short(across)} ${short(down)})`);
}

/** The stretches that what is kept uses, of both axes. */
function usedStretches(kept, links) {
  const { body } = plan;
  const across = [[0, plan.left + 4], plan.down ? [body.right - 8, plan.width] : [plan.width - 14, plan.width]];
  const down = [[plan.crop, plan.top], [body.bottom - (plan.down ? 8 : 0), plan.height]];
  for (const id of kept) {
    const box = plan.cards.get(id);
    across.push([box.x - HEAD_ROOM, box.right + HEAD_ROOM]);
    down.push([box.y - HEAD_ROOM, box.bottom + HEAD_ROOM]);
  }
  for (const part of links) {
    const corners = readPath(part.querySelector(".bp-line").getAttribute("d")).flatMap(([, ...p]) => p);
    for (let n = 1; n < corners.length; n += 1) {
      const [[x, y], [right, bottom]] = [corners[n - 1], corners[n]];
      if (y !== bottom) across.push([Math.min(x, right) - LINE_ROOM, Math.max(x, right) + LINE_ROOM]);
      if (x !== right) down.push([Math.min(y, bottom) - LINE_ROOM, Math.max(y, bottom) + LINE_ROOM]);
    }
    const label = labels.get(Number(part.dataset.n));
    if (!label) continue;
    const box = outline(label.querySelector(".bp-label-box"));
    across.push([box.x - 3, box.right + 3]);
    down.push([box.y - 3, box.bottom + 3]);
  }
  for (const { tag } of plan.separators) {
    if (plan.down) across.push([tag.x - 2, tag.right + 2]);
    else down.push([tag.y - 2, tag.bottom + 2]);
  }
  return { across, down };
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

/** Steps keep their width, however narrow what is left in them. */
function stepStretches(kept) {
  const steps = new Set([...kept].flatMap((id) => [columnOf(id), Number(drawn.get(id).dataset.until ?? -1)]));
  return plan.steps.filter((s) => steps.has(s.index)).map((s) => [s.from - 7, s.to + 7]);
}

/** Lanes keep the room of their name, and those with nothing left that of one row. */
function laneStretches(kept) {
  const used = new Set([...kept].map(laneOf));
  return plan.lanes.map((lane, n) => {
    const [from, to] = sides(lane, !plan.down);
    const { y, bottom } = textRows(lane.texts[0]);
    const half = used.has(n) ? (plan.down ? 40 : (bottom - y) / 2) : NAME_ROOM;
    return [(from + to) / 2 - half, (from + to) / 2 + half];
  });
}

function moveFrame(before, fx, fy) {
  put(svg.querySelector(".bp-paper"), "width", plan.width);
  put(svg.querySelector(".bp-paper"), "height", plan.height);
  put(svg, "viewBox", `0 ${plan.crop} ${short(plan.width)} ${short(plan.height - plan.crop)}`);
  before.lanes.forEach((lane, n) => moveLane(lane, plan.lanes[n], fx, fy));
  before.steps.forEach((step, n) => {
    const by = plan.steps[n].middle - step.middle;
    if (plan.steps[n].gone) hide(step.part);
    else move(step.part, plan.down ? 0 : by, plan.down ? by : 0);
  });
  const phases = new Map(plan.phases.map((phase) => [phase.part, phase]));
  for (const phase of before.phases) movePhase(phase, phases.get(phase.part));
  for (const part of svg.querySelectorAll(".bp-divider")) mapPart(part, fx, fy);
  before.separators.forEach((line, n) => {
    const by = plan.separators[n].middle - line.middle;
    for (const part of line.part.children) {
      if (part.matches(".bp-rule")) mapPart(part, fx, fy);
      else if (part.tagName !== "title") move(part, plan.down ? by : 0, plan.down ? 0 : by);
    }
  });
}

/** A lane's band is mapped; its name stays in the band's middle, where it has room. */
function moveLane(before, now, fx, fy) {
  for (const part of before.part.children) {
    if (part.tagName === "text") moveName(part, before, now);
    else if (part.tagName !== "title") mapPart(part, fx, fy);
  }
}

function moveName(text, before, now) {
  const { x, y, bottom } = textRows(text);
  if (plan.down) {
    const room = now.right - now.x;
    if (1.1 * widthOf(text.textContent) * numberIn(text, "font-size") > room) hide(text);
    else move(text, (now.x + now.right) / 2 - x, 0);
  } else if (bottom - y < now.bottom - now.y) {
    move(text, 0, (now.y + now.bottom) / 2 - (y + bottom) / 2);
  } else {
    hide(text);
  }
}

/** A chevron keeps its point, and its name as much of its size as has room. */
function movePhase(before, now) {
  if (!now) {
    hide(before.part);
    return;
  }
  const { x, right, y, bottom } = now;
  const corners = plan.down
    ? [[x, y], [x, bottom - POINT], [(x + right) / 2, bottom], [right, bottom - POINT], [right, y]]
    : [[x, y], [right - POINT, y], [right, (y + bottom) / 2], [right - POINT, bottom], [x, bottom]];
  const [first, ...rest] = corners;
  put(before.part.querySelector(".bp-chevron"), "d", writePath([["M", first], ...rest.map((c) => ["L", c]), ["Z"]]));
  const text = before.part.querySelector("text");
  if (!text) return;
  if (plan.down) {
    move(text, 0, y - before.y);
    return;
  }
  move(text, (x + right - before.x - before.right) / 2, 0);
  const fitting = (right - x - 24) / (1.1 * widthOf(before.name));
  if (fitting < numberIn(text, "font-size")) put(text, "font-size", short(Math.max(5, fitting)));
}

/** Map a shape, or everything in a group, point by point; texts move whole. */
function mapPart(part, fx, fy) {
  const placed = /^translate\(([-\d.]+) ([-\d.]+)\)(.*)$/.exec(part.getAttribute("transform") ?? "");
  if (placed) {
    const [x, y] = [Number(placed[1]), Number(placed[2])];
    put(part, "transform", `translate(${short(fx(x))} ${short(fy(y))})${placed[3]}`);
  } else if (part.tagName === "path") {
    const map = ([letter, ...points]) => [letter, ...points.map(([x, y]) => [fx(x), fy(y)])];
    put(part, "d", writePath(readPath(part.getAttribute("d")).map(map)));
  } else if (part.tagName === "rect") {
    const { x, y, right, bottom } = outline(part);
    put(part, "x", short(fx(x)));
    put(part, "y", short(fy(y)));
    put(part, "width", short(fx(right) - fx(x)));
    put(part, "height", short(fy(bottom) - fy(y)));
  } else if (part.tagName === "text") {
    const { x, y } = textRows(part);
    move(part, fx(x) - x, fy(y) - y);
  } else if (part.tagName === "g") {
    for (const child of part.children) mapPart(child, fx, fy);
  }
}

/** The step nearest to a place of a track. */
function stepAt(steps, [x, y]) {
  const far = (step) => Math.abs(step.middle - (plan.down ? y : x));
  return steps.reduce((best, step) => (far(step) < far(best) ? step : best));
}

/** A curve goes through the steps that are left, and through nothing else. */
function moveCurveLine(part, before, fx, fy) {
  const points = readPath(part.getAttribute("d")).map((command) => command[command.length - 1]);
  const left = points.filter((point) => !plan.steps[stepAt(before.steps, point).index].gone);
  if (left.length < 2) {
    hide(part);
    return;
  }
  const moved = left.map(([x, y]) => [fx(x), fy(y)]);
  const commands = moved.map(([x, y], n) => {
    if (n === 0) return ["M", [x, y]];
    const [fromX, fromY] = moved[n - 1];
    const [middleX, middleY] = [(fromX + x) / 2, (fromY + y) / 2];
    return plan.down
      ? ["C", [fromX, middleY], [x, middleY], [x, y]]
      : ["C", [middleX, fromY], [middleX, y], [x, y]];
  });
  put(part, "d", writePath(commands));
}

/** Tracks keep what belongs to the steps that are left; marks move whole. */
function moveTracks(before, fx, fy) {
  for (const track of before.tracks) {
    for (const part of track.part.children) {
      const at = /^translate\(([-\d.]+) ([-\d.]+)/.exec(part.getAttribute("transform") ?? "");
      const step = part.dataset.step ?? (at ? stepAt(before.steps, [Number(at[1]), Number(at[2])]).index : null);
      if (part.matches(".bp-curve-line")) moveCurveLine(part, before, fx, fy);
      else if (step !== null && plan.steps[step].gone) hide(part);
      else if (part.dataset.step !== undefined) moveMark(part, before.steps[step], plan.steps[step], track, fx, fy);
      else mapPart(part, fx, fy);
    }
  }
}

function moveMark(part, before, now, track, fx, fy) {
  const by = now.middle - before.middle;
  move(part, plan.down ? fx(track.x) - track.x : by, plan.down ? by : fy(track.y) - track.y);
}

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
}
