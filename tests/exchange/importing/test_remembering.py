"""What was answered for one table is not asked again for the next of its shape."""

from dataclasses import replace
from datetime import date

from tests.exchange.importing.drawn_sheets import TODAY, drawn, planned
from tests.in_memory import Figures
from tracker.edits import SettingEdit
from tracker.exchange.importing import Hints, ImportPlan, plan_import
from tracker.exchange.importing.remembering import memory, recall, shape_of
from tracker.exchange.sheets import Sheet
from tracker.indicators import Measure

ANSWERS = Hints(indicator="fixed_investment", measure=Measure.GROWTH, year=2023)
MAY = drawn("各市州完成情况\n地区 | 1-4月 | 1-5月\n兰州市 | 5 | 6")
JUNE = drawn("各市州完成情况\n地区 | 1-4月 | 1-5月 | 1-6月\n兰州市 | 5 | 6 | 7\n白银市 | 1 | 2 | 3")


def after(plan: ImportPlan) -> Figures:
    """Return a ledger that remembers what a plan wants remembered."""
    settings = {
        edit.name: edit.value or "" for edit in plan.edits() if isinstance(edit, SettingEdit)
    }
    return Figures(settings=settings)


def test_the_next_table_of_the_shape_asks_nothing() -> None:
    assert planned(MAY).questions
    held = after(planned(MAY, hints=ANSWERS))
    plan = planned(JUNE, figures=held)
    assert plan.questions == ()
    assert plan.written == 6
    assert {write.key.indicator for write in plan.writes} == {"fixed_investment"}


def test_another_title_or_sheet_is_another_shape() -> None:
    held = after(planned(MAY, hints=ANSWERS))
    other = drawn("各县区完成情况\n地区 | 1-4月 | 1-5月\n兰州市 | 5 | 6")
    assert planned(other, figures=held).questions
    assert planned(replace(MAY, name="社零"), figures=held).questions


def test_a_table_that_says_it_all_leaves_nothing_to_remember() -> None:
    plan = planned(drawn("2023年固定资产投资增速（%）\n地区 | 1-5月\n兰州市 | 5"), hints=ANSWERS)
    assert plan.memory == ()


def test_nothing_is_remembered_of_a_table_that_wrote_nothing() -> None:
    empty = drawn("各市州完成情况\n地区 | 1-5月\n兰州市 | —")
    assert planned(empty, hints=ANSWERS).edits() == []


def test_an_answer_given_now_wins_over_a_remembered_one() -> None:
    held = after(planned(MAY, hints=ANSWERS))
    plan = planned(MAY, figures=held, hints=Hints(year=2022))
    assert {write.key[2] for write in plan.writes if True} == {(2022, 4), (2022, 5)}


def test_a_year_is_forgotten_when_the_year_turns() -> None:
    held = after(planned(MAY, hints=ANSWERS))
    later = plan_import([MAY], held.snapshot(), today=date(2024, 2, 10))
    assert [question.about for question in later.questions] == ["year"]


def test_last_years_december_in_january_says_nothing_about_the_year() -> None:
    january = date(2024, 1, 20)
    kept = memory("shape", Hints(indicator="gdp", year=2023), january)
    settings = {kept.name: kept.value or ""}
    assert recall(settings, "shape", date(2024, 3, 1)) == Hints(indicator="gdp")


def test_a_broken_memory_is_no_memory() -> None:
    for text in ("", "[]", "{", '{"measure": "x"}', '{"asked_on": 5}'):
        assert recall({"import.shape": text}, "shape", TODAY) == Hints()


def test_numbers_do_not_make_a_shape() -> None:
    assert shape_of(["2023年", "1-5月"]) == shape_of(["2024 年", "1-12月", "1-6月"])
    assert shape_of(["增速"]) != shape_of(["总量"])


def test_sheets_are_not_changed_by_planning() -> None:
    before = [list(row) for row in MAY.rows]
    planned(MAY, hints=ANSWERS)
    assert isinstance(MAY, Sheet)
    assert MAY.rows == before
