"""What a rule is: a stable code, a readable name, two examples and a function that finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blueprint.diagnostics import Severity
from blueprint.words import Phrase

if TYPE_CHECKING:
    from blueprint.rules.context import Context

Path = tuple[str | int, ...]
"""Where something stands in the model of its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing a rule found.

    Attributes:
        path: Where it stands.
        message: One plain sentence.
        about: Ids of the elements it is about, the main one first.
        hint: What to write.
        at_key: Whether the key itself is meant, not its value.
    """

    path: Path
    message: Phrase
    about: tuple[str, ...] = ()
    hint: Phrase | None = None
    at_key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    Attributes:
        code: Stable code, such as ``BP310``.
        name: Readable name, such as ``legacy-under-moment``.
        severity: How much it weighs where nobody says otherwise.
        summary: What it finds, in one sentence.
        why: Why that matters.
        failing: A blueprint that gets it.
        mended: The same blueprint as it should be.
        find: Goes through what it finds in one file.
        as_of: The day its examples are judged on; a rule with one needs a day to judge by.
        last: Whether it runs after all others, when it is known what was ignored.
    """

    code: str
    name: str
    severity: Severity
    summary: Phrase
    why: Phrase
    failing: str
    mended: str
    find: Callable[[Context], Iterator[Found]]
    as_of: str | None = None
    last: bool = False
