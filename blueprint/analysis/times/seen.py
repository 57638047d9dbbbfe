"""What the report of times looks at: the steps' times and each blueprint's main path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from blueprint.analysis.times.ledger import Total, total
from blueprint.analysis.times.maister import Wait, waits_of
from blueprint.analysis.times.spans import Span
from blueprint.analysis.times.timed import Timed, Walk, span_list
from blueprint.graph import Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerated:
    """The steps of which both is said: what customers tolerate, and how long their work takes.

    Attributes:
        steps: How many there are.
        acceptable: What customers tolerate in all of them, in seconds.
        work: The standard time of them together.
    """

    steps: int
    acceptable: float
    work: float


@dataclass(frozen=True)
class Seen:
    """The times of a service, and the walks through its blueprints.

    Attributes:
        times: The times of all steps.
        walks: The main path of each blueprint that has steps.
    """

    times: Timed
    walks: tuple[Walk, ...]

    @property
    def graph(self) -> Graph:
        """The graph."""
        return self.times.graph

    @cached_property
    def spans(self) -> tuple[tuple[Span, ...], ...]:
        """What each promise spans, main path by main path."""
        return tuple(span_list(self.times, walk.path) for walk in self.walks)

    @property
    def homes(self) -> tuple[str, ...]:
        """The blueprints that have steps."""
        return tuple(walk.journey.blueprint for walk in self.walks)

    @cached_property
    def speakers(self) -> frozenset[int]:
        """The steps that restate a promise over several steps, and speak for all of these."""
        spans = (span for own in self.spans for span in own)
        return frozenset(span.speaker for span in spans if span.speaker is not None)

    @cached_property
    def covered(self) -> Mapping[int, int]:
        """The steps that another one speaks for, so that no sum counts them again, with it."""
        ledgers = self.times.ledgers
        return {
            step: span.speaker
            for own in self.spans
            for span in own
            if span.speaker is not None
            for step in span.steps
            if step not in self.speakers
            and (ledgers[step].actual or 0.0) <= (ledgers[span.speaker].actual or 0.0)
        }

    @cached_property
    def repeating(self) -> frozenset[int]:
        """The steps that only restate once more what a promise says."""
        spans = (span for own in self.spans for span in own)
        return frozenset(step for span in spans for step in span.restating) - self.speakers

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """The times of each main path together; a step that speaks for others counts for them."""
        return tuple(self.total(walk.path) for walk in self.walks)

    def total(self, steps: tuple[int, ...]) -> Total:
        """Return the times of some steps together; one that speaks for others counts for them."""
        ledgers = self.times.ledgers
        own = total(ledgers[step] for step in steps if step not in self.covered)
        covered = sum(step in self.covered for step in steps)
        waits = sum(bool(ledgers[n].waiting) for n in steps if n not in self.repeating)
        return replace(own, steps=len(steps), timed=own.timed + covered, waits=waits)

    def tolerated(self, path: Sequence[int]) -> Tolerated:
        """Return what customers tolerate where it is said, and how long the work takes there.

        What is tolerated of a step that speaks for others holds for their work too.
        """
        ledgers, standards = self.times.ledgers, self.times.standards
        told = {n for n in path if ledgers[n].acceptable is not None and standards[n].length}
        along = [n for n in path if n in told or self.covered.get(n) in told]
        counted = [n for n in along if self.covered.get(n) not in told]
        return Tolerated(
            steps=len(along),
            acceptable=sum(ledgers[n].acceptable or 0.0 for n in counted),
            work=self.times.plan.standard(along).length,
        )

    @cached_property
    def late(self) -> Mapping[int, float]:
        """By how many seconds each step is late that is; a promise restated again is left out."""
        ledgers = self.times.ledgers.items()
        return {
            step: late
            for step, own in ledgers
            if (late := own.lateness) is not None and late > 0 and step not in self.repeating
        }

    @cached_property
    def waits(self) -> tuple[Wait, ...]:
        """The steps of the main paths in which the customer waits, in order."""
        return tuple(wait for walk in self.walks for wait in waits_of(self.times, walk.path))
