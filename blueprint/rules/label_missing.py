"""A label without one of the languages its file declares."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.integrity.labels import TEXT_MAPS, labels
from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Path, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the language maps that lack a declared language.

    Declared are the languages of the file, or, where it says none, its catalog's. A label
    that is plain text is the same in all languages, and lacks none.
    """
    owners = {name.path: context.id(name.id) for name in context.steps}
    owners |= {name.path: context.id(name.id) for name in context.actions}
    declared = _languages(context)
    for path, label in labels(context.value):
        missing = [tag for tag in declared if tag not in label]
        if not missing or not label or path[-1] in TEXT_MAPS:
            continue
        yield Found(
            path=path,
            about=_owner(context, owners, path),
            message=Phrase.of(
                "“{text}” is missing in {languages}",
                text=next(iter(label.values())),
                languages=", ".join(missing),
            ),
            hint=Phrase.of("add {language}: and the text", language=missing[0]),
        )


def _languages(context: Context) -> tuple[str, ...]:
    shared = context.scope.catalog
    if "languages" in context.value.model_fields_set or shared is None:
        return context.value.languages
    return shared.languages


def _owner(context: Context, owners: dict[Path, str], path: Path) -> tuple[str, ...]:
    """Return the innermost element that a path lies in."""
    for end in range(len(path), 1, -1):
        if path[:end] in owners:
            return (owners[path[:end]],)
    if len(path) > 1 and path[0] != "phases" and isinstance(path[1], str):
        return (context.element(path[1]),)
    return (context.home,) if context.home else ()


RULE = Rule(
    code="BP803",
    name="label-missing",
    severity="warning",
    summary=Phrase.of("A label lacks one of the declared languages."),
    why=Phrase.of("In that language the drawing would show another one's words."),
    failing="""\
blueprint: Café
languages: [en, zh]
phases:
  Visit:
    - {id: order, step: {en: Order}, customer: Orders}
""",
    mended="""\
blueprint: Café
languages: [en, zh]
phases:
  Visit:
    - {id: order, step: {en: Order, zh: 点单}, customer: Orders}
""",
    find=find,
)
