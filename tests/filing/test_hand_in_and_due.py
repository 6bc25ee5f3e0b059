"""A month is handed in and taken back; what is due, what is late, and whose it is."""

from datetime import date

import pytest

from tests.cli.conftest import Guoban
from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.errors import BadValue
from tracker.filing.due import (
    DEFAULT_DAY,
    Due,
    department_days,
    due_day,
    due_figures,
    reminder,
    set_due_day,
)
from tracker.filing.hand_in import hand_in, handed_in, take_back
from tracker.filing.marks import read_mark
from tracker.periods import Month
from tracker.review import month_errors

APRIL, TODAY = Month(2023, 4), date(2023, 5, 25)


def test_handing_in_is_one_mark_and_taking_back_removes_it() -> None:
    edit = hand_in({}, PROVINCE, APRIL, "张三", TODAY)
    settings = {edit.name: edit.value or ""}
    mark = handed_in(settings, PROVINCE, APRIL)
    assert mark is not None
    assert (mark.by, mark.on) == ("张三", TODAY)
    assert handed_in(settings, "620100", APRIL) is None
    with pytest.raises(BadValue, match="已由张三在 2023-05-25 提交；要改请先撤回"):
        hand_in(settings, PROVINCE, APRIL, "李四", TODAY)
    assert take_back(settings, PROVINCE, APRIL).value is None
    with pytest.raises(BadValue, match="还没有提交"):
        take_back({}, PROVINCE, APRIL)


def test_a_month_with_what_cannot_be_right_is_not_handed_in() -> None:
    held = Figures().actual("gdp", "2023-04", 3200).actual("funds_in_place", "2023-04", 1046.5)
    errors = month_errors(held.snapshot(), PROVINCE, APRIL, TODAY)
    with pytest.raises(BadValue, match=r"2023-04 还有 1 处错误.*地区生产总值"):
        hand_in({}, PROVINCE, APRIL, "张三", TODAY, errors)


def test_a_mark_that_nobody_of_us_wrote_is_none() -> None:
    for text in (None, "", "x", "[]", '{"by": 1}', '{"by": "a", "on": "x"}'):
        assert read_mark(text) is None


def waiting(held: Figures) -> list[Due]:
    found = due_figures(held.snapshot(), [PROVINCE], APRIL, TODAY)
    return [one for one in found if not one.reported]


def test_what_is_due_in_april_is_monthly_only() -> None:
    held = Figures().actual("funds_in_place", "2023-04", 1046.5)
    found = due_figures(held.snapshot(), [PROVINCE], APRIL, TODAY)
    names = {one.indicator.id: one for one in found}
    assert names["funds_in_place"].reported
    assert "gdp" not in names, "quarterly series owe nothing in April"
    assert names["fiscal_revenue"].due_on == date(2023, 5, DEFAULT_DAY)
    assert names["fiscal_revenue"].late_days(TODAY) == 5
    assert names["funds_in_place"].late_days(TODAY) == 0


def test_a_department_and_an_indicator_have_days_of_their_own() -> None:
    fiscal = CATALOGUE.indicator("fiscal_revenue")
    settings = {}
    for name, day in (("省财政厅", 12), ("fiscal_revenue", 8)):
        edit = set_due_day(name, day)
        settings[edit.name] = edit.value or ""
    assert due_day(settings, fiscal) == 8
    del settings["due_day.fiscal_revenue"]
    assert due_day(settings, fiscal) == 12
    assert due_day({"due_day.fiscal_revenue": "99"}, fiscal) == DEFAULT_DAY
    assert set_due_day("fiscal_revenue", None).value is None
    with pytest.raises(BadValue, match="1 到 28 日之间"):
        set_due_day("fiscal_revenue", 31)


def test_the_reminder_is_a_line_for_each_department() -> None:
    text = reminder(waiting(Figures()), TODAY)
    assert "省财政厅：一般公共预算收入 4 月（已逾期 5 天）" in text.splitlines()
    assert reminder([], TODAY) == "应报的数都报了。"


def test_the_command_line(guoban: Guoban, public: str) -> None:
    where = ("--as-of", "2023-04", "--ledger", public)
    found = guoban("due", *where, "--json").json
    assert {"indicator", "region", "department", "due_on", "reported", "late_days"} <= set(found[0])
    assert "逾期" in guoban("due", *where).out
    assert "省财政厅：" in guoban("due", "--message", *where).out
    assert "已提交" in guoban("submit", *where).out
    assert "要改请先撤回" in guoban("submit", *where).sentence
    assert "已撤回" in guoban("submit", "--back", *where).out


def test_the_days_are_set_by_department_or_by_indicator(guoban: Guoban, blank: str) -> None:
    due = ("due", "--as-of", "2023-04", "--ledger", blank)

    def day_of(indicator: str) -> str:
        found = guoban(*due, "--json").json
        return next(one["due_on"] for one in found if one["indicator"] == indicator)

    guoban("record", "fiscal_revenue", "2023-03", "250", "--ledger", blank)
    assert day_of("fiscal_revenue") == "2023-05-20"
    assert "次月 12 日" in guoban(*due, "--set", "12", "--department", "省财政厅").out
    assert day_of("fiscal_revenue") == "2023-05-12"
    guoban(*due, "--set", "8日", "--indicator", "fiscal_revenue")
    assert day_of("fiscal_revenue") == "2023-05-08"
    guoban(*due, "--set", "default", "--indicator", "fiscal_revenue")
    assert day_of("fiscal_revenue") == "2023-05-12"
    assert "二选一" in guoban(*due, "--set", "12").sentence
    assert "没有牵头单位" in guoban(*due, "--set", "12", "--department", "省花局").sentence
    assert "不认识报送日" in guoban(*due, "--set", "下旬", "--indicator", "gdp").sentence
    assert "1 到 28" in guoban(*due, "--set", "30", "--indicator", "gdp").sentence
    assert "请同时写 --set" in guoban(*due, "--indicator", "gdp").sentence


def test_a_department_without_a_day_of_its_own_has_the_usual_one() -> None:
    days = department_days(Figures().snapshot())
    assert set(days.values()) == {DEFAULT_DAY}
    assert "省财政厅" in days
