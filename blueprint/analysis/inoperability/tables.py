"""The tables of what is lost: by department, by step and by element."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.analysis.inoperability.model import HOURS, NOTHING, Model, feeling
from blueprint.analysis.naming import WHO, name_of, name_of_id, table, who
from blueprint.analysis.spread.leontief import Course, Rest
from blueprint.graph import Graph
from blueprint.model.links import ACTIONS
from blueprint.report import Column, Table
from blueprint.words import Phrase

_LOST = Column(key="lost", title=Phrase.of("Work lost"), unit="d")
_PEAK = Column(key="peak", title=Phrase.of("Lost at worst"), unit="%")
_WORST_OF = Column(key="peak", title=Phrase.of("Worst-hit one"), unit="%")


def departments(graph: Graph, model: Model, course: Course) -> Table:
    """Return what each department loses, most first."""
    found: dict[str | None, list[int]] = {}
    for n in feeling(model, course, 0):
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


def steps(graph: Graph, model: Model, course: Course, most: int) -> Table:
    """Return what the actions of each step lose, most first, and at most so many steps."""
    found = _by_step(graph, model, course)
    told = [step for step, (_, peak) in found.items() if peak >= NOTHING]
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


def _by_step(graph: Graph, model: Model, course: Course) -> dict[int, tuple[float, float]]:
    """Return, by step, the days its actions lose together, and the worst that one loses."""
    found: dict[int, tuple[float, float]] = {}
    for n, number in enumerate(model.nodes):
        node = graph.nodes[number]
        if node.kind in ACTIONS and node.step is not None:
            step = graph.index[node.step]
            lost, peak = found.get(step, (0.0, 0.0))
            found[step] = (lost + course.totals[n] / HOURS, max(peak, course.peaks[n]))
    return dict(sorted(found.items()))


def elements(graph: Graph, model: Model, rest: Rest, course: Course, order: Sequence[int]) -> Table:
    """Return what each of some elements loses, in the order given."""
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


def _percent(share: float) -> float:
    return round(100 * share, 1)


def _days(lost: float) -> float:
    return round(lost, 3)
