"""Which elements are most critical: how much of the service feels it when one is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis import counted
from blueprint.analysis.amounts import share_told
from blueprint.analysis.marking import light
from blueprint.analysis.naming import (
    WHO,
    assumed_told,
    filled,
    name_of,
    quoted,
    table,
    trimmed,
    who,
)
from blueprint.analysis.service import declared_moments, felt_along, homes
from blueprint.analysis.spread.counting import reach_counts
from blueprint.analysis.spread.labelling import labels_reached
from blueprint.analysis.spread.reaching import NO_LABEL
from blueprint.errors import BlueprintError
from blueprint.graph import Graph, Network
from blueprint.model import Persona, System
from blueprint.model.links import ACTIONS
from blueprint.report import (
    Chart,
    Column,
    Finding,
    Mark,
    Method,
    Overlay,
    Point,
    Report,
    Series,
    Table,
)
from blueprint.words import Phrase
from blueprint.words.label import listing

By = Literal["steps", "moments", "departments", "customers", "promises", "elements"]
"""What elements are ranked by."""

_MANY = 0.5
_FEW = 3
"""From this share of all steps on, and so many at least, a system is pointed out."""

_CAN_FAIL = (*sorted(ACTIONS), "system", "channel", "knowledge")

_COUNTED: Mapping[By, Phrase] = {
    "steps": Phrase.of("Steps reached"),
    "moments": Phrase.of("Moments of truth reached"),
    "departments": Phrase.of("Departments concerned"),
    "customers": Phrase.of("Share of customers"),
    "promises": Phrase.of("Promises at stake"),
    "elements": Phrase.of("Elements reached"),
}

_LOWER: Mapping[By, Phrase] = {
    "steps": Phrase.of("steps reached"),
    "moments": Phrase.of("moments of truth reached"),
    "departments": Phrase.of("departments concerned"),
    "customers": Phrase.of("share of customers"),
    "promises": Phrase.of("promises at stake"),
    "elements": Phrase.of("elements reached"),
}
"""The same within a sentence."""

_TOLD = 3
"""How many elements a sentence names."""

_MARKED = 10
"""How many elements are marked on a drawing; of equal ones all, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reached:
    """How much one element reaches; ``customers`` is ``None`` where nobody can tell."""

    node: int
    steps: int
    moments: int
    departments: int
    customers: float | None
    promises: int
    elements: int

    def by(self, what: By) -> float:
        """Return one of the figures; what cannot be told ranks last."""
        figure = getattr(self, what)
        return -1.0 if figure is None else float(figure)


def criticality(
    graph: Graph, *, by: By = "steps", journey: bool = False, most: int | None = 50
) -> Report:
    """Return how many steps, moments of truth, departments, customers … each element reaches.

    An element reaches whatever feels it missing, directly or through others, in the direction
    of disruption: a step when one of its actions is the element or feels it, a moment of truth
    likewise, a department when it does or owns one of these. Customers are the personas whose
    blueprints are reached, with the shares they have; where one has no share, the figure is
    left empty.

    Args:
        graph: The graph.
        by: What they are ranked by; equal ones share a rank and stand in file order.
        journey: Whether what comes later on the journey counts too.
        most: How many are listed; ``None`` lists all.

    Raises:
        BlueprintError: ``most`` is not 1 or more.
    """
    if most is not None and most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    network = graph.network("disruption", felt_along(journey=journey))
    found = sorted(_all_reached(graph, network), key=lambda r: -r.by(by))
    listed = [reached for reached in found if reached.elements][:most]
    ranks = _ranks(listed, by)
    return Report(
        name="criticality",
        title=Phrase.of("Which elements are most critical"),
        method=_method(graph, network, found, by),
        summary=tuple(_sentences(graph, found, listed, by)),
        findings=tuple(_findings(graph, found)),
        tables=filled(trimmed(_ranking(graph, listed, ranks))),
        charts=(_chart(graph, listed, by),) if listed else (),
        overlay=_overlay(graph, listed, ranks, by),
    )


def _all_reached(graph: Graph, felt: Network) -> Iterator[_Reached]:
    """Go through everything that can fail, in file order."""
    network = _with_homes(graph, felt)

    def counts(*kinds: str) -> Sequence[int]:
        marked = [n for n, node in enumerate(graph.nodes) if node.kind in kinds]
        return reach_counts(network, marked)

    steps, departments, promises = counts("step"), counts("department"), counts("promise")
    elements = counts(*_CAN_FAIL)
    moments = reach_counts(network, declared_moments(graph))
    customers = _customers(graph, network)
    for node, element in enumerate(graph.nodes):
        if element.kind in _CAN_FAIL:
            yield _Reached(
                node=node,
                steps=steps[node],
                moments=moments[node],
                departments=departments[node],
                customers=customers[node],
                promises=promises[node],
                elements=elements[node],
            )


def _with_homes(graph: Graph, network: Network) -> Network:
    """Return a network with one more arc from each element to where it belongs."""
    sources: list[int] = []
    for node in range(network.size):
        sources += [node] * (network.first[node + 1] - network.first[node])
    targets = network.targets.tolist()
    for node, home in homes(graph):
        sources.append(node)
        targets.append(home)
    return Network.of_arrays(network.size, sources, targets)


def _customers(graph: Graph, network: Network) -> list[float | None]:
    """Return, per node, the share of customers whose journeys it reaches, as far as told."""
    personas = [(graph.index[n.id], n.element) for n in graph.of_kind("persona")]
    labels = [NO_LABEL] * network.size
    for label, (node, _) in enumerate(personas):
        labels[node] = label
    shares = [p.share if isinstance(p, Persona) else None for _, p in personas]
    reached = labels_reached(network, labels, len(personas))
    known: dict[int, float | None] = {0: 0.0 if personas else None}
    found = []
    for node in range(network.size):
        bits = reached[node] if personas else 0
        if bits not in known:
            own = [shares[label] for label in reached.labels(node)]
            told = [share for share in own if share is not None]
            known[bits] = min(1.0, sum(told)) if len(told) == len(own) else None
        found.append(known[bits])
    return found


def _ranks(listed: Sequence[_Reached], by: By) -> list[int]:
    ranks: list[int] = []
    for n, reached in enumerate(listed):
        tied = n > 0 and reached.by(by) == listed[n - 1].by(by)
        ranks.append(ranks[-1] if tied else n + 1)
    return ranks


def _method(graph: Graph, network: Network, found: Sequence[_Reached], by: By) -> Method:
    cannot = [Phrase.of("how likely it is that anything fails: this counts what would feel it")]
    without = [
        graph.index[node.id]
        for node in graph.of_kind("persona")
        if isinstance(node.element, Persona) and node.element.share is None
    ]
    if without or not any(True for _ in graph.of_kind("persona")):
        said = "what share of customers feels it: personas without a share: {n}"
        cannot.append(Phrase.of(said, n=len(without)) if without else Phrase.of(_NO_PERSONA))
    return Method(
        name="criticality",
        source=Phrase.of("defined here: reachability over the couplings, counted exactly"),
        formula=Phrase.of(
            "f(x) = how many y of one kind a path of disruption leads to from x; "
            "share of customers = Σ share of the personas reached, 1 at most"
        ),
        scale=Phrase.of("counts; share of customers from 0 to 1"),
        direction=Phrase.of("disruption: who feels it missing; ranked by {what}", what=_LOWER[by]),
        n=len(found),
        assumptions=(
            Phrase.of("every coupling conducts, however weak it is"),
            *assumed_told(graph, network.links),
        ),
        cannot_tell=tuple(cannot),
    )


_NO_PERSONA = "what share of customers feels it: no persona is named"


def _sentences(
    graph: Graph, found: Sequence[_Reached], listed: Sequence[_Reached], by: By
) -> Iterator[Phrase]:
    if not listed:
        yield Phrase.of("Nothing here is felt by anything else.")
        return
    if listed[0].by(by) > 0:
        yield _most_critical(graph, found, by)
    else:
        yield Phrase.of("By {what} nothing can be ranked: none is known.", what=_LOWER[by])
    felt = sum(1 for reached in found if reached.elements)
    yield Phrase.of(
        "{m} of {n} elements are felt by others when missing; steps in all: {steps}.",
        n=len(found),
        m=felt,
        steps=sum(1 for _ in graph.of_kind("step")),
    )
    if len(listed) < felt:
        yield Phrase.of("Listed: the first {n} of the ranking.", n=len(listed))


def _most_critical(graph: Graph, found: Sequence[_Reached], by: By) -> Phrase:
    """Return the first three of all; of those that share a rank all are told, or counted."""
    told = [reached for reached in found if reached.elements][:_TOLD]
    first = sum(1 for r in found if r.elements and r.by(by) == told[0].by(by))
    if first > _MARKED:
        said = "By {what}, {elements} are equally critical: {figure} each."
        figure = _figure(told[0], by)
        return Phrase.of(said, what=_LOWER[by], elements=counted.elements(first), figure=figure)
    last = told[-1].by(by)
    more = sum(1 for r in found if r.elements and r.by(by) == last) - sum(
        1 for r in told if r.by(by) == last
    )
    if more and told[0].by(by) > last:
        told, more = [r for r in told if r.by(by) > last], 0
    names = listing(
        [
            Phrase.of("{name} ({what})", name=quoted(graph, r.node), what=_figure(r, by))
            for r in told
        ]
    )
    if more:
        names = Phrase.of("{names} and {n} more", names=names, n=more)
    return Phrase.of("Most critical by {what}: {names}.", what=_LOWER[by], names=names)


def _figure(reached: _Reached, by: By) -> Phrase:
    """Return one of the figures in words."""
    match by:
        case "steps":
            return counted.steps(reached.steps)
        case "moments":
            return counted.moments(reached.moments)
        case "departments":
            return counted.departments(reached.departments)
        case "promises":
            return counted.promises(reached.promises)
        case "elements":
            return counted.elements(reached.elements)
        case _:
            known = reached.customers
            return Phrase.of("not known") if known is None else share_told(known)


def _findings(graph: Graph, found: Sequence[_Reached]) -> Iterator[Finding]:
    steps = sum(1 for _ in graph.of_kind("step"))
    for reached in found:
        element = graph.nodes[reached.node]
        if not isinstance(element.element, System):
            continue
        name = name_of(graph, reached.node)
        if element.element.legacy and reached.moments:
            yield Finding(
                code="criticality.legacy",
                severity="warning",
                message=Phrase.of(
                    "“{system}”, a legacy system, carries {moments}",
                    system=name,
                    moments=counted.moments(reached.moments),
                ),
                about=(element.id,),
                hint=Phrase.of("renew “{system}” before anything is built on it", system=name),
            )
        if reached.steps >= max(_FEW, _MANY * steps):
            some = "{n} of {m} steps feel it when “{system}” is missing"
            every = "All {m} steps feel it when “{system}” is missing"
            yield Finding(
                code="criticality.hub",
                severity="warning",
                message=Phrase.of(
                    every if reached.steps == steps else some,
                    n=reached.steps,
                    m=steps,
                    system=name,
                ),
                about=(element.id,),
                hint=Phrase.of("plan how the steps go on without “{system}”", system=name),
            )


def _ranking(graph: Graph, listed: Sequence[_Reached], ranks: Sequence[int]) -> Table:
    promises = any(True for _ in graph.of_kind("promise"))
    return table(
        "ranking",
        Phrase.of("Ranking"),
        (
            Column(key="rank", title=Phrase.of("Rank")),
            *WHO,
            *(
                Column(key=key, title=title, unit="%" if key == "customers" else None)
                for key, title in _COUNTED.items()
            ),
        ),
        (
            (
                rank,
                *who(graph, r.node),
                r.steps,
                r.moments,
                r.departments,
                None if r.customers is None else round(100 * r.customers, 1),
                r.promises if promises else None,
                r.elements,
            )
            for rank, r in zip(ranks, listed, strict=True)
        ),
    )


def _chart(graph: Graph, listed: Sequence[_Reached], by: By) -> Chart:
    points = (
        Point(
            label=name_of(graph, reached.node),
            y=getattr(reached, by),
            about=graph.nodes[reached.node].id,
        )
        for reached in listed[:_MARKED]
    )
    return Chart(
        name="ranking",
        title=Phrase.of("Most critical elements"),
        kind="bars",
        across=Phrase.of("Elements"),
        up=_COUNTED[by],
        series=(Series(name=_COUNTED[by], points=tuple(points)),),
    )


def _overlay(graph: Graph, listed: Sequence[_Reached], ranks: Sequence[int], by: By) -> Overlay:
    top = max((reached.by(by) for reached in listed), default=0.0)
    worst = max(
        (rank for rank in ranks if ranks.index(rank) + ranks.count(rank) <= _MARKED), default=1
    )
    marks: dict[str, Mark] = {}
    for rank, reached in zip(ranks, listed, strict=True):
        if rank > worst:
            break
        note = Phrase.of("{what}: {n}", what=_COUNTED[by], n=_figure(reached, by))
        strength = max(0.0, reached.by(by)) / top if top > 0 else None
        mark = Mark(role="info", badge=str(rank), note=note, strength=strength)
        light(marks, graph, reached.node, mark)
    return Overlay(
        title=Phrase.of("Most critical elements"),
        elements=marks,
        meanings={"info": Phrase.of("rank by {what}", what=_LOWER[by])},
    )
