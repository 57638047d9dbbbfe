"""The page a director reads: the five things that matter most across all analyses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis import counted
from blueprint.analysis.mattering import Thing, foremost, things_of
from blueprint.analysis.naming import filled, table
from blueprint.analysis.service import actions_by_step, declared_moments, lived
from blueprint.analysis.written import told_count
from blueprint.diagnostics import Severity
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.model import Change
from blueprint.report import Column, Mark, Method, Overlay, Report, Role, Table
from blueprint.words import Phrase

NAME = "summary"
"""What it is called in the table of analyses."""

_MOST_MARKED = 10
_REPORT = Column(key="report", title=Phrase.of("Analysis"))


def summary(graph: Graph, changes: Mapping[str, Change] | None = None) -> Report:
    """Return the five things that matter most across all analyses of the table.

    Findings with one code are one thing, told by the one that weighs most. What weighs more
    comes first: by severity, then what the service does before what nobody wrote down, then by
    the moments of truth and the share of customers concerned. Of warnings, and of notes, the
    first of each subject comes before a second of any.

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
    things = things_of(graph, reports)
    top = foremost(things)
    moments = len(declared_moments(graph))
    return Report(
        name=NAME,
        title=Phrase.of("What matters most"),
        method=_method(reports),
        summary=(
            _counted(reports),
            *(_told(rank, thing, moments) for rank, thing in enumerate(top, 1)),
            *_left(reports, len(things) - len(top)),
            *_refusing(refused or {}),
        ),
        tables=filled(_what_to_do(top), _asked(reports)),
        overlay=_overlay(graph, top),
    )


def to_be_shown(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return the reports that have something to say, the summary of them all first.

    An analysis has something to say where it has a finding, a table or a chart; that there
    is nothing to look at, such as no promise, is said in the table of the summary.
    """
    said = [report for report in reports if report.findings or report.tables or report.charts]
    return tuple(sorted(said, key=lambda report: report.name != NAME))


def _left(reports: Sequence[Report], more: int) -> Iterator[Phrase]:
    """Say how much there is besides, and where it is to be found."""
    if more > 0:
        yield told_count(
            more,
            "One more thing is noted in the analyses.",
            "{n} more things are noted in the analyses.",
        )
    untold = sum(len(report.method.cannot_tell) for report in reports)
    if untold:
        yield told_count(
            untold,
            "One thing cannot be told from what is written; its analysis says which.",
            "{n} things cannot be told from what is written; each analysis says which.",
        )


def _refusing(refused: Mapping[str, Phrase]) -> Iterator[Phrase]:
    from blueprint.analysis.table import analysis_of

    for name, why in refused.items():
        said = "“{analysis}” gives no answer: {why}"
        yield Phrase.of(said, analysis=analysis_of(name).title, why=why)


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


def _told(rank: int, thing: Thing, moments: int) -> Phrase:
    """Say one thing in one sentence, with whom it concerns and the report it is from."""
    said = _unended(thing.finding.message)
    if thing.alike:
        more = told_count(thing.alike, "one more like it", "{n} more like it")
        said = Phrase.of("{sentence}; and {more}", sentence=said, more=more)
    if not thing.concern.moments:
        ended = "{rank}. {sentence} (see “{analysis}”)."
        return Phrase.of(ended, rank=rank, sentence=said, analysis=thing.report.title)
    return Phrase.of(
        "{rank}. {sentence} ({n} of {moments}; see “{analysis}”).",
        rank=rank,
        sentence=said,
        n=thing.concern.moments,
        moments=counted.moments(moments),
        analysis=thing.report.title,
    )


@dataclass(frozen=True, slots=True, repr=False)
class _Unended(Phrase):
    """A sentence that begins with a capital and has no full stop, to go on with."""

    def into(self, lang: str) -> str:
        """Return it in ``lang``."""
        said = Phrase.into(self, lang).rstrip(" .。")
        return said[:1].upper() + said[1:]


def _unended(said: Phrase) -> Phrase:
    return _Unended("{sentence}", (("sentence", said),))


def _what_to_do(things: Sequence[Thing]) -> Table:
    shares = any(thing.concern.customers is not None for thing in things)
    share = (Column(key="customers", title=Phrase.of("Share of customers"), unit="%"),)
    return table(
        "things",
        Phrase.of("What to do about it"),
        (
            Column(key="rank", title=Phrase.of("Rank")),
            Column(key="severity", title=Phrase.of("Severity")),
            Column(key="do", title=Phrase.of("What to do")),
            Column(key="moments", title=Phrase.of("Moments of truth concerned")),
            *(share if shares else ()),
            Column(key="alike", title=Phrase.of("More like it")),
            _REPORT,
            Column(key="code", title=Phrase.of("Code")),
        ),
        (
            (
                rank,
                Phrase.of(thing.finding.severity),
                None if thing.finding.hint is None else _unended(thing.finding.hint),
                thing.concern.moments,
                *((_percent(thing.concern.customers),) if shares else ()),
                thing.alike,
                thing.report.name,
                thing.finding.code,
            )
            for rank, thing in enumerate(things, 1)
        ),
    )


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)


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


def _method(reports: Sequence[Report]) -> Method:
    return Method(
        name=NAME,
        source=Phrase.of("defined here: an order of what the other analyses found"),
        formula=Phrase.of(
            "severity, then written before unwritten, then moments of truth, then share of "
            "customers, then table order; of each subject one before a second of any, errors aside"
        ),
        scale=Phrase.of("ranks; 1 matters most"),
        direction=Phrase.of("errors before warnings before notes; more concerned before fewer"),
        n=sum(len(report.findings) for report in reports),
        assumptions=(
            Phrase.of("what the service does weighs more than what nobody wrote down"),
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


def _overlay(graph: Graph, things: Sequence[Thing]) -> Overlay | None:
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
