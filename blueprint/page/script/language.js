// The language switch: the whole page in another language, its state kept.

/** What a language calls itself. */
function ownName(lang) {
  try {
    return new Intl.DisplayNames([lang], { type: "language" }).of(lang);
  } catch (error) {
    if (error instanceof RangeError) return lang;
    throw error;
  }
}

/** The language the address asks for, until its edition has been opened. */
let langAsked = edition.lang;

function chooseLanguage() {
  langAsked = byId("language").value;
  tellAddress("replace");
  edition.open(langAsked, addressed());
  byId("language")?.focus();
}

/** Open the edition that the address asks for; whether another one was opened. */
function openWanted(said) {
  if (langAsked === edition.lang) return false;
  edition.open(langAsked, said);
  return true;
}

if (edition.languages.length > 1) {
  const options = edition.languages.map((lang) => make("option", { value: lang, lang }, ownName(lang)));
  byId("language").append(...options);
  byId("language").value = edition.lang;
  byId("language").addEventListener("change", chooseLanguage);
}
inAddress(
  "lang",
  () => (langAsked === (edition.languages[0] ?? langAsked) ? [] : [langAsked]),
  ([lang]) => {
    if (lang === undefined) return [];
    if (!edition.languages.includes(lang)) return lang === edition.lang ? [] : [lang];
    langAsked = lang;
    return [];
  },
);
