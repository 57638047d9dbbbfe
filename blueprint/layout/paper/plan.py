"""How a scene is spread over sheets: which way they lie, how large it is drawn, what goes where."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.layout.paper.cuts import Part, lane_cuts, step_cuts
from blueprint.layout.paper.legend import legend_for
from blueprint.layout.paper.sheets import MM_PER_POINT, Paper
from blueprint.layout.scene import Rect, Scene
from blueprint.layout.transpose import Axes

STRIP = 11.0
"""Room for title and page number, in millimetres."""
SEAM = 2.6
"""Room beside a cut for the marks of the links that go on elsewhere, in millimetres."""
_LARGEST = 11.0
_LEGEND_GAP = 2.0
_ROUNDS = 24
_CUT_LANES = 1.4
_BESIDE = 2.0


@dataclass(frozen=True, slots=True)
class Names:
    """The strips with the names of lanes and steps: left of the cards, and above them."""

    left: Rect
    top: Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What all pages of a drawing share; lengths are in millimetres.

    Attributes:
        width: Width of the sheet as it lies.
        height: Its height.
        margin: What stays free around.
        scale: How many millimetres one unit of the scene becomes.
        steps: The stretches along the steps, a page each.
        lanes: The stretches across the lanes.
        torn: How many pages begin inside a phase or a lane's group.
        down: Whether steps go from top to bottom.
        names: The strips of names on the left and above, in the scene's units.
    """

    width: float
    height: float
    margin: float
    scale: float
    steps: tuple[Part, ...]
    lanes: tuple[Part, ...]
    torn: int
    down: bool
    names: Names

    @property
    def width_inside(self) -> float:
        """Width of what may be printed on."""
        return self.width - 2 * self.margin

    @property
    def corner(self) -> tuple[float, float]:
        """Where cards and links begin, right of and under the names."""
        left = self.margin + self.names.left.width * self.scale
        top = self.margin + STRIP + self.names.top.height * self.scale
        across, above = (self.lanes, self.steps) if self.down else (self.steps, self.lanes)
        seam_x = SEAM if len(across) > 1 else 0.0
        seam_y = SEAM if len(above) > 1 else 0.0
        return (left + seam_x, top + seam_y)


def names_of(scene: Scene) -> Names:
    """Return where a scene has the names that every page repeats."""
    phases = [phase.chevron for phase in scene.phases]
    steps = [step.column for step in scene.steps]
    lanes = [lane.band for lane in scene.lanes]
    body = scene.body
    if scene.orientation == "down":
        left = min([box.x for box in (*phases, *steps)], default=body.x)
        top = min([box.y for box in lanes], default=body.y)
    else:
        left = min([box.x for box in lanes], default=body.x)
        top = min([box.y for box in (*phases, *steps)], default=body.y) - _BESIDE
    return Names(
        left=Rect(x=left, y=body.y, width=max(0.0, body.x - left), height=body.height),
        top=Rect(x=body.x, y=top, width=body.width, height=max(0.0, body.y - top)),
    )


def plan(
    scene: Scene, paper: Paper, *, landscape: bool | None, margin: float, points: float
) -> Plan:
    """Find the way to lay a scene on sheets that takes the fewest, and is largest on these."""
    lies = (False, True) if landscape is None else (landscape,)
    plans = [
        _plan(scene, *paper.turned(landscape=turned), margin=margin, points=points)
        for turned in lies
    ]
    return min(plans, key=lambda made: (_pains(made), made.torn, -made.scale))


def _sheets(made: Plan) -> tuple[int, int, int]:
    """Return what there should be little of: sheets, cuts between lanes, cuts inside phases."""
    return (len(made.steps) * len(made.lanes), len(made.lanes), made.torn)


def _pains(made: Plan) -> float:
    """Weigh sheets: where lanes are cut apart, a step is harder to read than on more sheets."""
    return len(made.steps) * len(made.lanes) * (_CUT_LANES if len(made.lanes) > 1 else 1.0)


def _plan(scene: Scene, width: float, height: float, *, margin: float, points: float) -> Plan:
    """Lay a scene on sheets of this size."""
    fitter = _Fitter(scene, width, height, margin)
    type_size = type_size_of(scene)
    low = fitter.feasible(points * MM_PER_POINT / type_size)
    best = fitter.at(low)
    fewest = _sheets(best)
    high = max(low, _LARGEST * MM_PER_POINT / type_size)
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        tried = fitter.at(middle)
        if _sheets(tried) <= fewest and fitter.fits(tried):
            low, best = middle, tried
        else:
            high = middle
    return best


def type_size_of(scene: Scene) -> float:
    """Return the size of what cards say, in the scene's units."""
    return min((card.name.size for card in scene.cards), default=12.0)


class _Fitter:
    """Cuts one scene for sheets of one size, at any scale."""

    def __init__(self, scene: Scene, width: float, height: float, margin: float) -> None:
        self.scene = scene
        self.width, self.height, self.margin = width, height, margin
        self.step_cuts, self.lane_cuts = step_cuts(scene), lane_cuts(scene)
        self.axes = Axes(scene.orientation)
        self.names = names_of(scene)

    def room(self, scale: float) -> tuple[float, float]:
        """Return the room for cards and links at a scale: along the steps, and across."""
        inside = self.width - 2 * self.margin
        wide = (inside - 2 * SEAM) / scale - self.names.left.width
        legend = legend_for(self.scene, inside / scale)
        below = _LEGEND_GAP + legend.band.height * scale if legend else 0.0
        high = (self.height - 2 * self.margin - STRIP - 2 * SEAM - below) / scale
        return self.axes.point(wide, high - self.names.top.height)

    def at(self, scale: float) -> Plan:
        """Cut the scene for a scale."""
        along, across = self.room(scale)
        steps, lanes = self.step_cuts.parts(along), self.lane_cuts.parts(across)
        return Plan(
            width=self.width,
            height=self.height,
            margin=self.margin,
            scale=scale,
            steps=steps,
            lanes=lanes,
            torn=self.step_cuts.torn(steps) + self.lane_cuts.torn(lanes),
            down=self.axes.down,
            names=self.names,
        )

    def fits(self, made: Plan) -> bool:
        """Say whether every part has room on its page."""
        along, across = self.room(made.scale)
        return all(part.length <= along for part in made.steps) and all(
            part.length <= across for part in made.lanes
        )

    def feasible(self, scale: float) -> float:
        """Return this scale, or the largest smaller one at which every step and lane fits."""
        for _ in range(_ROUNDS * 2):
            if self.fits(self.at(scale)):
                return scale
            scale *= 0.95
        return scale
