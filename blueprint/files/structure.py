"""A tree against the model: what fits becomes a value, what does not becomes problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from blueprint.diagnostics import Problem
from blueprint.files.prune import Pruned, pruned
from blueprint.files.tree import Map, Seq, Tree, place_of, value_at
from blueprint.model import Step
from blueprint.model.base import described, languages_met
from blueprint.words import Phrase

M = TypeVar("M", bound=BaseModel)
Path = tuple[str | int, ...]

_ROUNDS = 4
_MOST_WORDS = 14
"""More valid words than this are not listed in a hint."""


@dataclass(frozen=True, slots=True)
class Validated(Generic[M]):
    """What became of a tree.

    Attributes:
        value: The value; where something did not fit, the value without it, so that the
            rest can be looked at too, or ``None`` if too little is left.
        problems: What did not fit.
        removed: Paths of what was taken out.
        languages: The languages its labels are written in, where they name one.
    """

    value: M | None
    problems: tuple[Problem, ...]
    removed: tuple[Path, ...]
    languages: frozenset[str]


def validated(tree: Tree, model: type[M], lanes: frozenset[str]) -> Validated[M]:
    """Return the value a tree says, with everything that does not fit.

    Args:
        tree: The file.
        model: What it should be.
        lanes: Ids of the lanes that steps may hold besides the five.
    """
    met: set[str] = set()
    token = languages_met.set(met)
    try:
        value, problems, removed = _fitted(tree, model, lanes)
    finally:
        languages_met.reset(token)
    return Validated(value, tuple(problems), removed, frozenset(met))


def _fitted(
    tree: Tree, model: type[M], lanes: frozenset[str]
) -> tuple[M | None, list[Problem], tuple[Path, ...]]:
    found: list[Problem] = []
    rest = Pruned(tree.root)
    unknown = [*_not_for_files(tree, model), *_unknown_lanes(tree, model, lanes)]
    if unknown:
        found += [_unknown_key(tree, path, Step if len(path) > 1 else model) for path in unknown]
        rest = pruned(rest, unknown)
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(rest.root), found, rest.removed
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=False)
        texts = [d for d in details if _wants_text(d)]
        if texts and all(rest.as_written(tuple(d["loc"])) for d in texts):
            continue
        wrong = [d for d in details if not _wants_text(d) or d in texts]
        told = [(rest.original(tuple(d["loc"])), d) for d in wrong]
        found += [
            _problem(tree, path, d, model)
            for path, d in told
            if d["type"] != "missing" or path not in rest.removed
        ]
        rest = pruned(rest, [_at_fault(tuple(d["loc"]), d) for d in wrong])
    return None, found, rest.removed


def _wants_text(details: ErrorDetails) -> bool:
    return details["type"] == "string_type" or details.get("ctx", {}).get("wanted") == "text"


def _not_for_files(tree: Tree, model: type[BaseModel]) -> Iterator[Path]:
    """Go through keys that only programs may set."""
    if isinstance(tree.root, Map):
        yield from ((key,) for key in tree.root if key in _HIDDEN.get(model.__name__, ()))


_HIDDEN = {"Blueprint": ("stem", "catalog"), "Step": ("lanes",)}
"""Fields by class that no file writes."""


def _unknown_lanes(tree: Tree, model: type[BaseModel], lanes: frozenset[str]) -> Iterator[Path]:
    """Go through the keys of steps that are neither words of the model nor lanes."""
    if "phases" not in model.model_fields or not isinstance(tree.root, Map):
        return
    known = Step.model_fields.keys() - {"lanes"} | lanes
    for at, phase in _entries(tree.root.get("phases")):
        path: Path = ("phases", at)
        steps = phase
        if isinstance(phase, Map):
            steps, path = phase.get("steps"), (*path, "steps")
        for n, step in enumerate(steps if isinstance(steps, Seq) else ()):
            if isinstance(step, Map) and not step.keys() <= known:
                yield from ((*path, n, key) for key in step if key not in known)


def _entries(phases: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(phases, Map):
        return phases.items()
    return enumerate(phases) if isinstance(phases, Seq) else ()


def _at_fault(path: Path, details: ErrorDetails) -> Path:
    """Return what to take out so that the rest may fit."""
    return path[:-1] if details["type"] == "missing" else path


def _unknown_key(tree: Tree, path: Path, model: type[BaseModel]) -> Problem:
    key = str(path[-1])
    words = _words(model, () if model is Step else path[:-1])
    return _told(
        tree,
        path,
        "BP101",
        Phrase.of("unknown key “{key}”", key=key),
        _nearest(key, words),
        at_key=True,
    )


def _problem(tree: Tree, path: Path, details: ErrorDetails, model: type[BaseModel]) -> Problem:
    kind = details["type"]
    context: Mapping[str, Any] = details.get("ctx", {})
    value = value_at(tree, path)
    match kind:
        case "extra_forbidden":
            return _unknown_key(tree, path, model)
        case "missing":
            message = Phrase.of("“{key}” is missing", key=str(path[-1]))
            return _told(tree, path[:-1], "BP105", message, None)
        case "literal_error":
            words = [
                word.strip(" '\"")
                for word in str(context["expected"]).replace(" or ", ", ").split(",")
            ]
            message = Phrase.of(
                "{what} is not one of {words}", what=_what(described(value)), words=", ".join(words)
            )
            return _told(tree, path, "BP104", message, _nearest(str(value), words))
        case _ if kind.startswith("BP"):
            template = str(context["template"])
            filled = {
                k: _what(str(v)) for k, v in context.items() if k not in ("template", "wanted")
            }
            return _told(tree, path, kind, Phrase.of(template, **filled), None)
        case _:
            return _told(tree, path, "BP104", _expected(kind, context, value, details), None)


_EXPECTED = {
    "string_type": "expected text, not {what}",
    "string_too_short": "the text is empty",
    "model_type": "expected a mapping, not {what}",
    "model_attributes_type": "expected a mapping, not {what}",
    "dict_type": "expected a mapping, not {what}",
    "mapping_type": "expected a mapping, not {what}",
    "tuple_type": "expected a list, not {what}",
    "list_type": "expected a list, not {what}",
    "int_type": "expected a whole number, not {what}",
    "int_from_float": "expected a whole number, not {what}",
    "float_type": "expected a number, not {what}",
    "bool_type": "expected true or false, not {what}",
    "bool_parsing": "expected true or false, not {what}",
    "finite_number": "expected a finite number, not {what}",
}


def _expected(
    kind: str, context: Mapping[str, Any], value: object, details: ErrorDetails
) -> Phrase:
    what = _what(described(value))
    if kind in _EXPECTED:
        return Phrase.of(_EXPECTED[kind], what=what)
    if kind in ("greater_than_equal", "greater_than"):
        limit = context.get("ge", context.get("gt"))
        return Phrase.of("{what} is too small; at least {limit}", what=what, limit=str(limit))
    if kind in ("less_than_equal", "less_than"):
        limit = context.get("le", context.get("lt"))
        return Phrase.of("{what} is too large; at most {limit}", what=what, limit=str(limit))
    if kind in ("too_long", "too_short"):
        return Phrase.of("the list has the wrong length: {message}", message=details["msg"])
    return Phrase.of("{message}", message=details["msg"])


_KINDS = frozenset({"a mapping", "a list", "nothing", "true", "false"})


def _what(described: str) -> str | Phrase:
    """Return what stands in the file: a word of the program, or the author's own text."""
    return Phrase(described) if described in _KINDS else described


def _told(
    tree: Tree,
    path: Path,
    code: str,
    message: Phrase,
    hint: Phrase | None,
    *,
    at_key: bool = False,
) -> Problem:
    place = place_of(tree, path, "key" if at_key else "value")
    excerpt = tree.lines.excerpt(place.line)
    return Problem(code, "error", message, tree.file, place, excerpt, hint)


def _nearest(word: str, words: Sequence[str]) -> Phrase | None:
    close = get_close_matches(word, words, n=1, cutoff=0.6)
    if close:
        return Phrase.of('did you mean "{near}"?', near=close[0])
    if 0 < len(words) <= _MOST_WORDS:
        return Phrase.of("known here: {words}", words=", ".join(sorted(words)))
    return None


def _words(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that may stand where ``path`` leads."""
    here: list[type[BaseModel]] = [model]
    for part in path:
        inner = [
            cls
            for holder in here
            if isinstance(part, str) and (field := _field(holder, part)) is not None
            for cls in _models(field)
        ]
        here = inner or here
    words: list[str] = []
    for cls in here:
        for name, field in cls.model_fields.items():
            words.append(field.alias or name)
    hidden = {"lane", *_HIDDEN.get(model.__name__, ())}
    return [word for word in dict.fromkeys(words) if word not in hidden]


def _field(cls: type[BaseModel], name: str) -> object | None:
    for key, field in cls.model_fields.items():
        if name in (key, field.alias):
            return field.annotation
    return None


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
