"""``blueprint ripple``: ask whom a change reaches."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from blueprint.cli.failing import fail_on_option, fails
from blueprint.cli.looks import look_options, looks_of
from blueprint.cli.options import cache_option, lang_option, opened, output_option, spoken, usable
from blueprint.cli.ripple_options import PASSED_ON, ripple_options
from blueprint.cli.telling import put, warned

if TYPE_CHECKING:
    from blueprint.analysis.difference import Difference
    from blueprint.analysis.ripple import RippleReport
    from blueprint.files import Workspace
    from blueprint.integrity import Scope
    from blueprint.model import Blueprint, Change

_DRAWN = ("svg", "png", "pdf")
_FORMATS = ("text", "json", "csv", "md", "html", "github", "dot", *_DRAWN)
_ENDINGS = {"txt": "text", "gv": "dot"}


@click.command("ripple")
@click.argument("path", metavar="PATH")
@ripple_options
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), help="Default: by OUT's ending, else text."
)
@fail_on_option
@look_options
@cache_option
@lang_option
@output_option
def command(
    path: str,
    form: str | None,
    fail_on: tuple[tuple[str, ...], ...],
    lang: str | None,
    output: str | None,
    **given: Any,  # noqa: ANN401  (the shared options)
) -> int:
    """Ask what a change of PATH (a file or a workspace) reaches, and who must act and be told.

    Give the elements that change: till wms; or --change files; or --since a git revision, for
    what changed since. Several changes are asked together, and their conflicts
    told first. A picture shows the ripple on the drawing, as the options of looks say; html is
    the page of a file, or a report on a folder; md, asked of a change, is the comment of a
    merge request; github puts notes beside the changed lines, and OUT then holds the comment.
    """
    from blueprint.analysis.ripple import ripple
    from blueprint.files import Workspace
    from blueprint.integrity import alone

    starts = _named(given)
    source = usable(path)
    language = spoken(lang, source)
    scope = source.scope if isinstance(source, Workspace) else alone(source)
    changed = _since(path, given["since"], scope) if given["since"] else None
    several = _changes(given["changes"], scope)
    changes = changed or several or None
    asked = {name: given[name] for name in PASSED_ON}
    report = ripple(source, starts or None, change=changes, **asked)
    chosen = form or _by_ending(output)
    if chosen in _DRAWN or (chosen == "html" and not isinstance(source, Workspace)):
        _draw(source, several, report, chosen, language, output, given)
    elif chosen == "html":
        from blueprint.site.ripple_page import ripple_page, with_change

        after = with_change(scope, several or None)
        put(ripple_page(after, report, language), output, language)
    elif chosen == "github":
        _annotate(path, scope, report, changed, language, output)
    elif chosen == "md" and changes is not None:
        from blueprint.render.report.comment import comment

        put(comment(report, language, difference=changed), output, language)
    else:
        from blueprint.render.report import as_text

        put(as_text(report, chosen, language), output, language)
    return int(fails(report.findings, fail_on))


def _named(given: dict[str, Any]) -> tuple[str, ...]:
    """Return the elements to start at, once it is sure that one thing alone is asked."""
    starts = (*given["starts"], *given["more"])
    if sum(map(bool, (starts, given["changes"], given["since"] is not None))) != 1:
        raise click.UsageError("give either elements (ID…), --change FILE or --since REV")
    if given["since"] == "":
        raise click.UsageError("--since needs a revision, such as main")
    return starts


def _since(path: str, revision: str, scope: Scope) -> Difference:
    """Return what changed in a file or a folder since a git revision."""
    from blueprint.analysis.difference import difference
    from blueprint.files import Workspace
    from blueprint.files.revision import as_it_was
    from blueprint.integrity import alone

    if path == "-":
        raise click.UsageError("--since needs a file or a folder in a git repository")
    old = as_it_was(path, revision).source
    before = old.scope if isinstance(old, Workspace) else alone(old)
    return difference(before, scope, since=revision)


def _changes(files: tuple[str, ...], scope: Scope) -> tuple[Change, ...]:
    """Return the changes of some files; each may name what those before it bring."""
    from blueprint.analysis.ripple.apply_change import applied
    from blueprint.analysis.ripple.several import together
    from blueprint.files import load_change

    found: list[Change] = []
    for file in files:
        known = applied(scope, together(found)).scope if found else scope
        found.append(load_change(file, scope=known))
    return tuple(found)


def _draw(
    source: Blueprint | Workspace,
    changes: tuple[Change, ...],
    report: RippleReport,
    form: str,
    language: str,
    output: str | None,
    given: dict[str, Any],
) -> None:
    from blueprint.drawing import draw
    from blueprint.files import Workspace
    from blueprint.integrity import alone
    from blueprint.site.ripple_page import with_change

    if isinstance(source, Workspace):
        raise click.UsageError("a picture shows one file: give its path, or build the folder")
    after = with_change(alone(source), changes) if changes else source
    overlay = report.overlay if form in _DRAWN else None
    with warned(language):
        made = draw(
            after, form, lang=language, overlay=overlay, reports=(report,), **looks_of(given)
        )
    put(made, output, language)


def _annotate(
    path: str,
    scope: Scope,
    report: RippleReport,
    changed: Difference | None,
    language: str,
    output: str | None,
) -> None:
    """Print notes beside the lines; the comment goes to the file, or after them."""
    from blueprint.cli.placing import annotated
    from blueprint.files import Document
    from blueprint.render.report.comment import comment
    from blueprint.render.report.github import github_text

    found = opened(path) if path != "-" else None
    documents = (
        [found] if isinstance(found, Document) else list(found.documents.values()) if found else []
    )
    notes = github_text(annotated(report, documents, scope), language, root=Path.cwd())
    told = comment(report, language, difference=changed)
    if output in (None, "-"):
        put(f"{notes}\n{told}", output, language)
    else:
        put(notes, "-", language)
        put(told, output, language)


def _by_ending(output: str | None) -> str:
    ending = Path(output).suffix.lstrip(".") if output not in (None, "-") else ""
    ending = _ENDINGS.get(ending, ending)
    return ending if ending in _FORMATS else "text"
