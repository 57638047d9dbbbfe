"""The links of a scene: their lines, their labels, and what screen readers say of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from blueprint.layout.labels import Shape
from blueprint.layout.legend import edge_words
from blueprint.layout.scene import Point, Rect, SceneEdge, SceneLabel, Text
from blueprint.layout.sizes import tenth
from blueprint.layout.view import Edge, Status, View
from blueprint.words import translator


def scene_edges(
    view: View,
    points: Sequence[tuple[Point, ...]],
    labels: Mapping[int, tuple[Shape, Rect]],
) -> tuple[SceneEdge, ...]:
    """Turn corners and label boxes into the scene's edges, in the view's order."""
    lit = set(view.overlay.links) if view.overlay else set()
    edges = []
    for n, edge in enumerate(view.edges):
        source, target = view.cards[edge.source], view.cards[edge.target]
        edges.append(
            SceneEdge(
                index=n,
                source=source.id,
                target=target.id,
                kind=edge.kind,
                implied=edge.implied,
                status=_status(source.status, target.status),
                lit=(source.id, target.id) in lit or (target.id, source.id) in lit,
                points=points[n],
                label=_label(view, edge, *labels[n]) if n in labels else None,
                described=_described(view, edge),
            )
        )
    return tuple(edges)


def _status(source: Status, target: Status) -> Status:
    if "removed" in (source, target):
        return "removed"
    return "proposed" if "proposed" in (source, target) else "current"


def _label(view: View, edge: Edge, shape: Shape, box: Rect) -> SceneLabel:
    text = Text(
        full=edge.label,
        lines=shape.lines,
        x=tenth(box.x + box.width / 2),
        y=tenth(box.y + 10.4),
        leading=view.sizes.label_line,
        size=view.sizes.label_font,
        anchor="middle",
        role="label",
    )
    return SceneLabel(box=box, text=text)


def _described(view: View, edge: Edge) -> str:
    """Say a link: ``Check in → Registration system (rests on: key data)``."""
    verb = edge_words(translator(view.lang), edge.kind)
    said = f"{verb}: {edge.label}" if edge.label else verb
    return f"{view.cards[edge.source].name} → {view.cards[edge.target].name} ({said})"
