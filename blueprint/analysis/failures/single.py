"""What alone can stop each declared moment of truth."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.analysis.foundations import foundations
from blueprint.analysis.service import declared_moments
from blueprint.graph import Graph


def single_points(graph: Graph, most: int) -> Mapping[int, tuple[int, ...]]:
    """Return, per declared moment of truth, what alone can stop it, nearest first.

    Args:
        graph: The graph.
        most: Of how many moments, the first in file order.
    """
    moments = declared_moments(graph)[:most]
    if not moments:
        return {}
    report = foundations(graph, [graph.nodes[n].id for n in moments], most=most)
    [rows] = [entry for entry in report.tables if entry.name == "moments"]
    keys = [column.key for column in rows.columns]
    asked, alone = keys.index("id"), keys.index("alone")
    found = {}
    for row in rows.rows:
        ids = row[alone]
        if isinstance(ids, tuple):
            found[graph.index[str(row[asked])]] = tuple(graph.index[node] for node in ids)
    return found
