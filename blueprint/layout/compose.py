"""The whole way from a view to its scene: measure, route, order tracks, place, label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from blueprint.layout import frame_across, frame_down
from blueprint.layout.bundles import Bundle, bundles_of, own_parts
from blueprint.layout.cards import scene_cards
from blueprint.layout.charts import scene_tracks
from blueprint.layout.curve import scene_curve
from blueprint.layout.frame import Framing, logo_box
from blueprint.layout.grid import Grid, make_grid
from blueprint.layout.labels import LabelPlacer, Shape, shapes, widen
from blueprint.layout.legend import scene_legend
from blueprint.layout.links import scene_edges
from blueprint.layout.marks import edge_signs, scene_marks, with_room_for_marks
from blueprint.layout.measure import measure_all
from blueprint.layout.place import Placed, Strip, Wider, place
from blueprint.layout.route import canonical_order
from blueprint.layout.routing import routed
from blueprint.layout.scene import Rect, Scene
from blueprint.layout.segments import Segment
from blueprint.layout.sizes import tenth
from blueprint.layout.transpose import Axes
from blueprint.layout.view import View
from blueprint.words import Phrase

_LABEL_ROUNDS = 8
_PICKY_ROUNDS = 2
_UNDER_LANES = 8.0
Labels = dict[int, tuple[Shape, Rect]]


def layout(view: View) -> Scene:
    """Place everything that a view shows.

    Args:
        view: What the picture shows, in one language.

    Returns:
        The scene that renderers draw from; they measure nothing.
    """
    view = with_room_for_marks(view)
    measured = measure_all(view)
    framing = _framing(view)
    grid = make_grid(view, measured, framing.lane_needs(view), framing.step_needs(view))
    placed, labels, bundles = _place_links(view, grid, framing)
    frame = framing.frame(view, grid, placed)
    cards = scene_cards(view, measured, placed.boxes)
    marks = scene_marks(view, cards)
    curve = scene_curve(view, placed.columns, frame)
    width, bottom = frame.width, frame.bottom + _UNDER_LANES
    if curve:
        width = max(width, tenth(curve.band.right + view.sizes.margin))
        bottom = max(bottom, curve.band.bottom + _UNDER_LANES)
    tracks = scene_tracks(view, placed.columns, frame, curve)
    for track in tracks:
        width = max(width, tenth(track.band.right + view.sizes.margin))
        bottom = max(bottom, track.band.bottom + _UNDER_LANES)
    legend = scene_legend(view, cards, marks, bottom, width)
    if legend:
        bottom = legend.band.bottom + _UNDER_LANES
    return Scene(
        id=view.id,
        lang=view.lang,
        width=width,
        height=tenth(bottom),
        title=frame.title,
        subtitle=frame.subtitle,
        described=_described(view),
        lanes=frame.lanes,
        lines=frame.lines,
        phases=frame.phases,
        steps=frame.steps,
        body=frame.body,
        cards=cards,
        edges=scene_edges(view, placed.points, labels, bundles),
        curve=curve,
        legend=legend,
        marks=marks,
        tracks=tracks,
        logo=logo_box(view, width),
        scale=view.sizes.scale,
        orientation=view.orientation,
    )


def _framing(view: View) -> Framing:
    return frame_down if view.orientation == "down" else frame_across


def _place_links(view: View, grid: Grid, framing: Framing) -> tuple[Placed, Labels, list[Bundle]]:
    """Route all links, and widen gutters until every label has a place.

    Links are worked on in an order of their own, so that the one they come in does not
    matter; what is returned is in the view's order again.
    """
    order = canonical_order(view.edges, grid)
    edges = [view.edges[n] for n in order]
    bundles = bundles_of(view, edges, grid)
    links, strips = routed(grid, edges, bundles)

    def top_of(columns: Sequence[Strip]) -> float:
        return framing.first_row(view, columns)

    axes = Axes(view.orientation)
    left = framing.first_column(view)
    offered = [
        [axes.turn_shape(shape) for shape in shapes(edge.label, view.lang, view.sizes)]
        for edge in edges
    ]
    wanting = [k for k, choice in enumerate(offered) if choice]
    wanting.sort(key=lambda k: -axes.turn_shape(offered[k][0]).width)
    wider = Wider()
    for turn in range(_LABEL_ROUNDS):
        placed = place(grid, edges, links, strips, left=left, top_of=top_of, wider=wider)
        labels: Labels = {}
        if not wanting:
            break
        placer = _placer(view, grid, placed, framing, bundles)
        failed: dict[int, tuple[Sequence[Shape], Sequence[Segment]]] = {}
        for k in wanting:
            found = placer.place(k, offered[k], links[k], picky=turn < _PICKY_ROUNDS)
            if found:
                labels[order[k]] = (axes.turn_shape(found[0]), axes.turn(found[1]))
            else:
                failed[k] = (offered[k], links[k])
        if not failed:
            break
        wider = widen(wider, placed, failed, add_up=turn > _PICKY_ROUNDS)
    points = dict(zip(order, placed.points, strict=True))
    placed = replace(placed, points=[points[n] for n in range(len(order))])
    return axes.turn_placed(placed), labels, [bundle.numbered(order) for bundle in bundles]


def _placer(
    view: View, grid: Grid, placed: Placed, framing: Framing, bundles: Sequence[Bundle]
) -> LabelPlacer:
    axes = Axes(view.orientation)
    badges = [
        axes.turn(room)
        for card, box in zip(view.cards, placed.boxes, strict=True)
        for room in edge_signs(view, card, axes.turn(box))
    ]
    own = own_parts(bundles, placed.points)
    return LabelPlacer(
        placed,
        [own.get(k, points) for k, points in enumerate(placed.points)],
        framing.label_bounds(view, placed),
        framing.keep_clear(view, grid, placed),
        badges,
        down=axes.down,
    )


def _described(view: View) -> str:
    return Phrase.of(
        "Service blueprint with {steps} steps, {cards} actions and {links} links",
        steps=len(view.steps),
        cards=len(view.cards),
        links=len(view.edges),
    ).into(view.lang)
