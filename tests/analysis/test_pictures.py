"""What an analysis lights up on a drawing is told in the drawing's legend, in its own words."""

from __future__ import annotations

import pytest

from blueprint.analysis.analysing import analyse
from blueprint.analysis.table import ANALYSES
from blueprint.drawing import draw
from tests.analysis.small import parcels

STARTS = {"inoperability": ["wms"], "containment": ["wms"]}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("row", ANALYSES, ids=lambda row: row.name)
def test_the_legend_says_what_the_marks_mean(row, lang):
    report = analyse(parcels(), row.name, STARTS.get(row.name))
    assert report.overlay is not None
    picture = str(draw(parcels(), overlay=report.overlay, lang=lang))
    cards = {node for node in report.overlay.elements if f'data-id="{node}"' in picture}
    used = {report.overlay.elements[card].role for card in cards}
    for role in used:
        assert report.overlay.meanings[role].into(lang) in picture
    assert not cards or report.overlay.title.into(lang) in picture
