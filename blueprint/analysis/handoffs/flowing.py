"""How much of the time on a path is work, and how much of the work arrives right first time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from blueprint.analysis.spread.reaching import reach
from blueprint.graph import Graph, Network
from blueprint.model import Act, Step, seconds


class Beyond(NamedTuple):
    """A step in which more time is worked than it lasts; both in seconds."""

    step: int
    worked: float
    lasts: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Work and time on some steps.

    Attributes:
        process: How long is worked in the steps that say both, in seconds.
        lead: How long these steps take, in seconds.
        told: How many steps say both, and are not among those of `beyond`.
        steps: How many steps there are.
        beyond: The steps in which more time is worked than they last: some of the work
            goes on before, after or side by side, so that they tell nothing of the ratio.
    """

    process: float
    lead: float
    told: int
    steps: int
    beyond: tuple[Beyond, ...] = ()

    @property
    def ratio(self) -> float | None:
        """Process time by lead time; nothing where no step says both."""
        return self.process / self.lead if self.lead > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """How much arrives complete and accurate through some actions.

    Attributes:
        known: The product of all shares that are said.
        told: How many actions say one.
        actions: How many actions there are.
    """

    known: float
    told: int
    actions: int

    @property
    def rolled(self) -> float | None:
        """The rolled share; nothing unless every action says its own."""
        return self.known if self.told == self.actions > 0 else None


def process_time(step: Step, acts: Iterable[Act]) -> float | None:
    """Return how long is worked in a step, in seconds: the durations of its actions added up.

    Where no action has a duration, it is what the step takes less what of it is waiting.
    """
    own = [seconds(act.duration) for act in acts if act.duration is not None]
    if own:
        return math.fsum(own)
    if step.time is None or step.time.actual is None or step.time.waiting is None:
        return None
    return max(0.0, seconds(step.time.actual) - seconds(step.time.waiting))


def activity(graph: Graph, steps: Sequence[int], actions: Mapping[int, Sequence[int]]) -> Activity:
    """Return work and time on some steps, as far as they say both."""
    process = lead = 0.0
    told = 0
    beyond = []
    for number in steps:
        step = graph.nodes[number].element
        acts = [graph.nodes[n].element for n in actions.get(number, ())]
        if not isinstance(step, Step) or step.time is None or step.time.actual is None:
            continue
        worked = process_time(step, (act for act in acts if isinstance(act, Act)))
        lasts = seconds(step.time.actual)
        if worked is not None and worked > lasts:
            beyond.append(Beyond(number, worked, lasts))
        elif worked is not None:
            process += worked
            lead += lasts
            told += 1
    return Activity(process=process, lead=lead, told=told, steps=len(steps), beyond=tuple(beyond))


def mending(graph: Graph) -> frozenset[int]:
    """Return the actions that mend what failed in others."""
    kinds = graph.links.kinds
    return frozenset(graph.sources[n] for n, kind in enumerate(kinds) if kind == "recovers")


def feeding(
    graph: Graph, network: Network, own: Sequence[int], mends: frozenset[int]
) -> tuple[int, ...]:
    """Return the actions that feed the customer, in file order.

    Args:
        graph: The graph.
        network: The links along which one waits for the other.
        own: The actions of the customer's steps.
        mends: Those that only mend what failed, and feed nobody who is served right.

    Returns:
        Those of them that serve, and all that they wait for, there or elsewhere.
    """
    starts = [n for n in own if n not in mends]
    found = {*starts, *reach(network, starts, closed=mends)} if starts else set()
    return tuple(n for n in sorted(found) if graph.nodes[n].kind in _SERVING)


_SERVING = ("frontstage", "backstage", "support", "other")


def accuracy(graph: Graph, acting: Sequence[int]) -> Accuracy:
    """Return how much arrives complete and accurate through some actions; silence is not 100 %."""
    said = [
        act.complete_accurate
        for n in acting
        if isinstance(act := graph.nodes[n].element, Act) and act.complete_accurate is not None
    ]
    return Accuracy(known=math.prod(said), told=len(said), actions=len(acting))
