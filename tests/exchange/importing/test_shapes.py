"""The shapes of tables: whichever way they lie, each figure finds its cell of the ledger."""

from tests.exchange.importing.drawn_sheets import drawn, imported, planned, written
from tracker.exchange.importing import Hints
from tracker.exchange.sheets import Merge
from tracker.indicators import Measure, Status

GROWTH = {
    "兰州 固投 2023-03 growth": 5.0,
    "兰州 固投 2023-04 growth": 6.0,
    "临夏州 固投 2023-03 growth": -8.0,
    "临夏州 固投 2023-04 growth": 0.0,
}


def test_regions_down_months_across() -> None:
    assert (
        imported("""
        2023年各市州固定资产投资增速（%）
        地区 | 1-3月 | 1—4月
        兰州市 | 5 | 6
        临夏 | 下降8.0% | 持平
        合计 | 1 | 2
        注：数据来源于统计局
    """)
        == GROWTH
    )


def test_months_down_regions_across() -> None:
    assert (
        imported("""
        2023年各市州固定资产投资增速（%）
        月份 | 兰州市 | 临夏州
        1-3月 | 5 | -8
        1-4月 | 6 | 0
    """)
        == GROWTH
    )


def test_indicators_down_months_across_with_growth_in_a_line_below() -> None:
    found = imported("""
        武威市主要经济指标
        指标 | 单位 | 2023年1-4月 | 2023年1-5月
        一、一般公共预算收入 | 亿元 | 12.5 | 16.1
        同比增长 | % | 8.1 | 7.9
        二、固定资产投资 | % | 5 | …
    """)
    assert found == {
        "武威 预算收入 2023-04 amount": 12.5,
        "武威 预算收入 2023-05 amount": 16.1,
        "武威 预算收入 2023-04 growth": 8.1,
        "武威 预算收入 2023-05 growth": 7.9,
        "武威 固投 2023-04 growth": 5.0,
    }


def test_one_month_regions_by_indicators_under_two_header_rows() -> None:
    found = imported("""
        2023年1-5月主要经济指标
        市州 | 招商引资到位资金（万元、%） | | 固定资产投资
         | 总量 | 增速 | 增速(%)
        兰州市 | 7,541,000 | 12.5 | 6.7
        白银市 | 1000.5 | - | ５．５
    """)
    assert found == {
        "兰州 招商引资 2023-05 amount": 754.1,
        "兰州 招商引资 2023-05 growth": 12.5,
        "兰州 固投 2023-05 growth": 6.7,
        "白银 招商引资 2023-05 amount": 0.10005,
        "白银 固投 2023-05 growth": 5.5,
    }


def test_merged_headers() -> None:
    sheet = drawn(
        """
        甘肃省主要指标 | | |
        指标 | 2023年 | |
        | 1-4月 | | 1-5月
        | 总量（亿元） | 增长（%） | 总量（亿元）
        社会消费品零售总额 | 100 | 5 | 120
        """,
        merges=[Merge(0, 0, 0, 3), Merge(1, 1, 1, 3), Merge(2, 1, 2, 2), Merge(1, 0, 3, 0)],
    )
    assert written(planned(sheet)) == {
        "甘肃 社零 2023-04 amount": 100.0,
        "甘肃 社零 2023-04 growth": 5.0,
        "甘肃 社零 2023-05 amount": 120.0,
    }


def test_two_tables_below_and_beside_each_other() -> None:
    found = imported("""
        2023年1-5月固定资产投资增速（%）
        地区 | 增速 | 位次 | | 地区 | 增速 | 位次
        兰州市 | 5.1 | 2 | | 天水市 | 3 | 并列第4
        白银市 | 6.1 | 第1 | | 武威市 | 3 | 4

        2023年1-5月社会消费品零售总额（亿元）
        地区 | 总量
        兰州市 | 510
    """)
    assert found == {
        "兰州 固投 2023-05 growth": 5.1,
        "兰州 固投 2023-05 rank": 2.0,
        "白银 固投 2023-05 growth": 6.1,
        "白银 固投 2023-05 rank": 1.0,
        "天水 固投 2023-05 growth": 3.0,
        "天水 固投 2023-05 rank": 4.0,
        "武威 固投 2023-05 growth": 3.0,
        "武威 固投 2023-05 rank": 4.0,
        "兰州 社零 2023-05 amount": 510.0,
    }


def test_blocks_under_a_line_of_words() -> None:
    found = imported("""
        2023年各市州主要指标增速（%）
        地区 | 1-4月 | 1-5月
        一、固定资产投资
        兰州市 | 1 | 2
        二、社会消费品零售总额
        兰州市 | 3 | 4
    """)
    assert found == {
        "兰州 固投 2023-04 growth": 1.0,
        "兰州 固投 2023-05 growth": 2.0,
        "兰州 社零 2023-04 growth": 3.0,
        "兰州 社零 2023-05 growth": 4.0,
    }


def test_this_month_beside_the_months_to_date_and_the_year_before() -> None:
    found = imported("""
        一般公共预算收入（亿元）
        地区 | 2023年5月 | 2023年1-5月 | 2022年1-5月
        兰州市 | 20 | 100 | 90
    """)
    assert found == {
        "兰州 预算收入 2023-05 amount month": 20.0,
        "兰州 预算收入 2023-05 amount": 100.0,
        "兰州 预算收入 2022-05 amount": 90.0,
    }


def test_the_same_period_of_the_year_before_is_a_year_back() -> None:
    found = imported("""
        2023年1-5月一般公共预算收入（亿元）
        地区 | 累计 | 上年同期 | 同比%
        兰州市 | 100 | 90 | 11.1
    """)
    assert found == {
        "兰州 预算收入 2023-05 amount": 100.0,
        "兰州 预算收入 2022-05 amount": 90.0,
        "兰州 预算收入 2023-05 growth": 11.1,
    }


def test_a_month_keeps_the_year_of_the_one_before_it() -> None:
    found = imported("""
        固定资产投资增速（累计，%）
        地区 | 2023年2月 | 3月 | 4月
        兰州市 | 1 | 2 | 3
    """)
    assert list(found) == [f"兰州 固投 2023-0{month} growth" for month in (2, 3, 4)]


def test_years_alone_are_whole_years() -> None:
    found = imported("""
        地区生产总值（亿元）
        地区 | 2021 | 2022
        兰州市 | 3231.3 | 3343.5
    """)
    assert list(found) == ["兰州 GDP 2021-12 amount", "兰州 GDP 2022-12 amount"]


def test_a_column_of_month_numbers_or_of_region_codes() -> None:
    assert (
        imported("""
        2023年固定资产投资增速（累计，%）
        月份 | 兰州市 | 临夏州
        3 | 5 | -8
        4 | 6 | 0
    """)
        == GROWTH
    )
    assert (
        imported("""
        2023年固定资产投资增速（%）
        序号 | 代码 | 1-3月 | 1-4月
        1 | 620100 | 5 | 6
        2 | 622900 | -8 | 0
    """)
        == GROWTH
    )


def test_balances_are_balances_and_percent_indicators_have_one_value() -> None:
    found = imported("""
        2023年5月甘肃省主要指标
        指标 | 数值
        各项贷款余额（亿元） | 26851
        居民消费价格涨幅（%） | 0.7
        城镇调查失业率（%） | 5.1
    """)
    assert found == {
        "甘肃 贷款 2023-05 amount": 26851.0,
        "甘肃 CPI 2023-05 growth": 0.7,
        "甘肃 失业率 2023-05 amount": 5.1,
    }


def test_what_the_sheet_is_called_and_a_note_say_too() -> None:
    sheet = drawn("地区 | 1-4月 | 1-5月\n兰州市 | 1 | 2\n注：单位：%；2023年数据", name="固投增速")
    assert list(written(planned(sheet))) == [
        "兰州 固投 2023-04 growth",
        "兰州 固投 2023-05 growth",
    ]


def test_values_that_carry_their_own_unit_or_percent() -> None:
    found = imported("""
        2023年1-5月招商引资到位资金
        地区 | 总量 | 增速
        兰州市 | 754.1亿元 | 增长1.5倍
        白银市 | 1,005万元 | 8.9%
    """)
    assert found == {
        "兰州 招商引资 2023-05 amount": 754.1,
        "兰州 招商引资 2023-05 growth": 150.0,
        "白银 招商引资 2023-05 amount": 0.1005,
        "白银 招商引资 2023-05 growth": 8.9,
    }


def test_figures_written_as_growth_say_the_measure_themselves() -> None:
    found = imported("""
        2023年1-5月固定资产投资
        地区 | 完成情况
        兰州市 | 下降8.0%
        白银市 | 增长3%
    """)
    assert found == {"兰州 固投 2023-05 growth": -8.0, "白银 固投 2023-05 growth": 3.0}


def test_a_status_in_the_header_is_kept() -> None:
    plan = planned(
        drawn("2023年地区生产总值（亿元）\n地区 | 上半年预计 | 一季度\n兰州市 | 1700 | 800")
    )
    assert [(write.new, write.status) for write in plan.writes] == [
        (1700.0, Status.ESTIMATE),
        (800.0, Status.FLASH),
    ]


def test_answers_fill_what_the_table_does_not_say() -> None:
    found = imported(
        "地区 | 1-3月 | 1-4月\n兰州市 | 5 | 6\n临夏州 | -8 | 0",
        hints=Hints(indicator="fixed_investment", measure=Measure.GROWTH, year=2023),
    )
    assert found == GROWTH


def test_a_table_without_regions_is_of_the_region_asked_for() -> None:
    text = "2023年主要指标\n指标 | 1-5月\n固定资产投资增速（%） | 5"
    assert list(imported(text)) == ["甘肃 固投 2023-05 growth"]
    assert list(imported(text, hints=Hints(region="620600"))) == ["武威 固投 2023-05 growth"]


def test_the_whole_city_is_the_one_of_the_title() -> None:
    found = imported("""
        临夏州2023年1-5月固定资产投资增速（%）
        县市 | 增速
        全州 | 3
        临夏市 | 5
    """)
    assert found == {"临夏州 固投 2023-05 growth": 3.0, "临夏市 固投 2023-05 growth": 5.0}
