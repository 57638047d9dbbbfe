// Paths of the drawing, read into points and written again.

const POINTS = { M: 1, L: 1, C: 3, Q: 2, Z: 0 };

/** A path's commands with absolute points: [letter, [x, y], …]. */
function readPath(data) {
  const commands = [];
  let pen = [0, 0];
  let start = pen;
  for (const [, sign, rest] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const relative = sign !== sign.toUpperCase();
    const at = (x, y) => (relative ? [pen[0] + x, pen[1] + y] : [x, y]);
    const letter = sign.toUpperCase();
    if (letter === "Z") {
      commands.push(["Z"]);
      pen = start;
    } else if (letter === "H" || letter === "V") {
      for (const n of numbers) {
        const base = relative ? 0 : pen[letter === "H" ? 1 : 0];
        pen = letter === "H" ? at(n, base) : at(base, n);
        commands.push(["L", pen]);
      }
    } else {
      const many = 2 * POINTS[letter];
      for (let n = 0; n < numbers.length; n += many) {
        const points = [];
        for (let p = n; p < n + many; p += 2) points.push(at(numbers[p], numbers[p + 1]));
        pen = points[points.length - 1];
        if (letter === "M") start = pen;
        commands.push([letter, ...points]);
      }
    }
  }
  return commands;
}

const short = (value) => String(Math.round(value * 100) / 100);

function writePath(commands) {
  return commands
    .map(([letter, ...points]) => letter + points.map(([x, y]) => `${short(x)} ${short(y)}`).join(" "))
    .join("");
}

/** The box around all points of a path. */
function pathBox(data) {
  const points = readPath(data).flatMap(([, ...found]) => found);
  const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    x: Math.min(...across), y: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down),
  };
}
