"""Options that several commands share, and how their paths are read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from blueprint.files import Document, Workspace
    from blueprint.model import Blueprint

Command = Callable[..., Any]


def _remembered(ctx: click.Context, param: click.Parameter, lang: str | None) -> str | None:
    """Let errors be told in the language asked for, too."""
    del param
    if lang:
        ctx.meta["lang"] = lang
    return lang


def lang_option(command: Command) -> Command:
    """Add ``--lang``."""
    return click.option(
        "--lang",
        callback=_remembered,
        default=None,
        metavar="TAG",
        help="Language of labels and texts: en, zh. Default: the file's first.",
    )(command)


def output_option(command: Command) -> Command:
    """Add ``-o/--output``."""
    return click.option(
        "-o", "--output", metavar="FILE", help="File to write; - is standard output."
    )(command)


class DateType(click.ParamType[str]):
    """A day of the calendar, ``2026-03-01``."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """Return the date as it was written, or refuse it."""
        import datetime as dt

        try:
            return dt.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2026-03-01", param, ctx)


def _uncached(ctx: click.Context, param: click.Parameter, said: bool) -> bool:  # noqa: FBT001
    """Remember that nothing is to be kept."""
    del param
    ctx.meta["no_cache"] = said
    return said


def cache_option(command: Command) -> Command:
    """Add ``--no-cache``."""
    return click.option(
        "--no-cache",
        is_flag=True,
        callback=_uncached,
        expose_value=False,
        help="Read every file of a folder anew, and keep nothing for the next time.",
    )(command)


def as_of_option(command: Command) -> Command:
    """Add ``--as-of``."""
    return click.option(
        "--as-of",
        type=DateType(),
        metavar="DATE",
        help="The day to judge review dates by; the clock is never asked.",
    )(command)


def opened(path: str) -> Document | Workspace:
    """Return the file or folder a command is given; ``-`` is standard input.

    Raises:
        BlueprintError: It cannot be read at all.
    """
    from blueprint.files import read, read_text

    if path == "-":
        return read_text(sys.stdin.buffer.read(), file="<stdin>")
    if Path(path).is_dir():
        return opened_folder(path)
    return read(path)


def opened_folder(path: str) -> Workspace:
    """Return the workspace of a folder, telling how far it is; files kept are not read again.

    Raises:
        BlueprintError: It cannot be read at all.
    """
    from blueprint.cli.caching import cache_folder
    from blueprint.cli.progress import progress_of_files
    from blueprint.cli.telling import warned
    from blueprint.files import read_workspace

    context = click.get_current_context(silent=True)
    asked = context.meta if context is not None else {}
    cache = None if asked.get("no_cache") else cache_folder()
    lang: str = asked.get("lang") or "en"
    with warned(lang), progress_of_files(lang) as progress:
        return read_workspace(path, cache=cache, progress=progress)


def usable(path: str) -> Blueprint | Workspace:
    """Return a blueprint or a workspace without errors, or raise with all its problems."""
    from blueprint.errors import InvalidBlueprintError
    from blueprint.files import Document, refuse
    from blueprint.model import Blueprint
    from blueprint.words import Phrase

    found = opened(path)
    refuse(found.problems)
    if isinstance(found, Document):
        if isinstance(found.value, Blueprint):
            return found.value
        raise InvalidBlueprintError(
            Phrase.of(
                "{file} holds no {wanted} but a {kind}",
                file=path,
                wanted=Phrase.of("blueprint"),
                kind=Phrase.of(found.kind),
            )
        )
    return found


def spoken(lang: str | None, source: Blueprint | Workspace) -> str:
    """Return the language to speak: as asked, else the file's or the catalog's first."""
    return lang or first_language(source)


def first_language(source: Blueprint | Document | Workspace) -> str:
    """Return the first language of a file or a workspace; English where it says none."""
    from blueprint.files import Document, Workspace

    value: object = source
    if isinstance(source, Document):
        value = source.value
    elif isinstance(source, Workspace):
        value = source.catalog or next(iter(source.blueprints.values()), None)
    languages: tuple[str, ...] = getattr(value, "languages", ())
    return languages[0] if languages else "en"
