"""Data and markup on their way into a ``<script>`` of a page."""

from __future__ import annotations

import json
import re
from typing import Any, Final

_ENDS: Final = re.compile(r"<(\\*)(?=/?script|!--)", re.IGNORECASE)
_MARKUP: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def json_for_script(data: Any) -> str:  # noqa: ANN401  (JSON data)
    r"""Return ``data`` as JSON that can stand in a script: ASCII, no ``<``, ``>`` or ``&``.

    Args:
        data: Anything that ``json`` can write; numbers must be finite.

    Raises:
        ValueError: A number is not finite.

    Examples:
        >>> print(json_for_script({"name": "</b> & 店"}))
        {"name":"\u003c/b\u003e \u0026 \u5e97"}
    """
    written = json.dumps(data, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return written.translate(_MARKUP)


def markup_for_script(markup: str) -> str:
    r"""Return markup as text that can wait in a script that does not run.

    What would end the script, or begin another in it, gets a backslash more; the page takes
    one away again before it reads the markup. What waits may itself hold what waits.

    Examples:
        >>> print(markup_for_script("<p>店</p><script>1</script>"))
        <p>店</p><\script>1<\/script>
        >>> print(markup_for_script(markup_for_script("</script>")))
        <\\/script>
    """
    return _ENDS.sub(r"<\\\1", markup)
