// Routes links around cards with libavoid: boxes and links as JSON in, corners as JSON out.
// Usage: node libavoid.mjs <folder with libavoid-js> < in.json > out.json
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const SIDES = [
  [0.5, 0, 1],
  [0.5, 1, 2],
  [0, 0.5, 4],
  [1, 0.5, 8],
];
const PARAMETERS = { segment: 0, crossing: 2, shared: 4, buffer: 6, nudging: 7 };
const PIN_CLASS = 1;

const home = resolve(process.argv[2], "node_modules/libavoid-js/dist/index-node.mjs");
const { AvoidLib } = await import(pathToFileURL(home).href);
await AvoidLib.load();
const Avoid = AvoidLib.getInstance();
const { cards, links } = JSON.parse(readFileSync(0, "utf8"));

const started = process.cpuUsage();
const router = new Avoid.Router(Avoid.OrthogonalRouting);
router.setRoutingParameter(PARAMETERS.segment, 60);
router.setRoutingParameter(PARAMETERS.crossing, 200);
router.setRoutingParameter(PARAMETERS.shared, 100);
router.setRoutingParameter(PARAMETERS.buffer, 6);
router.setRoutingParameter(PARAMETERS.nudging, 10);
router.setRoutingOption(0, true);
router.setRoutingOption(3, true);
const shapes = cards.map(([x, y, width, height]) => {
  const centre = new Avoid.Point(x + width / 2, y + height / 2);
  const shape = new Avoid.ShapeRef(router, new Avoid.Rectangle(centre, width, height));
  for (const [across, down, way] of SIDES) {
    const pin = new Avoid.ShapeConnectionPin(shape, PIN_CLASS, across, down, true, 0, way);
    pin.setExclusive(false);
  }
  return shape;
});
const routes = links.map(([source, target]) => {
  const link = new Avoid.ConnRef(router);
  link.setSourceEndpoint(new Avoid.ConnEnd(shapes[source], PIN_CLASS));
  link.setDestEndpoint(new Avoid.ConnEnd(shapes[target], PIN_CLASS));
  link.setRoutingType(Avoid.ConnType_Orthogonal ?? 2);
  return link;
});
router.processTransaction();
const { user, system } = process.cpuUsage(started);
const corners = routes.map((link) => {
  const line = link.displayRoute();
  return Array.from({ length: line.size() }, (_, n) => {
    const { x, y } = line.get_ps(n);
    return [x, y];
  });
});
process.stdout.write(JSON.stringify({ seconds: (user + system) / 1e6, corners }));
