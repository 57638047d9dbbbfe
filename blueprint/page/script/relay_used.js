// What is kept when a drawing is re-laid: the stretches of both axes that something uses.

const HEAD_ROOM = 14;
const LINE_ROOM = 8;
const NAME_ROOM = 7;

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
