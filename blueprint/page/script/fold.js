// Text as it is compared: wide and narrow forms, capitals and small letters are the same.

/** NFKC with case folded: ＰＭＳ is pms, STRASSE is straße. */
const fold = (text) =>
  text.normalize("NFKC").toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFKC");

const wordsOf = (query) => fold(query).split(/\s+/).filter(Boolean);

/** Mark the words of a query in a text; where folding changes its length it stays plain. */
function marked(text, words) {
  const folded = fold(text);
  if (folded.length !== text.length) return [document.createTextNode(text)];
  const parts = [];
  let at = 0;
  while (at < text.length) {
    const next = nearest(folded, words, at);
    if (next === null) break;
    parts.push(text.slice(at, next.start), make("mark", {}, text.slice(next.start, next.end)));
    at = next.end;
  }
  return [...parts, text.slice(at)];
}

/** The first place from which one of the words stands in a text. */
function nearest(text, words, from) {
  let found = null;
  for (const word of words) {
    const start = text.indexOf(word, from);
    if (start >= 0 && (found === null || start < found.start)) found = { start, end: start + word.length };
  }
  return found;
}
