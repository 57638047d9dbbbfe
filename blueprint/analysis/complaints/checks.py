"""Whether complaining is easy, and whether the loop behind a complaint is closed: checklists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis import counted
from blueprint.analysis.complaints.desks import Desk, at_entries, feeds_knowledge, preferred_by
from blueprint.analysis.naming import named
from blueprint.analysis.promises.way import Onward
from blueprint.analysis.ripple.names import Names
from blueprint.analysis.written import standards_in, told_count
from blueprint.diagnostics import Severity
from blueprint.graph import Graph
from blueprint.model import Act, Step
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

Topic = Literal["ease", "handling", "loop"]

_ENOUGH = 2
"""From so many channels on, there is a choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One question of a checklist, answered.

    Attributes:
        code: The end of its code.
        topic: What it belongs to.
        asks: It, as a statement that should be true.
        holds: Whether it is; ``None`` where nobody can tell.
        figure: What the answer rests on.
        hint: What to do where it does not hold.
        what: What it is that is not so, where there is more to say.
        severity: How much it weighs.
    """

    code: str
    topic: Topic
    asks: Phrase
    holds: bool | None
    figure: Phrase | None
    hint: Phrase
    severity: Severity = "warning"
    what: Phrase | None = None


def checks(graph: Graph, desk: Desk, following: Onward) -> tuple[Check, ...]:
    """Return all checks of a desk, answered.

    Args:
        graph: The graph.
        desk: The desk.
        following: Which steps follow which.
    """
    names = Names(graph)
    return (
        *_ease(graph, names, desk, following),
        *_handling(graph, desk),
        *_loop(graph, names, desk, following),
    )


def _ease(graph: Graph, names: Names, desk: Desk, following: Onward) -> Iterator[Check]:
    said, steps = desk.said, at_entries(graph, desk)
    yield Check(
        code="no-entry",
        topic="ease",
        asks=Phrase.of("There is a step at which complaints come in"),
        holds=bool(desk.entries),
        figure=counted.steps(len(desk.entries)) if desk.entries else None,
        hint=Phrase.of("name the step at which they come in"),
    )
    yield Check(
        code="not-told",
        topic="ease",
        asks=Phrase.of("Customers are told where to complain"),
        holds=bool(said.told_in),
        figure=told_count(len(said.told_in), "1 place", "{n} places") if said.told_in else None,
        hint=Phrase.of("tell it where customers look"),
    )
    yield Check(
        code="one-channel",
        topic="ease",
        asks=Phrase.of("There is a choice of channels"),
        holds=len(said.channels) >= _ENOUGH,
        figure=told_count(len(said.channels), "1 channel", "{n} channels")
        if said.channels
        else None,
        hint=Phrase.of("take complaints by a second channel"),
        severity="info",
    )
    liking = preferred_by(graph, names, desk)
    others = [number for number in desk.personas if number not in liking]
    yield Check(
        code="not-their-channel",
        topic="ease",
        asks=Phrase.of("Every persona can complain by a channel it likes"),
        holds=len(liking) == len(desk.personas) if desk.personas else None,
        figure=_of(len(liking), told_count(len(desk.personas), "1 persona", "{n} personas"))
        if desk.personas
        else None,
        hint=Phrase.of("offer a channel that these personas use"),
        what=named(graph, others),
    )
    asked = [item for step in steps for act in step.customer for item in act.asks]
    items = listing([Phrase.of("“{name}”", name=label_phrase(item)) for item in asked])
    yield Check(
        code="asked-for",
        topic="ease",
        asks=Phrase.of("Who complains is asked for nothing"),
        holds=not asked if steps else None,
        figure=items if asked else None,
        hint=Phrase.of("pass on what is known already"),
        severity="info",
        what=items,
    )
    reaching, living = _reaching(graph, desk, following)
    yield Check(
        code="no-way",
        topic="ease",
        asks=Phrase.of("A way leads from the journey to where complaints come in"),
        holds=reaching > 0 if desk.entries and living else None,
        figure=_of(reaching, counted.steps(living)) if living else None,
        hint=Phrase.of("let a step of the journey lead there"),
        severity="info",
    )


def _of(n: int, all_of_them: Phrase) -> Phrase:
    return Phrase.of("{n} of {all}", n=n, all=all_of_them)


def _handling(graph: Graph, desk: Desk) -> Iterator[Check]:
    steps = at_entries(graph, desk)
    holders: list[Step | Act] = [*steps, *(act for step in steps for act in _acts(step))]
    standards = sum(len(list(standards_in(element))) for element in holders)
    yield _stated("no-standard", Phrase.of("A standard is set for taking a complaint"), standards > 0,
                  Phrase.of("set one for the step at which they come in"))  # fmt: skip
    yield _stated("no-remedy", Phrase.of("The remedy is stated"), desk.said.remedy is not None,
                  Phrase.of("say what is offered to those who complain"))  # fmt: skip
    yield _stated("no-outcome", Phrase.of("Customers know what to expect"), desk.said.expect is not None,
                  Phrase.of("say what happens next, and until when"))  # fmt: skip


def _loop(graph: Graph, names: Names, desk: Desk, following: Onward) -> Iterator[Check]:
    back = [desk.stages[stage] for stage in ("respond", "communicate", "close")]
    yield _stated("no-answer", Phrase.of("Somebody answers, tells the customer and closes the case"), None not in back,
                  Phrase.of("name who answers, who tells the customer and who closes the case"), "loop")  # fmt: skip
    cause = [desk.stages[stage] for stage in ("assess", "investigate")]
    yield _stated("no-cause", Phrase.of("Somebody judges the complaint and looks for its cause"), None not in cause,
                  Phrase.of("name who judges complaints and who looks for their cause"), "loop")  # fmt: skip
    yield _stated("not-learned", Phrase.of("What is learned flows into an article"), feeds_knowledge(graph, names, desk),
                  Phrase.of("let an article be fed by the channels of complaints"), "loop", "info")  # fmt: skip
    measured = any(step.feedback for step in at_entries(graph, desk)) or _measured_after(
        graph, desk, following
    )
    yield _stated("not-measured", Phrase.of("It is measured how complaints go"), measured,
                  Phrase.of("ask for a metric at a step that handles complaints"), "loop", "info")  # fmt: skip


def _stated(
    code: str,
    asks: Phrase,
    holds: bool,  # noqa: FBT001  (what the check is about)
    hint: Phrase,
    topic: Topic = "handling",
    severity: Severity = "warning",
) -> Check:
    return Check(
        code=code, topic=topic, asks=asks, holds=holds, figure=None, hint=hint, severity=severity
    )


def _acts(step: Step) -> Iterator[Act]:
    return (act for act in step.actions if isinstance(act, Act))


def _reaching(graph: Graph, desk: Desk, following: Onward) -> tuple[int, int]:
    """Return from how many steps a way leads to an entry, and how many steps there are."""
    into: dict[int, list[int]] = {}
    for step, after in following.items():
        for other in after:
            into.setdefault(other, []).append(step)
    found = _walked(desk.entries, lambda step: into.get(step, []))
    homes = {graph.nodes[entry].blueprint for entry in desk.entries}
    own = [node for node in graph.of_kind("step") if desk.stem is None or node.blueprint in homes]
    others = [graph.index[node.id] for node in own if graph.index[node.id] not in desk.entries]
    return sum(1 for step in others if step in found), len(others)


def _measured_after(graph: Graph, desk: Desk, following: Onward) -> bool:
    """Tell whether a step that comes after an entry asks for a metric."""
    found = _walked(desk.entries, lambda step: list(following.get(step, {})))
    elements = (graph.nodes[step].element for step in found)
    return any(isinstance(element, Step) and element.feedback for element in elements)


def _walked(starts: Sequence[int], ways: Callable[[int], list[int]]) -> set[int]:
    found, queue = set(starts), list(starts)
    while queue:
        for other in ways(queue.pop()):
            if other not in found:
                found.add(other)
                queue.append(other)
    return found
