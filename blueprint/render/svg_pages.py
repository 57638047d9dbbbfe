"""Pages in SVG: each a document of its own in millimetres, as large as its sheet."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.paper.content import Window
from blueprint.layout.paper.pages import Page
from blueprint.layout.paper.seams import Seam, Way
from blueprint.layout.scene import Point
from blueprint.render.svg import content, is_chinese
from blueprint.render.svg_frame import logo_image
from blueprint.render.svg_writer import at, id_prefix, number, tag, text_block, title, words
from blueprint.render.theme import Theme
from blueprint.render.themes.light import LIGHT

_MARK = 1.05
_CROP = 0.15


def svg_pages(pages: Sequence[Page], *, theme: Theme = LIGHT) -> tuple[str, ...]:
    """Draw pages as SVG documents, one each.

    Args:
        pages: The pages of one scene.
        theme: How they look.
    """
    return tuple(svg_page(page, theme=theme) for page in pages)


def svg_page(page: Page, *, theme: Theme = LIGHT) -> str:
    """Draw one page as an SVG document of its own."""
    scene = page.windows[0].content
    prefix = f"{id_prefix(scene.id)}-p{page.number}"
    heading = page.heading
    body = [
        tag("title", words(f"{heading.title.full}, {heading.number.full}"), id=f"{prefix}-title"),
        tag("desc", words(scene.described), id=f"{prefix}-desc"),
        tag("rect", class_="bp-paper", width=page.width, height=page.height, fill=theme.paper),
        *(text_block(text, theme) for text in (heading.title, heading.shown, heading.number)),
        logo_image(heading.logo, theme),
        *(_window(window, theme, prefix) for window in page.windows),
        *(_seam(seam, theme) for seam in page.seams),
        *(_crop_mark(mark, theme) for mark in page.crop_marks),
    ]
    return tag(
        "svg",
        "\n",
        "\n".join(part for part in body if part),
        "\n",
        xmlns="http://www.w3.org/2000/svg",
        class_="bp bp-page",
        viewBox=f"0 0 {number(page.width)} {number(page.height)}",
        width=f"{number(page.width)}mm",
        height=f"{number(page.height)}mm",
        lang=scene.lang,
        font_family=theme.fonts(chinese=is_chinese(scene)),
        role="graphics-document document",
        aria_labelledby=f"{prefix}-title",
        aria_describedby=f"{prefix}-desc",
    )


def _window(window: Window, theme: Theme, prefix: str) -> str:
    """Draw a part of the drawing; what reaches out of it is cut off."""
    place, view = window.place, window.view
    drawn = "\n".join(part for part in content(window.content, theme, prefix) if part)
    if not drawn or not place.width or not place.height:
        return ""
    return tag(
        "svg",
        drawn,
        class_=f"bp-window bp-window-{window.kind}",
        x=place.x,
        y=place.y,
        width=place.width,
        height=place.height,
        viewBox=" ".join(number(n) for n in (view.x, view.y, view.width, view.height)),
        preserveAspectRatio="none",
        overflow="hidden",
    )


def _seam(seam: Seam, theme: Theme) -> str:
    """Draw a small triangle that points where the link goes."""
    colour = theme.marks["reached"].colour if seam.lit else theme.edges[seam.kind].colour
    return tag(
        "g",
        title(seam.told),
        tag("path", d=_triangle(seam.centre, seam.way), fill=colour),
        class_="bp-seam",
    )


def _triangle(centre: Point, way: Way) -> str:
    x, y = centre
    ahead, side = _MARK, _MARK * 0.85
    match way:
        case "right":
            points = ((x + ahead, y), (x - ahead, y - side), (x - ahead, y + side))
        case "left":
            points = ((x - ahead, y), (x + ahead, y - side), (x + ahead, y + side))
        case "down":
            points = ((x, y + ahead), (x - side, y - ahead), (x + side, y - ahead))
        case "up":
            points = ((x, y - ahead), (x - side, y + ahead), (x + side, y + ahead))
    return "M" + "L".join(at(point) for point in points) + "z"


def _crop_mark(mark: tuple[Point, Point], theme: Theme) -> str:
    return tag(
        "path",
        class_="bp-crop",
        d=f"M{at(mark[0])}L{at(mark[1])}",
        fill="none",
        stroke=theme.ink,
        stroke_width=_CROP,
    )
