"""A rule that ``rules`` or ``ignore`` names and that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Path, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the names of rules that mean none, and those that cannot be set."""
    written: list[tuple[Path, str, bool]] = [
        (("rules", key), key, True) for key in context.value.rules
    ]
    written += [
        (("ignore", n, "rule"), entry.rule, False) for n, entry in enumerate(context.value.ignore)
    ]
    for path, name, at_key in written:
        if name in context.settable:
            continue
        yield Found(
            path=path,
            at_key=at_key,
            about=(context.home,) if context.home else (),
            message=_message(context, name),
            hint=_hint(context, name),
        )


def _message(context: Context, name: str) -> Phrase:
    if name in context.fixed:
        return Phrase.of("“{name}” keeps a file from being used, so it always weighs", name=name)
    return Phrase.of("there is no rule “{name}”", name=name)


def _hint(context: Context, name: str) -> Phrase:
    if name in context.fixed:
        return Phrase.of("mend what it says; it cannot be ignored")
    words = [*context.settable, *context.fixed]
    is_code = name[:2].casefold() == "bp"
    folded = name.upper() if is_code else name.casefold()
    near = get_close_matches(folded, words, n=1, cutoff=0.8 if is_code else 0.6)
    if near:
        return Phrase.of('did you mean "{near}"?', near=near[0])
    return Phrase.of("name a rule by its code, such as {example}", example="BP310")


RULE = Rule(
    code="BP801",
    name="unknown-rule",
    severity="warning",
    summary=Phrase.of("A rule named under rules: or ignore: does not exist."),
    why=Phrase.of("It changes nothing, though somebody believes it does."),
    failing="""\
blueprint: Café
rules: {BP999: off}
phases:
  Visit:
    - customer: Orders
""",
    mended="""\
blueprint: Café
rules: {BP601: off}
phases:
  Visit:
    - customer: Orders
""",
    find=find,
)
