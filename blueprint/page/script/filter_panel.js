// The filters on the screen: a list for each kind in the panel, and a chip for each that is on.

const MOST_OPEN = 7;

/** Build the lists once; after that only their counts and marks change. */
function buildFacets() {
  for (const [key, options] of FACETS) {
    const entries = options.map(([value, name]) => facetEntry(key, value, name));
    const count = make("span", { class: "count", hidden: "" });
    byId("facets").append(
      make(
        "details",
        { class: "facet", "data-facet": key, ...(options.length <= MOST_OPEN ? { open: "" } : {}) },
        make("summary", {}, say(key), count),
        make("ul", { class: "options" }, ...entries),
      ),
    );
  }
}

function facetEntry(key, value, name) {
  const box = make("input", { type: "checkbox", value, "data-filter": key });
  return make("li", {}, make("label", {}, box, make("span", {}, name), make("span", { class: "number" })));
}

function renderFilters() {
  for (const facet of document.querySelectorAll(".facet")) renderFacet(facet);
  const n = DATA.cards.filter(passes).length;
  const on = [...state.filters.values()].reduce((sum, values) => sum + values.size, 0);
  const left = say("cards", { n, total: DATA.cards.length });
  for (const id of ["left", "left-below"]) byId(id).textContent = left;
  byId("open-filters").querySelector(".count").hidden = on === 0;
  byId("open-filters").querySelector(".count").textContent = String(on);
  byId("active").hidden = on === 0;
  byId("clear-filters").hidden = on === 0;
  byId("chips").replaceChildren(...[...FACETS].flatMap(chipsOf));
  for (const choice of document.querySelectorAll("[name=rest]")) {
    choice.checked = (choice.value === "away") === state.closed;
  }
}

function renderFacet(facet) {
  const key = facet.dataset.facet;
  const counts = countsOf(key);
  for (const box of facet.querySelectorAll("input")) {
    const n = counts.get(box.value) ?? 0;
    box.checked = isOn(key, box.value);
    box.closest("label").classList.toggle("none", n === 0);
    box.closest("label").querySelector(".number").textContent = String(n);
  }
  const on = state.filters.get(key)?.size ?? 0;
  if (on > 0 && facet.querySelector(".count").hidden) facet.open = true;
  facet.querySelector(".count").hidden = on === 0;
  facet.querySelector(".count").textContent = String(on);
}

function chipsOf([key, options]) {
  return options
    .filter(([value]) => isOn(key, value))
    .map(([value, name]) => {
      const off = make("span", { "aria-hidden": "true" }, "×");
      const text = say("chip", { kind: say(key), name });
      const label = say("unfilter", { what: text });
      const chip = make("button", { class: "chip", type: "button", "aria-label": label }, text, off);
      chip.addEventListener("click", () => removeChip(key, value, chip));
      return make("li", {}, chip);
    });
}

/** Take a filter off; the focus goes to the chip that takes its place. */
function removeChip(key, value, chip) {
  const place = [...byId("chips").children].indexOf(chip.parentElement);
  setFilter(key, value, false);
  filtersChanged();
  const left = byId("chips").querySelectorAll("button");
  (left[Math.min(place, left.length - 1)] ?? byId("open-filters")).focus();
}

buildFacets();
byId("facets").addEventListener("change", ({ target }) => {
  setFilter(target.dataset.filter, target.value, target.checked);
  filtersChanged();
});
for (const choice of document.querySelectorAll("[name=rest]")) {
  choice.addEventListener("change", () => {
    state.closed = choice.value === "away";
    filtersChanged();
  });
}
byId("clear-filters").addEventListener("click", () => {
  clearFilters();
  byId("open-filters").focus();
});
