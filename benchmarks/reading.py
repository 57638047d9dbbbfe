"""How long reading takes: PyYAML's own loader beside ours, on a file of 3,000 steps.

The last row is all that ``blueprint.files.read`` does: the values with their places, the
model with every field checked, an id for each element, and every name looked up.

Run it with ``python benchmarks/reading.py``. Times are processor times, the best of
several rounds; the readers take turns within each round, so that whatever else the
machine does falls on all of them alike.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from blueprint.files import read
from blueprint.files.yaml_reader import read_yaml

STEPS = 3_000
STEPS_A_PHASE = 12
ROUNDS = 7

DEPARTMENTS = ("front-desk", "bell", "kitchen", "it", "care")
VERBS = ("Asks for", "Receives", "Waits for", "Pays for", "Returns")
THINGS = ("the key", "the parcel", "breakfast", "the invoice", "a taxi", "the room", "advice")


def blueprint_text(steps: int = STEPS) -> str:
    """Return a blueprint as a file, the same one every time."""
    lines = ["blueprint: A long service", "departments:"]
    lines += [f"  {name}: {name.title()}" for name in DEPARTMENTS]
    lines.append("phases:")
    for number in range(steps):
        if number % STEPS_A_PHASE == 0:
            lines.append(f"  Phase {number // STEPS_A_PHASE}:")
        lines += _step(number)
    return "\n".join(lines) + "\n"


def _step(number: int) -> list[str]:
    """Return the lines of one step."""
    what = f"{VERBS[number % len(VERBS)]} {THINGS[number % len(THINGS)]} {number}"
    front = DEPARTMENTS[number % len(DEPARTMENTS)]
    back = DEPARTMENTS[(number + 2) % len(DEPARTMENTS)]
    lines = [
        f"    - customer: {what}",
        f"      evidence: [Sign {number}, Paper {number}]",
        f"      frontstage: {{name: Serves {what.lower()}, department: {front}}}",
        f"      backstage: {{name: Prepares {number}, department: {back}, duration: 20 s}}",
    ]
    if number % 3 == 0:
        lines.append(f"      moment_of_truth: {{owner: {front}, standard: Within 3 minutes}}")
    if number % 4 == 0:
        lines.append("      experience: {emotion: 2, expectation: 7, perception: 8}")
    if number % 5 == 0:
        lines.append("      time: {promised: 1 min, acceptable: 3 min, waiting: 30 s}")
    return lines


def best_times(readers: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Return the best processor time of each reader, in seconds."""
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(rounds):
        for name, reader in readers.items():
            gc.collect()
            began = time.process_time()
            reader()
            best[name] = min(best[name], time.process_time() - began)
    return best


def measure(path: Path) -> dict[str, float]:
    """Return the best processor time of each reader on one file, in seconds."""
    data = path.read_bytes()
    text = data.decode()
    return best_times(
        {
            "yaml.CSafeLoader": lambda: yaml.load(text, yaml.CSafeLoader),
            "read_yaml, with places": lambda: read_yaml(data, file=path.name),
            "read, validated": lambda: read(path),
        }
    )


def main() -> None:
    """Measure and print one line a reader."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "long.blueprint.yaml"
        path.write_text(blueprint_text(), encoding="utf-8")
        if not read(path).ok:
            raise SystemExit("the file is not a blueprint without mistakes")
        size = path.stat().st_size
        best = measure(path)
    reference = best["yaml.CSafeLoader"]
    print(f"{size / 1e6:.2f} MB, {STEPS:,} steps, best of {ROUNDS}")
    print(f"{'reader':<24} {'ms':>7} {'times as fast':>14}")
    for name, seconds in best.items():
        print(f"{name:<24} {seconds * 1e3:>7.0f} {reference / seconds:>14.2f}")


if __name__ == "__main__":
    main()
