"""The links of the graph, written and implied, in file order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from blueprint.graph.making import Assumed
from blueprint.graph.manner import Bond
from blueprint.graph.shared_links import shared_links
from blueprint.integrity.lanes import lanes_of
from blueprint.integrity.pairs import kind_of_lane, kind_of_need
from blueprint.integrity.referring import Wanted
from blueprint.integrity.scope import Scope
from blueprint.model import (
    Act,
    ActionName,
    Blueprint,
    LinkKind,
    LinkTo,
    OrganisationCatalog,
)


@dataclass
class _File:
    """One file while its links are made: what it names, and what was written between whom."""

    scope: Scope
    stem: str
    blueprint: Blueprint
    written: set[frozenset[str]] = field(default_factory=set)
    abroad: set[str] = field(default_factory=set)
    known: dict[tuple[str, Wanted], str | None] = field(default_factory=dict)

    def id(self, local: str) -> str:
        return self.scope.global_id(self.stem, local)

    def own(self, element: str) -> str:
        return self.scope.owned(self.stem, element)

    def one(self, ref: str | None, wants: Wanted) -> str | None:
        if ref is None:
            return None
        if (asked := (ref, wants)) not in self.known:
            if ":" in ref:
                self.abroad.add(ref.rpartition(":")[0])
            found = self.scope.find(self.stem, ref, wants)
            self.known[asked] = found[0] if len(found) == 1 else None
        return self.known[asked]

    def link(
        self,
        kind: LinkKind,
        source: str,
        target: str,
        to: LinkTo | None = None,
        *,
        implied: bool = False,
    ) -> Bond:
        language = self.blueprint.languages[0]
        manner = self.assumed.manner(kind, to, implied=implied, language=language)
        return manner, source, target

    @cached_property
    def assumed(self) -> Assumed:
        shared = self.scope.catalog.assumptions if self.scope.catalog is not None else {}
        return Assumed(self.blueprint.assumptions, shared)


def links_of(scope: Scope, stem: str) -> tuple[list[Bond], list[Bond], frozenset[str]]:
    """Return the links of one file, in two parts, and the other files it names.

    The first part is its grid, its journey and what its actions say. The second is what the
    elements it defines say, which comes after the first part of all files.
    """
    file = _File(scope, stem, scope.blueprints[stem])
    needs = list(_written(file))
    bonds = [
        *_contains(file),
        *_flow(file),
        *_implied(file),
        *needs,
        *_uses(file),
        *_parts(file),
        *_owners(file),
    ]
    shared = list(shared_links(file.one, file.own, file.blueprint, file.assumed))
    return bonds, shared, frozenset(file.abroad)


def links_of_catalog(scope: Scope, catalog: OrganisationCatalog) -> list[Bond]:
    """Return the links that the elements of a workspace's catalog state."""

    def one(ref: str | None, wants: Wanted) -> str | None:
        found = () if ref is None else scope.find(None, ref, wants)
        return found[0] if len(found) == 1 else None

    return list(shared_links(one, str, catalog, Assumed({}, catalog.assumptions)))


def _contains(file: _File) -> Iterator[Bond]:
    names = file.blueprint.names
    home = file.scope.blueprint_id(file.stem)
    phases = {index: file.id(local) for local, index in names.phases.items()}
    for phase in phases.values():
        yield file.link("contains", home, phase, implied=True)
    for step in names.steps.values():
        yield file.link("contains", phases[step.phase], file.id(step.id), implied=True)
        for action in step.actions:
            yield file.link("contains", file.id(step.id), file.id(action), implied=True)


def _flow(file: _File) -> Iterator[Bond]:
    names = file.blueprint.names
    steps = [s for s in names.steps.values() if s.step.next is not None or s.actions]
    for n, step in enumerate(steps):
        customers = [a for a in step.actions if names.actions[a].lane == "customer"]
        for one, other in pairwise(customers):
            yield file.link("flow", file.id(one), file.id(other), implied=True)
        lead = names.lead(step.id)
        if lead is None:
            continue
        if step.step.next is None:
            follower = names.lead(steps[n + 1].id) if n + 1 < len(steps) else None
            if follower is not None:
                yield file.link("flow", file.id(lead), file.id(follower), implied=True)
            continue
        for to in step.step.next:
            target = file.one(_lead_of(file, to.to), "action")
            if target is not None:
                yield file.link("flow", file.id(lead), target, to)


def _lead_of(file: _File, ref: str | None) -> str | None:
    """Return what to look up for a ``next``: an action stands for its step's lead action."""
    if ref is None or ":" in ref:
        return ref
    steps = file.blueprint.names.find_steps(ref)
    return steps[0] if len(steps) == 1 else ref


def _written(file: _File) -> Iterator[Bond]:
    for name in file.blueprint.names.actions.values():
        if not isinstance(name.action, Act):
            continue
        source = file.id(name.id)
        for to in name.action.needs or ():
            target = file.one(to.to, "action")
            if target is not None:
                file.written.add(frozenset((source, target)))
                kind = kind_of_need(kind_of_lane(name.lane), _kind(file, target, to))
                yield file.link(kind, source, target, to)
        for to in name.action.triggers:
            target = file.one(to.to, "action")
            if target is not None:
                file.written.add(frozenset((source, target)))
                yield file.link("triggers", source, target, to)


def _kind(file: _File, target: str, to: LinkTo) -> str:
    stem, colon, local = (to.to or "").rpartition(":")
    names = (file.scope.blueprints[stem] if colon else file.blueprint).names
    found = names.find_actions(local)
    return kind_of_lane(names.actions[found[0]].lane) if found else target


def _implied(file: _File) -> Iterator[Bond]:
    order = [lane.id for lane in lanes_of(file.blueprint)]
    names = file.blueprint.names
    explicit = file.blueprint.links == "explicit"
    for step in names.steps.values():
        present = [
            lane for lane in order if any(names.actions[a].lane == lane for a in step.actions)
        ]
        by_lane = {
            lane: [names.actions[a] for a in step.actions if names.actions[a].lane == lane]
            for lane in present
        }
        for n, lane in enumerate(present):
            if lane == "evidence":
                met = "customer" if "customer" in by_lane else next(iter(present[n + 1 :]), None)
                yield from _joined(file, by_lane[lane], by_lane.get(met or "", []), "evidence")
            elif not explicit:
                below = next(iter(present[n + 1 :]), None)
                if below is None or below in ("customer", "evidence"):
                    continue
                kind = kind_of_need(kind_of_lane(lane), kind_of_lane(below))
                open_ended = [a for a in by_lane[lane] if getattr(a.action, "needs", None) is None]
                yield from _joined(file, open_ended, by_lane[below], kind)


def _joined(
    file: _File, upper: list[ActionName], lower: list[ActionName], kind: LinkKind
) -> Iterator[Bond]:
    for one in upper:
        for other in lower:
            source, target = file.id(one.id), file.id(other.id)
            if frozenset((source, target)) not in file.written:
                yield file.link(kind, source, target, implied=True)


def _uses(file: _File) -> Iterator[Bond]:
    """Go through what actions use, go through and rely on, in file order."""
    names = file.blueprint.names
    for step in names.steps.values():
        lead = names.lead(step.id)
        if lead is not None:
            yield from _each(file, "via", lead, step.step.channels, "channel")
        for local in step.actions:
            action = names.actions[local].action
            if not isinstance(action, Act):
                continue
            yield from _each(file, "uses", local, action.systems, "system")
            yield from _each(file, "via", local, action.channels, "channel")
            for article in action.knowledge:
                if (found := file.one(article, "knowledge")) is not None:
                    yield file.link("informs", found, file.id(local))


def _each(
    file: _File, kind: LinkKind, local: str, refs: tuple[str, ...], wants: Wanted
) -> Iterator[Bond]:
    for ref in refs:
        if (found := file.one(ref, wants)) is not None:
            yield file.link(kind, file.id(local), found)


def _parts(file: _File) -> Iterator[Bond]:
    """Go through what mends and what prepares."""
    names = file.blueprint.names
    for step in names.steps.values():
        lead = names.lead(step.id)
        fails = [(fail, lead) for fail in step.step.fails]
        for local in step.actions:
            fails += [(fail, local) for fail in getattr(names.actions[local].action, "fails", ())]
        for fail, by_default in fails:
            default = file.id(by_default) if by_default is not None else None
            failing = file.one(fail.at, "action") if fail.at else default
            mends = file.one(fail.recovery, "action")
            if failing is not None and mends is not None:
                yield file.link("recovers", mends, failing)
        for lived in step.step.experience:
            for to in lived.surprise.prepared_by if lived.surprise else ():
                prepares = file.one(to.to, "action")
                if prepares is not None and lead is not None:
                    yield file.link("prepares", prepares, file.id(lead), to)


def _owners(file: _File) -> Iterator[Bond]:
    """Go through who does what, and who answers for steps and the blueprint."""
    names = file.blueprint.names
    home = file.scope.blueprint_id(file.stem)
    owner = file.one(file.blueprint.owner, "department")
    if owner is not None:
        yield file.link("owns", owner, home)
    for step in names.steps.values():
        moments = [step.step.moment_of_truth]
        for local in step.actions:
            action = names.actions[local].action
            if isinstance(action, Act):
                moments.append(action.moment_of_truth)
                doer = file.one(action.department, "department")
                if doer is not None:
                    yield file.link("performs", doer, file.id(local))
        for moment in moments:
            owner = file.one(moment.owner, "department") if moment else None
            if owner is not None:
                yield file.link("owns", owner, file.id(step.id))
    for persona in file.blueprint.personas:
        found = file.one(persona, "persona")
        if found is not None:
            yield file.link("serves", home, found)
