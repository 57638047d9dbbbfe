"""A part of a picture: some phases, one persona's journey, some departments, so many links deep.

What is left is laid out anew, as if there were nothing else; steps keep their numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from blueprint.errors import ReferenceNotFoundError
from blueprint.layout.show.emotion import mean_emotion
from blueprint.layout.view import Card, Edge, View, ViewLine, ViewPhase, ViewStep, ViewTrack
from blueprint.words import Phrase

Kind = Literal["phase", "persona", "department"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which part of a blueprint a picture is to show; ids or names.

    Attributes:
        phases: These phases alone.
        personas: The steps these personas live through; a step that names none is everybody's.
        departments: What these departments do, and those that are part of them.
        depth: How many links around what was asked for are shown too. Where nothing else is
            asked for, how many links away from the customer's actions: 0 shows these alone.
    """

    phases: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    depth: int | None = None


def select(view: View, selection: Selection) -> View:
    """Return the part of a view that was asked for.

    Args:
        view: The whole.
        selection: What is wanted of it.

    Raises:
        ReferenceNotFoundError: There is no such phase, persona or department.

    Examples:
        >>> from blueprint.layout.show import view_of
        >>> from blueprint.model import Blueprint, Step
        >>> arrive, leave = Step(customer="Arrive"), Step(customer="Leave")
        >>> stay = view_of(Blueprint(blueprint="Stay", phases={"In": [arrive], "Out": [leave]}))
        >>> [card.name for card in select(stay, Selection(phases=("out",))).cards]
        ['Leave']
    """
    if selection == Selection():
        return view
    steps = _of_phases(view, selection.phases) & _of_personas(view, selection.personas)
    start = _of_departments(view, selection.departments) & {
        n for n, card in enumerate(view.cards) if _touches(card, steps)
    }
    depth = selection.depth
    if depth is not None and selection == Selection(depth=depth):
        start = {n for n in start if view.lanes[view.cards[n].lane].kind == "customer"} or start
    cards = _around(view, start, depth or 0)
    if not selection.departments and not depth:
        shown = steps
    else:
        shown = {step for n in cards for step in _steps_of(view.cards[n])}
    return _only(_lived_by(view, selection.personas), sorted(shown), sorted(cards))


def _of_phases(view: View, wanted: Sequence[str]) -> set[int]:
    """Return the indexes of the steps of some phases, of all where none is asked for."""
    if not wanted:
        return set(range(len(view.steps)))
    known = [(phase.id, phase.name) for phase in view.phases]
    found = named(wanted, known, "phase")
    return {
        step
        for phase in view.phases
        if phase.id in found
        for step in range(phase.first, phase.first + phase.count)
    }


def _of_personas(view: View, wanted: Sequence[str]) -> set[int]:
    """Return the indexes of the steps that some personas live through."""
    if not wanted:
        return set(range(len(view.steps)))
    found = named(wanted, _personas(view), "persona")
    return {
        n
        for n, step in enumerate(view.steps)
        if not step.lived or any(one.persona in ("", *found) for one in step.lived)
    }


def _personas(view: View) -> list[tuple[str, str]]:
    return [(one.persona, one.name) for step in view.steps for one in step.lived if one.persona]


def _of_departments(view: View, wanted: Sequence[str]) -> set[int]:
    """Return the indexes of the cards of some departments and of those within them."""
    if not wanted:
        return set(range(len(view.cards)))
    found = set(named(wanted, [(d.id, d.name) for d in view.departments], "department"))
    above = {department.id: department.part_of for department in view.departments}
    return {n for n, card in enumerate(view.cards) if found & set(_chain(card, above))}


def _chain(card: Card, above: dict[str, str]) -> Iterator[str]:
    """Go through a card's department and all that it is part of."""
    passed: set[str] = set()
    at = card.department_id
    while at and at not in passed:
        passed.add(at)
        yield at
        at = above.get(at, "")


def named(wanted: Iterable[str], known: Sequence[tuple[str, str]], kind: Kind) -> tuple[str, ...]:
    """Return the ids of what is meant by ids or names.

    Raises:
        ReferenceNotFoundError: One means nothing; the message lists what there is.
    """
    ids = dict.fromkeys(id_ for id_, _ in known)
    by_name = {name.casefold(): id_ for id_, name in reversed(known)}
    found = []
    for word in wanted:
        id_ = word if word in ids else by_name.get(word.casefold())
        if id_ is None:
            choices = [*ids, *(name for _, name in known)]
            close = get_close_matches(word, choices, n=1)
            raise ReferenceNotFoundError(
                Phrase.of(
                    "there is no {kind} “{name}” in the drawing; did you mean {close}?",
                    kind=Phrase.of(kind),
                    name=word,
                    close=close[0],
                )
                if close
                else Phrase.of(
                    "there is no {kind} “{name}” in the drawing; there are: {known}",
                    kind=Phrase.of(kind),
                    name=word,
                    known=", ".join(ids) or "–",
                )
            )
        found.append(id_)
    return tuple(found)


def _around(view: View, start: set[int], depth: int) -> set[int]:
    """Return cards and all that are up to ``depth`` links away, whichever way these run."""
    beside: dict[int, list[int]] = {}
    for edge in view.edges:
        beside.setdefault(edge.source, []).append(edge.target)
        beside.setdefault(edge.target, []).append(edge.source)
    reached, last = set(start), sorted(start)
    for _ in range(depth):
        last = sorted({near for card in last for near in beside.get(card, ())} - reached)
        reached.update(last)
    return reached


def _touches(card: Card, steps: set[int]) -> bool:
    return any(step in steps for step in _steps_of(card))


def _steps_of(card: Card) -> range:
    return range(card.step, card.until + 1)


def _lived_by(view: View, personas: Sequence[str]) -> View:
    """Return the view with the feelings of some personas alone, and of everybody."""
    if not personas:
        return view
    found = named(personas, _personas(view), "persona")
    return replace(view, steps=tuple(_felt_by(step, found) for step in view.steps))


def _felt_by(step: ViewStep, personas: Sequence[str]) -> ViewStep:
    lived = tuple(one for one in step.lived if one.persona in ("", *personas))
    return replace(
        step,
        lived=lived,
        emotion=mean_emotion(lived),
        emotion_text="; ".join(one.text for one in lived if one.text),
    )


def _only(view: View, steps: Sequence[int], cards: Sequence[int]) -> View:
    """Return a view of some steps and cards, and of the lanes and links these have."""
    step_at = {old: new for new, old in enumerate(steps)}
    lanes = sorted({view.cards[n].lane for n in cards})
    lane_at = {old: new for new, old in enumerate(lanes)}
    card_at = {old: new for new, old in enumerate(cards)}
    kept = [_moved(view.cards[n], step_at, lane_at) for n in cards]
    return replace(
        view,
        lanes=tuple(view.lanes[n] for n in lanes) or view.lanes[:1],
        lines=tuple(_lines(view.lines, lanes)),
        phases=tuple(_phases(view.phases, steps)),
        steps=tuple(view.steps[n] for n in steps) or view.steps[:1],
        cards=tuple(kept),
        edges=tuple(edges_between(view.edges, card_at)),
        tracks=tuple(tracks_at(view.tracks, step_at)),
    )


def _moved(card: Card, step_at: dict[int, int], lane_at: dict[int, int]) -> Card:
    """Return a card at its new place; it lasts through what is left of its steps."""
    left = [step_at[step] for step in _steps_of(card) if step in step_at]
    return replace(card, lane=lane_at[card.lane], step=left[0], until=left[-1])


def _lines(lines: Sequence[ViewLine], lanes: Sequence[int]) -> Iterator[ViewLine]:
    """Go through the lines that still have a lane on both of their sides."""
    for line in lines:
        above = sum(1 for lane in lanes if lane < line.above)
        if 0 < above < len(lanes):
            yield replace(line, above=above)


def _phases(phases: Sequence[ViewPhase], steps: Sequence[int]) -> Iterator[ViewPhase]:
    for phase in phases:
        left = [
            n for n, step in enumerate(steps) if phase.first <= step < phase.first + phase.count
        ]
        if left:
            yield replace(phase, first=left[0], count=len(left))


def edges_between(edges: Iterable[Edge], card_at: dict[int, int]) -> Iterator[Edge]:
    """Go through the links whose two ends are both left, with their new indexes."""
    for edge in edges:
        if edge.source in card_at and edge.target in card_at:
            yield replace(edge, source=card_at[edge.source], target=card_at[edge.target])


def tracks_at(tracks: Iterable[ViewTrack], step_at: Mapping[int, int]) -> Iterator[ViewTrack]:
    """Go through the tracks that still have something to show, at their steps' new indexes."""
    for track in tracks:
        rows = []
        for row in track.rows:
            marks = tuple(
                replace(mark, step=step_at[mark.step]) for mark in row.marks if mark.step in step_at
            )
            if marks:
                rows.append(replace(row, marks=marks))
        if rows:
            yield replace(track, rows=tuple(rows))
