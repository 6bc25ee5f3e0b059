"""The gallery lists the charts without loading matplotlib, and refuses what cannot be drawn."""

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from tests.charts.conftest import wanted
from tests.in_memory import CATALOGUE, PROVINCE, WITH_CATCH_UP, Figures
from tracker.charts.gallery import GALLERY, ChartRequest, build, chart_entry, draw, title_candidates
from tracker.charts.presets import PRESETS, preset
from tracker.errors import ExportError, UnknownName
from tracker.indicators import Measure, MeasureKind
from tracker.periods import Month
from tracker.plots.course_page import course_page
from tracker.plots.history_tables import heat_table
from tracker.plots.light_history import light_history
from tracker.snapshot import Snapshot

MADE_ON = date(2023, 7, 1)


def test_listing_the_charts_does_not_load_matplotlib() -> None:
    code = "import sys, tracker.charts.gallery; print('matplotlib' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def test_drawing_never_imports_pyplot_nor_leaves_a_setting_changed() -> None:
    code = (
        "import sys, matplotlib, datetime\n"
        "from tests.in_memory import Figures\n"
        "from tracker.charts.export import render\n"
        "from tracker.charts.gallery import ChartRequest\n"
        "from tracker.periods import Month\n"
        "settings = [name for name in matplotlib.rcParams if name != 'backend']\n"
        "before = [matplotlib.rcParams[name] for name in settings]\n"
        "held = Figures().actual('funds_in_place', '2023-04', 1046.5)"
        ".target('funds_in_place', 'FY', 3000).snapshot()\n"
        "for form in ('png', 'svg', 'pdf'):\n"
        "    asked = ChartRequest('board', '620000', Month(2023, 4), datetime.date(2023, 5, 10))\n"
        "    render(held, asked, form)\n"
        "after = [matplotlib.rcParams[name] for name in settings]\n"
        "print('matplotlib.pyplot' in sys.modules, before == after)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["False", "True"]


def test_each_chart_says_which_sizes_it_has() -> None:
    assert {size.id for size in GALLERY["board"].presets} == set(PRESETS)
    assert GALLERY["trajectory"].needs_indicator
    assert not GALLERY["board"].needs_indicator
    assert preset("a4").size_text == "2480 × 3508"


def test_a_figure_has_the_size_of_its_preset(sample: Snapshot) -> None:
    figure = build(sample, wanted())
    assert tuple(figure.get_size_inches() * figure.dpi) == pytest.approx((1920, 1080))


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ({"chart": "pie"}, UnknownName, "没有图表“pie”"),
        ({"preset": "stamp"}, UnknownName, "没有图片尺寸“stamp”"),
        ({"paper": "gold"}, UnknownName, "没有底色“gold”"),
        ({"chart": "trajectory", "indicator": None}, ExportError, "先选一个指标"),
        ({"chart": "trajectory", "preset": "banner"}, ExportError, "没有“公众号头图”尺寸"),
    ],
)
def test_a_picture_that_cannot_be_made_is_refused_in_one_sentence(
    sample: Snapshot, change: dict[str, object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        build(sample, wanted(**change))  # type: ignore[arg-type]


def test_an_unknown_chart_names_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="trajectory、board"):
        chart_entry("pie")


def test_june_titles_say_what_is_past_half(sample: Snapshot) -> None:
    titles = title_candidates(sample, wanted())
    assert titles[0] == "时间过半，8 项累计任务 6 项过半；外贸差 7.6 个百分点"
    assert 2 <= len(titles) <= 3


def test_two_lines_of_title_name_a_second_task(sample: Snapshot) -> None:
    titles = title_candidates(sample, wanted(preset="a4"))
    assert titles[0].endswith("外贸差 7.6 个百分点，避险搬迁差 3.0 个")


def test_other_months_count_what_is_on_pace(sample: Snapshot) -> None:
    titles = title_candidates(sample, wanted(month="2023-04"))
    assert titles[0] == "时间过去三分之一，17 项指标 11 项达标；外贸、避险搬迁滞后"


def test_trajectory_titles_say_what_is_expected_stage_and_need(sample: Snapshot) -> None:
    assert title_candidates(sample, wanted("trajectory", "2023-04")) == [
        "招商引资快于序时，预计 6 月底 1,650—1,790 亿元",
        "一季度招商引资 754.1 亿元，超额完成 600 亿元目标",
        "离任务过半还差 453.5 亿元，后两月月均 226.8 亿元即可",
    ]


@pytest.mark.parametrize(
    ("indicator", "month", "title"),
    [
        ("cpi", "2023-06", "CPI 1.1%，低于上限 1.9 个百分点"),
        ("gdp", "2023-06", "GDP 同比增长 6.8%，高出目标 0.8 个百分点"),
        ("farmland_built", "2023-04", "高标准农田 4 月待报，3 月 30.6 万亩"),
        ("energy_consumption", "2023-06", "能耗完成年度目标 49.1%，比序时少用 0.9 个百分点"),
        ("industrial_output", "2023-04", "规上工业同比增长 7.4%，高出目标 0.9 个百分点"),
        ("listed_companies", "2023-04", "上市企业快于序时，预计 6 月底 2—6 家"),
    ],
)
def test_trajectory_titles_fit_the_kind_of_indicator(
    sample: Snapshot, indicator: str, month: str, title: str
) -> None:
    asked = wanted("trajectory", month, indicator=indicator)
    assert title_candidates(sample, asked)[0] == title


def test_a_finished_stage_is_the_news_where_there_is_no_year_target(gansu: Snapshot) -> None:
    titles = title_candidates(gansu, wanted("trajectory", "2023-03"))
    assert titles[0] == "一季度招商引资 754.1 亿元，超额完成 600 亿元目标"


def test_a_year_without_figures_still_has_a_title(sample: Snapshot) -> None:
    empty = wanted("trajectory", as_of=Month(2016, 3), made_on=date(2016, 4, 1))
    assert title_candidates(sample, empty) == ["招商引资还没有报数"]
    assert title_candidates(sample, wanted(as_of=Month(2016, 3))) == ["2016 年还没有目标"]


def test_another_region_is_named_in_the_subtitle(sample: Snapshot) -> None:
    texts = [text.text for text in draw(sample, wanted(region="620100")).texts]
    assert any(text.startswith("兰州市 2023 年上半年。") for text in texts)
    course = draw(sample, wanted("trajectory", region="620100"))
    assert "2023 年兰州市招商引资到位资金，当年累计，亿元" in [text.text for text in course.texts]


def test_the_board_prints_the_numbers_of_the_picture(sample: Snapshot) -> None:
    texts = {text.text for text in draw(sample, wanted()).texts}
    assert {"半程线 50%", "42.4%", "−7.6", "余 0.9", "262.9", "/ 620 亿元", "全国 −6.2"} <= texts
    assert {"数据：示例。" in text for text in texts} == {True, False}
    assert "双过半 · 2023-07-18 出图" in texts


def test_a_figure_not_reported_is_an_empty_box_with_the_last_value(sample: Snapshot) -> None:
    texts = [text.text for text in draw(sample, wanted(month="2023-04")).texts]
    assert "3 月 30.6" in texts
    assert "与序时差" in texts


def test_the_trajectory_prints_the_numbers_of_the_picture(sample: Snapshot) -> None:
    texts = {text.text for text in draw(sample, wanted("trajectory", "2023-04")).texts}
    assert {"1,046.5", "754.1", "目标 600，完成 125.7%", "任务过半 1,500"} <= texts
    assert {"3,000", "年度目标", "2,286.4", "2022 年同期", "三季度目标 2,250"} <= texts
    assert "后两月月均 226.8 即可，是前 4 月月均 261.6 的 0.87 倍" in texts
    assert {"预计", "3,490", "八成可能上沿", "6 月底预计", "1,650—1,790"} <= texts
    assert any("按本地近6年1—4月累计占1—6月的比重" in text for text in texts)


def test_what_cannot_be_estimated_has_no_fan(gansu: Snapshot) -> None:
    texts = {text.text for text in draw(gansu, wanted("trajectory", "2023-03")).texts}
    assert not any("预计" in text for text in texts)


def test_a_finished_stage_is_not_held_against_half(gansu: Snapshot) -> None:
    texts = {text.text for text in draw(gansu, wanted()).texts}
    assert {"125.7%", "+25.7"} <= texts
    assert "+75.7" not in texts


def test_a_task_of_the_list_is_drawn_where_its_light_is_the_point() -> None:
    """It stands in the heat table and on the map; an axis of figures refuses it in a sentence."""
    held = Figures().actual("gdp", "2023-06", 1, measure="amount")
    held.target("gdp", "FY", 2.0, measure="amount", due_on=date(2023, 6, 10))
    held.target("cpi", "FY", 3, comparator="at_most").actual("cpi", "2023-06", 1.0)
    task = replace(CATALOGUE.indicator("gdp"), kind=MeasureKind.MILESTONE, judged_by=Measure.AMOUNT)
    known = replace(CATALOGUE, indicators={**CATALOGUE.indicators, "gdp": task})
    snapshot = Snapshot(known, held, {})
    june = Month(2023, 6)
    for chart in ("trajectory", "ranking"):
        with pytest.raises(ExportError, match="地区生产总值是清单任务，没有数可画"):
            build(snapshot, ChartRequest(chart, PROVINCE, june, MADE_ON, indicator="gdp"))
    table = heat_table(light_history(snapshot, PROVINCE, june))
    (row,) = [one for one in table.rows if one[0] == "地区生产总值"]
    assert row[-2] == "临界"
    build(snapshot, ChartRequest("heat", PROVINCE, june, MADE_ON))
    page = course_page(snapshot, PROVINCE, june)
    assert [course.progress.indicator.id for course in page.courses] == ["cpi"]


def test_a_red_month_made_good_later_is_drawn_as_caught_up() -> None:
    held = Figures().target("fiscal_revenue", "FY", 1200)
    for month, value in ((1, 20.0), (2, 90.0), (3, 310.0)):
        held.actual("fiscal_revenue", f"2023-{month:02d}", value)
    request = ChartRequest("heat", PROVINCE, Month(2023, 3), MADE_ON)

    def texts() -> list[str]:
        return [text.text for text in draw(held.snapshot(), request).texts]

    assert "补" not in texts()
    held.settings = {"lights.preset": "补欠", "lights.rules": WITH_CATCH_UP}
    assert texts().count("补") == 1
    assert any("▲ 补：当时滞后，后来补上。" in text for text in texts())
