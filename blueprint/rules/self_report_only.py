"""A claim that rests on what people say of themselves, and on nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.model import Catalog, Observation
from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase
from blueprint.words.label import listing

SELF_REPORT = frozenset({"self-report", "survey", "interview", "focus-group"})
"""Methods by which people tell of themselves; observation, diaries and figures are none."""


def find(context: Context) -> Iterator[Found]:
    """Go through the elements that nothing but self-report says anything about.

    All observations about an element count, of the file, its catalog and the other files.
    One without a method could be anything, so nothing is said then. An observation about
    no element in particular stands for itself.
    """
    methods = _methods(context)
    told: set[str] = set()
    for key, observation in context.value.observations.items():
        own = context.element(key)
        about = _about(context, context.stem, observation) or (own,)
        alone = [a for a in about if a not in told and methods[a] <= SELF_REPORT]
        told.update(alone)
        if alone:
            yield Found(
                path=("observations", key, "method"),
                about=tuple(dict.fromkeys((*alone, own))),
                message=Phrase.of(
                    "what is said of {elements} rests on self-report only",
                    elements=listing([context.named(a) for a in alone]),
                ),
                hint=Phrase.of("watch customers too, or look at figures, and add what you find"),
            )


def _methods(context: Context) -> Mapping[str, frozenset[str | None]]:
    """Return, by element, the methods of all observations about it."""
    found: dict[str, frozenset[str | None]] = {}
    files: list[tuple[str | None, Catalog]] = list(context.scope.blueprints.items())
    if context.scope.catalog is not None:
        files.append((None, context.scope.catalog))
    for stem, file in files:
        for key, observation in file.observations.items():
            own = key if stem is None else context.scope.owned(stem, key)
            for about in _about(context, stem, observation) or (own,):
                found[about] = found.get(about, frozenset()) | {observation.method}
    return found


def _about(context: Context, stem: str | None, observation: Observation) -> tuple[str, ...]:
    found = (context.scope.find(stem, ref, "any") for ref in observation.about)
    return tuple(dict.fromkeys(meant[0] for meant in found if len(meant) == 1))


RULE = Rule(
    code="BP701",
    name="self-report-only",
    severity="warning",
    summary=Phrase.of("A claim rests only on what people say of themselves."),
    why=Phrase.of("People forget, exaggerate and please whoever asks; what they do may differ."),
    failing="""\
blueprint: Café
observations:
  asked: {about: waits, says: Nobody minds waiting, method: survey, sample: 40}
phases:
  Visit:
    - customer: Waits
""",
    mended="""\
blueprint: Café
observations:
  asked: {about: waits, says: Nobody minds waiting, method: survey, sample: 40}
  watched: {about: waits, says: Two of ten leave the queue, method: observation, sample: 10}
phases:
  Visit:
    - customer: Waits
""",
    find=find,
)
