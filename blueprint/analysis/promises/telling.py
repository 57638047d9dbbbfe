"""Whom a change to a promise must be told to: its maker first, then all who keep it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprint.analysis.naming import name_of
from blueprint.analysis.ripple.change_kinds import subject_of
from blueprint.graph import Graph
from blueprint.model import Department
from blueprint.words import Phrase

_RESTS = {
    "interaction": "does “{other}”, which “{one}” rests on",
    "support": "does “{other}”, which “{one}” rests on",
    "uses": "owns “{other}”, which “{one}” uses",
}


_HEARS = {
    "product": "is told of every change to a product",
    "channel": "is told of every change to a channel",
    "service": "is told of every change to the service",
}
"""Why a department hears of a change, by the kind of the change."""


def told_of_change(
    graph: Graph, promise: int, keepers: Sequence[int]
) -> dict[str, tuple[Phrase, ...]]:
    """Return the departments to tell of a change to a promise, each with why.

    These are the maker, always and first; whoever does what keeps it, or owns a system or an
    article behind that; and every department that is told of changes of this kind.
    """
    found: dict[str, dict[Phrase, None]] = {}
    for department, reason in _reasons(graph, promise, keepers):
        if department is not None:
            found.setdefault(department, {})[reason] = None
    return {department: tuple(reasons) for department, reasons in found.items()}


def _reasons(
    graph: Graph, promise: int, keepers: Sequence[int]
) -> Iterator[tuple[str | None, Phrase]]:
    yield graph.nodes[promise].department, Phrase.of("made the promise")
    own = frozenset(keepers)
    for keeper in keepers:
        one = name_of(graph, keeper)
        yield graph.nodes[keeper].department, Phrase.of("does “{one}”, which keeps it", one=one)
        for link in graph.leaving[keeper]:
            said, other = _RESTS.get(graph.links.kinds[link]), graph.targets[link]
            if said is not None and other not in own:
                why = Phrase.of(said, one=one, other=name_of(graph, other))
                yield graph.nodes[other].department, why
        for link in graph.arriving[keeper]:
            if graph.links.kinds[link] == "informs":
                other = graph.sources[link]
                said = "keeps the article “{other}”, which “{one}” relies on"
                why = Phrase.of(said, one=one, other=name_of(graph, other))
                yield graph.nodes[other].department, why
    kind = _kind(graph, promise)
    for node in graph.of_kind("department"):
        if isinstance(node.element, Department) and kind in node.element.told_of:
            yield node.id, Phrase.of(_HEARS[kind])


def _kind(graph: Graph, promise: int) -> str:
    subject = subject_of(graph, graph.nodes[promise])
    return (
        subject.kind
        if subject is not None and subject.kind in ("product", "channel")
        else "service"
    )
