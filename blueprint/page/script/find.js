// Find: over everything that has a name, by everything it says; matches are listed with their place.

const MOST_LISTED = 60;
const queryField = byId("query");
const matchList = byId("matches");

/** Everything that can be found, in the order of reading: steps and cards, then the rest. */
const findable = [
  ...new Set([...columns.flat(), ...DATA.items.map((item) => item.id)]),
].filter((id) => items.has(id));

/** What an element says, as field and text; its name comes first. */
function sayings(id) {
  const item = items.get(id);
  const card = DATA.cards[cardNumber.get(id)];
  const own = [["", item.name], ...item.fields.flatMap(([name, values]) => values.map((v) => [name, v]))];
  if (!card) return [...own, ["", item.within ?? ""], ["", id]];
  const signs = card.signs.map(([, text]) => ["", text]);
  const channels = card.channels.map((name) => [say("channel"), name]);
  return [...own, ["", card.department], ...channels, ...signs, ["", id]];
}

const haystacks = new Map();
function haystack(id) {
  if (!haystacks.has(id)) haystacks.set(id, fold(sayings(id).map(([, text]) => text).join("\n")));
  return haystacks.get(id);
}

let sought = [];
let hits = [];
let hitAt = -1;

/** Whether an element has all the words that are looked for. */
function matches(id) {
  return sought.every((word) => haystack(id).includes(word));
}

function look(text) {
  state.query = text.trim();
  sought = wordsOf(text);
  hits = sought.length ? findable.filter(matches) : [];
  hitAt = -1;
}

function typed() {
  look(queryField.value);
  paint();
  renderFound();
  openMatches(sought.length > 0);
  tellFound();
  tellAddress("replace");
}

/** What the count says: how many there are, or which of them one is at. */
function renderFound() {
  const where = { at: hitAt + 1, n: hits.length };
  const count = hits.length === 0 ? say("noMatch") : say(hitAt < 0 ? "foundShort" : "foundAt", where);
  byId("found").textContent = sought.length ? count : "";
  for (const id of ["find-next", "find-before"]) byId(id).hidden = hits.length === 0;
  matchList.replaceChildren(...hits.slice(0, MOST_LISTED).map(matchEntry));
  if (hits.length > MOST_LISTED) {
    const more = say("moreMatches", { n: hits.length - MOST_LISTED });
    matchList.append(make("li", { class: "hint", role: "presentation" }, more));
  }
  markActive();
}

function matchEntry(id, n) {
  const item = items.get(id);
  const name = make("span", { class: "match-name" }, ...marked(item.name, sought));
  const place = make("span", { class: "how" }, kicker(item, DATA.cards[cardNumber.get(id)]));
  return make("li", { role: "option", id: `match-${n}`, "data-match": n }, name, place, ...because(id));
}

/** The first saying with a word in it, where the name has none. */
function because(id) {
  const has = ([, text]) => sought.some((word) => fold(text).includes(word));
  const all = sayings(id);
  if (has(all[0])) return [];
  const saying = all.find(has);
  if (!saying || saying[1] === id) return [];
  const [field, text] = saying;
  const short = text.length > 90 ? `${text.slice(0, 90)}…` : text;
  const before = field ? [make("b", {}, field), " "] : [];
  return [make("span", { class: "because" }, ...before, ...marked(short, sought))];
}

function markActive() {
  for (const entry of matchList.querySelectorAll("[role=option]")) {
    const active = Number(entry.dataset.match) === hitAt;
    entry.setAttribute("aria-selected", String(active));
    if (active && !matchList.hidden) entry.scrollIntoView({ block: "nearest" });
  }
  const listed = hitAt >= 0 && hitAt < MOST_LISTED && !matchList.hidden;
  if (listed) queryField.setAttribute("aria-activedescendant", `match-${hitAt}`);
  else queryField.removeAttribute("aria-activedescendant");
}

function openMatches(open) {
  const shown = open && hits.length > 0;
  matchList.hidden = !shown;
  queryField.setAttribute("aria-expanded", String(shown));
  markActive();
}

function tellFound() {
  if (sought.length === 0) announce(say("allShown", { total: DATA.cards.length }));
  else if (hits.length === 0) announce(say("noMatch"));
  else announce(say("matchesFound", { n: hits.length, cards: hits.filter((id) => cardNumber.has(id)).length }));
}

/** Move in the list without opening anything yet. */
function moveMatch(way) {
  if (hits.length === 0) return;
  openMatches(true);
  hitAt = hitAt < 0 && way < 0 ? hits.length - 1 : (hitAt + way + hits.length) % hits.length;
  byId("found").textContent = say("foundAt", { at: hitAt + 1, n: hits.length });
  markActive();
}

/** Go to a match: the next, the one before, or the one that is chosen in the list. */
function goToMatch(n) {
  if (hits.length === 0) return;
  hitAt = (n + hits.length) % hits.length;
  renderFound();
  show(hits[hitAt]);
}

/** Empty the search. */
function forget() {
  queryField.value = "";
  typed();
}

function findKeys(event) {
  const open = !matchList.hidden;
  const actions = {
    ArrowDown: () => moveMatch(1),
    ArrowUp: () => moveMatch(-1),
    Enter: () => {
      const chosen = queryField.hasAttribute("aria-activedescendant") && items.get(hits[hitAt])?.id !== state.chosen;
      goToMatch(chosen ? hitAt : hitAt + 1);
      openMatches(false);
    },
    Escape: () => (open ? openMatches(false) : queryField.value ? forget() : clear()),
  };
  if (!(event.key in actions) || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  actions[event.key]();
}

queryField.addEventListener("input", typed);
queryField.addEventListener("keydown", findKeys);
queryField.addEventListener("focus", () => openMatches(sought.length > 0 && hitAt < 0));
queryField.addEventListener("blur", () => openMatches(false));
matchList.addEventListener("mousedown", (event) => event.preventDefault());
matchList.addEventListener("click", (event) => {
  const entry = event.target.closest("[data-match]");
  if (!entry) return;
  goToMatch(Number(entry.dataset.match));
  openMatches(false);
});
byId("find-next").addEventListener("click", () => goToMatch(hitAt + 1));
byId("find-before").addEventListener("click", () => goToMatch(hitAt < 0 ? -1 : hitAt - 1));
inAddress(
  "find",
  () => [state.query].filter(Boolean),
  (values) => {
    queryField.value = values.join(",");
    look(queryField.value);
    return [];
  },
);
