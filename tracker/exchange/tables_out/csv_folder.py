"""The whole ledger as a folder of plain .csv, for any other tool, today or in twenty years."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, fields

from tracker.exchange.tables_out.safe_text import csv_text
from tracker.indicators import Actual, Catalogue, Indicator, Region, Target

ACTUALS = (
    "indicator", "indicator_name", "region_code", "region", "month", "basis", "measure", "unit",
    "value", "status", "published_on", "source", "note",
)  # fmt: skip
TARGETS = (
    "indicator", "indicator_name", "region_code", "region", "year", "horizon", "measure",
    "comparator", "value", "unit", "tier", "upper", "tolerance", "effective_on", "document",
    "wording", "source",
)  # fmt: skip
README = """双过半台账，全部内容，纯文本（UTF-8，逗号分隔）。

actuals.csv     现在的数，一行一个；guoban import actuals.csv 可以读回来。
targets.csv     各版目标，一行一版；guoban import targets.csv 可以读回来。
indicators.csv  指标目录。regions.csv 地区目录。settings.csv 台账自己的设置。
journal_*.csv   流水：每一次修订（revision）和它改的每一格，旧版本、撤销过的都在。

month 写作 2023-04；basis：ytd 累计、month 当月、balance 余额；
measure：amount 总量、growth 同比（%）、rank 位次、increment 增量。
空格子是未报，不是 0。以 ' 开头的文字，原文以 = + - @ 开头。
"""

Files = Mapping[str, bytes]
Raw = Mapping[str, tuple[Sequence[str], Iterable[Sequence[object]]]]
"""Tables of the journal by name: their columns and rows."""


def csv_folder(
    catalogue: Catalogue,
    settings: Mapping[str, str],
    actuals: Iterable[Actual],
    targets: Iterable[Target],
    journal: Raw,
) -> Files:
    """Return the files of the folder by name."""
    indicators = (astuple(one) for one in catalogue.indicators.values())
    regions = (astuple(one) for one in catalogue.regions.values())
    raw = {f"journal_{name}.csv": _csv(heads, rows) for name, (heads, rows) in journal.items()}
    return {
        "README.txt": README.encode(),
        "actuals.csv": _csv(ACTUALS, (_actual(catalogue, one) for one in actuals)),
        "targets.csv": _csv(TARGETS, (_target(catalogue, one) for one in targets)),
        "indicators.csv": _csv([one.name for one in fields(Indicator)], indicators),
        "regions.csv": _csv([one.name for one in fields(Region)], regions),
        "settings.csv": _csv(("name", "value"), settings.items()),
        **raw,
    }


def _actual(catalogue: Catalogue, held: Actual) -> Sequence[object]:
    key = held.key
    indicator, region = catalogue.indicator(key.indicator), catalogue.region(key.region)
    return (
        indicator.id, indicator.name, region.code, region.name, str(key.month), key.basis,
        key.measure, indicator.unit_of(key.measure), held.value, held.status, held.published_on,
        held.source, held.note,
    )  # fmt: skip


def _target(catalogue: Catalogue, held: Target) -> Sequence[object]:
    key = held.key
    indicator, region = catalogue.indicator(key.indicator), catalogue.region(key.region)
    return (
        indicator.id, indicator.name, region.code, region.name, key.year, key.horizon, key.measure,
        held.comparator, None if held.withdrawn else held.value, indicator.unit_of(key.measure),
        key.tier, held.upper, held.tolerance, held.effective_on, held.document, held.reason,
        held.source,
    )  # fmt: skip


def _csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, tuple):
        return csv_text(";".join(map(str, value)))
    return csv_text(str(value))
