// Light and dark: as the system says, until the reader or the address chooses.

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const THEMES = ["light", "dark"];

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : prefersDark.matches;
}

function nameTheme() {
  byId("theme").textContent = say(isDark() ? "light" : "dark");
}

function chooseTheme(theme) {
  document.documentElement.dataset.theme = theme;
  nameTheme();
}

byId("theme").addEventListener("click", () => {
  chooseTheme(isDark() ? "light" : "dark");
  tellAddress("replace");
});
listen(prefersDark, "change", nameTheme);
inAddress(
  "theme",
  () => [document.documentElement.dataset.theme].filter((theme) => theme !== edition.theme),
  ([theme]) => {
    if (theme === undefined) return [];
    if (!THEMES.includes(theme)) return [theme];
    chooseTheme(theme);
    return [];
  },
);
nameTheme();
