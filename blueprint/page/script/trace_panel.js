// The trace in the details panel: its direction, depth and kinds of link, and what it reaches.

/** The trace's part of the details, for what can be traced. */
function traceSection(id) {
  if (beginnings(id).length === 0) return [];
  const traced = make("div", { id: "traced" });
  const section = make("div", { class: "trace" }, make("h3", {}, say("trace")), traceControls(), traced);
  fillTraced(traced);
  return [section];
}

function fillTraced(traced) {
  traced.replaceChildren(...mustBeTold(), ...traceLists());
}

function traceControls() {
  const ways = ["both", "demand", "disruption", "none"].map((way) => {
    const choice = make("input", { type: "radio", name: "direction", value: way });
    choice.checked = state.direction === way;
    return make("label", { class: "choice" }, choice, make("span", {}, say(`way-${way}`)));
  });
  const depth = make("select", { id: "depth" }, make("option", { value: "" }, say("all")));
  for (const n of ["1", "2", "3", "4", "5"]) depth.append(make("option", {}, n));
  depth.value = Number.isFinite(state.depth) ? String(state.depth) : "";
  const controls = make(
    "div",
    { class: "controls" },
    make("div", { class: "segmented", role: "radiogroup", "aria-label": say("direction") }, ...ways),
    make("label", { class: "field" }, say("depth"), depth),
    kindChoices(),
  );
  controls.addEventListener("change", traceChanged);
  return controls;
}

/** The kinds of link here along which a change travels at all. */
const conducting = [...new Set(DATA.links.filter((link) => link[4] || link[5]).map((link) => link[2]))];

function kindChoices() {
  const boxes = conducting.map((kind) => {
    const box = make("input", { type: "checkbox", value: kind, "data-kind": "" });
    box.checked = !state.without.has(kind);
    return make("li", {}, make("label", {}, box, make("span", {}, DATA.linkNames[kind])));
  });
  const title = make("summary", {}, say("kindsFollowed"), " ", make("span", { class: "how", id: "kinds-on" }));
  const choices = make("details", { class: "kinds" }, title, make("ul", { class: "options" }, ...boxes));
  choices.open = state.without.size > 0;
  title.lastChild.textContent = kindsOn();
  return choices;
}

const kindsOn = () =>
  state.without.size === 0 ? say("all") : `${conducting.length - state.without.size} / ${conducting.length}`;

function traceChanged({ target }) {
  if (target.name === "direction") state.direction = target.value;
  else if (target.id === "depth") state.depth = Number(target.value) || Infinity;
  else if (target.checked) state.without.delete(target.value);
  else state.without.add(target.value);
  byId("kinds-on").textContent = kindsOn();
  paint();
  fillTraced(byId("traced"));
  tellAddress("replace");
  announce(toldOf(state.chosen));
}

const WAYS = ["both", "demand", "disruption", "none"];
inAddress(
  "trace",
  () => (state.direction === "both" ? [] : [state.direction]),
  ([way = "both"]) => {
    state.direction = WAYS.includes(way) ? way : "both";
    return WAYS.includes(way) ? [] : [way];
  },
);
inAddress(
  "depth",
  () => (Number.isFinite(state.depth) ? [String(state.depth)] : []),
  ([depth]) => {
    const known = depth === undefined || /^[1-9]\d{0,3}$/.test(depth);
    state.depth = known && depth ? Number(depth) : Infinity;
    return known ? [] : [depth];
  },
);
inAddress(
  "kinds",
  () => (state.without.size ? conducting.filter((kind) => !state.without.has(kind)) : []),
  (kinds) => {
    const known = kinds.filter((kind) => conducting.includes(kind));
    state.without = new Set(known.length ? conducting.filter((kind) => !known.includes(kind)) : []);
    return kinds.filter((kind) => !conducting.includes(kind));
  },
);
