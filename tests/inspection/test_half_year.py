"""半年督查: what is not past half, in which order, and what is written to the departments."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import open_store
from tests.in_memory import PROVINCE, Figures
from tracker.inspection.case import Case, closed, due, edited, saved, submitted
from tracker.inspection.half_year import (
    InspectionRow,
    closing_doubt,
    inspection_list,
    inspection_rows,
    inspection_sentence,
    reminders,
    state_counts,
    watched_regions,
)
from tracker.ledgers import LedgerKind
from tracker.periods import Month
from tracker.snapshot import Snapshot

JUNE, APRIL = Month(2023, 6), Month(2023, 4)
TODAY = date(2023, 7, 18)
LANZHOU = "620100"


def case(indicator: str, region: str = PROVINCE, due_on: date | None = None) -> Case:
    """Return a case that is being worked off."""
    made = Case(f"{indicator}-{region}", indicator, region, 2023, JUNE, "张三")
    return due(edited(made, reason="后移", measure="一企一策", department="省商务厅"), due_on)


def ledger(*cases: Case) -> Snapshot:
    """Trade lags (42 %), revenue is past half, growth of investment misses, of GDP does not."""
    figures = Figures(settings={one.setting: one.written() for one in cases})
    figures.target("foreign_trade", "FY", 620).actual("foreign_trade", "2023-06", 262.9)
    figures.target("fiscal_revenue", "FY", 1000).actual("fiscal_revenue", "2023-06", 520)
    figures.target("fixed_investment", "FY", 10).actual("fixed_investment", "2023-06", 4.6)
    figures.target("gdp", "FY", 6).actual("gdp", "2023-06", 6.8)
    return figures.snapshot()


def rows(snapshot: Snapshot, as_of: Month = JUNE) -> tuple[InspectionRow, ...]:
    """Read the province's list."""
    return inspection_rows(snapshot, [snapshot.region(PROVINCE)], as_of, TODAY)


def test_only_what_is_not_past_half_is_listed() -> None:
    held = rows(ledger())
    assert [(row.key[0], row.actual, row.task, row.gap) for row in held] == [
        ("foreign_trade", "262.9", "310.0 亿元", "−7.6"),
        ("fixed_investment", "4.6%", "10.0%", "−5.4"),
    ]
    assert inspection_sentence(held, JUNE, TODAY) == "半年督查 2 项：2 项还没报措施"


def test_half_done_without_the_half_year_plan_is_listed_with_the_plan() -> None:
    figures = Figures().target("foreign_trade", "FY", 620).target("foreign_trade", "H1", 330)
    held = rows(figures.actual("foreign_trade", "2023-06", 320).snapshot())
    assert [row.task for row in held] == ["330.0 亿元"]


def test_before_june_the_list_is_a_projection() -> None:
    figures = Figures().target("foreign_trade", "FY", 620).target("fiscal_revenue", "FY", 1000)
    figures.actual("foreign_trade", "2023-04", 165.4).actual("fiscal_revenue", "2023-04", 400)
    held = rows(figures.snapshot(), APRIL)
    assert [row.key[0] for row in held] == ["foreign_trade"]
    assert inspection_sentence(held, APRIL, TODAY).startswith("照现在速度 6 月底过不了半 1 项")


def test_overdue_cases_stand_first_then_those_due_within_a_week() -> None:
    later, soon = date(2023, 7, 31), date(2023, 7, 25)
    held = rows(
        ledger(
            case("foreign_trade", due_on=later),
            case("fixed_investment", due_on=soon),
            case("fiscal_revenue", due_on=date(2023, 7, 15)),
            case("gdp", due_on=date(2023, 7, 10)),
        )
    )
    assert [(row.key[0], row.due_words(TODAY)) for row in held] == [
        ("gdp", "逾期 8 天"),
        ("fiscal_revenue", "逾期 3 天"),
        ("fixed_investment", "还有 7 天"),
        ("foreign_trade", "还有 13 天"),
    ]
    assert inspection_sentence(held, JUNE, TODAY) == "半年督查 4 项：4 项整改中，2 项逾期"


def test_a_closed_case_stays_in_the_list_and_is_not_pressing() -> None:
    made = case("fiscal_revenue", due_on=date(2023, 7, 15))
    done = closed(submitted(made, "张三"), "李四", date(2023, 7, 15))
    held = rows(ledger(done))
    assert held[-1].key[0] == "fiscal_revenue"
    assert (held[-1].due_words(TODAY), held[-1].urgency(TODAY)) == ("按期", 0)
    assert state_counts(held) == "半年督查 3 项：待报措施 2　整改中 0　待复核 0　已销号 1"
    late = closed(submitted(made, "张三"), "李四", date(2023, 7, 17))
    assert rows(ledger(late))[-1].due_words(TODAY) == "晚 2 天销号"


def test_reminders_are_one_line_a_department() -> None:
    held = rows(ledger(case("foreign_trade", due_on=date(2023, 7, 15))))
    assert reminders(held, TODAY).splitlines() == [
        "省商务厅：甘肃外贸进出口总值（差 −7.6，请报整改进展，逾期 3 天）。",
        "省发展改革委：甘肃固定资产投资（差 −5.4，请报滞后原因和整改措施）。",
    ]
    assert reminders((), TODAY) == "没有要催办的督查事项。"


def test_closing_while_the_light_is_red_is_doubted() -> None:
    snapshot = ledger()
    doubt = closing_doubt(snapshot, case("foreign_trade"), JUNE)
    assert doubt == "甘肃省外贸进出口总值截至 6 月还是滞后（差 −7.6），销号前请核实。"
    assert closing_doubt(snapshot, case("gdp"), JUNE) == ""


def test_a_year_without_targets_has_nothing_to_inspect() -> None:
    held = rows(Figures().actual("foreign_trade", "2023-06", 1).snapshot())
    assert held == ()
    assert inspection_sentence(held, JUNE, TODAY) == "没有滞后指标"


@pytest.mark.parametrize("wanted", [PROVINCE, LANZHOU])
def test_the_half_year_inspection_list_of_the_sample_ledger(
    make_ledger: Callable[[LedgerKind], Path], wanted: str
) -> None:
    with open_store(make_ledger(LedgerKind.SAMPLE)) as store:
        store.record([saved(case("foreign_trade", due_on=date(2023, 7, 31)))], "督查")
        snapshot = store.snapshot()
        regions = watched_regions(snapshot, wanted)
        held = inspection_rows(snapshot, regions, JUNE, TODAY)
        printed = inspection_list(snapshot, held, JUNE, TODAY)
    assert printed.title == "2023 年半年督查清单"
    assert printed.sample
    listed = {line.cells[1:6] for line in printed.lines}
    if wanted == PROVINCE:
        assert len(held) == 75
        assert printed.sentence == "半年督查 75 项：1 项整改中，74 项还没报措施"
        assert ("外贸进出口总值", "甘肃省", "262.9", "310.0 亿元", "−7.6") in listed
        assert ("避险搬迁入住", "甘肃省", "15,980", "17,000 户", "−3.0") in listed
    assert ("外贸进出口总值", "兰州市", "98.2", "138.0 亿元", "−14.4") in listed
    assert all(row.progress.month == JUNE for row in held)
