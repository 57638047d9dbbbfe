"""The page a director reads: the five things that matter most across all analyses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.concern import Concern, Concerns
from blueprint.analysis.naming import filled, table
from blueprint.analysis.service import actions_by_step, lived
from blueprint.analysis.written import told_count
from blueprint.diagnostics import Severity
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.model import Change
from blueprint.report import Column, Finding, Mark, Method, Overlay, Report, Role, Table
from blueprint.words import Phrase

MOST = 5
"""How many things the summary names."""

NAME = "summary"
"""What it is called in the table of analyses."""

_MOST_MARKED = 10
_WEIGHT: Mapping[Severity, int] = {"error": 2, "warning": 1, "info": 0}
_REPORT = Column(key="report", title=Phrase.of("Analysis"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Thing:
    """Findings of one code, told by the one that weighs most.

    Attributes:
        report: The report they are from.
        place: Where that report stands in the table of analyses.
        finding: The finding that weighs most.
        concern: Whom it concerns.
        alike: How many more of its code there are.
    """

    report: Report
    place: int
    finding: Finding
    concern: Concern
    alike: int = 0


def summary(graph: Graph, changes: Mapping[str, Change] | None = None) -> Report:
    """Return the five things that matter most across all analyses of the table.

    Findings with one code are one thing, told by the one that weighs most. What weighs more
    comes first: by severity, then by the moments of truth concerned, then by the share of
    customers concerned (one nobody can tell comes after those that are told), then in the
    order of the table and of the report.

    Args:
        graph: The graph.
        changes: Changes by their files' stems; those of a workspace are given by themselves.
    """
    return summed(graph, *asked_all(graph, changes))


def asked_all(
    graph: Graph, changes: Mapping[str, Change] | None = None
) -> tuple[tuple[Report, ...], Mapping[str, Phrase]]:
    """Ask every analysis that can be asked about the whole, the summary aside.

    Args:
        graph: The graph.
        changes: Changes by their files' stems, for those analyses that look at them.

    Returns:
        Their reports in the order of the table, and why those refused that did, by name.
    """
    from blueprint.analysis.table import ANALYSES

    reports: list[Report] = []
    refused: dict[str, Phrase] = {}
    for row in ANALYSES:
        if row.name == NAME or row.about == "elements":
            continue
        try:
            more = {"changes": changes} if row.asks_changes else {}
            reports.append(row.load()(graph, **more))
        except BlueprintError as error:
            message = error.message
            refused[row.name] = (
                message if isinstance(message, Phrase) else Phrase.of("{why}", why=message)
            )
    return tuple(reports), refused


def summed(
    graph: Graph, reports: Sequence[Report], refused: Mapping[str, Phrase] | None = None
) -> Report:
    """Return the summary of reports there are already.

    Args:
        graph: The graph they are about.
        reports: Them, in the order of the table.
        refused: Why other analyses refused, by name.
    """
    things = _things(graph, reports)
    top = things[:MOST]
    return Report(
        name=NAME,
        title=Phrase.of("What matters most"),
        method=_method(reports),
        summary=tuple(_sentences(reports, things, refused or {})),
        tables=filled(_what_to_do(top), _asked(reports), _untold(reports)),
        overlay=_overlay(graph, top),
    )


def to_be_shown(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return the reports that have something to say, the summary of them all first.

    An analysis has something to say where it has a finding, a table or a chart; that there
    is nothing to look at, such as no promise, is said in the table of the summary.
    """
    said = [report for report in reports if report.findings or report.tables or report.charts]
    return tuple(sorted(said, key=lambda report: report.name != NAME))


def _things(graph: Graph, reports: Sequence[Report]) -> list[_Thing]:
    """Return what was found, each code once, what weighs most first."""
    concerns = Concerns(graph)
    by_code: dict[tuple[int, str], list[_Thing]] = {}
    for place, report in enumerate(reports):
        for finding in report.findings:
            concern = concerns.of(finding.about)
            thing = _Thing(report=report, place=place, finding=finding, concern=concern)
            by_code.setdefault((place, finding.code), []).append(thing)
    heads = []
    for alike in by_code.values():
        head = min(alike, key=_order)
        heads.append(
            _Thing(
                report=head.report,
                place=head.place,
                finding=head.finding,
                concern=head.concern,
                alike=len(alike) - 1,
            )
        )
    return sorted(heads, key=_order)


def _order(thing: _Thing) -> tuple[float, ...]:
    """Return what things are sorted by; equal ones stay in the order of table and report."""
    share = thing.concern.customers
    return (
        -_WEIGHT[thing.finding.severity],
        -thing.concern.moments,
        1.0 if share is None else -share,
        thing.place,
    )


def _sentences(
    reports: Sequence[Report], things: Sequence[_Thing], refused: Mapping[str, Phrase]
) -> Iterator[Phrase]:
    yield _counted(reports)
    for rank, thing in enumerate(things[:MOST], 1):
        yield _told(rank, thing)
    if len(things) > MOST:
        more = len(things) - MOST
        yield (
            Phrase.of("One more thing is noted in the analyses.")
            if more == 1
            else Phrase.of("{n} more things are noted in the analyses.", n=more)
        )
    untold = sum(len(report.method.cannot_tell) for report in reports)
    if untold:
        yield (
            Phrase.of("One thing the blueprint cannot tell; the list says which.")
            if untold == 1
            else Phrase.of("{n} things the blueprint cannot tell; the list says which.", n=untold)
        )
    for name, why in refused.items():
        yield Phrase.of("“{analysis}” gives no answer: {why}", analysis=name, why=why)


def _counted(reports: Sequence[Report]) -> Phrase:
    """Say how many findings there are, and how heavy they are."""
    found = [finding.severity for report in reports for finding in report.findings]
    asked = told_count(len(reports), "1 analysis", "{n} analyses")
    if not found:
        return Phrase.of("Nothing is noted in {analyses}.", analyses=asked)
    return Phrase.of(
        "{findings} in {analyses}: {errors}, {warnings}, {infos}.",
        findings=told_count(len(found), "1 finding", "{n} findings"),
        analyses=asked,
        errors=told_count(found.count("error"), "1 error", "{n} errors"),
        warnings=told_count(found.count("warning"), "1 warning", "{n} warnings"),
        infos=told_count(found.count("info"), "1 note", "{n} notes"),
    )


def _told(rank: int, thing: _Thing) -> Phrase:
    """Say one thing in one sentence, with the report it is from."""
    said = "{rank}. {sentence} (see “{analysis}”)."
    if thing.alike == 1:
        said = "{rank}. {sentence}; and one more like it (see “{analysis}”)."
    elif thing.alike > 1:
        said = "{rank}. {sentence}; and {n} more like it (see “{analysis}”)."
    return Phrase.of(
        said,
        rank=rank,
        sentence=_Unended("{sentence}", (("sentence", thing.finding.message),)),
        n=thing.alike,
        analysis=thing.report.title,
    )


@dataclass(frozen=True, slots=True, repr=False)
class _Unended(Phrase):
    """A sentence that begins with a capital and has no full stop, to go on with."""

    def into(self, lang: str) -> str:
        """Return it in ``lang``."""
        said = Phrase.into(self, lang).rstrip(" .。")
        return said[:1].upper() + said[1:]


def _what_to_do(things: Iterable[_Thing]) -> Table:
    return table(
        "things",
        Phrase.of("What to do about it"),
        (
            Column(key="rank", title=Phrase.of("Rank")),
            Column(key="severity", title=Phrase.of("Severity")),
            Column(key="do", title=Phrase.of("What to do")),
            Column(key="moments", title=Phrase.of("Moments of truth concerned")),
            Column(key="customers", title=Phrase.of("Share of customers")),
            Column(key="alike", title=Phrase.of("More like it")),
            _REPORT,
            Column(key="code", title=Phrase.of("Code")),
            Column(key="about", title=Phrase.of("Elements")),
        ),
        (
            (
                rank,
                Phrase.of(thing.finding.severity),
                thing.finding.hint,
                thing.concern.moments,
                None if thing.concern.customers is None else round(thing.concern.customers, 4),
                thing.alike,
                thing.report.name,
                thing.finding.code,
                thing.finding.about[:_MOST_MARKED],
            )
            for rank, thing in enumerate(things, 1)
        ),
    )


def _asked(reports: Iterable[Report]) -> Table:
    severities: tuple[Severity, ...] = ("error", "warning", "info")
    return table(
        "analyses",
        Phrase.of("What each analysis answers"),
        (
            _REPORT,
            Column(key="answer", title=Phrase.of("Answer")),
            Column(key="errors", title=Phrase.of("Errors")),
            Column(key="warnings", title=Phrase.of("Warnings")),
            Column(key="notes", title=Phrase.of("Notes")),
        ),
        (
            (
                report.name,
                report.summary[0] if report.summary else None,
                *(sum(f.severity == one for f in report.findings) for one in severities),
            )
            for report in reports
        ),
    )


def _untold(reports: Iterable[Report]) -> Table:
    return table(
        "cannot-tell",
        Phrase.of("What the blueprint cannot tell"),
        (_REPORT, Column(key="what", title=Phrase.of("What cannot be told"))),
        ((report.name, what) for report in reports for what in report.method.cannot_tell),
    )


def _method(reports: Sequence[Report]) -> Method:
    return Method(
        name=NAME,
        source=Phrase.of("defined here: an order of what the other analyses found"),
        formula="severity, then moments of truth, then share of customers, then table order",
        scale=Phrase.of("ranks; 1 matters most"),
        direction=Phrase.of("errors before warnings before notes; more concerned before fewer"),
        n=sum(len(report.findings) for report in reports),
        assumptions=(
            Phrase.of("findings with one code are one thing, told by the heaviest of them"),
            Phrase.of(
                "a moment of truth or a customer is concerned where an element named stands in "
                "the step, or serves it directly"
            ),
        ),
        cannot_tell=(
            Phrase.of("how much more one thing matters than the next: this is an order only"),
        ),
    )


def _overlay(graph: Graph, things: Sequence[_Thing]) -> Overlay | None:
    """Mark what the things are about with all their ranks; a step by its cards."""
    inside = actions_by_step(graph)
    ranks: dict[str, list[int]] = {}
    for rank, thing in enumerate(things, 1):
        for entry in thing.finding.about[:_MOST_MARKED]:
            if entry not in graph.index:
                continue
            number = graph.index[entry]
            for card in (number, *lived(graph, inside.get(number, ()))):
                node = graph.nodes[card]
                for one in (node.id, *node.same):
                    if rank not in ranks.setdefault(one, []):
                        ranks[one].append(rank)
    marks = {
        card: Mark(
            role=things[own[0] - 1].finding.severity,
            badge=", ".join(map(str, own)),
            note=things[own[0] - 1].finding.message,
        )
        for card, own in ranks.items()
    }
    if not marks:
        return None
    said: dict[Role, Phrase] = {
        "error": Phrase.of("an error among what matters most, with its rank"),
        "warning": Phrase.of("a warning among what matters most, with its rank"),
        "info": Phrase.of("a note among what matters most, with its rank"),
    }
    used = {mark.role for mark in marks.values()}
    meanings = {role: phrase for role, phrase in said.items() if role in used}
    return Overlay(title=Phrase.of("What matters most"), elements=marks, meanings=meanings)
