// The page in each of its languages: one is on the screen, the others wait as text.

const script = document.currentScript;
const editions = new Map();
const theme = document.documentElement.dataset.theme;
let over = new AbortController();

/** Everything on the screen that belongs to one language. */
const onScreen = () =>
  [...document.body.children].filter((part) => part !== script && !part.matches("script.edition"));

/** Markup that waits in a script that does not run; what would end that has a backslash more. */
function waiting({ textContent }) {
  const read = document.createElement("template");
  read.innerHTML = textContent.replace(/<\\(\\*)(?=\/?script|!--)/gi, "<$1");
  return read.content;
}

/** Keep the first edition as it came, before the script adds to it. */
function keepFirst() {
  const content = document.createDocumentFragment();
  content.append(...onScreen().map((part) => part.cloneNode(true)));
  editions.set(document.documentElement.lang, { title: document.title, content: () => document.importNode(content, true) });
}

function begin(said = location.hash.slice(1)) {
  const { lang } = document.documentElement;
  over = new AbortController();
  readEdition({ lang, languages: [...editions.keys()], theme, over: over.signal, said, open });
}

/** Put another language's edition on the screen, in the state that is said as in an address. */
function open(lang, said) {
  over.abort();
  const { title, content } = editions.get(lang);
  document.documentElement.lang = lang;
  document.title = title;
  const before = onScreen();
  document.body.prepend(content());
  for (const part of before) part.remove();
  begin(said);
}

const others = document.querySelectorAll("script.edition");
if (others.length > 0) keepFirst();
for (const other of others) editions.set(other.dataset.lang, { title: other.dataset.title, content: () => waiting(other) });
begin();
