"""Drawing a blueprint: through view and scene to any format, in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack, get_args

from blueprint.errors import BlueprintError
from blueprint.layout.view import TrackKind
from blueprint.render.formats import Format, format_of
from blueprint.words import Phrase

if TYPE_CHECKING:
    from blueprint.graph import Graph
    from blueprint.layout.scene import Scene
    from blueprint.layout.selection import Selection
    from blueprint.layout.sizes import Density
    from blueprint.layout.view import Detail, Orientation, View
    from blueprint.model import Blueprint
    from blueprint.render.theme import Theme
    from blueprint.report import Overlay, Report

Track = Literal["emotion"] | TrackKind
"""A small chart under the lanes, on the same columns."""

TRACKS: tuple[Track, ...] = ("emotion", *get_args(TrackKind))


class Looks(TypedDict, total=False):
    """How a picture is to look; every key may be left out.

    Attributes:
        theme: ``light``, ``dark``, ``print``, ``large``, the path of a house style's
            ``NAME.theme.yaml``, or a theme from `load_theme`.
        orientation: ``across`` (steps from left to right) or ``down``.
        density: ``roomy`` or ``compact``; by default as the theme says.
        detail: How much each card shows: ``plain``, ``usual`` or ``full``.
        tracks: Charts under the lanes: ``emotion`` (shown by default), ``expectation``,
            ``time``, ``cost``, ``metrics``, ``needs``.
        select: The part of the blueprint to draw, laid out anew.
        fold: Phases, by id or name, that become one column each; ``all`` for every one.
        scale: Pixels for each unit of a PNG.
        fonts: Fonts beside the bundled ones, for PNG and PDF: files or folders.
    """

    theme: Theme | str | Path
    orientation: Orientation
    density: Density | None
    detail: Detail
    tracks: Iterable[str]
    select: Selection
    fold: Sequence[str]
    scale: float | None
    fonts: Sequence[str | Path]


def draw(
    source: Blueprint | Graph,
    format: str = "svg",  # noqa: A002  (what users call it)
    *,
    lang: str | Sequence[str] | None = None,
    stem: str | None = None,
    overlay: Overlay | None = None,
    reports: Sequence[Report] = (),
    **looks: Unpack[Looks],
) -> str | bytes:
    """Return a picture of a blueprint.

    Args:
        source: A blueprint, or the graph of a workspace.
        format: ``svg``, ``png``, ``pdf``, ``html`` (the interactive page), ``dot`` (for
            Graphviz to place), ``dot-pinned`` (placed, for ``neato -n2``), ``mmd`` or
            ``swimlane.mmd`` (Mermaid), ``md`` (tables and narrative), ``json`` (all that
            the picture shows) or ``scene.json`` (where everything in it stands).
        lang: Language of labels and texts; by default the blueprint's first. The page holds
            several, the first to begin with; by default all the blueprint's languages.
        stem: Which blueprint, where the graph holds several.
        overlay: What a report lights up, such as ``ripple(…).overlay``.
        reports: Reports that the page lists and lights up; other formats show none.
        **looks: How it looks: theme, orientation, density, detail, tracks, select, fold,
            scale, fonts; see `Looks`.

    Returns:
        Text, or bytes where the format is binary; the same ones on every run.

    Raises:
        InvalidBlueprintError: A name of the blueprint means nothing or two things.
        ReferenceNotFoundError: A phase, persona or department to select is not there.
        BlueprintError: There is no such format, theme or look; the message lists those
            there are.

    Examples:
        >>> from blueprint.model import Blueprint, Step
        >>> stay = Blueprint(blueprint="Stay", phases={"Arrival": [Step(customer="Arrive")]})
        >>> draw(stay, theme="dark", orientation="down").startswith("<svg")
        True
    """
    from blueprint.layout import layout

    chosen = format_of(format)
    theme = _theme(looks)
    view_in = _viewer(source, stem, overlay, looks, theme)
    languages = [lang] if isinstance(lang, str) else list(lang or _languages(source, stem))
    options = _options(chosen, looks, theme)
    match chosen.needs:
        case "view":
            return chosen.load()(view_in(languages[0]), **options)
        case "scene":
            return chosen.load()(layout(view_in(languages[0])), **options)
        case "page":
            from blueprint.layout.show.elements import elements_of
            from blueprint.page import Edition, page

            return page(
                [
                    Edition(
                        view=(view := view_in(tag)),
                        scene=layout(view),
                        elements=elements_of(source, lang=tag, stem=stem),
                        reports=reports,
                    )
                    for tag in languages
                ],
                **options,
            )


def draw_pages(
    source: Blueprint | Graph,
    paper: str = "a4",
    *,
    format: Literal["svg", "pdf"] = "svg",  # noqa: A002  (what users call it)
    landscape: bool | None = None,
    crop_marks: bool = False,
    lang: str | None = None,
    stem: str | None = None,
    overlay: Overlay | None = None,
    **looks: Unpack[Looks],
) -> tuple[str | bytes, ...]:
    """Return a blueprint on pages, cut between phases, each with lanes and steps named.

    Args:
        source: A blueprint, or the graph of a workspace.
        paper: ``a4``, ``a3``, ``letter`` …
        format: ``svg`` for one document a page, ``pdf`` for one file that holds them all.
        landscape: How the sheet lies; by default as needs the fewer pages.
        crop_marks: Whether to mark where to cut.
        lang: Language of labels and texts; by default the blueprint's first.
        stem: Which blueprint, where the graph holds several.
        overlay: What a report lights up.
        **looks: How it looks; see `Looks`.

    Raises:
        BlueprintError: There is no such paper; or as `draw` does.
    """
    from blueprint.layout import layout
    from blueprint.layout.paper.pages import pages
    from blueprint.render.svg_pages import svg_pages

    theme = _theme(looks)
    language = lang or _languages(source, stem)[0]
    scene = layout(_viewer(source, stem, overlay, looks, theme)(language))
    cut = pages(scene, paper, landscape=landscape, crop_marks=crop_marks)
    drawn = svg_pages(cut, theme=theme)
    if format_of(format).name == "svg":
        return drawn
    return (_bound(drawn, scene, looks),)


def _bound(drawn: Sequence[str], scene: Scene, looks: Looks) -> bytes:
    """Put pages into one PDF."""
    from blueprint.render.pdf import pdf_pages

    return pdf_pages(
        drawn,
        title=scene.title.full,
        lang=scene.lang,
        described=[scene.described] * len(drawn),
        fonts=looks.get("fonts") or (),
    )


def _viewer(
    source: Blueprint | Graph,
    stem: str | None,
    overlay: Overlay | None,
    looks: Looks,
    theme: Theme,
) -> Callable[[str], View]:
    """Return what makes the view in a language, with everything asked for."""
    from blueprint.layout.fold import fold
    from blueprint.layout.selection import Selection, select
    from blueprint.layout.show import view_of
    from blueprint.layout.sizes import Density, sizes_of
    from blueprint.layout.view import Detail, Orientation

    density = looks.get("density") or theme.density
    _one_of("density", density, get_args(Density))
    orientation = looks.get("orientation") or "across"
    _one_of("orientation", orientation, get_args(Orientation))
    detail = looks.get("detail") or "usual"
    _one_of("detail", detail, get_args(Detail))
    tracks = tuple(looks.get("tracks", ("emotion",)))
    for track in tracks:
        _one_of("chart", track, TRACKS)

    def made(lang: str) -> View:
        view = view_of(source, lang=lang, stem=stem, overlay=overlay, tracks=tracks)
        view = select(view, looks.get("select") or Selection())
        view = fold(view, looks.get("fold") or ())
        sizes = sizes_of(density, type_scale=theme.type_scale)
        return replace(
            view, orientation=orientation, detail=detail, sizes=sizes, logo=theme.logo_aspect
        )

    return made


def _one_of(what: str, asked: str, known: Sequence[str]) -> None:
    if asked not in known:
        raise BlueprintError(
            Phrase.of(
                "there is no {what} “{asked}”; there are {known}",
                what=Phrase.of(what),
                asked=asked,
                known=", ".join(known),
            )
        )


def _theme(looks: Looks) -> Theme:
    from blueprint.render.theme import Theme
    from blueprint.theming import theme_of

    asked = looks.get("theme") or "light"
    return asked if isinstance(asked, Theme) else theme_of(asked)


def _options(chosen: Format, looks: Looks, theme: Theme) -> dict[str, Any]:
    """Return what the format's renderer is to be told; only what it takes may be asked."""
    given: Mapping[str, Any] = {
        "theme": theme if "theme" in chosen.takes or looks.get("theme") else None,
        "scale": looks.get("scale"),
        "fonts": tuple(looks.get("fonts") or ()),
    }
    return chosen.options(given)


def _languages(source: Blueprint | Graph, stem: str | None) -> Sequence[str]:
    from blueprint.model import Blueprint

    if isinstance(source, Blueprint):
        return source.languages or ("en",)
    blueprints = source.scope.blueprints
    chosen = stem if stem is not None and stem in blueprints else next(iter(blueprints))
    return blueprints[chosen].languages or ("en",)
