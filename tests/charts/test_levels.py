"""All 86 counties in one picture: the first and the last, the others counted."""

import pytest

from tests.charts.conftest import wanted
from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.charts.checks import run_checks
from tracker.charts.export import file_name
from tracker.charts.gallery import LEVELLED, draw, title_candidates
from tracker.errors import ExportError
from tracker.indicators import RegionLevel
from tracker.periods import Month
from tracker.plots.chart_data import chart_table
from tracker.snapshot import Snapshot

COUNTIES = [one for one in CATALOGUE.regions.values() if one.level is RegionLevel.COUNTY]
BY_COUNTY = {"month": "2023-06", "indicator": "gdp", "level": RegionLevel.COUNTY}


@pytest.fixture(scope="module")
def counties() -> Snapshot:
    """Return growth of every county in three quarters."""
    figures = Figures(settings={"sample": "1"}).actual("gdp", "2023-06", 6.1)
    for number, one in enumerate(COUNTIES):
        figures.target("gdp", "FY", 6.0, region=one.code)
        for month in (3, 6):
            value = 3 + (number * 7 + month) % 50 / 8
            figures.actual("gdp", f"2023-{month:02d}", value, region=one.code)
    return figures.snapshot()


@pytest.mark.parametrize("chart", sorted(LEVELLED))
@pytest.mark.parametrize("size", ["slide", "a4", "square", "word"])
def test_every_county_is_drawn_or_counted(counties: Snapshot, chart: str, size: str) -> None:
    asked = wanted(chart, preset=size, **BY_COUNTY)
    canvas = draw(counties, asked)
    assert [c.detail for c in run_checks(canvas, is_sample=True) if not c.passed] == []
    written = [text.text for text in canvas.texts]
    counted = [text for text in written if text.startswith("其余") and text.endswith("见表")]
    assert counted or len(written) > 2 * len(COUNTIES)
    assert "位置大致按方位" not in "".join(written)


def test_the_title_and_the_numbers_are_about_all_counties(counties: Snapshot) -> None:
    asked = wanted("ranking", **BY_COUNTY)
    assert any("86 个地区" in title for title in title_candidates(counties, asked))
    assert len(chart_table(counties, asked).rows) >= len(COUNTIES) == 86


def test_without_a_level_the_prefectures_are_compared(sample: Snapshot) -> None:
    canvas = draw(sample, wanted("ranking", "2023-04"))
    assert "兰州" in {text.text for text in canvas.texts}


def test_a_chart_of_one_region_has_no_level(counties: Snapshot) -> None:
    with pytest.raises(ExportError, match="不分县区"):
        draw(counties, wanted("board", level=RegionLevel.COUNTY))


def test_the_name_of_a_file_says_who_is_compared() -> None:
    asked = wanted("ranking", str(Month(2023, 6)), level=RegionLevel.COUNTY)
    assert file_name(asked, "png").startswith(f"ranking_funds_in_place_{PROVINCE}-county_")
