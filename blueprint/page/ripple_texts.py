"""The sentences the script says of a ripple, in English; each is said in the page's language."""

from __future__ import annotations

from collections.abc import Mapping

RIPPLE: Mapping[str, str] = {
    "keyWave": "In a ripple: the wave before, the next wave",
    "rippleBack": "Wave before",
    "rippleCount": "Elements",
    "rippleCut": "{n} of {m} reached elements are shown",
    "rippleDepartment": "Department",
    "rippleDetails": "Details",
    "rippleEnd": "All",
    "rippleLeast": "At least",
    "rippleNext": "Next wave",
    "rippleNone": "No element that is reached passes these choices.",
    "rippleOnPath": "Kinds of link on the path",
    "ripplePart": "Part",
    "ripplePause": "Pause",
    "ripplePlay": "Play",
    "rippleReached": "What is reached, wave by wave",
    "rippleReplay": "Replay wave by wave",
    "rippleShare": "Share",
    "rippleStart": "Where it starts",
    "rippleTally": "Who has how much of it",
    "rippleTallyHint": "A department shows what is its own; a second click shows all again.",
    "rippleWave": "Wave {n} of {total}: {count} reached",
    "rippleWaveSaid": "Wave {n} of {total}: {names}",
    "rippleWaves": "All {total} waves: {count} reached",
    "rippleZero": "The start: {count}",
    "semicolon": "; ",
}
"""What is said of a ripple, by key."""
