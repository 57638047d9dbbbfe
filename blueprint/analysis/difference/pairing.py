"""Who is who: which element of the old state is which of the new.

An element is the same where its id is. An id made from a name changes with the name, so of
what is left over some are still the same: a step that stands where it stood with the same
cards, a card of the same lane of the same step that says the same under a like name, an
entry that says the same under another key, a shared one that was a file's own. Where the two
states share few ids, whatever alone has a name in both is the same before all that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from blueprint.analysis.difference.values import field_changes
from blueprint.graph import Graph, Node
from blueprint.integrity import Scope
from blueprint.model import Phase, Step
from blueprint.model.ids import first_text
from blueprint.model.links import ACTIONS

ALIKE = 0.75
"""How much of two names must be alike to be one name worded anew."""

_COMMON = 0.5
"""What share of its ids a file must have in common with another to be that file renamed; where
two states have less in common, names are asked too."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which element is which.

    Attributes:
        now: Old id to new id, of everything that is still there.
        called: Old id to what it is called among the new ids, of everything there was.
        renamed: Files that are called otherwise: old stem to new.
    """

    now: Mapping[str, str]
    called: Mapping[str, str]
    renamed: Mapping[str, str]


def pairs_of(old: Graph, new: Graph) -> Pairs:
    """Return which element of an old graph is which of a new one."""
    renamed = renamed_files(old.scope, new.scope)
    called = dict(_called(old, new, renamed))
    sorts = {node.id: family(node) for node in new.nodes}
    now = {n.id: called[n.id] for n in old.nodes if sorts.get(called[n.id]) == family(n)}
    if not _share_ids(old, new, now):
        now |= dict(_of_one_name(old, new, now))
    for found in (_steps, _phases, _cards, _entries):
        now |= dict(found(old, new, dict(now)))
    return Pairs(now, {**called, **now}, renamed)


def renamed_files(old: Scope, new: Scope) -> Mapping[str, str]:
    """Return which files are called otherwise now: old stem to new stem."""
    gone = [stem for stem in old.blueprints if stem not in new.blueprints]
    came = [stem for stem in new.blueprints if stem not in old.blueprints]
    if not (old.whole or new.whole):
        return dict(zip(gone, came, strict=False))
    alike = sorted(
        (-share, g, c)
        for g, was in enumerate(gone)
        for c, now in enumerate(came)
        if (share := _in_common(old, was, new, now)) >= _COMMON
    )
    found: dict[str, str] = {}
    for _, g, c in alike:
        if gone[g] not in found and came[c] not in found.values():
            found[gone[g]] = came[c]
    return found


def family(node: Node) -> str:
    """Return of what sort a node is; a card stays one in whatever lane it stands."""
    return "card" if node.kind in ACTIONS else node.kind


def stem_of(graph: Graph, node: Node) -> str | None:
    """Return the file a node stands in; ``None`` for what is shared."""
    if node.blueprint is None:
        return None
    scope = graph.scope
    return next(stem for stem in scope.blueprints if scope.blueprint_id(stem) == node.blueprint)


def _share_ids(old: Graph, new: Graph, now: Mapping[str, str]) -> bool:
    """Tell whether two states have enough steps and cards in common by id."""
    sizes = [sum(map(_on_the_grid, graph.nodes)) for graph in (old, new)]
    common = sum(1 for node in old.nodes if node.id in now and _on_the_grid(node))
    return common >= _COMMON * min(sizes)


def _on_the_grid(node: Node) -> bool:
    return node.kind == "step" or node.kind in ACTIONS


def _in_common(old: Scope, was: str, new: Scope, now: str) -> float:
    one, other = (
        {*b.names.steps, *b.names.actions} for b in (old.blueprints[was], new.blueprints[now])
    )
    return len(one & other) / max(len(one), len(other), 1)


def _called(old: Graph, new: Graph, renamed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    homes = {old.scope.blueprint_id(stem): stem for stem in old.scope.blueprints}
    for node in old.nodes:
        if node.blueprint is None:
            yield node.id, node.id
            continue
        stem = homes[node.blueprint]
        here = renamed.get(stem, stem)
        known = here in new.scope.blueprints
        if node.kind == "blueprint":
            yield node.id, new.scope.blueprint_id(here) if known else node.id
            continue
        local = node.id.removeprefix(f"{stem}:") if old.scope.several else node.id
        yield node.id, new.scope.global_id(here, local) if known else f"{here}:{local}"


Found = Iterator[tuple[str, str]]


def _left(graph: Graph, taken: Iterable[str], wanted: Callable[[Node], bool]) -> list[Node]:
    known = set(taken)
    return [node for node in graph.nodes if node.id not in known and wanted(node)]


def _of_one_name(old: Graph, new: Graph, now: Mapping[str, str]) -> Found:
    """Go through what alone has a name of its sort, in any language, in both states."""
    named: dict[tuple[str, str], set[str]] = {}
    for graph in (old, new):
        for node in graph.nodes:
            for key in _names(node):
                named.setdefault(key, set()).add(f"{graph is new}{node.id}")
    free = {key: node for node in _left(new, now.values(), _has_name) for key in _names(node)}
    taken: set[str] = set()
    for was in _left(old, now, _has_name):
        alone = (key for key in _names(was) if len(named[key]) == 2)  # noqa: PLR2004  (one each)
        found = next((free[key] for key in alone if key in free), None)
        if found is not None and found.id not in taken:
            taken.add(found.id)
            yield was.id, found.id


def _has_name(node: Node) -> bool:
    return node.kind != "blueprint"


def _names(node: Node) -> list[tuple[str, str]]:
    texts = (node.name,) if isinstance(node.name, str) else node.name.values()
    return [(family(node), text.casefold()) for text in texts]


def _steps(old: Graph, new: Graph, now: Mapping[str, str]) -> Found:
    def is_step(node: Node) -> bool:
        return node.kind == "step"

    free = {node.id: node for node in _left(new, now.values(), is_step)}
    places = {(node.path, node.blueprint): node for node in free.values()}
    for was in _left(old, now, is_step):
        cards = (new.node(now[i]).step for i in _inside(old, was) if i in now)
        found = [free[step] for step in cards if step in free]
        placed = places.get((was.path, now.get(was.blueprint or "")))
        if placed is not None and placed.id in free and _shape(placed) == _shape(was):
            found.append(placed)
        if found:
            node = min(found, key=lambda node: new.index[node.id])
            del free[node.id]
            yield was.id, node.id


def _phases(old: Graph, new: Graph, now: Mapping[str, str]) -> Found:
    def is_phase(node: Node) -> bool:
        return node.kind == "phase"

    homes = {node.id: node.phase for node in new.nodes if node.kind == "step"}
    free = {node.id for node in _left(new, now.values(), is_phase)}
    held: dict[str | None, list[str]] = {}
    for step in old.of_kind("step"):
        held.setdefault(step.phase, []).append(step.id)
    for was in _left(old, now, is_phase):
        steps = held.get(was.id, ())
        there = next((homes[now[s]] for s in steps if s in now and homes.get(now[s]) in free), None)
        if there is not None and isinstance(was.element, Phase):
            free.discard(there)
            yield was.id, there


def _cards(old: Graph, new: Graph, now: Mapping[str, str]) -> Found:
    def is_card(node: Node) -> bool:
        return node.kind in ACTIONS

    free: dict[tuple[str | None, str | None], list[Node]] = {}
    for node in _left(new, now.values(), is_card):
        free.setdefault((node.step, node.lane), []).append(node)
    for was in _left(old, now, is_card):
        beside = free.get((now.get(was.step or ""), was.lane), [])
        alike = [_likeness(was, node) for node in beside]
        most = max(alike, default=0.0)
        found = beside[alike.index(most)] if beside else None
        if found is not None and most >= ALIKE and _says_the_same(was, found):
            beside.remove(found)
            yield was.id, found.id


def _entries(old: Graph, new: Graph, now: Mapping[str, str]) -> Found:
    def is_entry(node: Node) -> bool:
        return node.kind not in ACTIONS and node.kind not in ("step", "phase", "blueprint")

    free = _left(new, now.values(), is_entry)
    for was in _left(old, now, is_entry):
        own = [n for n in free if n.kind == was.kind and n.path[-1] == was.path[-1]]
        same = own or [n for n in free if n.kind == was.kind and n.element == was.element]
        if len(same) == 1:
            free.remove(same[0])
            yield was.id, same[0].id


def _inside(graph: Graph, step: Node) -> list[str]:
    links = graph.leaving[graph.index[step.id]]
    return [graph.links[n].target for n in links if graph.links[n].kind == "contains"]


def _shape(node: Node) -> tuple[int, ...]:
    step = node.element
    if not isinstance(step, Step):
        return ()
    lanes = (step.evidence, step.customer, step.frontstage, step.backstage, step.support)
    return (*map(len, lanes), *(len(cards) for cards in step.lanes.values()))


def _likeness(one: Node, other: Node) -> float:
    first, second = sorted(first_text(node.name, "en").casefold() for node in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _says_the_same(one: Node, other: Node) -> bool:
    changes = field_changes(one.element, other.element)
    return all(change.aspect in ("wording", "observed") for change in changes)
