"""Every place of a blueprint that names something else, and what it may name."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Literal, NamedTuple

from blueprint.model import (
    Act,
    Action,
    Blueprint,
    Catalog,
    FailPoint,
    LinkTo,
    MomentOfTruth,
    Standard,
    Step,
)

Wanted = Literal[
    "action",
    "step",
    "department",
    "system",
    "channel",
    "persona",
    "product",
    "promise",
    "knowledge",
    "metric",
    "blueprint",
    "any",
]
"""What a reference may name; ``any`` is every element of the blueprint or the catalog."""

KIND_KEY = {
    "department": "departments",
    "system": "systems",
    "channel": "channels",
    "persona": "personas",
    "product": "products",
    "promise": "promises",
    "knowledge": "knowledge",
    "metric": "metrics",
}
"""The top-level key under which each kind of named element stands."""

Path = tuple[str | int, ...]


class Reference(NamedTuple):
    """One name of something else: where it is written, what it says, what it may name."""

    path: Path
    to: str
    wants: Wanted


_ACTION_NAMES: tuple[tuple[str, Wanted], ...] = (
    ("same_as", "action"),
    ("until", "step"),
    ("department", "department"),
)
_ACTION_LISTS: tuple[tuple[str, Wanted], ...] = (
    ("systems", "system"),
    ("channels", "channel"),
    ("knowledge", "knowledge"),
)
_ACTION_LINKS = ("needs", "triggers")
_ACTION_PARTS = frozenset({"standard", "approved_by", "notice", "moment_of_truth", "fails"})
_ACTION_REFERENCES = _ACTION_PARTS.union(
    _ACTION_LINKS, (field for field, _ in (*_ACTION_NAMES, *_ACTION_LISTS))
)
_DEPARTMENT = frozenset({"department"})
"""What most actions name, and nothing else."""
_STEP_REFERENCES = frozenset(
    {"channels", "moment_of_truth", "experience", "feedback", "fails", "next"}
)


def references(
    blueprint: Blueprint, settled: Container[tuple[str, Wanted]] = ()
) -> Iterator[Reference]:
    """Go through everything a blueprint names, in file order; the catalog's names come not.

    Args:
        blueprint: The blueprint.
        settled: Names, with what they may name, that actions need not be asked for again; it
            may grow meanwhile.
    """
    yield from _own(blueprint)
    yield from catalog_references(blueprint)
    for name in blueprint.names.steps.values():
        yield from _of_step(name.step, name.path)
    for act in blueprint.names.actions.values():
        action = act.action
        said = _ACTION_REFERENCES & action.__pydantic_fields_set__
        if said == _DEPARTMENT and isinstance(action, Act):
            if (action.department, "department") not in settled:
                yield from named((*act.path, "department"), action.department, "department")
        elif said:
            yield from _of_action(action, act.path, settled)


def _own(blueprint: Blueprint) -> Iterator[Reference]:
    yield from named(("owner",), blueprint.owner, "department")
    yield from named(("of",), blueprint.of, "blueprint")
    for n, (key, persona) in enumerate(blueprint.personas.items()):
        if persona is None:
            yield Reference(("personas", n), key, "persona")


def catalog_references(catalog: Catalog) -> Iterator[Reference]:
    """Go through what the elements of a catalog, or a blueprint's own, name."""
    yield from _who_and_what(catalog)
    yield from _of_personas(catalog)
    yield from _of_promises(catalog)
    yield from _of_knowledge(catalog)
    yield from _measures(catalog)
    yield from _remarks(catalog)


def _who_and_what(catalog: Catalog) -> Iterator[Reference]:
    for key, department in catalog.departments.items():
        yield from named(("departments", key, "part_of"), department.part_of, "department")
    for key, system in catalog.systems.items():
        yield from named(("systems", key, "department"), system.department, "department")
        yield from each(("systems", key, "integrates"), system.integrates, "system")


def _of_personas(catalog: Catalog) -> Iterator[Reference]:
    for key, persona in getattr(catalog, "personas", {}).items():
        if persona is None:
            continue
        yield from each(("personas", key, "channels"), persona.channels, "channel")
        for kind in ("functional", "emotional"):
            goal = getattr(persona.goals, kind, None)
            if goal is not None:
                yield from each(("personas", key, "goals", kind, "met_by"), goal.met_by, "step")


def _of_promises(catalog: Catalog) -> Iterator[Reference]:
    for key, promise in catalog.promises.items():
        path: Path = ("promises", key)
        yield from named((*path, "about"), promise.about, "any")
        yield from named((*path, "made_by"), promise.made_by, "department")
        yield from each((*path, "kept_by"), promise.kept_by, "action")
        if promise.target is not None:
            yield from named((*path, "target", "from"), promise.target.from_, "step")
            yield from named((*path, "target", "to"), promise.target.to, "step")


def _of_knowledge(catalog: Catalog) -> Iterator[Reference]:
    for key, article in catalog.knowledge.items():
        path: Path = ("knowledge", key)
        yield from named((*path, "department"), article.department, "department")
        for channel in article.answers:
            yield Reference((*path, "answers", channel), channel, "channel")
        for n, flag in enumerate(article.flags):
            yield from named((*path, "flags", n, "by"), flag.by, "department")
        yield from each((*path, "fed_by"), article.fed_by, "channel")


def _measures(catalog: Catalog) -> Iterator[Reference]:
    for n, result in enumerate(catalog.results):
        yield Reference(("results", n, "metric"), result.metric, "metric")
        yield from named(("results", n, "at"), result.at, "step")
        yield from named(("results", n, "persona"), result.persona, "persona")
    for key, lever in catalog.levers.items():
        yield from each(("levers", key, "steps"), lever.steps, "step")
        yield from each(("levers", key, "metrics"), lever.metrics, "metric")
        yield from named(("levers", key, "primary"), lever.primary, "metric")


def _remarks(catalog: Catalog) -> Iterator[Reference]:
    for key, observation in catalog.observations.items():
        yield from each(("observations", key, "about"), observation.about, "any")
    if catalog.complaints is not None:
        complaints = catalog.complaints
        yield from each(("complaints", "entry"), complaints.entry, "step")
        yield from each(("complaints", "channels"), complaints.channels, "channel")
        yield from each(("complaints", "told_in"), complaints.told_in, "any")
        for stage, owner in complaints.stages.items():
            yield Reference(("complaints", "stages", stage), owner, "department")
    for n, ignore in enumerate(catalog.ignore):
        yield from each(("ignore", n, "on"), ignore.on, "any")


def _of_step(step: Step, path: Path) -> Iterator[Reference]:
    if _STEP_REFERENCES.isdisjoint(step.__pydantic_fields_set__):
        return
    yield from each((*path, "channels"), step.channels, "channel")
    yield from _moment((*path, "moment_of_truth"), step.moment_of_truth)
    for n, lived in enumerate(step.experience):
        here = (*path, "experience", n)
        yield from named((*here, "persona"), lived.persona, "persona")
        if lived.surprise is not None:
            yield from linked(
                (*here, "surprise", "prepared_by"), lived.surprise.prepared_by, "action"
            )
    yield from each((*path, "feedback"), step.feedback, "metric")
    yield from _fails((*path, "fails"), step.fails)
    yield from linked((*path, "next"), step.next or (), "step")


def _of_action(
    action: Action, path: Path, settled: Container[tuple[str, Wanted]]
) -> Iterator[Reference]:
    said = action.__pydantic_fields_set__
    for field, wants in _ACTION_NAMES:
        if field in said:
            ref = getattr(action, field)
            if ref is not None and (ref, wants) not in settled:
                yield Reference((*path, field), ref, wants)
    for field, wants in _ACTION_LISTS:
        if field in said:
            refs = enumerate(getattr(action, field))
            new = [(n, ref) for n, ref in refs if (ref, wants) not in settled]
            yield from (Reference((*path, field, n), ref, wants) for n, ref in new)
    for field in _ACTION_LINKS:
        if field in said:
            yield from linked((*path, field), getattr(action, field) or (), "action")
    if isinstance(action, Act) and not _ACTION_PARTS.isdisjoint(said):
        yield from _of_parts(action, path)


def _of_parts(action: Act, path: Path) -> Iterator[Reference]:
    yield from _standard((*path, "standard"), action.standard)
    yield from each((*path, "approved_by"), action.approved_by, "any")
    if action.notice is not None:
        yield from named((*path, "notice", "about"), action.notice.about, "any")
        yield from each((*path, "notice", "channels"), action.notice.channels, "channel")
    yield from _moment((*path, "moment_of_truth"), action.moment_of_truth)
    yield from _fails((*path, "fails"), action.fails)


def _moment(path: Path, moment: MomentOfTruth | None) -> Iterator[Reference]:
    if moment is not None:
        yield from named((*path, "owner"), moment.owner, "department")
        yield from _standard((*path, "standard"), moment.standard)


def _standard(path: Path, standard: Standard | None) -> Iterator[Reference]:
    if standard is not None:
        yield from each((*path, "committed_by"), standard.committed_by, "department")


def _fails(path: Path, fails: tuple[FailPoint, ...]) -> Iterator[Reference]:
    for n, fail in enumerate(fails):
        yield from named((*path, n, "at"), fail.at, "action")
        yield from named((*path, n, "recovery"), fail.recovery, "action")


def named(path: Path, ref: str | None, wants: Wanted) -> Iterator[Reference]:
    """Go through the one name a field holds, if it holds one."""
    if ref is not None:
        yield Reference(path, ref, wants)


def each(path: Path, refs: tuple[str, ...], wants: Wanted) -> Iterator[Reference]:
    """Go through the names a list holds."""
    for n, ref in enumerate(refs):
        yield Reference((*path, n), ref, wants)


def linked(path: Path, links: tuple[LinkTo, ...], wants: Wanted) -> Iterator[Reference]:
    """Go through the names that written links go to."""
    for n, link in enumerate(links):
        if link.to is not None:
            yield Reference((*path, n, "to"), link.to, wants)
