"""The 双过半标尺, read back from the pixels it paints."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from resources import ROOT
from tests.in_memory import Figures
from tracker.board import BoardRow, board
from tracker.periods import Month
from ui.theme import Theme
from ui.widgets.ruler import Ruler, Scale
from ui.widgets.ruler_axis import RulerAxis

CELL = QRect(0, 0, 276, 36)
SCALE = Scale.of(CELL)
MIDDLE = 18


@pytest.fixture
def theme(dressed) -> Theme:
    return Theme(ROOT, "light")


def _row(figures: Figures, indicator: str, as_of: str) -> BoardRow:
    read = board(figures.snapshot(), "620000", Month.parse(as_of))
    return next(row for row in read.rows if row.progress.indicator.id == indicator)


def _painted(theme: Theme, row: BoardRow) -> QImage:
    image = QImage(CELL.size(), QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    Ruler(theme).paint(painter, CELL, row)
    painter.end()
    return image


def _task(value: float, as_of: str = "2023-04", comparator: str = "at_least") -> BoardRow:
    figures = Figures().target("funds_in_place", "FY", 3000, comparator=comparator)
    return _row(figures.actual("funds_in_place", as_of, value), "funds_in_place", as_of)


def _at(image: QImage, share: float, y: int = MIDDLE) -> str:
    return image.pixelColor(int(SCALE.at(share)), y).name()


def _colors(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_the_half_line_and_the_target_line_stand_in_the_middle_of_the_axis():
    assert SCALE.at(0.5) == SCALE.at_pp(0.0) == 12 + 125
    assert (SCALE.at_pp(-4.0), SCALE.at_pp(4.0)) == (SCALE.at(0.0), SCALE.at(1.0))


def test_a_bar_reaches_as_far_as_the_task_is_done(theme):
    image = _painted(theme, _task(1046.5))
    bar = theme.color("bar").name()
    assert _at(image, 0.01) == _at(image, 0.34) == bar
    assert _at(image, 0.36) != bar
    assert _at(image, 0.34, MIDDLE - 6) != bar  # ten px high


def test_the_half_line_fills_the_whole_row_so_that_rows_join_up(theme):
    image = _painted(theme, _task(1046.5))
    half = theme.color("half").name()
    x = int(SCALE.at(0.5))
    assert {image.pixelColor(column, y).name() for column in (x - 1, x) for y in range(36)} == {
        half
    }


def test_a_shortfall_is_hatched_in_the_colour_of_the_light(theme):
    behind = _painted(theme, _task(600))
    close = _painted(theme, _task(950))
    assert theme.color("bad").name() in _colors(behind)
    assert theme.color("warn").name() in _colors(close)
    assert _at(behind, 0.33) != theme.color("bar").name()


def test_being_ahead_adds_nothing(theme):
    colors = _colors(_painted(theme, _task(1500)))
    assert theme.color("bad").name() not in colors
    assert theme.color("ok").name() not in colors


def test_a_ceiling_is_a_soft_bar_in_an_outline(theme):
    figures = Figures().target("energy_consumption", "FY", 8600, comparator="at_most")
    figures.actual("energy_consumption", "2023-04", 2815)
    image = _painted(theme, _row(figures, "energy_consumption", "2023-04"))
    assert _at(image, 0.2) == theme.color("barsoft").name()
    assert _at(image, 0.2, MIDDLE - 5) == theme.color("bar").name()


def test_what_is_not_reported_is_an_empty_box_with_its_month_beside_it(theme):
    figures = (
        Figures().target("farmland_built", "FY", 360).actual("farmland_built", "2023-03", 30.6)
    )
    row = _row(figures, "farmland_built", "2023-04")
    image = _painted(theme, row)
    assert _at(image, 0.05) not in (theme.color("bar").name(), theme.color("none").name())
    assert _at(image, 0.05, MIDDLE - 5) == theme.color("none").name()


def test_growth_is_a_stem_from_the_target_line_to_a_disc(theme):
    figures = (
        Figures().target("fixed_investment", "FY", 10).actual("fixed_investment", "2023-04", 12.2)
    )
    image = _painted(theme, _row(figures, "fixed_investment", "2023-04"))
    bar = theme.color("bar").name()
    assert image.pixelColor(int(SCALE.at_pp(1.0)), MIDDLE).name() == bar
    assert image.pixelColor(int(SCALE.at_pp(2.2)), MIDDLE).name() == bar
    assert image.pixelColor(int(SCALE.at_pp(-1.0)), MIDDLE).name() != bar


def test_growth_left_of_the_target_takes_the_colour_of_its_light(theme):
    figures = (
        Figures().target("fixed_investment", "FY", 10).actual("fixed_investment", "2023-04", 8.0)
    )
    image = _painted(theme, _row(figures, "fixed_investment", "2023-04"))
    assert image.pixelColor(int(SCALE.at_pp(-1.0)), MIDDLE).name() == theme.color("bad").name()


def test_growth_beyond_the_axis_ends_in_an_arrow(theme):
    figures = (
        Figures().target("fixed_investment", "FY", 2).actual("fixed_investment", "2023-04", 12.2)
    )
    image = _painted(theme, _row(figures, "fixed_investment", "2023-04"))
    edge = image.pixelColor(int(SCALE.at_pp(4.0)) + 4, MIDDLE)
    assert edge == QColor(theme.color("surface"))  # nothing runs out of the cell


def test_the_nation_is_a_hollow_diamond(theme):
    figures = Figures().target("gdp", "FY", 6).actual("gdp", "2023-03", 6.7)
    figures.actual("gdp", "2023-03", 4.5, region="100000")
    image = _painted(theme, _row(figures, "gdp", "2023-03"))
    assert image.pixelColor(int(SCALE.at_pp(-1.5)), MIDDLE).name() == theme.color("surface").name()
    reds = {image.pixelColor(int(SCALE.at_pp(-1.5)) + dx, MIDDLE).lightness() for dx in (-4, 4)}
    assert max(reds) < 200


@pytest.mark.parametrize("month", range(1, 13))
def test_no_two_labels_of_the_axis_touch_in_any_month(theme, month, monkeypatch):
    from ui.widgets import ruler_axis

    boxes: list[tuple[float, float]] = []
    write = ruler_axis.Lettering.write

    def noted(self, painter, text, x, y, align=ruler_axis.Align.LEFT):
        left = x - self.width(text) * align.value
        boxes.append((left, left + self.width(text)))
        return write(self, painter, text, x, y, align)

    monkeypatch.setattr(ruler_axis.Lettering, "write", noted)
    image = QImage(CELL.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    RulerAxis(theme).paint_task(painter, CELL, month)
    painter.end()
    boxes.sort()
    assert all(before[1] < after[0] for before, after in pairwise(boxes))


def test_a_percent_without_room_behind_the_bar_stands_over_its_end(theme):
    image = _painted(theme, _task(3600, "2023-11"))
    ground = theme.color("surface").name()
    over = {image.pixelColor(x, y).name() for x in range(235, 276) for y in range(2, 12)}
    assert len(over) > 3
    assert {image.pixelColor(275, y).name() for y in range(14, 36)} == {ground}
