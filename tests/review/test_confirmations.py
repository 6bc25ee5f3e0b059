"""A warning is confirmed with a note for one value; a red light is explained."""

from datetime import date

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.indicators import Basis, CellKey, Measure
from tracker.periods import Month
from tracker.review import Check, Finding, Severity, cell_findings
from tracker.review.confirmations import (
    confirm,
    confirmed,
    explain,
    explanation_of,
    open_findings,
)

TODAY = date(2023, 5, 10)
CELL = CellKey("funds_in_place", PROVINCE, Month(2023, 4), Measure.AMOUNT, Basis.YTD)


def held(value: float = 780) -> Figures:
    figures = Figures().target("funds_in_place", "FY", 3000)
    return figures.actual("funds_in_place", "2023-03", 810).actual(
        "funds_in_place", "2023-04", value
    )


def finding(figures: Figures, check: Check = Check.FALLING) -> Finding:
    found = cell_findings(figures.snapshot(), CELL, TODAY)
    return next(one for one in found if one.check is check)


def keep(figures: Figures, edit: SettingEdit) -> None:
    assert edit.value is not None
    figures.settings[edit.name] = edit.value


def test_a_confirmed_warning_is_open_no_more() -> None:
    figures = held()
    doubt = finding(figures)
    keep(figures, confirm(figures.snapshot(), doubt, "  核减了\n重复项目 ", "张三", TODAY))
    answer = confirmed(figures.snapshot(), doubt)
    assert answer is not None
    assert (answer.text, answer.author, answer.on) == ("核减了 重复项目", "张三", TODAY)
    left = open_findings(figures.snapshot(), cell_findings(figures.snapshot(), CELL, TODAY))
    assert [one.check for one in left] == [Check.RED]


def test_a_new_figure_needs_a_new_confirmation() -> None:
    figures = held()
    keep(figures, confirm(figures.snapshot(), finding(figures), "核减", "张三", TODAY))
    later = held(770)
    later.settings = figures.settings
    assert confirmed(later.snapshot(), finding(later)) is None


def test_a_note_is_asked_for_and_an_error_stays_one() -> None:
    figures = held()
    with pytest.raises(BadValue, match="请写一句说明"):
        confirm(figures.snapshot(), finding(figures), " ", "张三", TODAY)
    with pytest.raises(BadValue, match="不超过 200 字"):
        confirm(figures.snapshot(), finding(figures), "长" * 201, "张三", TODAY)
    wrong = Finding(Check.CLOSED, Severity.ERROR, CELL, "…")
    with pytest.raises(BadValue, match="不能确认"):
        confirm(figures.snapshot(), wrong, "就这样", "张三", TODAY)


def test_a_red_light_is_explained_and_the_explanation_taken_back() -> None:
    figures = held()
    red = finding(figures, Check.RED)
    assert explanation_of(figures.snapshot(), red) is None
    keep(figures, explain(CELL, "两个大项目推迟到 6 月入库", "张三", TODAY))
    answer = explanation_of(figures.snapshot(), red)
    assert answer is not None
    assert answer.text == "两个大项目推迟到 6 月入库"
    assert explain(CELL, "", "张三", TODAY).value is None


def test_what_nobody_of_us_wrote_counts_as_no_answer() -> None:
    figures = held()
    doubt = finding(figures)
    edit = confirm(figures.snapshot(), doubt, "核减", "张三", TODAY)
    for text in ("", "{}", "[1]", '{"text": 1, "on": "x"}'):
        figures.settings[edit.name] = text
        assert confirmed(figures.snapshot(), doubt) is None
