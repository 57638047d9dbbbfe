"""Ripple: given a change, or elements and a direction, everything it reaches and whom it concerns.

The strength of a path is the product of the likelihoods of its links. Of all paths to an
element the strongest is shown, with its impact, its links and what was assumed along it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from blueprint.analysis.ripple.apply_change import applied
from blueprint.analysis.ripple.change_kinds import kinds_of_change
from blueprint.analysis.ripple.departments import parts_of, shares_of, told_of
from blueprint.analysis.ripple.investments import investments_of
from blueprint.analysis.ripple.reached import reached_of, starts_told
from blueprint.analysis.ripple.results import RippleReport
from blueprint.analysis.ripple.summary import (
    method_of,
    noted,
    overlay_of,
    summary_of,
    title_of_ripple,
)
from blueprint.analysis.ripple.tables import tables_of
from blueprint.analysis.ripple.touched import (
    legacy_of,
    moments_of,
    others_touched,
    personas_of,
    promises_of,
)
from blueprint.analysis.ripple.trace import Asked, How, Trace, starting, trace
from blueprint.errors import BlueprintError
from blueprint.graph import Graph, graph_of
from blueprint.integrity import Scope, alone
from blueprint.model import Blueprint, Change
from blueprint.words import Phrase


class HasScope(Protocol):
    """A workspace: whatever has a scope."""

    @property
    def scope(self) -> Scope:
        """What names mean in it."""
        ...


def ripple(
    source: Blueprint | HasScope | Scope | Graph,
    start: str | Iterable[str] | None = None,
    *,
    change: Change | None = None,
    direction: Asked | None = None,
    depth: int | None = None,
) -> RippleReport:
    """Return everything a change reaches, who acts first, who is affected and who is told.

    Args:
        source: A blueprint, a workspace, or their graph.
        start: Ids of what is changed: ``id``, or ``file:id`` in a workspace. A step starts at
            all its actions, a department at all it performs and owns.
        change: A change file's content; it is put into effect first, and what it adds is
            told apart from what it moves.
        direction: ``demand`` asks who must do more, ``disruption`` who feels it, ``both``
            each on its own. By default a promise, and what a change tightens or adds, is
            followed as demand; what is altered, unavailable or removed, and every other
            start, as disruption.
        depth: The most links a path may have.

    Returns:
        The report; its method says how strengths came about and what was assumed.

    Raises:
        ReferenceNotFoundError: Something named is not there, or could be several things.
        InvalidBlueprintError: The blueprint, or the change put into it, does not hold together.
        BlueprintError: There is nothing to start from, or an option is not one.

    Examples:
        >>> from blueprint.model import Blueprint, Step
        >>> stay = Blueprint(
        ...     blueprint="Stay",
        ...     departments={"desk": "Front desk", "it": "IT"},
        ...     systems={"pms": {"name": "Hotel system", "department": "it"}},
        ...     phases={
        ...         "Arrival": [
        ...             Step(
        ...                 step="Check-in",
        ...                 customer="Check in",
        ...                 frontstage={"name": "Register", "department": "desk", "system": "pms"},
        ...             )
        ...         ]
        ...     },
        ... )
        >>> report = ripple(stay, ["pms"], direction="disruption")
        >>> [(element.id, element.hops) for element in report.reached]
        [('register', 1), ('check-in.customer', 2)]
        >>> [(department.id, department.role) for department in report.departments]
        [('it', 'first'), ('desk', 'affected')]
    """
    if direction not in (None, "demand", "disruption", "both"):
        raise BlueprintError(
            Phrase.of(
                "“{direction}” is no direction; it is demand, disruption or both",
                direction=str(direction),
            )
        )
    graph, refs = _asked(source, start, change)
    if not refs:
        raise BlueprintError(
            Phrase.of("say where the ripple starts: ids, or a change that names some")
        )
    starts = starting(graph, refs, direction)
    return _report(trace(graph, starts, change=change, depth=depth, asked=direction))


def _asked(
    source: Blueprint | HasScope | Scope | Graph,
    start: str | Iterable[str] | None,
    change: Change | None,
) -> tuple[Graph, list[tuple[str, How]]]:
    """Return the graph with the change in effect, and what the ripple starts at."""
    named = (start,) if isinstance(start, str) else tuple(start or ())
    refs: list[tuple[str, How]] = [(ref, "asked") for ref in named]
    if change is None:
        return (source if isinstance(source, Graph) else graph_of(_scope_of(source))), refs
    effect = applied(_scope_of(source), change)
    refs += [(entry.to, entry.how) for entry in change.changes]
    refs += [(removed, "removed") for removed in effect.removed]
    refs += [(added, "added") for added in effect.added]
    return graph_of(effect.scope), refs


def _scope_of(source: Blueprint | HasScope | Scope | Graph) -> Scope:
    if isinstance(source, Scope):
        return source
    if isinstance(source, Blueprint):
        return alone(source)
    return source.scope


def _report(found: Trace) -> RippleReport:
    graph = found.graph
    starts = starts_told(found)
    elements = (graph.nodes[s.node] for s in found.starts)
    kinds = kinds_of_change(graph, elements, found.change)
    parts = parts_of(found, kinds)
    departments = shares_of(found, parts)
    reached = reached_of(found)
    direction: Asked = found.directions[0] if len(found.directions) == 1 else "both"
    bare = RippleReport(
        name="ripple",
        title=title_of_ripple(found),
        method=method_of(direction, reached, depth=found.depth),
        direction=direction,
        kinds=kinds,
        start=tuple(s for s in starts if s.how != "added"),
        added=tuple(s for s in starts if s.how == "added"),
        reached=reached,
        departments=departments,
        first_to_act=tuple(d for d in departments if d.role == "first"),
        also_affected=tuple(d for d in departments if d.role == "affected"),
        to_be_told=told_of(found, parts),
        moments_of_truth=moments_of(found),
        promises=promises_of(found),
        personas=personas_of(found),
        touched=others_touched(found),
        legacy_systems=legacy_of(found),
        investments=investments_of(found),
    )
    return replace(
        bare,
        summary=summary_of(bare),
        findings=noted(bare),
        tables=tables_of(bare),
        overlay=overlay_of(bare, graph),
    )
