"""Files and folders are written whole or not at all."""

from __future__ import annotations

import os
import random
import resource
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import blueprint
from blueprint.errors import OutputError
from blueprint.safety import atomic
from blueprint.safety.atomic import FOLDER_MARK, write_atomic, write_folder_atomic

OLD, NEW = b"old " * 500_000, b"new " * 500_000

WRITE_FOREVER = """
import sys
from blueprint.safety.atomic import write_atomic, write_folder_atomic
OLD, NEW = b"old " * 500_000, b"new " * 500_000
print("ready", flush=True)
while True:
    for data in (NEW, OLD):
        if sys.argv[2] == "file":
            write_atomic(sys.argv[1], data)
        else:
            write_folder_atomic(sys.argv[1], {"a/one": data[:9], "two": data})
"""


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _killed(target: Path, kind: str, after: float) -> None:
    """Let another process write ``target`` over and over, and kill it."""
    command = [sys.executable, "-c", WRITE_FOREVER, str(target), kind]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(after)
        writer.send_signal(signal.SIGKILL)


def test_a_file_is_never_torn_by_a_kill(tmp_path: Path) -> None:
    target = tmp_path / "out.svg"
    write_atomic(target, OLD)
    moments = random.Random(1)
    for _ in range(30):
        _killed(target, "file", moments.uniform(0, 0.06))
        assert target.read_bytes() in {OLD, NEW}


def test_a_folder_is_never_torn_by_a_kill(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write_folder_atomic(target, {"a/one": OLD[:9], "two": OLD})
    moments = random.Random(2)
    for _ in range(20):
        _killed(target, "folder", moments.uniform(0, 0.08))
        content = (target / "a" / "one").read_bytes(), (target / "two").read_bytes()
        assert content in {(OLD[:9], OLD), (NEW[:9], NEW)}
        assert (target / FOLDER_MARK).is_file()


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_atomic(tmp_path / "a", b"1")
    write_atomic(tmp_path / "a", b"2")
    assert (tmp_path / "a").read_bytes() == b"2"
    assert _names(tmp_path) == ["a"]


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_a_new_file_and_folder_get_the_rights_of_any_other(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_atomic(tmp_path / "a", b"1")
        write_folder_atomic(tmp_path / "b", {"c": b""})
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o666 & ~mask
    assert stat.S_IMODE((tmp_path / "b").stat().st_mode) == 0o777 & ~mask


def test_a_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "a").chmod(0o600)
    write_atomic(tmp_path / "a", b"1")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "link").symlink_to("a")
    write_atomic(tmp_path / "link", b"2")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"2"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_atomic("/dev/null", b"x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def _folder(path: Path) -> None:
    write_folder_atomic(path, {"a": b"1"})


def _file(path: Path) -> None:
    write_atomic(path, b"1")


@pytest.mark.parametrize("write", [_file, _folder])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("n" * 300, "the name is too long"),
        ("no/where", "its folder does not exist"),
        ("file/below", "a file stands where a folder should be"),
        ("loop", "its links lead in a circle"),
        ("a\x00b", "no file can be named so"),
        ("a\ud800", "no file can be named so"),
    ],
)
def test_what_cannot_be_written_is_said_in_words(
    tmp_path: Path, write: Callable[[Path], None], name: str, said: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    before = _names(tmp_path)
    with pytest.raises(OutputError, match=said):
        write(tmp_path / name)
    assert _names(tmp_path) == before


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder; name a file in it"):
        write_atomic(tmp_path, b"1")
    (tmp_path / "a").touch()
    with pytest.raises(OutputError, match="a file stands where a folder should be"):
        write_folder_atomic(tmp_path / "a", {})


WRITE_AS_NOBODY = """
import os
from blueprint.errors import OutputError
from blueprint.safety.atomic import write_atomic, write_folder_atomic
if os.geteuid() == 0:
    os.setuid(65534)
for write, data in ((write_atomic, b"1"), (write_folder_atomic, {"a": b"1"})):
    try:
        write("out", data)
    except OutputError as refusal:
        print(refusal)
"""


def test_a_folder_that_is_read_only_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    command = [sys.executable, "-c", WRITE_AS_NOBODY]
    paths = {**os.environ, "PYTHONPATH": str(Path(blueprint.__file__).parents[1])}
    done = subprocess.run(command, cwd=tmp_path, env=paths, capture_output=True, check=True)
    tmp_path.chmod(0o700)
    assert (
        done.stdout.decode().splitlines()
        == ["out cannot be written: writing there is not allowed"] * 2
    )
    assert _names(tmp_path) == []


def _with_little_space(write: Callable[[], None]) -> None:
    """Run ``write`` while no file may grow over 4 kB, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    heed = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(OutputError, match="no space left; nothing was changed"):
            write()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, heed)


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    write_atomic(tmp_path / "a", b"old")
    _with_little_space(lambda: write_atomic(tmp_path / "a", b"x" * 100_000))
    assert (tmp_path / "a").read_bytes() == b"old"
    assert _names(tmp_path) == ["a"]


def test_a_full_disk_leaves_the_old_folder(tmp_path: Path) -> None:
    write_folder_atomic(tmp_path / "s", {"a": b"old"})
    new = {"a": b"new", "b": b"x" * 100_000}
    _with_little_space(lambda: write_folder_atomic(tmp_path / "s", new))
    assert (tmp_path / "s" / "a").read_bytes() == b"old"
    assert _names(tmp_path) == ["s"]


def test_a_full_device_is_named() -> None:
    with pytest.raises(OutputError, match="no space left"):
        write_atomic("/dev/full", b"x")


def test_a_folder_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"1")
    with pytest.raises(OutputError, match="files that blueprint did not write"):
        write_folder_atomic(tmp_path, {"a": b"1"})
    assert _names(tmp_path) == ["mine.txt"]


@pytest.mark.parametrize("at_once", [True, False])
def test_our_own_folder_is_replaced_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    if not at_once:
        monkeypatch.setattr(atomic, "exchange", lambda *_: False)
    target = tmp_path / "site"
    target.mkdir()
    write_folder_atomic(target, {"old.html": b"1", "a/b.svg": b"2"})
    write_folder_atomic(target, {"new.html": b"3"})
    assert _names(target) == sorted([FOLDER_MARK, "new.html"])
    assert _names(tmp_path) == ["site"]


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/x", "", "a//b", "a\\\\..\\\\b"])
def test_a_name_that_leaves_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError):
        write_folder_atomic(tmp_path / "s", {name: b"1"})
    assert _names(tmp_path) == []
