"""What `render` takes beside a file: themes, direction, parts, tracks, and paper."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from blueprint.cli.app import run

EXAMPLES = Path(__file__).parents[2] / "examples"
HOTEL = str(EXAMPLES / "city_hotel.blueprint.yaml")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def scene(out: Path, *options: str) -> dict[str, object]:
    assert run(["render", HOTEL, "-o", "x.scene.json", *options]) == 0
    read: dict[str, object] = json.loads((out / "x.scene.json").read_text("utf-8"))
    return read


def drawing(out: Path, *options: str) -> str:
    assert run(["render", HOTEL, "-o", "x.svg", *options]) == 0
    text = (out / "x.svg").read_text("utf-8")
    assert ET.fromstring(text).tag == f"{SVG}svg"
    return text


def test_every_theme_and_a_house_style_draw_something_else(out: Path) -> None:
    house = str(EXAMPLES / "harbour_house.theme.yaml")
    themes = ("light", "dark", "print", "large", house)
    assert len({drawing(out, "--theme", theme) for theme in themes}) == len(themes)


def test_down_turns_the_drawing_and_compact_makes_it_smaller(out: Path) -> None:
    across, down = scene(out), scene(out, "--down")
    assert across["orientation"] == "across"
    assert down["orientation"] == "down"
    assert across["width"] > down["width"]
    compact = scene(out, "--density", "compact")
    assert compact["width"] < across["width"]
    assert compact["height"] < across["height"]


def test_a_phase_alone_and_a_phase_folded(out: Path) -> None:
    assert [step["name"]["full"] for step in scene(out, "--phase", "stay")["steps"]] == [
        "Sleep & use room",
        "Eat breakfast",
    ]
    assert len(scene(out, "--fold", "stay", "--fold", "arrive")["steps"]) == 6
    assert len(scene(out, "--fold", "all")["steps"]) == 4


def test_tracks_can_be_named_all_or_none(out: Path) -> None:
    assert scene(out)["curve"]
    assert scene(out, "--tracks", "none")["curve"] is None
    assert scene(out, "--tracks", "all")["curve"]


def test_paper_gives_a_file_a_page_or_one_pdf(out: Path) -> None:
    assert run(["render", HOTEL, "-o", "x.svg", "--paper", "a4", "--crop-marks"]) == 0
    pages = sorted(out.glob("x-*.svg"))
    assert len(pages) > 1
    assert not (out / "x.svg").exists()
    assert run(["render", HOTEL, "-o", "x.pdf", "--paper", "a3", "--landscape"]) == 0
    assert (out / "x.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--theme", "drak"], 2, "did you mean dark"),
        (["--tracks", "money"], 2, "there are emotion, expectation, time, cost, metrics, needs"),
        (["--phase", "sty"], 2, "did you mean stay"),
        (["--department", "nobody"], 2, "no department “nobody”"),
        (["--fold", "staj"], 2, "did you mean stay"),
        (["--paper", "a5x"], 2, "a5x"),
        (["--landscape"], 2, "need --paper"),
        (["--scale", "2"], 2, "it is for png"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_nothing_is_written(
    out: Path, options: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", HOTEL, "-o", "x.svg", *options]) == code
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err
    assert not list(out.iterdir())


def test_a_character_that_no_font_has_is_warned_of(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("x.blueprint.yaml").write_text(
        "blueprint: Stay\nphases: {All: [{customer: Arrive 𓀀}]}\n", encoding="utf-8"
    )
    assert run(["render", "x.blueprint.yaml", "-o", "x.png"]) == 0
    err = capsys.readouterr().err
    assert "warning: no font has" in err
    assert "--font" in err


def test_what_is_wrong_is_told_in_the_language_asked_for(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("x.blueprint.yaml").write_text("blueprint: Stay\nphasen: {}\n", encoding="utf-8")
    assert run(["render", "x.blueprint.yaml", "-o", "x.svg", "--lang", "zh"]) == 2
    assert "未知的键" in capsys.readouterr().err
    assert run(["render", HOTEL, "-o", "x.svg", "--lang", "zh", "--phase", "nowhere"]) == 2
    assert "错误：图中没有阶段" in capsys.readouterr().err
