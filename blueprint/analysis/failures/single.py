"""What alone can stop each declared moment of truth."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.analysis.foundations.alone import WORK, alone_under
from blueprint.analysis.service import actions_by_step, declared_moments, felt_along, lived
from blueprint.graph import Graph


def single_points(graph: Graph, most: int) -> Mapping[int, tuple[int, ...]]:
    """Return, per declared moment of truth, what alone can stop it, nearest first.

    It is what `foundations` finds under it: what every way of support passes.

    Args:
        graph: The graph.
        most: Of how many moments, the first in file order.
    """
    moments = declared_moments(graph)[:most]
    if not moments:
        return {}
    kinds = [kind for kind in felt_along(journey=False) if kind in WORK]
    work, actions = graph.network("disruption", kinds), actions_by_step(graph)
    return {moment: alone_under(work, lived(graph, actions[moment])) for moment in moments}
