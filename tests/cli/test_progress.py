"""How far reading is: on a terminal only, not at once, and gone at the end."""

from __future__ import annotations

import io

import pytest

from blueprint.cli.app import run
from blueprint.cli.caching import cache_folder
from blueprint.cli.progress import progress_of_files

TEXT = "blueprint: A\nphases: {P: [{customer: a, frontstage: {name: b}}]}\n"


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def terminal_in(monkeypatch):
    found = Terminal()
    monkeypatch.setattr("sys.stderr", found)
    return found


def test_nothing_is_told_under_a_second(monkeypatch):
    terminal = terminal_in(monkeypatch)
    clock = Clock()
    with progress_of_files("en", clock) as tell:
        for done in range(10):
            clock.now = done / 11
            tell(done, 10)
    assert terminal.getvalue() == ""


def test_one_line_is_rewritten_and_cleared(monkeypatch):
    terminal = terminal_in(monkeypatch)
    clock = Clock()
    with progress_of_files("en", clock) as tell:
        for done in range(1, 4):
            clock.now += 1
            tell(done, 3)
            tell(done, 3)
    lines = terminal.getvalue().split("\r\x1b[K")
    assert lines == ["", *(f"reading: {n} of 3 files" for n in (1, 2, 3)), ""]
    assert "\n" not in terminal.getvalue()


def test_it_is_cleared_when_reading_breaks_off(monkeypatch):
    terminal = terminal_in(monkeypatch)
    clock = Clock()

    def broken_off():
        with progress_of_files("zh", clock) as tell:
            clock.now = 2
            tell(1, 3)
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        broken_off()
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert "3" in terminal.getvalue()
    assert "reading" not in terminal.getvalue()


def test_nothing_is_told_where_nobody_looks(monkeypatch):
    monkeypatch.setattr("sys.stderr", io.StringIO())
    with progress_of_files("en") as tell:
        assert tell is None


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({"BLUEPRINT_CACHE": "off"}, "linux", None),
        ({"BLUEPRINT_CACHE": "OFF", "XDG_CACHE_HOME": "/x"}, "linux", None),
        ({"BLUEPRINT_CACHE": "/here"}, "win32", "/here"),
        ({"XDG_CACHE_HOME": "/x"}, "linux", "/x/service-blueprint"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/service-blueprint/Cache"),
    ],
)
def test_where_the_command_keeps_what_it_read(environment, platform, folder):
    found = cache_folder(environment, platform)
    assert (found.as_posix() if found else None) == folder


@pytest.mark.parametrize(
    ("platform", "within"), [("linux", ".cache"), ("darwin", "Library/Caches")]
)
def test_by_default_it_is_in_the_home(platform, within):
    assert cache_folder({}, platform).as_posix().endswith(f"/{within}/service-blueprint")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    root = tmp_path / "workspace"
    root.mkdir()
    (root / "a.blueprint.yaml").write_text(TEXT)
    monkeypatch.setenv("BLUEPRINT_CACHE", str(tmp_path / "cache"))
    return root


def test_the_command_keeps_what_it_read(folder, tmp_path, capsys):
    assert run(["check", str(folder)]) == 0
    first = capsys.readouterr()
    assert [p.suffix for p in (tmp_path / "cache").iterdir()] == [".pack"] * len(
        list((tmp_path / "cache").iterdir())
    )
    assert run(["check", str(folder)]) == 0
    assert capsys.readouterr() == first


def test_no_cache_keeps_nothing(folder, tmp_path):
    assert run(["check", str(folder), "--no-cache"]) == 0
    assert not (tmp_path / "cache").exists()


def test_a_folder_that_cannot_be_written_is_a_note(folder, tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("BLUEPRINT_CACHE", str(tmp_path / "file" / "cache"))
    assert run(["check", str(folder)]) == 0
    told = capsys.readouterr().err
    assert told.count("nothing can be kept") == 1
    assert run(["check", str(folder), "--lang", "zh"]) == 0
    assert "无法在" in capsys.readouterr().err
