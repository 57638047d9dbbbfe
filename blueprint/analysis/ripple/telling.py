"""A path told as one sentence, with a verb for each kind of link and each way along it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from blueprint.analysis.ripple.routes import Path
from blueprint.graph import Graph
from blueprint.graph.couplings import Way
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

Verb = tuple[str, str]
"""The clause a sentence opens with, and the one it goes on with."""

MOST_TOLD = 6
"""How many links of a path are told; of a longer one, its first and last."""

FORWARD: Mapping[str, Verb] = {
    "flow": ("“{one}” is followed by “{other}”", "{before}, which is followed by “{other}”"),
    "evidence": ("“{one}” is met in “{other}”", "{before}, which is met in “{other}”"),
    "interaction": ("“{one}” is served by “{other}”", "{before}, which is served by “{other}”"),
    "support": ("“{one}” rests on “{other}”", "{before}, which rests on “{other}”"),
    "triggers": ("“{one}” sets off “{other}”", "{before}, which sets off “{other}”"),
    "uses": ("“{one}” uses “{other}”", "{before}, which uses “{other}”"),
    "integrates": (
        "“{one}” exchanges data with “{other}”",
        "{before}, which exchanges data with “{other}”",
    ),
    "via": ("“{one}” goes through “{other}”", "{before}, which goes through “{other}”"),
    "informs": ("“{one}” informs “{other}”", "{before}, which informs “{other}”"),
    "keeps": ("“{one}” keeps the promise “{other}”", "{before}, which keeps the promise “{other}”"),
    "prepares": ("“{one}” prepares “{other}”", "{before}, which prepares “{other}”"),
}
"""Verbs for going with the arrow of a link."""

BACKWARD: Mapping[str, Verb] = {
    "evidence": ("“{one}” shows in “{other}”", "{before}, which shows in “{other}”"),
    "interaction": ("“{one}” serves “{other}”", "{before}, which serves “{other}”"),
    "support": ("“{one}” supports “{other}”", "{before}, which supports “{other}”"),
    "uses": ("“{one}” is used by “{other}”", "{before}, which is used by “{other}”"),
    "integrates": FORWARD["integrates"],
    "via": ("“{one}” carries “{other}”", "{before}, which carries “{other}”"),
    "informs": ("“{one}” relies on “{other}”", "{before}, which relies on “{other}”"),
    "keeps": ("“{one}” is kept by “{other}”", "{before}, which is kept by “{other}”"),
    "recovers": ("“{one}” is mended by “{other}”", "{before}, which is mended by “{other}”"),
    "prepares": ("“{one}” is prepared by “{other}”", "{before}, which is prepared by “{other}”"),
}
"""Verbs for going against the arrow of a link."""


def sentence_of(graph: Graph, path: Path) -> Phrase:
    """Return a path as a sentence of its own, with a full stop."""
    return Phrase.of("{path}.", path=path_told(graph, path))


def path_told(graph: Graph, path: Path) -> Phrase:
    """Return a path in words: what it starts at, and how each link carries it on.

    Examples:
        >>> from blueprint.graph import graph_of
        >>> from blueprint.model import Blueprint, Step
        >>> stay = Blueprint(
        ...     blueprint="Stay",
        ...     phases={"Arrival": [Step(customer="Arrive", frontstage="Greet")]},
        ... )
        >>> graph = graph_of(stay)
        >>> from blueprint.analysis.ripple.question import Question
        >>> from blueprint.analysis.ripple.strength import came
        >>> arrive = graph.index["arrive.customer"]
        >>> [greet] = came(graph, "demand", [arrive], Question()).arrivals
        >>> str(path_told(graph, greet.path))
        '“Arrive” is served by “Greet”'
    """
    first, last = path.ends(MOST_TOLD)
    said = _clauses(graph, None, path, first)
    if last and said is not None:
        left_out = path.hops - len(first) - len(last)
        said = Phrase.of("{before} … (links left out: {n}) …", before=said, n=left_out)
        said = _clauses(graph, said, path, last)
    return said or name_of(graph, path.start)


def links_told(graph: Graph, links: Sequence[int]) -> Phrase:
    """Return links that follow one another in words, each told along its arrow.

    Args:
        graph: The graph.
        links: Numbers of at least one link, each from where the one before it ends.
    """
    half = MOST_TOLD // 2
    left_out = len(links) - MOST_TOLD
    said: Phrase | None = None
    for place, link in enumerate(links):
        if left_out > 0 and place == half and said is not None:
            said = Phrase.of("{before} … (links left out: {n}) …", before=said, n=left_out)
        if left_out <= 0 or not half <= place < len(links) - half:
            said = _told(graph, said, link, graph.sources[link], graph.targets[link])
    return said or Phrase.of("")


def _clauses(graph: Graph, said: Phrase | None, path: Path, arcs: Sequence[int]) -> Phrase | None:
    for arc in arcs:
        way = path.routes.way(arc)
        ends = graph.sources[way.link], graph.targets[way.link]
        said = _clause(graph, said, ends[0] if way.forward else ends[1], way)
    return said


def name_of(graph: Graph, node: int) -> Phrase:
    """Return a node's label as a phrase."""
    return label_phrase(graph.nodes[node].name)


def _clause(graph: Graph, before: Phrase | None, at: int, way: Way) -> Phrase:
    return _told(graph, before, way.link, at, way.to, forward=way.forward)


def _told(
    graph: Graph, before: Phrase | None, link: int, at: int, to: int, *, forward: bool = True
) -> Phrase:
    verbs = FORWARD if forward else BACKWARD
    opening, going_on = verbs[graph.links[link].kind]
    one, other = name_of(graph, at), name_of(graph, to)
    if before is None:
        return Phrase.of(opening, one=one, other=other)
    return Phrase.of(going_on, before=before, one=one, other=other)
