// One path on the drawing: a card that is pointed at or has the focus lights its own, and says it.

const pathTold = make("p", { class: "path-told", id: "path-told", hidden: "" });

/** Say the path that is lit, over the drawing. */
function tellPath() {
  const ripple = rippleLit();
  const id = pointedAt ?? state.ripple.path;
  const element = ripple && id !== null ? reachedIn(ripple, id) : null;
  pathTold.hidden = !element;
  if (!element) return;
  pathTold.replaceChildren(make("b", {}, element.name), ` ${element.figures}`, make("span", {}, element.sentence));
  if (pointedAt === null && items.has(element.id)) {
    pathTold.append(make("button", { class: "link", type: "button", "data-show": element.id }, say("rippleDetails")));
  }
}

/** A click on a card that a lit ripple reaches keeps its path; a second one shows its details. */
function keepsPath(id, event) {
  const ripple = rippleLit();
  if (!ripple || event.shiftKey || event.ctrlKey || event.metaKey || !reachedIn(ripple, id)) return false;
  if (state.ripple.path === id) return false;
  keepPath(id);
  return true;
}

const cardAt = (target) => target.closest?.(".bp-card")?.dataset.id ?? null;

if (ripples.size > 0) {
  byId("view-drawing").append(pathTold);
  svg.addEventListener("mouseover", ({ target }) => rippleLit() && pointAtPath(cardAt(target), false));
  svg.addEventListener("mouseleave", () => pointAtPath(null));
  svg.addEventListener("focusin", ({ target }) => target.matches(":focus-visible") && rippleLit() && pointAtPath(cardAt(target), true));
  svg.addEventListener("focusout", () => pointAtPath(null));
  for (const [n, ripple] of ripples) {
    buildRipple(n, ripple);
    watchRipple(n);
  }
}
