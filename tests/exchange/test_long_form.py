"""One figure or target a row: what is read, what is assumed, and which line is at fault."""

from datetime import date

import pytest

from tracker.catalogue import shipped_catalogue
from tracker.edits import ActualEdit, TargetEdit
from tracker.errors import BadValue, UnknownName
from tracker.exchange.long_form import actual_edits, read_rows, target_edits
from tracker.indicators import Basis, CellKey, Comparator, Measure, Status, TargetKey, Tier
from tracker.periods import Horizon, Month

CATALOGUE = shipped_catalogue()


def figure(**cells: str) -> dict[str, str]:
    row = {"indicator": "funds_in_place", "region_code": "620000", "month": "2023-04"}
    return {**row, "measure": "amount", "value": "1046.5", **cells}


def goal(**cells: str) -> dict[str, str]:
    row = {"indicator": "funds_in_place", "region_code": "620000", "year": "2023"}
    return {**row, "horizon": "FY", "measure": "amount", "value": "3000", **cells}


def test_a_short_row_is_a_flash_figure_on_the_indicators_own_basis():
    key = CellKey("funds_in_place", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)
    assert actual_edits([figure()], CATALOGUE) == [ActualEdit(key, 1046.5)]
    (loan,) = actual_edits([figure(indicator="loan_balance", measure="growth")], CATALOGUE)
    assert loan.key.basis is Basis.BALANCE
    (rank,) = actual_edits(
        [figure(indicator="gdp", month="2023-03", measure="rank", value="5")], CATALOGUE
    )
    assert rank.key.basis is Basis.NONE


def test_a_full_row_keeps_where_the_figure_comes_from():
    row = figure(basis="month", status="preliminary", published_on="2023-05-05")
    (edit,) = actual_edits([row | {"source": "甘肃日报", "note": "初步"}], CATALOGUE)
    assert edit.key.basis is Basis.MONTH
    assert (edit.status, edit.published_on) == (Status.PRELIMINARY, date(2023, 5, 5))
    assert (edit.source, edit.note) == ("甘肃日报", "初步")


def test_names_do_instead_of_codes():
    (edit,) = actual_edits([figure(indicator="招商引资", region_code="兰州")], CATALOGUE)
    assert (edit.key.indicator, edit.key.region) == ("funds_in_place", "620100")


def test_an_empty_value_unsets_and_is_not_zero():
    blank, zero = actual_edits([figure(value=" "), figure(value="0")], CATALOGUE)
    assert (blank.value, zero.value) == (None, 0)


@pytest.mark.parametrize(
    ("unit", "value", "expected"),
    [
        ("", "1046.5", 1046.5),
        ("亿元", "1046.5", 1046.5),
        ("万元", "10465000", 1046.5),
        ("万亿元", "0.10465", 1046.5),
        ("元", "104650000000", 1046.5),
    ],
)
def test_amounts_are_brought_to_the_indicators_unit_exactly(unit, value, expected):
    (edit,) = actual_edits([figure(unit=unit, value=value)], CATALOGUE)
    assert edit.value == expected


def test_a_target_row():
    key = TargetKey("funds_in_place", "620000", 2023, Horizon.FY, Measure.AMOUNT)
    assert target_edits([goal()], CATALOGUE) == [TargetEdit(key, 3000)]
    row = goal(horizon="上半年", comparator="about", tier="stretch", tolerance="50")
    more = {"effective_on": "2023-02-01", "document": "1号", "wording": "左右", "source": "省政府"}
    assert target_edits([row | more], CATALOGUE) == [
        TargetEdit(
            key._replace(horizon=Horizon.H1, tier=Tier.STRETCH),
            3000,
            Comparator.ABOUT,
            None,
            50,
            date(2023, 2, 1),
            "1号",
            "左右",
            "省政府",
        )
    ]


@pytest.mark.parametrize(
    ("row", "error", "sentence"),
    [
        (figure(indicator="黄金储备量"), UnknownName, "第3行：没有指标“黄金储备量”"),
        (figure(region_code="火星"), UnknownName, "第3行：没有地区“火星”"),
        (figure(month="2023.4"), UnknownName, "第3行：不认识月份“2023.4”"),
        (figure(measure="speed"), UnknownName, "第3行：measure 列的“speed”不认识，可用 amount"),
        (figure(basis="week"), UnknownName, "可用 ytd、month、balance"),
        (figure(value="12..5"), BadValue, "第3行：value 列的“12..5”不是数字"),
        (figure(published_on="5月5日"), BadValue, "第3行：published_on 列的“5月5日”不是日期"),
        (figure(unit="吨"), BadValue, "第3行：招商引资的单位应是“亿元”，表里写的是“吨”"),
        (figure(measure="growth", unit="亿元"), BadValue, "单位应是“%”"),
    ],
)
def test_a_bad_row_is_named_by_its_line(row, error, sentence):
    with pytest.raises(error, match=sentence):
        actual_edits([figure(), row], CATALOGUE)


def test_a_bad_target_row_is_named_by_its_line():
    with pytest.raises(BadValue, match="第2行：年份“二三年”不是数字"):
        target_edits([goal(year="二三年")], CATALOGUE)
    with pytest.raises(UnknownName, match="第2行：不认识期别"):
        target_edits([goal(horizon="下半年")], CATALOGUE)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_files_are_read_in_the_encodings_offices_use(tmp_path, encoding):
    path = tmp_path / "数据.csv"
    path.write_bytes("indicator,region_code\r\n贷款,兰州\r\n".encode(encoding))
    assert read_rows(path) == [{"indicator": "贷款", "region_code": "兰州"}]


def test_a_file_that_is_no_text_or_is_not_there(tmp_path):
    path = tmp_path / "图.csv"
    path.write_bytes(b"\x89PNG\xff\xff\xff")
    with pytest.raises(BadValue, match="不是文本表格"):
        read_rows(path)
    with pytest.raises(BadValue, match="打不开文件"):
        read_rows(tmp_path / "没有.csv")
