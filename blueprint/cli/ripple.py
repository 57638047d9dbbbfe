"""``blueprint ripple``: ask whom a change reaches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from blueprint.cli.looks import look_options, looks_of
from blueprint.cli.options import lang_option, output_option, spoken, usable
from blueprint.cli.telling import put, warned

_DRAWN = ("svg", "png", "pdf")
_FORMATS = ("text", "json", "csv", "md", "html", *_DRAWN)


@click.command("ripple")
@click.argument("path", metavar="PATH")
@click.option("--change", "change_file", metavar="FILE", help="A change file to ask about.")
@click.option(
    "--start", "starts", multiple=True, metavar="ID", help="An element to start at; again for more."
)
@click.argument("more", nargs=-1, metavar="[ID…]")
@click.option(
    "--direction",
    type=click.Choice(["demand", "disruption", "both"]),
    help="demand: who must do more; disruption: who feels it. Default: as the change says.",
)
@click.option("--depth", type=click.IntRange(min=1), help="The most links a path may have.")
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), help="Default: by OUT's ending, else text."
)
@look_options
@lang_option
@output_option
def command(
    path: str,
    change_file: str | None,
    starts: tuple[str, ...],
    more: tuple[str, ...],
    direction: str | None,
    depth: int | None,
    form: str | None,
    lang: str | None,
    output: str | None,
    **looks: Any,  # noqa: ANN401  (the shared options)
) -> None:
    """Ask what a change of PATH (a file or a workspace) reaches, and who must act and be told.

    Give either a change file, or the elements that change: --start till --start wms.
    A picture shows the ripple on the drawing, as the options of looks say; html is the page of
    a file, or a report on a folder.
    """
    from blueprint.analysis.ripple import ripple
    from blueprint.files import Workspace, load_change
    from blueprint.integrity import alone
    from blueprint.render.report import as_text

    if more and not starts:
        raise click.UsageError(f"name the elements with --start: --start {' '.join(more)}")
    asked = (*starts, *more)
    if bool(asked) == bool(change_file):
        raise click.UsageError("give either --change FILE or --start ID")
    source = usable(path)
    scope = source.scope if isinstance(source, Workspace) else alone(source)
    change = load_change(change_file, scope=scope) if change_file else None
    report = ripple(source, asked or None, change=change, direction=direction, depth=depth)  # type: ignore[arg-type]
    language = spoken(lang, source)
    form = form or _by_ending(output)
    if isinstance(source, Workspace):
        if form in _DRAWN:
            raise click.UsageError("a picture shows one file: give its path, or build the folder")
    elif form in (*_DRAWN, "html"):
        from blueprint.drawing import draw

        overlay = report.overlay if form in _DRAWN else None
        with warned(language):
            made = draw(
                source, form, lang=language, overlay=overlay, reports=(report,), **looks_of(looks)
            )
        put(made, output, language)
        return
    put(as_text(report, form, language), output, language)


def _by_ending(output: str | None) -> str:
    ending = Path(output).suffix.lstrip(".") if output not in (None, "-") else ""
    return ending if ending in _FORMATS else "text"
