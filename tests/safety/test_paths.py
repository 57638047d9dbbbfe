"""Paths stay under the folder they belong to."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprint.errors import FileError
from blueprint.safety.paths import inside


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with a file, beside a folder whose name begins the same."""
    for name in ("space", "space-secret"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text("a: b\n", encoding="utf-8")
    return tmp_path / "space"


def test_a_file_within_is_found(root: Path) -> None:
    assert inside(root, "a.yaml") == (root / "a.yaml").resolve()
    assert inside(root, root / "a.yaml") == (root / "a.yaml").resolve()
    assert inside(root, "../space/a.yaml") == (root / "a.yaml").resolve()


def test_a_link_within_is_followed(root: Path) -> None:
    (root / "link.yaml").symlink_to("a.yaml")
    assert inside(root, "link.yaml") == (root / "a.yaml").resolve()


@pytest.mark.parametrize("path", ["../space-secret/a.yaml", "..", "/etc/passwd", "/"])
def test_a_path_that_leaves_is_refused(root: Path, path: str) -> None:
    with pytest.raises(FileError, match="outside the workspace"):
        inside(root, path)


def test_a_link_that_leaves_is_refused(root: Path) -> None:
    (root / "link").symlink_to("../space-secret")
    with pytest.raises(FileError, match="outside the workspace"):
        inside(root, "link/a.yaml")


def test_links_in_a_circle_are_named(root: Path) -> None:
    (root / "one").symlink_to("two")
    (root / "two").symlink_to("one")
    with pytest.raises(FileError, match="in a circle"):
        inside(root, "one")


@pytest.mark.parametrize(
    ("path", "said"),
    [("b.yaml", "does not exist"), ("a\x00b", "cannot be the name"), ("n" * 300, "cannot be read")],
)
def test_what_cannot_be_found_is_named(root: Path, path: str, said: str) -> None:
    with pytest.raises(FileError, match=said):
        inside(root, path)
