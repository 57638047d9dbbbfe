"""Good surprises: whether the step satisfies first, and whether anybody prepares them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from blueprint.analysis.experience.peak_end import neutral_of
from blueprint.analysis.experience.people import Lives, Person
from blueprint.analysis.experience.telling import Told
from blueprint.graph import Graph
from blueprint.integrity import lanes_of
from blueprint.model import Surprise


class Surprised(NamedTuple):
    """One surprise in one step, for one person.

    Attributes:
        step: Number of the step in the graph.
        person: Who is surprised.
        surprise: What surprises.
        satisfies: Whether the step satisfies; ``None`` where nobody can tell.
        prepared: Whether somebody prepares it behind the line of visibility.
    """

    step: int
    person: Person
    surprise: Surprise
    satisfies: bool | None
    prepared: bool


def surprises_of(graph: Graph, lives: Lives) -> Iterator[Surprised]:
    """Go through the surprises of a blueprint, step by step."""
    stem = graph.nodes[lives.blueprint].home.stem
    if stem is None:
        return
    ranks = {lane.id: n for n, lane in enumerate(lanes_of(graph.scope.blueprints[stem]))}
    prepared: dict[int, bool] = {}
    for at, number in enumerate(lives.numbers):
        for person in lives.people:
            moment = person.moments[at]
            for surprise in moment.surprises:
                if id(surprise) not in prepared:
                    prepared[id(surprise)] = _prepared(graph, stem, surprise, ranks)
                yield Surprised(
                    number,
                    person,
                    surprise,
                    satisfies(lives, moment),
                    prepared[id(surprise)],
                )


def satisfies(lives: Lives, moment: Told) -> bool | None:
    """Tell whether a moment satisfies: of gap, emotion and success none is below its zero.

    The zero of emotion is neutral, that of success the middle of its scale. ``None`` where
    none of the three is told.
    """
    success = moment.success
    low, high = lives.scales.success
    signs = (
        moment.lived.gap,
        None if moment.emotion is None else moment.emotion - neutral_of(lives.scales.emotion),
        moment.named,
        None if success is None else success - (low + high) / 2,
    )
    known = [sign for sign in signs if sign is not None]
    return all(sign >= 0 for sign in known) if known else None


def _prepared(graph: Graph, stem: str, surprise: Surprise, ranks: Mapping[str, int]) -> bool:
    for link in surprise.prepared_by:
        for found in graph.scope.find(stem, link.to or "", "action"):
            lane = graph.nodes[graph.index[found]].lane if found in graph.index else None
            if lane is None or ranks.get(lane, len(ranks)) > ranks["frontstage"]:
                return True
    return False
