"""The logo of the house style beside this file: two sails over a wave, as a small PNG."""

from __future__ import annotations

import struct
import zlib
from math import hypot, sin
from pathlib import Path

HERE = Path(__file__).parent
SIDE = 192
FINE = 4
"""Each pixel is the mean of so many times as many points, so that edges are smooth."""

NONE = (255, 255, 255, 0)
TEAL = (22, 69, 77, 255)
GOLD = (233, 196, 106, 255)
PAPER = (255, 253, 248, 255)

Corner = tuple[float, float]
RADIUS = 0.5
SEA = 0.7
SAILS = (
    (((0.53, 0.2), (0.53, 0.64), (0.8, 0.64)), PAPER),
    (((0.49, 0.32), (0.29, 0.64), (0.49, 0.64)), GOLD),
)


def colour(x: float, y: float) -> tuple[int, int, int, int]:
    """Return the colour of a point; the picture is a square from 0 to 1."""
    if hypot(x - RADIUS, y - RADIUS) > RADIUS:
        return NONE
    if y > SEA + 0.025 * sin(20 * x):
        return GOLD
    return next((paint for corners, paint in SAILS if holds(corners, (x, y))), TEAL)


def holds(corners: tuple[Corner, Corner, Corner], point: Corner) -> bool:
    """Tell whether a point lies in a triangle: on the same side of its three borders."""
    ends = (*corners[1:], corners[0])
    sides = [
        (bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax)
        for (ax, ay), (bx, by) in zip(corners, ends, strict=True)
    ]
    return min(sides) >= 0 or max(sides) <= 0


def pixel(column: int, row: int) -> bytes:
    """Return one pixel, its transparency weighed in."""
    fine = [(n + 0.5) / FINE for n in range(FINE)]
    seen = [colour((column + dx) / SIDE, (row + dy) / SIDE) for dx in fine for dy in fine]
    weight = sum(point[3] for point in seen) or 1
    mean = [sum(point[n] * point[3] for point in seen) // weight for n in range(3)]
    return bytes([*mean, sum(point[3] for point in seen) // len(seen)])


def part(name: bytes, content: bytes) -> bytes:
    """Return one part of a PNG."""
    checksum = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checksum


def rows() -> bytes:
    """Return the lines of the picture as a PNG holds them, each with how it is filtered."""
    return b"".join(
        b"\0" + b"".join(pixel(column, row) for column in range(SIDE)) for row in range(SIDE)
    )


def png() -> bytes:
    """Return the logo."""
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows(), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(part(name, content) for name, content in parts)


if __name__ == "__main__":
    (HERE / "harbour_house.png").write_bytes(png())
