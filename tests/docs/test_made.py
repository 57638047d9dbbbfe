"""What scripts write into the documentation is what they would write today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import click
import pytest

from blueprint import draw, load
from blueprint.cli.app import COMMANDS, cli
from blueprint.files.schema import schema_of
from blueprint.model import LINK_KINDS
from tests.docs.made import script
from tests.docs.pages import DOCS, PAGES

REFERENCE = sorted((DOCS / "reference").glob("*.md"))
FORMAT = DOCS / "reference" / "format.md"
EVERY_SIGN = """
blueprint: Everything a card can show
source: Made up
channels: {a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H}
phases:
  Phase:
    - customer: {name: Waits, pain: Queue, fails: Leaves, moment_of_truth: true}
      evidence: {name: Sign, status: removed}
      channels: [a, b, c, d, e, f, g, h]
      frontstage: {name: Greets, status: proposed}
      backstage: {name: Counts, status: removed, actor: technology}
      time: {waiting: 2 min}
"""


@pytest.mark.parametrize("page", REFERENCE, ids=lambda page: page.name)
def test_the_reference_says_what_the_code_says(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text = page.read_text("utf-8")
    assert text == script("make_reference", monkeypatch).refreshed(text), (
        "run: python docs/make_reference.py"
    )


def test_the_pictures_are_what_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    made = script("make_images", monkeypatch)
    drawn = made.images()
    there = [path.relative_to(made.IMAGES) for path in made.IMAGES.rglob("*.*")]
    assert sorted(path.as_posix() for path in there) == sorted(drawn)
    for name, picture in drawn.items():
        assert (made.IMAGES / name).read_bytes() == picture.encode(), (
            f"{name}: run python docs/make_images.py"
        )


@pytest.mark.parametrize("kind", ["blueprint", "catalog", "change"])
def test_every_key_of_the_schema_is_in_the_tables_of_the_format(kind: str) -> None:
    told = set(re.findall(r"^\| `(\w+)` \|", FORMAT.read_text("utf-8"), re.MULTILINE))
    told |= set(re.findall(r"also written `(\w+)`", FORMAT.read_text("utf-8")))
    assert set(_keys(schema_of(kind))) <= told


def test_every_key_of_a_theme_file_is_told_of() -> None:
    page = (DOCS / "reference" / "theme-file.md").read_text("utf-8")
    assert set(_keys(schema_of("theme"))) <= set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_told_of(name: str) -> None:
    pages = "\n".join(page.read_text("utf-8") for page in PAGES)
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert f"blueprint {name}" in pages
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert all(option in pages for option in parameter.opts)


def test_where_every_kind_of_link_comes_from_is_told() -> None:
    page = (DOCS / "reference" / "links.md").read_text("utf-8")
    told = page.partition("## Where each kind comes from")[2]
    assert re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE) == list(LINK_KINDS)


def test_every_class_in_the_pictures_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (DOCS / "reference" / "output-formats.md").read_text("utf-8")
    told = set(re.findall(r"`(bp[\w-]*)`", page))
    families = ("bp-lane-", "bp-kind-", "bp-line-", "bp-actor-", "bp-status-", "bp-role-",
                "bp-tone-", "bp-track-", "bp-word-")  # fmt: skip
    moods = {"bp-happy", "bp-unhappy", "bp-neutral"}
    pictures = [*script("make_images", monkeypatch).images().values(), str(draw(load(EVERY_SIGN)))]
    for picture in pictures:
        classes = {c for found in re.findall(r' class="([^"]*)"', picture) for c in found.split()}
        assert {
            c for c in classes - moods if not (c.startswith(families) or c.endswith("-sign"))
        } <= told
        data = set(re.findall(r" (data-[a-z]+)=", picture))
        assert data <= set(re.findall(r"`(data-[a-z]+)`", page))


def _keys(schema: Any) -> Iterator[str]:
    match schema:
        case dict():
            properties = schema.get("properties", {})
            yield from properties
            for part in [
                *properties.values(),
                *(v for k, v in schema.items() if k != "properties"),
            ]:
                yield from _keys(part)
        case list():
            for part in schema:
                yield from _keys(part)
        case _:
            return
