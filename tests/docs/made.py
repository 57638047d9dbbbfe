"""The scripts of the documentation, which are no package."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

import pytest

from tests.docs.pages import DOCS


def script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return a script of ``docs/`` as a module."""
    monkeypatch.syspath_prepend(str(DOCS))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return importlib.import_module(name)
