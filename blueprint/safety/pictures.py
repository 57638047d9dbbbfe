"""Pictures that files name: PNG or JPEG, looked through, with nothing kept that draws nothing."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from blueprint.errors import FileError
from blueprint.safety.limits import MAX_PICTURE_BYTES, MAX_PICTURE_SIDE
from blueprint.words import Phrase

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"IDAT", b"IEND"})
_PNG_AROUND: Final = 12
"""Bytes of a part of a PNG beside its content: its length, its name, its checksum."""
_JPEG: Final = b"\xff\xd8"
_SCAN: Final = 0xDA
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_DROPPED: Final = frozenset(range(0xE1, 0xF0)) - {0xEE} | {0xFE}
"""Parts of a JPEG that describe it: camera, place, comments. 0xEE tells how colours are stored."""


class PictureError(FileError):
    """Bytes are no picture that may be drawn.

    Attributes:
        phrase: Why not, for those who want it in another language.
    """

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase)
        self.phrase = phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture to be drawn.

    Attributes:
        media: Its media type.
        data: Its bytes.
        width: Its width in pixels.
        height: Its height in pixels.
    """

    media: Literal["image/png", "image/jpeg"]
    data: bytes
    width: int
    height: int

    @property
    def aspect(self) -> float:
        """How wide it is for its height."""
        return self.width / self.height

    @property
    def uri(self) -> str:
        """The picture as an address that holds all of it."""
        return f"data:{self.media};base64,{base64.b64encode(self.data).decode('ascii')}"


def picture_of(data: bytes) -> Picture:
    """Return the picture that bytes are, without its descriptions and comments.

    Args:
        data: The content of a PNG or JPEG file.

    Raises:
        PictureError: It is too large, neither PNG nor JPEG, or damaged.
    """
    if len(data) > MAX_PICTURE_BYTES:
        most = str(MAX_PICTURE_BYTES // 1024)
        raise PictureError(Phrase.of("the picture has more than {most} KiB", most=most))
    try:
        if data.startswith(_PNG):
            return _sized(_png(data))
        if data.startswith(_JPEG):
            return _sized(_jpeg(data))
    except (IndexError, ValueError):
        raise PictureError(Phrase.of("the picture is damaged")) from None
    raise PictureError(Phrase.of("the picture is neither PNG nor JPEG"))


def _sized(picture: Picture) -> Picture:
    if not (picture.width and picture.height):
        raise ValueError
    if max(picture.width, picture.height) > MAX_PICTURE_SIDE:
        most = str(MAX_PICTURE_SIDE)
        raise PictureError(
            Phrase.of("the picture is wider or higher than {most} pixels", most=most)
        )
    return picture


def _png(data: bytes) -> Picture:
    parts = list(_png_parts(data))
    if not parts or parts[0][0] != b"IHDR" or parts[-1][0] != b"IEND":
        raise ValueError
    header = parts[0][1]
    kept = b"".join(whole for name, _, whole in parts if name in _PNG_KEPT)
    return Picture(
        media="image/png",
        data=_PNG + kept,
        width=int.from_bytes(header[:4]),
        height=int.from_bytes(header[4:8]),
    )


def _png_parts(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Go through the parts of a PNG up to its end: name, content, and the part as it is."""
    at = len(_PNG)
    name = b""
    while name != b"IEND":
        length = int.from_bytes(data[at : at + 4])
        whole = data[at : at + length + _PNG_AROUND]
        if len(whole) < length + _PNG_AROUND:
            raise ValueError
        name, content = whole[4:8], whole[8:-4]
        if zlib.crc32(whole[4:-4]) != int.from_bytes(whole[-4:]):
            raise ValueError
        yield name, content, whole
        at += len(whole)


def _jpeg(data: bytes) -> Picture:
    kept, at, size = [_JPEG], len(_JPEG), (0, 0)
    while True:
        if data[at] != 0xFF:  # noqa: PLR2004  (every part begins with it)
            raise ValueError
        kind = data[at + 1]
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if kind == _SCAN:
            break
        if not at + 4 <= end <= len(data):
            raise ValueError
        if kind in _FRAMES:
            size = int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        if kind not in _JPEG_DROPPED:
            kept.append(data[at:end])
        at = end
    last = data.rindex(b"\xff\xd9") + 2
    kept.append(data[at:last])
    return Picture(media="image/jpeg", data=b"".join(kept), width=size[0], height=size[1])
