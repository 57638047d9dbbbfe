"""What features are to customers, from counts of Kano answers given as a small table."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.analysis.ripple.starting import meant_by
from blueprint.analysis.scores.checks import count
from blueprint.analysis.scores.kano_table import Category, Kano, kano
from blueprint.graph import Graph
from blueprint.words import Phrase

CATEGORY: Mapping[Category, Phrase] = {
    "M": Phrase.of("must-be"),
    "O": Phrase.of("one-dimensional"),
    "A": Phrase.of("attractive"),
    "I": Phrase.of("indifferent"),
    "R": Phrase.of("reverse"),
    "Q": Phrase.of("questionable"),
}
"""The categories in words, the first to see to first."""


def features(graph: Graph, counts: Mapping[Category, Mapping[str, float]]) -> dict[int, Kano]:
    """Return what each feature is, by its number in the graph, in the order given.

    Args:
        graph: The graph.
        counts: By category, how many answers of each element fell into it.

    Raises:
        BlueprintError: An id means nothing, or a count is none.
    """
    refs = dict.fromkeys(ref for table in counts.values() for ref in table)
    return {
        graph.index[meant_by(graph, ref).id]: kano(
            {
                category: count(ref, _whole(table[ref]))
                for category, table in counts.items()
                if ref in table
            }
        )
        for ref in refs
    }


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value
