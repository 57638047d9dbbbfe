"""Whether service acts before it is asked, when asked, or to mend: step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.graph import Graph
from blueprint.model import Act
from blueprint.model.action import Stance
from blueprint.model.links import ACTING

STANCES: tuple[Stance, ...] = ("proactive", "responsive", "remedial")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stances:
    """The stance of each step in which the service acts.

    Attributes:
        by_step: Per number of a step, the stances its actions tell, each once; a step may
            have several, or none.
    """

    by_step: Mapping[int, tuple[Stance, ...]]

    @property
    def told(self) -> int:
        """How many steps tell a stance."""
        return sum(1 for own in self.by_step.values() if own)

    def count(self, stance: Stance, steps: Sequence[int] | None = None) -> int:
        """Return how many steps have a stance: of all, or of some."""
        asked = self.by_step if steps is None else steps
        return sum(1 for step in asked if stance in self.by_step.get(step, ()))


def stances(graph: Graph) -> Stances:
    """Return the stances of all steps in which the service acts, in file order."""
    found: dict[int, dict[Stance, None]] = {}
    for node in graph.of_kind(*sorted(ACTING - {"customer"})):  # type: ignore[arg-type]
        if node.step is None or not isinstance(node.element, Act):
            continue
        own = found.setdefault(graph.index[node.step], {})
        if node.element.stance is not None:
            own[node.element.stance] = None
    return Stances(
        by_step={step: tuple(s for s in STANCES if s in found[step]) for step in sorted(found)}
    )
