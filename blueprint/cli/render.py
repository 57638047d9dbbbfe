"""``blueprint render``: draw a blueprint."""

from __future__ import annotations

from pathlib import Path

import click

from blueprint.cli.options import as_of_option, lang_option, spoken, usable
from blueprint.cli.telling import put


@click.command("render")
@click.argument("file", metavar="FILE")
@click.option(
    "-o", "--output", required=True, metavar="OUT", help="File to write; - with --format."
)
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    help="svg, html, dot, dot-pinned, mmd, md, json; else by OUT's ending.",
)
@lang_option
@as_of_option
def command(file: str, output: str, form: str | None, lang: str | None, as_of: str | None) -> None:
    """Draw the blueprint of FILE (- is standard input) as SVG, page, DOT, Mermaid, Markdown or JSON.

    The page carries the findings of check, and lights them on the drawing.
    """
    from blueprint.drawing import draw
    from blueprint.errors import InvalidBlueprintError
    from blueprint.files import Workspace
    from blueprint.render.formats import format_of
    from blueprint.rules import check
    from blueprint.words import Phrase

    chosen = format_of(form or Path(output).suffix.lstrip("."))
    source = usable(file)
    if isinstance(source, Workspace):
        raise InvalidBlueprintError(
            Phrase.of("{folder} is a folder; draw one file of it, or build it", folder=file)
        )
    reports = (check(source, as_of=as_of),) if chosen.needs == "page" else ()
    language = spoken(lang, source)
    put(draw(source, chosen.name, lang=lang, reports=reports), output, language)
