"""Pictures are what they say, small enough, and tell nothing but what they draw."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.safety.limits import MAX_PICTURE_BYTES
from blueprint.safety.pictures import Picture, PictureError, picture_of


def part(name: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checksum


def png(wide: int = 3, high: int = 2, *more: bytes) -> bytes:
    rows = zlib.compress(b"".join(b"\0" + bytes(3 * min(wide, 9)) for _ in range(min(high, 9))))
    parts = [part(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)), *more]
    parts += [part(b"IDAT", rows), part(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def segment(kind: int, content: bytes) -> bytes:
    return bytes([0xFF, kind]) + struct.pack(">H", len(content) + 2) + content


def jpeg(wide: int = 5, high: int = 4, *more: bytes) -> bytes:
    frame = segment(0xC0, struct.pack(">BHHB", 8, high, wide, 3) + bytes(9))
    scan = segment(0xDA, bytes(10)) + b"\x12\x34\xff\x00\x56"
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0") + b"".join(more) + frame + scan + b"\xff\xd9"


def test_a_png_is_kept_as_it_is() -> None:
    assert picture_of(png()) == Picture(media="image/png", data=png(), width=3, height=2)


def test_a_jpeg_is_kept_as_it_is() -> None:
    assert picture_of(jpeg()) == Picture(media="image/jpeg", data=jpeg(), width=5, height=4)


def test_what_a_png_tells_beside_its_picture_is_dropped() -> None:
    told = png(
        3, 2, part(b"tEXt", b"Author\0me"), part(b"eXIf", b"place"), part(b"acTL", b"12345678")
    )
    assert picture_of(told).data == png()
    assert picture_of(png() + b"<script>alert(1)</script>").data == png()


def test_what_a_jpeg_tells_beside_its_picture_is_dropped() -> None:
    told = jpeg(
        5, 4, segment(0xE1, b"Exif\0\0place"), segment(0xFE, b"by me"), segment(0xED, b"8BIM")
    )
    assert picture_of(told).data == jpeg()
    assert picture_of(jpeg() + b"<script>alert(1)</script>").data == jpeg()


def test_the_address_holds_all_of_it() -> None:
    assert picture_of(png()).uri.startswith("data:image/png;base64,iVBORw0KGgo")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "neither PNG nor JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither PNG nor JPEG"),
        (b"GIF89a" + bytes(20), "neither PNG nor JPEG"),
        (png() + bytes(MAX_PICTURE_BYTES), "more than 512 KiB"),
        (png(2049, 2), "than 2048 pixels"),
        (png(2, 5000), "than 2048 pixels"),
        (jpeg(4000, 10), "than 2048 pixels"),
        (png(0, 2), "damaged"),
        (png()[:-5], "damaged"),
        (png().replace(b"IDAT", b"IDAX"), "damaged"),
        (b"\x89PNG\r\n\x1a\n" + part(b"IEND", b""), "damaged"),
        (jpeg()[:20], "damaged"),
        (jpeg()[:-2], "damaged"),
        (b"\xff\xd8\xff\xd9", "damaged"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(PictureError, match=said):
        picture_of(data)


@given(st.sampled_from([png(), jpeg(), b""]), st.binary(max_size=40), st.integers(0, 80))
def test_any_bytes_are_a_picture_or_are_refused(start: bytes, more: bytes, at: int) -> None:
    data = start[:at] + more + start[at + len(more) :]
    try:
        found = picture_of(data)
    except PictureError:
        return
    assert len(found.data) <= len(data)
    assert 0 < found.width <= 2048
