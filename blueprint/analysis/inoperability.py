"""What if something is down for a day: how much is lost where, and how it is made good."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis import counted
from blueprint.analysis.amounts import share_told
from blueprint.analysis.naming import (
    WHO,
    assumed_told,
    filled,
    name_of,
    name_of_id,
    named,
    quoted,
    table,
    who,
)
from blueprint.analysis.ripple.starting import meant_by, starts_of
from blueprint.analysis.service import declared_moments
from blueprint.analysis.spread.leontief import (
    Course,
    Rest,
    Rows,
    at_rest,
    dies_out,
    in_time,
    shares_of,
)
from blueprint.analysis.spread.reaching import reach
from blueprint.errors import BlueprintError
from blueprint.graph import Graph, Network
from blueprint.model.links import ACTIONS
from blueprint.report import (
    Cell,
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

HOURS = 24
"""Ticks of the model in a day: one for each hour."""

_LEFT = 0.01
"""What is left of a loss at the end of the recovery time, as Lian and Haimes have it."""

_POINTS = 12
"""How many points in time the report shows, of the outage and of the recovery each."""

_MUCH = 0.1
"""From this share of its work on, a moment of truth is pointed out."""

_SHOWN = 0.005
"""From this share of its work on, an element is marked on a drawing."""

_NOTHING = 0.0005
"""Below this share of its work at worst, an element is not told of."""

_LOST = Column(key="lost", title=Phrase.of("Work lost"), unit="d")
_PEAK = Column(key="peak", title=Phrase.of("Lost at worst"), unit="%")
_WORST_OF = Column(key="peak", title=Phrase.of("Worst-hit one"), unit="%")
_SUM = Phrase.of("Loss, in whole elements")


_Kept = tuple[int, float, int]
"""An hour, what all lose together in it, and how many lose a tenth or more."""


@dataclass(frozen=True, slots=True)
class _Model:
    """The part of the network that is concerned, numbered anew.

    Attributes:
        nodes: Numbers in the graph, those that are down first.
        starts: How many of them are down.
        rows: Per node, on which others its work rests, and how much.
        divided: At how many nodes shares had to be divided by their sum.
        links: Numbers of the links it rests on.
    """

    nodes: tuple[int, ...]
    starts: int
    rows: Rows
    divided: int
    links: tuple[int, ...]


def inoperability(
    graph: Graph,
    on: Sequence[str],
    *,
    days: float = 1.0,
    loss: float = 1.0,
    recovery: float = 1.0,
    recoveries: Mapping[str, float] | None = None,
    most: int = 50,
) -> Report:
    """Return what is lost where when elements are down for some days, and until when.

    Inoperability is the share of an element's work that is not done, 0 to 1. It is what is lost
    from without, and what is lost with those it rests on: for each coupling, in the direction of
    disruption, likelihood times impact of the other's inoperability. In time, hour by hour, each
    element follows at a pace that brings it back to a hundredth of its loss in its recovery time.

    Args:
        graph: The graph.
        on: What is down; a step with all its actions, a department with all it performs and
            owns.
        days: For how many days.
        loss: What share of it is lost, up to 1.
        recovery: In how many days an element recovers.
        recoveries: In how many days single elements do, by id.
        most: How many steps and elements are listed, those that lose most first.

    Raises:
        ReferenceNotFoundError: An id means nothing, or several things.
        BlueprintError: A number of days is not above 0, or a loss not a share.
    """
    _checked(days=days, loss=loss, recovery=recovery, most=most)
    model = _model(graph, on)
    pace = _pace(graph, model, recovery, recoveries or {})
    down = dict.fromkeys(range(model.starts), loss)
    rest = at_rest(model.rows, [down.get(n, 0.0) for n in range(len(model.nodes))])
    hours = max(1, round(days * HOURS))
    course = in_time(model.rows, down, pace, ticks=hours)
    felt = _felt(model, course, model.starts)
    named_ = [graph.index[meant_by(graph, ref).id] for ref in on]
    order = sorted(_felt(model, course, 0), key=lambda n: (-course.totals[n], model.nodes[n]))
    return Report(
        name="inoperability",
        title=_title(graph, named_, days),
        method=_method(graph, model, rest, course, recovery),
        summary=tuple(_sentences(graph, model, course, hours)),
        findings=tuple(_findings(graph, model, course)),
        tables=filled(
            _departments(graph, model, course),
            _steps(graph, model, course, most),
            _elements(graph, model, rest, course, order[:most]),
            _in_time(course, hours),
        )
        if felt
        else (),
        charts=(_chart(course, hours),) if felt else (),
        overlay=_overlay(graph, model, course),
    )


def _title(graph: Graph, down: Sequence[int], days: float) -> Phrase:
    one = "What is lost when {names} is down for {days}"
    several = "What is lost when {names} are down for {days}"
    said = one if len(set(down)) == 1 else several
    names = named(graph, list(dict.fromkeys(down)))
    return Phrase.of(said, names=names, days=counted.days(days))


def _felt(model: _Model, course: Course, first: int) -> list[int]:
    """Return those that lose enough to be told, in the order of the model."""
    return [n for n in range(first, len(model.nodes)) if course.peaks[n] >= _NOTHING]


def _checked(*, days: float, loss: float, recovery: float, most: int) -> None:
    if days <= 0 or recovery <= 0:
        raise BlueprintError(Phrase.of("a number of days is above 0"))
    if not 0 < loss <= 1:
        raise BlueprintError(Phrase.of("a loss is a share above 0 and at most 1, not {n}", n=loss))
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))


def _model(graph: Graph, on: Sequence[str]) -> _Model:
    network = graph.disruption
    starts = tuple(dict.fromkeys(n for ref in on for n in starts_of(graph, meant_by(graph, ref))))
    nodes = (*starts, *reach(network, starts))
    number = {node: n for n, node in enumerate(nodes)}
    arcs, links = [], []
    for node, n in number.items():
        for to, likelihood, impact, arc in network.arcs(node):
            if number[to] >= len(starts):
                arcs.append((n, number[to], likelihood, impact))
                links.append(network.links[arc])
    shares, divided = shares_of(_whole(network, nodes, arcs))
    rows = [[(n, share) for n, share in row if n < len(nodes)] for row in shares[: len(nodes)]]
    return _Model(nodes, len(starts), rows, divided, tuple(links))


def _whole(
    network: Network,
    nodes: Sequence[int],
    arcs: Sequence[tuple[int, int, float, float]],
) -> Network:
    """Return the network of some nodes, with one more that stands for all they rest on besides.

    That one never fails; but what rests on it is part of the whole that shares are divided by.
    """
    inside = set(nodes)
    back = network.turned
    rest = len(nodes)
    besides = [
        (rest, n, likelihood, impact)
        for n, node in enumerate(nodes)
        for other, likelihood, impact, _ in back.arcs(node)
        if other not in inside
    ]
    return Network.of(rest + 1, [*arcs, *besides])


def _pace(
    graph: Graph, model: _Model, recovery: float, recoveries: Mapping[str, float]
) -> list[float]:
    own: dict[int, float] = {}
    for ref, days in recoveries.items():
        _checked(days=days, loss=1.0, recovery=days, most=1)
        for node in starts_of(graph, meant_by(graph, ref)):
            own[node] = days
    return [1 - _LEFT ** (1 / (HOURS * own.get(node, recovery))) for node in model.nodes]


def _method(graph: Graph, model: _Model, rest: Rest, course: Course, recovery: float) -> Method:
    assumptions = [
        Phrase.of(
            "every element counts alike, and recovers within {days}", days=counted.days(recovery)
        ),
        Phrase.of("nothing is stored, put off or done another way"),
        *assumed_told(graph, model.links),
    ]
    if model.divided:
        said = "elements whose shares add up to more than 1, and were divided by their sum: {n}"
        assumptions.append(Phrase.of(said, n=model.divided))
    left_out = len(model.nodes) - len(_felt(model, course, 0))
    if left_out:
        said = "left out, as they lose less than 0.05 % at worst: {elements}"
        assumptions.append(Phrase.of(said, elements=counted.elements(left_out)))
    if not dies_out(model.rows):
        assumptions.append(
            Phrase.of("losses go round in a circle and do not die out: they are held at the cap")
        )
    cannot = [Phrase.of("what a day of lost work costs")]
    if not rest.settled:
        cannot.append(Phrase.of("where it comes to rest: the work allowed was used up before"))
    if not course.recovered:
        cannot.append(Phrase.of("when all have recovered: the work allowed was used up before"))
    return Method(
        name="inoperability",
        source=Phrase.of(
            "inoperability input-output model (Haimes & Jiang 2001), in time (Lian & Haimes 2006)"
        ),
        formula=Phrase.of(
            "q = min(1, A q + c); q(t+1) = q(t) + K [A q(t) + c(t) − q(t)]; a(i, j) = likelihood × "
            "impact of the coupling from j to i, divided by their sum over j where that exceeds 1; "
            "k = 1 − 0.01^(1 / hours of recovery)"
        ),
        scale=Phrase.of(
            "q from 0 (as planned) to 1 (nothing done), summed up over elements; lost work in days"
        ),
        direction=Phrase.of("disruption: what is missing is felt"),
        n=len(model.nodes) - model.starts,
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )


def _sentences(graph: Graph, model: _Model, course: Course, hours: int) -> Iterator[Phrase]:
    felt = _felt(model, course, model.starts)
    if not felt:
        yield Phrase.of("Nothing else feels it.")
        return
    lost = sum(course.totals[n] for n in felt) / HOURS
    days = counted.days(float(f"{lost:.3g}" if lost >= 1 else f"{lost:.2g}"))
    one = "1 element feels it and loses {days} of work."
    several = "{n} elements feel it; together they lose {days} of work."
    yield Phrase.of(one if len(felt) == 1 else several, n=len(felt), days=days)
    worst = sorted(felt, key=lambda n: (-course.peaks[n], model.nodes[n]))[:3]
    told = [
        Phrase.of(
            "{name} ({share} at worst)",
            name=quoted(graph, model.nodes[n]),
            share=share_told(course.peaks[n]),
        )
        for n in worst
    ]
    yield Phrase.of("Hardest hit: {names}.", names=listing(told))
    if course.recovered:
        hours_after = counted.hours(course.ticks - hours)
        one = "It has recovered {hours} after the outage."
        several = "All have recovered {hours} after the outage."
        yield Phrase.of(one if len(felt) == 1 else several, hours=hours_after)


def _worst_hit(graph: Graph, model: _Model, course: Course) -> dict[int, int]:
    """Return, by step, which of its actions loses most and is not down itself."""
    found: dict[int, int] = {}
    for n in range(model.starts, len(model.nodes)):
        node = graph.nodes[model.nodes[n]]
        if node.kind in ACTIONS and node.step is not None:
            step = graph.index[node.step]
            found[step] = max(found.get(step, n), n, key=lambda one: course.peaks[one])
    return found


def _findings(graph: Graph, model: _Model, course: Course) -> Iterator[Finding]:
    worst = _worst_hit(graph, model, course)
    for step in declared_moments(graph):
        hit = worst.get(step)
        if hit is not None and course.peaks[hit] >= _MUCH:
            yield Finding(
                code="inoperability.moment",
                severity="warning",
                message=Phrase.of(
                    "In the moment of truth {name}, {action} loses up to {share} of its work",
                    name=quoted(graph, step),
                    action=quoted(graph, model.nodes[hit]),
                    share=share_told(course.peaks[hit]),
                ),
                about=(graph.nodes[step].id, graph.nodes[model.nodes[hit]].id),
                hint=Phrase.of("plan how it goes on meanwhile"),
            )


def _by_step(graph: Graph, model: _Model, course: Course) -> dict[int, tuple[float, float]]:
    """Return, by step, the days its actions lose together, and the worst that one loses."""
    found: dict[int, tuple[float, float]] = {}
    for n, number in enumerate(model.nodes):
        node = graph.nodes[number]
        if node.kind in ACTIONS and node.step is not None:
            step = graph.index[node.step]
            lost, peak = found.get(step, (0.0, 0.0))
            found[step] = (lost + course.totals[n] / HOURS, max(peak, course.peaks[n]))
    return dict(sorted(found.items()))


def _departments(graph: Graph, model: _Model, course: Course) -> Table:
    found: dict[str | None, list[int]] = {}
    for n in _felt(model, course, 0):
        found.setdefault(graph.nodes[model.nodes[n]].department, []).append(n)
    lost = {
        department: sum(course.totals[n] for n in own) / HOURS for department, own in found.items()
    }
    order = sorted(found, key=lambda d: (-lost[d], -1 if d is None else graph.index[d]))
    return table(
        "departments",
        Phrase.of("Departments"),
        (
            Column(key="department", title=Phrase.of("Department")),
            Column(key="elements", title=Phrase.of("Elements")),
            _LOST,
            _WORST_OF,
        ),
        (
            (
                name_of_id(graph, department) or Phrase.of("no department"),
                len(found[department]),
                _days(lost[department]),
                _percent(max(course.peaks[n] for n in found[department])),
            )
            for department in order
        ),
    )


def _steps(graph: Graph, model: _Model, course: Course, most: int) -> Table:
    found = _by_step(graph, model, course)
    told = [step for step, (_, peak) in found.items() if peak >= _NOTHING]
    worst = sorted(told, key=lambda step: -found[step][0])[:most]
    return table(
        "steps",
        Phrase.of("Steps"),
        (*WHO[:2], _LOST, _WORST_OF),
        (
            (graph.nodes[step].id, name_of(graph, step), _days(lost), _percent(peak))
            for step, (lost, peak) in ((step, found[step]) for step in worst)
        ),
    )


def _percent(share: float) -> float:
    return round(100 * share, 1)


def _days(lost: float) -> float:
    return round(lost, 3)


def _elements(
    graph: Graph, model: _Model, rest: Rest, course: Course, order: Sequence[int]
) -> Table:
    return table(
        "elements",
        Phrase.of("Elements"),
        (
            *WHO,
            _LOST,
            _PEAK,
            Column(key="rest", title=Phrase.of("If it stayed down"), unit="%"),
            Column(key="down", title=Phrase.of("Down itself")),
        ),
        (
            (
                *who(graph, model.nodes[n]),
                _days(course.totals[n] / HOURS),
                _percent(course.peaks[n]),
                _percent(rest.lost[n]),
                n < model.starts,
            )
            for n in order
        ),
    )


def _in_time(course: Course, hours: int) -> Table:
    def row(kept: _Kept) -> tuple[Cell, ...]:
        tick, lost, hit = kept
        state = Phrase.of("down") if tick < hours else Phrase.of("recovering")
        return (tick, state, round(lost, 3), hit)

    return table(
        "course",
        Phrase.of("Hour by hour"),
        (
            Column(key="hour", title=Phrase.of("Hour")),
            Column(key="state", title=Phrase.of("State")),
            Column(key="sum", title=_SUM),
            Column(key="hit", title=Phrase.of("Elements that lose a tenth or more")),
        ),
        (row(kept) for kept in _shown(course, hours)),
    )


def _chart(course: Course, hours: int) -> Chart:
    points = tuple(
        Point(label=Phrase.of("{n} h", n=tick), x=float(tick), y=round(lost, 3))
        for tick, lost, _ in _shown(course, hours)
    )
    return Chart(
        name="course",
        title=Phrase.of("Hour by hour"),
        kind="lines",
        across=Phrase.of("Hour"),
        up=_SUM,
        series=(Series(name=_SUM, points=points),),
    )


def _shown(course: Course, hours: int) -> tuple[_Kept, ...]:
    """Return the points in time that are shown: some of the outage, some of the recovery."""
    before = [kept for kept in course.sums if kept[0] <= hours]
    after = [kept for kept in course.sums if kept[0] > hours]
    return tuple(dict.fromkeys((*_some(before), *_some(after))))


def _some(kept: Sequence[_Kept]) -> list[_Kept]:
    """Return the first, the last and some between, evenly."""
    if len(kept) <= _POINTS:
        return list(kept)
    return [kept[round(n * (len(kept) - 1) / (_POINTS - 1))] for n in range(_POINTS)]


def _overlay(graph: Graph, model: _Model, course: Course) -> Overlay:
    marks: dict[str, Mark] = {}
    for n, number in enumerate(model.nodes):
        node = graph.nodes[number]
        if n < model.starts:
            mark = Mark(role="start", note=Phrase.of("down itself"), strength=1.0)
        elif course.peaks[n] >= _SHOWN:
            note = Phrase.of("loses up to {share} of its work", share=share_told(course.peaks[n]))
            badge = str(share_told(round(course.peaks[n], 2)))
            mark = Mark(role="info", badge=badge, note=note, strength=course.peaks[n])
        else:
            continue
        for card in (node.id, *node.same):
            marks.setdefault(card, mark)
    ends = dict.fromkeys((graph.links[n].source, graph.links[n].target) for n in model.links)
    return Overlay(
        title=Phrase.of("How much is lost at worst"),
        elements=marks,
        links=tuple(pair for pair in ends if marks.keys() >= set(pair)),
        meanings={
            "start": Phrase.of("down itself"),
            "info": Phrase.of("share of its work lost at worst"),
        },
    )
