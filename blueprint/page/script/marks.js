// What is put on top of cards: hop chips of a trace, frames and badges of a report.

const overlay = svg.appendChild(draw("g", { class: "bp-overlay", "aria-hidden": "true" }));
const underlay = svg.insertBefore(
  draw("g", { class: "bp-underlay", "aria-hidden": "true" }),
  svg.querySelector(".bp-card"),
);
const UP = "M0 7L4 0L8 7z";
const DOWN = "M0 0L4 7L8 0z";
const GAP = 4;

/** A chip on a card's lower edge: which way a change came, and over how many links. */
function chip(id, direction, hop, place) {
  const box = boxOf(id);
  const width = 20 + 6.5 * String(hop).length;
  const x = box.x + 8 + place * 32;
  const y = box.bottom - 8;
  return draw(
    "g",
    { class: `bp-chip by-${direction}` },
    draw("rect", { x, y, width, height: 16, rx: 8 }),
    draw("path", { d: direction === "demand" ? DOWN : UP, transform: `translate(${x + 5} ${y + 4.5})` }),
    draw("text", { x: x + 15, y: y + 11.5 }, String(hop)),
  );
}

const RING = 2.4;
const MOST_RINGS = 3;
/** What stands for a role where no word or figure does. */
const ROLE_SIGNS = { added: "+", removed: "−", changed: "Δ", moved: "→" };

/** The rings around a card: one for each link away, at most three; the innermost is the frame. */
function rings(box, hops) {
  const many = Math.min(MOST_RINGS, Math.max(1, hops ?? 1));
  return Array.from({ length: many }, (_, n) => {
    const out = GAP + n * RING;
    return draw("rect", {
      class: n ? `bp-ring ring-${n}` : "bp-frame", x: box.x - out, y: box.y - out,
      width: box.right - box.x + 2 * out, height: box.bottom - box.y + 2 * out, rx: 9 + n * RING,
    });
  });
}

const signWidth = (sign) => (sign > "\u2e80" ? 10.4 : " .·".includes(sign) ? 3.2 : 6.5);

/** A frame behind a card, its style by role, and a badge with a word or figure before it. */
function frame(id, { role, badge: word, hops }) {
  const box = boxOf(id);
  const x = box.x - GAP;
  const y = box.y - GAP;
  const fresh = state.light.fresh?.has(canonical(id)) ? " fresh" : "";
  underlay.append(draw("g", { class: `bp-light bp-role-${role}${fresh}` }, ...rings(box, hops)));
  const badge = word || ROLE_SIGNS[role];
  if (!badge) return;
  const width = 12 + [...badge].reduce((sum, sign) => sum + signWidth(sign), 0);
  overlay.append(
    draw(
      "g",
      { class: `bp-light bp-role-${role}` },
      draw("rect", { class: "bp-mark-box", x: x + 4, y: y - 9, width, height: 17, rx: 8 }),
      draw("text", { x: x + 4 + width / 2, y: y + 3.5, "text-anchor": "middle" }, badge),
    ),
  );
}

/** A step's title is marked where it is seen: on the frozen header. */
function frameStep(id, role, badge) {
  const part = stepPanes.get(id);
  part.classList.add("framed", `bp-role-${role}`);
  part.dataset.badge = badge;
}

function unframeStep(id) {
  const part = stepPanes.get(id);
  if (!part?.classList.contains("framed")) return;
  part.className = "pane-step";
  delete part.dataset.badge;
}
