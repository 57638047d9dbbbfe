"""From a blueprint to its view: everything one picture shows, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, cast

from blueprint.integrity import lanes_of
from blueprint.integrity.lanes import TITLES
from blueprint.layout.show.cards import Grid, cards_of
from blueprint.layout.show.context import Context, context_of
from blueprint.layout.show.edges import edges_of
from blueprint.layout.show.emotion import felt, lived_in
from blueprint.layout.show.fields import fields_of
from blueprint.layout.show.observed import Observed, observed_in
from blueprint.layout.show.tracks import tracks_of
from blueprint.layout.view import (
    Actor,
    Field,
    LaneKind,
    LineKind,
    View,
    ViewDepartment,
    ViewLane,
    ViewLine,
    ViewPhase,
    ViewStep,
)
from blueprint.model import Blueprint, StepName, title_of

if TYPE_CHECKING:
    from blueprint.graph import Graph
    from blueprint.integrity import LaneInfo
    from blueprint.report import Overlay

_LINES: Mapping[LineKind, tuple[str, str]] = {
    "interaction": ("customer", "Line of interaction"),
    "visibility": ("frontstage", "Line of visibility"),
    "internal": ("backstage", "Line of internal interaction"),
}
"""The lane each line runs beneath, and the line's name."""

_TECHNOLOGY = "frontstage.technology"
ON_THE_GRID: Mapping[str, frozenset[str]] = {
    "step": frozenset({"customer", "lanes"}),
    "phase": frozenset({"steps"}),
    "promise": frozenset({"text"}),
}
"""Fields that are shown as the element's name or as its place, by kind of element."""
_STATES = {"current": "Current state", "future": "Future state"}


def view_of(
    source: Blueprint | Graph,
    *,
    lang: str = "en",
    stem: str | None = None,
    overlay: Overlay | None = None,
    tracks: Iterable[str] = ("emotion",),
) -> View:
    """Return what a picture of a blueprint shows.

    Args:
        source: A blueprint, or the graph of a workspace.
        lang: Language of all texts; a label that lacks it is said in the file's first.
        stem: Which blueprint of a graph with several.
        overlay: What a report lights up.
        tracks: Small charts under the lanes: emotion, expectation, time, cost, metrics, needs.

    Returns:
        The view: lanes, lines, phases, steps, cards and edges, each with all it says.

    Raises:
        InvalidBlueprintError: A name of the blueprint means nothing or two things.
        ReferenceNotFoundError: ``stem`` is needed, or names no blueprint.

    Examples:
        >>> from blueprint.model import Step
        >>> stay = Blueprint(blueprint="Stay", phases={"Arrival": [Step(customer="Arrive")]})
        >>> [card.name for card in view_of(stay).cards]
        ['Arrive']
    """
    context = context_of(source, lang, stem)
    lanes, index = _lanes(context)
    steps = {step: n for n, step in enumerate(context.names.steps)}
    seen = observed_in(context)
    cards = cards_of(context, Grid(index, steps), seen)
    home = context.scope.blueprint_id(context.stem or "")
    return View(
        id=home,
        title=context.say(context.blueprint.blueprint),
        subtitle=_subtitle(context),
        lang=lang,
        lanes=lanes,
        lines=tuple(_lines(lanes, context)),
        phases=tuple(_phases(context)),
        steps=tuple(
            _step(name, n, context, seen) for n, name in enumerate(context.names.steps.values(), 1)
        ),
        cards=cards,
        edges=edges_of(context, cards),
        departments=tuple(_departments(context)),
        curve="emotion" in tracks,
        tracks=tracks_of(context, tracks),
        fields=blueprint_fields(context) + seen.get(home, ()),
        overlay=overlay,
    )


def blueprint_fields(context: Context) -> tuple[Field, ...]:
    """Return what a blueprint says of itself; what stands under an id is named, not told."""
    named = frozenset(
        {"systems", "channels", "knowledge", "metrics", "observations", "results", "lanes",
         "promises", "products", "departments", "levers", "languages"}
    )  # fmt: skip
    said = fields_of(context.blueprint, context, without=named)
    return said + tuple(_shared(context))


def _shared(context: Context) -> Iterator[Field]:
    """Go through what the blueprint defines or shares, as names that lead to it."""
    titles = {"promise": "Promises", "product": "Products", "metric": "Metrics",
              "lever": "Accelerators and inhibitors"}  # fmt: skip
    home = context.scope.blueprint_id(context.stem or "")
    for kind, title in titles.items():
        found = [n for n in context.graph.nodes if n.kind == kind and n.blueprint in (home, None)]
        if found:
            yield Field(
                name=context.word(title),
                values=tuple(context.say(node.name) for node in found),
                ids=tuple(node.id for node in found),
            )


def _subtitle(context: Context) -> str:
    blueprint = context.blueprint
    told = [context.word(_STATES["future"])] if blueprint.state == "future" else []
    if blueprint.source is not None:
        told.append(context.phrase("Source: {source}", source=context.say(blueprint.source)))
    return " · ".join(told)


def _lanes(context: Context) -> tuple[tuple[ViewLane, ...], dict[tuple[str, Actor], int]]:
    """Return the rows, and the row of each lane for people and for technology."""
    acting = {
        (name.lane, getattr(name.action, "actor", "person"))
        for name in context.names.actions.values()
    }
    used = {lane for lane, _ in acting} | {lane.id for lane in context.blueprint.lanes}
    rows: list[ViewLane] = []
    index: dict[tuple[str, Actor], int] = {}
    for lane in lanes_of(context.blueprint):
        if lane.added and lane.id not in used:
            continue
        index[lane.id, "person"] = index[lane.id, "technology"] = len(rows)
        title = context.say(lane.name) if lane.name is not None else context.word(TITLES[lane.id])
        kind = cast("LaneKind", lane.kind)
        both = ("frontstage", "person") in acting and ("frontstage", "technology") in acting
        if lane.id == "frontstage" and both:
            index["frontstage", "technology"] = len(rows) + 1
            rows += _split(lane, title, context)
        else:
            rows.append(ViewLane(id=lane.id, name=title, kind=kind, group=lane.id))
    return tuple(rows), index


def _split(lane: LaneInfo, title: str, context: Context) -> tuple[ViewLane, ViewLane]:
    """Return the rows of people and of technology in view of the customer."""
    names = (
        (context.word("Frontstage — people"), context.word("Frontstage — technology"))
        if lane.name is None
        else (
            context.phrase("{lane} — people", lane=title),
            context.phrase("{lane} — technology", lane=title),
        )
    )
    people = ViewLane(id=lane.id, name=names[0], kind="frontstage", actor="person", group=lane.id)
    screens = ViewLane(
        id=_TECHNOLOGY, name=names[1], kind="frontstage", actor="technology", group=lane.id
    )
    return people, screens


def _lines(lanes: tuple[ViewLane, ...], context: Context) -> Iterator[ViewLine]:
    groups = [lane.group for lane in lanes]
    for kind, (upper, name) in _LINES.items():
        below = max(n for n, group in enumerate(groups) if group == upper) + 1
        yield ViewLine(kind=kind, name=context.word(name), above=below)


def _phases(context: Context) -> Iterator[ViewPhase]:
    """Go through the phases that have steps."""
    first = 0
    for local, at in context.names.phases.items():
        phase = context.blueprint.phases[at]
        if phase.steps:
            yield ViewPhase(
                id=context.own(local),
                name=context.say(phase.phase),
                first=first,
                count=len(phase.steps),
                fields=fields_of(phase, context, without=ON_THE_GRID["phase"]),
            )
        first += len(phase.steps)


def _departments(context: Context) -> Iterator[ViewDepartment]:
    """Go through the departments of the file and its catalog."""
    home = context.scope.blueprint_id(context.stem or "")
    for node in context.graph.nodes:
        if node.kind == "department" and node.blueprint in (home, None):
            part_of = getattr(node.element, "part_of", None)
            above = context.meant(part_of, "department")[0] if part_of else ""
            yield ViewDepartment(id=node.id, name=context.say(node.name), part_of=above)


def _step(name: StepName, number: int, context: Context, seen: Observed) -> ViewStep:
    lived = lived_in(name.step, context)
    emotion = felt(lived, context)
    step_id = context.own(name.id)
    return ViewStep(
        id=step_id,
        number=number,
        name=context.say(title_of(name.step)),
        emotion=emotion.value,
        emotion_text=emotion.text,
        lived=lived,
        fields=fields_of(name.step, context, without=ON_THE_GRID["step"]) + seen.get(step_id, ()),
    )
