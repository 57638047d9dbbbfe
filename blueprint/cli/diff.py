"""``blueprint diff``: compare two states of a service, or two personas of one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

import click

from blueprint.cli.failing import fail_on as fail_on_option
from blueprint.cli.failing import fails
from blueprint.cli.looks import look_options, looks_of
from blueprint.cli.options import cache_option, lang_option, output_option, spoken, usable
from blueprint.cli.telling import put, warned

if TYPE_CHECKING:
    from blueprint.drawing import Looks
    from blueprint.files import Workspace
    from blueprint.model import Blueprint
    from blueprint.report import Report
    from blueprint.site.compare_page import Side

    Source = Blueprint | Workspace
    Sides = tuple[Side, Side] | None

_DRAWN = ("svg", "png", "pdf")
_FORMATS = ("text", "json", "csv", "md", "html", *_DRAWN)
_TWO = 2

NAMED = (
    "difference", "moment-lost", "work-to-customer", "waits-longer", "takes-longer", "costs-more",
    "asks-less", "promise-gone", "recovery-lost", "nobody", "more-handoffs", "out-of-sight",
    "cannot-tell", "good-for-one",
)  # fmt: skip
"""What can be failed on by name: any difference, or what a comparison finds."""


@click.command("diff")
@click.argument("first", metavar="A")
@click.argument("second", metavar="[B]", required=False)
@click.option(
    "--since",
    metavar="REV",
    help="Compare A with what it was in this git revision; REV... means since the branch left it.",
)
@click.option(
    "--persona",
    "personas",
    multiple=True,
    metavar="ID",
    help="Compare how two personas live through A: name each.",
)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), help="Default: by OUT's ending, else text."
)
@fail_on_option(*NAMED)
@look_options
@cache_option
@lang_option
@output_option
def command(
    first: str,
    second: str | None,
    since: str | None,
    personas: tuple[str, ...],
    form: str | None,
    fail_on: tuple[tuple[str, ...], ...],
    lang: str | None,
    output: str | None,
    **looks: Any,  # noqa: ANN401  (the shared options)
) -> int:
    """Compare A with B, two files or two folders: what is new, gone, moved, what got worse.

    With --since, A as it was in a git revision is compared with A as it is. A file alone is
    compared with the one it names with "of"; of a folder, all files that name one are. A
    picture becomes two: OUT.svg is written as OUT.before.svg and OUT.after.svg, of two
    personas as OUT.1.svg and OUT.2.svg; html is one page with both. Of a folder, each file
    that names one is drawn with it: OUT.FILE.before.svg and OUT.FILE.after.svg, where there
    are several.
    """
    if sum((second is not None, since is not None, bool(personas))) > 1:
        raise click.UsageError("give one of B, --since REV, and --persona")
    form = form or _by_ending(output)
    source = usable(first)
    language = spoken(lang, source)
    wanted = looks_of(looks)
    report, sides = (
        _personas(source, personas, wanted)
        if personas
        else _states(first, source, second, since, wanted)
    )
    if form in _DRAWN and second is None and since is None and _is_folder(source):
        _draw_all(source, wanted, form, language, output)
    elif form in _DRAWN:
        ends = ("1", "2") if personas else ("before", "after")
        _draw(report, sides, form, language, output, ends)
    else:
        put(_text(report, sides, form, language), output, language)
    words = {word for group in fail_on for word in group}
    return int(
        ("difference" in words and not getattr(report, "same", not report.tables))
        or fails(report.findings, fail_on)
    )


def _states(
    first: str, source: Source, second: str | None, since: str | None, looks: Looks
) -> tuple[Report, Sides]:
    """Return the comparison of two states, and what is drawn of them where both are files."""
    from blueprint.analysis.comparison.comparing import comparison_of
    from blueprint.analysis.comparison.within import compare
    from blueprint.analysis.difference import difference
    from blueprint.files import Workspace
    from blueprint.graph import graph_of

    if second is None and since is None and isinstance(source, Workspace):
        return compare(graph_of(source.scope)), None
    if second is not None:
        one, other = source, usable(second)
    else:
        one, other = _former(first, source, since), source
    if isinstance(one, Workspace) != isinstance(other, Workspace):
        raise click.UsageError("compare two files, or two folders")
    found = difference(_scope(one), _scope(other), since=since)
    sides = None if isinstance(one, Workspace) else ((found.old, looks), (found.new, looks))
    return comparison_of(found), sides


def _former(path: str, source: Source, since: str | None) -> Source:
    """Return what a file or a folder is compared with where no other is given."""
    from blueprint.files.revision import as_it_was

    if path == "-":
        raise click.UsageError("standard input is compared with a file: give B")
    if since == "":
        raise click.UsageError("--since needs a revision, such as main")
    return as_it_was(path, since).source if since is not None else _named_by_of(path, source)


def _named_by_of(path: str, source: Source) -> Source:
    """Return the file that a file says it would replace, found in its workspace."""
    from blueprint.files.reading import CATALOG_NAMES, ENDINGS

    of = getattr(source, "of", None)
    if of is None:
        raise click.UsageError("give B, --since REV, or two --persona: A names no other with of")
    here = Path(path).parent
    above = (here, *here.resolve().parents)
    root = next((f for f in above if any((f / name).is_file() for name in CATALOG_NAMES)), here)
    names = {f"{of}.blueprint{ending}" for ending in ENDINGS}
    found = next((p for p in sorted(root.rglob("*.blueprint.*")) if p.name in names), None)
    if found is None:
        raise click.UsageError(f"A says of: {of}, but there is no such file beside it")
    return usable(str(found))


def _personas(source: Source, personas: tuple[str, ...], looks: Looks) -> tuple[Report, Sides]:
    """Return the comparison of two personas, and what is drawn of their journeys."""
    from blueprint.analysis.comparison.lives import compare_personas, persona_of
    from blueprint.files import Workspace
    from blueprint.graph import graph_of
    from blueprint.layout.selection import Selection

    if len(personas) != _TWO:
        raise click.UsageError("name two personas: --persona ID --persona ID")
    if isinstance(source, Workspace):
        raise click.UsageError("personas are compared in one file: give its path")
    graph = graph_of(source)
    report = compare_personas(graph, *personas)
    one, other = (persona_of(graph, name).id for name in personas)
    told = {lived.persona for step in source.steps for lived in step.experience}

    def of(persona: str) -> Looks:
        return {**looks, "select": Selection(personas=(persona,))} if persona in told else looks

    return report, ((graph, of(one)), (graph, of(other)))


def _scope(source: Source) -> Any:  # noqa: ANN401  (the scope of either)
    from blueprint.files import Workspace
    from blueprint.integrity import alone

    return source.scope if isinstance(source, Workspace) else alone(source)


def _text(report: Report, sides: Sides, form: str, lang: str) -> str:
    from blueprint.analysis.comparison import Comparison

    if form == "html" and sides is not None and isinstance(report, Comparison):
        from blueprint.site.compare_page import compare_page

        with warned(lang):
            return compare_page(report, sides, lang)
    from blueprint.render.report import as_text

    return as_text(report, form, lang)


def _draw(
    report: Report,
    sides: Sides,
    form: str,
    lang: str,
    output: str | None,
    ends: tuple[str, str],
) -> None:
    """Write both drawings, each beside the other's name."""
    from blueprint.analysis.comparison import Comparison
    from blueprint.site.compare_page import drawn_apart

    if sides is None or not isinstance(report, Comparison):
        raise click.UsageError("pictures show two files: give their paths")
    if output in (None, "-"):
        raise click.UsageError("two pictures need a file to be named after: -o OUT.svg")
    with warned(lang):
        pictures = drawn_apart(report, sides, form, lang)
    path = Path(str(output))
    for end, picture in zip(ends, pictures, strict=True):
        put(picture, str(path.with_name(f"{path.stem}.{end}{path.suffix}")), lang)


def _is_folder(source: Source) -> TypeGuard[Workspace]:
    from blueprint.files import Workspace

    return isinstance(source, Workspace)


def _draw_all(source: Workspace, looks: Looks, form: str, lang: str, output: str | None) -> None:
    """Write both drawings of each file of a folder that names the one it would replace."""
    from blueprint.analysis.comparison.comparing import compare
    from blueprint.analysis.comparison.within import replaced
    from blueprint.graph import graph_of
    from blueprint.integrity import alone

    known = replaced(graph_of(source.scope))
    if not known:
        raise click.UsageError("nothing to draw: no file here names another with of")
    for stem, of in known.items():
        old, new = (graph_of(alone(source.blueprints[name])) for name in (of, stem))
        inner = "" if len(known) == 1 else f"{stem}."
        ends = (f"{inner}before", f"{inner}after")
        _draw(compare(old, new), ((old, looks), (new, looks)), form, lang, output, ends)


def _by_ending(output: str | None) -> str:
    ending = Path(output).suffix.lstrip(".") if output not in (None, "-") else ""
    return ending if ending in _FORMATS else "text"
