"""Two states of a service compared by id: what is new, gone, moved, tightened, altered, reworded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from blueprint.analysis.difference.joining import renamed
from blueprint.analysis.difference.pairing import Pairs, pairs_of, stem_of
from blueprint.analysis.difference.results import (
    ALTERING,
    Changed,
    Difference,
    FieldChange,
    HowChanged,
)
from blueprint.analysis.difference.values import Reading, field_changes
from blueprint.analysis.difference.wording import lane_told, meant_in
from blueprint.graph import Graph, Node, graph_of
from blueprint.graph.couplings import travel
from blueprint.integrity import Scope, lanes_of
from blueprint.model import Blueprint, Coupling, Link
from blueprint.model.links import ACTIONS
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing


def difference(old: Scope, new: Scope, *, since: str | None = None) -> Difference:
    """Return what changed from an old state to a new one.

    Args:
        old: The blueprints and their catalog as they were.
        new: The same as they are.
        since: What the old state is called, such as a git revision.

    Raises:
        InvalidBlueprintError: One of the two does not hold together.

    Examples:
        >>> from blueprint.integrity import alone
        >>> from blueprint.model import Blueprint, Step
        >>> was = Blueprint(blueprint="Stay", phases={"Arrival": [Step(customer="Arrive")]})
        >>> now = was.add("Greet", to="arrive", lane="frontstage")
        >>> [(c.id, c.how) for c in difference(alone(was), alone(now)).elements]
        [('greet', 'added')]
    """
    now = graph_of(new)
    return between(now if _are_the_same(old, new) else graph_of(old), now, since=since)


def between(was: Graph, now: Graph, *, since: str | None = None) -> Difference:
    """Return what changed from the graph of an old state to that of a new one.

    Args:
        was: The graph of the old state.
        now: The graph of the new one.
        since: What the old state is called, such as a git revision.
    """
    if was is now or _are_the_same(was.scope, now.scope):
        return _nothing(now, since)
    pairs = pairs_of(was, now)
    nodes = {node.id: node for node in was.nodes}
    former = {after: nodes[before] for before, after in pairs.now.items()}
    came, gone = _links(was, now, pairs)
    asked = _Asked(was, now, pairs)
    changed = {node.id: asked.changed(node, former.get(node.id)) for node in now.nodes}
    _ask_more(now, changed, came)
    left = [_gone(node, pairs) for node in was.nodes if node.id not in pairs.now]
    return Difference(
        elements=(*(c for c in changed.values() if c is not None), *left),
        links_added=tuple(link for link in came if not _new_end(changed, link)),
        links_removed=tuple(
            link for link in gone if {link.source, link.target} <= now.index.keys()
        ),
        renamed=tuple((was, now) for was, now in pairs.renamed.items() if was and now),
        old=was,
        new=now,
        same=pairs.now,
        called=pairs.called,
        since=since,
    )


def _are_the_same(old: Scope, new: Scope) -> bool:
    """Tell whether two states say the same, file by file, under the same names."""
    return (
        list(old.blueprints) == list(new.blueprints)
        and old.whole == new.whole
        and old.catalog == new.catalog
        and all(
            _says_the_same(old.blueprints[stem], new.blueprints[stem]) for stem in old.blueprints
        )
    )


def _nothing(graph: Graph, since: str | None) -> Difference:
    """Return what changed where nothing did; one graph is both states."""
    return Difference(
        elements=(),
        links_added=(),
        links_removed=(),
        renamed=(),
        old=graph,
        new=graph,
        same=(same := {node.id: node.id for node in graph.nodes}),
        called=same,
        since=since,
    )


class _Asked:
    """The two graphs while their elements are compared one by one."""

    def __init__(self, was: Graph, now: Graph, pairs: Pairs) -> None:
        self._was, self._now, self._pairs = was, now, pairs
        self._stems = {was.scope.blueprint_id(stem): stem for stem in was.scope.blueprints}
        self._readings = dict(self._read(_renames(was, pairs)))
        self._untouched = set(_untouched(was.scope, now.scope, pairs))

    def changed(self, node: Node, before: Node | None) -> Changed | None:
        """Return what is different about an element; ``None`` where nothing is."""
        if before is None:
            return _told(node, "added", ())
        if node.blueprint in self._untouched:
            return None
        fields = (
            *_moves(self._was, self._now, before, node, self._pairs),
            *self._said(before, node),
        )
        if not fields:
            return None
        told = _told(node, _how(node, before, fields), fields)
        return told if before.id == node.id else replace(told, former=before.id)

    def _said(self, before: Node, node: Node) -> tuple[FieldChange, ...]:
        old, new = before.element, node.element
        if old == new:
            return ()
        return field_changes(old, new, self._readings[self._stems.get(before.blueprint or "")])

    def _read(
        self, renames: Mapping[str | None, Mapping[str, str]]
    ) -> Iterator[tuple[str | None, Reading]]:
        """Go through the old files with how the names are read that their elements write."""
        for stem, names in renames.items():
            now = (self._now, self._pairs.renamed.get(stem or "", stem))
            places = [now] if now[1] is None or now[1] in self._now.scope.blueprints else []
            after, before = meant_in(*places), meant_in(*places, (self._was, stem))
            yield stem, Reading(partial(_in_other_words, names), before, after)


def _in_other_words(names: Mapping[str, str], name: str) -> str:
    return names.get(name, name)


def _untouched(was: Scope, now: Scope, pairs: Pairs) -> Iterator[str]:
    """Go through the graph ids of the files that say what they said."""
    for stem, blueprint in now.blueprints.items():
        old = was.blueprints.get(stem)
        if (
            old is not None
            and stem not in pairs.renamed.values()
            and _says_the_same(old, blueprint)
        ):
            yield now.blueprint_id(stem)


def _says_the_same(old: Blueprint, new: Blueprint) -> bool:
    return old is new or all(
        getattr(old, key) == getattr(new, key)
        for key in Blueprint.model_fields
        if key not in ("catalog", "stem")
    )


def _told(node: Node, how: HowChanged, fields: tuple[FieldChange, ...]) -> Changed:
    return Changed(
        id=node.id,
        name=label_phrase(node.name),
        kind=node.kind,
        how=how,
        fields=fields,
        blueprint=node.blueprint,
        department=node.department,
        path=node.path,
    )


def _how(node: Node, before: Node, fields: tuple[FieldChange, ...]) -> HowChanged:
    aspects = {change.aspect for change in fields}
    marked = (getattr(before.element, "status", None), getattr(node.element, "status", None))
    if marked[1] == "removed" != marked[0]:
        return "removed"
    if "tightened" in aspects:
        return "tightened"
    if not ALTERING.isdisjoint(aspects):
        return "altered"
    return "observed" if "observed" in aspects else "reworded"


def _gone(node: Node, pairs: Pairs) -> Changed:
    called = pairs.called
    return replace(
        _told(node, "removed", ()),
        id=called[node.id],
        former=node.id if called[node.id] != node.id else None,
        blueprint=node.blueprint and called[node.blueprint],
        department=node.department and called[node.department],
        path=(),
    )


def _renames(was: Graph, pairs: Pairs) -> Mapping[str | None, Mapping[str, str]]:
    """Return per file what the names its elements may write are called now, where that differs."""
    homes = {was.scope.blueprint_id(stem): stem for stem in was.scope.blueprints}
    everywhere = {old: new for old, new in pairs.renamed.items() if old != new}
    inside: dict[str | None, dict[str, str]] = {stem: {} for stem in (None, *homes.values())}
    for node in was.nodes:
        stem = homes.get(node.blueprint or "")
        local, local_now = (
            i.rpartition(":")[2] for i in (node.id, pairs.now.get(node.id, node.id))
        )
        if stem is not None:
            file = pairs.renamed.get(stem, stem)
            if (file, local_now) != (stem, local):
                everywhere[f"{stem}:{local}"] = f"{file}:{local_now}"
        if local != local_now:
            inside[stem][local] = local_now
    return {stem: {**everywhere, **own} for stem, own in inside.items()}


def _moves(was: Graph, now: Graph, before: Node, node: Node, pairs: Pairs) -> Iterator[FieldChange]:
    """Go through where a card stood and stands: its lane, and its step."""
    if node.kind in ACTIONS and before.lane != node.lane:
        hidden = [_behind_the_line(graph, n) for graph, n in ((was, before), (now, node))]
        yield FieldChange(
            field="lane",
            told=Phrase.of("Lane"),
            before=lane_told(was, before),
            after=lane_told(now, node),
            aspect="visibility" if hidden[0] != hidden[1] else "place",
        )
    for field, told, one, other in (
        ("step", "Step", before.step, node.step),
        ("phase", "Phase", before.phase, node.phase),
    ):
        if field == "phase" and node.kind != "step":
            continue
        if one is not None and other is not None and pairs.now.get(one) != other:
            yield FieldChange(
                field=field,
                told=Phrase.of(told),
                before=label_phrase(was.node(one).name),
                after=label_phrase(now.node(other).name),
                aspect="place",
            )


def _behind_the_line(graph: Graph, node: Node) -> bool:
    blueprint = graph.scope.blueprints[stem_of(graph, node) or ""]
    lanes = [lane.id for lane in lanes_of(blueprint)]
    return lanes.index(node.lane or "") >= lanes.index("backstage")


def _links(was: Graph, now: Graph, pairs: Pairs) -> tuple[list[Link], list[Link]]:
    """Return the links that came, and those that went, these under the ids of now."""
    before, after = _keys(was, pairs.called), _keys(now, {})
    came = [now.links[n] for key, n in after.items() if key not in before]
    gone = [renamed(was.links[n], pairs.called) for key, n in before.items() if key not in after]
    return came, gone


def _keys(graph: Graph, called: Mapping[str, str]) -> dict[tuple[str, str, str], int]:
    """Return the number of each link by its kind and its ends, without making the links."""
    ids = [called.get(node.id, node.id) for node in graph.nodes]
    ends = zip(graph.links.kinds, graph.sources, graph.targets, strict=True)
    return {(kind, ids[one], ids[other]): n for n, (kind, one, other) in enumerate(ends)}


def _new_end(changed: Mapping[str, Changed | None], link: Link) -> bool:
    ends = (changed.get(link.source), changed.get(link.target))
    return any(end is not None and end.how == "added" for end in ends)


def _ask_more(now: Graph, changed: dict[str, Changed | None], came: list[Link]) -> None:
    """Count as tightened whoever was there before and is newly needed by what was there too.

    What a new or tightened element needs is reached by its own ripple.
    """
    asked: dict[str, list[Phrase]] = {}
    for link in came:
        if not isinstance(link, Coupling) or link.implied or _new_end(changed, link):
            continue
        way = travel(link.kind, "demand")
        if way == "none":
            continue
        asker, other = (
            (link.source, link.target) if way != "backward" else (link.target, link.source)
        )
        head = now.node(other).id
        asking, known = changed.get(asker), changed.get(head)
        if (asking is None or asking.how != "tightened") and (
            known is None or known.how not in ("added", "removed")
        ):
            asked.setdefault(head, []).append(label_phrase(now.node(asker).name))
    for other, names in asked.items():
        known = changed[other]
        more = FieldChange(
            field="needed_by",
            told=Phrase.of("Needed by"),
            before=None,
            after=listing(names),
            aspect="tightened",
        )
        fields = (*(known.fields if known is not None else ()), more)
        told = _told(now.node(other), "tightened", fields)
        changed[other] = replace(told, former=known.former if known is not None else None)
