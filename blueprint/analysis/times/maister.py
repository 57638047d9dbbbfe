"""Eight propositions on waiting (Maister, 1985), held against what the file says of each wait."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis.times.timed import Timed
from blueprint.model import Act, CustomerAction, Experience, FrontstageAction, Step
from blueprint.words import Phrase

Answer = Literal["eased", "open", "unknown"]
"""Looked after, not looked after, or nothing that the file could say tells."""

_IN_VIEW = (CustomerAction, FrontstageAction)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """One step in which the customer waits.

    Attributes:
        step: Its number.
        element: What the file says of the step.
        acts: What is done in it.
        met: Whether the service was met in an earlier step of the main path.
        moment: Whether it is, or leads up to, a declared moment of truth.
        promised: Whether it is said how long it takes.
    """

    step: int
    element: Step
    acts: tuple[Act, ...]
    met: bool
    moment: bool
    promised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """One of the eight, and how a wait is held against it.

    Attributes:
        text: The proposition.
        looked_for: What in the file speaks for it.
        held: Whether it is looked after, for one wait.
    """

    text: Phrase
    looked_for: Phrase
    held: Callable[[Wait], Answer]


def _answer(eased: bool) -> Answer:  # noqa: FBT001  (a plain truth value)
    return "eased" if eased else "open"


def _occupied(wait: Wait) -> Answer:
    busy = any(isinstance(act, _IN_VIEW) and act.duration for act in wait.acts)
    return _answer(bool(wait.element.evidence) or busy)


def _begun(wait: Wait) -> Answer:
    return _answer(wait.met)


def _calm(wait: Wait) -> Answer:
    felt = [emotion for entry in wait.element.experience if (emotion := _mood(entry)) is not None]
    return _answer(min(felt) >= 0) if felt else "unknown"


def _mood(entry: Experience) -> float | None:
    return entry.emotion if isinstance(entry.emotion, float) else None


def _known(wait: Wait) -> Answer:
    return _answer(wait.promised)


def _explained(wait: Wait) -> Answer:
    said = any(act.notice is not None or act.stance == "proactive" for act in wait.acts)
    return _answer(said or wait.element.stance == "proactive")


def _cannot_tell(_: Wait) -> Answer:
    return "unknown"


def _worth(wait: Wait) -> Answer:
    valued = wait.moment or any(entry.values for entry in wait.element.experience)
    return "eased" if valued else "unknown"


PROPOSITIONS: tuple[Proposition, ...] = (
    Proposition(
        text=Phrase.of("Occupied time feels shorter than unoccupied time"),
        looked_for=Phrase.of("evidence in the step, or something done in view meanwhile"),
        held=_occupied,
    ),
    Proposition(
        text=Phrase.of("People want to get started: waits before the service feel longer"),
        looked_for=Phrase.of("somebody or something in view in an earlier step"),
        held=_begun,
    ),
    Proposition(
        text=Phrase.of("Anxiety makes waits feel longer"),
        looked_for=Phrase.of("no emotion below 0 in the step"),
        held=_calm,
    ),
    Proposition(
        text=Phrase.of("Uncertain waits feel longer than known, finite waits"),
        looked_for=Phrase.of("a promised time in the step"),
        held=_known,
    ),
    Proposition(
        text=Phrase.of("Unexplained waits feel longer than explained waits"),
        looked_for=Phrase.of("a notice to the customer, or a proactive action"),
        held=_explained,
    ),
    Proposition(
        text=Phrase.of("Unfair waits feel longer than equitable waits"),
        looked_for=Phrase.of("no field of a blueprint says who is served first"),
        held=_cannot_tell,
    ),
    Proposition(
        text=Phrase.of("The more valuable the service, the longer people will wait"),
        looked_for=Phrase.of(
            "values in the step, or a declared moment of truth in it or right after"
        ),
        held=_worth,
    ),
    Proposition(
        text=Phrase.of("Waiting alone feels longer than waiting in company"),
        looked_for=Phrase.of("no field of a blueprint says who else waits"),
        held=_cannot_tell,
    ),
)
"""The eight propositions, in their order."""


def waits_of(times: Timed, path: Sequence[int]) -> list[Wait]:
    """Return the waits of a main path, in order."""
    graph = times.graph
    found: list[Wait] = []
    met = False
    for n, step in enumerate(path):
        ledger, own = times.ledgers[step], [graph.nodes[a] for a in times.actions[step]]
        if ledger.waiting and isinstance(element := graph.nodes[step].element, Step):
            found.append(
                Wait(
                    step=step,
                    element=element,
                    acts=tuple(act for node in own if isinstance(act := node.element, Act)),
                    met=met,
                    moment=not times.moments.isdisjoint(path[n : n + 2]),
                    promised=ledger.promised is not None or ledger.window is not None,
                )
            )
        met = met or any(node.kind == "frontstage" for node in own)
    return found


def held_against(waits: Iterable[Wait]) -> Mapping[Proposition, Mapping[Answer, Sequence[int]]]:
    """Return, by proposition, the steps that wait with it looked after, open, or unknown."""
    own = list(waits)
    found: dict[Proposition, dict[Answer, list[int]]] = {}
    for proposition in PROPOSITIONS:
        answers = found[proposition] = {"eased": [], "open": [], "unknown": []}
        for wait in own:
            answers[proposition.held(wait)].append(wait.step)
    return found
