"""The knowledge articles a change asks to revise, with their keepers and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from blueprint.analysis.ripple.lists import Article
from blueprint.analysis.ripple.names import Names
from blueprint.analysis.ripple.telling import name_of
from blueprint.analysis.ripple.trace import Trace
from blueprint.analysis.ripple.why import Why
from blueprint.graph import Graph
from blueprint.model import Act, Knowledge
from blueprint.words import Phrase

Because = Literal["changed", "reached", "informs", "notice"]

_NOTICE = "“{article}” informs “{action}”, which tells customers of “{element}”"


def articles_of(trace: Trace) -> tuple[Article, ...]:
    """Return the knowledge articles to revise, in file order.

    An article is to be revised where it is changed or reached itself; where it informs an
    action that is changed or reached; and where it informs an action whose notice tells
    customers of something that is changed or reached, such as a promise.
    """
    graph, why = trace.graph, Why(trace)
    found: list[Article] = []
    for node in graph.of_kind("knowledge"):
        number = graph.index[node.id]
        named = _because(graph, why, number)
        if named is not None and isinstance(node.element, Knowledge):
            because, reason = named
            found.append(
                Article(
                    id=node.id,
                    name=name_of(graph, number),
                    department=node.department,
                    updated=node.element.updated,
                    because=because,
                    reason=reason,
                )
            )
    return tuple(found)


def _because(graph: Graph, why: Why, number: int) -> tuple[Because, Phrase] | None:
    if number in why:
        return ("reached" if why.coming(number) == "reached" else "changed"), why.of(number)
    informed = [
        graph.targets[link]
        for link in graph.leaving[number]
        if graph.links.kinds[link] == "informs"
    ]
    for action in informed:
        if action in why:
            reason = Phrase.of(
                "“{article}” informs “{action}”: {why}",
                article=name_of(graph, number),
                action=name_of(graph, action),
                why=why.of(action),
            )
            return "informs", reason
    for action in informed:
        about = _notice_about(graph, action)
        if about is not None and about in why:
            names: Mapping[str, Phrase] = {
                "article": name_of(graph, number),
                "action": name_of(graph, action),
                "element": name_of(graph, about),
            }
            return "notice", Phrase.of(_NOTICE, **names)
    return None


def _notice_about(graph: Graph, action: int) -> int | None:
    """Return what an action tells customers of, where it does."""
    node = graph.nodes[action]
    if not isinstance(node.element, Act) or node.element.notice is None:
        return None
    names = Names(graph)
    return names.one(names.file_of(node), node.element.notice.about)
