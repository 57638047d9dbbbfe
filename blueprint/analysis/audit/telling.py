"""The summary of an audit, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from blueprint.analysis.audit.found import COMPONENTS, Counted
from blueprint.graph.query import Line
from blueprint.words import Phrase


def sentences(found: Counted) -> Iterator[Phrase]:
    """Go through the sentences that answer whether it is a whole blueprint."""
    if not found.steps:
        yield Phrase.of("There are no steps to look at.")
        return
    yield _whole(found)
    if found.slices:
        yield _beneath(found)
    if found.met:
        said = "Steps where customer and service meet: {n}, each with evidence to hold on to."
        if found.bare:
            said = "Steps where customer and service meet: {n}; with evidence to hold on to: {m}."
        n = len(found.met)
        yield Phrase.of(said, n=n, m=n - len(found.bare))
    yield _declared(found)


def _whole(found: Counted) -> Phrase:
    here = sum(1 for n in found.cards.values() if n)
    if here == len(COMPONENTS) and found.crossed == len(get_args(Line)):
        said = "All five components of a blueprint are there, and links cross all three lines."
        return Phrase.of(said)
    said = "Components of a blueprint that are there: {n} of 5; lines that links cross: {m} of 3."
    return Phrase.of(said, n=here, m=found.crossed)


def _beneath(found: Counted) -> Phrase:
    n, supported = len(found.slices), sum(1 for s in found.slices if s.supported)
    if supported == n:
        return Phrase.of(
            "Customer actions: {n}, each with something of the service beneath it.", n=n
        )
    said = (
        "Customer actions: {n}; with something of the service beneath them: {m}; meant to do "
        "without: {alone}."
    )
    if found.unsupported:
        said = (
            "Customer actions: {n}; with something of the service beneath them: {m}; meant to do "
            "without: {alone}; left without support: {k}."
        )
    k = len(found.unsupported)
    return Phrase.of(said, n=n, m=supported, alone=n - supported - k, k=k)


def _declared(found: Counted) -> Phrase:
    if not found.moments:
        said = "Potential moments of truth: {p}; declared: none."
        return Phrase.of(said, p=found.potential)
    n = len(found.moments)
    owned = sum(1 for d in found.moments if d.moment.owner)
    held = sum(1 for d in found.moments if d.standard)
    said = (
        "Potential moments of truth: {p}; declared: {n}; of these with an owner: {m}; with a "
        "standard: {k}."
    )
    if owned == held == n:
        said = "Potential moments of truth: {p}; declared: {n}, each with an owner and a standard."
    return Phrase.of(said, p=found.potential, n=n, m=owned, k=held)
