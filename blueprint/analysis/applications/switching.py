"""Who uses which systems one after the other, and how often somebody switches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from blueprint.analysis.naming import acting
from blueprint.graph import Graph
from blueprint.model import Act
from blueprint.words import Phrase
from blueprint.words.label import label_phrase


class Worker(NamedTuple):
    """Whoever sits in front of the systems: the customer, or a department in a role.

    Attributes:
        department: Graph id of the department, if it is said.
        role: The role, if it is said.
        alone: Number of the action, where nobody says who does it; ``-1`` is the customer.
    """

    department: str | None = None
    role: Phrase | None = None
    alone: int | None = None


CUSTOMER = Worker(alone=-1)
"""The customer."""


class Switch(NamedTuple):
    """One change from one system to another.

    Attributes:
        worker: Who changes.
        left: Number of the system that is left.
        opened: Number of the system that is used next.
        action: Number of the action in which it is.
    """

    worker: Worker
    left: int
    opened: int
    action: int


def systems_of(graph: Graph) -> Mapping[int, tuple[int, ...]]:
    """Return, per action that uses any, the numbers of its systems, as they are written."""
    found: dict[int, dict[int, None]] = {}
    for number, kind in enumerate(graph.links.kinds):
        if kind == "uses":
            found.setdefault(graph.sources[number], {})[graph.targets[number]] = None
    return {action: tuple(own) for action, own in found.items()}


def worker_of(graph: Graph, action: int) -> Worker | None:
    """Return who does an action; nobody where technology does it.

    A support process that says neither who acts nor in which role is what its system does.
    """
    node = graph.nodes[action]
    if node.kind == "customer":
        return CUSTOMER
    element = node.element
    if not isinstance(element, Act) or element.actor == "technology":
        return None
    silent = element.role is None and "actor" not in element.model_fields_set
    if node.kind == "support" and silent:
        return None
    if node.department is None and element.role is None:
        return Worker(alone=action)
    return Worker(node.department, None if element.role is None else label_phrase(element.role))


def switches_in(
    graph: Graph, actions: Iterable[int], systems: Mapping[int, Sequence[int]]
) -> Iterator[Switch]:
    """Go through the switches some actions in a row ask of those who do them.

    Each worker goes through his own actions in order, and through the systems of each as they
    are written, but begins with the one he has open, if it is among them.

    Args:
        graph: The graph.
        actions: Numbers of the actions, in order.
        systems: The systems each uses.
    """
    is_open: dict[Worker, int] = {}
    for action in actions:
        own = systems.get(action, ())
        worker = worker_of(graph, action) if own else None
        if worker is None:
            continue
        at = is_open.get(worker)
        for system in [system for system in own if system != at]:
            if at is not None:
                yield Switch(worker, at, system, action)
            at = system
        if at is not None:
            is_open[worker] = at


def worker_told(graph: Graph, worker: Worker) -> Phrase:
    """Return how a worker is called."""
    if worker == CUSTOMER:
        return Phrase.of("the customer")
    if worker.alone is not None:
        name = label_phrase(graph.nodes[worker.alone].name)
        return Phrase.of("whoever does “{action}”", action=name)
    return acting(graph, worker.department, worker.role) or Phrase.of("nobody")
