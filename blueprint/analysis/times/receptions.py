"""Receptions: the steps at which the customer must be present for a party not met before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from blueprint.graph import Graph
from blueprint.model import Channel, FrontstageAction, Step

_AT_A_DISTANCE = frozenset({"voice", "mobile", "web", "mail", "social", "chat", "print", "peer"})


def receptions(steps: Iterable[int], parties: Mapping[int, Collection[str]]) -> tuple[int, ...]:
    """Return the steps at which the customer must be present for a party not met before.

    Args:
        steps: Numbers of steps, in order.
        parties: Whom the customer is present for in each step.

    Examples:
        >>> receptions([1, 2, 3], {1: ["carrier"], 2: ["carrier"], 3: ["installer"]})
        (1, 3)
    """
    met: set[str] = set()
    found = []
    for step in steps:
        if not met.issuperset(parties.get(step, ())):
            found.append(step)
            met.update(parties[step])
    return tuple(found)


def parties_of(graph: Graph, actions: Mapping[int, Sequence[int]]) -> Mapping[int, frozenset[str]]:
    """Return for whom the customer must be present, step by step.

    The customer is present where both the customer and a person in view act, unless the
    customer acts alone or they meet only by channels at a distance. The party is that person's
    department, else the role.

    Args:
        graph: The graph.
        actions: The actions of each step.
    """
    found = {}
    for step, own in actions.items():
        element = graph.nodes[step].element
        if isinstance(element, Step) and _meets(element):
            usual = tuple(_channels_of(graph, step, element))
            found[step] = frozenset(_parties(graph, own, usual))
    return found


def _meets(step: Step) -> bool:
    alone = any(act.participation == "self" for act in step.customer)
    return bool(step.customer and step.frontstage) and not alone


def _parties(graph: Graph, actions: Sequence[int], usual: Sequence[int]) -> Iterator[str]:
    for number in actions:
        node = graph.nodes[number]
        if node.kind != "frontstage":
            continue
        act = node.element
        if isinstance(act, FrontstageAction) and act.actor == "person":
            own = [graph.targets[n] for n in graph.leaving[number] if graph.links.kinds[n] == "via"]
            if not _at_a_distance(graph, own or usual):
                yield node.department or (str(act.role) if act.role is not None else "")


def _channels_of(graph: Graph, step: int, element: Step) -> Iterator[int]:
    for ref in element.channels:
        found = graph.scope.find(graph.nodes[step].home.stem, ref, "channel")
        yield from (graph.index[channel] for channel in found[:1] if channel in graph.index)


def _at_a_distance(graph: Graph, channels: Sequence[int]) -> bool:
    elements = (graph.nodes[n].element for n in channels)
    kinds = {channel.kind for channel in elements if isinstance(channel, Channel)}
    return bool(kinds) and kinds <= _AT_A_DISTANCE
