"""Workspaces of any size, the same ones every time: many services over one catalog.

They are shaped like a large organisation: departments under divisions, a few hub systems that
nearly everything rests on and many that few use, and services that mostly keep to themselves
but now and then need a card of another.

Run it with ``python benchmarks/generated.py FOLDER [FILES [STEPS]]`` to have one on disk.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HUB = "system-1"
"""The system that most cards rest on."""

_DIVISIONS = 12
_STEPS_A_PHASE = 12
_HUB_SHARE = 0.08
"""How many of all uses go to one of the hubs."""

_NEEDS_ELSEWHERE = 0.02
"""How many frontstage cards need a card of another service."""

_WITH_CHANNEL, _MOMENTS, _LIVED, _TIMED = 0.3, 0.1, 0.25, 0.2
"""How many steps say by what channel, are moments of truth, are lived through, have times."""

_ASKS = ("Asks for", "Receives", "Waits for", "Pays for", "Returns", "Compares", "Signs for")
_SERVES = ("Registers", "Explains", "Hands over", "Checks", "Confirms", "Offers")
_PREPARES = ("Prepares", "Packs", "Plans", "Verifies", "Books", "Collects")
_SUPPORTS = ("Stores", "Calculates", "Transmits", "Archives", "Monitors")
_THINGS = (
    *("the parcel", "the invoice", "the key", "the contract", "the voucher", "the ticket"),
    *("the order", "the refund", "the appointment", "the certificate", "the meal", "the report"),
)
_EVIDENCE = ("Letter", "Screen", "Sign", "Receipt", "Form", "Message")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a workspace is."""

    files: int = 1_000
    steps: int = 100
    departments: int = 200
    systems: int = 300
    channels: int = 20
    articles: int = 300
    hubs: int = 5


def write_workspace(folder: Path, size: Size) -> None:
    """Write the catalog and all blueprints into ``folder``, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalog.yaml").write_text(catalog_text(size), encoding="utf-8")
    for number in range(size.files):
        division = folder / f"division-{number % _DIVISIONS + 1}"
        division.mkdir(exist_ok=True)
        path = division / f"{stem(number)}.blueprint.yaml"
        path.write_text(blueprint_text(number, size), encoding="utf-8")


def stem(number: int) -> str:
    """Return the name of a file without endings."""
    return f"service-{number + 1}"


def catalog_text(size: Size) -> str:
    """Return the catalog that all blueprints share."""
    pick = random.Random("catalog")
    lines = ["catalog: A large organisation", "departments:"]
    for n in range(1, size.departments + 1):
        above = f", part_of: department-{(n - 1) % _DIVISIONS + 1}" if n > _DIVISIONS else ""
        lines.append(f"  department-{n}: {{name: Department {n}{above}}}")
    lines.append("systems:")
    for n in range(1, size.systems + 1):
        owner = f"department: department-{pick.randint(1, size.departments)}"
        joined = f", integrates: [system-{pick.randint(1, size.hubs)}]" if n > size.hubs else ""
        lines.append(f"  system-{n}: {{name: System {n}, {owner}{joined}}}")
    lines.append("channels:")
    lines += [f"  channel-{n}: Channel {n}" for n in range(1, size.channels + 1)]
    lines.append("knowledge:")
    for n in range(1, size.articles + 1):
        keeper = pick.randint(1, size.departments)
        lines.append(f"  article-{n}: {{name: Article {n}, department: department-{keeper}}}")
    return "\n".join(lines) + "\n"


def blueprint_text(number: int, size: Size) -> str:
    """Return the text of one blueprint: its steps, five cards each and some of what they say."""
    pick = random.Random(f"blueprint {number}")
    owner = pick.randint(1, size.departments)
    lines = [f"blueprint: Service {number + 1}", f"owner: department-{owner}", "phases:"]
    for step in range(1, size.steps + 1):
        if step % _STEPS_A_PHASE == 1:
            lines.append(f"  Phase {step // _STEPS_A_PHASE + 1}:")
        lines += _step(pick, number, step, size)
    return "\n".join(lines) + "\n"


def _step(pick: random.Random, number: int, step: int, size: Size) -> Iterator[str]:
    """Go through the lines of one step."""
    thing = pick.choice(_THINGS)
    staff = [pick.randint(1, size.departments) for _ in range(3)]
    needs = ""
    if size.files > 1 and pick.random() < _NEEDS_ELSEWHERE:
        other = (number + pick.randint(1, size.files - 1)) % size.files
        needs = f", needs: [back-{step}, '{stem(other)}:back-{pick.randint(1, size.steps)}']"
    yield f"    - customer: {pick.choice(_ASKS)} {thing} {step}"
    yield f"      evidence: {pick.choice(_EVIDENCE)} {step}"
    yield (
        f"      frontstage: {{name: {pick.choice(_SERVES)} {thing} {step}, "
        f"department: department-{staff[0]}{needs}}}"
    )
    yield (
        f"      backstage: {{name: {pick.choice(_PREPARES)} {thing} {step}, id: back-{step}, "
        f"department: department-{staff[1]}, system: {_system(pick, size)}, duration: 20 min}}"
    )
    yield (
        f"      support: {{name: {pick.choice(_SUPPORTS)} data {step}, "
        f"department: department-{staff[2]}, system: {_system(pick, size)}}}"
    )
    yield from _said_of(pick, size)


def _said_of(pick: random.Random, size: Size) -> Iterator[str]:
    """Go through what some steps say besides their cards."""
    if pick.random() < _WITH_CHANNEL:
        yield f"      channels: [channel-{pick.randint(1, size.channels)}]"
    if pick.random() < _MOMENTS:
        owner = pick.randint(1, size.departments)
        yield f"      moment_of_truth: {{owner: department-{owner}, standard: Within 3 minutes}}"
    if pick.random() < _LIVED:
        felt, expected, perceived = pick.randint(-3, 3), pick.randint(4, 9), pick.randint(2, 9)
        yield (
            f"      experience: {{emotion: {felt}, expectation: {expected}, "
            f"perception: {perceived}}}"
        )
    if pick.random() < _TIMED:
        yield "      time: {promised: 1 min, acceptable: 3 min, waiting: 30 s}"


def _system(pick: random.Random, size: Size) -> str:
    """Return a system: now and then a hub, otherwise any."""
    most = size.hubs if pick.random() < _HUB_SHARE else size.systems
    return f"system-{pick.randint(1, most)}"


def main() -> None:
    """Write a workspace into the folder asked for."""
    if len(sys.argv) < 2:  # noqa: PLR2004
        raise SystemExit(f"usage: {sys.argv[0]} FOLDER [FILES [STEPS]]")
    folder, *counts = sys.argv[1:]
    files, steps = (*(int(count) for count in counts), *(1_000, 100)[len(counts) :])
    write_workspace(Path(folder), Size(files=files, steps=steps))


if __name__ == "__main__":
    main()
