"""``blueprint check``: say what is wrong or missing in files and folders."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from blueprint.cli.options import (
    as_of_option,
    cache_option,
    first_language,
    lang_option,
    opened,
    output_option,
)
from blueprint.cli.telling import put, wants_colour

if TYPE_CHECKING:
    from blueprint.report import Report

_WEIGHT = {"error": 3, "warning": 2, "info": 1}


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="How the findings are written.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="Leave with exit code 1 for findings of at least this weight.",
)
@cache_option
@lang_option
@as_of_option
@output_option
def command(
    paths: tuple[str, ...],
    form: str,
    fail_on: str,
    lang: str | None,
    as_of: str | None,
    output: str | None,
) -> int:
    """Say what is wrong or missing in each PATH: a file, a workspace folder, a theme, or -.

    Every problem is told at once, with its place and what to write instead.
    """
    from blueprint.render.report import findings_as
    from blueprint.rules import merged

    checked = [_checked(path, as_of) for path in paths]
    language = lang or checked[0][0]
    report = merged([report for _, report in checked])
    colour = output in (None, "-") and wants_colour(sys.stdout)
    put(findings_as(report, form, language, colour=colour, root=Path.cwd()), output)
    worst = max((_WEIGHT[finding.severity] for finding in report.findings), default=0)
    return int(fail_on != "never" and worst >= _WEIGHT[fail_on])


def _checked(path: str, as_of: str | None) -> tuple[str, Report]:
    """Return the language of a file or folder, and what is found in it."""
    from blueprint.files.theme_reading import THEME_ENDINGS
    from blueprint.rules import check
    from blueprint.theming import check_theme

    if path.endswith(THEME_ENDINGS):
        return "en", check_theme(path)
    source = opened(path)
    return first_language(source), check(source, as_of=as_of)
