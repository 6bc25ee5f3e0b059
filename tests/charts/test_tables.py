"""Every chart of the gallery has a table behind it, with the numbers that the picture prints."""

import pytest

from tests.charts.conftest import wanted
from tracker.charts.gallery import GALLERY
from tracker.plots.chart_data import chart_table
from tracker.snapshot import Snapshot


@pytest.mark.parametrize("chart", list(GALLERY))
def test_every_chart_has_a_table_of_even_rows(sample: Snapshot, chart: str) -> None:
    table = chart_table(sample, wanted(chart, "2023-04"))
    assert not table.is_blank
    assert {len(row) for row in table.rows} == {len(table.columns)}


@pytest.mark.parametrize(
    ("chart", "row"),
    [
        ("ranking", ("金昌", "1", "▲1", "43.2%", "161.3", "+9.9", "达标")),
        ("contribution", ("甘肃省", "+46.5", "达标")),
        ("movement", ("陇南", "9", "9", "13", "▼4")),
    ],
)
def test_a_table_holds_the_numbers_of_its_picture(
    sample: Snapshot, chart: str, row: tuple[str, ...]
) -> None:
    assert row in chart_table(sample, wanted(chart, "2023-04")).rows


def test_what_is_expected_stands_in_the_table_of_a_trajectory(sample: Snapshot) -> None:
    table = chart_table(sample, wanted("trajectory", "2023-04"))
    assert dict(zip(table.columns, table.rows[0], strict=True))["6 月预计"] == "1,650—1,790"
