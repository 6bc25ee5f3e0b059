"""The sentences of domain.md section 8, word for word, and their ties to the cells."""

import io
from pathlib import Path

import pytest
from docx import Document

from tests.cli.conftest import Guoban, blank, guoban, public, sample
from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.bulletin import (
    bulletin,
    indicator_sentences,
    member_sentences,
    summary_sentences,
)
from tracker.bulletin.changes import growth_words, spoken_end, spoken_period, step_words
from tracker.periods import Month

__all__ = ["blank", "guoban", "public", "sample"]
MARCH, APRIL, JUNE = Month(2023, 3), Month(2023, 4), Month(2023, 6)


def told(held: Figures, indicator: str, as_of: Month = APRIL) -> list[str]:
    return [one.text for one in indicator_sentences(held.snapshot(), indicator, PROVINCE, as_of)]


def test_the_first_quarter_of_2023_word_for_word(guoban: Guoban, public: str) -> None:
    said = guoban("bulletin", "--as-of", "2023-03", "--ledger", public).out
    for sentence in (
        "一季度末，全省各项贷款余额26851亿元，同比增长8.9%，超额完成一季度增长8%的目标任务。",
        "地区生产总值同比增长6.7%，增速比全国高2.2个百分点，居全国第五。",
        "招商引资到位资金(省外)754.1亿元，超额完成600亿元目标任务，",
    ):
        assert sentence in said, sentence


def test_a_record_is_told_only_when_the_years_are_held() -> None:
    held = Figures().target("loan_balance", "Q1", 8)
    for year, growth in ((2020, 7.0), (2021, 7.5), (2022, 8.0), (2023, 8.9)):
        held.actual("loan_balance", f"{year}-03", growth)
    (first,) = told(held, "loan_balance", MARCH)
    assert first.endswith("超额完成一季度增长8%的目标任务，创近四年增速新高。")


def test_the_annual_task_and_its_pace() -> None:
    held = Figures().target("funds_in_place", "FY", 3000)
    held.actual("funds_in_place", "2023-04", 1046.5)
    assert told(held, "funds_in_place")[1] == (
        "完成全年3000亿元目标任务的34.9%，超序时进度1.6个百分点。"
    )
    behind = Figures().target("foreign_trade", "FY", 620).actual("foreign_trade", "2023-04", 165.4)
    assert told(behind, "foreign_trade")[1].endswith("低于序时进度6.7个百分点。")


def test_a_growth_below_its_target_and_how_it_moved() -> None:
    held = Figures().target("retail_sales", "FY", 8).actual("retail_sales", "2023-04", 7.4)
    held.actual("retail_sales", "2023-03", 6.6)
    assert told(held, "retail_sales") == [
        "社会消费品零售总额同比增长7.4%。",
        "低于目标0.6个百分点。",
        "增速比一季度加快0.8个百分点。",
    ]


def test_prices_rise_and_are_no_growth() -> None:
    held = Figures().target("cpi", "FY", 3, comparator="at_most").actual("cpi", "2023-04", 1.2)
    held.actual("cpi", "2023-04", 1.0, region="100000")
    assert told(held, "cpi") == ["居民消费价格同比上涨1.2%，涨幅比全国高0.2个百分点。"]


def test_a_figure_of_an_earlier_month_says_so() -> None:
    held = Figures().target("funds_in_place", "FY", 3000)
    held.actual("funds_in_place", "2023-03", 754.1)
    assert told(held, "funds_in_place")[0].startswith("截至3月，招商引资到位资金(省外)754.1亿元")
    quarterly = Figures().target("gdp", "FY", 6).actual("gdp", "2023-03", 6.7)
    assert told(quarterly, "gdp")[0].startswith("一季度，地区生产总值同比增长6.7%")


def test_nothing_is_said_of_what_has_no_figure() -> None:
    assert told(Figures().target("gdp", "FY", 6), "gdp") == []


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (7.4, 6.6, "增速比一季度加快0.8个百分点"),
        (6.6, 7.4, "增速比一季度回落0.8个百分点"),
        (7.44, 7.41, "增速与一季度持平"),
        (1.0, -1.0, "增速比一季度由负转正"),
        (-1.0, 1.0, "增速比一季度由正转负"),
        (-3.0, -5.0, "降幅比一季度收窄2.0个百分点"),
        (-5.0, -3.0, "降幅比一季度扩大2.0个百分点"),
    ],
)
def test_how_a_growth_moved(now: float, before: float, words: str) -> None:
    assert step_words(now, before, "一季度", 1) == words


def test_words_of_growth_and_time() -> None:
    assert growth_words(-8, 1) == "同比下降8.0%"
    assert growth_words(0.04, 1) == "与上年同期持平"
    assert [spoken_period(m) for m in (1, 2, 3, 4, 6, 9, 12)] == [
        "1月", "1—2月", "一季度", "1—4月", "上半年", "前三季度", "全年",
    ]  # fmt: skip
    assert [spoken_end(Month(2023, m)) for m in (3, 4, 12)] == ["一季度末", "4月末", "年末"]


def test_the_whole_counts_who_is_on_pace() -> None:
    held = Figures().target("funds_in_place", "FY", 3000).target("foreign_trade", "FY", 620)
    held.actual("funds_in_place", "2023-04", 1046.5).actual("foreign_trade", "2023-04", 165.4)
    (sentence,) = summary_sentences(held.snapshot(), PROVINCE, APRIL)
    assert sentence.text == (
        "量化指标共2项，达到序时进度1项，占比50.0%；未达到1项，为外贸进出口总值。"
    )
    (only,) = summary_sentences(held.snapshot(), PROVINCE, APRIL, ["省商务厅"])
    assert only.text.startswith("量化指标共1项，达到序时进度0项")
    assert summary_sentences(Figures().snapshot(), PROVINCE, APRIL) == ()


def members(**growths: float) -> Figures:
    held = Figures().actual("industrial_output", "2023-04", 7.0)
    for region in CATALOGUE.members(PROVINCE):
        value = growths.get(region.short_name, 5.0)
        held.actual("industrial_output", "2023-04", value, region=region.code)
    return held


def test_the_prefectures_without_the_new_area() -> None:
    held = members(金昌=11.4, 武威=8.0, 天水=-2.0, 兰州新区=30.0)
    (sentence,) = member_sentences(held.snapshot(), "industrial_output", PROVINCE, APRIL)
    assert sentence.text == (
        "分市州看，13个市州实现正增长，其中2个超过全省平均水平，分别为金昌市、武威市；"
        "1个负增长，为天水市。"
    )


def test_half_known_prefectures_are_told_as_such() -> None:
    held = Figures().actual("gdp", "2023-03", 6.7).actual("gdp", "2023-03", -1, region="620100")
    (sentence,) = member_sentences(held.snapshot(), "gdp", PROVINCE, MARCH)
    assert sentence.text == ("分市州看，有数的1个市州中，没有市州实现正增长；1个负增长，为兰州市。")


def test_a_number_stays_tied_to_its_cell_and_goes_stale_with_it() -> None:
    held = Figures().target("gdp", "FY", 6).actual("gdp", "2023-03", 6.7)
    (sentence,) = indicator_sentences(held.snapshot(), "gdp", PROVINCE, MARCH)
    assert [key.indicator for key in sentence.cells] == ["gdp"]
    assert not sentence.is_stale(held.snapshot())
    revised = Figures().target("gdp", "FY", 6).actual("gdp", "2023-03", 6.5)
    assert sentence.is_stale(revised.snapshot())
    assert sentence.is_stale(Figures().snapshot())


def test_the_paper_has_heads_and_fits_a_department(guoban: Guoban, sample: str) -> None:
    look = ("bulletin", "--as-of", "2023-04", "--ledger", sample)
    made = guoban(*look, "--json").json
    assert made["title"] == "甘肃省2023年1—4月主要经济指标完成情况通报"
    assert made["sections"][0]["head"] == "总体情况"
    only = guoban(*look, "--department", "省商务厅", "--json").json
    names = {
        s["indicator"] for section in only["sections"] for p in section["paragraphs"] for s in p
    }
    assert names == {None, "foreign_trade", "retail_sales"}
    assert "没有牵头单位" in guoban(*look, "--department", "财政").sentence
    one = guoban(*look, "--indicator", "gdp").out
    assert "一、综合" in one
    assert "总体情况" not in one


def test_the_document_is_readable_and_the_same_each_time(
    guoban: Guoban, sample: str, tmp_path: Path
) -> None:
    look = ("bulletin", "--as-of", "2023-04", "--ledger", sample, "--out")
    guoban(*look, "a.docx")
    guoban(*look, "b.docx")
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()
    paper = Document(io.BytesIO(Path("a.docx").read_bytes()))
    texts = [line.text for line in paper.paragraphs]
    assert texts[0] == "甘肃省2023年1—4月主要经济指标完成情况通报"
    assert "一、总体情况" in texts
    assert ".docx 或 .txt" in guoban(*look, "a.pdf").sentence


def test_an_empty_month_has_no_paper(guoban: Guoban, blank: str) -> None:
    assert "还没有可写的数" in guoban("bulletin", "--as-of", "2023-04", "--ledger", blank).sentence
    assert bulletin(Figures().snapshot(), PROVINCE, JUNE).sections == ()
