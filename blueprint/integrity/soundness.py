"""What must hold before a blueprint can be a graph: names that mean something, ids that differ."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

from blueprint.errors import InvalidBlueprintError
from blueprint.integrity.labels import declared_languages, undeclared_languages
from blueprint.integrity.lanes import MOST_LANES, is_step_key, lanes_of
from blueprint.integrity.pairs import wrong_pairs
from blueprint.integrity.referring import (
    Path,
    Reference,
    Wanted,
    catalog_references,
    references,
)
from blueprint.integrity.scales import off_scale, unfit_ends
from blueprint.integrity.scope import Scope, alone
from blueprint.model import Blueprint, OrganisationCatalog
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True)
class Defect:
    """Something that keeps a blueprint from being a graph.

    Attributes:
        code: Stable code.
        path: Where it stands in the model.
        message: What is wrong.
        hint: What to write.
        at_key: Whether the key itself is meant, not its value.
        stem: The file it stands in; ``None`` for the catalog.
        wants: What a name that means nothing, or too much, should have named.
    """

    code: str
    path: Path
    message: Phrase
    hint: Phrase | None = None
    at_key: bool = False
    stem: str | None = None
    wants: Wanted | None = None


def defects(
    blueprint: Blueprint, scope: Scope | None = None, *, languages: frozenset[str] | None = None
) -> tuple[Defect, ...]:
    """Return everything that is wrong with one blueprint's names, in file order of their kind.

    Args:
        blueprint: The blueprint, with its catalog.
        scope: The workspace it belongs to; by default it stands alone, and names of other
            files pass.
        languages: The languages its labels name, where somebody knows; saves looking.
    """
    stem = blueprint.stem or ""
    scope = scope or alone(blueprint)
    settled: set[tuple[str, Wanted]] = set()
    found = [
        *_clashes(blueprint),
        *_untitled(blueprint),
        *_lanes(blueprint),
        *undefined(references(blueprint, settled), scope, stem, settled),
        *wrong_pairs_of(blueprint, scope, stem),
        *_cycles(blueprint),
        *_languages(blueprint, languages),
        *(Defect(*entry) for entry in (*off_scale(blueprint), *unfit_ends(blueprint))),
    ]
    return tuple(replace(defect, stem=stem) for defect in found)


def catalog_defects(catalog: OrganisationCatalog, scope: Scope) -> tuple[Defect, ...]:
    """Return what is wrong with the names a workspace's catalog uses."""
    return (
        *undefined(catalog_references(catalog), scope, None, set()),
        *_cycles(catalog),
        *(Defect(*entry) for entry in (*undeclared_languages(catalog), *unfit_ends(catalog))),
    )


def sound(scope: Scope, known: Container[str] = ()) -> None:
    """Refuse blueprints that cannot be a graph.

    Args:
        scope: The blueprints.
        known: Stems of those that are known to be sound.

    Raises:
        InvalidBlueprintError: With the first defect as its message, and how many there are.
    """
    unknown = [stem for stem in scope.blueprints if stem not in known]
    found = [d for stem in unknown for d in defects(scope.blueprints[stem], scope)]
    if found:
        first = found[0]
        where = ".".join(str(part) for part in first.path)
        more = len(found) - 1
        said = Phrase.of("{where}: {message}", where=where, message=first.message)
        if more:
            said = Phrase.of("{said} (and {n} more)", said=said, n=more)
        raise InvalidBlueprintError(said)


def wrong_pairs_of(blueprint: Blueprint, scope: Scope, stem: str) -> Iterator[Defect]:
    """Go through written links whose ends do not fit."""
    for code, path, message, hint in wrong_pairs(blueprint, scope, stem):
        yield Defect(code, path, message, hint)


def _languages(blueprint: Blueprint, met: frozenset[str] | None) -> Iterator[Defect]:
    if met is None or not met <= declared_languages(blueprint):
        yield from (Defect(*entry) for entry in undeclared_languages(blueprint))


def _clashes(blueprint: Blueprint) -> Iterator[Defect]:
    for clash in blueprint.names.clashes:
        if not clash.id:
            yield Defect(
                "BP106",
                clash.path,
                Phrase.of("no id can be made from this name"),
                Phrase.of("write id: with letters or digits"),
            )
        else:
            yield Defect(
                "BP107",
                clash.path,
                Phrase.of("two elements have the id “{id}”", id=clash.id),
                Phrase.of("give this one an id: of its own"),
                at_key=len(clash.path) == 2 and clash.path[0] != "phases",  # noqa: PLR2004
            )


def _untitled(blueprint: Blueprint) -> Iterator[Defect]:
    for name in blueprint.names.steps.values():
        if name.step.step is None and not name.step.customer:
            yield Defect(
                "BP115",
                name.path,
                Phrase.of("this step has neither a title nor a customer action"),
                Phrase.of("write step: and its title"),
            )


def _lanes(blueprint: Blueprint) -> Iterator[Defect]:
    lanes = lanes_of(blueprint)
    known = {lane.id for lane in lanes}
    if len(lanes) > MOST_LANES:
        yield Defect(
            "BP113",
            ("lanes",),
            Phrase.of(
                "a blueprint has at most {most} lanes, not {n}", most=MOST_LANES, n=len(lanes)
            ),
        )
    for n, lane in enumerate(blueprint.lanes):
        if is_step_key(lane.id):
            yield Defect(
                "BP112",
                ("lanes", n),
                Phrase.of(
                    "“{id}” already means something in a step; name the lane otherwise", id=lane.id
                ),
            )
        if lane.after is not None and (lane.after not in known or lane.after == lane.id):
            yield Defect(
                "BP102",
                ("lanes", n, "after"),
                Phrase.of('lane "{id}" is not defined', id=lane.after),
                Phrase.of("the lanes are {lanes}", lanes=", ".join(entry.id for entry in lanes)),
            )
    for name in blueprint.names.steps.values():
        for lane_id in name.step.lanes:
            if lane_id not in known:
                yield Defect(
                    "BP112",
                    (*name.path, lane_id),
                    Phrase.of("lane “{id}” is not declared", id=lane_id),
                    Phrase.of("declare it under lanes:, or use one of {lanes}",
                              lanes=", ".join(entry.id for entry in lanes)),
                    at_key=True,
                )  # fmt: skip


def undefined(
    found: Iterator[Reference],
    scope: Scope,
    stem: str | None,
    settled: set[tuple[str, Wanted]],
) -> Iterator[Defect]:
    """Go through names that mean nothing, or too much; the others are settled."""
    for reference in found:
        _, to, wants = reference
        if (to, wants) in settled:
            continue
        # an element whose id clashes has a makeshift one, with ~, that nobody could write
        meant = [i for i in scope.find(stem, to, wants) if "~" not in i]
        if len(meant) == 1 or (wants == "blueprint" and not scope.whole):
            settled.add((to, wants))
            continue
        if meant:
            yield Defect(
                "BP103",
                reference.path,
                Phrase.of("“{id}” could mean more than one element", id=reference.to),
                Phrase.of("write {candidates}", candidates=", ".join(meant)),
                wants=wants,
            )
        elif not scope.is_foreign(reference.to):
            yield _not_defined(reference, scope, stem)


def _not_defined(reference: Reference, scope: Scope, stem: str | None) -> Defect:
    word = "element" if reference.wants == "any" else reference.wants
    near = scope.nearest(stem, reference.to, reference.wants)
    return Defect(
        "BP102",
        reference.path,
        Phrase.of('{kind} "{id}" is not defined', kind=Phrase.of(word), id=reference.to),
        Phrase.of('did you mean "{near}"?', near=near) if near else None,
        wants=reference.wants,
    )


def _cycles(catalog: Blueprint | OrganisationCatalog) -> Iterator[Defect]:
    parents = {
        key: department.part_of
        for key, department in catalog.departments.items()
        if department.part_of is not None
    }
    for key in _on_a_cycle(parents):
        yield Defect(
            "BP111",
            ("departments", key, "part_of"),
            Phrase.of("department “{id}” would be part of itself", id=key),
        )
    if isinstance(catalog, Blueprint):
        yield from _same_as_cycles(catalog)


def _same_as_cycles(blueprint: Blueprint) -> Iterator[Defect]:
    names = blueprint.names
    same = {
        name.id: found[0]
        for name in names.actions.values()
        if name.action.same_as is not None and (found := names.find_actions(name.action.same_as))
    }
    for key in _on_a_cycle(same):
        yield Defect(
            "BP111",
            (*names.actions[key].path, "same_as"),
            Phrase.of("“{id}” would be the same as itself", id=key),
        )


def _on_a_cycle(follows: Mapping[str, str]) -> Iterator[str]:
    """Go through the keys from which following leads back to the key itself."""
    for key in follows:
        seen = {key}
        at = follows[key]
        while at in follows and at not in seen:
            seen.add(at)
            at = follows[at]
        if at == key:
            yield key
