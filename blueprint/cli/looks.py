"""The options that say how a drawing is to look, shared by the commands that draw."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from blueprint.drawing import Looks

Command = Callable[..., Any]

theme_option = click.option(
    "--theme",
    metavar="THEME",
    help="light, dark, print, large, or a house style's NAME.theme.yaml.",
)
"""Adds ``--theme``."""

_OPTIONS = (
    theme_option,
    click.option("--down", is_flag=True, help="Steps from top to bottom, lanes side by side."),
    click.option(
        "--density", type=click.Choice(["roomy", "compact"]), help="Default: as the theme says."
    ),
    click.option(
        "--detail",
        type=click.Choice(["plain", "usual", "full"]),
        default="usual",
        help="How much each card shows. Default: usual.",
    ),
    click.option(
        "--tracks",
        metavar="LIST",
        default="emotion",
        help="Charts under the lanes, with commas: emotion, expectation, time, cost, metrics, "
        "needs; all; none. Default: emotion.",
    ),
    click.option("--scale", type=click.FloatRange(0.1, 10), help="Pixels for each unit of a PNG."),
    click.option(
        "--font",
        "fonts",
        multiple=True,
        metavar="PATH",
        help="A font file or folder beside the bundled ones, for PNG and PDF; again for more.",
    ),
)

_PARTS = (
    click.option("--phase", "phases", multiple=True, metavar="ID", help="Only this phase; again for more."),
    click.option("--persona", "personas", multiple=True, metavar="ID", help="Only the steps this persona lives through."),
    click.option("--department", "departments", multiple=True, metavar="ID", help="Only what this department does."),
    click.option("--depth", type=click.IntRange(min=0), help="And what is so many links away; alone: away from the customer."),
    click.option("--fold", "folded", multiple=True, metavar="ID", help="Draw this phase as one column; all for every one."),
)  # fmt: skip


def look_options(command: Command) -> Command:
    """Add the options of theme, direction, density, detail, tracks, scale and fonts."""
    return _added(command, _OPTIONS)


def part_options(command: Command) -> Command:
    """Add the options that select and fold."""
    return _added(command, _PARTS)


def _added(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def looks_of(asked: dict[str, Any]) -> Looks:
    """Return what a command's options ask of a drawing."""
    from blueprint.drawing import TRACKS

    words = [word.strip() for word in asked["tracks"].split(",") if word.strip()]
    tracks: dict[str, list[str]] = {"all": list(TRACKS), "none": []}
    looks: Looks = {
        "orientation": "down" if asked["down"] else "across",
        "density": asked["density"],
        "detail": asked["detail"],
        "tracks": [track for word in words for track in tracks.get(word, [word])],
        "scale": asked["scale"],
        "fonts": asked["fonts"],
    }
    if asked["theme"]:
        looks["theme"] = asked["theme"]
    if "folded" in asked:
        looks |= _part_of(asked)
    return looks


def _part_of(asked: dict[str, Any]) -> Looks:
    """Return what is to be selected and folded."""
    from blueprint.layout.selection import Selection

    return {
        "fold": asked["folded"],
        "select": Selection(
            phases=asked["phases"],
            personas=asked["personas"],
            departments=asked["departments"],
            depth=asked["depth"],
        ),
    }
