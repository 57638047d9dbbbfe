"""The links on which work goes from one department or role to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from blueprint.graph import Graph
from blueprint.model import Act
from blueprint.model.links import ACTING

Between = Literal["departments", "roles"]
"""Between whom work changes hands."""

_WORK = ("support", "triggers", "flow")
_SERVING = ACTING - {"customer"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Handoff:
    """One link on which work changes hands.

    Attributes:
        link: Its number.
        source: Number of the action that hands over, or asks.
        target: Number of the action that takes over, or is asked.
        between: Departments, or roles of one department.
        technology: Whether one of the two is done by technology.
    """

    link: int
    source: int
    target: int
    between: Between
    technology: bool


def handoffs_of(graph: Graph) -> tuple[tuple[Handoff, ...], int]:
    """Return where work changes hands, in file order, and of how many links nobody can tell.

    Looked at are the links on which work goes on between those who serve: support, triggers,
    and the journey where no customer stands at either end.
    """
    found: list[Handoff] = []
    untold = 0
    for number, kind in enumerate(graph.links.kinds):
        if kind not in _WORK:
            continue
        ends = (graph.sources[number], graph.targets[number])
        if ends[0] == ends[1] or any(graph.nodes[n].kind not in _SERVING for n in ends):
            continue
        between = _between(graph, *ends)
        if between == "untold":
            untold += 1
        elif between is not None:
            screens = any(is_technology(graph, n) for n in ends)
            found.append(
                Handoff(
                    link=number,
                    source=ends[0],
                    target=ends[1],
                    between=between,
                    technology=screens,
                )
            )
    return tuple(found), untold


def _between(graph: Graph, one: int, other: int) -> Between | Literal["untold"] | None:
    departments = graph.nodes[one].department, graph.nodes[other].department
    if None not in departments and departments[0] != departments[1]:
        return "departments"
    acts = [graph.nodes[n].element for n in (one, other)]
    roles = [act.role for act in acts if isinstance(act, Act) and act.role is not None]
    if len(roles) > 1 and roles[0] != roles[1]:
        return "roles"
    return "untold" if None in departments else None


def is_technology(graph: Graph, number: int) -> bool:
    """Tell whether an action is done by technology."""
    element = graph.nodes[number].element
    return isinstance(element, Act) and element.actor == "technology"


def approvals_of(graph: Graph) -> Iterator[tuple[int, str]]:
    """Go through the approvals that actions wait for: the action, and who approves."""
    for node in graph.of_kind(*sorted(ACTING)):  # type: ignore[arg-type]
        element = node.element
        if not isinstance(element, Act):
            continue
        for ref in element.approved_by:
            found = graph.scope.find(node.home.stem, ref, "any")
            if len(found) == 1 and found[0] in graph.index:
                yield graph.index[node.id], found[0]
