"""Phases folded into one column each, so that a large service fits on one picture.

In every lane that has cards in the phase, one summary card stands for them: it names
the first, counts them, and keeps their signs. Links go to and from the summary. Tracks
say nothing of a folded phase: their figures belong to single steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from blueprint.layout.selection import named, tracks_at
from blueprint.layout.show.emotion import mean_emotion
from blueprint.layout.view import Card, Edge, Field, Remark, View, ViewPhase, ViewStep
from blueprint.words import translator

ALL = "all"
"""Folds every phase."""


def fold(view: View, phases: Sequence[str]) -> View:
    """Return a view in which some phases are one column each.

    Args:
        view: The whole.
        phases: Ids or names of phases; ``all`` for every one.

    Raises:
        ReferenceNotFoundError: There is no such phase.

    Examples:
        >>> from blueprint.layout.show import view_of
        >>> from blueprint.model import Blueprint, Step
        >>> steps = [Step(customer="Arrive"), Step(customer="Check in")]
        >>> stay = view_of(Blueprint(blueprint="Stay", phases={"Arrival": steps}))
        >>> [card.name for card in fold(stay, ["arrival"]).cards]
        ['Arrive … Check in']
    """
    known = [(phase.id, phase.name) for phase in view.phases]
    wanted = [id_ for id_, _ in known] if ALL in phases else named(phases, known, "phase")
    folding = {phase.id: phase for phase in view.phases if phase.id in wanted and phase.count > 1}
    return _Folding(view, folding).run() if folding else view


@dataclass(frozen=True)
class _Folding:
    """One view and the phases of it that are to be folded."""

    view: View
    phases: Mapping[str, ViewPhase]

    def run(self) -> View:
        view = self.view
        columns = self._columns()
        step_at = {step: new for new, column in enumerate(columns) for step in column}
        groups = self._groups(step_at, columns)
        card_at = {old: new for new, group in enumerate(groups) for old in group}
        return replace(
            view,
            steps=tuple(self._step(column) for column in columns),
            phases=tuple(
                replace(
                    phase,
                    first=step_at[phase.first],
                    count=1 if self._folds(phase) else phase.count,
                )
                for phase in view.phases
            ),
            cards=tuple(self._card(group, step_at) for group in groups),
            edges=_edges(view.edges, card_at),
            tracks=tuple(
                tracks_at(view.tracks, {s: n for s, n in step_at.items() if len(columns[n]) == 1})
            ),
        )

    def _folds(self, phase: ViewPhase) -> bool:
        return phase.id in self.phases

    def _columns(self) -> list[range]:
        """Return the steps that each column of the folded view stands for."""
        first = {phase.first: phase for phase in self.phases.values()}
        columns: list[range] = []
        at = 0
        while at < len(self.view.steps):
            last = at + (first[at].count if at in first else 1)
            columns.append(range(at, last))
            at = last
        return columns

    def _groups(self, step_at: Mapping[int, int], columns: Sequence[range]) -> list[list[int]]:
        """Return the cards that each card of the folded view stands for, in file order."""
        groups: dict[tuple[int, ...], list[int]] = {}
        for n, card in enumerate(self.view.cards):
            column = step_at[card.step]
            alone = len(columns[column]) == 1 or step_at[card.until] != column
            groups.setdefault((n,) if alone else (-1, card.lane, column), []).append(n)
        return list(groups.values())

    def _step(self, column: range) -> ViewStep:
        steps = [self.view.steps[n] for n in column]
        if len(steps) == 1:
            return steps[0]
        phase = next(phase for phase in self.phases.values() if phase.first == column[0])
        lived = tuple(one for step in steps for one in step.lived)
        emotions = [step.emotion for step in steps if step.emotion is not None]
        say = translator(self.view.lang)
        return ViewStep(
            id=phase.id,
            number=steps[0].number,
            name=_summary([step.name for step in steps]),
            emotion=sum(emotions) / len(emotions) if emotions else mean_emotion(lived),
            emotion_text=say("; ").join(step.emotion_text for step in steps if step.emotion_text),
            lived=lived,
            fields=(
                Field(
                    name=say("Steps"),
                    values=tuple(step.name for step in steps),
                    ids=tuple(step.id for step in steps),
                ),
            ),
        )

    def _card(self, group: Sequence[int], step_at: Mapping[int, int]) -> Card:
        cards = [self.view.cards[n] for n in group]
        first = cards[0]
        place = {"step": step_at[first.step], "until": step_at[first.until]}
        if len(cards) == 1:
            return replace(first, **place)  # type: ignore[arg-type]
        departments = dict.fromkeys((card.department_id, card.department) for card in cards)
        department_id, department = next(iter(departments)) if len(departments) == 1 else ("", "")
        return Card(
            id=f"{first.id}…",
            lane=first.lane,
            **place,
            name=_summary([card.name for card in cards]),
            actor=first.actor,
            status=first.status if len({card.status for card in cards}) == 1 else "current",
            badges=tuple(badge for card in cards for badge in card.badges),
            remarks=tuple(_remarks(cards)),
            pins=tuple(dict.fromkeys(pin for card in cards for pin in card.pins)),
            chips=tuple(dict.fromkeys(chip for card in cards for chip in card.chips)),
            channels=tuple(dict.fromkeys(icon for card in cards for icon in card.channels)),
            department=department,
            department_id=department_id,
            stands_for=len(cards),
            fields=(
                Field(
                    name=translator(self.view.lang)("Actions"),
                    values=tuple(card.name for card in cards),
                    ids=tuple(card.id for card in cards),
                ),
            ),
        )


def _summary(names: Sequence[str]) -> str:
    """Name the first and the last, and count those between."""
    between = f" (+{len(names) - 2})" if len(names) > 2 else ""  # noqa: PLR2004
    return f"{names[0]} … {names[-1]}{between}"


def _remarks(cards: Sequence[Card]) -> Iterator[Remark]:
    """Go through the remarks of some cards: one of each kind, which counts the others."""
    kinds: dict[str, list[Remark]] = {}
    for card in cards:
        for remark in card.remarks:
            kinds.setdefault(remark.kind, []).append(remark)
    for same in kinds.values():
        first, others = same[0], len(same) - 1
        if others:
            told = "; ".join(remark.sentence for remark in same)
            yield replace(first, text=f"{first.text} (+{others})", told=told)
        else:
            yield first


def _edges(edges: Sequence[Edge], card_at: Mapping[int, int]) -> tuple[Edge, ...]:
    """Return the links between folded cards, one where several became the same.

    What was written on one stays; of several that differ nothing is said.
    """
    folded: dict[tuple[int, int, str], list[Edge]] = {}
    for edge in edges:
        source, target = card_at[edge.source], card_at[edge.target]
        inside = source == target and edge.source != edge.target
        if not inside:
            moved = replace(edge, source=source, target=target)
            folded.setdefault((source, target, edge.kind), []).append(moved)
    merged = []
    for same in folded.values():
        labels = {edge.label for edge in same}
        label = same[0].label if len(labels) == 1 else ""
        implied = all(edge.implied for edge in same)
        merged.append(replace(same[0], label=label, implied=implied))
    return tuple(merged)
