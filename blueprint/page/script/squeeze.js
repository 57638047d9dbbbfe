// Closing gaps: a map that keeps every used stretch as it is and shortens what lies between.
// It never changes an order, so what did not touch or cross before does not afterwards.

const GAP_LEFT = 22;

/** Stretches in order, those that touch made one. */
function joined(stretches) {
  const made = [];
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = made[made.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else made.push([from, to]);
  }
  return made;
}

/** The map of one axis, from the stretches that something uses. */
function squeeze(stretches) {
  const used = joined(stretches);
  const starts = [];
  let at = used[0][0];
  used.forEach(([from, to], n) => {
    if (n > 0) at += Math.min(GAP_LEFT, from - used[n - 1][1]);
    starts.push(at);
    at += to - from;
  });
  return (place) => {
    let n = used.length - 1;
    while (n > 0 && used[n][0] > place) n -= 1;
    const [from, to] = used[n];
    if (place <= to || n === used.length - 1) return starts[n] + place - from;
    const before = starts[n] + to - from;
    return before + ((place - to) * (starts[n + 1] - before)) / (used[n + 1][0] - to);
  };
}
