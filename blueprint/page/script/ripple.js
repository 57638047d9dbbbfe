// A ripple of a report: which of what it reaches is shown now, by what was chosen, and by which links.

/** The reports that are ripples, by number. */
const ripples = new Map(DATA.reports.flatMap(({ ripple }, n) => (ripple ? [[n, ripple]] : [])));

const freshChoice = () => ({
  /** Shows nothing that is less likely than this. */
  least: 0,
  /** demand, disruption, or all. */
  way: "all",
  /** Kinds of link that no path that is shown may have. */
  without: new Set(),
  /** Departments whose elements are shown; all where it is empty. */
  departments: new Set(),
  /** The wave that has come last; null when all have. */
  wave: null,
  /** The element whose strongest path stays lit. */
  path: null,
});
state.ripple = freshChoice();
/** The ripple that the choices are about. */
let chosenFor = null;
/** The element whose strongest path is lit for as long as it is pointed at. */
let pointedAt = null;

/** The ripple that is lit, or null. */
const rippleLit = () => (state.pinned?.[1] === "overlay" ? (ripples.get(state.pinned[0]) ?? null) : null);
const wavesOf = (ripple) => Math.max(0, ...ripple.reached.map(({ hops }) => hops));
const kindsOf = (ripple) => [...new Set(ripple.links.map(([kind]) => kind))];
const byCard = (id) => DATA.same[id] ?? id;
const reachedIn = (ripple, id) => ripple.reached.find((element) => element.id === id || element.id === byCard(id));

/** What of a ripple passes the choices; with `waves`, only what has come by now. */
function shownOf(ripple, waves = true) {
  const { least, way, without, departments, wave } = state.ripple;
  return ripple.reached.filter(
    ({ likelihood, way: by, hops, department, path }) =>
      likelihood >= least &&
      (way === "all" || by === way) &&
      (departments.size === 0 || departments.has(department)) &&
      (without.size === 0 || path.every((n) => !without.has(ripple.links[n][0]))) &&
      (!waves || wave === null || hops <= wave),
  );
}

/** What is chosen of one ripple says nothing of another. */
function choicesFor(ripple) {
  if (chosenFor !== null && chosenFor !== ripple) state.ripple = freshChoice();
  chosenFor = ripple;
}

/** Nothing of a ripple is held or played any more. */
function letGo() {
  state.ripple.path = null;
  state.ripple.wave = null;
  pointedAt = null;
}

/** What is lit of a ripple: its starts, what is shown of the reached, and the links that carried it. */
function lightOfRipple(ripple, overlay) {
  const path = pointedAt ?? state.ripple.path;
  const one = path === null ? null : reachedIn(ripple, path);
  const reached = one ? [one] : shownOf(ripple);
  const passed = new Set(reached.flatMap((element) => element.path));
  const ends = [...passed].flatMap((n) => ripple.links[n].slice(1));
  const [all, listed] = [new Set(ripple.reached.map(({ id }) => id)), new Set(reached.map(({ id }) => id))];
  const early = state.ripple.wave !== null && state.ripple.wave < wavesOf(ripple);
  const stays = ([id, role]) => {
    const own = byCard(id);
    if (one) return own === one.id || ends.includes(own);
    return all.has(own) ? listed.has(own) : BEGINS.includes(role) || !early;
  };
  const on = new Set([...passed].flatMap((n) => [ripple.links[n].slice(1).join("\n"), ripple.links[n].slice(1).reverse().join("\n")]));
  const links = overlay.links.filter(([source, target]) => on.has(`${source}\n${target}`));
  const marks = overlay.marks.filter(stays).filter(([id, role]) => drawn.has(id) || (!one && BEGINS.includes(role)));
  const light = lightOf({ ...overlay, marks, links }) ?? emptyLight();
  light.shown = new Set([...light.marks.keys(), ...ends].filter((id) => cardNumber.has(id)));
  if (!one && state.ripple.wave > 0) {
    light.fresh = new Set(reached.filter(({ hops }) => hops === state.ripple.wave).map(({ id }) => id));
  }
  return light;
}

const BEGINS = ["start", "added", "removed"];
const emptyLight = () => ({ marks: new Map(), shown: new Set(), links: new Map() });

/** Light a ripple, if it is not lit already. */
function lightRipple(n) {
  if (rippleLit() === ripples.get(n)) return;
  select([]);
  state.pinned = [n, "overlay"];
  openTab(byId("tab-drawing"));
}

/** Show what the choices leave of a ripple, and say so. */
function rippleChanged(told) {
  settle();
  tellAddress("replace");
  if (told) announce(told);
}

/** Light one element's strongest path for as long as it is pointed at or has the focus. */
function pointAtPath(id, say) {
  const ripple = rippleLit();
  const element = id === null || !ripple ? null : reachedIn(ripple, id);
  const before = pointedAt;
  pointedAt = element ? id : null;
  if (pointedAt === before) return;
  pinned();
  paint();
  tellPath();
  if (element && say) announce(`${element.sentence} (${element.figures})`);
}

/** Keep one element's strongest path lit, or let all be lit again. */
function keepPath(id) {
  state.ripple.path = state.ripple.path === id ? null : id;
  pointedAt = null;
  const element = state.ripple.path === null ? null : reachedIn(rippleLit(), id);
  settle();
  tellAddress("replace");
  if (element) announce(`${element.sentence} (${element.figures})`);
}

inAddress(
  "path",
  () => (rippleLit() && state.ripple.path !== null ? [state.ripple.path] : []),
  ([id]) => {
    state.ripple.path = null;
    if (id === undefined) return [];
    const known = [...ripples.values()].some((ripple) => reachedIn(ripple, id));
    if (known) state.ripple.path = id;
    return known ? [] : [id];
  },
);
inAddress(
  "wave",
  () => (rippleLit() && state.ripple.wave !== null ? [String(state.ripple.wave)] : []),
  ([wave]) => {
    const known = wave === undefined || /^\d{1,4}$/.test(wave);
    state.ripple.wave = known && wave !== undefined ? Number(wave) : null;
    return known ? [] : [wave];
  },
);
inAddress(
  "least",
  () => (state.ripple.least > 0 ? [String(state.ripple.least)] : []),
  ([least]) => {
    const known = least === undefined || /^(0|1|0?\.\d{1,4})$/.test(least);
    state.ripple.least = known && least !== undefined ? Number(least) : 0;
    return known ? [] : [least];
  },
);
inAddress(
  "way",
  () => (state.ripple.way === "all" ? [] : [state.ripple.way]),
  ([way = "all"]) => {
    const known = ["all", ...DIRECTIONS].includes(way);
    state.ripple.way = known ? way : "all";
    return known ? [] : [way];
  },
);
inAddress(
  "without",
  () => [...state.ripple.without],
  (kinds) => {
    const all = new Set([...ripples.values()].flatMap(kindsOf));
    state.ripple.without = new Set(kinds.filter((kind) => all.has(kind)));
    return kinds.filter((kind) => !all.has(kind));
  },
);
inAddress(
  "of",
  () => [...state.ripple.departments],
  (ids) => {
    const all = new Set([...ripples.values()].flatMap(({ departments }) => departments.map(({ id }) => id)));
    state.ripple.departments = new Set(ids.filter((id) => all.has(id)));
    return ids.filter((id) => !all.has(id));
  },
);
