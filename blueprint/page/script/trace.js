// How a change travels: demand to what must be done, disruption to who feels it.

const DIRECTIONS = ["demand", "disruption"];
const WAY = { demand: 4, disruption: 5 };
const LIKELY = { demand: 7, disruption: 8 };
const touching = new Map();
DATA.links.forEach((link, n) => {
  for (const end of new Set([canonical(link[0]), canonical(link[1])])) {
    if (!touching.has(end)) touching.set(end, []);
    touching.get(end).push(n);
  }
});

/** Where a link leads from an element in one direction, or null where it does not. */
function across(n, from, direction) {
  const link = DATA.links[n];
  const [source, target] = [canonical(link[0]), canonical(link[1])];
  const way = link[WAY[direction]];
  if (source === from && (way === 1 || way === 2)) return target;
  if (target === from && (way === -1 || way === 2)) return source;
  return null;
}

/** The elements a change begins at: a step's actions, what a department performs and owns.
 *  A blueprint as a whole is not traced. */
function beginnings(id) {
  const linked = (from, kinds) =>
    (touching.get(from) ?? [])
      .map((n) => DATA.links[n])
      .filter((link) => canonical(link[0]) === from && kinds.includes(link[2]))
      .map((link) => canonical(link[1]));
  switch (items.get(id)?.kind) {
    case "blueprint":
      return [];
    case "phase":
    case "step":
      return linked(id, ["contains"]).flatMap(beginnings);
    case "department":
      return linked(id, ["performs", "owns"]).flatMap(beginnings);
    default:
      return [canonical(id)];
  }
}

/** Everything a change at an element reaches: hops by id, and the links that carry it. */
function trace(id, direction, depth = Infinity) {
  const hops = new Map(beginnings(id).map((start) => [start, 0]));
  const links = new Set();
  for (const [from, hop] of hops) {
    if (hop >= depth) continue;
    for (const n of touching.get(from) ?? []) {
      const to = state.without.has(DATA.links[n][2]) ? null : across(n, from, direction);
      if (to === null) continue;
      links.add(n);
      if (!hops.has(to)) hops.set(to, hop + 1);
    }
  }
  return { hops, links };
}
