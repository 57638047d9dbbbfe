// The keys of the page: one list, from which the help is made and by which keys are obeyed.

const SHORTCUTS = [];

/** Let keys do something anywhere but in a field; without `run` they are only told in the help.
 *  `text` is the key of what the help says of them; rows with the same text stand as one. */
function shortcut(keys, text, run = null) {
  SHORTCUTS.push({ keys, text, run });
}

const SYMBOLS = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc", "-": "−" };

/** Keys as they are drawn; one that is held for several in a row stands once. */
function keyCaps(keys) {
  let held = "";
  return keys.flatMap((name) => {
    const [, before, last] = /^(?:(\w+)\+)?(.+)$/.exec(name);
    const caps = before && before !== held ? [make("kbd", {}, before), " + "] : [];
    held = before ?? "";
    return [...caps, make("kbd", {}, SYMBOLS[last] ?? last), " "];
  });
}

/** Fill the help with every key there is. */
function listShortcuts() {
  const rows = new Map();
  for (const { keys, text } of SHORTCUTS) rows.set(text, [...(rows.get(text) ?? []), ...keys]);
  byId("keys").replaceChildren(
    ...[...rows].flatMap(([text, keys]) => [make("dt", {}, ...keyCaps(keys)), make("dd", {}, say(text))]),
  );
}
