"""Inside an .xlsx: is it safe to open, and what do its sheets say beside their values?

The library that reads values tells neither number formats nor errors nor hidden rows, and it
trusts the file. So every part is unpacked here first, within limits, and looked through.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from posixpath import join, normpath
from xml.etree import ElementTree

from tracker.errors import BadValue
from tracker.exchange.sheets import NOT_CALCULATED, Marks, column_number

MAX_UNPACKED = 256 * 2**20
"""Bytes that all parts together may unpack to."""

MAX_PARTS = 10_000
MAX_GRID = 20_000_000
"""Cells of the rectangle from A1 to the last cell; the reader holds all of it in memory."""

_READ = (".xml", ".rels")
_TAG = rb"<(?:[A-Za-z_][\w.-]*:)?"
_FAR_CELL = re.compile(
    rb"""r(?:="(?:[A-Za-z]{3,}[0-9]|[A-Za-z]{0,2}[0-9]{5})|[ \t\r\n]|=[ \t\r\n'])"""
)
"""A cell beyond column ZZ or row 9999 (what lies nearer is never too large), or a place that is
written as no program does but may.
"""
_ROOT = re.compile(rb"<[A-Za-z_]")
_CELL = re.compile(_TAG + rb"(?:c|row)\s[^>]*?\br\s*=\s*[\"']([A-Za-z]{0,9})([0-9]{1,19})[\"']")
"""A cell B5 or a row 5."""
_LAST_ROW = 1_048_576
_ROW_HIDDEN = re.compile(_TAG + rb'row\s[^>]*?\bhidden="(?:1|true)"[^>]*>')
_COLUMN_HIDDEN = re.compile(_TAG + rb'col\s[^>]*?\bhidden="(?:1|true)"[^>]*>')
_ROW_NUMBER = re.compile(rb'\sr="([0-9]{1,7})"')
_SPAN = re.compile(rb'\s(min|max)="([0-9]{1,5})"')
_PLACE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_ERROR = re.compile(
    _TAG + rb'c\s([^>]*?\bt="e"(?:[^>]*[^/>])?)>.*?<(?:[\w.-]+:)?v>([^<]*)<', re.DOTALL
)
_FORMULA = re.compile(
    _TAG + rb"c\s([^>]*[^>/])>\s*" + _TAG + rb"f\b(.*?)</(?:[\w.-]+:)?c>", re.DOTALL
)
_RESULT = re.compile(_TAG + rb"v>[^<]")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PERCENT_FORMATS = frozenset({9, 10})
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class BrokenFile(Exception):
    """The file is not whole; the caller names it in the sentence."""


def read_marks(content: bytes, name: str) -> dict[str, Marks]:
    """Look through a workbook; returns the marks of each sheet by the sheet's name.

    `name` is the file's, for sentences. Raises BadValue for a file that must not be opened
    (too large unpacked, XML tricks, no workbook), BrokenFile for a damaged one.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_directory(archive, name)
            return dict(_sheets(archive, name))
    except (zipfile.BadZipFile, zlib.error, EOFError, LookupError, ElementTree.ParseError) as error:
        raise BrokenFile from error
    except (NotImplementedError, RuntimeError, UnicodeDecodeError, ValueError) as error:
        # An unknown compression, an encrypted part, or numbers and names that are none.
        raise BrokenFile from error


def _check_directory(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse what is no workbook or would unpack to too much, before anything is unpacked."""
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise BadValue(
            f"文件“{name}”解压后超过 {MAX_UNPACKED // 2**20} MB，不像正常的表格，没有打开；"
            "请只留要导入的表，另存后再导入。"
        )
    names = {part.filename for part in parts}
    if _WORKBOOK not in names:
        raise BadValue(
            f"文件“{name}”不是 .xlsx 表格；请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。"
        )


def _sheets(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, Marks]]:
    """Unpack every part that will be read, and yield the marks of those that are sheets."""
    titles = _titles(archive, name)
    percents = _percent_styles(archive, name)
    for part in archive.infolist():
        if not part.filename.endswith(_READ):
            continue
        xml = _checked(archive, part.filename, name)
        for title in titles.get(part.filename, ()):
            yield title, _marks(xml, percents, f"文件“{name}”的工作表“{title}”")


def _checked(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """Unpack a part (its size and checksum are verified); refuse entity tricks."""
    xml = archive.read(part)
    head = xml[:4]
    plain = (
        xml.replace(b"\0", b"") if b"\0" in head or head[:2] in (b"\xff\xfe", b"\xfe\xff") else xml
    )
    root = _ROOT.search(plain)
    if b"<!DOCTYPE" in plain[: root.start() if root else None]:
        raise BadValue(
            f"文件“{name}”里藏有 XML 实体定义，正常的表格没有这种内容，没有打开；"
            "请向发来文件的人核实，或用 Excel、WPS 打开后另存再导入。"
        )
    return xml


def _titles(archive: zipfile.ZipFile, name: str) -> dict[str, list[str]]:
    """Return the names of the sheets that each part holds."""
    targets = {
        relation.get("Id"): normpath(join("/xl", relation.get("Target", ""))).lstrip("/")
        for relation in ElementTree.fromstring(_checked(archive, _RELATIONS, name))
    }
    titles: dict[str, list[str]] = {}
    for element in ElementTree.fromstring(_checked(archive, _WORKBOOK, name)).iter():
        if element.tag.endswith("}sheet"):
            target = targets.get(element.get(_ID) or element.get(_STRICT_ID))
            titles.setdefault(target or "", []).append(element.get("name", ""))
    return titles


def _percent_styles(archive: zipfile.ZipFile, name: str) -> list[bytes]:
    """Return the numbers of the cell styles that show a number as a percentage."""
    if _STYLES not in archive.namelist():
        return []
    formats = set(_PERCENT_FORMATS)
    styles: list[bytes] = []
    root = ElementTree.fromstring(_checked(archive, _STYLES, name))
    for element in root.iter():
        if element.tag.endswith("}numFmt") and shows_percent(element.get("formatCode", "")):
            formats.add(int(element.get("numFmtId", "0")))
    for cells in (element for element in root if element.tag.endswith("}cellXfs")):
        styles = [
            b"%d" % number
            for number, style in enumerate(cells)
            if int(style.get("numFmtId", "0")) in formats
        ]
    return styles


def shows_percent(code: str) -> bool:
    """Say whether a number format shows percentages: 0.0% does, 0.0"%" does not."""
    return "%" in _QUOTED.sub("", code)


def _marks(xml: bytes, percents: list[bytes], sheet: str) -> Marks:
    _refuse_far_cells(xml, sheet)
    hides = b'hidden="' in xml
    return Marks(
        _percent_cells(xml, percents),
        _faults(xml),
        _hidden_rows(xml) if hides else frozenset(),
        _hidden_columns(xml) if hides else frozenset(),
    )


def _refuse_far_cells(xml: bytes, sheet: str) -> None:
    """Raise BadValue when the rectangle from A1 to the last cell does not fit into memory."""
    cells = max(0, xml.find(b"sheetData"))
    if not _FAR_CELL.search(xml, cells):
        return
    places = _CELL.findall(xml)
    height = max((int(row) for _, row in places), default=0)
    letters = {column for column, _ in places}
    width = max((column_number(name.decode().upper()) + 1 for name in letters), default=0)
    if height * width > MAX_GRID or height > _LAST_ROW:
        raise BadValue(
            f"{sheet}从 A1 到最后一格有 {height} 行 {width} 列，太大了，没有打开；"
            "请删掉远处的内容，或只留要导入的表，另存后再导入。"
        )


def _faults(xml: bytes) -> dict[tuple[int, int], str]:
    """Return the cells that hold an error value or a formula without a result."""
    faults: dict[tuple[int, int], str] = {}
    for found in _ERROR.finditer(xml) if b't="e"' in xml else ():
        place = _place(found[1])
        if place is not None:
            faults[place] = found[2].decode("utf-8", "replace")
    for found in _FORMULA.finditer(xml) if b"f>" in xml else ():
        place = _place(found[1])
        if place is not None and b't="str"' not in found[1] and not _RESULT.search(found[2]):
            faults.setdefault(place, NOT_CALCULATED)
    return faults


def _percent_cells(xml: bytes, percents: list[bytes]) -> frozenset[tuple[int, int]]:
    if not percents:
        return frozenset()
    styled = re.compile(_TAG + rb'c\s[^>]*?\bs="(?:' + b"|".join(percents) + rb')"[^>]*>')
    places = (_place(found[0]) for found in styled.finditer(xml))
    return frozenset(place for place in places if place is not None)


def _place(attributes: bytes) -> tuple[int, int] | None:
    found = _PLACE.search(attributes)
    return found and (int(found[2]) - 1, column_number(found[1].decode()))


def _hidden_rows(xml: bytes) -> frozenset[int]:
    numbers = (_ROW_NUMBER.search(found[0]) for found in _ROW_HIDDEN.finditer(xml))
    return frozenset(int(number[1]) - 1 for number in numbers if number)


def _hidden_columns(xml: bytes) -> frozenset[int]:
    hidden: set[int] = set()
    for found in _COLUMN_HIDDEN.finditer(xml):
        ends = {name: int(number) for name, number in _SPAN.findall(found[0])}
        first, last = ends.get(b"min", 1), ends.get(b"max", 0)
        hidden.update(range(first - 1, min(last, 16_384)))
    return frozenset(hidden)
