"""JSON from a view: everything the picture shows, as data for other programs."""

from __future__ import annotations

import json
import re

from blueprint.layout.view import View
from blueprint.report import plain

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def view_json(view: View) -> str:
    """Write a view as JSON.

    Args:
        view: What the picture shows.

    Returns:
        The data, in the order of the view, its sentences in the view's language.
    """
    written = json.dumps(plain(view, view.lang), ensure_ascii=False, indent=2, allow_nan=False)
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n"
