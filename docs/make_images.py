"""Draws the pictures of the documentation: ``python docs/make_images.py``."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from pathlib import Path

import blueprint
from blueprint.drawing import TRACKS
from blueprint.graph import Graph, graph_of
from blueprint.layout.selection import Selection

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
    pictures = {name: str(picture) for name, picture in drawn.items()}
    return pictures | {f"gallery/{name}": picture for name, picture in gallery().items()}


GALLERY = ("city_hotel", "hospital", "one_day_delivery", "bank_loan", "public_service")
"""The examples of the gallery."""
THEMES = ("light", "dark", "print")


def gallery() -> Mapping[str, str]:
    """Return the pictures of the gallery: every example in three themes, and some other ways."""
    examples = {name: _example(name) for name in GALLERY}
    drawn = {
        f"{name}.{theme}.svg": blueprint.draw(example, stem=stem, lang=lang, theme=theme)
        for name, (example, stem, lang) in examples.items()
        for theme in THEMES
    }
    loan, service = examples["bank_loan"][0], examples["public_service"][0]
    hotel = examples["city_hotel"][0]
    drawn |= {
        "bank_loan.tracks.svg": blueprint.draw(
            loan, lang="zh", select=Selection(phases=("apply",)), tracks=TRACKS, detail="full"
        ),
        "public_service.folded.svg": blueprint.draw(service, lang="en", fold=["all"]),
        "city_hotel.down.svg": blueprint.draw(hotel, orientation="down", density="compact"),
        "city_hotel.house.svg": blueprint.draw(
            hotel, theme=next((ROOT / "examples").glob("*.theme.yaml"))
        ),
    }
    return {name: str(picture) for name, picture in drawn.items()}


def _example(name: str) -> tuple[blueprint.Blueprint | Graph, str | None, str]:
    """Return an example, which file of it is drawn, and in which language."""
    folder = ROOT / "examples"
    if (folder / name).is_dir():
        return graph_of(blueprint.load_workspace(folder / name).scope), "delivery", "en"
    loaded = blueprint.load(folder / f"{name}.blueprint.yaml")
    return loaded, None, loaded.languages[0]


def _starter(lang: str) -> blueprint.Blueprint:
    """Return the blueprint that ``blueprint new`` writes."""
    written = resources.files("blueprint.cli").joinpath(f"starter.{lang}.yaml")
    return blueprint.load(written.read_text("utf-8"))


def main() -> None:
    """Write every picture into ``docs/images``."""
    (IMAGES / "gallery").mkdir(parents=True, exist_ok=True)
    for name, picture in images().items():
        (IMAGES / name).write_text(picture, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
