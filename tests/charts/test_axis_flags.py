"""Events and 不可比 marks on the time axis: in their words, clear of each other, counted."""

import pytest

from tests.charts.conftest import MADE_ON
from tests.charts.difficult_pictures import failures
from tests.in_memory import PROVINCE, Figures
from tracker.breaks import break_setting
from tracker.charts.canvas import Canvas
from tracker.charts.gallery import GALLERY, ChartRequest, draw
from tracker.events import event_of
from tracker.periods import Month

INDUSTRY = "industrial_output"
FAIR = event_of("a", PROVINCE, "2023-03-15", "兰洽会开幕")
PROJECT = event_of("b", PROVINCE, "2023-02", "重大项目集中开工", INDUSTRY)


def drawn(chart: str, size: str, *events: object, breaks: str = "") -> Canvas:
    """Draw the growth of industry to April under some events."""
    settings = {"sample": "1", break_setting(INDUSTRY): breaks}
    settings |= {one.setting: one.written() for one in events}  # type: ignore[attr-defined]
    held = Figures(settings=settings).target(INDUSTRY, "FY", 6.5)
    for year in (2022, 2023):
        for month in range(2, 5 if year == 2023 else 13):
            held.actual(INDUSTRY, f"{year}-{month:02d}", 5.0 + month / 10)
    asked = ChartRequest(chart, PROVINCE, Month(2023, 4), MADE_ON, size, INDUSTRY)
    return draw(held.snapshot(), asked)


def words(canvas: Canvas) -> set[str]:
    return {text.text for text in canvas.texts}


@pytest.mark.parametrize("chart", ["trajectory", "growth"])
@pytest.mark.parametrize("size", [preset.id for preset in GALLERY["growth"].presets])
def test_events_stand_under_the_months_in_every_size(chart: str, size: str) -> None:
    canvas = drawn(chart, size, FAIR, PROJECT)
    assert {"3 月 15 日 兰洽会开幕", "2 月 重大项目集中开工"} <= words(canvas)
    assert failures(canvas) == []


def test_events_without_room_are_counted() -> None:
    many = [event_of(f"e{n}", PROVINCE, f"2023-{n:02d}", "大" * 20) for n in range(1, 10)]
    canvas = drawn("trajectory", "square", *many)
    assert any(text.startswith("另 ") and text.endswith(" 件") for text in words(canvas))
    assert failures(canvas) == []


@pytest.mark.parametrize(
    ("chart", "word"),
    [
        ("trajectory", "2022 年 7 月起不可比"),
        ("growth", "7 月起不可比"),
    ],
)
def test_a_break_of_last_year_is_told_under_the_axis(chart: str, word: str) -> None:
    canvas = drawn(chart, "slide", breaks="2022-07")
    assert word in words(canvas)
    assert failures(canvas) == []


def test_the_heat_table_marks_the_month_of_a_break_and_says_how_to_read_it() -> None:
    plain, marked = drawn("heat", "slide"), drawn("heat", "slide", breaks="2023-03")
    assert not any("不可比" in text for text in words(plain))
    assert any("不可比" in text for text in words(marked))
    assert len(marked.figure.artists) - len(plain.figure.artists) == 2


def test_a_label_never_lies_on_a_flag() -> None:
    canvas = drawn("trajectory", "slide", FAIR)
    flag = next(box for name, box in canvas.kept_clear if name == "时间轴上的旗")
    assert not any(text.box.overlaps(flag) for text in canvas.texts)
