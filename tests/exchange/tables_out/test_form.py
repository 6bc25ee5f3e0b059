"""填报表: filled in by people who do not have the program, it comes back without a question."""

from pathlib import Path

import openpyxl

from tests.cli.conftest import Guoban, blank, guoban, sample
from tracker.exchange.tables_out.form import HEADS

__all__ = ["blank", "guoban", "sample"]
FIRST = 5
COLUMN = {name: number + 1 for number, name in enumerate(HEADS)}


def make(guoban: Guoban, ledger: str, path: str = "form.xlsx") -> Path:
    said = guoban(
        "form", "--region", "兰州", "--month", "2023-05", "--out", path, "--ledger", ledger
    )
    assert said.code == 0, said.err
    return Path(path)


def fill(path: Path, **values: float) -> None:
    """Type values as a person does; the measure is the one the indicator is judged by."""
    book = openpyxl.load_workbook(path)
    sheet = book["填报表"]
    for row in range(FIRST, sheet.max_row + 1):
        name = sheet.cell(row, COLUMN["indicator"]).value
        if name in values:
            sheet.cell(row, COLUMN["value"]).value = values.pop(name)
            sheet.cell(row, COLUMN["note"]).value = "据月报"
    assert not values
    book.save(path)


def test_only_the_white_cells_can_be_typed_and_codes_are_hidden(
    guoban: Guoban, sample: str
) -> None:
    sheet = openpyxl.load_workbook(make(guoban, sample))["填报表"]
    assert sheet.protection.sheet
    assert sheet.cell(FIRST, COLUMN["指标"]).protection.locked
    assert not sheet.cell(FIRST, COLUMN["value"]).protection.locked
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[FIRST - 1].hidden
    assert sheet.cell(1, COLUMN["指标"]).value == "兰州市 2023 年 5 月主要指标填报表"
    assert sheet.cell(FIRST, COLUMN["value"]).comment.text.startswith("现在台账里是")
    assert len(sheet.data_validations.dataValidation) >= 2


def test_an_untouched_form_changes_nothing(guoban: Guoban, sample: str) -> None:
    path = make(guoban, sample)
    said = guoban("import", str(path), "--ledger", sample, "--json").json
    assert said["written"] == 0
    assert said["unchanged"] > 10
    assert said["problems"] == said["conflicts"] == said["questions"] == []


def test_a_filled_form_is_read_under_any_name_and_comes_out_the_same(
    guoban: Guoban, sample: str
) -> None:
    path = make(guoban, sample)
    fill(path, foreign_trade=61.5, industrial_output=7.7)
    renamed = path.rename("兰州上报（最终）.xlsx")
    said = guoban("import", str(renamed), "--ledger", sample, "--json").json
    assert said["written"] == 2
    assert {write["new"] for write in said["writes"]} == {61.5, 7.7}
    assert said["problems"] == []
    again = openpyxl.load_workbook(make(guoban, sample, "again.xlsx"))["填报表"]
    first = openpyxl.load_workbook(renamed)["填报表"]
    for row in range(FIRST, first.max_row + 1):
        for column in (COLUMN["indicator"], COLUMN["value"], COLUMN["status"], COLUMN["note"]):
            one, other = again.cell(row, column).value, first.cell(row, column).value
            assert (one or "") == (other or ""), (row, column)


def test_a_form_saved_by_libreoffice_is_read_too(
    guoban: Guoban, sample: str, tmp_path: Path
) -> None:
    """The file was filled and saved by LibreOffice (tests/data/import/make_fixtures.py)."""
    kept = Path(__file__).parents[2] / "data" / "import" / "form-libreoffice.xlsx"
    said = guoban("import", str(kept), "--ledger", sample, "--json").json
    assert {(write["indicator"], write["new"]) for write in said["writes"]} == {
        ("foreign_trade", 61.5)
    }
    assert said["problems"] == said["questions"] == []


def test_text_in_a_number_cell_is_a_problem_that_names_the_cell(
    guoban: Guoban, sample: str
) -> None:
    path = make(guoban, sample)
    fill(path, foreign_trade="六十一")  # type: ignore[arg-type]
    said = guoban("import", str(path), "--ledger", sample, "--json").json
    assert said["written"] == 0
    assert said["problems"][0]["sheet"] == "填报表"
    assert said["problems"][0]["cell"].startswith("L")


def test_what_cannot_be_a_form_is_told(guoban: Guoban, blank: str) -> None:
    form = ("form", "--ledger", blank, "--month")
    assert ".xlsx" in guoban(*form, "2023-05", "--out", "a.xls").sentence
    assert "没有应报的数" in guoban(*form, "2027-05", "--out", "a.xlsx").sentence
