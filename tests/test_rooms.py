"""The house stays as it is drawn: imports point down, names clash nowhere, rooms stay small."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import blueprint

ROOT = Path(__file__).parents[1]
PACKAGES = [
    blueprint,
    *(
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(blueprint.__path__, "blueprint.")
        if found.ispkg
    ),
]


def test_imports_only_point_down():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_no_public_name_is_that_of_a_module_beside_it(package):
    """A lazily loaded function would be hidden by the module of its name."""
    modules = {found.name for found in pkgutil.iter_modules(package.__path__)}
    assert modules.isdisjoint(getattr(package, "__all__", ()))


def test_every_verb_of_the_face_is_there():
    for name in blueprint.__all__:
        assert getattr(blueprint, name) is not None
    assert set(blueprint.__all__) <= set(dir(blueprint))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = blueprint.nonsense


def test_no_room_is_over_six_hundred_lines():
    for path in (ROOT / "blueprint").rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 600, path
