"""How far reading has come, on one line of the terminal that goes away again."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from blueprint.words import Phrase

_SILENT = 1.0
"""So many seconds nothing is said, for most is done by then."""
_EVERY = 0.1
"""The line is written anew only after so many seconds."""
_CLEARED = "\r\x1b[K"


@contextmanager
def progress_of_files(
    lang: str, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[int, int], None] | None]:
    """Give what tells how many files are done; nothing where standard error is no terminal.

    Args:
        lang: The language to tell it in.
        clock: Tells the time in seconds.
    """
    if not sys.stderr.isatty():
        yield None
        return
    due = clock() + _SILENT
    shown = False

    def tell(done: int, total: int) -> None:
        nonlocal due, shown
        now = clock()
        if now < due:
            return
        due, shown = now + _EVERY, True
        said = Phrase.of("reading: {done} of {total} files", done=done, total=total)
        sys.stderr.write(_CLEARED + said.into(lang))
        sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write(_CLEARED)
            sys.stderr.flush()
