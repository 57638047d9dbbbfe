"""Written links between actions whose ends do not fit their kind."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.integrity.referring import Path
from blueprint.integrity.scope import Scope
from blueprint.model import LANES, LINK_KINDS, Act, Blueprint, LinkKind
from blueprint.words import Phrase

WORD = {
    "evidence": "evidence",
    "customer": "customer action",
    "frontstage": "frontstage action",
    "backstage": "backstage action",
    "support": "support action",
    "other": "action",
}
"""How an action of each kind is called in a sentence."""

_LINKS = frozenset({"needs", "triggers"})


def kind_of_lane(lane: str) -> str:
    """Return the kind of an action from its lane: one of the five, or ``other``."""
    return lane if lane in LANES else "other"


def kind_of_need(source: str, target: str) -> LinkKind:
    """Return the kind of link between an action and what it needs."""
    return "interaction" if (source, target) == ("customer", "frontstage") else "support"


def wrong_pairs(
    blueprint: Blueprint, scope: Scope, stem: str
) -> Iterator[tuple[str, Path, Phrase, Phrase | None]]:
    """Go through written needs and triggers whose ends do not fit, naming both."""
    for name in blueprint.names.actions.values():
        action = name.action
        if _LINKS.isdisjoint(action.__pydantic_fields_set__) or not isinstance(action, Act):
            continue
        source = kind_of_lane(name.lane)
        written = [("needs", n, link) for n, link in enumerate(action.needs or ())]
        written += [("triggers", n, link) for n, link in enumerate(action.triggers)]
        for field, n, link in written:
            target = None if link.to is None else _target(scope, stem, link.to)
            if target is None:
                continue
            target_id, target_kind = target
            kind = kind_of_need(source, target_kind) if field == "needs" else "triggers"
            waits_for_itself = field == "needs" and target_id == name.id
            if LINK_KINDS[kind].joins(source, target_kind) and not waits_for_itself:
                continue
            yield (
                "BP108",
                (*name.path, field, n, "to"),
                Phrase.of(
                    "the {source} “{from_id}” cannot have {field}: the {target} “{to_id}”",
                    source=Phrase.of(WORD[source]),
                    from_id=name.id,
                    field=field,
                    target=Phrase.of(WORD[target_kind]),
                    to_id=target_id,
                ),
                _hint(field, target_kind),
            )


def _target(scope: Scope, stem: str, ref: str) -> tuple[str, str] | None:
    file, colon, local = ref.rpartition(":")
    home = file if colon else stem
    if home not in scope.blueprints:
        return None
    names = scope.blueprints[home].names
    found = names.find_actions(local)
    if len(found) != 1:
        return None
    return found[0], kind_of_lane(names.actions[found[0]].lane)


def _hint(field: str, target: str) -> Phrase | None:
    if target == "customer" and field == "needs":
        return Phrase.of("the service cannot wait for the customer here; use next: or triggers:")
    if target == "evidence" and field == "needs":
        return Phrase.of("evidence is joined to its step's customer action by itself")
    return None if target == "evidence" else Phrase.of("an action cannot wait for itself")
