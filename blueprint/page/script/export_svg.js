// The drawing as it is seen, as a file of its own: every style written out, nothing of the page left.

/** What a picture's looks are made of; written out wherever it is not what a picture begins with. */
const LOOKS = {
  fill: "rgb(0, 0, 0)", "fill-opacity": "1", stroke: "none", "stroke-width": "1px", "stroke-dasharray": "none",
  "stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-opacity": "1", opacity: "1",
  "font-family": "", "font-size": "", "font-weight": "400", "font-style": "normal",
  "text-anchor": "start", "text-decoration-line": "none", "dominant-baseline": "auto", "clip-path": "none",
}; // prettier-ignore
const INHERITED = /^(fill|stroke|font|text-anchor|dominant)/;
const PAGE_ONLY = ["tabindex", "role", "aria-pressed", "aria-hidden", "aria-label", "style"];

/** A copy of a part with its looks written out; nothing where it is not shown. */
function pictured(part, inherited) {
  if (part.nodeType === Node.TEXT_NODE) return part.cloneNode();
  if (!(part instanceof SVGElement)) return null;
  const style = getComputedStyle(part);
  if (style.display === "none" || style.visibility === "hidden") return null;
  const copy = part.cloneNode(false);
  for (const name of PAGE_ONLY) copy.removeAttribute(name);
  if (copy.classList.length) copy.setAttribute("class", [...copy.classList].filter((name) => name.startsWith("bp")).join(" "));
  const looks = writeLooks(copy, style, inherited);
  for (const child of part.childNodes) {
    const made = pictured(child, looks);
    if (made) copy.append(made);
  }
  return copy;
}

function writeLooks(copy, style, inherited) {
  const looks = {};
  for (const [name, usual] of Object.entries(LOOKS)) {
    const value = style.getPropertyValue(name);
    const before = INHERITED.test(name) ? (inherited[name] ?? usual) : usual;
    const attribute = name === "text-decoration-line" ? "text-decoration" : name;
    copy.removeAttribute(attribute);
    if (value !== before) copy.setAttribute(attribute, value);
    looks[name] = value;
  }
  return looks;
}

/** The drawing as SVG text, at its own size. */
function drawingAsSvg() {
  const copy = pictured(svg, {});
  const { x, y, width, height } = svg.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("role", "img");
  const paper = draw("rect", { x, y, width, height, fill: getComputedStyle(svg).getPropertyValue("--paper").trim() });
  const first = [...copy.children].find((child) => !["title", "desc", "defs"].includes(child.tagName));
  copy.insertBefore(paper, first ?? null);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}
