// A ripple in the reports panel: who has how much of it, what is shown, and every path.

const percent = (share) => say("percent", { n: Number((100 * share).toFixed(1)) });
const rippleBox = (n) => document.querySelector(`[data-ripple="${n}"]`);

/** Build a ripple's part of the panel once; what follows from the choices is filled in later. */
function buildRipple(n, ripple) {
  rippleBox(n).append(replayBar(n, ripple), tally(n, ripple), choices(n, ripple), make("div", { class: "ripple-list" }));
  fillRipple(n);
}

/** The table of departments; each is a button that shows what is its own. */
function tally(n, ripple) {
  const heads = ["rippleDepartment", "ripplePart", "rippleCount", "rippleShare"];
  const most = Math.max(...ripple.departments.map(({ share }) => share), 0.01);
  const rows = ripple.departments.flatMap(({ id, name, part, count, share, why }) => {
    const button = make("button", { class: "link", type: "button", "data-department": id, "aria-pressed": "false" }, name);
    const bar = make("span", { class: "share-bar", "aria-hidden": "true" });
    bar.style.setProperty("--share", String(share / most));
    const row = make(
      "tr",
      {},
      make("th", { scope: "row" }, button),
      make("td", { class: `part ${part}` }, say(`part-${part}`)),
      make("td", { class: "figure" }, String(count)),
      make("td", { class: "figure" }, percent(share), bar),
    );
    if (why.length === 0) return [row];
    const reasons = make("td", { colspan: "4", class: "how" }, why.join(say("semicolon")));
    return [row, make("tr", { class: "why" }, reasons)];
  });
  const head = make("tr", {}, ...heads.map((key) => make("th", { scope: "col" }, say(key))));
  const table = make(
    "table",
    { class: "tally" },
    make("caption", {}, say("rippleTally")),
    make("thead", {}, head),
    make("tbody", {}, ...rows),
  );
  table.addEventListener("click", ({ target }) => {
    const { department } = target.closest?.("[data-department]")?.dataset ?? {};
    if (department !== undefined) chooseDepartment(n, department);
  });
  return make("div", { class: "ripple-tally" }, table, make("p", { class: "hint" }, say("rippleTallyHint")));
}

function chooseDepartment(n, id) {
  lightRipple(n);
  const { departments } = state.ripple;
  if (departments.has(id)) departments.delete(id);
  else departments.add(id);
  rippleChanged(cutOf(ripples.get(n)));
}

/** What may be shown: from which likelihood on, in which direction, over which kinds of link. */
function choices(n, ripple) {
  const shown = make("output", { class: "figure" });
  const least = make("input", { type: "range", min: "0", max: "1", step: "0.05", "data-least": "" });
  const parts = [make("label", { class: "field least" }, say("rippleLeast"), least, shown)];
  if (new Set(ripple.reached.map(({ way }) => way)).size > 1) parts.push(wayChoice(n));
  parts.push(pathKinds(ripple));
  const box = make("div", { class: "controls" }, ...parts);
  box.addEventListener("input", ({ target }) => choiceChanged(n, target));
  return box;
}

function wayChoice(n) {
  const ways = ["all", ...DIRECTIONS].map((way) => {
    const choice = make("input", { type: "radio", name: `way-${n}`, value: way, "data-way": "" });
    return make("label", { class: "choice" }, choice, make("span", {}, say(way === "all" ? "way-both" : `way-${way}`)));
  });
  return make("div", { class: "segmented", role: "radiogroup", "aria-label": say("direction") }, ...ways);
}

function pathKinds(ripple) {
  const boxes = kindsOf(ripple).map((kind) =>
    make("li", {}, make("label", {}, make("input", { type: "checkbox", value: kind, "data-on-path": "" }), make("span", {}, DATA.linkNames[kind] ?? kind))),
  );
  return make("details", { class: "kinds" }, make("summary", {}, say("rippleOnPath")), make("ul", { class: "options" }, ...boxes));
}

function choiceChanged(n, { dataset, value, checked }) {
  lightRipple(n);
  const { ripple } = state;
  if (dataset.least !== undefined) ripple.least = Number(value);
  else if (dataset.way !== undefined) ripple.way = value;
  else if (checked) ripple.without.delete(value);
  else ripple.without.add(value);
  rippleChanged(cutOf(ripples.get(n)));
}

const cutOf = (ripple) => say("rippleCut", { n: shownOf(ripple).length, m: ripple.reached.length });

let shownChoice = "";

/** Bring the ripple that is lit, or else open, to what the state says of it. */
function renderRipple() {
  tellPath();
  const n = rippleLit() ? state.pinned[0] : openedReport();
  if (!ripples.has(n)) return;
  const { without, departments, path, ...rest } = state.ripple;
  const choice = JSON.stringify([n, [...without], [...departments], rest]);
  if (choice !== shownChoice) fillRipple(n);
  shownChoice = choice;
  for (const button of rippleBox(n).querySelectorAll("[data-path]")) {
    button.setAttribute("aria-pressed", String(button.dataset.path === path));
  }
}

/** Fill in what follows from the choices: the list, and how every control stands. */
function fillRipple(n) {
  const [box, ripple] = [rippleBox(n), ripples.get(n)];
  const { least, way, without, departments } = state.ripple;
  box.querySelector("[data-least]").value = String(least);
  box.querySelector("[data-least] + output").textContent = least.toFixed(2);
  for (const choice of box.querySelectorAll("[data-way]")) choice.checked = choice.value === way;
  for (const choice of box.querySelectorAll("[data-on-path]")) choice.checked = !without.has(choice.value);
  for (const button of box.querySelectorAll("[data-department]")) {
    button.setAttribute("aria-pressed", String(departments.has(button.dataset.department)));
  }
  tellWave(n);
  box.querySelector(".ripple-list").replaceChildren(...waveLists(ripple));
}

/** Everything that is shown, wave by wave; each a button that lights its strongest path. */
function waveLists(ripple) {
  const shown = shownOf(ripple);
  const parts = [make("h3", {}, say("rippleReached")), make("p", { class: "how" }, cutOf(ripple))];
  if (shown.length === 0) return [...parts, make("p", {}, say("rippleNone"))];
  for (let hop = 1; hop <= wavesOf(ripple); hop += 1) {
    const wave = shown.filter(({ hops }) => hops === hop);
    if (wave.length) parts.push(make("h4", {}, say("hop", { n: hop })), make("ul", { class: "plain waves" }, ...wave.map(pathEntry)));
  }
  return parts;
}

function pathEntry({ id, name, figures, sentence }) {
  const told = make("span", { class: "more" }, sentence);
  const line = make("span", { class: "how" }, figures);
  return make("li", {}, make("button", { class: "path", type: "button", "data-path": id, "aria-pressed": "false" }, make("b", {}, name), " ", line, told));
}

/** The list's buttons: pointed at, a path is lit; chosen, it stays. */
function watchRipple(n) {
  const box = rippleBox(n);
  const idAt = (target) => target.closest?.("[data-path]")?.dataset.path ?? null;
  const light = (id, said) => {
    if (id !== null && rippleLit() === ripples.get(n)) pointAtPath(id, said);
  };
  box.addEventListener("mouseover", ({ target }) => light(idAt(target), false));
  box.addEventListener("mouseout", ({ target }) => idAt(target) !== null && pointAtPath(null));
  box.addEventListener("focusin", ({ target }) => target.matches(":focus-visible") && light(idAt(target), false));
  box.addEventListener("focusout", ({ target }) => idAt(target) !== null && pointAtPath(null));
  box.addEventListener("click", ({ target }) => {
    const id = idAt(target);
    if (id === null) return;
    lightRipple(n);
    keepPath(id);
    if (state.ripple.path !== null && drawn.has(id)) bringIntoSight(id);
  });
}
