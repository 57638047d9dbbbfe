"""A path told as one sentence, with a verb for each kind of link and each way along it."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.analysis.ripple.routes import Path, Routes
from blueprint.analysis.spread.strongest import NONE
from blueprint.graph import Graph
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
    routes, half = path.routes, MOST_TOLD // 2
    if path.hops <= MOST_TOLD:
        return _from_start(graph, routes, path.label)
    known = routes.told.get(path.label)
    if known is None:
        first, last = path.ends(MOST_TOLD)
        left_out = path.hops - len(first) - len(last)
        said = _from_start(graph, routes, routes.first(half)[path.label])
        said = Phrase.of("{before} … (links left out: {n}) …", before=said, n=left_out)
        for arc in last:
            said = _clause(graph, said, routes, arc)
        known = routes.told[path.label] = said
    return known


def telling_of(graph: Graph, path: Path) -> int:
    """Return a number that two paths have in common just if they are told in the same words."""
    routes, half = path.routes, MOST_TOLD // 2
    if path.hops <= MOST_TOLD:
        return _telling(graph, routes, path.label)
    first, last = path.ends(MOST_TOLD)
    known = routes.tellings
    telling = _telling(graph, routes, routes.first(half)[path.label])
    telling = known.setdefault((telling, path.hops - len(first) - len(last)), len(known))
    for arc in last:
        telling = known.setdefault((telling, *_words(graph, routes, arc)), len(known))
    return telling


def _telling(graph: Graph, routes: Routes, label: int) -> int:
    """Return the number of the words for a short path; shared beginnings are looked up once."""
    found, told, known = routes.found, routes.telling, routes.tellings
    waiting: list[int] = []
    while found.before[label] != NONE and label not in told:
        waiting.append(label)
        label = found.before[label]
    start = (graph.nodes[found.nodes[label]].name,)
    telling = told[label] if label in told else known.setdefault(start, len(known))
    for ahead in reversed(waiting):
        words = _words(graph, routes, found.arcs[ahead])
        telling = told[ahead] = known.setdefault((telling, *words), len(known))
    return telling


def _words(graph: Graph, routes: Routes, arc: int) -> tuple[object, ...]:
    """Return what the words for a link hang on: its kind, the way along it, and both names."""
    network, nodes = routes.found.network, graph.nodes
    link, to = network.links[arc], network.targets[arc]
    forward = graph.targets[link] == to
    at = graph.sources[link] if forward else graph.targets[link]
    return graph.links.kinds[link], forward, nodes[at].name, nodes[to].name


def _from_start(graph: Graph, routes: Routes, label: int) -> Phrase:
    """Return a short path in words; what paths share is told by the same phrase."""
    found, told = routes.found, routes.told
    waiting: list[int] = []
    while found.hops[label] and label not in told:
        waiting.append(label)
        label = found.before[label]
    said = told.get(label)
    for ahead in reversed(waiting):
        said = told[ahead] = _clause(graph, said, routes, found.arcs[ahead])
    return said or name_of(graph, found.nodes[label])


def name_of(graph: Graph, node: int) -> Phrase:
    """Return a node's label as a phrase."""
    return label_phrase(graph.nodes[node].name)


def _clause(graph: Graph, before: Phrase | None, routes: Routes, arc: int) -> Phrase:
    network = routes.found.network
    link, to = network.links[arc], network.targets[arc]
    forward = graph.targets[link] == to
    at = graph.sources[link] if forward else graph.targets[link]
    return _told(graph, before, link, at, to, forward=forward)


def _told(
    graph: Graph, before: Phrase | None, link: int, at: int, to: int, *, forward: bool = True
) -> Phrase:
    verbs = FORWARD if forward else BACKWARD
    opening, going_on = verbs[graph.links.kinds[link]]
    one, other = name_of(graph, at), name_of(graph, to)
    if before is None:
        return Phrase.of(opening, one=one, other=other)
    return Phrase.of(going_on, before=before, one=one, other=other)
