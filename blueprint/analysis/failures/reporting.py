"""Fail points ranked, whether they are mended, and what alone can stop a moment of truth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.counted import moments
from blueprint.analysis.failures.finding import SEVERE, findings, overlay
from blueprint.analysis.failures.points import Point, ranked
from blueprint.analysis.failures.recoveries import Recoveries, recoveries
from blueprint.analysis.failures.single import single_points
from blueprint.analysis.failures.tables import chart, points_table, single_table
from blueprint.analysis.naming import filled, named, quoted, trimmed
from blueprint.analysis.service import declared_moments
from blueprint.analysis.written import told_count
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Method, Report
from blueprint.words import Phrase
from blueprint.words.label import label_phrase
from blueprint.words.phrase import Value


def failures(graph: Graph, *, most: int = 50) -> Report:
    """Return where a service can fail, how badly, and whether it is mended.

    Fail points are ranked by severity first; the product of severity, occurrence and
    detection stands beside it. A recovery is complete where an action other than what fails
    mends the fail point, somebody does it, and something leads from it back to what a customer
    does. A double deviation is a recovery that can fail itself, and is then not mended. What
    alone can stop a declared moment of truth is what `foundations` finds under it.

    Args:
        graph: The graph.
        most: How many fail points and moments of truth are listed, the worst first.

    Raises:
        BlueprintError: ``most`` is not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    found = recoveries(graph)
    alone = single_points(graph, most)
    return Report(
        name="failures",
        title=Phrase.of("Where it can go wrong"),
        method=_method(found),
        summary=tuple(_sentences(found, alone)),
        findings=tuple(findings(found, alone)),
        tables=tuple(
            trimmed(entry)
            for entry in filled(points_table(found, most), single_table(graph, alone))
        ),
        charts=chart(found),
        overlay=overlay(found, alone),
    )


def _method(found: Recoveries) -> Method:
    return Method(
        name="failures",
        source=Phrase.of(
            "fail points: Shostack (1984); ranks: failure mode and effects analysis (IEC 60812); "
            "double deviation: Bitner, Booms & Tetreault (1990); single points: dominators "
            "(Lengauer & Tarjan 1979)"
        ),
        formula=Phrase.of(
            "order: severity, then severity × occurrence × detection, then rate; complete = a "
            "recovery other than what fails, somebody who does it, and a way back to what a "
            "customer does"
        ),
        scale=Phrase.of("severity, occurrence and detection from 1 to 10; product to 1000"),
        direction=Phrase.of("more is worse; detection 10 is noticed too late"),
        n=len(found.points),
        assumptions=tuple(_assumptions(found)),
        cannot_tell=tuple(_cannot_tell(found)),
    )


def _assumptions(found: Recoveries) -> Iterator[Phrase]:
    if found.rated:
        yield Phrase.of("severity comes first: the product of ranks is no quantity")
        yield Phrase.of("from severity {n} on, what is not mended is a warning", n=SEVERE)
    if found.rated < len(found.points):
        yield Phrase.of(
            "a fail point without a severity is listed last, and is not taken as harmless"
        )


def _cannot_tell(found: Recoveries) -> Iterator[Phrase]:
    silent = len(found.points) - found.rated
    if silent:
        said = "how bad it is, of fail points without a severity: {n} of {m}"
        yield Phrase.of(said, n=silent, m=len(found.points))
    if any(point.mends is not None for point in found.points):
        yield Phrase.of(
            "whether a recovery satisfies: that it is there says nothing of how it goes"
        )
    yield Phrase.of("what goes wrong where nobody wrote a fail point")
    if not declared_moments(found.graph):
        yield Phrase.of("what alone can stop a moment of truth: none is declared")


def _sentences(found: Recoveries, alone: Mapping[int, tuple[int, ...]]) -> Iterator[Phrase]:
    points, graph = found.points, found.graph
    if not points:
        yield Phrase.of("No fail point is written: nobody has said yet where it can go wrong.")
    else:
        yield _worst_told(found)
        yield _mended_told(points, sum(not found.lacks(point) for point in points))
    twice = [point for point in points if found.doubly(point)]
    if twice:
        said = "Customers can be let down twice, by the service and by its mending: {n}, such as “{fail}”."
        yield Phrase.of(
            said,
            n=told_count(len(twice), "1 fail point", "{n} fail points"),
            fail=label_phrase(twice[0].fail.name),
        )
    yield from _stopped_told(graph, alone)


def _stopped_told(graph: Graph, alone: Mapping[int, tuple[int, ...]]) -> Iterator[Phrase]:
    stopped = [moment for moment, nodes in alone.items() if nodes]
    if not stopped:
        return
    by, whole = alone[stopped[0]], len(declared_moments(graph))
    of = moments(len(alone))
    if len(alone) < whole:
        of = Phrase.of("the first {n} of {m} moments of truth", n=len(alone), m=whole)
    if whole == 1:
        said = "{elements} alone can stop the only moment of truth, {name}."
        if len(by) > 1:
            said = "Each of these alone can stop the only moment of truth, {name}: {elements}."
    elif len(stopped) == 1:
        said = "Of {moments}, 1 can be stopped by a single element: {name}, by {elements}."
        if len(by) > 1:
            said = (
                "Of {moments}, 1 can be stopped by a single element: {name}, by each of {elements}."
            )
    else:
        said = "Of {moments}, {n} can be stopped by a single element each; {name}, for one, by {element}."
        if len(stopped) == whole:
            said = "All {moments} can be stopped by a single element each; {name}, for one, by {element}."
    yield Phrase.of(
        said,
        n=len(stopped),
        moments=of,
        name=quoted(graph, stopped[0]),
        element=quoted(graph, by[0]),
        elements=named(graph, by),
    )


def _mended_told(points: Sequence[Point], whole: int) -> Phrase:
    if len(points) == 1:
        said = "It is not mended completely, by somebody and with a way back to the customer."
        if whole:
            said = "It is mended completely, by somebody and with a way back to the customer."
    elif whole == len(points):
        said = "All are mended completely, by somebody and with a way back to the customer."
    elif not whole:
        said = "None is mended completely, by somebody and with a way back to the customer."
    elif whole == 1:
        said = (
            "Only 1 of {m} is mended completely, by somebody and with a way back to the customer."
        )
    else:
        said = "{n} of {m} are mended completely, by somebody and with a way back to the customer."
    return Phrase.of(said, n=whole, m=len(points))


def _worst_told(found: Recoveries) -> Phrase:
    worst, n = ranked(found.points)[0], len(found.points)
    rated = found.rated
    if not rated:
        return Phrase.of(
            "{points} so far, none with a severity: nobody can tell which is the worst.",
            points=told_count(n, "1 fail point", "{n} fail points"),
        )
    lead = told_count(n, "The only fail point", "The worst of {n} fail points")
    if rated < n:
        lead = told_count(
            rated,
            "The only fail point with a severity",
            "The worst of {n} fail points with a severity",
        )
    said: dict[str, Value | Phrase] = {
        "lead": lead,
        "fail": label_phrase(worst.fail.name),
        "step": quoted(found.graph, worst.step),
        "severity": worst.fail.severity or 0,
    }
    if worst.product is None:
        return Phrase.of("{lead} is “{fail}” in {step}: severity {severity} of 10.", **said)
    return Phrase.of(
        "{lead} is “{fail}” in {step}: severity {severity} of 10; with occurrence and detection "
        "the product is {product} of 1000.",
        **said,
        product=worst.product,
    )
