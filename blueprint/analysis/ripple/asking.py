"""Ripple: given a change, or elements and a direction, everything it reaches and whom it concerns.

Of all paths to an element the strongest is shown, with its links and what was assumed along it;
how likely the change comes to the element at all is told by the method asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from blueprint.analysis.ripple.articles import articles_of
from blueprint.analysis.ripple.change_kinds import kinds_of_change
from blueprint.analysis.ripple.complaint_routes import complaint_routes_of, names_in
from blueprint.analysis.ripple.departments import parts_of, shares_of, told_of
from blueprint.analysis.ripple.effect import Changes, Effect, effect_of
from blueprint.analysis.ripple.filters import Listing, filters_of, listed, listing_of
from blueprint.analysis.ripple.how import Asked
from blueprint.analysis.ripple.investments import investments_of, totals_of
from blueprint.analysis.ripple.loose_ends import loose_ends
from blueprint.analysis.ripple.method import method_of
from blueprint.analysis.ripple.metrics import metrics_of
from blueprint.analysis.ripple.question import SEED, MethodName, question
from blueprint.analysis.ripple.reached import reached_of, starts_told
from blueprint.analysis.ripple.results import RippleReport
from blueprint.analysis.ripple.standards import standards_of
from blueprint.analysis.ripple.summary import noted, overlay_of, summary_of, title_of_ripple
from blueprint.analysis.ripple.tables import tables_of
from blueprint.analysis.ripple.tallies import tallies_of
from blueprint.analysis.ripple.touched import (
    legacy_of,
    moments_of,
    others_touched,
    personas_of,
    promises_of,
)
from blueprint.analysis.ripple.trace import Trace, starting, trace
from blueprint.analysis.spread.arriving import WORLDS
from blueprint.analysis.spread.engines import Engine
from blueprint.analysis.spread.predicting import Reading
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.integrity import Scope, alone
from blueprint.model import Blueprint
from blueprint.safety.undisturbed import undisturbed
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
    change: Changes | None = None,
    direction: Asked | None = None,
    depth: int | None = None,
    method: MethodName = "reliability",
    reading: Reading = "leaf",
    kinds: str | Iterable[str] | None = None,
    lanes: str | Iterable[str] | None = None,
    departments: str | Iterable[str] | None = None,
    least: float = 0.0,
    worlds: int = WORLDS,
    seed: int = SEED,
    budget: int | None = None,
    engine: Engine = "auto",
) -> RippleReport:
    """Return everything a change reaches, who acts first, who is affected and who is told.

    Args:
        source: A blueprint, a workspace, or their graph.
        start: Ids of what is changed: ``id``, or ``file:id`` in a workspace. A step starts at
            all its actions, a department at all it performs and owns.
        change: A change file's content; it is put into effect first, and what it adds is
            told apart from what it moves. Several are put into effect together, and where
            they conflict is noted; of a `Difference` its own graph is asked.
        direction: ``demand`` asks who must do more, ``disruption`` who feels it, ``both``
            each on its own. By default a promise, and what a change tightens or adds, is
            followed as demand; what is altered, unavailable or removed, and every other
            start, as disruption.
        depth: The most links a path may have; with ``reliability`` how many links away an
            element may be to be looked at. By default any number, with ``cpm`` 4.
        method: How likely a change arrives: ``reliability`` is the probability that it does,
            by whatever path, links independent; ``paths`` takes the strongest path alone;
            ``cpm`` is the Change Prediction Method.
        reading: Where the impact enters the risk of ``cpm``: ``leaf`` or ``last-step``.
        kinds: The kinds of link that conduct; by default all that do.
        lanes: Lanes of the elements to be listed; by default all.
        departments: Departments whose elements are to be listed, with those that are part of
            them; by default all.
        least: The smallest likelihood of the elements to be listed.
        worlds: How many random worlds are drawn where a probability is not computed exactly;
            with 0 it is told by its bounds.
        seed: What the draws begin with; the same seed gives the same figures.
        budget: How many steps of work the method may take; by default its own.
        engine: ``plain`` Python, ``fast`` with compiled code, or ``auto``: by size.

    Returns:
        The report; its method says how strengths came about and what was assumed. Lanes,
        departments and ``least`` choose what is listed; who must act and who must be told is
        always answered in full.

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
    asked = question(
        direction=direction,
        method=method,
        depth=depth,
        reading=reading,
        kinds=kinds,
        worlds=worlds,
        seed=seed,
        budget=budget,
        engine=engine,
    )
    effect = effect_of(_scope_of(source), start, change)
    if not effect.refs and effect.title is None:
        raise BlueprintError(
            Phrase.of("say where the ripple starts: ids, or a change that names some")
        )
    graph = effect.graph
    listing = listing_of(graph, lanes=lanes, departments=departments, least=least)
    starts = starting(graph, effect.refs, asked.direction)
    with undisturbed():
        return _report(trace(graph, starts, asked, change=effect.change), listing, effect)


def _scope_of(source: Blueprint | HasScope | Scope | Graph) -> Scope | Graph:
    if isinstance(source, (Scope, Graph)):
        return source
    if isinstance(source, Blueprint):
        return alone(source)
    return source.scope


def _report(found: Trace, listing: Listing, effect: Effect) -> RippleReport:
    graph = found.graph
    starts = starts_told(found)
    elements = (graph.nodes[s.node] for s in found.starts)
    kinds = kinds_of_change(graph, elements, found.change)
    parts = parts_of(found, kinds)
    departments = shares_of(found, parts)
    investments = investments_of(found)
    routes = complaint_routes_of(found)
    shown = listed(found, listing)
    bare = RippleReport(
        name="ripple",
        title=effect.title or title_of_ripple(found),
        method=method_of(found),
        direction=found.directions[0] if len(found.directions) == 1 else "both",
        kinds=kinds,
        start=tuple(s for s in starts if s.how != "added"),
        added=tuple(s for s in starts if s.how == "added"),
        filters=filters_of(found, listing, len(shown)),
        reached=reached_of(found, shown),
        departments=departments,
        first_to_act=tuple(d for d in departments if d.role == "first"),
        also_affected=tuple(d for d in departments if d.role == "affected"),
        to_be_told=told_of(found, parts),
        moments_of_truth=moments_of(found),
        promises=promises_of(found),
        personas=personas_of(found),
        touched=others_touched(found),
        legacy_systems=legacy_of(found),
        investments=investments,
        totals=totals_of(investments),
        standards=standards_of(found),
        articles=articles_of(found),
        metrics=metrics_of(found),
        complaint_routes=routes,
        tallies=tallies_of(found),
        remeasure=None if found.change is None else found.change.remeasure,
        names=names_in(graph, routes),
    )
    return replace(
        bare,
        summary=summary_of(bare, found),
        findings=effect.noted((*loose_ends(found), *noted(bare, graph, shown))),
        tables=(*effect.changed, *tables_of(bare, graph)),
        overlay=overlay_of(bare, graph, shown),
    )
