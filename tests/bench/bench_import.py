"""Importing 50,000 cells from .xlsx, from the file's bytes to the whole plan, beside the bare read
of the same file by python-calamine.

Run as a program: `python -m tests.bench.bench_import`. Prints ratios and asserts nothing. Two
shapes: an indicator a sheet for 103 regions × 10 years, and 41 indicators × 15 units × one year a
sheet. What recording adds, one transaction with its hash chain, is printed for itself.
"""

import gc
import io
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from random import Random

import openpyxl
from python_calamine import load_workbook

from tests.in_memory import CATALOGUE, Figures
from tracker.exchange.importing import ImportPlan, plan_import
from tracker.exchange.tables import sheets_of
from tracker.indicators import Indicator, Region, RegionLevel
from tracker.ledgers import LedgerKind, create_ledger

RUNS = 25
TODAY = date(2024, 2, 1)
LIMIT = 3


def main() -> None:
    """Print how long reading and planning take beside the bare read."""
    counties = [one for one in CATALOGUE.regions.values() if one.level is RegionLevel.COUNTY]
    prefectures = CATALOGUE.members(CATALOGUE.province.code)
    regions = [CATALOGUE.province, *prefectures, *counties][:103]
    monthly = [
        one
        for one in CATALOGUE.indicators.values()
        if one.unit != "%" and one.calendar.value == "monthly"
    ]
    long = workbook(monthly[:4], regions, range(2014, 2024))
    wide = workbook(
        [one for one in CATALOGUE.indicators.values() if one.unit != "%"], regions[:15],
        range(2014, 2024),
    )  # fmt: skip
    plan = told("103 regions × 10 years", long)
    told("15 units × 10 years", wide)
    told_recording(plan)


def workbook(
    indicators: Sequence[Indicator], regions: Sequence[Region], years: Sequence[int]
) -> bytes:
    """Write a sheet an indicator: regions down, January to each month across."""
    random = Random(1)
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for indicator in indicators:
        sheet = book.create_sheet(indicator.short_name)
        sheet.append([f"各市州{indicator.name}（{indicator.unit}）"])
        months = [(year, month) for year in years for month in indicator.calendar.months]
        sheet.append(["地区", *(f"{year}年1-{month}月" for year, month in months)])
        for region in regions:
            level = random.uniform(10, 1000)
            sheet.append([region.name, *(round(level * month, 1) for _, month in months)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def told(shape: str, content: bytes) -> ImportPlan:
    """Print the ratio for one workbook; returns its plan."""
    snapshot = Figures().snapshot()

    def bare() -> object:
        book = load_workbook(io.BytesIO(content))
        return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]

    def imported() -> ImportPlan:
        return plan_import(sheets_of(content, "bench.xlsx"), snapshot, today=TODAY)

    base, whole, ratio = beside(bare, imported)
    plan = imported()
    assert not plan.problems, plan.problems[:3]
    print(f"{shape}, {plan.written} cells: bare read {base:.0f} ms, import {whole:.0f} ms")
    print(f"import ratio: {ratio:.2f} (at most {LIMIT})")
    return plan


def told_recording(plan: ImportPlan) -> None:
    """Print how long the plan takes to be recorded in a ledger, which no reader has to do."""
    with tempfile.TemporaryDirectory() as folder:
        store = create_ledger(
            Path(folder) / "bench.guoban",
            LedgerKind.BLANK,
            now=lambda: datetime(2024, 2, 1).astimezone(),
            author="bench",
            device="01890000-0000-7000-8000-000000000001",
        )
        with store:
            start = time.perf_counter()
            store.record(plan.edits(), "导入")
            print(f"recording {plan.written} cells: {(time.perf_counter() - start) * 1000:.0f} ms")


def beside(bare: Callable[[], object], whole: Callable[[], object]) -> tuple[float, float, float]:
    """Time two works in turn, so that a busy machine slows both alike.

    Returns the medians in ms, and the median of the rounds' ratios.
    """
    rounds: list[tuple[float, float]] = []
    for _ in range(RUNS):
        taken = []
        for work in (bare, whole):
            gc.collect()
            start = time.perf_counter()
            work()
            taken.append((time.perf_counter() - start) * 1000)
        rounds.append((taken[0], taken[1]))
    return (
        statistics.median(base for base, _ in rounds),
        statistics.median(time_taken for _, time_taken in rounds),
        statistics.median(time_taken / base for base, time_taken in rounds),
    )


if __name__ == "__main__":
    main()
