"""Table files: what is in them is read as a person sees it; what must not be opened is refused."""

import io
import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from tracker.errors import BadValue
from tracker.exchange import tables, xlsx_parts
from tracker.exchange.quiet_panics import quiet_panics
from tracker.exchange.sheets import NOT_CALCULATED, Merge, Sheet, address, column_number
from tracker.exchange.tables import read_sheets, sheets_of

FIXTURES = Path(__file__).parents[1] / "data" / "import"


def workbook(fill: Callable[[Worksheet], None]) -> bytes:
    """Return the bytes of a workbook with one sheet, as openpyxl writes it."""
    book = openpyxl.Workbook()
    fill(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return a workbook with its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return out.getvalue()


def refused(content: bytes, name: str = "报表.xlsx") -> str:
    """Return the sentence with which a file is refused; it names the file."""
    with pytest.raises(BadValue) as raised:
        sheets_of(content, name)
    sentence = str(raised.value)
    assert name in sentence
    assert sentence.endswith("。")
    return sentence


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_libreoffice_workbooks_are_read_as_they_look(kind: str) -> None:
    (sheet,) = read_sheets(FIXTURES / f"month.{kind}")
    assert sheet.name == "Sheet1"
    assert sheet.rows[1][1] == sheet.rows[1][2] == "招商引资到位资金（万元）"
    assert Merge(1, 1, 1, 2) in sheet.merges
    assert sheet.rows[3][1:4] == [7541000, "12.5%", "6.7%"]
    assert sheet.rows[4][3] == "#DIV/0!"
    assert sheet.hidden_rows == {6}


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_real_dates_stay_dates(kind: str) -> None:
    (sheet,) = read_sheets(FIXTURES / f"indicators.{kind}")
    assert sheet.rows[1][2:] == [date(2023, 4, 1), date(2023, 5, 31)]


@pytest.mark.parametrize("name", ["growth-utf8.csv", "growth-gb18030.csv"])
def test_csv_is_read_in_either_encoding(name: str) -> None:
    (sheet,) = read_sheets(FIXTURES / name)
    assert sheet.rows[4] == ["全省", "13", "13.4", "12.1", "11"]


def test_csv_with_a_byte_order_mark_tabs_or_semicolons() -> None:
    for content in (
        "地区,增速\n兰州市,5\n".encode("utf-8-sig"),
        "地区\t增速\n兰州市\t5\n".encode("utf-16"),
        "地区;增速\n兰州市;5\n".encode("gb18030"),
    ):
        (sheet,) = sheets_of(content, "a.csv")
        assert sheet.rows == [["地区", "增速"], ["兰州市", "5"]]


@pytest.mark.parametrize("source", ["growth.xlsx", "growth.xls", "growth-gb18030.csv"])
@pytest.mark.parametrize("name", ["报表.xlsx", "报表.xls", "报表.csv", "报表"])
def test_the_content_says_what_a_file_is(source: str, name: str) -> None:
    (sheet,) = sheets_of((FIXTURES / source).read_bytes(), name)
    assert sheet.rows[4][0] == "全省"


def test_a_web_page_named_xls_is_read_with_its_spans() -> None:
    page = """<html><meta charset="gb2312"><table>
    <tr><td rowspan=2>地区</td><td colspan="2">2023年</td></tr>
    <tr><th>1-2月</th><th>1-3月</th></tr>
    <tr><td>兰州市</td><td>5.1</td><td>6.1</td></tr></table>"""
    (sheet,) = sheets_of(page.encode("gb18030"), "导出.xls")
    assert sheet.rows == [
        ["地区", "2023年", "2023年"],
        ["地区", "1-2月", "1-3月"],
        ["兰州市", "5.1", "6.1"],
    ]
    assert Merge(0, 0, 1, 0) in sheet.merges


def test_percentages_errors_and_formulas_without_result_are_seen() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append([0.067, 0.067, "=A1*2", 6.7])
        sheet["A1"].number_format = "0.0%"
        sheet["B1"].number_format = '0.0"%"'
        sheet["E1"] = "#N/A"
        sheet["E1"].data_type = "e"

    (sheet,) = sheets_of(workbook(fill), "a.xlsx")
    assert sheet.rows == [["6.7%", 0.067, NOT_CALCULATED, 6.7, "#N/A"]]


def test_hidden_columns_and_sheets_are_known() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append([1, 2, 3])
    book.worksheets[0].column_dimensions["B"].hidden = True
    book.create_sheet("藏").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    shown, hidden = sheets_of(out.getvalue(), "a.xlsx")
    assert (shown.hidden_columns, shown.hidden, hidden.hidden) == ({1}, False, True)


def test_a_sheet_with_a_word_in_its_last_row_is_read_where_it_is_used() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["兰州市", 5])
        sheet["A1048576"] = "末"

    (sheet,) = sheets_of(workbook(fill), "a.xlsx")
    assert sheet.rows == [["兰州市", 5.0]]
    assert "1048576" in sheet.cut


def test_a_grid_that_no_memory_holds_is_refused() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = 1
        sheet["XFD1048576"] = 2

    assert "1048576 行 16384 列" in refused(workbook(fill))


@pytest.mark.parametrize("name", ["password.xlsx", "password.xls"])
def test_a_password_is_told(name: str) -> None:
    assert "有密码" in refused((FIXTURES / name).read_bytes(), name)


@pytest.mark.parametrize("name", ["growth.xlsx", "growth.xls", "password.xlsx"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_truncated_file_is_told(name: str, share: float) -> None:
    content = (FIXTURES / name).read_bytes()
    sentence = refused(content[: int(len(content) * share)], name)
    assert "损坏" in sentence or "有密码" in sentence


@pytest.mark.parametrize(("name", "place"), [("month.xls", 3154), ("growth.xls", 3118)])
def test_a_file_that_the_library_panics_about_is_told_in_one_sentence(
    name: str, place: int, capfd: pytest.CaptureFixture[str]
) -> None:
    content = bytearray((FIXTURES / name).read_bytes())
    content[place] = 255
    assert "损坏" in refused(bytes(content), name)
    assert capfd.readouterr().err == ""


def test_what_others_say_meanwhile_is_not_lost(capfd: pytest.CaptureFixture[str]) -> None:
    with quiet_panics():
        os.write(2, b"a warning")
    assert capfd.readouterr().err == "a warning"


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(2**20))
        archive.writestr("xl/worksheets/sheet1.xml", bytes(2**20))
    monkeypatch.setattr(xlsx_parts, "MAX_UNPACKED", 2**20)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))
    assert "解压后超过" in refused(bomb.getvalue())


def test_a_part_that_lies_about_its_size_is_told() -> None:
    content = bytearray(workbook(lambda sheet: sheet.append([1, 2, 3])))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    entry = content.index(b"PK\x01\x02")
    while content[entry + 46 : entry + 46 + len(part.filename)] != part.filename.encode():
        entry = content.index(b"PK\x01\x02", entry + 4)
    content[entry + 24 : entry + 28] = (16).to_bytes(4, "little")
    assert "损坏" in refused(bytes(content))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_entities_are_refused(part: str, encoding: str) -> None:
    trick = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'

    def change(name: str, xml: bytes) -> bytes:
        if name != part:
            return xml
        text = xml.decode()
        head, sign, rest = text.rpartition("?>")
        return f"{head}{sign}{trick}{rest}".encode(encoding)

    content = repacked(workbook(lambda sheet: sheet.append([1])), change)
    assert "实体" in refused(content)


def test_broken_xml_is_told() -> None:
    def change(name: str, xml: bytes) -> bytes:
        return xml[: len(xml) // 2] if name == "xl/worksheets/sheet1.xml" else xml

    assert "损坏" in refused(repacked(workbook(lambda sheet: sheet.append([1, 2])), change))


def test_other_kinds_of_files_are_told() -> None:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert "不是 .xlsx" in refused(other.getvalue())
    assert "PDF" in refused(b"%PDF-1.7 ...")
    assert "图片" in refused(b"\x89PNG\r\n")
    assert "不是表格" in refused(b"\x00\x01\x02\xff\xfe\x00")
    assert "空的" in refused(b"  \n")
    assert "XML" in refused(b'<?xml version="1.0"?><Workbook/>')
    assert "引号" in refused(('"' + "x" * 200_000).encode())


def test_a_file_that_is_not_there_or_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BadValue, match="找不到"):
        read_sheets(tmp_path / "没有.xlsx")
    with pytest.raises(BadValue, match="文件夹"):
        read_sheets(tmp_path)
    monkeypatch.setattr(tables, "MAX_BYTES", 10)
    large = tmp_path / "大.csv"
    large.write_text("x" * 11)
    with pytest.raises(BadValue, match="太大"):
        read_sheets(large)


@given(st.integers(0, 16_383), st.integers(0, 1_048_575))
def test_a_cell_has_the_name_that_excel_gives_it(column: int, row: int) -> None:
    name = address(row, column)
    letters = name.rstrip("0123456789")
    assert column_number(letters) == column
    assert int(name.removeprefix(letters)) == row + 1


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
def test_no_bytes_raise_anything_but_a_sentence(content: bytes, start: bytes) -> None:
    try:
        sheets = sheets_of(start + content, "a.xlsx")
    except BadValue:
        return
    assert all(isinstance(sheet, Sheet) for sheet in sheets)


@given(st.data())
def test_no_damaged_workbook_raises_anything_but_a_sentence(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["month.xls", "month.xlsx", "growth.xls"]))
    content = bytearray((FIXTURES / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        sheets_of(bytes(content), name)
    except BadValue:
        return


@pytest.mark.parametrize(
    "place", ["r='XFD1048576'", 'r ="XFD1048576"', 'r= "XFD1048576"', "r\n=\n'XFD1048576'"]
)
def test_a_far_cell_is_found_however_its_place_is_written(place: str) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = 1
        sheet["C7"] = 2

    def change(name: str, xml: bytes) -> bytes:
        return xml.replace(b'r="C7"', place.encode())

    assert "太大" in refused(repacked(workbook(fill), change))
