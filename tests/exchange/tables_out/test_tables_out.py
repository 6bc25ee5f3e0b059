"""Tables that go out: the columns of a real 台账, numbers as numbers, text never a formula."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Guoban, blank, guoban, public, sample
from tests.in_memory import PROVINCE, Figures
from tracker.exchange.tables_out.csv_table import ledger_csv
from tracker.exchange.tables_out.ledger_table import all_heads, ledger_table
from tracker.exchange.tables_out.ledger_workbook import ledger_workbook, pages
from tracker.exchange.tables_out.safe_text import csv_text, plain_text
from tracker.periods import Month

__all__ = ["blank", "guoban", "public", "sample"]
APRIL = Month(2023, 4)


def held() -> Figures:
    figures = Figures().target("funds_in_place", "Q1", 600).target("funds_in_place", "FY", 3000)
    figures.actual("funds_in_place", "2023-02", 412.6).actual("funds_in_place", "2023-04", 1046.5)
    figures.actual("funds_in_place", "2023-04", 65.1, "growth")
    figures.target("energy_consumption", "FY", 8600, comparator="at_most")
    return figures.actual("energy_consumption", "2023-04", 2815)


def test_a_row_has_targets_months_and_the_light() -> None:
    rows = {(row.indicator.id, row.measure.value): row for row in
            ledger_table(held().snapshot(), PROVINCE, APRIL)}  # fmt: skip
    funds = rows["funds_in_place", "amount"]
    assert funds.targets == (600, None, None, 3000)
    assert funds.months[:4] == (None, 412.6, None, 1046.5)
    assert (funds.caption, funds.unit, funds.light_word) == ("累计", "亿元", "达标")
    assert round(funds.completion or 0, 4) == 0.3488
    growth = rows["funds_in_place", "growth"]
    assert (growth.caption, growth.completion, growth.light_word) == ("同比", None, "")
    assert rows["energy_consumption", "amount"].targets[3] == "≤8,600"


def test_the_workbook_is_one_a_person_would_have_made() -> None:
    content = ledger_workbook("试验", pages(held().snapshot(), [PROVINCE], APRIL), APRIL,
                              date(2023, 5, 10))  # fmt: skip
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["甘肃省"]
    heads = [cell.value for cell in sheet[3]]
    assert heads == all_heads()
    first = {head: cell.value for head, cell in zip(heads, sheet[4], strict=True)}
    assert first["4 月"] == 1046.5
    assert first["全年目标"] == 3000
    assert first["亮灯"] == "达标"
    assert sheet.freeze_panes == "C4"
    assert sheet.auto_filter.ref
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$1:$3"
    assert sheet["M4"].number_format == "#,##0.0"
    assert len(sheet.conditional_formatting) >= 1


def test_the_same_ledger_and_day_give_the_same_bytes() -> None:
    made = [
        ledger_workbook(
            "试验", pages(held().snapshot(), [PROVINCE], APRIL), APRIL, date(2023, 5, 10)
        )
        for _ in range(2)
    ]
    assert made[0] == made[1]


def test_the_csv_opens_in_a_spreadsheet() -> None:
    content = ledger_csv(pages(held().snapshot(), [PROVINCE], APRIL))
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0] == ["地区", *all_heads()]
    assert rows[1][:3] == ["甘肃省", "1", "招商引资到位资金(省外)"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-cmd", "@x", "\tx", "\rx", "普通", "—", "'引号"])
def test_text_is_never_a_formula_and_comes_back(text: str) -> None:
    assert not csv_text(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    if text != "'引号":
        assert plain_text(csv_text(text)) == text


def test_a_formula_in_a_note_leaves_as_text(guoban: Guoban, blank: str, tmp_path: Path) -> None:
    attack = "=cmd|'/c calc'!A0"
    guoban("record", "funds_in_place", "2023-04", "1046.5", "--note", attack, "--ledger", blank)
    guoban("export-table", "--out", str(tmp_path / "all"), "--ledger", blank)
    again = guoban("import", str(tmp_path / "all" / "actuals.csv"), "--ledger", blank, "--json")
    assert (again.json["written"], again.json["unchanged"]) == (0, 1), (
        "the note came back as it was"
    )
    for file in (tmp_path / "all").glob("*.csv"):
        for row in csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")):
            assert not [cell for cell in row if cell.startswith(("=", "+", "@", "\t"))], file


def test_the_whole_ledger_leaves_as_csv_and_comes_back(
    guoban: Guoban, public: str, blank: str, tmp_path: Path
) -> None:
    out = tmp_path / "all"
    assert "10 个文件" in guoban("export-table", "--out", str(out), "--ledger", public).out
    assert "journal_revision.csv" in {path.name for path in out.iterdir()}
    for name in ("targets.csv", "actuals.csv"):
        said = guoban("import", str(out / name), "--ledger", blank, "--json").json
        assert said["problems"] == said["conflicts"] == []
    again = tmp_path / "again"
    guoban("export-table", "--out", str(again), "--ledger", blank)
    for name in ("targets.csv", "actuals.csv"):
        theirs = sorted((out / name).read_text("utf-8-sig").splitlines())
        assert sorted((again / name).read_text("utf-8-sig").splitlines()) == theirs


def test_what_cannot_be_written_is_told(guoban: Guoban, public: str, tmp_path: Path) -> None:
    out = ("--ledger", public, "--out")
    assert guoban("export-table", *out, "a.xlsx").code == 0
    assert "没有覆盖" in guoban("export-table", *out, "a.xlsx").sentence
    assert guoban("export-table", *out, "a.xlsx", "--force").code == 0
    assert "格式不认识" in guoban("export-table", *out, "a.pdf").sentence
    assert "写不进去" in guoban("export-table", *out, "no/where/a.csv").sentence
    nothing = guoban("export-table", *out, "b.csv", "--region", "620100")
    assert "没有可导出的" in nothing.sentence
    assert json.dumps([p.name for p in tmp_path.iterdir() if ".part" in p.name]) == "[]"
