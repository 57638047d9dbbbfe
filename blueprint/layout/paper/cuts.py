"""Where a drawing is cut into pages: between phases and between lanes, as far as possible."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from blueprint.layout.scene import Scene
from blueprint.layout.transpose import Axes

_AFTER_CARD = 8.0
_BEFORE_CARD = 9.5
_AROUND_BAND = 3.0
_CLEAR = 3.0


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the drawing that one page shows, and the first and last of what is in it.

    Attributes:
        low: Where it begins, in the scene's units.
        high: Where it ends.
        first: Index of its first step, or its first band across the lanes.
        last: Index of its last one.
    """

    low: float
    high: float
    first: int
    last: int

    @property
    def length(self) -> float:
        """How long it is."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Cuts:
    """Everything along one direction that may not be cut, and where to cut between.

    Attributes:
        places: Where each atom begins, and where the last one ends.
        preferred: Indexes of the atoms that a page would best begin with.
    """

    places: tuple[float, ...]
    preferred: frozenset[int]

    @property
    def longest(self) -> float:
        """The length of the longest atom."""
        return max((high - low for low, high in pairwise(self.places)), default=0.0)

    def torn(self, parts: Sequence[Part]) -> int:
        """Count the parts that begin where no page should."""
        return sum(part.first not in self.preferred for part in parts)

    def parts(self, room: float) -> tuple[Part, ...]:
        """Return as few parts as fit, each at most ``room`` long, cut where it is preferred.

        An atom that is longer than that is a part of its own.
        """
        parts = []
        first, atoms = 0, len(self.places) - 1
        while first < atoms:
            end = first + 1
            while end < atoms and self.places[end + 1] - self.places[first] <= room:
                end += 1
            if end < atoms:
                end = max((n for n in self.preferred if first < n <= end), default=end)
            parts.append(Part(self.places[first], self.places[end], first, end - 1))
            first = end
        return tuple(parts)


def step_cuts(scene: Scene) -> Cuts:
    """Return where a scene may be cut along its steps; best between two phases."""
    axes = Axes(scene.orientation)
    body = axes.turn(scene.body)
    ends = [axes.turn(lane.band).right for lane in scene.lanes]
    columns = [axes.turn(step.column) for step in scene.steps]
    gutters = _Gutters(scene, axes)
    places = [gutters.cut(one.right, other.x) for one, other in pairwise(columns)]
    end = max([body.right, *ends])
    return Cuts(
        places=(body.x, *places, end) if columns else (body.x, end),
        preferred=frozenset(phase.first for phase in scene.phases),
    )


class _Gutters:
    """Finds where to cut between two columns: off labels and links, across few of these."""

    def __init__(self, scene: Scene, axes: Axes) -> None:
        labels = [axes.turn(edge.label.box) for edge in scene.edges if edge.label]
        self.labels = sorted((box.x, box.right) for box in labels)
        pieces = [
            (axes.point(*a)[0], axes.point(*b)[0])
            for edge in scene.edges
            for a, b in pairwise(edge.points)
        ]
        self.tracks = sorted({start for start, end in pieces if start == end})
        self.starts = sorted(min(piece) for piece in pieces if piece[0] != piece[1])
        self.ends = sorted(max(piece) for piece in pieces if piece[0] != piece[1])

    def cut(self, left: float, right: float) -> float:
        """Return the best place between these two."""
        middle = (left + right) / 2
        low, high = left + _AFTER_CARD, right - _BEFORE_CARD
        if low >= high:
            return middle
        near = [(start, end) for start, end in self.labels if start < high and end > low]
        tracks = self.tracks[bisect_left(self.tracks, left) : bisect_right(self.tracks, right)]
        choices = [middle, low, high, *((one + other) / 2 for one, other in pairwise(tracks))]
        choices += [end + 1.0 for _, end in near] + [start - 1.0 for start, _ in near]

        def cost(place: float) -> tuple[int, int, int, float]:
            torn = sum(start < place < end for start, end in near)
            close = sum(abs(place - track) < _CLEAR for track in tracks)
            return (torn, close, self._crossed(place), abs(place - middle))

        return min((place for place in choices if low <= place <= high), key=cost)

    def _crossed(self, place: float) -> int:
        """Count the links that run over a place."""
        return bisect_left(self.starts, place) - bisect_right(self.ends, place)


def lane_cuts(scene: Scene) -> Cuts:
    """Return where a scene may be cut across its lanes; best between two groups of lanes."""
    axes = Axes(scene.orientation)
    lanes = [axes.turn(lane.band) for lane in scene.lanes] or [axes.turn(scene.body)]
    bands = [track.band for track in scene.tracks]
    if scene.curve:
        bands.insert(0, scene.curve.band)
    below = [axes.turn(band) for band in bands]
    groups = [lane.group for lane in scene.lanes] or [""]
    firsts = [n for n in range(len(groups)) if n == 0 or groups[n] != groups[n - 1]]
    places = [lanes[0].y, *(lane.bottom for lane in lanes)]
    if below:
        places[-1] = (lanes[-1].bottom + below[0].y) / 2
        places += [(one.bottom + other.y) / 2 for one, other in pairwise(below)]
        places.append(below[-1].bottom + _AROUND_BAND)
    return Cuts(
        places=tuple(places),
        preferred=frozenset([*firsts, *range(len(lanes), len(lanes) + len(below))]),
    )
