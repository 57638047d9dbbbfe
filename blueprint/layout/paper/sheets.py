"""Sheets of paper a drawing is printed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from blueprint.errors import BlueprintError
from blueprint.words import Phrase

MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, upright: its name, and its width and height in millimetres."""

    name: str
    width: float
    height: float

    def turned(self, *, landscape: bool) -> tuple[float, float]:
        """Return width and height of the sheet as it lies."""
        return (self.height, self.width) if landscape else (self.width, self.height)


PAPERS: Mapping[str, Paper] = {
    paper.name: paper
    for paper in (
        Paper("a4", 210.0, 297.0),
        Paper("a3", 297.0, 420.0),
        Paper("letter", 215.9, 279.4),
        Paper("tabloid", 279.4, 431.8),
    )
}


def paper_of(name: str) -> Paper:
    """Return a sheet by its name.

    Raises:
        BlueprintError: There is none; the message lists those there are.

    Examples:
        >>> paper_of("A3").turned(landscape=True)
        (420.0, 297.0)
    """
    found = PAPERS.get(name.strip().lower())
    if found:
        return found
    close = get_close_matches(name.strip().lower(), PAPERS, n=1)
    hint = f"; did you mean {close[0]}?" if close else ""
    raise BlueprintError(
        Phrase.of(
            "there is no paper “{name}”; there are {known}{hint}",
            name=name,
            known=", ".join(PAPERS),
            hint=hint,
        )
    )
