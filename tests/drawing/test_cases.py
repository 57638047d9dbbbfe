"""The two measured blueprints, and made-up ones, keep the figures they have reached."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint.layout import layout
from tests.drawing.cases import CASES, case, large
from tests.drawing.metrics import metrics

BASELINE = json.loads((Path(__file__).parent / "baseline.json").read_text("utf-8"))
ROOT = Path(__file__).parent.parent.parent
PRINT_HASH = """
import hashlib
from blueprint.layout import layout
from blueprint.render.svg import svg
from tests.drawing.cases import CASES, case, large
drawn = [svg(layout(view)) for view in (*map(case, CASES), large(120))]
print(hashlib.sha256("".join(drawn).encode()).hexdigest())
"""


@pytest.mark.parametrize("name", CASES)
def test_a_measured_case_is_as_good_as_it_was(name: str) -> None:
    figures = metrics(layout(case(name)))
    assert figures.through_cards == 0
    assert figures.overlaps == 0
    assert figures.crossings <= BASELINE[name]["crossings"] <= 11
    assert figures.bends <= BASELINE[name]["bends"]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_made_up_blueprint_is_as_good_as_it_was(seed: int) -> None:
    figures = metrics(layout(large(60, seed)))
    assert figures.through_cards == 0
    assert figures.overlaps == 0
    assert figures.crossings <= BASELINE[f"large-60-{seed}"]["crossings"]


@pytest.mark.parametrize("name", CASES)
def test_every_label_of_a_measured_case_is_whole(name: str) -> None:
    view, scene = case(name), layout(case(name))
    for edge, shown in zip(view.edges, scene.edges, strict=True):
        if edge.label:
            assert shown.label is not None
            assert not shown.label.text.lines[-1].endswith("…")


def test_a_thousand_cards_keep_clear_of_each_other() -> None:
    figures = metrics(layout(large(1000)))
    assert figures.through_cards == 0
    assert figures.overlaps == 0


def test_the_same_bytes_come_out_whatever_the_hash_seed() -> None:
    hashes = set()
    for seed in ("0", "1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", PRINT_HASH],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        hashes.add(done.stdout)
    assert len(hashes) == 1
