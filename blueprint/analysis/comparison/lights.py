"""What a comparison lights up: on the first drawing what goes, on the second what comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from blueprint.analysis.comparison.altered import Altered
from blueprint.analysis.difference import Changed
from blueprint.analysis.difference.tables import HAPPENED
from blueprint.analysis.later import LaterMap
from blueprint.analysis.service import actions_by_step, lived
from blueprint.graph import Graph
from blueprint.model.links import ACTIONS
from blueprint.report import Mark, Overlay, Role
from blueprint.words import Phrase
from blueprint.words.label import label_phrase

_MOST_FIELDS = 3
"""How many fields a note tells of; the table has them all."""


def lights(altered: Altered, one: Phrase, other: Phrase) -> tuple[Overlay, Overlay]:
    """Return what to light up on the drawings of the two states, made when somebody looks.

    Args:
        altered: What is different.
        one: What the first state is called.
        other: What the second is called.
    """
    marks = cache(lambda: _marks(altered))
    return (
        _overlay(LaterMap(lambda: marks()[0]), one, other),
        _overlay(LaterMap(lambda: marks()[1]), other, one),
    )


def _marks(altered: Altered) -> tuple[Mapping[str, Mark], Mapping[str, Mark]]:
    """Return the marks on the drawing of the first state, and on that of the second."""
    before, after = _Marks(altered.difference.old), _Marks(altered.difference.new)
    for changed in altered.elements:
        if changed.how == "added":
            after.put(changed.id, changed, "added")
        elif changed.id not in altered.former:
            before.put(changed.former or changed.id, changed, "removed")
        else:
            role = _role(changed)
            before.put(altered.former[changed.id], changed, role)
            after.put(changed.id, changed, role)
    return before.marks, after.marks


def _overlay(marks: Mapping[str, Mark], this: Phrase, that: Phrase) -> Overlay:
    only, otherwise = Phrase.of("not in the other"), Phrase.of("different in the other")
    return Overlay(
        title=Phrase.of("“{one}” compared with “{other}”", one=this, other=that),
        elements=marks,
        meanings={
            "added": only,
            "removed": only,
            "changed": otherwise,
            "moved": Phrase.of("elsewhere in the other"),
        },
    )


class _Marks:
    """The marks on one drawing while they are gathered; a step's stands on its lead action."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._actions = actions_by_step(graph)
        self.marks: dict[str, Mark] = {}

    def put(self, element: str, changed: Changed, role: Role) -> None:
        """Mark an element if it is a card, or a step that is still there."""
        node = self._graph.node(element)
        if node.kind in ACTIONS:
            self.marks[node.id] = Mark(role=role, note=_note(changed))
        elif node.kind == "step" and role in ("changed", "moved"):
            cards = lived(self._graph, self._actions[self._graph.index[node.id]])
            if cards:
                mark = Mark(role=role, note=_note(changed))
                self.marks.setdefault(self._graph.nodes[cards[-1]].id, mark)


def _role(changed: Changed) -> Role:
    if changed.how == "removed":
        return "removed"
    return "moved" if {"visibility", "place"} & set(changed.aspects) else "changed"


def _note(changed: Changed) -> Phrase:
    told = tuple(_told(changed))
    happened = Phrase.of(HAPPENED[changed.how])
    return Phrase.of("{happened}: {what}", happened=happened, what=_row(told)) if told else happened


def _told(changed: Changed) -> Iterator[Phrase]:
    nothing = label_phrase("–")
    for field in changed.fields[:_MOST_FIELDS]:
        yield Phrase.of(
            "{field} {before} → {after}",
            field=field.told,
            before=field.before or nothing,
            after=field.after or nothing,
        )
    more = len(changed.fields) - _MOST_FIELDS
    if more > 0:
        yield Phrase.of("and {n} more", n=more)


def _row(parts: Sequence[Phrase]) -> Phrase:
    whole = parts[0]
    for part in parts[1:]:
        whole = Phrase.of("{some}; {more}", some=whole, more=part)
    return whole
