"""Running what a page shows, in a folder of its own with the examples in it."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from blueprint.cli.app import run
from tests.docs.pages import ROOT, Block
from tests.files.repositories import git

ELISION = "…"
"""A line of shown output that stands for any number of lines."""

_SAVED = re.compile(r"saved as: (?P<name>\S+)$")
_CHANGED = re.compile(r"changes: (?P<name>\S+)$")


class Reader:
    """Does what a reader of a page does, from its first block to its last."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shutil.copytree(ROOT / "examples", folder / "examples")
        monkeypatch.chdir(folder)
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.delenv("BLUEPRINT_DEBUG", raising=False)
        self.folder = folder
        self.code = 0
        self.names: dict[str, Any] = {"__name__": "__page__"}

    def follow(self, block: Block) -> None:
        """Save, change, type or run what one block shows."""
        saved, changed = _SAVED.match(block.remark), _CHANGED.match(block.remark)
        if saved:
            file = self.folder / saved["name"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, "utf-8")
        if changed:
            self._change(self.folder / changed["name"], block)
        match block.language:
            case "console":
                self._type(block)
            case "sh":
                for command in _commands(block.text):
                    self.call(command)
                    assert self.code == 0, f"line {block.line}: {command} left with {self.code}"
            case "python":
                self._run(block)

    def call(self, command: str) -> str:
        """Return what a command prints, results and messages as a terminal mixes them."""
        if command == "echo $?":
            return f"{self.code}\n"
        words = shlex.split(command, comments=True)
        if words[0] == "git":
            self.code = 0
            return git(self.folder, *words[1:])
        assert words[0] == "blueprint", f"only blueprint is run here, not {command}"
        screen = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
        with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
            self.code = run(words[1:])
        shown = screen.buffer
        assert isinstance(shown, io.BytesIO)
        return shown.getvalue().decode("utf-8")

    def _type(self, block: Block) -> None:
        for command, shown in _typed(block.text):
            said = self.call(command)
            assert _fits(said, shown), (
                f"line {block.line}: {command}\n-- shown\n{shown}\n-- said\n{said}"
            )

    def _run(self, block: Block) -> None:
        if ">>> " not in block.text:
            exec(compile(block.text, f"line {block.line}", "exec"), self.names)
            return
        test = doctest.DocTestParser().get_doctest(
            block.text, self.names, f"line {block.line}", None, block.line
        )
        told: list[str] = []
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        runner.run(test, out=told.append, clear_globs=False)
        self.names.update(test.globs)
        assert not told, "".join(told)

    @staticmethod
    def _change(file: Path, block: Block) -> None:
        old = "".join(f"{line[1:]}\n" for line in block.text.splitlines() if line[0] in " -")
        new = "".join(f"{line[1:]}\n" for line in block.text.splitlines() if line[0] in " +")
        text = file.read_text("utf-8")
        assert text.count(old) == 1, f"line {block.line}: what changes is not in {file.name}\n{old}"
        file.write_text(text.replace(old, new), "utf-8")


def _commands(text: str) -> list[str]:
    lines = text.replace("\\\n", " ").splitlines()
    return [line for line in lines if line.startswith("blueprint ")]


def _typed(text: str) -> list[tuple[str, str]]:
    """Return each command behind a ``$``, and what is shown under it."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].strip(), ""))
        else:
            assert found, f"a console block begins with a command, not {line}"
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def _fits(said: str, shown: str) -> bool:
    def tidy(text: str) -> str:
        return "".join(f"{line.rstrip()}\n" for line in text.strip("\n").splitlines())

    parts = re.split(rf"(?m)^ *{ELISION}\n", tidy(shown))
    pattern = r"(?:.*\n)*?".join(re.escape(part) for part in parts)
    return re.fullmatch(pattern, tidy(said)) is not None
