"""One cell → a figure in the ledger's unit, or the reason why it is none."""

import math
from datetime import date, time, timedelta

from tracker.errors import BadValue
from tracker.exchange.entry_text import check_figure
from tracker.exchange.importing.region_words import folded
from tracker.exchange.importing.resolver import Reading
from tracker.exchange.importing.unit_words import number_in_unit
from tracker.exchange.numerals import TOO_LARGE, read_number
from tracker.exchange.sheets import NOT_CALCULATED, Cell, excel_number
from tracker.exchange.units import scaled
from tracker.indicators import Measure

_RANK_ENDS = ("位", "名")


def figure(cell: Cell, reading: Reading) -> float | None:
    """Read a cell. None: it says that there is no figure (blank or —). Raises BadValue."""
    if isinstance(cell, str):
        value = _of_text(cell, reading)
    elif isinstance(cell, bool | date | time | timedelta):
        raise BadValue(f"“{cell}”不是数字，没有导入；请改成数字。")
    else:
        value = excel_number(cell)
        value = value if reading.scale is None else scaled(value, reading.scale)
    if value is None:
        return None
    if not math.isfinite(value) or abs(value) >= TOO_LARGE:
        raise BadValue(f"“{cell}”太大了，请核对位数和单位。")
    check_figure(value, reading.measure)
    return value


def _of_text(text: str, reading: Reading) -> float | None:
    if text == NOT_CALCULATED:
        raise BadValue("这一格的公式还没有算出结果；请用 Excel 或 WPS 打开原表，保存一次再导入。")
    if text.startswith("#"):
        raise BadValue(f"“{text}”是表格里的错误值，没有导入；请先改好原表再导入。")
    plain = folded(text)
    if reading.measure is Measure.RANK:
        plain = plain.removeprefix("并列").removeprefix("第").rstrip("".join(_RANK_ENDS))
        return read_number(plain, "位")
    if reading.measure is Measure.AMOUNT:
        written = number_in_unit(plain, reading.indicator.unit)
        if written is not None:
            number, scale = written
            alone = read_number(number)
            return None if alone is None else scaled(alone, scale)
    value = read_number(text, reading.unit)
    if value is None or reading.scale is None:
        return value
    return scaled(value, reading.scale)
