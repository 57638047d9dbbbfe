"""Data on its way into a ``<script>`` of a page."""

from __future__ import annotations

import json
from typing import Any, Final

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
