"""What the steps serve: needs and values, step by step and persona by persona."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.experience.need_grid import NEEDS, coverage
from blueprint.analysis.experience.people import Lives
from blueprint.analysis.experience.surprises import satisfies
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Served:
    """What the steps serve.

    Attributes:
        by_step: Per step that tells an experience, the people it names needs for, each with
            those needs; people are told apart by their persona's id.
        needs: Per such step, the needs it names for anybody, in the grid's order.
        badly: Per such step, those of them where none of those people is satisfied.
        people: Names by persona id, everybody by none.
        values: Per value tag as it is written, the steps that give it.
    """

    by_step: Mapping[int, Mapping[str, tuple[str, ...]]]
    needs: Mapping[int, tuple[str, ...]]
    badly: Mapping[int, frozenset[str]]
    people: Mapping[str, Phrase]
    values: Mapping[str, tuple[int, ...]]

    def counts(self, person: str | None = None) -> Mapping[str, int]:
        """Return in how many steps each need is named, for one or for anybody."""
        if person is None:
            return coverage(list(self.needs.values()))
        return coverage([own.get(person, ()) for own in self.by_step.values()])

    @property
    def well(self) -> Mapping[str, int]:
        """In how many steps each need is served: named, and somebody of those is satisfied."""
        return {need: n - len(self.badly_in(need)) for need, n in self.counts().items()}

    def steps_of(self, need: str) -> list[int]:
        """Return the steps that name a need."""
        return [step for step, own in self.needs.items() if need in own]

    def badly_in(self, need: str) -> list[int]:
        """Return the steps that name a need and satisfy nobody for whom they name it."""
        return [step for step, own in self.badly.items() if need in own]


def served_by(every: Sequence[Lives]) -> Served:
    """Return what all steps of some blueprints serve that tell an experience."""
    by_step: dict[int, dict[str, tuple[str, ...]]] = {}
    needs: dict[int, tuple[str, ...]] = {}
    badly: dict[int, frozenset[str]] = {}
    people: dict[str, Phrase] = {}
    values: dict[str, dict[int, None]] = {}
    for lives in every:
        people |= {person.id: person.name for person in lives.people}
        for at, (number, step) in enumerate(zip(lives.numbers, lives.steps, strict=True)):
            if not step.experience:
                continue
            moments = {person.id: person.moments[at] for person in lives.people}
            by_step[number] = {who: moment.needs for who, moment in moments.items()}
            named = {need for moment in moments.values() for need in moment.needs}
            well = {
                need
                for moment in moments.values()
                if satisfies(lives, moment) is not False
                for need in moment.needs
            }
            needs[number] = tuple(need for need in NEEDS if need in named)
            badly[number] = frozenset(named - well)
            for tag in (value for entry in step.experience for value in entry.values):
                values.setdefault(tag, {})[number] = None
    return Served(
        by_step=by_step,
        needs=needs,
        badly=badly,
        people=people,
        values={tag: tuple(own) for tag, own in values.items()},
    )
