"""Checking: every rule on every file, weighed and accepted as the files say, as one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from blueprint.diagnostics import SEVERITIES
from blueprint.errors import BlueprintError
from blueprint.files import Document, Workspace
from blueprint.graph import Graph, lenient_graph
from blueprint.model import Blueprint
from blueprint.report import Cell, Column, Finding, Mark, Method, Overlay, Report, Table
from blueprint.rules.context import Context
from blueprint.rules.explain import FIXED
from blueprint.rules.order import in_file_order
from blueprint.rules.settings import SETTABLE_WORDS, Settings, idle
from blueprint.rules.sheets import Bundle, Sheet, bundle_of
from blueprint.rules.table import RULES
from blueprint.words import Phrase
from blueprint.words.label import label_phrase


def check(source: Blueprint | Document | Workspace, *, as_of: str | None = None) -> Report:
    """Return everything that is to be noted about a blueprint, a read file or a workspace.

    Args:
        source: What to check; of a document or workspace, findings say file and place.
        as_of: The day to judge by, such as ``2026-03-01``; never the clock. Without it,
            rules that need a day say nothing, and the report's method says so.

    Returns:
        The findings in file order, errors in the files themselves included; a table of
        the rules that found something, and one of what was ignored and why.

    Raises:
        BlueprintError: ``as_of`` is no day.

    Examples:
        >>> from blueprint.model import Blueprint, Step
        >>> stay = Blueprint(blueprint="Stay", phases={"Arrival": [Step(customer="Arrive")]})
        >>> [finding.code for finding in check(stay).findings]
        ['BP601', 'BP202']
    """
    day = _day(as_of)
    bundle = bundle_of(source)
    graph = lenient_graph(bundle.scope)
    found: list[Finding] = []
    ignored: list[tuple[Cell, ...]] = []
    for sheet in bundle.sheets:
        findings, accepted = _checked(sheet, bundle, graph, day)
        found += in_file_order(sheet, findings)
        ignored += accepted
    return _report(tuple(found), tuple(ignored), bundle, as_of)


def _day(as_of: str | None) -> date | None:
    if as_of is None:
        return None
    try:
        return date.fromisoformat(as_of)
    except ValueError:
        said = Phrase.of("“{text}” is not a day; write it as 2026-03-01", text=as_of)
        raise BlueprintError(said) from None


def _checked(
    sheet: Sheet, bundle: Bundle, graph: Graph, day: date | None
) -> tuple[list[Finding], list[tuple[Cell, ...]]]:
    """Return the findings of one file, and the rows of what was ignored there."""
    if sheet.value is None:
        return list(sheet.defects), []
    context = Context(
        value=sheet.value,
        stem=sheet.stem,
        scope=bundle.scope,
        graph=graph,
        as_of=day,
        changes=bundle.changes,
        settable=SETTABLE_WORDS,
        fixed=FIXED,
    )
    settings = Settings(context)
    errors = [defect for defect in sheet.defects if defect.severity == "error"]
    noticed = [defect for defect in sheet.defects if defect.severity != "error"]
    found = [*noticed, *_applied(sheet, context, last=False)]
    weighed = [kept for finding in found if (kept := settings.weighed(finding)) is not None]
    accepted = [finding for finding in weighed if not settings.is_ignored(finding)]
    late = _applied(sheet, context.having_ignored(idle(settings)), last=True)
    accepted += [kept for finding in late if (kept := settings.weighed(finding)) is not None]
    return [*errors, *accepted], list(_ignored(sheet, settings))


def _applied(sheet: Sheet, context: Context, *, last: bool) -> Iterator[Finding]:
    for rule in RULES:
        if rule.last is last:
            yield from (sheet.finding(rule, found) for found in rule.find(context))


def _ignored(sheet: Sheet, settings: Settings) -> Iterator[tuple[Cell, ...]]:
    for shared, n, entry in settings.entries():
        count = settings.counts[shared, n]
        if count:
            file = sheet.document.file if sheet.document else None
            code = SETTABLE_WORDS[entry.rule]
            yield code, tuple(entry.on), file, count, label_phrase(entry.because)


def _report(
    found: tuple[Finding, ...],
    ignored: tuple[tuple[Cell, ...], ...],
    bundle: Bundle,
    as_of: str | None,
) -> Report:
    return Report(
        name="check",
        title=Phrase.of("Checks"),
        method=_method(bundle, as_of),
        summary=tuple(_summary(found, ignored)),
        findings=found,
        tables=tuple(_tables(found, ignored)),
        overlay=_overlay(found),
    )


def _method(bundle: Bundle, as_of: str | None) -> Method:
    judged = () if as_of is None else (Phrase.of("review dates judged as of {day}", day=as_of),)
    unjudged = [
        Phrase.of("{file} has errors, so the rules were not applied to it", file=sheet.name)
        for sheet in bundle.sheets
        if sheet.name
    ]
    if as_of is None:
        unjudged.append(Phrase.of("no --as-of given: review dates not judged"))
    return Method(
        name="check",
        source=Phrase.of("the rules of this program, each explained by “blueprint explain CODE”"),
        n=len(RULES),
        scale=Phrase.of("error, warning or info, as each rule, the catalog or the file says"),
        assumptions=judged,
        cannot_tell=tuple(unjudged),
    )


def _summary(found: tuple[Finding, ...], ignored: tuple[tuple[Cell, ...], ...]) -> Iterator[Phrase]:
    counts = Counter(finding.severity for finding in found)
    if found:
        yield Phrase.of(
            "errors: {errors}, warnings: {warnings}, notes: {notes}",
            errors=counts["error"],
            warnings=counts["warning"],
            notes=counts["info"],
        )
    else:
        yield Phrase.of("nothing to note")
    accepted = sum(int(str(row[3])) for row in ignored)
    if accepted:
        yield Phrase.of("ignored with a reason: {n}", n=accepted)


def _tables(found: tuple[Finding, ...], ignored: tuple[tuple[Cell, ...], ...]) -> Iterator[Table]:
    counts = Counter(finding.code for finding in found)
    rows = tuple(
        (rule.code, rule.name, rule.summary, counts[rule.code])
        for rule in RULES
        if counts[rule.code]
    )
    if rows:
        yield Table(
            name="rules",
            title=Phrase.of("Rules that found something"),
            columns=(
                Column(key="code", title=Phrase.of("Code")),
                Column(key="name", title=Phrase.of("Rule")),
                Column(key="summary", title=Phrase.of("What it finds")),
                Column(key="count", title=Phrase.of("Findings")),
            ),
            rows=rows,
        )
    if ignored:
        yield Table(
            name="ignored",
            title=Phrase.of("Ignored, and why"),
            columns=(
                Column(key="code", title=Phrase.of("Code")),
                Column(key="on", title=Phrase.of("On")),
                Column(key="file", title=Phrase.of("File")),
                Column(key="count", title=Phrase.of("Findings")),
                Column(key="because", title=Phrase.of("Because")),
            ),
            rows=ignored,
        )


def _overlay(found: tuple[Finding, ...]) -> Overlay:
    """Return a mark for each element a finding is mainly about: of its gravest finding."""
    marks: dict[str, Mark] = {}
    for finding in sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)):
        for element in finding.about[:1]:
            mark = Mark(role=finding.severity, badge=finding.code, note=finding.message)
            marks.setdefault(element, mark)
    return Overlay(title=Phrase.of("Checks"), elements=marks)
