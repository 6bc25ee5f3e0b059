"""Every chart of the sample says, in the same places, what was looked at and kept."""

import pytest

from tests.charts.golden_texts import FOLDER, svg_words
from tracker.charts.gallery import GALLERY
from tracker.snapshot import Snapshot


@pytest.mark.parametrize("chart", list(GALLERY))
def test_the_words_of_a_chart_are_those_that_were_kept(sample: Snapshot, chart: str) -> None:
    kept = (FOLDER / f"{chart}.txt").read_text("utf-8")
    assert svg_words(sample, chart).splitlines() == kept.splitlines(), (
        "python -m tests.charts.golden_texts writes them anew"
    )
