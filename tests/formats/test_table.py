"""The table of formats: endings, options and what they need."""

from __future__ import annotations

import re
import tomllib

import pytest
from click.testing import CliRunner

from blueprint.cli.app import cli
from blueprint.errors import BlueprintError
from blueprint.render.formats import FORMATS, format_of, format_of_file, listed
from tests.formats.scenes import EXAMPLES


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("hotel.svg", "svg"),
        ("Hotel.PNG", "png"),
        ("plans/v1.2/hotel.scene.json", "scene.json"),
        ("hotel.json", "json"),
        ("my.scene.notes.json", "json"),
        ("hotel.swimlane.mmd", "swimlane.mmd"),
        ("hotel.blueprint.mmd", "mmd"),
        ("hotel.dot-pinned", "dot-pinned"),
        ("a.b.htm", "html"),
    ],
)
def test_a_file_names_its_format_by_its_longest_ending(file: str, name: str) -> None:
    assert format_of_file(file).name == name


@pytest.mark.parametrize(
    "file", ["hotel", "hotel.", "hotel.exe", "scene.json/hotel", ".svg.bak", ""]
)
def test_a_file_without_a_known_ending_is_told_the_formats(file: str) -> None:
    with pytest.raises(BlueprintError, match=re.escape(listed())):
        format_of_file(file)


def test_no_two_formats_share_a_name_or_ending() -> None:
    words = [word for format_ in FORMATS for word in (format_.name, *format_.also)]
    assert len(words) == len(set(words))


def test_options_that_were_not_given_are_left_out_and_others_kept() -> None:
    given = {"theme": "dark", "scale": None, "fonts": ()}
    assert format_of("png").options(given) == {"theme": "dark"}
    assert format_of("png").options({"scale": 2.0}) == {"scale": 2.0}


def test_an_option_that_a_format_does_not_know_is_refused_with_those_that_do() -> None:
    with pytest.raises(BlueprintError, match="svg takes no scale; it is for png"):
        format_of("svg").options({"scale": 2.0})
    with pytest.raises(BlueprintError, match="md takes no fonts; it is for png, pdf"):
        format_of("md").options({"fonts": ("a.ttf",)})


def test_every_extra_a_format_needs_can_be_installed() -> None:
    project = tomllib.loads((EXAMPLES.parent / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    for format_ in FORMATS:
        if format_.extra:
            assert set(extras[format_.extra]) <= set(extras["dev"])


def test_the_help_of_render_lists_every_format() -> None:
    said = CliRunner().invoke(cli, ["render", "--help"]).output
    assert listed() in " ".join(said.split())
