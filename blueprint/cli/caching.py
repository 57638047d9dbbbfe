"""Where the command keeps what it has read."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_NAME = "service-blueprint"


def cache_folder(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Path | None:
    """Return the folder that keeps what was read; ``None`` where nothing is to be kept.

    ``BLUEPRINT_CACHE`` names it, or is ``off``; else it is where the system has such folders.

    Args:
        environment: The variables of the environment.
        platform: The system, as Python calls it.

    Examples:
        >>> cache_folder({"BLUEPRINT_CACHE": "off"}) is None
        True
        >>> cache_folder({"XDG_CACHE_HOME": "/var/tmp/me"}, "linux").as_posix()
        '/var/tmp/me/service-blueprint'
    """
    said = environment.get("BLUEPRINT_CACHE", "").strip()
    if said:
        return None if said.lower() == "off" else Path(said)
    if platform == "win32" and environment.get("LOCALAPPDATA"):
        return Path(environment["LOCALAPPDATA"]) / _NAME / "Cache"
    if environment.get("XDG_CACHE_HOME"):
        return Path(environment["XDG_CACHE_HOME"]) / _NAME
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if platform == "darwin" else ".cache") / _NAME
