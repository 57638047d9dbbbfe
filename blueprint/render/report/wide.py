"""A wide drawing in a document: no smaller than can be read, to be moved sideways."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r'(?P<start><svg[^>]*? class="bp)(?P<to_width>"[^>]*? width=")(?P<width>[\d.]+)'
    r'(?P<to_height>" height=")(?P<height>[\d.]+)'
)
_READABLE = 0.55
"""How small a drawing may become before its texts can no longer be read."""

_MOST = 960.0
"""What every document has room for, in pixels; the style of documents says the same."""


def readable(drawings: str) -> str:
    """Return drawings as SVG that a document does not squeeze until nobody can read them.

    Examples:
        >>> readable('<svg class="bp" width="4000" height="800">')
        '<svg class="bp wide" width="2200" height="440">'
        >>> readable('<svg class="bp" width="1000" height="800">')
        '<svg class="bp" width="1000" height="800">'
    """
    return _OPENING.sub(_widened, drawings)


def _widened(opening: re.Match[str]) -> str:
    if float(opening["width"]) * _READABLE <= _MOST:
        return opening[0]
    width, height = (f"{_READABLE * float(opening[side]):.10g}" for side in ("width", "height"))
    return f"{opening['start']} wide{opening['to_width']}{width}{opening['to_height']}{height}"
