"""Nothing doubtful is written: each doubt is a problem, a question or a conflict with its cell."""

import time
from datetime import date

import pytest

from tests.exchange.importing.drawn_sheets import drawn, planned, written
from tests.in_memory import Figures
from tracker.exchange.importing import Hints, ImportPlan
from tracker.exchange.sheets import Cell, Merge, Sheet
from tracker.indicators import Measure

TITLE = "2023年1-5月固定资产投资增速（%）\n地区 | 增速\n"


def plan_of(text: str, **more: object) -> ImportPlan:
    """Plan the import of a drawn sheet."""
    return planned(drawn(text), **more)  # type: ignore[arg-type]


def problem(plan: ImportPlan) -> tuple[str, str]:
    """Return cell and sentence of the only problem."""
    (one,) = plan.problems
    assert one.sheet == "Sheet1"
    assert one.message.endswith("。")
    return one.cell, one.message


@pytest.mark.parametrize(
    ("text", "about", "cell"),
    [
        ("地区 | 1-5月\n兰州市 | 5", "indicator", "B1"),
        ("2023年固定资产投资\n地区 | 1-5月\n兰州市 | 5", "measure", "B2"),
        ("固定资产投资增速（%）\n地区 | 1-5月\n兰州市 | 5", "year", "B2"),
        ("2023年固定资产投资增速（%）\n地区 | 增速\n兰州市 | 5", "month", "B2"),
        ("2023年一般公共预算收入（亿元）\n地区 | 2月 | 3月\n兰州市 | 20 | 9", "basis", "B2"),
    ],
)
def test_what_the_table_does_not_say_is_asked(text: str, about: str, cell: str) -> None:
    plan = plan_of(text)
    (question,) = plan.questions
    assert (question.about, question.sheet, question.cell) == (about, "Sheet1", cell)
    assert f"--{about}" in question.message
    assert plan.written == 0
    assert plan.edits() == []


def test_an_answer_against_the_title_is_told_and_nothing_is_written() -> None:
    plan = plan_of(TITLE + "兰州市 | 5", hints=Hints(year=2022))
    assert "--year 给的是 2022" in problem(plan)[1]
    assert plan.written == 0


def test_months_without_a_word_on_the_basis_are_to_date_and_that_is_said() -> None:
    plan = plan_of("2023年固定资产投资增速（%）\n地区 | 3月\n兰州市 | 5")
    assert list(written(plan)) == ["兰州 固投 2023-03 growth"]
    assert [one.message for one in plan.assumed] == ["没写累计还是当月，固投按累计读入。"]


def test_an_amount_without_a_unit_is_in_the_ledgers_and_that_is_said() -> None:
    plan = plan_of("2023年1-5月一般公共预算收入总量\n地区 | 总量\n兰州市 | 5")
    assert list(written(plan)) == ["兰州 预算收入 2023-05 amount"]
    assert [one.message for one in plan.assumed] == ["没写单位，预算收入按亿元读入。"]


def test_a_header_is_understood_to_its_last_word_or_left_aside() -> None:
    plan = plan_of(
        "2023年1-5月主要指标\n地区 | 固定资产投资增速（%） | 民间投资增速（%）\n兰州市 | 5 | 6"
    )
    assert list(written(plan)) == ["兰州 固投 2023-05 growth"]
    cell, message = problem(plan)
    assert cell == "C2"
    assert "民间投资" in message


@pytest.mark.parametrize("head", ["目标（亿元）", "完成率（%）", "比全国±百分点", "环比（%）"])
def test_doubtful_targets_and_computed_columns_are_left_aside(head: str) -> None:
    plan = plan_of(f"2023年1-5月一般公共预算收入\n地区 | 总量（亿元） | {head}\n兰州市 | 5 | 6")
    assert list(written(plan)) == ["兰州 预算收入 2023-05 amount"]
    assert problem(plan)[0] == "C2"


@pytest.mark.parametrize("head", ["二季度", "4-6月", "2021-2023年"])
def test_a_period_that_does_not_begin_in_january_is_left_aside(head: str) -> None:
    plan = plan_of(f"2023年固定资产投资增速（%）\n地区 | {head}\n兰州市 | 5")
    assert plan.written == 0
    assert problem(plan)[0] == "B2"


def test_a_unit_that_does_not_fit_is_told() -> None:
    plan = plan_of("2023年1-5月一般公共预算收入\n地区 | 总量（万人）\n兰州市 | 5")
    assert plan.written == 0
    assert problem(plan) == ("B2", "预算收入的单位应是亿元，表里写的是万人，这一列没有导入。")


def test_growth_in_money_is_told() -> None:
    plan = plan_of("2023年1-5月一般公共预算收入\n地区 | 增长（亿元）\n兰州市 | 5")
    assert plan.written == 0
    assert problem(plan)[0] == "B2"


def test_growth_that_was_not_multiplied_by_hundred_is_told() -> None:
    plan = plan_of(TITLE + "兰州市 | 0.067\n白银市 | 0.1234")
    assert plan.written == 0
    assert "6.7%" in problem(plan)[1]


def test_small_growth_is_no_fraction() -> None:
    plan = plan_of("2023年1-5月居民消费价格涨幅（%）\n地区 | 涨幅\n兰州市 | 0.7\n白银市 | -0.3")
    assert plan.written == 2


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("1.2.3", "两个小数点"), ("约5左右吧", "不是数字"), ("#DIV/0!", "错误值"),
        ("#未计算", "公式"), ("1,23", "千分位"), ("5亿元", "%"),
    ],
)  # fmt: skip
def test_a_cell_that_is_no_number_is_told_and_the_others_are_written(text: str, word: str) -> None:
    plan = plan_of(TITLE + f"兰州市 | {text}\n白银市 | 6\n天水市 | 7")
    assert len(written(plan)) == 2
    cell, message = problem(plan)
    assert cell == "B3"
    assert word in message


def test_dashes_are_neither_written_nor_unchanged() -> None:
    plan = plan_of(TITLE + "兰州市 | -\n白银市 | —\n天水市 | …\n武威市 | \n金昌市 | 1")
    assert (plan.written, plan.unchanged, plan.problems) == (1, 0, ())


@pytest.mark.parametrize("name", ["河西五市", "临夏地区某县", "经开区"])
def test_a_region_that_is_none_is_told(name: str) -> None:
    plan = plan_of(TITLE + f"兰州市 | 1\n{name} | 2")
    assert plan.written == 1
    assert problem(plan)[0] == "A4"


def test_a_region_that_is_double_is_told() -> None:
    plan = plan_of(TITLE + "永靖县 | 1\n临夏 | 2")
    assert plan.written == 1
    assert "622901" in problem(plan)[1]


def test_a_month_that_the_calendar_does_not_have_is_told_for_each_figure() -> None:
    plan = plan_of(
        "2023年固定资产投资增速（累计，%）\n地区 | 1月 | 2月\n兰州市 | 5 | 6\n白银 | — | 7"
    )
    assert plan.written == 2
    cell, message = problem(plan)
    assert cell == "B3"
    assert "1—2 月" in message


def test_a_month_in_the_future_is_told() -> None:
    plan = plan_of("2023年固定资产投资增速（%）\n地区 | 1-7月 | 1-9月\n兰州市 | 5 | 6")
    assert plan.written == 1
    assert problem(plan)[0] == "C3"


def test_two_values_for_one_cell_are_a_conflict_and_neither_is_written() -> None:
    plan = plan_of(TITLE + "兰州市 | 5.1\n白银市 | 4\n兰州 | 6.1")
    assert list(written(plan)) == ["白银 固投 2023-05 growth"]
    assert [(one.sheet, one.cell) for one in plan.conflicts] == [("Sheet1", "B3"), ("Sheet1", "B5")]
    assert "Sheet1 B5 是6.1" in plan.conflicts[0].message


def test_the_same_value_twice_is_written_once() -> None:
    plan = plan_of(TITLE + "兰州市 | 5.1\n兰州 | 5.1")
    assert (plan.written, plan.unchanged, plan.conflicts) == (1, 0, ())


def test_a_conflict_is_found_across_sheets_and_directions() -> None:
    one = drawn(TITLE + "兰州市 | 5.1", name="甲")
    other = drawn("2023年固定资产投资增速（%）\n月份 | 兰州市\n1-5月 | 6.1", name="乙")
    plan = planned(one, other)
    assert plan.written == 0
    assert {remark.sheet for remark in plan.conflicts} == {"甲", "乙"}


def test_a_total_that_differs_is_told_and_never_written() -> None:
    text = "2023年1-5月一般公共预算收入（亿元）\n地区 | 总量\n兰州市 | 5\n白银市 | 6\n合计 | "
    assert plan_of(text + "11").problems == ()
    plan = plan_of(text + "12")
    assert plan.written == 2
    cell, message = problem(plan)
    assert cell == "B5"
    assert "12" in message
    assert "11" in message


def test_a_total_may_hold_the_new_area_or_not_and_rounds() -> None:
    text = (
        "2023年1-5月一般公共预算收入（亿元）\n地区 | 总量\n全省 | 99\n"
        "兰州市 | 5.04\n白银市 | 6.04\n兰州新区 | 2\n合计 | "
    )
    for total in ("11.08", "11.09", "13.08"):
        assert plan_of(text + total).problems == ()
    assert "对不上" in problem(plan_of(text + "15"))[1]


def test_a_value_merged_over_two_regions_is_told() -> None:
    sheet = drawn(TITLE + "兰州市 | 5\n白银市 | \n天水市 | 7", merges=[Merge(2, 1, 3, 1)])
    plan = planned(sheet)
    assert list(written(plan)) == ["天水 固投 2023-05 growth"]
    assert {one.cell for one in plan.problems} == {"B3", "B4"}
    assert "B3:B4 是合并单元格" in plan.problems[0].message


def test_hidden_rows_and_columns_are_not_written_unseen() -> None:
    sheet = drawn(
        "2023年固定资产投资增速（%）\n地区 | 1-4月 | 1-5月\n兰州市 | 1 | 2\n白银市 | 3 | 4"
    )
    hidden = type(sheet)(
        sheet.name, sheet.rows, hidden_rows=frozenset({3}), hidden_columns=frozenset({1})
    )
    plan = planned(hidden)
    assert list(written(plan)) == ["兰州 固投 2023-05 growth"]
    assert [one.cell for one in plan.problems] == ["A4", "B2"]


def test_a_hidden_sheet_is_told() -> None:
    sheet = drawn(TITLE + "兰州市 | 5")
    plan = planned(type(sheet)(sheet.name, sheet.rows, hidden=True))
    assert plan.written == 0
    assert "隐藏" in problem(plan)[1]


def test_a_form_that_was_filled_in_at_a_date_is_not_of_that_date() -> None:
    plan = plan_of(
        "固定资产投资增速\n填报日期：2023年6月 | 单位：%\n地区 | 1-5月\n兰州市 | 5\n"
        "制表：张三 2023年6月"
    )
    assert [question.about for question in plan.questions] == ["year"]


def test_a_note_on_some_figures_is_not_on_all() -> None:
    plan = plan_of("固定资产投资增速（%）\n地区 | 1-5月\n兰州市 | 5\n注：2022年为最终核实数。")
    assert [question.about for question in plan.questions] == ["year"]


def test_nothing_at_all_is_told() -> None:
    (one,) = plan_of("今天天气好").problems
    assert "没有找到" in one.message


def test_months_of_two_years_without_their_year_are_told() -> None:
    plan = plan_of(
        "2023年固定资产投资增速（累计，%）\n地区 | 11月 | 12月 | 2月\n兰州市 | 5 | 6 | 7"
    )
    assert plan.written == 0
    assert {one.cell for one in plan.problems} == {"B2", "C2", "D2"}


def test_a_figure_that_stands_is_unchanged_and_another_value_replaces_it() -> None:
    held = Figures().actual("fixed_investment", "2023-05", 5.0, region="620100")
    held.actual("fixed_investment", "2023-05", 1.0, region="620400")
    plan = plan_of(TITLE + "兰州市 | 5\n白银市 | 6\n天水市 | 7", figures=held)
    assert plan.unchanged == 1
    assert [(write.cell, write.old, write.new) for write in plan.writes] == [
        ("B4", 1.0, 6.0),
        ("B5", None, 7.0),
    ]


def test_excel_noise_is_no_change() -> None:
    held = Figures().actual("fixed_investment", "2023-05", 0.3, region="620100")
    sheet = drawn(TITLE + "兰州市 | 0")
    sheet.rows[2][1] = 0.1 + 0.2
    assert planned(sheet, figures=held).unchanged == 1


def test_measure_is_needed_once_for_a_table() -> None:
    text = "2023年固定资产投资\n地区 | 1-4月 | 1-5月\n兰州市 | 5 | 6"
    assert len(plan_of(text).questions) == 1
    assert plan_of(text, hints=Hints(measure=Measure.GROWTH)).written == 2


def test_amounts_under_a_title_in_percent_are_told() -> None:
    plan = plan_of("2023年1-5月固定资产投资增速（%）\n地区 | 总量\n兰州市 | 5")
    assert plan.written == 0
    assert problem(plan)[0] == "B2"


def test_what_excel_made_of_1_to_2_is_read_as_months() -> None:
    sheet = drawn("2023年固定资产投资增速（%）\n地区 | a | b\n兰州市 | 1 | 2")
    sheet.rows[1][1:] = [date(2024, 1, 2), date(2024, 1, 5)]
    assert list(written(planned(sheet))) == [
        "兰州 固投 2023-02 growth",
        "兰州 固投 2023-05 growth",
    ]


@pytest.mark.parametrize("head", [date(2023, 5, 17), "2023-05-17", "2023年5月17日"])
def test_a_day_where_a_month_is_meant_is_told(head: Cell) -> None:
    sheet = drawn("2023年固定资产投资增速（%）\n地区 | 1-4月 | b\n兰州市 | 1 | 2")
    sheet.rows[1][2] = head
    plan = planned(sheet)
    assert list(written(plan)) == ["兰州 固投 2023-04 growth"]
    assert problem(plan)[0] == "C2"
    assert plan.questions == ()


def test_a_first_row_without_any_figure_is_told_too() -> None:
    plan = plan_of(TITLE + "兰州市 | 待报\n白银市 | 5")
    assert list(written(plan)) == ["白银 固投 2023-05 growth"]
    assert problem(plan)[0] == "B3"


def test_a_sheet_of_many_rows_takes_time_by_its_rows_not_by_their_square() -> None:
    sheet = Sheet("长", [[float(row), 1.5] for row in range(12_000)])
    begun = time.perf_counter()
    plan = planned(sheet)
    assert time.perf_counter() - begun < 5
    assert [one.about for one in plan.questions] == ["indicator"]
