"""Two ids that a reader would take for one."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.rules.context import Context, name_path, title_path
from blueprint.rules.lookalike import looks, unseen
from blueprint.rules.rule import Found, Path, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the file's ids that look like another one's, or hold what nobody sees."""
    seen: dict[tuple[int, str], tuple[str, str]] = {}
    for shared in context.scope.shared if context.blueprint is not None else ():
        for look in enumerate(looks(shared)):
            seen.setdefault(look, (shared, shared))
    for key, id, path, at_key in _ids(context):  # noqa: A001  (a graph id)
        if (invisible := unseen(key)) is not None:
            yield Found(
                path=path,
                at_key=at_key,
                about=(id,),
                message=Phrase.of(
                    "the id {id} holds the character {code}, which nobody sees",
                    id=ascii(key),
                    code=f"U+{ord(invisible):04X}",
                ),
                hint=Phrase.of("write the id anew, without it"),
            )
        twins = [seen[look] for look in enumerate(looks(key)) if look in seen]
        for look in enumerate(looks(key)):
            seen.setdefault(look, (key, id))
        for other, other_id in twins[:1]:
            yield Found(
                path=path,
                at_key=at_key,
                about=(id, other_id),
                message=Phrase.of("the ids “{id}” and “{other}” look alike", id=key, other=other),
                hint=Phrase.of("give one of them another name, or an id: of its own"),
            )


def _ids(context: Context) -> Iterator[tuple[str, str, Path, bool]]:
    """Go through what the file gives an id: the id, its graph id, and where it is written."""
    blueprint = context.blueprint
    kinds = (context.scope.shared if blueprint is None else blueprint.names.elements).items()
    for key, kind in kinds:
        if blueprint is None or key not in context.scope.shared:
            yield key, context.element(key), (kind, key), True
    for step in context.steps:
        path = title_path(step) if step.step.id is None else (*step.path, "id")
        yield step.id, context.id(step.id), path, False
    for action in context.actions:
        path = name_path(action) if action.action.id is None else (*action.path, "id")
        yield action.id, context.id(action.id), path, False


RULE = Rule(
    code="BP804",
    name="ids-look-alike",
    severity="warning",
    summary=Phrase.of("Two ids look alike, or an id holds a character that nobody sees."),
    why=Phrase.of("Sooner or later somebody writes the one and means the other."),
    failing="""\
blueprint: Café
systems: {till-1: Till one, till-l: Till at the left}
phases:
  Visit:
    - customer: Pays
""",
    mended="""\
blueprint: Café
systems: {till-1: Till one, till-left: Till at the left}
phases:
  Visit:
    - customer: Pays
""",
    find=find,
)
