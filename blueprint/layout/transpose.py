"""Turns what the lattice decides into the scene's directions: as it is, or turned over.

The engine always works on steps that go across. Where they go down, it gets a lattice
that is turned over, and everything it places is turned back here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from blueprint.layout.labels import Shape
from blueprint.layout.place import Placed
from blueprint.layout.scene import Point, Rect
from blueprint.layout.view import Orientation


@dataclass(frozen=True, slots=True)
class Axes:
    """The two directions of a drawing: along the steps, and across the lanes.

    Examples:
        >>> Axes("across").point(30.0, 4.0)
        (30.0, 4.0)
        >>> Axes("down").point(30.0, 4.0)
        (4.0, 30.0)
    """

    orientation: Orientation

    @property
    def down(self) -> bool:
        """Whether steps go from top to bottom."""
        return self.orientation == "down"

    def point(self, along: float, across: float) -> Point:
        """Return a place in the scene."""
        return (across, along) if self.down else (along, across)

    def rect(self, along: float, across: float, length: float, breadth: float) -> Rect:
        """Return a box in the scene."""
        x, y = self.point(along, across)
        width, height = self.point(length, breadth)
        return Rect(x=x, y=y, width=width, height=height)

    def turn(self, box: Rect) -> Rect:
        """Turn a box of the lattice into one of the scene, or back."""
        return self.rect(box.x, box.y, box.width, box.height)

    def turn_shape(self, shape: Shape) -> Shape:
        """Turn the box around a label, whose lines stay as they are."""
        width, height = self.point(shape.width, shape.height)
        return Shape(shape.lines, width, height)

    def turn_placed(self, placed: Placed) -> Placed:
        """Turn cards and links; rows, columns and the three lines stay the lattice's."""
        if not self.down:
            return placed
        return replace(
            placed,
            boxes=[self.turn(box) for box in placed.boxes],
            points=[tuple(self.point(*corner) for corner in points) for points in placed.points],
        )
