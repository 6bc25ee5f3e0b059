"""Whatever the figures are, labels keep apart, stay inside and never get too small."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.charts.conftest import MADE_ON, difficult_board, wanted
from tests.in_memory import Figures
from tracker.charts.board import BoardPicture, draw_board
from tracker.charts.checks import run_checks
from tracker.charts.frame import Captions
from tracker.charts.gallery import draw
from tracker.charts.presets import PRESETS
from tracker.charts.style import chart_style
from tracker.trajectory import trajectory

CAPTIONS = "累计类占年度目标，%；增速类与目标之差，百分点"
SIZES = list(PRESETS)


@pytest.mark.parametrize("seed", range(60))
def test_difficult_boards_stay_readable(seed: int) -> None:
    board = difficult_board(seed)
    captions = Captions(
        "八项任务六项过半", CAPTIONS, "", "数据：示例。", "甘肃省", board.as_of, MADE_ON
    )
    size = PRESETS[SIZES[seed % len(SIZES)]]
    canvas = draw_board(BoardPicture(board, captions), chart_style(size))
    failed = [check.detail for check in run_checks(canvas, is_sample=True) if not check.passed]
    assert failed == []


def test_rows_that_do_not_fit_are_counted() -> None:
    board = next(b for b in map(difficult_board, range(100)) if len(b.rows) > 30)
    captions = Captions("标题", CAPTIONS, "", "数据：示例。", "甘肃省", board.as_of, MADE_ON)
    canvas = draw_board(BoardPicture(board, captions), chart_style(PRESETS["slide"]))
    assert any("项见表" in text.text for text in canvas.texts)


@pytest.mark.parametrize("size", ["slide", "a4", "square"])
@pytest.mark.parametrize("scale", [0.001, 1.0, 400_000_000.0])
@pytest.mark.parametrize("month", [1, 3, 6, 10, 12])
def test_difficult_trajectories_stay_readable(size: str, scale: float, month: int) -> None:
    figures = Figures(settings={"sample": "1"})
    figures.target("fiscal_revenue", "FY", 965 * scale).target("fiscal_revenue", "Q1", 230 * scale)
    figures.target("fiscal_revenue", "H1", 500 * scale).target("fiscal_revenue", "Q3", 700 * scale)
    for done in range(1, month + 1):
        if done not in (5, 9):
            figures.actual("fiscal_revenue", f"2023-{done:02d}", 90.5 * done * scale)
        figures.actual("fiscal_revenue", f"2022-{done:02d}", 80.25 * done * scale)
    figures.actual("fiscal_revenue", "2022-12", 950.75 * scale)
    asked = replace(
        wanted("trajectory", f"2023-{month:02d}"), indicator="fiscal_revenue", preset=size
    )
    canvas = draw(figures.snapshot(), asked)
    assert [c.detail for c in run_checks(canvas, is_sample=True) if not c.passed] == []


def test_a_missing_month_is_named_and_never_drawn_as_zero() -> None:
    figures = Figures()
    figures.target("fiscal_revenue", "FY", 965)
    for month, value in ((1, 90.0), (2, 170.0), (4, 340.0)):
        figures.actual("fiscal_revenue", f"2023-{month:02d}", value)
    course = trajectory(
        figures.snapshot(), "fiscal_revenue", "620000", wanted(month="2023-04").as_of
    )
    assert course.missing == (3,)
    asked = wanted("trajectory", "2023-04", indicator="fiscal_revenue")
    canvas = draw(figures.snapshot(), asked)
    assert any(text.text == "3 月未报" for text in canvas.texts)


def test_the_module_of_charts_never_names_pyplot() -> None:
    room = Path(__file__).parents[2] / "tracker" / "charts"
    assert not [path.name for path in room.glob("*.py") if "pyplot" in path.read_text("utf-8")]
