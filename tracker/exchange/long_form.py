"""The long form: one figure or target a row, as the shipped csv files and exports have it."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from tracker.catalogue import find_indicator, find_region
from tracker.edits import ActualEdit, TargetEdit
from tracker.errors import BadValue, UnknownName
from tracker.exchange.tables_out.safe_text import plain_text
from tracker.exchange.units import scale_between
from tracker.indicators import (
    Basis,
    Catalogue,
    CellKey,
    Comparator,
    Indicator,
    Measure,
    Status,
    TargetKey,
    Tier,
)
from tracker.periods import Horizon, Month
from tracker.wording import STATUS_WORDS

Row = Mapping[str, str]
_Word = TypeVar("_Word", bound=StrEnum)

_STATUSES = {text: status.value for status, text in STATUS_WORDS.items()}
"""A form that people fill in has the statuses in Chinese."""
_FIRST_LINE = 2
"""The line of the first row in the file, as an editor counts: the header is line 1."""


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a csv file in UTF-8 or GB18030. Raises BadValue when it cannot be read as text."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadValue(f"打不开文件“{path}”，请检查路径和权限。") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return list(csv.DictReader(io.StringIO(text, newline="")))
    raise BadValue(f"文件“{path}”不是文本表格，请另存为 UTF-8 编码的 csv 再导入。")


def actual_edits(rows: Iterable[Row], catalogue: Catalogue) -> list[ActualEdit]:
    """Make the edits of rows with the columns indicator, region_code, month, measure, value,
    and where they exist basis, unit, status, published_on, source, note.

    Raises a TrackerError that names the line of the first row which cannot be understood.
    """
    edits = []
    for line, row in enumerate(rows, _FIRST_LINE):
        with _naming(line):
            edits.append(actual_edit(row, catalogue))
    return edits


def target_edits(rows: Iterable[Row], catalogue: Catalogue) -> list[TargetEdit]:
    """Make the edits of rows with the columns indicator, region_code, year, horizon, measure,
    comparator, value, and where they exist unit, tier, upper, tolerance, effective_on, wording,
    document, source. The wording of the source becomes the reason of the version.

    Raises a TrackerError that names the line of the first row which cannot be understood.
    """
    edits = []
    for line, row in enumerate(rows, _FIRST_LINE):
        with _naming(line):
            edits.append(target_edit(row, catalogue))
    return edits


@contextmanager
def _naming(line: int) -> Iterator[None]:
    try:
        yield
    except UnknownName as error:
        raise UnknownName(f"第{line}行：{error}") from error
    except BadValue as error:
        raise BadValue(f"第{line}行：{error}") from error


def actual_edit(row: Row, catalogue: Catalogue) -> ActualEdit:
    """Make the edit of one row; see actual_edits. Raises a TrackerError."""
    indicator = find_indicator(catalogue, _cell(row, "indicator"))
    region = find_region(catalogue, _cell(row, "region_code"))
    measure = _word(Measure, row, "measure", indicator.judged_by)
    basis = _word(Basis, row, "basis", indicator.basis_of(measure))
    key = CellKey(indicator.id, region.code, Month.parse(_cell(row, "month")), measure, basis)
    return ActualEdit(
        key,
        _number(row, "value", indicator, measure),
        _word(Status, row, "status", Status.FLASH),
        _day(row, "published_on"),
        _cell(row, "source"),
        _cell(row, "note"),
    )


def target_edit(row: Row, catalogue: Catalogue) -> TargetEdit:
    """Make the edit of one row; see target_edits. Raises a TrackerError."""
    indicator = find_indicator(catalogue, _cell(row, "indicator"))
    region = find_region(catalogue, _cell(row, "region_code"))
    measure = _word(Measure, row, "measure", indicator.judged_by)
    year = _cell(row, "year")
    if not (year.isascii() and year.isdigit()):
        raise BadValue(f"年份“{year}”不是数字，请写成 2023 这样。")
    tier = _word(Tier, row, "tier", Tier.TARGET)
    horizon = Horizon.parse(_cell(row, "horizon"))
    return TargetEdit(
        TargetKey(indicator.id, region.code, int(year), horizon, measure, tier),
        _number(row, "value", indicator, measure),
        _word(Comparator, row, "comparator", Comparator.AT_LEAST),
        _number(row, "upper", indicator, measure),
        _number(row, "tolerance", indicator, measure),
        _day(row, "effective_on"),
        _cell(row, "document"),
        _cell(row, "wording"),
        _cell(row, "source"),
    )


def _cell(row: Row, column: str) -> str:
    return plain_text((row.get(column) or "").strip())


def _word(words: type[_Word], row: Row, column: str, default: _Word) -> _Word:
    text = _cell(row, column)
    if not text:
        return default
    if words is Status and text in _STATUSES:
        return words(_STATUSES[text])
    try:
        return words(text)
    except ValueError:
        choices = "、".join(word for word in words if word)
        raise UnknownName(f"{column} 列的“{text}”不认识，可用 {choices}。") from None


def _day(row: Row, column: str) -> date | None:
    text = _cell(row, column)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadValue(f"{column} 列的“{text}”不是日期，请写成 2023-01-15 这样。") from None


def _number(row: Row, column: str, indicator: Indicator, measure: Measure) -> float | None:
    """Read a number in the unit of the measure; an empty cell is None, which is not zero."""
    text = _cell(row, column)
    if not text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise BadValue(f"{column} 列的“{text}”不是数字，请检查。") from None
    return float(value * _scale(_cell(row, "unit"), indicator.unit_of(measure), indicator))


def _scale(given: str, wanted: str, indicator: Indicator) -> Decimal:
    scale = scale_between(given, wanted) if given else Decimal(1)
    if scale is None:
        raise BadValue(
            f"{indicator.short_name}的单位应是“{wanted}”，表里写的是“{given}”，请换算后再导入。"
        )
    return scale
