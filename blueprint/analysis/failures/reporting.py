"""Fail points ranked, whether they are mended, and what alone can stop a moment of truth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.failures.finding import SEVERE, findings, overlay
from blueprint.analysis.failures.points import Point, ranked
from blueprint.analysis.failures.recoveries import Recoveries, recoveries
from blueprint.analysis.failures.single import single_points
from blueprint.analysis.failures.tables import chart, points_table, single_table
from blueprint.analysis.naming import filled, name_of, trimmed
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
    detection stands beside it. A recovery is complete where an action mends the fail point,
    somebody does it, and something leads from it back to what a customer does. A double
    deviation is a recovery that can fail itself, and is then not mended. What alone can stop a
    declared moment of truth is what `foundations` finds under it.

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
        formula="order: severity, then severity x occurrence x detection, then rate; complete = "
        "recovery and doer and a way back to a customer's action",
        scale=Phrase.of("severity, occurrence and detection from 1 to 10; product to 1000"),
        direction=Phrase.of("more is worse; detection 10 is noticed too late"),
        n=len(found.points),
        assumptions=(
            Phrase.of("severity comes first: the product of ranks is no quantity"),
            Phrase.of("from severity {n} on, what is not mended is a warning", n=SEVERE),
            Phrase.of(
                "a fail point without a severity is listed last, and is not taken as harmless"
            ),
        ),
        cannot_tell=tuple(_cannot_tell(found)),
    )


def _cannot_tell(found: Recoveries) -> Iterator[Phrase]:
    silent = sum(point.fail.severity is None for point in found.points)
    if silent:
        yield Phrase.of("how bad it is, of fail points without a severity: {n}", n=silent)
    yield Phrase.of("whether a recovery satisfies: that it is there says nothing of how it goes")
    yield Phrase.of("what goes wrong where nobody wrote a fail point")
    if not declared_moments(found.graph):
        yield Phrase.of("what alone can stop a moment of truth: none is declared")


def _sentences(found: Recoveries, alone: Mapping[int, tuple[int, ...]]) -> Iterator[Phrase]:
    points, graph = found.points, found.graph
    if not points:
        yield Phrase.of("No fail point is written: nobody has said yet where it can go wrong.")
    else:
        yield _worst_told(found)
        yield from _mended_told(points, sum(not found.lacks(point) for point in points))
    twice = [point for point in points if found.doubly(point)]
    if twice:
        said = "Customers can be let down twice, by the service and by its mending: {n}, such as “{fail}”."
        yield Phrase.of(
            said,
            n=told_count(len(twice), "1 fail point", "{n} fail points"),
            fail=label_phrase(twice[0].fail.name),
        )
    stopped = [moment for moment, nodes in alone.items() if nodes]
    if stopped:
        said = "A single element can stop {n} of {m}; “{name}” hangs on “{element}”."
        if len(alone) == 1:
            said = "A single element can stop the only moment of truth, “{name}”: “{element}”."
        yield Phrase.of(
            said,
            n=len(stopped),
            m=told_count(len(alone), "1 moment of truth", "{n} moments of truth"),
            name=name_of(graph, stopped[0]),
            element=name_of(graph, alone[stopped[0]][0]),
        )


def _mended_told(points: Sequence[Point], whole: int) -> Iterator[Phrase]:
    if len(points) == 1 and whole:
        yield Phrase.of("It is mended completely, with somebody who does it and a way back.")
    elif whole == len(points):
        yield Phrase.of("All are mended completely, with somebody who does it and a way back.")
    elif whole:
        said = "Mended completely, with somebody who does it and a way back: {n} of {m}."
        yield Phrase.of(said, n=whole, m=told_count(len(points), "1 fail point", "{n} fail points"))
    elif len(points) == 1:
        yield Phrase.of("It is not mended completely, with somebody who does it and a way back.")
    else:
        yield Phrase.of("None is mended completely, with somebody who does it and a way back.")


def _worst_told(found: Recoveries) -> Phrase:
    worst, n = ranked(found.points)[0], len(found.points)
    if worst.fail.severity is None:
        count = told_count(n, "1 fail point", "{n} fail points")
        return Phrase.of("Written so far: {n}, without a severity.", n=count)
    said: dict[str, Value | Phrase] = {
        "lead": told_count(n, "The only fail point", "The worst of {n} fail points"),
        "fail": label_phrase(worst.fail.name),
        "step": name_of(found.graph, worst.step),
        "severity": worst.fail.severity,
    }
    if worst.product is None:
        return Phrase.of("{lead} is “{fail}” in “{step}”: severity {severity} of 10.", **said)
    return Phrase.of(
        "{lead} is “{fail}” in “{step}”: severity {severity} of 10, product {product} of 1000.",
        **said,
        product=worst.product,
    )
