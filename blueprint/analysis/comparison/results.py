"""What a comparison returns: a report, and what it lights up on each of two drawings."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.report import Overlay, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Report):
    """A report on two states of a service, or on two personas of one.

    Its overlay is for the drawing of the second.

    Attributes:
        before: What to light up on the drawing of the first.
        same: Whether nothing is different.
    """

    before: Overlay
    same: bool
