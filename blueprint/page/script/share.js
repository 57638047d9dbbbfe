// Taking it along: a link to what is seen, the drawing as SVG or PNG, the table as CSV, paper.

const MOST_PIXELS = 12000;
const SHARPNESS = 2;

/** A file's name from the blueprint's: letters and digits of any script. */
function fileName(ending) {
  const name = document.title.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60);
  return `${name.replace(/^-+|-+$/g, "") || "blueprint"}.${ending}`;
}

function save(content, type, ending) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  make("a", { href: address, download: fileName(ending) }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  announce(say("saved", { name: fileName(ending) }));
}

function saveSvg() {
  save(drawingAsSvg().text, "image/svg+xml", "svg");
}

/** Draw the SVG on a canvas, twice as fine as it is, or as fine as a canvas can be. */
async function savePng() {
  const { text, width, height } = drawingAsSvg();
  const scale = Math.min(SHARPNESS, MOST_PIXELS / Math.max(width, height));
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const sheet = make("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
  sheet.getContext("2d").drawImage(picture, 0, 0, sheet.width, sheet.height);
  sheet.toBlob((made) => save(made, "image/png", "png"), "image/png");
}

function saveCsv() {
  save(`\ufeff${tableAsCsv()}`, "text/csv", "csv");
}

/** Print what is open: the drawing, the table or the narrative alone. */
function printView() {
  document.documentElement.dataset.print = openNow();
  print();
}

listen(window, "afterprint", () => delete document.documentElement.dataset.print);

/** Copy a link to what is seen; where nothing may be copied, show it to be copied by hand. */
async function copyLink() {
  const link = linkToHere();
  try {
    await navigator.clipboard.writeText(link);
    announce(say("copied"));
    notice(say("copied"));
    setTimeout(() => byId("notice").textContent === say("copied") && notice(""), 3000);
  } catch {
    byId("link").value = link;
    byId("link-dialog").showModal();
    byId("link").select();
  }
}

const MENU = { "copy-link": copyLink, "save-svg": saveSvg, "save-png": savePng, "save-csv": saveCsv, "print-view": printView };
for (const [id, run] of Object.entries(MENU)) {
  byId(id).addEventListener("click", () => {
    const menu = byId(id).closest(".menu");
    menu.open = false;
    menu.querySelector("summary").focus();
    run();
  });
}
