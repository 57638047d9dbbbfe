"""Draws the pictures of the documentation: ``python docs/make_images.py``."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from pathlib import Path

import blueprint
from blueprint.graph import graph_of

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"


def images() -> Mapping[str, str]:
    """Return every picture of the documentation, by the name of its file."""
    stay = blueprint.load(ROOT / "examples" / "hotel_stay.blueprint.yaml")
    cafe, cafe_zh = _starter("en"), _starter("zh")
    chain = blueprint.load_workspace(ROOT / "examples" / "one_day_delivery")
    till = blueprint.ripple(cafe, ["till"], direction="disruption")
    within_a_day = blueprint.ripple(chain, change=chain.changes["deliver_within_a_day"])
    drawn = {
        "hotel_stay.svg": blueprint.draw(stay, lang="en"),
        "hotel_stay.zh.svg": blueprint.draw(stay, lang="zh"),
        "cafe.svg": blueprint.draw(cafe),
        "cafe.zh.svg": blueprint.draw(cafe_zh),
        "cafe_till.svg": blueprint.draw(cafe, overlay=till.overlay),
        "delivery_within_a_day.svg": blueprint.draw(
            graph_of(chain.scope), stem="delivery", lang="en", overlay=within_a_day.overlay
        ),
    }
    return {name: str(picture) for name, picture in drawn.items()}


def _starter(lang: str) -> blueprint.Blueprint:
    """Return the blueprint that ``blueprint new`` writes."""
    written = resources.files("blueprint.cli").joinpath(f"starter.{lang}.yaml")
    return blueprint.load(written.read_text("utf-8"))


def main() -> None:
    """Write every picture into ``docs/images``."""
    IMAGES.mkdir(exist_ok=True)
    for name, picture in images().items():
        (IMAGES / name).write_text(picture, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
