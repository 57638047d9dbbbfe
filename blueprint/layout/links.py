"""The links of a scene: their lines, their labels, and what screen readers say of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from blueprint.layout.bundles import Bundle, own_parts
from blueprint.layout.labels import Shape
from blueprint.layout.marks import weight_of
from blueprint.layout.scene import UNSAID, Point, Rect, SceneEdge, SceneLabel, Text
from blueprint.layout.signs import EDGE_WORDS
from blueprint.layout.sizes import tenth
from blueprint.layout.view import Edge, Status, View
from blueprint.report import Overlay
from blueprint.words import translator


def scene_edges(
    view: View,
    points: Sequence[tuple[Point, ...]],
    labels: Mapping[int, tuple[Shape, Rect]],
    bundles: Sequence[Bundle] = (),
) -> tuple[SceneEdge, ...]:
    """Turn corners and label boxes into the scene's edges, in the view's order."""
    first_of = {n: bundle.members[0] for bundle in bundles for n in bundle.members}
    own = own_parts(bundles, points)
    lit = _lit(view.overlay) if view.overlay else {}
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
                lit=(source.id, target.id) in lit,
                weight=lit.get((source.id, target.id), UNSAID),
                points=points[n],
                label=_label(view, edge, *labels[n]) if n in labels else None,
                described=_described(view, edge),
                bundle=first_of.get(n),
                own=own.get(n, ()),
            )
        )
    return tuple(edges)


def _lit(overlay: Overlay) -> dict[tuple[str, str], float]:
    """Return how strongly each pair of cards is lit, in both directions."""
    strengths = overlay.strengths or (None,) * len(overlay.links)
    lit: dict[tuple[str, str], float] = {}
    for (source, target), strength in zip(overlay.links, strengths, strict=True):
        weight = weight_of(strength)
        for pair in ((source, target), (target, source)):
            lit[pair] = max(weight, lit.get(pair, weight))
    return lit


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
    verb = translator(view.lang)(EDGE_WORDS[edge.kind])
    said = f"{verb}: {edge.label}" if edge.label else verb
    return f"{view.cards[edge.source].name} → {view.cards[edge.target].name} ({said})"
