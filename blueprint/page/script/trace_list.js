// The trace in words: what is reached, hop by hop, and which departments that concerns.

function traceLists() {
  return DIRECTIONS.flatMap((direction) => (traces[direction] ? traceList(direction) : []));
}

function traceList(direction) {
  const reached = [...traces[direction].hops].filter(([, hop]) => hop > 0);
  const heading = make(
    "h3",
    {},
    make("span", { class: `sign ${direction}`, "aria-hidden": "true" }, direction === "demand" ? "▼" : "▲"),
    say(direction),
  );
  const note = make("p", { class: "how" }, say(`${direction}Note`));
  if (reached.length === 0) return [heading, note, make("p", {}, say("nothingReached"))];
  const most = Math.max(...reached.map(([, hop]) => hop));
  const summary = say(most === 1 ? "reachedOne" : "reached", { n: reached.length, hops: most });
  const parts = [heading, note, make("p", {}, summary)];
  for (let hop = 1; hop <= most; hop += 1) {
    const entries = reached.filter(([, at]) => at === hop).map(([id]) => reachedEntry(id));
    parts.push(make("h4", {}, say("hop", { n: hop })), make("ul", {}, ...entries));
  }
  return [...parts, ...departmentsOf(reached.map(([id]) => id))];
}

function reachedEntry(id) {
  const item = items.get(id);
  const card = DATA.cards[cardNumber.get(id)];
  const where = card ? DATA.steps[card.step].name : kicker(item, card);
  return make("li", {}, linkTo(id, item.name), " ", make("span", { class: "how" }, where));
}

/** Count what is reached by the department that performs it. */
function departmentsOf(ids) {
  const reached = new Set(ids);
  const counts = new Map();
  for (const link of DATA.links) {
    if (link[2] !== "performs" || !reached.has(canonical(link[1]))) continue;
    counts.set(link[0], (counts.get(link[0]) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const entries = ranked.map(([id, count]) =>
    make("li", {}, linkTo(id, items.get(id).name), " ", make("span", { class: "how" }, String(count))),
  );
  return [make("h4", {}, say("departments")), make("ul", {}, ...entries)];
}
