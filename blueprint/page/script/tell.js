// Whom a change concerns: who acts first, who is affected, who must be told, as a ripple says it.

const ACTIONS = ["evidence", "customer", "frontstage", "backstage", "support", "other"];
const order = new Map(DATA.items.map((item, n) => [item.id, n]));
const inOrder = (ids) => [...new Set(ids)].sort((a, b) => order.get(a) - order.get(b));

/** The other ends of an element's links of some kinds: those it goes to, or those it comes from. */
function linked(id, kinds, out) {
  const [own, far] = out ? [0, 1] : [1, 0];
  return (touching.get(id) ?? [])
    .map((n) => DATA.links[n])
    .filter((link) => kinds.includes(link[2]) && canonical(link[own]) === id)
    .map((link) => canonical(link[far]));
}

/** Where a change of an element starts: a step at its actions, a department at its work. */
function startsOf(id) {
  const kind = items.get(id)?.kind;
  const inside = (from) =>
    linked(from, ["contains"], true).flatMap((part) =>
      ACTIONS.includes(items.get(part)?.kind) ? [part] : inside(part),
    );
  const found =
    kind === "department"
      ? [...linked(id, ["performs"], true), ...linked(id, ["owns"], true)].flatMap((own) =>
          items.get(own)?.kind === "step" ? startsOf(own) : [own],
        )
      : ["step", "phase", "blueprint"].includes(kind)
        ? inside(id)
        : [];
  return found.length ? [...new Set(found)] : [canonical(id)];
}

/** The strongest way to everything that is reached in one direction: its cost and links. */
function strongest(starts, direction, depth) {
  const best = new Map(starts.map((id) => [id, { cost: 0, hops: 0 }]));
  let edge = new Map(best);
  for (let hops = 1; edge.size > 0 && hops <= depth; hops += 1) {
    const next = new Map();
    for (const [from, { cost }] of edge) {
      for (const n of touching.get(from) ?? []) {
        const to = across(n, from, direction);
        if (to === null) continue;
        const more = cost - Math.log(DATA.links[n][LIKELY[direction]]);
        const known = next.get(to) ?? best.get(to);
        if (!known || more < known.cost - 1e-9) next.set(to, { cost: more, hops });
      }
    }
    for (const [id, way] of next) best.set(id, way);
    edge = next;
  }
  return best;
}

/** What is reached, each element in the direction that comes to it more strongly. */
function arrivalsOf(starts, directions, depth) {
  const found = new Map();
  for (const direction of directions) {
    for (const [id, way] of strongest(starts, direction, depth)) {
      if (starts.includes(id)) continue;
      const before = found.get(id);
      const less = before ? way.cost - before.cost : -1;
      if (less < -1e-12 || (Math.abs(less) <= 1e-12 && way.hops < before.hops)) {
        found.set(id, { direction, ...way });
      }
    }
  }
  return found;
}

const departmentsFor = (id) =>
  ["promise", "step", "blueprint"].includes(items.get(id).kind)
    ? []
    : [...new Set(linked(id, ["performs", "owns"], false))];

/** Who does an action; of what only the customer does, who serves in its step. */
function doersOf(id) {
  const own = departmentsFor(id);
  const { kind, step } = items.get(id);
  if (own.length || !step || !["customer", "evidence"].includes(kind)) return own;
  return linked(step, ["contains"], true).flatMap(departmentsFor);
}

/** The steps and blueprints in which something is changed or reached. */
function passedBy(numbers) {
  const homes = numbers
    .map((id) => items.get(id))
    .filter((item) => ACTIONS.includes(item.kind))
    .flatMap((item) => [item.step, item.blueprint]);
  return inOrder(homes.filter((home) => items.has(home) && !numbers.includes(home)));
}

/** The kinds of a change, so that those who asked to hear of such changes do. */
function kindsOfChange(starts) {
  const kind = (id) => {
    const item = items.get(id);
    if (item?.kind === "product" || item?.kind === "channel") return [item.kind];
    const about = item?.kind === "promise" ? items.get(item.about)?.kind : "";
    return ["product", "channel"].includes(about) ? ["service", about] : ["service"];
  };
  return new Set(starts.flatMap(kind));
}

function actFirst(starts, arrivals) {
  const renewed = (id) => items.get(id).legacy;
  const asks = [...arrivals].filter(([, way]) => way.direction === "demand").map(([id]) => id);
  const first = [...starts, ...asks].filter(renewed).flatMap(departmentsFor);
  if (first.length) return new Set(first);
  const keepers = (id) => linked(id, ["keeps"], false);
  const doers = starts.flatMap((id) => (items.get(id).kind === "promise" ? keepers(id) : [id])).flatMap(doersOf);
  return new Set(doers.length ? doers : nearestDoers(arrivals));
}

/** Where nobody does or owns what is changed, those nearest to it act first. */
function nearestDoers(arrivals) {
  const byHops = new Map();
  for (const [id, { hops }] of arrivals) byHops.set(hops, [...(byHops.get(hops) ?? []), ...doersOf(id)]);
  const near = [...byHops].sort(([a], [b]) => a - b).find(([, departments]) => departments.length);
  return near ? near[1] : [];
}

function promisesAtStake(starts, arrivals) {
  const stake = ({ id, kind, about }) =>
    kind === "promise" && (starts.includes(id) || arrivals.has(id) || starts.includes(canonical(about ?? "")));
  return DATA.items.filter(stake).map((item) => item.id);
}

/** Everything a ripple says of whom a change of an element concerns.
 *  Departments by part, with how many of the elements each performs; and what it touches. */
function concerned(id, directions, depth) {
  const starts = startsOf(id);
  const arrivals = arrivalsOf(starts, directions, depth);
  const numbers = inOrder([...starts, ...arrivals.keys()]);
  const passed = passedBy(numbers);
  const first = actFirst(starts, arrivals);
  const rest = [...starts.flatMap(doersOf), ...[...arrivals.keys()].flatMap(departmentsFor)];
  const affected = new Set(rest.filter((department) => !first.has(department)));
  const promises = promisesAtStake(starts, arrivals);
  const told = new Set(promises.flatMap((promise) => linked(promise, ["owns"], false)));
  const kinds = kindsOfChange(starts);
  for (const item of DATA.items) if (item.toldOf?.some((kind) => kinds.has(kind))) told.add(item.id);
  const named = new Set([...first, ...affected, ...told]);
  for (const owner of passed.flatMap((home) => linked(home, ["owns"], false))) {
    if (!named.has(owner)) told.add(owner);
  }
  const performed = (department) =>
    new Set([...numbers, ...passed].filter((n) => linked(n, ["performs"], false).includes(department))).size;
  const parts = Object.entries({ first, affected, tell: told }).flatMap(([part, departments]) =>
    inOrder(departments).map((department) => ({ part, id: department, count: performed(department) })),
  );
  return { parts, promises, moments: momentsOf(passed, numbers), ...touchedBy(passed, numbers) };
}

const momentsOf = (passed, numbers) =>
  passed.filter((step) => [step, ...numbers.filter((n) => items.get(n).step === step)].some((n) => items.get(n).moment));

function touchedBy(passed, numbers) {
  const personas = inOrder([...passed, ...numbers].flatMap((n) => linked(n, ["serves"], true)));
  const levers = numbers.flatMap((n) => [...linked(n, ["moves"], false), ...linked(n, ["moves"], true)]);
  return { personas, levers: inOrder(levers) };
}

/** Whom it concerns, in the details panel: departments by part, and what it touches. */
function mustBeTold() {
  const directions = DIRECTIONS.filter((direction) => traces[direction]);
  if (directions.length === 0) return [];
  const { parts, ...touched } = concerned(state.chosen, directions, state.depth);
  const groups = ["first", "affected", "tell"].map((part) => [
    say(`part-${part}`),
    parts.filter((entry) => entry.part === part).map(({ id, count }) => [id, count && part !== "tell" ? `×${count}` : ""]),
  ]);
  for (const [key, ids] of Object.entries(touched)) groups.push([say(`touched-${key}`), ids.map((id) => [id, ""])]);
  const list = make("dl", { class: "fields" });
  for (const [heading, entries] of groups.filter(([, found]) => found.length)) {
    const links = entries.map(([id, words]) => make("div", {}, linkedEntry(id, words)));
    list.append(make("dt", {}, heading), make("dd", {}, ...links));
  }
  return list.children.length ? [make("h4", {}, say("concerned")), list] : [];
}
