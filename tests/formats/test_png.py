"""PNG: right without any font of the machine, held to a size, clear about what it lacks."""

from __future__ import annotations

import hashlib
import struct
import subprocess
import sys
import zlib
from dataclasses import replace

import pytest

from blueprint.errors import BlueprintError, BlueprintWarning
from blueprint.layout.scene import Scene
from blueprint.render import extras
from blueprint.render.png import MOST_PIXELS, png
from blueprint.render.themes.dark import DARK
from tests.formats.scenes import of_one_card


def size(picture: bytes) -> tuple[int, int]:
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">LL", picture[16:24])
    return width, height


def first_pixel(picture: bytes) -> bytes:
    at, data = 8, b""
    while at < len(picture):
        (length,) = struct.unpack_from(">L", picture, at)
        if picture[at + 4 : at + 8] == b"IDAT":
            data += picture[at + 8 : at + 8 + length]
        at += length + 12
    return zlib.decompress(data)[1:4]


def test_it_is_as_large_as_the_scene_times_the_scale() -> None:
    scene = of_one_card("Pays")
    for scale in (0.5, 1.0, 3.7):
        width, height = size(png(scene, scale=scale))
        assert abs(width - scene.width * scale) <= 1
        assert abs(height - scene.height * scale) <= 1


def test_it_is_the_same_bytes_on_every_run_and_in_every_theme_others() -> None:
    scene = of_one_card("Pays")
    assert png(scene) == png(scene)
    assert first_pixel(png(scene)) == b"\xff\xff\xff"
    assert first_pixel(png(scene, theme=DARK)) != b"\xff\xff\xff"


def test_no_font_of_the_machine_is_used() -> None:
    script = (
        "import hashlib; from blueprint.render.png import png;"
        "from tests.formats.scenes import of_one_card;"
        "print(hashlib.sha256(png(of_one_card('Zahlt 微信支付', 'zh'))).hexdigest())"
    )
    hidden = {"HOME": "/nowhere", "FONTCONFIG_FILE": "/nowhere", "PATH": "", "PYTHONPATH": "."}
    done = subprocess.run(
        [sys.executable, "-c", script], env=hidden, capture_output=True, text=True, check=True
    )
    here = hashlib.sha256(png(of_one_card("Zahlt 微信支付", "zh"))).hexdigest()
    assert done.stdout.strip() == here


@pytest.mark.parametrize("text", ["微信支付", "預約掛號", "Zahlt über Ж Ω", "✓ ① ★"])
def test_each_sign_has_a_shape_of_its_own(text: str) -> None:
    assert png(of_one_card(text)) != png(of_one_card(text[::-1]))


@pytest.mark.parametrize("scale", [0, -1, 0.05, 10.5, float("nan"), float("inf")])
def test_a_scale_out_of_bounds_is_refused(scale: float) -> None:
    with pytest.raises(BlueprintError, match="a scale is a number from 0.1 to 10, not"):
        png(of_one_card("Pays"), scale=scale)


def test_a_picture_too_large_is_refused_and_the_scale_it_names_fits() -> None:
    large: Scene = replace(of_one_card("Pays"), width=60_000.0, height=2_000.0)
    with pytest.raises(BlueprintError, match="120000 × 4000 pixels, more than 100 million") as told:
        png(large, scale=2)
    fits = float(str(told.value).partition("a scale of ")[2].split()[0])
    assert large.width * large.height * fits**2 <= MOST_PIXELS


def test_what_cannot_be_drawn_is_warned_of_once() -> None:
    with pytest.warns(BlueprintWarning, match="no font has “🧾” U\\+1F9FE") as caught:
        png(of_one_card("Pays 🧾"))
    assert len(caught) == 1


def test_without_its_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(BlueprintError, match=r'pip install "service-blueprint\[png\]"'):
        png(of_one_card("Pays"))
    with pytest.raises(BlueprintError, match="drawing X needs"):
        extras.package("no_such_package", extra="x", what="X")
