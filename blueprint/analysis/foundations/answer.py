"""What a moment of truth rests on, how strongly, and what alone can stop it."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.analysis.foundations.alone import WORK
from blueprint.analysis.foundations.asked import asked_about, tops_of
from blueprint.analysis.foundations.findings import findings
from blueprint.analysis.foundations.tables import elements_table, moments_table, overlay
from blueprint.analysis.foundations.telling import method, sentences, title
from blueprint.analysis.foundations.under import under_of
from blueprint.analysis.naming import filled
from blueprint.analysis.service import actions_by_step, felt_along
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Report
from blueprint.words import Phrase


def foundations(
    graph: Graph, on: Sequence[str] = (), *, journey: bool = False, most: int = 50
) -> Report:
    """Return what a step, action, promise or department rests on, and what alone can stop it.

    It rests on whatever, when missing, is felt there: along all couplings that carry a
    disruption but the journey itself (what comes before) and recoveries.

    An element *alone can stop it* when every way of support passes it: every path, over links
    of work, from an element that itself rests on nothing more up to what the customer lives
    through. Whatever else holds, without it nothing arrives. An element is *common ground* of a
    lane when there are at least two actions of the lane under the moment and all of them rest on
    it: without it, none of that lane's work is as it was.

    Args:
        graph: The graph.
        on: What is asked about; by default all declared moments of truth, and where none is
            declared every step in which the customer meets the service.
        journey: Whether what comes before on the journey counts too.
        most: Of how many moments, and how many elements under one, the report tells.

    Raises:
        ReferenceNotFoundError: An id means nothing, or several things.
        BlueprintError: ``most`` is not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    asked = asked_about(graph, on)
    kinds = felt_along(journey=journey)
    works = [kind for kind in kinds if kind in WORK or kind == "flow"]
    felt, work = graph.network("disruption", kinds), graph.network("disruption", works)
    actions = actions_by_step(graph)
    found = [
        under_of(graph, number, tops_of(graph, number, actions), felt, work)
        for number in asked.numbers[:most]
    ]
    elements = [elements_table(graph, under, most) for under in found] if len(found) == 1 else []
    return Report(
        name="foundations",
        title=title(graph, on, asked),
        method=method(graph, felt, found, asked),
        summary=tuple(sentences(graph, found, asked)),
        findings=tuple(findings(graph, found)),
        tables=filled(moments_table(graph, found, asked), *elements),
        overlay=overlay(graph, found),
    )
