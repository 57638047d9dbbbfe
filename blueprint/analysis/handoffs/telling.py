"""The summary on handoffs, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.amounts import share_told
from blueprint.analysis.handoffs.along import Along
from blueprint.analysis.handoffs.found import Hands
from blueprint.analysis.naming import path_told
from blueprint.analysis.written import told_count
from blueprint.graph import Graph
from blueprint.words import Phrase


def sentences(graph: Graph, found: Hands) -> Iterator[Phrase]:
    """Go through the sentences that answer where work changes hands, and where the customer."""
    busiest = found.busiest
    if busiest is None:
        yield Phrase.of("There are no steps to look at.")
        return
    yield _between(found)
    yield _on_path(graph, busiest)
    if any(decision.approved_by for decision in found.decisions):
        said = "Approvals that work waits for on {path}: {n}."
        yield Phrase.of(said, path=path_told(graph, busiest.journey.blueprint), n=busiest.approvals)
    yield from _active(graph, found)
    yield from _accurate(graph, found)
    yield Phrase.of(
        "Links over the line of interaction: {n}; of visibility: {m}; of internal interaction: {k}.",
        n=found.lines["interaction"],
        m=found.lines["visibility"],
        k=found.lines["internal"],
    )


def _between(found: Hands) -> Phrase:
    between = [h.between for h in found.handoffs]
    n, roles = between.count("departments"), between.count("roles")
    if not between:
        return Phrase.of("No handoff between departments or roles is to be seen.")
    if not roles:
        return Phrase.of("Handoffs between departments: {n}.", n=n)
    said = "Handoffs between departments: {n}; between roles of one department: {m}."
    return Phrase.of(said, n=n, m=roles)


def _on_path(graph: Graph, entry: Along) -> Phrase:
    passed = len(entry.transfers)
    parties = len(entry.parties)
    return Phrase.of(
        "On {path}: {handoffs}; the customer is {passed} and {parties}.",
        path=path_told(graph, entry.journey.blueprint),
        handoffs=told_count(entry.on_path, "1 handoff", "{n} handoffs"),
        passed=told_count(passed, "passed on once", "passed on {n} times")
        if passed
        else Phrase.of("not passed on"),
        parties=told_count(parties, "deals with 1 party", "deals with {n} parties")
        if parties
        else Phrase.of("deals with nobody in person"),
    )


def _active(graph: Graph, found: Hands) -> Iterator[Phrase]:
    """Say how much of the time is work, where it is least."""
    told = [(a.activity.ratio, a) for a in found.along if a.activity.ratio is not None]
    if not told:
        return
    ratio, least = min(told, key=lambda pair: pair[0])
    said = "Of the time on {path}, {share} is work; steps that say both: {n} of {m}."
    if len(told) > 1:
        said = "Least of the time is work on {path}: {share}; steps that say both: {n} of {m}."
    yield Phrase.of(
        said,
        path=path_told(graph, least.journey.blueprint),
        share=share_told(ratio),
        n=least.activity.told,
        m=least.activity.steps,
    )


def _accurate(graph: Graph, found: Hands) -> Iterator[Phrase]:
    """Say how much arrives complete and accurate, where it is least."""
    told = [a for a in found.along if a.accuracy.told]
    if not told:
        return
    least = min(told, key=lambda a: a.accuracy.known)
    known, path = least.accuracy, path_told(graph, least.journey.blueprint)
    share = share_told(known.known)
    if known.rolled is not None:
        said = "On {path}, {share} reaches the customer complete and accurate."
        yield Phrase.of(said, path=path, share=share)
        return
    yield Phrase.of(
        "On {path}, at most {share} reaches the customer complete and accurate; actions that say "
        "their share: {n} of {m}.",
        path=path,
        share=share,
        n=known.told,
        m=known.actions,
    )
