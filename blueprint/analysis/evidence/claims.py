"""Claims: what research says of each element, put side by side and graded by a declared rule."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from blueprint.analysis.amounts import number_told, share_told
from blueprint.analysis.evidence.methods import WAYS
from blueprint.analysis.levers.measuring import measure_of
from blueprint.analysis.naming import name_of
from blueprint.analysis.ripple.names import Names
from blueprint.analysis.scores.net_emotion import nev_variant
from blueprint.analysis.written import holders
from blueprint.graph import Graph
from blueprint.model import Catalog, Label, Metric, Observation, Result
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

Flag = Literal[
    "no-method", "self-report-only", "focus-group-only", "single-source",
    "no-observation", "old", "convenience-sample", "dissonance",
]  # fmt: skip
Together = Literal["agreement", "partial", "silence", "dissonance"]
Confidence = Literal["high", "moderate", "low", "very-low"]

GRADES: tuple[Confidence, ...] = ("high", "moderate", "low", "very-low")

LOWERING: frozenset[Flag] = frozenset(
    {
        "no-method",
        "self-report-only",
        "focus-group-only",
        "single-source",
        "old",
        "convenience-sample",
        "dissonance",
    }
)
"""Each of these takes a claim one grade down; no observation alone does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing research found.

    Attributes:
        id: An observation's id; of a result, its metric's.
        says: What was found.
        method: How; ``None`` where nobody says.
        date: When.
        sample: How many people or cases.
        source: Where it is written down.
        sampling: How those asked were chosen.
        persona: Number of the persona whose figure it is.
    """

    id: str
    says: Label | Phrase
    method: str | None
    date: str | None
    sample: int | None
    source: Label | None = None
    sampling: str | None = None
    persona: int | None = None

    @property
    def told(self) -> Phrase:
        """What was found, in words."""
        return self.says if isinstance(self.says, Phrase) else label_phrase(self.says)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is said of one element.

    Attributes:
        node: Number of the element; ``None`` for an observation about none.
        items: What was found, in file order.
        together: How the findings of different methods go together.
        flags: What speaks against being sure.
    """

    node: int | None
    items: tuple[Item, ...]
    together: Together
    flags: tuple[Flag, ...]

    @property
    def confidence(self) -> Confidence:
        """High, and one grade less for each flag that lowers it."""
        return graded(self.flags)

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods that are named, each once."""
        return tuple(dict.fromkeys(item.method for item in self.items if item.method is not None))

    @property
    def watched(self) -> bool:
        """Whether somebody saw what people do, by eye or by figures."""
        return any(WAYS[method].watches for method in self.methods)


def graded(flags: Collection[Flag]) -> Confidence:
    """Return how sure a claim is: it starts high, and each flag that lowers it takes one grade.

    Examples:
        >>> graded(()), graded(("single-source", "no-observation")), graded(("old", "no-method"))
        ('high', 'moderate', 'low')
    """
    lowered = len(LOWERING & set(flags))
    return GRADES[min(lowered, len(GRADES) - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """What the reader adds.

    Attributes:
        as_of: The day to judge by.
        old_after: After how many days findings are old.
        against: Observations that contradict what else is said of the same element.
    """

    as_of: date | None
    old_after: int
    against: frozenset[str]


def claims(graph: Graph, judging: Judging) -> tuple[Claim, ...]:
    """Return the claims of all files, by the element they are about, in file order."""
    about: dict[int, list[Item]] = {}
    nowhere: list[Item] = []
    names = Names(graph)
    for stem, holder in holders(graph):
        for numbers, item in _items(graph, names, stem, holder):
            for number in numbers:
                about.setdefault(number, []).append(item)
            if not numbers:
                nowhere.append(item)
    found = [_claim(number, about[number], judging) for number in sorted(about)]
    return (*found, *(_claim(None, [item], judging) for item in nowhere))


def _items(
    graph: Graph, names: Names, stem: str | None, holder: Catalog
) -> Iterator[tuple[tuple[int, ...], Item]]:
    for key, seen in holder.observations.items():
        yield tuple(dict.fromkeys(names.all(stem, seen.about, "any"))), _seen(key, seen)
    for result in holder.results:
        metric = names.one(stem, result.metric, "metric")
        number = names.one(stem, result.at or result.metric, "any")
        yield (
            () if number is None else (number,),
            Item(
                id=result.metric,
                says=_measured(graph, metric, result),
                method=result.instrument if result.instrument in WAYS else None,
                date=result.date,
                sample=result.n,
                sampling=result.sampling,
                persona=names.one(stem, result.persona, "persona"),
            ),
        )


def _measured(graph: Graph, metric: int | None, result: Result) -> Phrase:
    """Say a figure with its metric, the scale it is on, and of a NEV which of the three it is."""
    value: str | Phrase = number_told(result.value)
    if metric is None:
        return Phrase.of("{metric}: {value}", metric=result.metric, value=value)
    name, measure = name_of(graph, metric), measure_of(graph, metric)
    scale = measure.scale
    element = graph.nodes[metric].element
    if isinstance(element, Metric) and (element.kind or "").casefold() == "nev":
        variant = nev_variant(element.scale, element.positive, element.negative)
        name = Phrase.of("{metric} ({variant})", metric=name, variant=variant)
    if scale is not None and measure.kind == "share":
        value, scale = share_told(result.value / scale[1]), None
    if scale is None:
        return Phrase.of("{metric}: {value}", metric=name, value=value)
    low, high = map(number_told, scale)
    said = "{metric}: {value} on a scale from {low} to {high}"
    return Phrase.of(said, metric=name, value=value, low=low, high=high)


def _seen(key: str, seen: Observation) -> Item:
    return Item(
        id=key,
        says=seen.says,
        method=seen.method,
        date=seen.date,
        sample=seen.sample,
        source=seen.source,
    )


def _claim(node: int | None, items: Sequence[Item], judging: Judging) -> Claim:
    together = triangulated(items, judging.against)
    flags = tuple(_flags(items, together, judging))
    return Claim(node=node, items=tuple(items), together=together, flags=flags)


def triangulated(items: Sequence[Item], against: Collection[str]) -> Together:
    """Return how findings of different methods go together.

    *Silence*: one method speaks, the others are silent. *Dissonance*: the reader says that
    one contradicts the rest. *Agreement*: several methods say the same. *Partial*: several
    methods speak of the same element, each in words of its own.
    """
    opposed = sum(1 for item in items if item.id in against)
    if 0 < opposed < len(items):
        return "dissonance"
    if len({item.method for item in items if item.method is not None}) <= 1:
        return "silence"
    return "agreement" if len({_plain(item.says) for item in items}) == 1 else "partial"


def _plain(says: Label | Phrase) -> str:
    text = next(iter(says.values()), "") if isinstance(says, Mapping) else str(says)
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip(".。")


def _flags(items: Sequence[Item], together: Together, judging: Judging) -> Iterator[Flag]:
    methods = {item.method for item in items}
    named = {WAYS[method] for method in methods if method is not None}
    if None in methods:
        yield "no-method"
    if named and None not in methods and all(way.self_report for way in named):
        yield "self-report-only"
    if methods == {"focus-group"}:
        yield "focus-group-only"
    if len(items) == 1 or _one_source(items):
        yield "single-source"
    if None not in methods and not any(way.watches for way in named):
        yield "no-observation"
    if _is_old(items, judging):
        yield "old"
    if all(item.sampling == "convenience" for item in items):
        yield "convenience-sample"
    if together == "dissonance":
        yield "dissonance"


def _one_source(items: Sequence[Item]) -> bool:
    sources = {str(item.source) for item in items if item.source is not None}
    return len(sources) == 1 and all(item.source is not None for item in items)


def _is_old(items: Sequence[Item], judging: Judging) -> bool:
    dates = [item.date for item in items if item.date is not None]
    if judging.as_of is None or not dates:
        return False
    return date.fromisoformat(max(dates)) + timedelta(days=judging.old_after) < judging.as_of


def by_confidence(found: Sequence[Claim]) -> Mapping[Confidence, int]:
    """Return how many claims have each grade."""
    return {grade: sum(1 for claim in found if claim.confidence == grade) for grade in GRADES}
