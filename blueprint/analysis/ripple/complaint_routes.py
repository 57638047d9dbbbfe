"""The complaint routes a ripple passes: where a complaint comes in, and everybody on its way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from blueprint.analysis.ripple.lists import ComplaintRoute, Stage
from blueprint.analysis.ripple.marked import homes_of, marked
from blueprint.analysis.ripple.names import Names
from blueprint.analysis.ripple.telling import name_of
from blueprint.analysis.ripple.touched import owners_of, passed
from blueprint.analysis.ripple.trace import Trace
from blueprint.graph import Graph
from blueprint.model import Catalog
from blueprint.model.links import ACTIONS
from blueprint.words import Phrase
from blueprint.words.label import listing

_RESTS: frozenset[str] = frozenset({"interaction", "support"})
"""The kinds of link from an action to what it needs."""


@dataclass(slots=True)
class _Desk:
    """Where complaints come in that concern one file, or all of them.

    Attributes:
        entries: Numbers of the steps at which they come in, each once.
        stages: Who owns each stage of handling.
        owners: Numbers of whoever is at an entry or owns a stage.
        named: What the entries are called.
    """

    entries: dict[int, None] = field(default_factory=dict)
    stages: list[Stage] = field(default_factory=list)
    owners: frozenset[int] = frozenset()
    named: Phrase = field(default_factory=lambda: listing(()))


def complaint_routes_of(trace: Trace) -> tuple[ComplaintRoute, ...]:
    """Return the complaint routes that pass what is changed or reached, in file order."""
    return routes_for(trace.graph, passed(trace))


def routes_for(graph: Graph, asked: Iterable[int]) -> tuple[ComplaintRoute, ...]:
    """Return the routes of complaints about some elements: about the steps customers live through.

    A complaint about a step comes in where its file or the catalog says (``complaints:``),
    and at the steps of its own file whose moment of truth is of the kind ``complaint``. It
    goes to every owner on the way: of the step's actions and of what these need directly, of
    the step itself, of the steps where it comes in, and of every stage of handling.
    """
    steps = [
        step for step in asked if graph.nodes[step].kind == "step" and _has_customers(graph, step)
    ]
    desks = _desks(graph, homes_of(graph, steps))
    homes = dict.fromkeys(graph.nodes[step].blueprint for step in steps)
    own = {home: tuple(_desk(graph, desks, home)) for home in homes}
    return tuple(
        _route(graph, step, desk) for step in steps for desk in own[graph.nodes[step].blueprint]
    )


def names_in(graph: Graph, routes: Iterable[ComplaintRoute]) -> Mapping[str, Phrase]:
    """Return what all departments, and the steps where complaints come in, are called."""
    departments = [node.id for node in graph.of_kind("department")]
    entries = dict.fromkeys(entry for route in routes for entry in route.entries)
    return {i: name_of(graph, graph.index[i]) for i in (*departments, *entries)}


def _route(graph: Graph, step: int, desk: _Desk) -> ComplaintRoute:
    owners = sorted(desk.owners.union(_owners(graph, step)))
    node = graph.nodes[step]
    return ComplaintRoute(
        id=node.id,
        name=name_of(graph, step),
        blueprint=node.blueprint,
        entries=tuple(graph.nodes[entry].id for entry in desk.entries),
        owners=tuple(graph.nodes[n].id for n in owners),
        stages=tuple(desk.stages),
        reason=Phrase.of(
            "Complaints about “{step}” come in at {entries} and go to {owners}",
            step=name_of(graph, step),
            entries=desk.named,
            owners=listing([name_of(graph, n) for n in owners]),
        ),
    )


def _owners(graph: Graph, step: int) -> Iterator[int]:
    """Go through the departments of a step, of its actions, and of what these need directly."""
    yield from (graph.index[department] for department in owners_of(graph, step))
    for action in _inside(graph, step):
        yield from _doers(graph, action)
        for link in graph.leaving[action]:
            if graph.links.kinds[link] in _RESTS:
                yield from _doers(graph, graph.targets[link])


def _doers(graph: Graph, action: int) -> Iterator[int]:
    for link in graph.arriving[action]:
        if graph.links.kinds[link] == "performs":
            yield graph.sources[link]


def _inside(graph: Graph, step: int) -> Iterator[int]:
    for link in graph.leaving[step]:
        if (
            graph.links.kinds[link] == "contains"
            and graph.nodes[graph.targets[link]].kind in ACTIONS
        ):
            yield graph.targets[link]


def _has_customers(graph: Graph, step: int) -> bool:
    return any(graph.nodes[n].kind == "customer" for n in _inside(graph, step))


def _desk(
    graph: Graph, desks: Mapping[str | None, _Desk], blueprint: str | None
) -> Iterator[_Desk]:
    """Go through the one desk for a file, where there is any: its own, then the catalog's."""
    own, shared = desks.get(blueprint, _Desk()), desks.get(None, _Desk())
    entries = {**own.entries, **shared.entries}
    if entries:
        stages = own.stages or shared.stages
        at_entries = {owner for entry in entries for owner in _owners(graph, entry)}
        yield _Desk(
            entries,
            stages,
            frozenset(at_entries.union(graph.index[stage.department] for stage in stages)),
            listing([Phrase.of("“{name}”", name=name_of(graph, n)) for n in entries]),
        )


def _desks(graph: Graph, homes: Collection[str]) -> Mapping[str | None, _Desk]:
    """Return the desks by the blueprint they are for; the catalog's under ``None``."""
    desks: dict[str | None, _Desk] = {}
    scope, names = graph.scope, Names(graph)
    holders: list[tuple[str | None, str | None, Catalog]] = [
        (scope.blueprint_id(stem), stem, held) for stem, held in scope.blueprints.items()
    ]
    if scope.catalog is not None:
        holders.append((None, None, scope.catalog))
    for home, stem, holder in holders:
        said = holder.complaints
        if said is not None and (home is None or home in homes):
            entries = dict.fromkeys(names.all(stem, said.entry, "step"))
            desks[home] = _Desk(entries, list(_stages(graph, names, stem, said.stages.items())))
    for number, element in marked(graph, homes):
        node, moment = graph.nodes[number], element.moment_of_truth
        if moment is not None and moment.of_complaint:
            step = graph.index[node.step or node.id]
            desks.setdefault(node.blueprint, _Desk()).entries.setdefault(step)
    return desks


def _stages(
    graph: Graph, names: Names, stem: str | None, stages: Iterable[tuple[str, str]]
) -> Iterator[Stage]:
    for stage, ref in stages:
        owner = names.one(stem, ref, "department")
        if owner is not None:
            yield Stage(stage=stage, department=graph.nodes[owner].id)
