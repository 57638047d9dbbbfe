"""``blueprint render``: draw a blueprint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from blueprint.cli.looks import look_options, looks_of, part_options
from blueprint.cli.options import as_of_option, lang_option, spoken, usable
from blueprint.cli.telling import put, warned
from blueprint.render.formats import listed

if TYPE_CHECKING:
    from blueprint.model import Blueprint
    from blueprint.report import Report


@click.command("render")
@click.argument("file", metavar="FILE")
@click.option(
    "-o", "--output", required=True, metavar="OUT", help="File to write; - with --format."
)
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    help=f"{listed()}; else by OUT's ending.",
)
@look_options
@part_options
@click.option("--paper", metavar="SIZE", help="Cut an SVG or PDF into pages: a4, a3, letter …")
@click.option("--landscape/--portrait", default=None, help="How the paper lies.")
@click.option("--crop-marks", is_flag=True, help="Mark where to cut the paper.")
@click.option(
    "--analyses",
    metavar="NAMES",
    help="Analyses the page is to show, with commas, or none; else every one that has anything to say.",
)
@lang_option
@as_of_option
def command(
    file: str,
    output: str,
    form: str | None,
    paper: str | None,
    landscape: bool | None,  # noqa: FBT001  (a flag of the command line)
    crop_marks: bool,  # noqa: FBT001
    analyses: str | None,
    lang: str | None,
    as_of: str | None,
    **looks: Any,  # noqa: ANN401  (the shared options)
) -> None:
    """Draw the blueprint of FILE (- is standard input): a picture, a page, or text for others.

    The page carries what check and the analyses find, with their charts, and lights it on the
    drawing. With --paper, an SVG becomes one file a page: OUT-1.svg, OUT-2.svg …
    """
    from blueprint.drawing import draw, draw_pages
    from blueprint.errors import InvalidBlueprintError
    from blueprint.files import Workspace
    from blueprint.render.formats import format_of, format_of_file
    from blueprint.rules import check
    from blueprint.words import Phrase

    chosen = format_of(form) if form else format_of_file(output)
    source = usable(file)
    if isinstance(source, Workspace):
        raise InvalidBlueprintError(
            Phrase.of("{folder} is a folder; draw one file of it, or build it", folder=file)
        )
    language = spoken(lang, source)
    with warned(language):
        if paper is None:
            if landscape is not None or crop_marks:
                raise click.UsageError("--landscape, --portrait and --crop-marks need --paper")
            if analyses is not None and chosen.needs != "page":
                raise click.UsageError("--analyses is for html, the page")
            reports = (
                (*_asked(source, analyses), check(source, as_of=as_of))
                if chosen.needs == "page"
                else ()
            )
            drawn = draw(source, chosen.name, lang=lang, reports=reports, **looks_of(looks))
            put(drawn, output, language)
            return
        if chosen.name not in ("svg", "pdf"):
            raise click.UsageError("--paper is for svg and pdf")
        pages = draw_pages(
            source,
            paper,
            format=chosen.name,  # type: ignore[arg-type]
            landscape=landscape,
            crop_marks=crop_marks,
            lang=lang,
            **looks_of(looks),
        )
    for name, page in zip(_names(output, len(pages)), pages, strict=True):
        put(page, name, language)


def _asked(source: Blueprint, analyses: str | None) -> tuple[Report, ...]:
    """Return the reports of the analyses named; of all with anything to say, if none is."""
    from blueprint.analysis.analysing import analyse, analyse_all
    from blueprint.analysis.summary import to_be_shown

    names = [name.strip() for name in (analyses or "all").split(",") if name.strip()]
    if "all" in names:
        return to_be_shown(analyse_all(source))
    return tuple(analyse(source, name) for name in names if name != "none")


def _names(output: str, count: int) -> list[str]:
    """Return a file name for each page: numbered where there are several."""
    if count == 1:
        return [output]
    if output == "-":
        raise click.UsageError("several pages need a file to be named after: -o OUT.svg")
    path = Path(output)
    return [str(path.with_name(f"{path.stem}-{n}{path.suffix}")) for n in range(1, count + 1)]
