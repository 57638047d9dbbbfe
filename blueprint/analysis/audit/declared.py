"""The declared moments of truth with their owners and standards, and where the phone stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.graph import Graph
from blueprint.model import Act, Channel, Link, MomentOfTruth, Standard, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A declared moment of truth.

    Attributes:
        number: Number of the step or action it is declared on.
        moment: What is said of it.
        standard: Its standard, or that of its action.
        crossings: How many links go over the line of interaction in its step.
    """

    number: int
    moment: MomentOfTruth
    standard: Standard | None
    crossings: int


def potential(graph: Graph, crossings: Iterable[Link]) -> dict[int, int]:
    """Return, per step, how many links go over the line of interaction: potential moments.

    Args:
        graph: The graph.
        crossings: The links over that line.
    """
    found: dict[int, int] = {}
    for link in crossings:
        ends = [graph.nodes[graph.index[end]] for end in (link.source, link.target)]
        customer = next((end for end in ends if end.kind == "customer"), ends[0])
        if customer.step is not None:
            step = graph.index[customer.step]
            found[step] = found.get(step, 0) + 1
    return found


def declared(
    graph: Graph, by_step: Mapping[int, Sequence[int]], crossings: Mapping[int, int]
) -> Iterator[Declared]:
    """Go through the declared moments of truth, step by step; an action may be one too."""
    for step, actions in by_step.items():
        for number in (step, *actions):
            element = graph.nodes[number].element
            if not isinstance(element, (Step, Act)) or element.moment_of_truth is None:
                continue
            moment = element.moment_of_truth
            own = element.standard if isinstance(element, Act) else None
            yield Declared(
                number=number,
                moment=moment,
                standard=moment.standard or own,
                crossings=crossings.get(step, 0),
            )


def calls(
    graph: Graph, by_step: Mapping[int, Sequence[int]]
) -> tuple[Sequence[int], Sequence[int]]:
    """Return the actions by phone that stand onstage, and those that stand backstage.

    An action is by phone if one of its channels is of kind ``voice``; where it names none, if
    all channels of its step are, and the customer's action leads to it.
    """
    onstage: list[int] = []
    backstage: list[int] = []
    for step, actions in by_step.items():
        for number in actions:
            node = graph.nodes[number]
            if node.kind not in ("frontstage", "backstage"):
                continue
            own = _kinds(graph, number)
            spoken = "voice" in own if own else _called(graph, step, number)
            if spoken:
                (onstage if node.kind == "frontstage" else backstage).append(number)
    return onstage, backstage


def _called(graph: Graph, step: int, number: int) -> bool:
    element = graph.nodes[step].element
    stem = graph.nodes[step].home.stem
    if not isinstance(element, Step) or not element.channels:
        return False
    found = [graph.scope.find(stem, ref, "channel") for ref in element.channels]
    kinds = [_kind(graph, graph.index[ids[0]]) for ids in found if len(ids) == 1]
    above = (graph.nodes[graph.sources[link]] for link in graph.arriving[number])
    return (
        bool(kinds)
        and all(kind == "voice" for kind in kinds)
        and any(node.kind == "customer" for node in above)
    )


def _kinds(graph: Graph, number: int) -> list[str | None]:
    links = (link for link in graph.leaving[number] if graph.links[link].kind == "via")
    return [_kind(graph, graph.targets[link]) for link in links]


def _kind(graph: Graph, number: int) -> str | None:
    element = graph.nodes[number].element
    return element.kind if isinstance(element, Channel) else None
