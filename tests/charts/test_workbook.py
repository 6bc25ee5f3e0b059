"""The numbers behind a picture as .xlsx: numbers are numbers, text is never a formula."""

import io
import zipfile
from datetime import date

import pytest

from tests.charts.conftest import wanted
from tracker.charts.workbook import Sheet, number_of, workbook
from tracker.plots.chart_data import ChartTable, chart_table
from tracker.snapshot import Snapshot

DAY = date(2023, 7, 18)


def opened(content: bytes) -> dict[str, list[list[object]]]:
    """Read a workbook back with another library."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book}


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1,046.5", (1046.5, "#,##0.0")),
        ("−6.7", (-6.7, "0.0")),
        ("+1.6", (1.6, "+0.0;-0.0;0.0")),
        ("34.9%", (0.349, "0.0%")),
        ("284.58*", (284.58, '0.00"*"')),
        ("≥3,000", None),
        ("余 0.6", None),
        ("—", None),
        ("", None),
    ],
)
def test_printed_cells_are_read_as_numbers(cell: str, number: object) -> None:
    found = number_of(cell)
    assert found == (number if number is None else (pytest.approx(number[0]), number[1]))  # type: ignore[index]


def test_text_that_looks_like_a_formula_stays_text() -> None:
    nasty = ("=1+1", "@SUM(A1)", "-cmd", "+A1")
    table = ChartTable("=说明", ("指标", "值"), tuple((name, "=2+2") for name in nasty))
    content = workbook([Sheet("=a[b]:c*?/\\" + "长" * 40, "=标题", (), table)], DAY)
    ((tab, rows),) = opened(content).items()
    assert len(tab) <= 31
    assert rows[0][0] == "=标题"
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert [row[0] for row in rows[-4:]] == list(nasty)


def test_the_numbers_of_a_chart_come_back(sample: Snapshot) -> None:
    table = chart_table(sample, wanted("trajectory", "2023-04"))
    made = [Sheet("轨迹", "标题", ("数据：示例。",), table), Sheet("轨迹", "", (), table)]
    content = workbook(made, DAY)
    pages = opened(content)
    assert list(pages) == ["轨迹", "轨迹(2)"]
    values = [cell for row in pages["轨迹"] for cell in row]
    assert 1046.5 in values
    assert content == workbook(made, DAY)
