"""How phases, steps and actions get their ids, and whom a written id means.

An id is made from the name in the file's first language. The step owns the plain id; an
action that would have the same is ``STEP.customer``. Where names repeat, each gets its
step's (a step its phase's) id in front, and the bare name then means nobody.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from blueprint.model.base import LanguageMap

if TYPE_CHECKING:
    from blueprint.model.action import Action
    from blueprint.model.blueprint import Blueprint
    from blueprint.model.catalog import Catalog
    from blueprint.model.step import Step

NAMED_KINDS: tuple[str, ...] = (
    "departments",
    "systems",
    "channels",
    "personas",
    "products",
    "promises",
    "knowledge",
    "metrics",
    "levers",
    "observations",
)
"""The top-level keys that hold elements under an id, in the order they are numbered."""

_SPACED = str.maketrans({chr(n): " " for n in range(128) if not chr(n).isalnum()})


def slug(name: str) -> str:
    """Return the id made from a name: NFKC, casefolded, ``-`` for all but letters and digits.

    Examples:
        >>> slug("Check-in & go"), slug("办理入住"), slug("★")
        ('check-in-go', '办理入住', '')
    """
    words = name.split()
    if name.isascii():
        if "".join(words).isalnum():
            return "-".join(words).lower()
        return "-".join(name.lower().translate(_SPACED).split())
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in folded(name))
    return "-".join("".join(kept).split())


def folded(written: str) -> str:
    """Return what makes two ids equal: NFKC and casefolding."""
    if written.isascii():
        return written.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", written).casefold())


def first_text(label: str | LanguageMap, language: str) -> str:
    """Return a label in the file's first language, else in its own first."""
    if isinstance(label, str):
        return label
    return label.get(language) or next(iter(label.values()), "")


class StepName(NamedTuple):
    """Where a step stands: its id, the step, and its path in the model."""

    id: str
    step: Step
    phase: int
    position: int
    actions: tuple[str, ...]

    @property
    def path(self) -> tuple[str | int, ...]:
        """The step's path in the model."""
        return ("phases", self.phase, "steps", self.position)


class ActionName(NamedTuple):
    """Where an action stands: its id, the action, its step, lane and path in the model."""

    id: str
    action: Action
    step: str
    lane: str
    phase: int
    position: int
    number: int

    @property
    def path(self) -> tuple[str | int, ...]:
        """The action's path in the model."""
        return ("phases", self.phase, "steps", self.position, self.lane, self.number)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two elements would have the same id, or one would have none."""

    id: str
    path: tuple[str | int, ...]
    other: tuple[str | int, ...] | None


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of a blueprint.

    Attributes:
        phases: Phase id to its index.
        steps: Step id to where it stands, in order.
        actions: Action id to where it stands, in order.
        elements: Id of everything defined under one (own, then the catalog's) to its kind.
        bare: Plain name to the ids it could mean, where it is not an id itself.
        clashes: Elements that need an ``id:`` of their own.
    """

    phases: Mapping[str, int]
    steps: Mapping[str, StepName]
    actions: Mapping[str, ActionName]
    elements: Mapping[str, str]
    bare: Mapping[str, tuple[str, ...]]
    clashes: tuple[Clash, ...]

    def lead(self, step: str) -> str | None:
        """Return a step's lead action: its last customer action, else its topmost."""
        ids = self.steps[step].actions
        customers = [i for i in ids if self.actions[i].lane == "customer"]
        if customers:
            return customers[-1]
        acting = [i for i in ids if self.actions[i].lane != "evidence"]
        return next(iter(acting or ids), None)

    def find_actions(self, ref: str) -> tuple[str, ...]:
        """Return the actions a written id could mean; a step means its lead action."""
        if ref in self.actions:
            return (ref,)
        if ref in self.steps:
            lead = self.lead(ref)
            return () if lead is None else (lead,)
        meant = self.meant(ref)
        found = [i for i in meant if i in self.actions]
        steps = [i for i in meant if i in self.steps]
        if steps and not found:
            return tuple(lead for i in steps if (lead := self.lead(i)) is not None)
        return tuple(found)

    def find_steps(self, ref: str) -> tuple[str, ...]:
        """Return the steps a written id could mean; an action means its step."""
        if ref in self.steps:
            return (ref,)
        if ref in self.actions:
            return (self.actions[ref].step,)
        bare = self.meant(ref)
        steps = tuple(i for i in bare if i in self.steps)
        if steps:
            return steps
        return tuple(dict.fromkeys(self.actions[i].step for i in bare if i in self.actions))

    def find(self, ref: str) -> tuple[str, ...]:
        """Return the ids of any kind that a written id could mean."""
        if ref in self.steps or ref in self.actions or ref in self.elements or ref in self.phases:
            return (ref,)
        return self.meant(ref)

    def meant(self, ref: str) -> tuple[str, ...]:
        """Return the ids a name that is none itself could mean: bare, or with its step in front."""
        step, _, local = ref.partition(".")
        if local in self.actions and self.actions[local].step == step:
            return (local,)
        return self.bare.get(ref, ())


def names_of(blueprint: Blueprint) -> Names:
    """Give every phase, step and action its id; see the module for how."""
    elements, found = elements_of(blueprint)
    clashes = list(found)
    language = blueprint.languages[0] if blueprint.languages else "en"
    steps, step_base = _step_ids(blueprint, language, elements, clashes)
    actions = _action_ids(language, steps, step_base, elements, clashes)
    phases = _phase_ids(blueprint, language, (elements, steps, actions), clashes)
    return Names(
        phases,
        _with_actions(steps, actions),
        actions,
        elements,
        _bare(step_base, actions),
        tuple(clashes),
    )


def title_of(step: Step) -> str | LanguageMap:
    """Return a step's title: as written, else its customer action's name, else nothing."""
    if step.step is not None:
        return step.step
    return step.customer[-1].name if step.customer else ""


def elements_of(blueprint: Blueprint) -> tuple[Mapping[str, str], tuple[Clash, ...]]:
    """Return what is defined under an id, own and then the catalog's, by kind; and its clashes."""
    if next(_named(blueprint), None) is not None or blueprint.catalog is None:
        return _elements(blueprint, blueprint.catalog)
    return _LAST.elements(blueprint.catalog)


class _LastCatalog:
    """The elements of the catalog asked for last, for the files of a workspace share one."""

    def __init__(self) -> None:
        self._last: tuple[Catalog | None, tuple[Mapping[str, str], tuple[Clash, ...]]]
        self._last = (None, ({}, ()))

    def elements(self, catalog: Catalog) -> tuple[Mapping[str, str], tuple[Clash, ...]]:
        known, found = self._last
        if known is not catalog:
            found = _elements(None, catalog)
            self._last = (catalog, found)
        return found


_LAST = _LastCatalog()


def _elements(
    own: Catalog | None, shared: Catalog | None
) -> tuple[Mapping[str, str], tuple[Clash, ...]]:
    clashes: list[Clash] = []
    kinds: dict[str, str] = {}
    paths: dict[str, tuple[str | int, ...]] = {}
    seen: dict[str, str] = {}
    for catalog in (own, shared):
        for kind, key in _named(catalog):
            if catalog is shared and key in kinds:
                continue
            plain = folded(key)
            if plain in seen:
                clashes.append(Clash(key, (kind, key), paths[seen[plain]]))
                continue
            kinds[key], paths[key], seen[plain] = kind, (kind, key), key
    return kinds, tuple(clashes)


def _named(catalog: Catalog | None) -> Iterator[tuple[str, str]]:
    if catalog is None:
        return
    for kind in NAMED_KINDS:
        for key, element in getattr(catalog, kind, {}).items():
            if element is not None:
                yield kind, key


def _step_ids(
    blueprint: Blueprint, language: str, taken: Mapping[str, str], clashes: list[Clash]
) -> tuple[dict[str, tuple[Step, int, int]], dict[str, str]]:
    found = [
        (step, p, k, step.id or slug(first_text(title_of(step), language)))
        for p, phase in enumerate(blueprint.phases)
        for k, step in enumerate(phase.steps)
    ]
    repeats = Counter(base for *_, base in found)
    steps: dict[str, tuple[Step, int, int]] = {}
    bases: dict[str, str] = {}
    seen: dict[str, str] = {}
    for step, p, k, base in found:
        path = ("phases", p, "steps", k)
        name = base
        if step.id is None and base and (repeats[base] > 1 or base in taken):
            phase = blueprint.phases[p]
            name = f"{phase.id or slug(first_text(phase.phase, language))}.{base}"
        if not name or folded(name) in seen:
            before = steps[seen[folded(name)]] if name else None
            clashes.append(
                Clash(name, path, ("phases", before[1], "steps", before[2]) if before else None)
            )
            name = f"{name or 'step'}~{p + 1}.{k + 1}"
        steps[name] = (step, p, k)
        seen[folded(name)] = name
        bases[name] = base
    return steps, bases


def _cards(step: Step) -> Iterator[tuple[str, tuple[Action, ...]]]:
    entries: tuple[Action, ...]
    if entries := step.evidence:
        yield "evidence", entries
    if entries := step.customer:
        yield "customer", entries
    if entries := step.frontstage:
        yield "frontstage", entries
    if entries := step.backstage:
        yield "backstage", entries
    if entries := step.support:
        yield "support", entries
    if added := step.lanes:
        yield from added.items()


def _action_ids(
    language: str,
    steps: Mapping[str, tuple[Step, int, int]],
    step_base: Mapping[str, str],
    taken: Mapping[str, str],
    clashes: list[Clash],
) -> dict[str, ActionName]:
    found = [
        (action.id or slug(first_text(action.name, language)), action, owner, lane, p, k, n)
        for owner, (step, p, k) in steps.items()
        for lane, entries in _cards(step)
        for n, action in enumerate(entries)
    ]
    repeats = Counter([entry[0] for entry in found])
    unfree = {*step_base.values(), *steps, *taken}
    unfree.update(base for base, times in repeats.items() if times > 1)
    actions: dict[str, ActionName] = {}
    seen = {folded(step): "" for step in steps}  # what is no slug may be folded otherwise
    for number, (base, action, owner, lane, p, k, n) in enumerate(found, 1):
        chosen = plain = base
        if action.id is not None:
            plain = folded(base)
        elif base in unfree and base:
            same = base in (owner, step_base[owner])
            chosen = plain = f"{owner}.{lane if same else base}"
        if not chosen or plain in actions or plain in seen:
            other = actions.get(seen.get(plain, plain))
            path = ("phases", p, "steps", k, lane, n)
            clashes.append(Clash(chosen, path, other and other.path))
            chosen = f"{owner}.{lane}~{number}"
        if chosen != plain:
            seen[plain] = chosen
        actions[chosen] = ActionName(chosen, action, owner, lane, p, k, n)
    return actions


def _with_actions(
    steps: Mapping[str, tuple[Step, int, int]], actions: Mapping[str, ActionName]
) -> dict[str, StepName]:
    by_step: dict[str, list[str]] = {step: [] for step in steps}
    for name, action in actions.items():
        by_step[action.step].append(name)
    return {
        name: StepName(name, step, phase, position, tuple(by_step[name]))
        for name, (step, phase, position) in steps.items()
    }


def _phase_ids(
    blueprint: Blueprint,
    language: str,
    taken: tuple[Mapping[str, object], ...],
    clashes: list[Clash],
) -> dict[str, int]:
    phases: dict[str, int] = {}
    for p, phase in enumerate(blueprint.phases):
        name = phase.id or slug(first_text(phase.phase, language))
        if phase.id is None and any(name in names for names in taken):
            name = f"{name}.phase"
        if not name or name in phases:
            other = ("phases", phases[name]) if name in phases else None
            clashes.append(Clash(name, ("phases", p), other))
            name = f"phase~{p + 1}"
        phases[name] = p
    return phases


def _bare(
    step_base: Mapping[str, str], actions: Mapping[str, ActionName]
) -> dict[str, tuple[str, ...]]:
    means: defaultdict[str, list[str]] = defaultdict(list)
    for i, base in step_base.items():
        if base != i:
            means[base].append(i)
    for i in actions:
        if "." in i and "~" not in i:
            tail = i.rpartition(".")[2]
            if tail != actions[i].lane:
                means[tail].append(i)
    return {bare: tuple(ids) for bare, ids in means.items()}
