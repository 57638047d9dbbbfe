"""Reading leaves the garbage collector as it was."""

from __future__ import annotations

import gc
import weakref

import pytest

from blueprint.files.reading import undisturbed


class Knot:
    """Something that only the collector can take away, as it holds itself."""

    def __init__(self) -> None:
        self.knot = self


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_on_or_off_as_before(on: bool) -> None:
    was_on = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        with undisturbed():
            assert not gc.isenabled()
        assert gc.isenabled() is on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_what_is_made_meanwhile_can_be_collected() -> None:
    gc.collect()
    with undisturbed():
        knots = [Knot() for _ in range(50_000)]
    assert gc.get_freeze_count() == 0
    last = weakref.ref(knots[-1])
    del knots
    gc.collect()
    assert last() is None


def test_what_somebody_froze_stays_frozen() -> None:
    gc.collect()
    gc.freeze()
    try:
        before = gc.get_freeze_count()
        with undisturbed():
            knots = [Knot() for _ in range(50_000)]
        assert knots
        assert before - 1_000 < gc.get_freeze_count() <= before
    finally:
        gc.unfreeze()


def test_reading_again_and_again_puts_no_collection_off(monkeypatch: pytest.MonkeyPatch) -> None:
    frozen: list[int] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(1))
    kept = []
    gc.collect()
    for _ in range(3):
        with undisturbed():
            kept.append([Knot() for _ in range(50_000)])
    assert len(frozen) == 1
