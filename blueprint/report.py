"""What an analysis or a check returns: findings, tables, an overlay and its method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from importlib import import_module
from typing import Any, Literal

from blueprint.diagnostics import Place, Problem, Severity
from blueprint.words import Phrase

Cell = str | int | float | bool | None | Phrase | tuple[str, ...]
"""A value in a table; ``None`` is shown as an empty cell, never as zero."""

Role = Literal[
    "start", "reached", "tell", "touch", "error", "warning", "info",
    "added", "removed", "changed", "moved",
]  # fmt: skip
"""Why an element is marked on the drawing; never told by colour alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a report says, with the elements it is about.

    Attributes:
        code: Stable code of the rule (``BP310``) or name of the analysis.
        severity: ``error``, ``warning`` or ``info``.
        message: One plain sentence.
        about: Ids of the elements, the main one first.
        hint: What to do about it.
        file: File the element stands in, where known.
        place: Place in that file, where known.
        path: Path in the model, such as ``("phases", 0, "steps", 2)``.
        excerpt: The line of the file that is meant, where known.
    """

    code: str
    severity: Severity
    message: Phrase
    about: tuple[str, ...] = ()
    hint: Phrase | None = None
    file: str | None = None
    place: Place | None = None
    path: tuple[str | int, ...] = ()
    excerpt: str = ""

    @classmethod
    def of(cls, problem: Problem) -> Finding:
        """Return what reading a file found."""
        return cls(
            code=problem.code,
            severity=problem.severity,
            message=problem.message,
            hint=problem.hint,
            file=problem.file,
            place=problem.place,
            excerpt=problem.excerpt,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its key, heading and unit."""

    key: str
    title: Phrase
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of a report; rows have one cell per column."""

    name: str
    title: Phrase
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure of a chart.

    Attributes:
        label: What it is the figure of: a step, a department, a persona.
        y: The figure; ``None`` where there is none, which leaves a gap.
        x: Where it stands across, on a scatter; elsewhere points stand side by side.
        low: The lower end of its interval, where it has one.
        high: The upper end.
        about: Id of the element it is about, or ``""``.
    """

    label: Phrase
    y: float | None
    x: float | None = None
    low: float | None = None
    high: float | None = None
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Points that belong together: one persona's arc, one kind of time."""

    name: Phrase
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Figures of a report that people would rather see than read.

    Attributes:
        name: Its name, unique in the report.
        title: Its heading.
        kind: ``bars`` side by side, ``stack`` on top of each other, ``lines``, or a ``scatter``.
        across: What goes across, with its unit.
        up: What goes up, with its unit.
        series: The figures; those of bars, stacks and lines have the same labels in one order.
        cross: Where cross-hairs divide a scatter into four, across and up.
        quarters: What each of the four is called: top left, top right, bottom left, bottom
            right.
        ends: The ends of the declared scale that goes up, which is then shown whole.
        ends_across: The ends of the declared scale that goes across a scatter.
    """

    name: str
    title: Phrase
    kind: Literal["bars", "stack", "lines", "scatter"]
    across: Phrase
    up: Phrase
    series: tuple[Series, ...]
    cross: tuple[float, float] | None = None
    quarters: tuple[Phrase, ...] = ()
    ends: tuple[float, float] | None = None
    ends_across: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How one element is marked on a drawing.

    Attributes:
        role: Why.
        badge: A word for its corner: a number of links, the code of a rule, or ``""``.
        note: A sentence for its tooltip.
        strength: How strongly, from 0 to 1, or ``None``.
        hops: How many links away it is from where it all starts, or ``None``.
    """

    role: Role
    badge: str = ""
    note: Phrase | None = None
    strength: float | None = None
    hops: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What a report lights up on a drawing.

    Attributes:
        title: What the marks show, for the legend.
        elements: Element id to its mark, in a fixed order.
        links: ``(source, target)`` pairs that carried it.
        strengths: How strongly each of them did, from 0 to 1; none where nothing is known.
        meanings: What a role means here, where it is not what it usually does.
    """

    title: Phrase
    elements: Mapping[str, Mark] = field(default_factory=dict)
    links: Sequence[tuple[str, str]] = ()
    strengths: Sequence[float] = ()
    meanings: Mapping[Role, Phrase] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How a report came about: source, formula, scale, direction, n, assumptions, limits.

    A formula of signs alone is a text; one with words in it is a phrase, said in each language.
    """

    name: str
    source: Phrase
    formula: Phrase | str = ""
    scale: Phrase | None = None
    direction: Phrase | None = None
    n: int | None = None
    assumptions: tuple[Phrase, ...] = ()
    cannot_tell: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The frozen result of a check or an analysis.

    Attributes:
        name: The analysis: ``check``, ``ripple``, …
        title: Heading for people.
        method: How it was computed.
        summary: A few plain sentences that answer the question.
        findings: What is to be noted, in file order.
        tables: The figures behind it.
        charts: Those of them that people would rather see.
        overlay: What to light up on a drawing.
    """

    name: str
    title: Phrase
    method: Method
    summary: tuple[Phrase, ...] = ()
    findings: tuple[Finding, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    overlay: Overlay | None = None

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Return the report as plain JSON data, its sentences in ``lang``."""
        said: dict[str, Any] = plain(self, lang)
        return said

    def _repr_mimebundle_(self, **_asked: object) -> dict[str, str]:
        """Return the report for a notebook; the room that writes it is above this one."""
        shown: dict[str, str] = import_module("blueprint.notebook").of_report(self)
        return shown


def plain(value: object, lang: str = "en") -> Any:  # noqa: ANN401  (JSON data)
    """Return ``value`` as JSON data: dataclasses as objects, phrases as text in ``lang``."""
    match value:
        case Phrase():
            return value.into(lang)
        case Mapping():
            return {str(key): plain(entry, lang) for key, entry in value.items()}
        case Sequence() if not isinstance(value, str):
            return [plain(entry, lang) for entry in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {f.name: plain(getattr(value, f.name), lang) for f in fields(value)}
        case _:
            return value
