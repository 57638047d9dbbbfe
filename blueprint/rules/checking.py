"""Checking: every rule on every file, weighed and accepted as the files say, as one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from blueprint.errors import BlueprintError
from blueprint.files import Document, Workspace
from blueprint.graph import Graph, lenient_graph
from blueprint.model import Blueprint
from blueprint.report import Finding, Report
from blueprint.rules.context import Context
from blueprint.rules.explaining import FIXED
from blueprint.rules.order import in_file_order
from blueprint.rules.result import Row, report_of
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
    shared: Counter[int] = Counter()
    results: dict[int, tuple[list[Finding], list[Row]]] = {}
    # the catalog comes last: what its ignore: is good for shows in the files
    for n, sheet in sorted(enumerate(bundle.sheets), key=lambda entry: not _is_file(entry[1])):
        results[n] = _checked(sheet, bundle, graph, day, shared)
    found: list[Finding] = []
    ignored: list[Row] = []
    for n, sheet in enumerate(bundle.sheets):
        found += in_file_order(sheet, results[n][0])
        ignored += results[n][1]
    return report_of(
        tuple(found),
        tuple(ignored),
        assumptions=tuple(_assumed(as_of)),
        cannot_tell=tuple(_unjudged(bundle, as_of)),
    )


def _day(as_of: str | None) -> date | None:
    if as_of is None:
        return None
    try:
        return date.fromisoformat(as_of)
    except ValueError:
        said = Phrase.of("“{text}” is not a day; write it as 2026-03-01", text=as_of)
        raise BlueprintError(said) from None


def _is_file(sheet: Sheet) -> bool:
    return isinstance(sheet.value, Blueprint)


def _checked(
    sheet: Sheet, bundle: Bundle, graph: Graph, day: date | None, shared: Counter[int]
) -> tuple[list[Finding], list[Row]]:
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
    settings = Settings(context, elsewhere={} if _is_file(sheet) else shared)
    errors = [defect for defect in sheet.defects if defect.severity == "error"]
    noticed = [defect for defect in sheet.defects if defect.severity != "error"]
    found = [*noticed, *_applied(sheet, context, last=False)]
    weighed = [kept for finding in found if (kept := settings.weighed(finding)) is not None]
    accepted = [finding for finding in weighed if not settings.is_ignored(finding)]
    late = _applied(sheet, context.having_ignored(idle(settings)), last=True)
    accepted += [kept for finding in late if (kept := settings.weighed(finding)) is not None]
    shared.update({n: count for (of_catalog, n), count in settings.counts.items() if of_catalog})
    return [*errors, *accepted], list(_ignored(sheet, settings))


def _applied(sheet: Sheet, context: Context, *, last: bool) -> Iterator[Finding]:
    for rule in RULES:
        if rule.last is last:
            yield from (sheet.finding(rule, found) for found in rule.find(context))


def _ignored(sheet: Sheet, settings: Settings) -> Iterator[Row]:
    for shared, n, entry in settings.entries():
        count = settings.counts[shared, n]
        if count:
            file = sheet.document.file if sheet.document else None
            code = SETTABLE_WORDS[entry.rule]
            yield code, tuple(entry.on), file, count, label_phrase(entry.because)


def _assumed(as_of: str | None) -> Iterator[Phrase]:
    if as_of is not None:
        yield Phrase.of("review dates judged as of {day}", day=as_of)


def _unjudged(bundle: Bundle, as_of: str | None) -> Iterator[Phrase]:
    for sheet in bundle.sheets:
        if sheet.name:
            yield Phrase.of(
                "{file} has errors, so the rules were not applied to it", file=sheet.name
            )
    if as_of is None:
        yield Phrase.of("no --as-of given: review dates not judged")
