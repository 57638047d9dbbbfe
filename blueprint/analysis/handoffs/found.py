"""All that is found on handoffs in one graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blueprint.analysis.handoffs.along import Along
from blueprint.analysis.handoffs.changing import Handoff
from blueprint.analysis.handoffs.deciding import Decision
from blueprint.graph.query import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """All that is found.

    Attributes:
        lines: How many links go over each of the three lines.
        handoffs: Where work changes hands.
        untold: Of how many links nobody can tell whether work changes hands on them.
        along: What one customer sets going, journey by journey.
        decisions: The actions of which something is said about deciding.
    """

    lines: Mapping[Line, int]
    handoffs: tuple[Handoff, ...]
    untold: int
    along: tuple[Along, ...]
    decisions: tuple[Decision, ...]

    @property
    def busiest(self) -> Along | None:
        """The journey on whose main path work, and then the customer, changes hands most."""
        return max(self.along, key=_changes, default=None)


def _changes(entry: Along) -> tuple[int, int, int]:
    return entry.on_path, len(entry.transfers), len(entry.parties)
