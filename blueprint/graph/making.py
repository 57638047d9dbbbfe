"""How links are: of which kind, and per direction how strong, as stated or assumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import get_args

from blueprint.graph.couplings import DIRECTIONS, Direction
from blueprint.graph.manner import Manner
from blueprint.model import (
    LINK_KINDS,
    Assumption,
    Basis,
    LinkKind,
    LinkTo,
    Strengths,
    said,
)

_CERTAINTY: Sequence[Basis] = get_args(Basis)
_STATING = frozenset({"likelihood", "impact", "demand", "disruption"})


@dataclass(frozen=True, slots=True)
class Assumed:
    """What a file, and the workspace around it, assume of the kinds of link.

    Attributes:
        file: Per kind of link, what the file assumes.
        workspace: Per kind of link, what the catalog assumes.
    """

    file: Mapping[str, Assumption]
    workspace: Mapping[str, Assumption]
    _usual: dict[tuple[LinkKind, Direction], Strengths | None] = field(
        default_factory=dict, compare=False, repr=False
    )
    _manners: dict[tuple[LinkKind, bool], Manner] = field(
        default_factory=dict, compare=False, repr=False
    )

    def manner(
        self,
        kind: LinkKind,
        to: LinkTo | None = None,
        *,
        implied: bool = False,
        language: str = "en",
    ) -> Manner:
        """Return how a link of one kind is, as stated or assumed; its ends come later."""
        if to is not None:
            return self._manner(kind, implied, to, language)
        known = self._manners.get((kind, implied))
        if known is None:
            known = self._manners[kind, implied] = self._manner(kind, implied, None, language)
        return known

    def _manner(self, kind: LinkKind, implied: bool, to: LinkTo | None, language: str) -> Manner:  # noqa: FBT001
        said_of: dict[str, object] = {"implied": implied}
        if LINK_KINDS[kind].conducts:
            said_of |= {d: self.strengths(kind, d, to) for d in DIRECTIONS}
            if to is not None:
                said_of["label"] = said(to.label, language) or None
                said_of["probability"] = to.probability
                said_of["when"] = said(to.when, language) or None
        return Manner(kind, said_of)

    def strengths(
        self, kind: LinkKind, direction: Direction, to: LinkTo | None
    ) -> Strengths | None:
        """Return how strongly a change travels along a link; ``None`` where it does not.

        What the link states comes first, then what the file and then what the workspace
        assumes for its kind, then the table's default. At each of these, what is said for the
        one direction goes before what is said for both.
        """
        if to is not None and not to.model_fields_set.isdisjoint(_STATING):
            return self._found(kind, direction, to)
        if (kind, direction) not in self._usual:
            self._usual[kind, direction] = self._found(kind, direction, None)
        return self._usual[kind, direction]

    def _found(self, kind: LinkKind, direction: Direction, to: LinkTo | None) -> Strengths | None:
        row = LINK_KINDS[kind]
        default = row.on_demand if direction == "demand" else row.on_disruption
        if default is None:
            return None
        likelihood: tuple[float, Basis] = (default.likelihood, "table")
        impact: tuple[float, Basis] = (default.impact, "table")
        sayings: tuple[tuple[LinkTo | Assumption | None, Basis], ...] = (
            (self.workspace.get(kind), "workspace"),
            (self.file.get(kind), "file"),
            (to, "stated"),
        )
        for who, basis in sayings:
            if who is None:
                continue
            for part in (who, who.demand if direction == "demand" else who.disruption):
                if part is not None and part.likelihood is not None:
                    likelihood = (part.likelihood, basis)
                if part is not None and part.impact is not None:
                    impact = (part.impact, basis)
        least = max(likelihood[1], impact[1], key=_CERTAINTY.index)
        return _made(likelihood[0], impact[0], least)


@lru_cache(maxsize=4096)
def _made(likelihood: float, impact: float, basis: Basis) -> Strengths:
    """Return strengths; the same ones are the same object, for a graph has very many."""
    return Strengths(likelihood=likelihood, impact=impact, basis=basis)
