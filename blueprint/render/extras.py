"""Packages that only some formats need, and what to install where one is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from blueprint.errors import BlueprintError
from blueprint.words import Phrase


def package(module: str, *, extra: str, what: str) -> Any:  # noqa: ANN401  (a module)
    """Return a package that comes with one of the extras.

    Args:
        module: Its name in Python.
        extra: The extra that brings it.
        what: What it is needed for.

    Raises:
        BlueprintError: It is not installed; the message says how to.
    """
    try:
        return import_module(module)
    except ImportError as error:
        said = 'drawing {what} needs one more package: pip install "service-blueprint[{extra}]"'
        raise BlueprintError(Phrase.of(said, what=what, extra=extra)) from error
