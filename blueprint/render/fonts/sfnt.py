"""Reads of a font file what is needed to choose it: family, weight, and its characters."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from blueprint.errors import FileError
from blueprint.words import Phrase

_COLLECTION = b"ttcf"
_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_ENGLISH = 0x409
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_WINDOWS = 3
_UNICODE_MAPS = {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}
_BMP_MAP, _FULL_MAP = 4, 12
_LAST_CODE_POINT = 0x10FFFF


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One face of a font file.

    Attributes:
        path: The file.
        family: The family's name.
        weight: 400 is regular, 700 bold.
        characters: Code points it has a glyph for.
    """

    path: Path
    family: str
    weight: int
    characters: frozenset[int]


def faces_in(path: Path) -> tuple[Face, ...]:
    """Return the faces of a TrueType or OpenType file; a collection has several.

    Raises:
        FileError: The file is missing, or is no such font.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        said = Phrase.of("cannot read the font {file}: {why}", file=str(path), why=_why(error))
        raise FileError(said) from error
    try:
        return tuple(_face(path, data, at) for at in _starts(data))
    except (struct.error, UnicodeDecodeError, LookupError, ValueError) as error:
        said = Phrase.of(
            "{file} is no TrueType or OpenType font (.ttf, .otf, .ttc)", file=str(path)
        )
        raise FileError(said) from error


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _starts(data: bytes) -> tuple[int, ...]:
    if data[:4] != _COLLECTION:
        return (0,)
    (count,) = struct.unpack_from(">L", data, 8)
    return struct.unpack_from(f">{count}L", data, 12)


def _face(path: Path, data: bytes, start: int) -> Face:
    if data[start : start + 4] not in _KINDS:
        raise ValueError("no font")
    (count,) = struct.unpack_from(">H", data, start + 4)
    tables: dict[bytes, int] = {}
    for n in range(count):
        name, _, offset, _ = struct.unpack_from(">4sLLL", data, start + 12 + 16 * n)
        tables[name] = offset
    (weight,) = struct.unpack_from(">H", data, tables[b"OS/2"] + 4)
    return Face(
        path=path,
        family=_family(data, tables[b"name"]),
        weight=weight,
        characters=frozenset(_characters(data, tables[b"cmap"])),
    )


def _family(data: bytes, table: int) -> str:
    count, texts = struct.unpack_from(">HH", data, table + 2)
    found: dict[int, str] = {}
    for n in range(count):
        platform, _, language, name, length, offset = struct.unpack_from(
            ">6H", data, table + 6 + 12 * n
        )
        if platform == _WINDOWS and name in (_FAMILY, _TYPOGRAPHIC_FAMILY):
            at = table + texts + offset
            text = data[at : at + length].decode("utf-16-be")
            if language == _ENGLISH or name not in found:
                found[name] = text
    return found.get(_TYPOGRAPHIC_FAMILY) or found[_FAMILY]


def _characters(data: bytes, table: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", data, table + 2)
    maps: dict[int, int] = {}
    for n in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", data, table + 4 + 8 * n)
        if (platform, encoding) in _UNICODE_MAPS:
            maps[struct.unpack_from(">H", data, table + offset)[0]] = table + offset
    if _FULL_MAP in maps:
        yield from _of_full_map(data, maps[_FULL_MAP])
    elif _BMP_MAP in maps:
        yield from _of_bmp_map(data, maps[_BMP_MAP])


def _of_full_map(data: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">L", data, at + 12)
    for n in range(count):
        first, last, glyph = struct.unpack_from(">LLL", data, at + 16 + 12 * n)
        if last > _LAST_CODE_POINT:
            raise ValueError("no code point")
        yield from range(first + (glyph == 0), last + 1)


def _of_bmp_map(data: bytes, at: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", data, at + 6)
    count = twice // 2
    lasts = struct.unpack_from(f">{count}H", data, at + 14)
    firsts = struct.unpack_from(f">{count}H", data, at + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", data, at + 16 + 2 * twice)
    offsets_at = at + 16 + 3 * twice
    offsets = struct.unpack_from(f">{count}H", data, offsets_at)
    for n, (first, last, delta, offset) in enumerate(
        zip(firsts, lasts, deltas, offsets, strict=True)
    ):
        for code in range(first, last + 1):
            glyph = code
            if offset:
                where = offsets_at + 2 * n + offset + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", data, where)
            if (glyph + delta) % 0x10000 and (glyph or not offset):
                yield code
