"""What was meant where a file is not YAML: the mistakes authors make, and what to write instead.

Each mistake is one function. It looks at where the parser gave up and returns an
`Advice`, or ``None`` where the mistake is another one. An advice may carry mends:
characters to put in the place of others so that the parser gets past the spot and
finds what else is wrong. They never reach a tree that anybody sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from blueprint.files.lines import Lines
from blueprint.safety.limits import MAX_PROBLEMS
from blueprint.words import Phrase

Mend = tuple[int, str]
"""An offset, and the character to put there."""

FILLER: Final = "_"

WIDE_MARKS: Final = {"：": ":", "，": ",", "、": ",", "［": "[", "］": "]", "｛": "{", "｝": "}"}
"""Full-width punctuation, and what YAML wants in its place."""

_MARKERS: Final = re.compile(r"[ \t]*(?:- +)*")
_WIDE_KEY: Final = re.compile(r"[ \t]*(?:- +)*[^\s：:#'\"]+(：)")
_TIGHT_KEY: Final = re.compile(r"[ \t]*(?:- +)*[A-Za-z_][\w-]*(:)[^\s:/]")
_ODD_INDENT: Final = re.compile(
    r"^[ \t]*([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]+)", re.MULTILINE
)
_TAB_INDENT: Final = re.compile(r"^ *(\t+)(?=[^\s#])", re.MULTILINE)
_COMMENT: Final = re.compile(r"(?<!\s)\s++#.*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Where and why the parser gave up.

    Attributes:
        lines: The lines of the text.
        problem: What the parser says about it, in its own words.
        at: Offset where it gave up.
        since: Offset of what it was reading then.
    """

    lines: Lines
    problem: str
    at: int
    since: int

    @property
    def line(self) -> int:
        """Zero-based line of `at`."""
        return self.lines.place(self.at, self.at).line

    @property
    def start(self) -> int:
        """Offset at which that line begins."""
        return self.lines.starts[self.line]

    @property
    def character(self) -> str:
        """The character at `at`, or nothing at the end of the file."""
        return self.lines.text[self.at : self.at + 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What is wrong in an author's words.

    Attributes:
        code: The problem's code.
        message: What is wrong.
        hint: What to write instead.
        start: Offset of the part that is meant.
        end: Offset after it.
        mends: What gets the parser past it; empty where nothing sensible does.
    """

    code: str
    message: Phrase
    hint: Phrase
    start: int
    end: int
    mends: tuple[Mend, ...] = ()


def advise(mistake: Mistake) -> list[Advice]:
    """Return what to tell about a mistake; always at least one advice."""
    indents = [*_tabs(mistake), *_odd_spaces(mistake)]
    if indents:
        return indents
    for recognise in _MISTAKES:
        advice = recognise(mistake)
        if advice is not None:
            return [advice]
    return [_unknown(mistake)]


def quoted(text: str) -> str:
    """Return ``text`` in the quotes that need no escape in it.

    Examples:
        >>> quoted("Note: call")
        '"Note: call"'
    """
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def value_end(lines: Lines, start: int) -> int:
    """Return where the value that begins at ``start`` ends in its line, comment left out."""
    line = lines.place(start, start).line
    first = lines.starts[line]
    rest = lines.excerpt(line)[start - first :]
    rest = _COMMENT.sub("", rest).rstrip()
    if _in_brackets(lines.text[first:start]):
        rest = re.split(r"[,\]}]", rest, maxsplit=1)[0].rstrip()
    return start + max(len(rest), 1)


def _tabs(mistake: Mistake) -> Iterator[Advice]:
    """A tab in front of a line; all such lines are told at once."""
    if mistake.character != "\t" and "tab" not in mistake.problem:
        return
    all_tabs = _TAB_INDENT.finditer(mistake.lines.text)
    spans = [found.span(1) for found in islice(all_tabs, MAX_PROBLEMS)]
    for start, end in spans or [(mistake.at, mistake.at + 1)]:
        yield Advice(
            code="BP032",
            message=Phrase.of("a tab stands in front of this line"),
            hint=Phrase.of("indent with spaces, two for each level"),
            start=start,
            end=end,
        )


def _odd_spaces(mistake: Mistake) -> Iterator[Advice]:
    """A no-break or ideographic space in front of a line, told where it is near the mistake."""
    near = range(mistake.line - 2, mistake.line + 2)
    for found in _ODD_INDENT.finditer(mistake.lines.text):
        if mistake.lines.place(found.start(), found.end()).line in near:
            yield odd_space(found.start(1), found.end(1), mistake.lines.text)


def odd_space(start: int, end: int, text: str) -> Advice:
    """Return the advice for a space in front of a line that YAML takes for a letter."""
    return Advice(
        code="BP035",
        message=Phrase.of(
            "the space {code} in front of this line is no indentation",
            code=f"U+{ord(text[start]):04X}",
        ),
        hint=Phrase.of("indent with ordinary spaces, two for each level"),
        start=start,
        end=end,
    )


def _reserved(mistake: Mistake) -> Advice | None:
    """A text that begins with a character YAML keeps for itself."""
    begins = "cannot start any token" in mistake.problem
    anchor = "alphabetic or numeric" in mistake.problem and mistake.since < mistake.at
    directive = "directive" in mistake.problem
    inside = (
        "entries are not allowed" in mistake.problem or "keys are not allowed" in mistake.problem
    )
    header = "comment or line break" in mistake.problem
    if not (begins or anchor or directive or inside or header):
        return None
    at = mistake.at if begins or inside else mistake.since
    mark = mistake.lines.text[at : at + 1]
    end = value_end(mistake.lines, at)
    value = mistake.lines.text[at:end]
    return Advice(
        code="BP031",
        message=Phrase.of("a text cannot begin with {mark} here", mark=mark),
        hint=Phrase.of("put it in quotes: {example}", example=quoted(value)),
        start=at,
        end=end,
        mends=((at, FILLER),),
    )


def _second_colon(mistake: Mistake) -> Advice | None:
    """``customer: Note: call``: a colon within a text that is not in quotes."""
    inside = mistake.character == ":" and "expected ',' or" in mistake.problem
    if not inside and "mapping values are not allowed" not in mistake.problem:
        return None
    start = _value_start(mistake.lines, mistake.at)
    if start is None:
        return None
    end = value_end(mistake.lines, start)
    value = mistake.lines.text[start:end]
    return Advice(
        code="BP030",
        message=Phrase.of("a second colon stands in this line"),
        hint=Phrase.of("put the text in quotes: {example}", example=quoted(value)),
        start=start,
        end=end,
        mends=((mistake.at, FILLER),),
    )


def _wide_colon(mistake: Mistake) -> Advice | None:
    """``customer： Arrive``: the colon of a Chinese keyboard."""
    for line in _broken_keys(mistake):
        found = _WIDE_KEY.match(mistake.lines.excerpt(line))
        if found is not None:
            at = mistake.lines.starts[line] + found.start(1)
            return Advice(
                code="BP034",
                message=Phrase.of("{mark} is a full-width colon", mark="："),
                hint=Phrase.of('write an ordinary colon and a space: ": "'),
                start=at,
                end=at + 1,
                mends=_colon_and_space(mistake.lines.text, at),
            )
    return None


def _tight_colon(mistake: Mistake) -> Advice | None:
    """``customer:Arrive``: no space after the colon."""
    for line in _broken_keys(mistake):
        found = _TIGHT_KEY.match(mistake.lines.excerpt(line))
        if found is not None:
            at = mistake.lines.starts[line] + found.start(1)
            return Advice(
                code="BP036",
                message=Phrase.of("a space is missing after the colon"),
                hint=Phrase.of('write ": " between the key and its value'),
                start=at,
                end=at + 1,
                mends=_colon_and_space(mistake.lines.text, at),
            )
    return None


def _wide_comma(mistake: Mistake) -> Advice | None:
    """``{name: A，department: b}``: full-width punctuation within brackets."""
    if "expected ',' or" not in mistake.problem:
        return None
    for at in range(mistake.since, mistake.at):
        mark = mistake.lines.text[at]
        if mark in WIDE_MARKS:
            return Advice(
                code="BP034",
                message=Phrase.of("{mark} is full-width punctuation", mark=mark),
                hint=Phrase.of("write {mark} instead", mark=WIDE_MARKS[mark]),
                start=at,
                end=at + 1,
                mends=((at, WIDE_MARKS[mark]),),
            )
    return None


def _open_bracket(mistake: Mistake) -> Advice | None:
    """``[x, y`` without its end."""
    if "expected ',' or" not in mistake.problem:
        return None
    mark = mistake.lines.text[mistake.since : mistake.since + 1]
    close = {"[": "]", "{": "}"}.get(mark)
    if close is None:
        return None
    return Advice(
        code="BP037",
        message=Phrase.of("{mark} is not closed, or a comma is missing behind it", mark=mark),
        hint=Phrase.of(
            "close it with {close}; a text with {mark} in it goes in quotes", close=close, mark=mark
        ),
        start=mistake.since,
        end=mistake.since + 1,
    )


def _open_quote(mistake: Mistake) -> Advice | None:
    """A quote without its end."""
    mark = mistake.lines.text[mistake.since : mistake.since + 1]
    if mark not in {'"', "'"} or "end of stream" not in mistake.problem:
        return None
    return Advice(
        code="BP033",
        message=Phrase.of("the quote {mark} is not closed", mark=mark),
        hint=Phrase.of(
            "close it; a text that begins with {mark} itself goes in the other quotes", mark=mark
        ),
        start=mistake.since,
        end=mistake.since + 1,
    )


def _text_behind(mistake: Mistake) -> Advice | None:
    """``"Best" hotel`` or ``[draft] Check``: text goes on behind a quote or a bracket."""
    if not any(words in mistake.problem for words in ("expected key", "<block end>", "'-' ind")):
        return None
    before = mistake.lines.text[mistake.start : mistake.at].rstrip()
    start = _value_start(mistake.lines, mistake.at, strict=False)
    if not before or start is None:
        return None
    end = value_end(mistake.lines, mistake.at)
    value = mistake.lines.text[start:end]
    if value[:1] == "*":
        return _alias_text(start, end, value)
    if value[:1] not in {'"', "'", "[", "{"} or before[-1] not in "\"']}":
        return None
    last = mistake.start + len(before) - 1
    if value[0] == value[-1]:
        value = value[1:-1]
    return Advice(
        code="BP033" if before[-1] in "\"'" else "BP037",
        message=Phrase.of("text goes on behind the closing {mark}", mark=before[-1]),
        hint=Phrase.of("put the whole text in quotes: {example}", example=quoted(value)),
        start=start,
        end=end,
        mends=((start, FILLER), (last, FILLER)),
    )


def _alias_text(start: int, end: int, value: str) -> Advice:
    """``*vip lounge``: a text that begins with a star."""
    return Advice(
        code="BP013",
        message=Phrase.of("a text cannot begin with {mark} here", mark="*"),
        hint=Phrase.of("put it in quotes: {example}", example=quoted(value)),
        start=start,
        end=end,
        mends=((start, FILLER),),
    )


def _escape(mistake: Mistake) -> Advice | None:
    r"""``"C:\dir"``: a backslash within double quotes."""
    if "escape" not in mistake.problem:
        return None
    at = mistake.lines.text.rfind("\\", mistake.since, mistake.at + 1)
    if at < 0:
        return None
    return Advice(
        code="BP038",
        message=Phrase.of("{written} is no escape", written=mistake.lines.text[at : at + 2]),
        hint=Phrase.of("write \\\\ for a backslash, or use single quotes"),
        start=at,
        end=at + 2,
        mends=((at, FILLER),),
    )


def _nothing(mistake: Mistake) -> Advice | None:
    """``[a, , b]``: nothing where a value should be."""
    if "node content" not in mistake.problem:
        return None
    return Advice(
        code="BP041",
        message=Phrase.of("a value is missing in front of this"),
        hint=Phrase.of("write the value, or delete the comma"),
        start=mistake.at,
        end=mistake.at + 1,
    )


def _no_key(mistake: Mistake) -> Advice | None:
    """A line that is neither ``key: value`` nor ``- item``."""
    if "could not find expected ':'" not in mistake.problem:
        return None
    end = value_end(mistake.lines, mistake.since)
    return Advice(
        code="BP039",
        message=Phrase.of('a ":" is missing in this line'),
        hint=Phrase.of('write "key: value" or "- item"; longer text is indented under its key'),
        start=mistake.since,
        end=end,
        mends=tuple((at, " ") for at in range(mistake.since, end)),
    )


def _indentation(mistake: Mistake) -> Advice | None:
    """A line that begins at a column where nothing can begin."""
    told = ("expected key", "<block end>", "'-' ind", "mapping values are not allowed")
    if not any(words in mistake.problem for words in told):
        return None
    excerpt = mistake.lines.excerpt(mistake.line)
    blank = len(excerpt) - len(excerpt.lstrip(" "))
    start = mistake.start + blank
    colon = ((mistake.at, FILLER),) if mistake.character == ":" else ()
    return Advice(
        code="BP040",
        message=Phrase.of("this line does not fit the lines above it"),
        hint=Phrase.of("begin lines that belong together in the same column"),
        start=start,
        end=value_end(mistake.lines, start),
        mends=colon,
    )


_MISTAKES: Final[tuple[Callable[[Mistake], Advice | None], ...]] = (
    _reserved,
    _wide_comma,
    _second_colon,
    _open_bracket,
    _open_quote,
    _escape,
    _wide_colon,
    _tight_colon,
    _text_behind,
    _nothing,
    _no_key,
    _indentation,
)


def _unknown(mistake: Mistake) -> Advice:
    """What is said where no known mistake fits."""
    return Advice(
        code="BP010",
        message=Phrase.of("this is not YAML: {problem}", problem=mistake.problem),
        hint=Phrase.of("put texts with special characters in quotes"),
        start=mistake.at,
        end=mistake.at + 1,
    )


def _broken_keys(mistake: Mistake) -> range:
    """The lines in which a key may have gone wrong: what was being read, and one above."""
    if not any(words in mistake.problem for words in ("expected ':'", "mapping values")):
        return range(0)
    above = mistake.line - 1
    while above > 0 and not mistake.lines.excerpt(above).strip():
        above -= 1
    first = mistake.lines.place(mistake.since, mistake.since).line
    return range(max(min(first, above), 0), mistake.line + 1)


def _colon_and_space(text: str, at: int) -> tuple[Mend, ...]:
    """Mends that make an ordinary colon and a space of what stands at ``at``."""
    if text[at + 1 : at + 2].strip():
        return (at, ":"), (at + 1, " ")
    return ((at, ":"),)


def _value_start(lines: Lines, at: int, *, strict: bool = True) -> int | None:
    """Return where the value begins that holds ``at``, if a key stands before it in the line.

    Args:
        lines: The lines of the text.
        at: An offset within the value.
        strict: Without it, an item of a list counts as well.
    """
    first = lines.starts[lines.place(at, at).line]
    before = lines.text[first:at]
    inner = max(before.rfind(mark) for mark in "{[,") + 1 if _in_brackets(before) else 0
    colon = re.compile(r":\s+").search(before, inner)
    if colon is not None:
        return first + colon.end()
    marker = _MARKERS.match(before)
    if strict or marker is None:
        return None
    return first + marker.end()


def _in_brackets(before: str) -> bool:
    """Whether a bracket is open behind ``before``, the part of a line."""
    opened = sum(before.count(mark) for mark in "{[") - sum(before.count(mark) for mark in "}]")
    return opened > 0
