"""DOT from a scene, every position pinned: ``neato -n2`` draws it exactly as we do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import graphviz  # type: ignore[import-untyped]

from blueprint.layout.scene import Point, Rect, Scene, SceneCard, SceneEdge, Text
from blueprint.render.dot_text import dot_text
from blueprint.render.themes.light import LIGHT

_FONT = "Noto Sans CJK SC"
_POINTS = 72.0
_HEAD = 8.0


def dot_pinned(scene: Scene) -> str:
    """Write a placed picture as DOT for ``neato -n2``, which moves nothing.

    Args:
        scene: The picture, placed.

    Returns:
        The DOT source. Every text of the author is quoted, and no address is written.
    """
    return str(_Pinned(scene).graph.source)


class _Pinned:
    """Writes one scene; Graphviz counts upwards from the bottom, in points."""

    def __init__(self, scene: Scene) -> None:
        self.height = scene.height
        self.ids = {card.id: f"card{card.index}" for card in scene.cards}
        self.graph = graphviz.Digraph(
            engine="neato",
            graph_attr={"splines": "true", "outputorder": "nodesfirst", "charset": "UTF-8",
                        "bgcolor": "white", "notranslate": "true"},
            node_attr={"shape": "box", "fixedsize": "true", "margin": "0", "fontname": _FONT,
                       "style": "filled", "fillcolor": LIGHT.paper},
            edge_attr={"arrowsize": "0.5", "fontname": _FONT},
        )  # fmt: skip
        self._frame(scene)
        for card in scene.cards:
            self._card(card)
        for edge in scene.edges:
            self._edge(edge)

    def at(self, point: Point) -> str:
        return f"{point[0]:.2f},{self.height - point[1]:.2f}"

    def box(self, name: str, box: Rect, text: Text | None = None, **attributes: str) -> None:
        """Write a node that is exactly a rectangle, with a text in its middle."""
        label = dot_text(*text.lines) if text else ""
        if text:
            attributes.setdefault("fontcolor", LIGHT.texts[text.role])
            attributes["fontsize"] = f"{text.size:g}"
        self.graph.node(
            name, label=label, pos=self.at(box.middle),
            width=f"{box.width / _POINTS:.4f}", height=f"{box.height / _POINTS:.4f}", **attributes,
        )  # fmt: skip

    def words(self, name: str, text: Text, **attributes: str) -> None:
        """Write a text alone, at the place of its lines."""
        width = 1.2 * max((len(line) for line in text.lines), default=1) * text.size
        x = {"start": text.x, "middle": text.x - width / 2, "end": text.x - width}[text.anchor]
        room = Rect(
            x=x, y=text.y - text.size, width=width, height=len(text.lines) * text.leading or 1.0
        )
        ending = {"start": "\\l", "middle": "\\n", "end": "\\r"}[text.anchor]
        label = "".join(dot_text(line) + ending for line in text.lines)
        colour = {"fontcolor": LIGHT.texts[text.role], **attributes}
        self.graph.node(
            name, label=graphviz.nohtml(label), pos=self.at(room.middle), shape="plaintext",
            style="", width=f"{room.width / _POINTS:.4f}", height=f"{room.height / _POINTS:.4f}",
            fontsize=f"{text.size:g}", **colour,
        )  # fmt: skip

    def _frame(self, scene: Scene) -> None:
        """Write title, phases, steps, lanes and the three lines."""
        self.words("title", scene.title)
        for n, lane in enumerate(scene.lanes):
            colours = LIGHT.lanes[lane.kind]
            self.box(f"lane{n}", lane.band, fillcolor=colours.tint, color=colours.tint)
            self.words(f"lanename{n}", lane.name, fontcolor=colours.text)
        for n, phase in enumerate(scene.phases):
            colour = LIGHT.phases[n % 2]
            self.box(f"phase{n}", phase.chevron, phase.name, fillcolor=colour, color=colour)
        for n, step in enumerate(scene.steps):
            self.words(f"step{n}", step.name)
        for n, line in enumerate(scene.lines):
            stroke = LIGHT.lines[line.kind]
            ends = []
            start = (line.tag.right, line.start[1])
            for side, point in (("left", start), ("right", line.end)):
                ends.append(f"line{n}{side}")
                self.graph.node(ends[-1], pos=self.at(point), shape="point", width="0.01",
                                height="0.01", color=stroke.colour)  # fmt: skip
            self.graph.edge(
                *ends, pos=self._curve((start, line.end)), arrowhead="none", style="dashed",
                color=stroke.colour, penwidth=f"{stroke.width:g}",
            )  # fmt: skip
            self.box(f"linename{n}", line.tag, line.name, color=stroke.colour)

    def _card(self, card: SceneCard) -> None:
        removed = card.status == "removed"
        style = "filled,rounded,dashed" if card.status == "proposed" else "filled,rounded"
        colour = LIGHT.removed if removed else LIGHT.lanes[card.lane_kind].line
        self.box(
            f"card{card.index}", card.box, card.name, style=style, color=colour,
            tooltip=dot_text(card.described),
        )  # fmt: skip

    def _edge(self, edge: SceneEdge) -> None:
        stroke = LIGHT.edges[edge.kind]
        attributes = {"color": stroke.colour, "penwidth": f"{stroke.width:g}"}
        if stroke.dash:
            attributes["style"] = "dashed"
        *way, before, tip = edge.points
        end = _toward(tip, before, _HEAD)
        attributes["pos"] = f"e,{self.at(tip)} {self._curve((*way, before, end))}"
        if edge.label:
            attributes |= {
                "label": dot_text(*edge.label.text.lines),
                "lp": self.at(edge.label.box.middle),
                "fontsize": f"{edge.label.text.size:g}",
                "fontcolor": LIGHT.texts["label"],
            }
        self.graph.edge(self.ids[edge.source], self.ids[edge.target], **attributes)

    def _curve(self, points: Sequence[Point]) -> str:
        """Write straight pieces as the Bézier curves that Graphviz wants."""
        written = [self.at(points[0])]
        for (x1, y1), (x2, y2) in pairwise(points):
            written += [
                self.at((x1 + (x2 - x1) * part, y1 + (y2 - y1) * part))
                for part in (1 / 3, 2 / 3, 1)
            ]
        return " ".join(written)


def _toward(tip: Point, before: Point, length: float) -> Point:
    """Return the point that far before the tip, at most half way."""
    dx, dy = before[0] - tip[0], before[1] - tip[1]
    whole = abs(dx) + abs(dy)
    part = min(length, whole / 2) / whole if whole else 0.0
    return (tip[0] + dx * part, tip[1] + dy * part)
