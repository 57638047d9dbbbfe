// Moving what frames the cards when a drawing is re-laid: lanes, lines, phases and tracks.

const POINT = 11;

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

/** The paper and the view, lanes, steps, phases and the lines between lanes. */
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

/** The name stays in the middle of what is left of its lane. */
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

/** A mark of a track moves with its step. */
function moveMark(part, before, now, track, fx, fy) {
  const by = now.middle - before.middle;
  move(part, plan.down ? fx(track.x) - track.x : by, plan.down ? by : fy(track.y) - track.y);
}
