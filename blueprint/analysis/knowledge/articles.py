"""Articles and what is known of each: whether it gives one answer, how old it is, who doubts it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

from blueprint.analysis.amounts import length_of
from blueprint.analysis.ripple.names import Names
from blueprint.graph import Graph
from blueprint.model import Act, Knowledge, Label, Step

Unity = Literal["one", "conflict", "worded", "single", "unknown", "none"]
"""One answer on all its channels; different figures; different words, which may mean the same;
an answer on one channel only; answers with no language in common; no answer at all."""

_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article.

    Attributes:
        node: Its number.
        element: It, as the file has it.
        unity: Whether it gives one answer.
        conflicts: Pairs of channels whose answers differ.
        stale: Whether it is too old; ``None`` where nobody can tell.
        informed: Numbers of the actions that rely on it.
        silent: Numbers of the channels these go through for which it has no answer.
    """

    node: int
    element: Knowledge
    unity: Unity
    conflicts: tuple[tuple[str, str], ...]
    stale: bool | None
    informed: tuple[int, ...]
    silent: tuple[int, ...]

    @property
    def in_order(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.conflicts and not self.stale and not self.element.flags


def articles(graph: Graph, as_of: date | None, stale_after: int) -> tuple[Article, ...]:
    """Return all articles: most looked up first, those without a count last, else in file order."""
    names = Names(graph)
    found = list(_articles(graph, names, as_of, stale_after))
    return tuple(
        sorted(found, key=lambda a: -1 if a.element.hits is None else a.element.hits, reverse=True)
    )


def _articles(
    graph: Graph, names: Names, as_of: date | None, stale_after: int
) -> Iterator[Article]:
    for node in graph.of_kind("knowledge"):
        element, number = node.element, graph.index[node.id]
        if not isinstance(element, Knowledge):
            continue
        informed = tuple(
            graph.targets[link]
            for link in graph.leaving[number]
            if graph.links.kinds[link] == "informs"
        )
        unity, pairs = unity_of(element.answers)
        answered = set(names.all(names.file_of(node), element.answers, "channel"))
        used = dict.fromkeys(c for action in informed for c in _channels(graph, names, action))
        yield Article(
            node=number,
            element=element,
            unity=unity,
            conflicts=pairs,
            stale=_is_stale(element.updated, as_of, stale_after),
            informed=informed,
            silent=tuple(c for c in used if c not in answered) if answered else (),
        )


def unity_of(answers: Mapping[str, Label]) -> tuple[Unity, tuple[tuple[str, str], ...]]:
    """Return whether answers by channel are one, and the pairs of channels that differ.

    Case, spaces and a full stop at the end make no difference, nor does the unit of a
    duration. Where a figure differs it is a conflict; other words may mean the same, which
    nobody but a reader can tell. Answers with no language in common cannot be compared.

    Examples:
        >>> unity_of({"app": "24 h", "phone": "1 d", "web": "48 h"})
        ('conflict', (('app', 'web'), ('phone', 'web')))
        >>> unity_of({"app": "All steps in order", "phone": "The same steps"})
        ('worded', (('app', 'phone'),))
        >>> unity_of({"app": "Tomorrow", "phone": "tomorrow."})[0]
        'one'
    """
    if len(answers) < 2:  # noqa: PLR2004  (a pair)
        return ("single" if answers else "none"), ()
    pairs = {(a, b): _same(answers[a], answers[b]) for a, b in combinations(answers, 2)}
    different = [pair for pair, same in pairs.items() if same is False]
    figures = [(a, b) for a, b in different if _figures(answers[a]) != _figures(answers[b])]
    if figures:
        return "conflict", (*figures, *(pair for pair in different if pair not in figures))
    if different:
        return "worded", tuple(different)
    return ("unknown" if None in pairs.values() else "one"), ()


def _same(one: Label, other: Label) -> bool | None:
    if isinstance(one, str) and isinstance(other, str):
        return _plain(one) == _plain(other)
    if isinstance(one, str) or isinstance(other, str):
        return None
    common = [lang for lang in one if lang in other]
    return all(_plain(one[lang]) == _plain(other[lang]) for lang in common) if common else None


def _figures(answer: Label) -> set[str]:
    texts = [answer] if isinstance(answer, str) else answer.values()
    return {found for text in texts for found in _FIGURE.findall(text)}


def _plain(text: str) -> str | float:
    try:
        length = length_of(text)
    except ValueError:
        length = None
    if length is not None:
        return length
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip(".。!！")


def _channels(graph: Graph, names: Names, action: int) -> Iterator[int]:
    node = graph.nodes[action]
    stem = names.file_of(node)
    own = node.element.channels if isinstance(node.element, Act) else ()
    if not own and node.step is not None:
        step = graph.node(node.step).element
        own = step.channels if isinstance(step, Step) else ()
    return names.all(stem, own, "channel")


def _is_stale(updated: str | None, as_of: date | None, stale_after: int) -> bool | None:
    if updated is None or as_of is None:
        return None
    return date.fromisoformat(updated) + timedelta(days=stale_after) < as_of
