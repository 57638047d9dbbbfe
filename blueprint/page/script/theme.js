// Light and dark: as the system says, until the reader chooses.

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : prefersDark.matches;
}

function nameTheme() {
  byId("theme").textContent = say(isDark() ? "light" : "dark");
}

function switchTheme() {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  nameTheme();
}

byId("theme").addEventListener("click", switchTheme);
prefersDark.addEventListener("change", nameTheme);
