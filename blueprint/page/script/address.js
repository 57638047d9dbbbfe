// The page's state in its address: every state has a link, and the back button leads back.

const ADDRESS = [];
let reading = false;

/** Let a part of the page say its state under a key of the address, and take it from there.
 *  `read` returns the key's values, none for the state a page begins with; `write` gets them
 *  and returns those it does not know, if any. What is first written is first read. */
function inAddress(key, read, write) {
  ADDRESS.push({ key, read, write });
}

const quoted = (text) => encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%2F", "/");

/** The page's state as it stands in the address, after the hash. */
function addressed() {
  return ADDRESS.map(({ key, read }) => [key, read()])
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => `${key}=${values.map(quoted).join(",")}`)
    .join("&");
}

/** A link to the page as it is. */
function linkToHere() {
  const said = addressed();
  return location.href.replace(/#.*$/s, "") + (said ? `#${said}` : "");
}

/** Put the state into the address: "push" for a step one can go back from, or "replace". */
function tellAddress(how) {
  if (reading || location.href === linkToHere()) return;
  try {
    history[`${how}State`](null, "", linkToHere());
  } catch (error) {
    if (error.name !== "SecurityError") throw error; // a page inside a page has no address
  }
}

function unquoted(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** What an address asks for, by key, and what cannot be read. */
function asked(said) {
  const found = new Map();
  const unknown = [];
  for (const part of said.split("&").filter(Boolean)) {
    const at = part.indexOf("=");
    const key = part.slice(0, at);
    const values = part.slice(at + 1).split(",").filter(Boolean).map(unquoted);
    if (ADDRESS.some((entry) => entry.key === key) && !values.includes(null)) found.set(key, values);
    else if (!byId(part)) unknown.push(unquoted(part) ?? part);
  }
  return { found, unknown };
}

/** Take the state from the address; what is not known is left out, with a word. */
function readAddress(said) {
  const { found, unknown } = asked(said);
  reading = true;
  for (const { key, write } of ADDRESS) unknown.push(...(write(found.get(key) ?? []) ?? []));
  reading = false;
  if (openWanted(said)) return;
  settle();
  const [first] = selected();
  const placed = found.has("at") || found.has("present");
  if (first !== undefined && !placed) queueMicrotask(() => bringIntoSight(first));
  notice(unknown.length ? say("unknown", { what: unknown.join(say("comma")) }) : "");
}

/** Say something that stays to be read until something else is. */
function notice(text) {
  byId("notice").hidden = text === "";
  byId("notice").textContent = text;
  if (text) announce(text);
}

listen(window, "hashchange", () => readAddress(location.hash.slice(1)));
