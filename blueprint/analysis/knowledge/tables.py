"""The tables of knowledge: articles, answers that differ, doubts, and deflection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.knowledge.articles import Article, Unity
from blueprint.analysis.knowledge.deflection import (
    Deflected,
)
from blueprint.analysis.naming import (
    DEPARTMENT,
    ID,
    NAME,
    name_of,
    name_of_id,
    table,
)
from blueprint.analysis.ripple.names import Names
from blueprint.graph import Graph
from blueprint.report import (
    Cell,
    Column,
    Table,
)
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

UNITY: Mapping[Unity, Phrase] = {
    "conflict": Phrase.of("answers that differ"),
    "worded": Phrase.of("answers worded differently"),
    "one": Phrase.of("one answer on all channels"),
    "single": Phrase.of("an answer on one channel only"),
    "unknown": Phrase.of("answers that cannot be compared"),
    "none": Phrase.of("no answer written down"),
}
"""How the answers of an article go together, what to mend first."""

_EXPLICIT = Phrase.of("explicit deflection")
_IMPLICIT = Phrase.of("implicit deflection")


def channel_told(graph: Graph, article: Article, channel: str) -> Phrase:
    """Return how a channel is called that an article names."""
    names = Names(graph)
    number = names.one(names.file_of(graph.nodes[article.node]), channel, "channel")
    return Phrase.of("{name}", name=channel) if number is None else name_of(graph, number)


def listed(graph: Graph, found: Sequence[Article]) -> Table:
    """Return all articles with what is known of each."""
    return table(
        "articles",
        Phrase.of("Articles, most looked up first"),
        (
            ID,
            NAME,
            DEPARTMENT,
            Column(key="hits", title=Phrase.of("Look-ups")),
            Column(key="unity", title=Phrase.of("Answers")),
            Column(key="updated", title=Phrase.of("Last changed")),
            Column(key="stale", title=Phrase.of("Stale")),
            Column(key="flags", title=Phrase.of("Doubts")),
            Column(key="used_by", title=Phrase.of("Used by actions")),
        ),
        (
            (
                graph.nodes[article.node].id,
                name_of(graph, article.node),
                name_of_id(graph, graph.nodes[article.node].department),
                article.element.hits,
                UNITY[article.unity],
                article.element.updated,
                article.stale,
                len(article.element.flags),
                len(article.informed),
            )
            for article in found
        ),
    )


def differing(graph: Graph, found: Sequence[Article]) -> Table:
    """Return the answers of articles that answer differently by channel."""
    return table(
        "answers",
        Phrase.of("Answers that differ"),
        (
            Column(key="article", title=Phrase.of("Article")),
            Column(key="channel", title=Phrase.of("Channel")),
            Column(key="answer", title=Phrase.of("What it says")),
        ),
        (
            (
                name_of(graph, article.node),
                channel_told(graph, article, channel),
                label_phrase(answer),
            )
            for article in found
            if article.conflicts
            for channel, answer in article.element.answers.items()
        ),
    )


def doubts(graph: Graph, found: Sequence[Article]) -> Table:
    """Return what is doubted, and by whom."""
    names = Names(graph)

    def by(article: Article, ref: str | None) -> Phrase | None:
        number = names.one(names.file_of(graph.nodes[article.node]), ref, "department")
        return None if number is None else name_of(graph, number)

    return table(
        "doubts",
        Phrase.of("Doubts"),
        (
            Column(key="article", title=Phrase.of("Article")),
            Column(key="says", title=Phrase.of("Doubt")),
            Column(key="by", title=Phrase.of("Raised by")),
        ),
        (
            (name_of(graph, article.node), label_phrase(flag.says), by(article, flag.by))
            for article in found
            for flag in article.element.flags
        ),
    )


def deflections(
    graph: Graph, explicit: Mapping[int, Deflected], implicit: Mapping[int, Deflected]
) -> Table:
    """Return deflection in its two variants, with intervals."""

    def rows() -> Iterator[tuple[Cell, ...]]:
        for variant, figures in ((_EXPLICIT, explicit), (_IMPLICIT, implicit)):
            for article, part in figures.items():
                ends = (round(100 * figure, 1) for figure in part[:3])
                yield name_of(graph, article), variant, *ends, part.n

    return table(
        "deflection",
        Phrase.of("Deflection"),
        (
            Column(key="article", title=Phrase.of("Article")),
            Column(key="variant", title=Phrase.of("Variant")),
            Column(key="share", title=Phrase.of("Deflected"), unit="%"),
            Column(key="low", title=Phrase.of("At least"), unit="%"),
            Column(key="high", title=Phrase.of("At most"), unit="%"),
            Column(key="n", title=Phrase.of("n")),
        ),
        rows(),
    )
