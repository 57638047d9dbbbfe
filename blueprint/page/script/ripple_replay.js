// The replay of a ripple, wave by wave: played, or stepped by hand.

const A_WAVE = 1400;
const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");
let playing = 0;

/** The replay's buttons and what they say of the wave. */
function replayBar(n, ripple) {
  const button = (name, text, hidden = null) =>
    make("button", { class: "button", type: "button", "data-replay": name, hidden }, say(text));
  const bar = make(
    "div",
    { class: "replay", role: "group", "aria-label": say("rippleReplay") },
    button("play", "ripplePlay", stillness.matches ? "" : null),
    button("back", "rippleBack"),
    button("next", "rippleNext"),
    button("end", "rippleEnd"),
    make("span", { class: "wave-now" }),
  );
  bar.addEventListener("click", ({ target }) => {
    const { replay } = target.closest?.("[data-replay]")?.dataset ?? {};
    if (replay !== undefined) REPLAY[replay](n, ripple);
  });
  return bar;
}

const REPLAY = {
  play: (n, ripple) => (playing ? pause(n) : play(n, ripple)),
  back: (n, ripple) => step(n, ripple, -1),
  next: (n, ripple) => step(n, ripple, 1),
  end: (n) => toWave(n, null),
};

/** Go a wave on or back; before the first is the start alone, after the last it begins again. */
function step(n, ripple, by) {
  pause(n);
  const most = wavesOf(ripple);
  const now = state.ripple.wave ?? (by > 0 ? -1 : most);
  toWave(n, Math.min(most, Math.max(0, now + by)));
}

function toWave(n, wave) {
  lightRipple(n);
  state.ripple.wave = wave;
  state.ripple.path = null;
  pointedAt = null;
  rippleChanged(waveSaid(ripples.get(n)));
}

function play(n, ripple) {
  const most = wavesOf(ripple);
  if (state.ripple.wave === null || state.ripple.wave >= most) toWave(n, 0);
  playing = setInterval(() => {
    if (rippleLit() !== ripple) return pause(n);
    toWave(n, state.ripple.wave + 1);
    if (state.ripple.wave >= most) pause(n);
  }, A_WAVE);
  tellWave(n);
}

function pause(n) {
  clearInterval(playing);
  playing = 0;
  tellWave(n);
}

/** The wave that came last, in a few words. */
function waveNow(ripple) {
  const total = wavesOf(ripple);
  const { wave } = state.ripple;
  if (wave === null) return say("rippleWaves", { total, count: shownOf(ripple).length });
  if (wave === 0) return say("rippleZero", { count: ripple.starts.length });
  return say("rippleWave", { n: wave, total, count: shownOf(ripple).filter(({ hops }) => hops === wave).length });
}

/** The same for those who do not see it: with the names of what the wave reaches. */
function waveSaid(ripple) {
  const { wave } = state.ripple;
  const join = (names) => names.join(say("comma"));
  if (wave === null) return waveNow(ripple);
  if (wave === 0) return join(ripple.starts.map(([, , told]) => told));
  const names = shownOf(ripple).filter(({ hops }) => hops === wave).map(({ name }) => name);
  return say("rippleWaveSaid", { n: wave, total: wavesOf(ripple), names: names.length ? join(names) : "0" });
}

function tellWave(n) {
  const [box, ripple] = [rippleBox(n), ripples.get(n)];
  const { wave } = state.ripple;
  box.querySelector(".wave-now").textContent = waveNow(ripple);
  box.querySelector('[data-replay="play"]').textContent = say(playing ? "ripplePause" : "ripplePlay");
  box.querySelector('[data-replay="back"]').disabled = wave === 0;
  box.querySelector('[data-replay="next"]').disabled = wave !== null && wave >= wavesOf(ripple);
  box.querySelector('[data-replay="end"]').disabled = wave === null;
}

/** Step by key through the ripple that is lit, or the one that is open. */
function stepByKey(by) {
  const n = rippleLit() ? state.pinned[0] : openedReport();
  if (ripples.has(n)) step(n, ripples.get(n), by);
}

if (ripples.size > 0) {
  shortcut([","], "keyWave", () => stepByKey(-1));
  shortcut(["."], "keyWave", () => stepByKey(1));
  edition.over.addEventListener("abort", () => clearInterval(playing));
}
