// The trace in words: what is reached, hop by hop.

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
  return parts;
}

function reachedEntry(id) {
  const item = items.get(id);
  const card = DATA.cards[cardNumber.get(id)];
  const where = card ? DATA.steps[card.step].name : kicker(item, card);
  return make("li", {}, linkTo(id, item.name), " ", make("span", { class: "how" }, where));
}
