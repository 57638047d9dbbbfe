"""How a ripple was computed: the method and its source, what was assumed, what it cannot tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from blueprint.analysis.ripple.question import MethodName, Question
from blueprint.analysis.ripple.results import MOST_LINKS
from blueprint.analysis.ripple.strength import Came
from blueprint.analysis.ripple.trace import Trace
from blueprint.analysis.ripple.words import DIRECTION
from blueprint.analysis.spread.arriving import BUDGET
from blueprint.analysis.spread.strongest import NONE
from blueprint.model import Basis
from blueprint.report import Method
from blueprint.words import Phrase

_RELIABILITY = Phrase.of(
    "likelihood = probability that at least one path from the starts is open, where every link "
    "is open with its own likelihood; impact = that of the last link of the strongest path; "
    "risk = likelihood × impact"
)
_PATHS = Phrase.of(
    "likelihood = the largest product of likelihoods along one path; impact = that of its last "
    "link; risk = likelihood × impact"
)
_LEAF = Phrase.of(
    "likelihood over all paths that visit no element twice: p₁ × p₂ along a path, "
    "1 − (1 − p₁)(1 − p₂) where paths meet; risk = the same, with the impact at the end of each path"
)
_LAST_STEP = Phrase.of(
    "likelihood over all paths that visit no element twice: p₁ × p₂ along a path, "
    "1 − (1 − p₁)(1 − p₂) where paths meet; risk = the same, with the impact at the last step into "
    "an element (equations 2 and 3)"
)

_SOURCE: Mapping[MethodName, str] = {
    "reliability": "network reliability: how likely the change arrives, links independent",
    "paths": "defined here: reachability with the strongest path (max-product)",
    "cpm": "Change Prediction Method (Clarkson, Simons and Eckert 2004)",
}

_CERTAINTY: Sequence[Basis] = get_args(Basis)

_TOLD_OF_BASIS: Mapping[Basis, str] = {
    "file": "assumed in the file, for all links of their kind: {n}",
    "workspace": "assumed in the workspace, for all links of their kind: {n}",
    "table": "taken from the default table of links: {n}",
}


def method_of(trace: Trace) -> Method:
    """Return how the ripple was computed, with what was assumed and what it cannot tell."""
    asked = trace.question
    followed = trace.directions
    return Method(
        name=asked.method,
        source=Phrase.of(_SOURCE[asked.method]),
        formula=_formula(asked),
        scale=Phrase.of("likelihood, impact and risk from 0 to 1"),
        direction=Phrase.of(DIRECTION[followed[0] if len(followed) == 1 else "both"]),
        n=len(trace.arrivals),
        assumptions=(*_assumed(trace), *_bounded(trace), *_done(trace)),
        cannot_tell=tuple(_cannot_tell(trace)),
    )


def _formula(asked: Question) -> Phrase:
    match asked.method:
        case "reliability":
            return _RELIABILITY
        case "paths":
            return _PATHS
        case _:
            return _LEAF if asked.reading == "leaf" else _LAST_STEP


def _assumed(trace: Trace) -> Iterator[Phrase]:
    """Go through how many links of the strongest paths nobody stated, and who assumed them."""
    found: dict[int, Basis] = {}
    met: dict[int, set[int]] = {}
    for arrival in trace.arrivals.values():
        routes, label = arrival.path.routes, arrival.path.label
        paths, seen = routes.found, met.setdefault(id(routes), set())
        before, links = paths.before, paths.network.links
        while before[label] != NONE and label not in seen:
            seen.add(label)
            arc = paths.arcs[label]
            link, basis = links[arc], routes.basis(arc)
            known = found.setdefault(link, basis)
            if known != basis:
                found[link] = max(known, basis, key=_CERTAINTY.index)
            label = before[label]
    count = Counter(found.values())
    if len(found) > count["stated"]:
        yield Phrase.of(
            "strengths that nobody stated: {n} of {m} links on the paths shown",
            n=len(found) - count["stated"],
            m=len(found),
        )
    for who, said in _TOLD_OF_BASIS.items():
        if count[who]:
            yield Phrase.of(said, n=count[who])


def _bounded(trace: Trace) -> Iterator[Phrase]:
    asked = trace.question
    if asked.direction is None and any(
        a.direction not in trace.directions for a in trace.arrivals.values()
    ):
        yield Phrase.of("whoever uses or waits for what is new is reached too, one link up")
    if asked.kinds is not None:
        yield Phrase.of("only these kinds of link conduct: {kinds}", kinds=", ".join(asked.kinds))
    depth = next((done.depth for done in trace.came if done.depth is not None), None)
    if depth is not None and asked.method == "reliability":
        yield Phrase.of("only elements at most {n} links away are looked at", n=depth)
    elif depth is not None:
        yield Phrase.of("paths of at most {n} links", n=depth)
    if any(arrival.path.hops > MOST_LINKS for arrival in trace.arrivals.values()):
        said = "paths of more than {n} links are listed by their first and last ones"
        yield Phrase.of(said, n=MOST_LINKS)
    if asked.method == "reliability":
        yield Phrase.of("every link carries the change or not, independently of all others")
    if asked.method == "cpm":
        yield Phrase.of("a link that several paths share is counted in each of them")


def _done(trace: Trace) -> Iterator[Phrase]:
    """Go through what the method did: what was exact, drawn, bounded, or not followed."""
    known = Counter(arrival.estimate.how for arrival in trace.arrivals.values())
    exact, sampled, bounds = known["exact"], known["sampled"], known["bounds"]
    if trace.question.method == "reliability":
        if exact and (sampled or bounds):
            yield Phrase.of("computed exactly, elements: {n}", n=exact)
        steps = sum(done.steps for done in trace.came)
        if steps and (sampled or bounds):
            budget = trace.question.budget
            yield Phrase.of(
                "links looked at for exact figures: {n} of at most {budget} in each direction",
                n=steps,
                budget=BUDGET if budget is None else budget,
            )
    if sampled:
        yield Phrase.of(
            "estimated from {worlds} random worlds (seed {seed}) with a 95 % interval, elements: {n}",
            worlds=max(done.worlds for done in trace.came),
            seed=trace.question.seed,
            n=sampled,
        )
    if bounds:
        yield Phrase.of("known only between two bounds, elements: {n}", n=bounds)
    for done in trace.came:
        if done.lowered is not None:
            yield _lowered(done)


def _lowered(done: Came) -> Phrase:
    return Phrase.of(
        "the budget of work was used up: all paths of at most {done} links were followed, "
        "not of {asked}; likelihoods are at least what is shown",
        done=done.lowered or 0,
        asked=done.depth or 0,
    )


def _cannot_tell(trace: Trace) -> Iterator[Phrase]:
    match trace.question.method:
        case "paths":
            yield Phrase.of("how likely it is that any one of several paths carries the change")
        case "cpm":
            yield Phrase.of(
                "how likely the change truly arrives where paths share links; reliability says so"
            )
        case _:
            yield Phrase.of("whether links fail or carry together, for one and the same reason")
    yield Phrase.of("when the change arrives")
