"""What an audit counts in one graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.audit.declared import Declared
from blueprint.analysis.audit.slices import Slice
from blueprint.words import Phrase

COMPONENTS: Mapping[str, Phrase] = {
    "evidence": Phrase.of("Physical evidence"),
    "customer": Phrase.of("Customer actions"),
    "frontstage": Phrase.of("Frontstage"),
    "backstage": Phrase.of("Backstage"),
    "support": Phrase.of("Support processes"),
}
"""The five components of a blueprint, top to bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted.

    Attributes:
        steps: How many steps there are.
        cards: How many cards each component has.
        columns: How many steps have each component.
        crossed: How many of the three lines are crossed by links.
        slices: The slices of the customer actions.
        met: The steps in which customer and service meet.
        bare: Those of them without evidence.
        potential: How many links go over the line of interaction.
        moments: The declared moments of truth.
        by_phone: The calls that stand onstage, and those that stand backstage.
    """

    steps: int
    cards: Mapping[str, int]
    columns: Mapping[str, int]
    crossed: int
    slices: tuple[Slice, ...]
    met: tuple[int, ...]
    bare: tuple[int, ...]
    potential: int
    moments: tuple[Declared, ...]
    by_phone: tuple[Sequence[int], Sequence[int]]

    @property
    def unsupported(self) -> tuple[Slice, ...]:
        """The slices of work that nobody meant to leave to the customer."""
        return tuple(s for s in self.slices if s.unsupported)
