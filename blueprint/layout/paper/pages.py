"""A scene cut into pages of paper, each with the names of its lanes, phases and steps."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.layout.paper.content import Contents, Window
from blueprint.layout.paper.cuts import Part
from blueprint.layout.paper.plan import Plan, plan, type_size_of
from blueprint.layout.paper.seams import Seam, seams
from blueprint.layout.paper.sheets import MM_PER_POINT, Paper, paper_of
from blueprint.layout.paper.shelves import Shelf, shelves
from blueprint.layout.paper.words import Heading, heading
from blueprint.layout.scene import Point, Scene

_CROP_LENGTH = 5.0
_CROP_AWAY = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One sheet; lengths are in millimetres.

    Attributes:
        number: 1 for the first.
        count: How many there are.
        width: Width of the sheet as it lies.
        height: Its height.
        scale: How many millimetres one unit of the scene becomes.
        points: The size of what cards say, in points.
        heading: Title, what the page shows, and *page x of y*.
        steps: The steps it shows.
        lanes: What it shows across the lanes.
        windows: What is drawn, and where.
        seams: Where links leave it for another page.
        crop_marks: Where to cut, if asked for: short lines, by their ends.
        continued: Ids of the cards that began on an earlier page.
    """

    number: int
    count: int
    width: float
    height: float
    scale: float
    points: float
    heading: Heading
    steps: Part
    lanes: Part
    windows: tuple[Window, ...]
    seams: tuple[Seam, ...]
    crop_marks: tuple[tuple[Point, Point], ...]
    continued: tuple[str, ...]


def pages(
    scene: Scene,
    paper: Paper | str = "a4",
    *,
    landscape: bool | None = None,
    margin: float = 10.0,
    points: float = 7.0,
    crop_marks: bool = False,
) -> tuple[Page, ...]:
    """Cut a scene into pages.

    Pages end between two phases; inside a phase only where it alone is wider than a page,
    and then the page says so. A drawing that is too high is cut between lanes. As few
    pages are made as there can be, and on these it is drawn as large as it fits.

    Args:
        scene: A placed picture.
        paper: The sheet, or its name: ``a4``, ``a3``, ``letter`` or ``tabloid``.
        landscape: Whether sheets lie on their long side; by default as it fits better.
        margin: What stays free around, in millimetres.
        points: How large at least the words on cards are; small print is in proportion.
            Only a single step or lane that is larger than a page is drawn smaller.
        crop_marks: Whether to mark where to cut.

    Raises:
        BlueprintError: There is no such paper.
    """
    sheet = paper_of(paper) if isinstance(paper, str) else paper
    made = plan(scene, sheet, landscape=landscape, margin=margin, points=points)
    shelved = shelves(scene, made.steps)
    cells = [(steps, lanes) for lanes in made.lanes for steps in made.steps]
    return tuple(
        _page(scene, made, shelved[steps], n, len(cells), steps, lanes, crop_marks=crop_marks)
        for n, (steps, lanes) in enumerate(cells, 1)
    )


def _page(
    scene: Scene,
    made: Plan,
    shelf: Shelf,
    number: int,
    count: int,
    steps: Part,
    lanes: Part,
    *,
    crop_marks: bool,
) -> Page:
    contents = Contents(scene, made, shelf, steps, lanes)
    windows = contents.windows()
    return Page(
        number=number,
        count=count,
        width=made.width,
        height=made.height,
        scale=made.scale,
        points=type_size_of(scene) * made.scale / MM_PER_POINT,
        heading=heading(scene, made, number, count, steps, lanes),
        steps=steps,
        lanes=lanes,
        windows=windows,
        seams=seams(shelf.edges, made, windows[0], steps, lanes),
        crop_marks=_crop_marks(made) if crop_marks else (),
        continued=contents.continued,
    )


def _crop_marks(made: Plan) -> tuple[tuple[Point, Point], ...]:
    """Return two short lines at each corner of what is printed."""
    left, top = made.margin, made.margin
    right, bottom = made.width - made.margin, made.height - made.margin
    reach = min(_CROP_LENGTH, made.margin - _CROP_AWAY - 1.0)
    marks: list[tuple[Point, Point]] = []
    for x, out in ((left, -1.0), (right, 1.0)):
        for y, up in ((top, -1.0), (bottom, 1.0)):
            marks.append(_mark((x, y), (out, 0.0), reach))
            marks.append(_mark((x, y), (0.0, up), reach))
    return tuple(marks)


def _mark(corner: Point, way: Point, reach: float) -> tuple[Point, Point]:
    far = _CROP_AWAY + reach
    return (
        (corner[0] + way[0] * _CROP_AWAY, corner[1] + way[1] * _CROP_AWAY),
        (corner[0] + way[0] * far, corner[1] + way[1] * far),
    )
