"""What is to be noted about articles, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.analysis.knowledge.articles import Article
from blueprint.analysis.knowledge.tables import channel_told
from blueprint.analysis.naming import (
    name_of,
    named,
)
from blueprint.graph import Graph
from blueprint.report import (
    Finding,
)
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing


def findings(graph: Graph, found: Sequence[Article]) -> Iterator[Finding]:
    """Go through the findings: article by article, the most looked up first."""
    for article in found:
        name, node = name_of(graph, article.node), graph.nodes[article.node]
        ids = (node.id, *(graph.nodes[n].id for n in article.informed))
        if article.conflicts:
            yield _conflict(graph, article, ids)
        if article.stale:
            yield Finding(
                code="knowledge.stale",
                severity="warning",
                message=Phrase.of(
                    "“{article}” is stale: last changed on {day}",
                    article=name,
                    day=article.element.updated or "",
                ),
                about=ids,
                hint=Phrase.of("have its keeper read it again, and write down the day"),
            )
        if article.element.flags:
            yield Finding(
                code="knowledge.flagged",
                severity="warning",
                message=Phrase.of(
                    "“{article}” is doubted: {doubts}",
                    article=name,
                    doubts=listing(
                        [
                            Phrase.of("“{name}”", name=label_phrase(flag.says))
                            for flag in article.element.flags
                        ]
                    ),
                ),
                about=ids,
                hint=Phrase.of("answer whoever doubts it, and mend the article"),
            )
        if article.silent:
            yield Finding(
                code="knowledge.silent",
                severity="info",
                message=Phrase.of(
                    "“{article}” has no answer for {channels}, though it is used there",
                    article=name,
                    channels=named(graph, article.silent),
                ),
                about=ids,
                hint=Phrase.of("write down what is said there"),
            )
        if node.department is None:
            yield Finding(
                code="knowledge.no-keeper",
                severity="warning",
                message=Phrase.of("Nobody keeps “{article}”", article=name),
                about=(node.id,),
                hint=Phrase.of("name the department that keeps it"),
            )


def _conflict(graph: Graph, article: Article, ids: tuple[str, ...]) -> Finding:
    first, second = article.conflicts[0]
    differs = article.unity == "conflict"
    return Finding(
        code="knowledge.conflict",
        severity="error" if differs else "warning",
        message=Phrase.of(
            "“{article}” says “{one}” on {a} and “{other}” on {b}"
            if differs
            else "“{article}” is worded differently: “{one}” on {a} and “{other}” on {b}",
            article=name_of(graph, article.node),
            one=label_phrase(article.element.answers[first]),
            a=channel_told(graph, article, first),
            other=label_phrase(article.element.answers[second]),
            b=channel_told(graph, article, second),
        ),
        about=ids,
        hint=Phrase.of("settle the answer, and keep it in one place")
        if differs
        else Phrase.of("compare the two; where they mean the same, say it in the same words"),
    )
