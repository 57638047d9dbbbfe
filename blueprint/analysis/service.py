"""What analyses ask the graph of a service: moments of truth, and where elements belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from blueprint.analysis.once import once
from blueprint.graph import Graph
from blueprint.graph.couplings import conducting
from blueprint.model import Act, Step
from blueprint.model.links import ACTING, ACTIONS, LinkKind
from blueprint.report import Mark


@once
def declared_moments(graph: Graph) -> tuple[int, ...]:
    """Return the steps declared a moment of truth, themselves or by an action, in file order.

    Examples:
        >>> from blueprint.graph import graph_of
        >>> from blueprint.model import Blueprint
        >>> pay = Step(step="Pay", moment_of_truth=True, customer="Pays")
        >>> graph = graph_of(Blueprint(blueprint="Till", phases={"Visit": ["Come", pay]}))
        >>> [graph.nodes[number].id for number in declared_moments(graph)]
        ['pay']
    """
    found: set[int] = set()
    for number, node in enumerate(graph.nodes):
        if node.kind != "step" and node.kind not in ACTING:
            continue
        element = node.element
        if isinstance(element, (Step, Act)) and element.moment_of_truth is not None:
            found.add(number if node.step is None else graph.index[node.step])
    return tuple(sorted(found))


@once
def actions_by_step(graph: Graph) -> dict[int, list[int]]:
    """Return the numbers of each step's actions, in file order, by the step's number."""
    found: dict[int, list[int]] = {}
    for number, node in enumerate(graph.nodes):
        if node.kind == "step":
            found.setdefault(number, [])
        elif node.kind in ACTIONS and node.step is not None:
            found.setdefault(graph.index[node.step], []).append(number)
    return found


def lived(graph: Graph, actions: Iterable[int]) -> tuple[int, ...]:
    """Return what customers do of a step's actions; where they do nothing, its topmost lane."""
    own = tuple(actions)
    customers = tuple(n for n in own if graph.nodes[n].kind == "customer")
    if customers or not own:
        return customers
    acting = [n for n in own if graph.nodes[n].kind != "evidence"] or list(own)
    return tuple(n for n in acting if graph.nodes[n].lane == graph.nodes[acting[0]].lane)


def card_of(graph: Graph, step: int, actions: Mapping[int, Sequence[int]]) -> str:
    """Return the id of the card that stands for a step on a drawing; its own where it has none.

    Args:
        graph: The graph.
        step: Number of the step.
        actions: The actions of each step, as `actions_by_step` gives them.

    Examples:
        >>> from blueprint.graph import graph_of
        >>> from blueprint.model import Blueprint
        >>> pay = Step(step="Pay", customer=["Waits", "Pays now"], frontstage="Smiles")
        >>> graph = graph_of(Blueprint(blueprint="Till", phases={"Visit": ["Come", pay]}))
        >>> actions = actions_by_step(graph)
        >>> [card_of(graph, step, actions) for step in actions]
        ['come', 'pays-now']
    """
    cards = lived(graph, actions.get(step, ()))
    return graph.nodes[cards[-1] if cards else step].id


def on_cards(graph: Graph, marks: Mapping[str, Mark]) -> dict[str, Mark]:
    """Return marks as a drawing shows them: that of a step on the card that stands for it.

    Where a card would get two, it keeps the first.
    """
    actions = actions_by_step(graph)
    found: dict[str, Mark] = {}
    for element, mark in marks.items():
        number = graph.index[element]
        step = graph.nodes[number].kind == "step"
        found.setdefault(card_of(graph, number, actions) if step else element, mark)
    return found


def felt_along(*, journey: bool) -> tuple[LinkKind, ...]:
    """Return the kinds of link along which something missing is felt above it.

    These are all that carry a disruption but the way to a recovery, and but the journey from
    one step to the next unless it is asked for: else the first step is under everything.
    """
    left_out = {"recovers"} if journey else {"recovers", "flow"}
    return tuple(kind for kind in conducting("disruption") if kind not in left_out)


def homes(graph: Graph) -> Iterator[tuple[int, int]]:
    """Go through where elements belong: their step, department and blueprint, its personas."""
    index = graph.index
    for number, node in enumerate(graph.nodes):
        if node.department is not None and node.kind != "blueprint":
            yield number, index[node.department]
        if node.kind in ACTIONS:
            if node.step is not None:
                yield number, index[node.step]
            if node.blueprint is not None:
                yield number, index[node.blueprint]
    for number, kind in enumerate(graph.links.kinds):
        if kind == "serves":
            yield graph.sources[number], graph.targets[number]
