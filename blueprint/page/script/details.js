// The details panel: everything the chosen element says, and what it is linked with.

const panelBody = byId("panel-details");
const SIGNS = { "moment-of-truth": "★", "fail-point": "F", pain: "!", wait: "W", late: "!" };

/** Fill the details panel with what is chosen: one element, several, or two side by side. */
function renderDetails() {
  const shown = state.comparing ? comparison() : state.several.length ? chosenList() : oneElement();
  panelBody.replaceChildren(...shown);
  byId("panel").classList.toggle("wide", state.comparing);
  requestAnimationFrame(() => (panelBody.scrollTop = 0));
}

function oneElement() {
  const id = state.chosen;
  if (id === null) return [make("p", { class: "hint" }, say("nothingChosen"))];
  const item = items.get(id);
  const card = DATA.cards[cardNumber.get(id)];
  return [
    make("p", { class: "kicker" }, kicker(item, card)),
    make("h2", {}, item.name),
    ...(card ? [signs(card)] : []),
    fieldList(item.fields),
    ...findingsAbout(id),
    ...linkGroups(id),
    ...traceSection(id),
  ];
}

function kicker(item, card) {
  const kind = DATA.kinds[item.kind];
  if (item.within) return `${kind} · ${say("within", { name: item.within })}`;
  return card ? `${DATA.lanes[card.lane]} · ${DATA.steps[card.step].name}` : kind;
}

function signs(card) {
  const entries = card.signs.map(([kind, text]) => {
    const sign = SIGNS[kind] ? make("span", { class: `sign ${kind}`, "aria-hidden": "true" }, SIGNS[kind]) : null;
    return make("li", {}, sign, text);
  });
  return make("ul", { class: "plain" }, ...entries);
}

function fieldList(fields) {
  const list = make("dl", { class: "fields" });
  for (const [name, values, ids, urls] of fields) {
    const entries = values.map((value, n) => make("div", {}, entry(value, ids[n], urls[n])));
    list.append(make("dt", {}, name), make("dd", {}, ...entries));
  }
  return fields.length ? list : document.createTextNode("");
}

function entry(value, id, url) {
  if (url) return make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, value);
  return id ? linkTo(id, value) : document.createTextNode(value);
}

function findingsAbout(id) {
  const found = DATA.reports.flatMap((report, r) =>
    report.findings.flatMap((finding, f) => (finding.about.includes(id) ? [[finding, r, f]] : [])),
  );
  if (found.length === 0) return [];
  const entries = found.map(([finding, r, f]) =>
    make(
      "li",
      {},
      make("span", { class: `sign ${finding.severity}` }, say(finding.severity)),
      make("button", { class: "link", type: "button", "data-report": r, "data-finding": f }, finding.text),
    ),
  );
  return [make("h3", {}, say("findings")), make("ul", { class: "plain" }, ...entries)];
}

/** Everything it is linked with, a group for each kind of link and way along it; what its
 *  fields have named already stands there alone. */
function linkGroups(id) {
  const list = make("dl", { class: "fields" });
  for (const [heading, links] of linksUntold(id)) {
    const entries = links.map(([other, words]) => make("div", {}, linkedEntry(other, words)));
    list.append(make("dt", {}, heading), make("dd", {}, ...entries));
  }
  return list.children.length ? [make("h3", {}, say("links")), list] : [];
}

/** The groups of links that its fields have not told already. */
function linksUntold(id) {
  const named = new Set(items.get(id).fields.flatMap(([, , ids]) => ids));
  return linksByKind(id).filter(([, links]) => !links.every(([other]) => named.has(other)));
}

/** Heading to the elements at the other end, in the table of links' order. */
function linksByKind(id) {
  const groups = new Map();
  for (const kind of Object.keys(DATA.linkWords)) for (const way of [0, 1]) groups.set(`${kind} ${way}`, []);
  for (const n of touching.get(canonical(id)) ?? []) {
    const [source, target, kind, label] = DATA.links[n];
    const out = kind === "contains" ? source === id : canonical(source) === canonical(id);
    groups.get(`${kind} ${out ? 0 : 1}`).push([out ? target : source, label]);
  }
  return [...groups]
    .filter(([, links]) => links.length > 0)
    .map(([key, links]) => {
      const [kind, way] = key.split(" ");
      return [DATA.linkWords[kind][way], links];
    });
}

function linkedEntry(id, words) {
  const other = items.get(id);
  const name = other.within ? `${other.name} (${say("within", { name: other.within })})` : other.name;
  const said = words ? [" ", make("span", { class: "how" }, words)] : [];
  return make("span", {}, linkTo(id, name), ...said);
}
