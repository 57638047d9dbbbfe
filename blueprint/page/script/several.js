// Several elements at once: their list, and two of them side by side.

function chosenList() {
  const entries = state.several.map((id) => {
    const item = items.get(id);
    const off = make("button", { class: "off", type: "button", "aria-label": say("unchoose", { name: item.name }) }, "×");
    off.addEventListener("click", () => showAlso(id));
    const place = make("span", { class: "how" }, kicker(item, DATA.cards[cardNumber.get(id)]));
    return make("li", {}, make("span", {}, linkTo(id, item.name), place), off);
  });
  const button = make("button", { class: "button", type: "button", id: "compare" }, say("compare"));
  button.addEventListener("click", () => {
    compare(true);
    byId("compare-back").focus();
  });
  const hint = make("p", { class: "hint" }, say("compareHint"));
  return [
    make("h2", {}, say("chosenTogether", { n: state.several.length })),
    make("ul", { class: "plain chosen-list" }, ...entries),
    state.several.length === 2 ? button : hint,
  ];
}

/** Two elements side by side: a row for each field; what differs is marked with a sign. */
function comparison() {
  const [one, other] = state.several;
  const rows = rowsOf(one, other).map(([name, left, right]) => {
    const same = left === right;
    const sign = same ? "" : make("span", { class: "differs" }, make("span", { "aria-hidden": "true" }, "≠"), unseen(say("differs")));
    return make(
      "tr",
      same ? {} : { class: "different" },
      make("th", { scope: "row" }, name, " ", sign),
      make("td", {}, left || "–"),
      make("td", {}, right || "–"),
    );
  });
  const head = [one, other].map((id) => make("th", { scope: "col" }, linkTo(id, items.get(id).name)));
  const table = make("table", { class: "compared" },
    make("caption", {}, say("comparedTitle", { n: rows.filter((row) => row.className).length })),
    make("thead", {}, make("tr", {}, make("td", {}), ...head)),
    make("tbody", {}, ...rows),
  ); // prettier-ignore
  const back = make("button", { class: "button", type: "button", id: "compare-back" }, say("compareBack"));
  back.addEventListener("click", () => compare(false));
  return [table, back];
}

const unseen = (text) => make("span", { class: "unseen" }, text);

/** The rows of a comparison: place, signs, every field either has, every kind of link beside them. */
function rowsOf(one, other) {
  const [left, right] = [linesOf(one), linesOf(other)];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.map((name) => [name, left.get(name) ?? "", right.get(name) ?? ""]);
}

function linesOf(id) {
  const item = items.get(id);
  const card = DATA.cards[cardNumber.get(id)];
  const lines = new Map([[say("kind"), DATA.kinds[item.kind]]]);
  const add = (name, values) => {
    const told = values.filter(Boolean);
    if (told.length) lines.set(name, [lines.get(name), ...told].filter(Boolean).join("\n"));
  };
  if (card) {
    add(say("lane"), [DATA.lanes[card.lane]]);
    add(say("step"), [DATA.steps[card.step].name]);
    add(say("signs"), card.signs.map(([, text]) => text));
  }
  for (const [name, values] of item.fields) add(name, values);
  for (const [heading, links] of linksUntold(id)) {
    add(heading, links.map(([end, words]) => [nameOf(end), words].filter(Boolean).join(" · ")));
  }
  return lines;
}
