// The table as CSV: a row for each card that is not filtered out, a column for each field.

const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫−]/u;
const BREAKS = /^[\t\r\n]/;

/** Text so that a spreadsheet shows it instead of computing it. */
const harmless = (text) => (FORMULA.test(text) || BREAKS.test(text) ? `'${text}` : text);

const cell = (text) => {
  const safe = harmless(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

function phaseNameOf(step) {
  const [id] = DATA.phases.find(([, first, count]) => step >= first && step < first + count) ?? [];
  return id === undefined ? "" : nameOf(id);
}

function tableAsCsv() {
  const cards = DATA.cards.filter(passes).sort((a, b) => a.step - b.step || a.lane - b.lane);
  const fields = [...new Set(cards.flatMap((card) => items.get(card.id).fields.map(([name]) => name)))];
  const head = ["phase", "step", "lane", "card", "id", "department", "channel", "status", "signs"].map((key) => say(key));
  const rows = cards.map((card) => [
    phaseNameOf(card.step), DATA.steps[card.step].name, DATA.lanes[card.lane], nameOf(card.id), card.id,
    card.department, card.channels.join(say("comma")), say(card.status), card.signs.map(([, text]) => text).join("\n"),
    ...fields.map((field) => valuesOf(card.id, field)),
  ]); // prettier-ignore
  return [[...head, ...fields], ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

const valuesOf = (id, field) =>
  items.get(id).fields.filter(([name]) => name === field).flatMap(([, values]) => values).join("\n"); // prettier-ignore
