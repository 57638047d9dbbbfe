"""Each person's emotion along the main path, and the figures of all of them together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal, NamedTuple

from blueprint.analysis.experience.peak_end import Arc, arc, neutral_of
from blueprint.analysis.experience.people import Lives, Person
from blueprint.analysis.experience.telling import Told

Basis = Literal["figure", "named"]
"""Whether an arc is of figures on the scale of emotion, or of named emotions."""

Measure = Literal["success", "ease", "emotion", "sensory", "gap", "experience"]
"""What is averaged, each beside its weakest link."""


MEASURES: tuple[Measure, ...] = ("success", "ease", "emotion", "sensory", "gap", "experience")
"""All of them, in the order they are shown."""


class Weakest(NamedTuple):
    """An average, the step that is worst in it, and how many more are as low."""

    n: int
    mean: float
    lowest: float
    step: int
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person's emotion along one blueprint's main path.

    Attributes:
        lives: The blueprint.
        person: Whose emotion it is.
        basis: What the figures are.
        values: One per step of the main path; ``None`` where it is not told.
        arc: Its figures; ``None`` where no step tells an emotion.
        left_out: How many steps of the path tell their emotion on the other basis.
        weakest: Of every measure told along the path, its mean and its weakest link.
    """

    lives: Lives
    person: Person
    basis: Basis
    values: tuple[float | None, ...]
    arc: Arc | None
    left_out: int
    weakest: Mapping[Measure, Weakest]

    def as_felt(self, at: int) -> tuple[int, ...]:
        """Return the graph's numbers of the steps that feel as one does, that one first."""
        same = (n for n, value in enumerate(self.values) if value == self.values[at] and n != at)
        return tuple(self.number(n) for n in (at, *same))

    def number(self, at: int) -> int:
        """Return the graph's number of a step of the path."""
        return self.lives.numbers[self.lives.path[at]]

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest figure that its values can have."""
        if self.basis == "figure":
            return self.lives.scales.emotion
        strongest = self.lives.scales.intensity[1]
        return -strongest, strongest

    @property
    def untimed(self) -> tuple[int, ...]:
        """The graph's numbers of the steps that tell an emotion and not how long they take."""
        told = ((value, at) for value, at in zip(self.values, self.lives.path, strict=True))
        return tuple(
            self.lives.numbers[at]
            for value, at in told
            if value is not None and self.lives.lengths[at] is None
        )

    @property
    def end(self) -> int:
        """The graph's number of the last step of the path."""
        return self.number(len(self.values) - 1)


def line_of(lives: Lives, person: Person) -> Line:
    """Return a person's line: of figures where any are told, else of named emotions."""
    moments = [person.moments[at] for at in lives.path]
    figures = tuple(moment.emotion for moment in moments)
    names = tuple(moment.named for moment in moments)
    basis: Basis = "named" if not any_told(figures) and any_told(names) else "figure"
    values, others = (figures, names) if basis == "figure" else (names, figures)
    return Line(
        lives=lives,
        person=person,
        basis=basis,
        values=values,
        arc=arc(
            values,
            [lives.lengths[at] for at in lives.path],
            neutral=neutral_of(lives.scales.emotion) if basis == "figure" else 0.0,
        ),
        left_out=sum(1 for value in others if value is not None),
        weakest={
            measure: found
            for measure in MEASURES
            if (found := _weakest(lives, person, measure)) is not None
        },
    )


def depth(line: Line) -> float:
    """Return where an arc's worst moment lies: −1 at the bottom of its scale, 0 at neutral."""
    if line.arc is None:
        return 0.0
    if line.basis == "named":
        return line.arc.low / (line.lives.scales.intensity[1] or 1.0)
    neutral = neutral_of(line.lives.scales.emotion)
    return (line.arc.low - neutral) / ((neutral - line.lives.scales.emotion[0]) or 1.0)


def any_told(values: Sequence[float | None]) -> bool:
    """Tell whether any figure is told."""
    return any(value is not None for value in values)


def measured(moment: Told, measure: Measure) -> float | None:
    """Return one measure of a moment; ``None`` where it is not told."""
    match measure:
        case "success":
            return moment.success
        case "ease":
            return moment.ease
        case "emotion":
            return moment.emotion
        case "sensory":
            return moment.sensory
        case "gap":
            return moment.lived.gap
        case "experience":
            return moment.lived.product


def _weakest(lives: Lives, person: Person, measure: Measure) -> Weakest | None:
    """Return a measure's mean over the main path and its weakest link, the first of equals."""
    told = [
        (value, at)
        for at in lives.path
        if (value := measured(person.moments[at], measure)) is not None
    ]
    if not told:
        return None
    lowest, at = min(told)
    mean = fsum(value for value, _ in told) / len(told)
    more = sum(value == lowest for value, _ in told) - 1
    return Weakest(len(told), mean, lowest, lives.numbers[at], more)


class Average(NamedTuple):
    """Figures over several persons, each person's own figure first."""

    n: int
    peak_end: float | None
    mean: float
    weighted: float | None
    by_share: bool


def averages(lines: Sequence[Line]) -> tuple[Average, ...]:
    """Return the plain average over persons and, where each has a share, that by shares.

    Of persons whose figure is missing there is no average: it would speak of the others.
    """
    arcs = [(line.arc, line.person.share) for line in lines if line.arc and line.basis == "figure"]
    if len(arcs) < 2:  # noqa: PLR2004  (one person is no average)
        return ()
    found = [_average([(one, 1.0) for one, _ in arcs], by_share=False)]
    shares = [(one, share) for one, share in arcs if share is not None]
    if len(shares) == len(arcs) and fsum(share for _, share in shares) > 0:
        found.append(_average(shares, by_share=True))
    return tuple(found)


def weakest_of(lines: Sequence[Line]) -> tuple[Line, float] | None:
    """Return whose peak-end figure is the lowest, where several are averaged; the first of equals."""
    told = [line for line in lines if line.arc and line.basis == "figure"]
    ends = [(line, line.arc.peak_end) for line in told if line.arc]
    known = [(line, value) for line, value in ends if value is not None]
    if len(known) < len(told) or len(known) < 2:  # noqa: PLR2004  (one person is no average)
        return None
    return min(known, key=lambda entry: entry[1])


def _average(arcs: Sequence[tuple[Arc, float]], *, by_share: bool) -> Average:
    whole = fsum(weight for _, weight in arcs)

    def over(figure: Callable[[Arc], float | None]) -> float | None:
        known = [(value, weight) for one, weight in arcs if (value := figure(one)) is not None]
        if len(known) < len(arcs):
            return None
        return fsum(value * weight for value, weight in known) / whole

    mean = fsum(one.mean * weight for one, weight in arcs) / whole
    ends, weighted = over(lambda one: one.peak_end), over(lambda one: one.weighted)
    return Average(len(arcs), ends, mean, weighted, by_share)
