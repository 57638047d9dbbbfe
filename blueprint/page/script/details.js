// The details panel: everything the chosen element says, and what it is linked with.

const panelBody = byId("panel-details");
const SIGNS = { "moment-of-truth": "★", "fail-point": "F", pain: "!", wait: "W" };

function showDetails(id) {
  const item = items.get(id);
  const card = DATA.cards[cardNumber.get(id)];
  panelBody.replaceChildren(
    make("p", { class: "kicker" }, kicker(item, card)),
    make("h2", {}, item.name),
    ...(card ? [signs(card)] : []),
    fieldList(item.fields),
    ...findingsAbout(id),
    ...members(id),
    ...traceLists(),
    ...neighbours(id),
  );
  panelBody.scrollTop = 0;
}

function kicker(item, card) {
  const kind = DATA.kinds[item.kind];
  if (item.within) return `${kind} · ${say("within", { name: item.within })}`;
  return card ? `${DATA.lanes[card.lane]} · ${DATA.steps[card.step].name}` : kind;
}

function signs(card) {
  const entries = card.signs.map(([kind, text]) =>
    make("li", {}, make("span", { class: `sign ${kind}`, "aria-hidden": "true" }, SIGNS[kind]), text),
  );
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
      make("span", { class: `sign ${finding.severity}`, "aria-hidden": "true" }, "!"),
      make("button", { class: "link", type: "button", "data-report": r, "data-finding": f }, finding.text),
    ),
  );
  return [make("h3", {}, say("findings")), make("ul", { class: "plain" }, ...entries)];
}

/** The actions of a step, or the steps of a phase. */
function members(id) {
  const inside = (touching.get(id) ?? [])
    .map((n) => DATA.links[n])
    .filter((link) => link[2] === "contains" && link[0] === id)
    .map((link) => link[1]);
  if (inside.length === 0) return [];
  const title = { step: "actionsOfStep", phase: "steps", blueprint: "phases" }[items.get(id).kind];
  const entries = inside.map((other) => make("li", {}, linkTo(other, items.get(other)?.name ?? other)));
  return [make("h3", {}, say(title)), make("ul", {}, ...entries)];
}

/** What stands next to an element, grouped by how a change would travel between them. */
function neighbours(id) {
  const groups = { restsOn: [], restsOnIt: [], before: [], next: [], also: [] };
  for (const n of touching.get(canonical(id)) ?? []) {
    const link = DATA.links[n];
    if (link[2] === "contains" && link[0] === id) continue;
    const out = canonical(link[0]) === canonical(id);
    groups[groupOf(n, link, canonical(id), out)].push(neighbourEntry(link, out));
  }
  return Object.entries(groups).flatMap(([key, entries]) =>
    entries.length ? [make("h3", {}, say(key)), make("ul", {}, ...entries)] : [],
  );
}

function groupOf(n, link, own, out) {
  if (link[2] === "flow") return out ? "next" : "before";
  if (across(n, own, "demand") !== null && link[4] !== 2) return "restsOn";
  if (across(n, own, "disruption") !== null && link[5] !== 2) return "restsOnIt";
  return "also";
}

function neighbourEntry(link, out) {
  const other = items.get(out ? link[1] : link[0]);
  const words = [DATA.linkWords[link[2]][out ? 0 : 1], link[3]].filter(Boolean).join(" · ");
  const name = other.within ? `${other.name} (${say("within", { name: other.within })})` : other.name;
  return make("li", {}, linkTo(other.id, name), " ", make("span", { class: "how" }, words));
}
