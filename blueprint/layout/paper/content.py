"""What stands on one page: the cards and links of a part of the drawing, and their names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from blueprint.layout.paper.cuts import Part
from blueprint.layout.paper.items import (
    blank,
    card_on_page,
    label_inside,
    phase_on_page,
    tag_inside,
    track_marks,
    track_names,
)
from blueprint.layout.paper.legend import legend_for
from blueprint.layout.paper.plan import STRIP, Plan
from blueprint.layout.paper.shelves import Shelf
from blueprint.layout.scene import Rect, Scene, SceneCard, SceneEdge, SceneLine, ScenePhase
from blueprint.layout.transpose import Axes

_SPILL = 6.0
"""How far a page reaches over a cut between lanes, so that the line there is whole."""
WindowKind = Literal["body", "steps", "lanes", "legend"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A part of a drawing on a page.

    Attributes:
        kind: The cards and links; the names of phases and steps; the names of lanes; the
            legend.
        view: What it shows, in the units of ``content``.
        place: Where that stands, in millimetres from the sheet's upper left corner.
        content: What is drawn in it; what reaches out of ``view`` is cut off.
    """

    kind: WindowKind
    view: Rect
    place: Rect
    content: Scene


class Contents:
    """Everything on one page."""

    def __init__(self, scene: Scene, plan: Plan, shelf: Shelf, steps: Part, lanes: Part) -> None:
        self.scene, self.plan, self.shelf = scene, plan, shelf
        self.steps, self.lanes = steps, lanes
        self.axes = Axes(scene.orientation)
        more_before, more_after = lanes.first > 0, lanes != plan.lanes[-1]
        self.low = lanes.low - (_SPILL if more_before else 0.0)
        self.high = lanes.high + (_SPILL if more_after else 0.0)
        self.cards = [card for card in shelf.cards if self._shows_card(card)]
        self.bare = replace(
            scene,
            title=blank(scene.title),
            subtitle=None,
            logo=None,
            lanes=(),
            lines=(),
            phases=(),
            steps=(),
            cards=(),
            edges=(),
            curve=None,
            legend=None,
            marks=(),
            tracks=(),
        )

    @property
    def continued(self) -> tuple[str, ...]:
        """Ids of the cards that began on an earlier page."""
        return tuple(card.id for card in self.cards if card.step < self.steps.first)

    def windows(self) -> tuple[Window, ...]:
        """Return the parts of the page, the cards first."""
        view = self.axes.rect(self.steps.low, self.low, self.steps.length, self.high - self.low)
        left, top = self.plan.names.left, self.plan.names.top
        beside = Rect(x=left.x, y=view.y, width=left.width, height=view.height)
        above = Rect(x=view.x, y=top.y, width=view.width, height=top.height)
        steps, lanes = (beside, above) if self.axes.down else (above, beside)
        windows = [
            self._window("body", view, self._body()),
            self._window("steps", steps, self._step_names()),
            self._window("lanes", lanes, self._lane_names()),
        ]
        return (*windows, *self._legend())

    def _window(self, kind: WindowKind, view: Rect, content: Scene) -> Window:
        """Place a part: at the corner of the cards, or beside or above them."""
        scale, names = self.plan.scale, self.plan.names
        base = self.axes.point(self.steps.low, self.lanes.low)
        x, y = self.plan.corner
        beside = kind == ("steps" if self.axes.down else "lanes")
        above = kind == ("lanes" if self.axes.down else "steps")
        place = Rect(
            x=self.plan.margin if beside else x + (view.x - base[0]) * scale,
            y=self.plan.margin + STRIP if above else y + (view.y - base[1]) * scale,
            width=view.width * scale,
            height=view.height * scale,
        )
        empty = (beside and not names.left.width) or (above and not names.top.height)
        return Window(kind=kind, view=view, place=place, content=self.bare if empty else content)

    def _legend(self) -> tuple[Window, ...]:
        """Return the legend at the foot of a page that shows the last lane."""
        plan = self.plan
        legend = legend_for(self.scene, plan.width_inside / plan.scale)
        if legend is None or self.lanes != plan.lanes[-1]:
            return ()
        band = legend.band
        place = Rect(
            x=plan.margin,
            y=plan.height - plan.margin - band.height * plan.scale,
            width=band.width * plan.scale,
            height=band.height * plan.scale,
        )
        content = replace(self.bare, legend=legend)
        return (Window(kind="legend", view=band, place=place, content=content),)

    def _body(self) -> Scene:
        scene, part = self.scene, self.steps
        ids = {card.id for card in self.cards}
        curve = scene.curve
        if curve:
            faces = tuple(face for face in curve.faces if part.first <= face.step <= part.last)
            curve = replace(curve, name=blank(curve.name), faces=faces)
        return replace(
            self.bare,
            lanes=tuple(replace(lane, name=blank(lane.name)) for lane in scene.lanes),
            lines=tuple(self._bare_line(line) for line in scene.lines if self._shows_line(line)),
            phases=tuple(self._bare_phase(phase) for phase in scene.phases),
            cards=tuple(card_on_page(card, part, scene) for card in self.cards),
            edges=tuple(self._edge(edge) for edge in self.shelf.edges if self._shows_edge(edge)),
            curve=curve,
            marks=tuple(mark for mark in scene.marks if mark.card in ids),
            tracks=tuple(track_marks(track, part, scene) for track in scene.tracks),
        )

    def _step_names(self) -> Scene:
        steps = self.scene.steps[self.steps.first : self.steps.last + 1]
        phases = tuple(phase_on_page(phase, self.steps, self.scene) for phase in self.scene.phases)
        return replace(self.bare, steps=steps, phases=phases)

    def _lane_names(self) -> Scene:
        scene, axes = self.scene, self.axes
        inside = Part(self.low, self.high, self.lanes.first, self.lanes.last)
        lanes = tuple(
            lane
            if self._shows_place(axes.turn(lane.band))
            else replace(lane, name=blank(lane.name))
            for lane in scene.lanes
        )
        curve = scene.curve
        if curve:
            seen = self._shows_place(axes.turn(curve.band))
            name = curve.name if seen else blank(curve.name)
            curve = replace(curve, name=name, runs=(), faces=())
        return replace(
            self.bare,
            lanes=lanes,
            lines=tuple(
                tag_inside(line, inside, axes) for line in scene.lines if self._shows_line(line)
            ),
            curve=curve,
            tracks=tuple(
                track_names(track, scene)
                for track in scene.tracks
                if self._shows_place(axes.turn(track.band))
            ),
        )

    def _shows_place(self, box: Rect) -> bool:
        """Say whether something across the lanes is on this page."""
        return self.lanes.low <= box.y + box.height / 2 <= self.lanes.high

    def _shows_card(self, card: SceneCard) -> bool:
        lasts = card.step <= self.steps.last and card.until >= self.steps.first
        return lasts and self._shows_place(self.axes.turn(card.box))

    def _shows_line(self, line: SceneLine) -> bool:
        across = self.axes.point(*line.start)[1]
        return self.low - 1.0 <= across <= self.high + 1.0

    def _bare_line(self, line: SceneLine) -> SceneLine:
        tag = Rect(x=line.tag.x, y=line.tag.y, width=0.0, height=0.0)
        return replace(line, tag=tag, name=blank(line.name))

    def _bare_phase(self, phase: ScenePhase) -> ScenePhase:
        """Keep a phase's divider, but not where the page ends anyway."""
        last = phase.first + phase.count - 1
        inside = self.steps.first <= last < self.steps.last
        return replace(phase, name=blank(phase.name), divider=phase.divider if inside else None)

    def _shows_edge(self, edge: SceneEdge) -> bool:
        corners = [self.axes.point(*corner) for corner in edge.points]
        return any(
            min(a[0], b[0]) < self.steps.high
            and max(a[0], b[0]) > self.steps.low
            and min(a[1], b[1]) < self.high
            and max(a[1], b[1]) > self.low
            for a, b in pairwise(corners)
        )

    def _edge(self, edge: SceneEdge) -> SceneEdge:
        """Keep a link's label on the page that has its middle."""
        if edge.label is None:
            return edge
        along, across = self.axes.point(*edge.label.box.middle)
        here = (
            self.steps.low <= along < self.steps.high and self.lanes.low <= across < self.lanes.high
        )
        label = label_inside(edge.label, self.steps, self.lanes, self.axes) if here else None
        return replace(edge, label=label)
