"""What is lost where when elements are down for some days, and until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from blueprint.analysis.amounts import share_told
from blueprint.analysis.inoperability.hours import chart, hour_by_hour
from blueprint.analysis.inoperability.model import (
    HOURS,
    Model,
    checked_days,
    feeling,
    model_of,
    paces,
)
from blueprint.analysis.inoperability.tables import departments, elements, steps
from blueprint.analysis.inoperability.telling import findings, method, sentences, title
from blueprint.analysis.marking import light
from blueprint.analysis.naming import filled
from blueprint.analysis.ripple.starting import meant_by
from blueprint.analysis.spread.leontief import Course, at_rest, in_time
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Mark, Overlay, Report
from blueprint.words import Phrase

_SHOWN = 0.005
"""From this share of its work on, an element is marked on a drawing."""


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
    model = model_of(graph, on)
    pace = paces(graph, model, recovery, recoveries or {})
    down = dict.fromkeys(range(model.starts), loss)
    rest = at_rest(model.rows, [down.get(n, 0.0) for n in range(len(model.nodes))])
    hours = max(1, round(days * HOURS))
    course = in_time(model.rows, down, pace, ticks=hours)
    felt = feeling(model, course, model.starts)
    named = [graph.index[meant_by(graph, ref).id] for ref in on]
    order = sorted(feeling(model, course, 0), key=lambda n: (-course.totals[n], model.nodes[n]))
    return Report(
        name="inoperability",
        title=title(graph, named, days),
        method=method(graph, model, rest, course, recovery),
        summary=tuple(sentences(graph, model, course, hours)),
        findings=tuple(findings(graph, model, course)),
        tables=filled(
            departments(graph, model, course),
            steps(graph, model, course, most),
            elements(graph, model, rest, course, order[:most]),
            hour_by_hour(course, hours),
        )
        if felt
        else (),
        charts=(chart(course, hours),) if felt else (),
        overlay=_overlay(graph, model, course),
    )


def _checked(*, days: float, loss: float, recovery: float, most: int) -> None:
    checked_days(days, recovery)
    if not 0 < loss <= 1:
        raise BlueprintError(Phrase.of("a loss is a share above 0 and at most 1, not {n}", n=loss))
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))


def _overlay(graph: Graph, model: Model, course: Course) -> Overlay:
    marks: dict[str, Mark] = {}
    for n, number in enumerate(model.nodes):
        if n < model.starts:
            mark = Mark(role="start", note=Phrase.of("down itself"), strength=1.0)
        elif course.peaks[n] >= _SHOWN:
            note = Phrase.of("loses up to {share} of its work", share=share_told(course.peaks[n]))
            badge = str(share_told(round(course.peaks[n], 2)))
            mark = Mark(role="info", badge=badge, note=note, strength=course.peaks[n])
        else:
            continue
        light(marks, graph, number, mark)
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
