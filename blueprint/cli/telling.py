"""What the command prints: results to standard output, troubles to standard error."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from blueprint.errors import BlueprintError, BlueprintWarning
from blueprint.words import Phrase


def tell_error(error: BlueprintError, lang: str = "en") -> None:
    """Print an error: every problem with its place and excerpt, or its one sentence."""
    from blueprint.safety.text import terminal_text

    if error.problems:
        from blueprint.render.report.text import problems_text

        click.echo(problems_text(error.problems, lang, colour=wants_colour(sys.stderr)), err=True)
    else:
        message = error.message
        text = message.into(lang) if isinstance(message, Phrase) else message
        note(Phrase.of("error: {text}", text=terminal_text(text)), lang)


def wants_colour(stream: TextIO) -> bool:
    """Tell whether to colour what goes to a stream: only a terminal, and not with NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def note(phrase: Phrase, lang: str) -> None:
    """Print a remark about what was done to standard error, where it is in nobody's way."""
    click.echo(phrase.into(lang), err=True)


@contextmanager
def warned(lang: str) -> Iterator[None]:
    """Print what the library warns of meanwhile to standard error, a line each."""
    from blueprint.safety.text import terminal_text

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", BlueprintWarning)
        yield
    for warning in caught:
        told = warning.message
        text = told.phrase.into(lang) if isinstance(told, BlueprintWarning) else str(told)
        note(Phrase.of("warning: {text}", text=terminal_text(text)), lang)


def put(text: str | bytes, output: str | None, lang: str = "en") -> None:
    """Write a complete result to a file, or to standard output for ``-`` and nothing."""
    data = text.encode("utf-8", "strict") if isinstance(text, str) else text
    if output in (None, "-"):
        stream = sys.stdout.buffer
        stream.write(data)
        if data and not data.endswith(b"\n"):
            stream.write(b"\n")
        stream.flush()
        return
    from blueprint.safety.atomic import write_atomic

    write_atomic(Path(str(output)), data)
    note(Phrase.of("wrote {file}", file=str(output)), lang)
