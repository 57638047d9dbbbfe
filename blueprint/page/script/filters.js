// Search and filters: what does not match fades, and is counted.

const plain = (text) => text.normalize("NFKC").toLowerCase();

/** Everything that can be found on a card: its own texts, its lane's and its step's. */
const haystacks = new Map(
  DATA.cards.map((card) => {
    const item = items.get(card.id);
    const texts = [
      item.name, card.id, DATA.lanes[card.lane], DATA.steps[card.step].name, ...card.words,
      ...card.signs.map(([, text]) => text),
      ...item.fields.flatMap(([, values]) => values),
    ];
    return [card.id, plain(texts.join("\n"))];
  }),
);

function matches(id) {
  return plain(state.query).split(/\s+/).every((word) => haystacks.get(id).includes(word));
}

function filterChanged() {
  state.query = byId("query").value.trim();
  state.lane = byId("lane").value;
  state.department = byId("department")?.value ?? "";
  paint();
  tellFound();
}

function tellFound() {
  const found = DATA.cards.filter(passes).length;
  const numbers = { n: found, total: DATA.cards.length };
  byId("found").textContent = filtering() ? say("cards", numbers) : "";
  announce(!filtering() ? say("allShown", numbers) : found ? say("cards", numbers) : say("noMatch"));
}

/** Go to the next card that matches, from the last one on. */
function nextMatch() {
  const found = columns.flat().filter((id) => cardNumber.has(id) && passes(DATA.cards[cardNumber.get(id)]));
  if (found.length === 0 || !filtering()) return;
  const at = found.indexOf(state.chosen);
  show(found[(at + 1) % found.length]);
}

byId("query").addEventListener("input", filterChanged);
byId("query").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  nextMatch();
});
byId("lane").addEventListener("change", filterChanged);
byId("department")?.addEventListener("change", filterChanged);
for (const name of ["direction", "depth"]) {
  byId(name).addEventListener("change", () => (state.chosen === null ? paint() : show(state.chosen)));
}
