"""What stands on a board in a picture: its parts, what is only counted, and its key of lights."""

from dataclasses import replace

import pytest

from tests.charts.conftest import MADE_ON, difficult_board, wanted
from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.board import Board, BoardRow, board
from tracker.charts.board import BoardPicture, draw_board
from tracker.charts.board_parts import PLACES, RATES, TASKS, board_parts
from tracker.charts.frame import Captions
from tracker.charts.gallery import draw
from tracker.charts.presets import PRESETS
from tracker.charts.style import chart_style
from tracker.indicators import Light
from tracker.periods import Month
from tracker.progress.result import Rule
from tracker.snapshot import Snapshot

JUNE = Month(2023, 6)


def texts(snapshot: Snapshot, **more: object) -> list[str]:
    return [text.text for text in draw(snapshot, wanted(**more)).texts]  # type: ignore[arg-type]


def with_places(count: int = 2) -> Board:
    """Return a board whose first rates are places among others."""
    held = next(b for b in map(difficult_board, range(99)) if len(b.growth) > 5)

    def placed(row: BoardRow) -> BoardRow:
        return replace(row, progress=row.progress._replace(rule=Rule.RANK))

    return replace(held, growth=(*map(placed, held.growth[:count]), *held.growth[count:]))


@pytest.mark.parametrize("size", ["slide", "a4", "square", "word", "poster"])
def test_many_indicators_without_a_target_are_only_counted(gansu: Snapshot, size: str) -> None:
    written = texts(gansu, preset=size)
    untold = [text for text in written if text.endswith("项未设目标")]
    rows = board(gansu, PROVINCE, JUNE).growth
    without = sum(row.progress.target is None for row in rows)
    assert untold == [f"其余 {without} 项未设目标"]
    assert "房地产开发投资" not in written


def test_one_or_two_without_a_target_are_shown() -> None:
    figures = Figures().target("gdp", "FY", 6).actual("gdp", "2023-06", 6.8)
    figures.actual("industrial_output", "2023-06", 7.1)
    written = texts(figures.snapshot())
    assert "未设目标" in " ".join(written)
    assert not [text for text in written if text.startswith("其余")]


def test_places_and_milestones_stand_under_a_head_of_their_own() -> None:
    held = with_places()
    assert [part.name for part in board_parts(held)][-2:] == [RATES, PLACES]
    assert len(board_parts(held)[-1].rows) == 2
    captions = Captions("标题", "副标题", "", "数据：示例。", "甘肃省", held.as_of, MADE_ON)
    canvas = draw_board(BoardPicture(held, captions), chart_style(PRESETS["a4"]))
    assert [text.text for text in canvas.texts].count(PLACES) == 1


def test_a_board_of_tasks_alone_has_one_part() -> None:
    figures = Figures().target("funds_in_place", "FY", 3000).actual("funds_in_place", "2023-04", 9)
    assert [part.name for part in board_parts(board(figures.snapshot(), PROVINCE, JUNE))] == [TASKS]


def test_the_key_names_the_thresholds_of_the_rules_in_force(sample: Snapshot) -> None:
    usual = " ".join(texts(sample))
    assert "临界：累计差 5 个、增速差 1 个百分点以内" in usual
    other = Figures(settings={"lights.preset": "银川2025"}).target("gdp", "FY", 6)
    written = texts(other.actual("gdp", "2023-06", 6.8).snapshot())
    assert "临界：累计差 30 个、增速差 1 个百分点以内" in " ".join(written)


@pytest.mark.parametrize("size", ["slide", "a4", "square", "word", "poster"])
def test_the_key_has_the_ring_where_a_row_is_due(sample: Snapshot, size: str) -> None:
    april = board(sample, PROVINCE, Month(2023, 4))
    assert any(row.progress.light is Light.NONE for row in april.judged)
    assert "待报" in texts(sample, month="2023-04", preset=size)


@pytest.mark.parametrize("size", ["slide", "a4", "square", "word", "poster"])
def test_the_period_stays_beside_a_long_name(sample: Snapshot, size: str) -> None:
    quarterly = [
        row for row in board(sample, PROVINCE, Month(2023, 4)).rows if "一季度" in row.tags
    ]
    written = texts(sample, month="2023-04", preset=size)
    assert written.count("一季度") == len(quarterly) > 1


def test_the_ceiling_of_a_task_stays_in_its_column(sample: Snapshot) -> None:
    written = draw(sample, wanted(month="2023-04", preset="a4")).texts
    (target,) = [text for text in written if "8,600" in text.text]
    assert target.box.left >= 913
    assert CATALOGUE.indicator("energy_consumption").unit in target.text
