"""A case of 督查: what may be done to it, by whom, and how it stands in the ledger."""

from datetime import date

import pytest

from tracker.errors import BadValue, UnknownName
from tracker.inspection.case import (
    PREFIX,
    Case,
    CaseDraft,
    CaseState,
    cases_of,
    closed,
    due,
    edited,
    find_case,
    noted,
    read_due,
    removed,
    reopened,
    saved,
    submitted,
)
from tracker.periods import Month

DAY = date(2023, 7, 18)
NEW = Case("01-a", "foreign_trade", "620000", 2023, Month(2023, 6), "张三")
WORKED = edited(NEW, reason="原料进口后移", measure="一企一策", responsible="外贸处")


def test_a_case_is_under_way_once_it_has_a_measure() -> None:
    assert NEW.state is CaseState.AWAITED
    assert edited(NEW, reason="原料进口\n后移").reason == "原料进口 后移"
    assert edited(NEW, reason="原料进口后移").state is CaseState.AWAITED
    assert WORKED.state is CaseState.UNDER_WAY
    assert edited(WORKED, measure="").state is CaseState.AWAITED


def test_somebody_else_closes_a_case_after_it_was_handed_in() -> None:
    with pytest.raises(BadValue, match="先报请复核"):
        closed(WORKED, "李四", DAY)
    waiting = submitted(WORKED, "张三")
    assert waiting.state is CaseState.CHECKING
    with pytest.raises(BadValue, match="张三自己报请复核的，要由另一个人销号"):
        closed(waiting, "张三", DAY)
    done = closed(waiting, "李四", DAY)
    assert (done.state, done.closed_by, done.closed_on) == (CaseState.CLOSED, "李四", DAY)
    with pytest.raises(BadValue, match="已由李四销号，先退回再改"):
        edited(done, reason="另一个")
    again = reopened(done)
    assert (again.state, again.closed_by, again.closed_on) == (CaseState.UNDER_WAY, "", None)


def test_a_case_without_reason_or_measure_is_not_handed_in() -> None:
    with pytest.raises(BadValue, match="滞后原因和整改措施还没有写"):
        submitted(NEW, "张三")
    with pytest.raises(BadValue, match="已经报请复核"):
        submitted(submitted(WORKED, "张三"), "张三")


def test_a_case_comes_back_from_the_ledger_as_it_was_written() -> None:
    whole = closed(submitted(due(noted(WORKED, "两家已复产", "王五", DAY), DAY), "张三"), "李", DAY)
    settings = {whole.setting: whole.written(), f"{PREFIX}broken": "{", "title": "台账"}
    assert cases_of(settings) == (whole,)
    assert cases_of(settings, 2024) == ()
    assert (saved(whole).value, removed(whole).value) == (whole.written(), None)
    assert find_case(settings, "01") == whole
    with pytest.raises(UnknownName, match="没有督查事项“02”"):
        find_case(settings, "02")
    twin = Case("01-b", "gdp", "620000", 2023, Month(2023, 6))
    with pytest.raises(UnknownName, match="有 2 项"):
        find_case(settings | {twin.setting: twin.written()}, "01")


def test_what_is_typed_is_read_or_refused_with_a_sentence() -> None:
    draft = CaseDraft("原因", "措施", "省商务厅", "外贸处", " 2023-07-31 ")
    read = draft.applied_to(NEW)
    assert (read.department, read.due_on) == ("省商务厅", date(2023, 7, 31))
    assert read_due("") is None
    with pytest.raises(BadValue, match="“七月底”不是日期"):
        read_due("七月底")
    with pytest.raises(BadValue, match="最多 500 个字"):
        edited(NEW, reason="长" * 501)
    with pytest.raises(BadValue, match="进展要写内容"):
        noted(NEW, "  ", "张三", DAY)
    with pytest.raises(BadValue, match="不用退回"):
        reopened(NEW)
