"""The long form is read as it is: every vintage with its status, date and source."""

from datetime import date
from pathlib import Path

from resources import ROOT
from tests.exchange.importing.drawn_sheets import drawn, planned
from tests.in_memory import Figures
from tracker.exchange.importing import plan_import
from tracker.exchange.long_form import actual_edits, read_rows, target_edits
from tracker.exchange.tables import read_sheets
from tracker.indicators import Status

LEDGERS = ROOT / "ledgers"
CATALOGUE = Figures().snapshot().catalogue


def plan_of(path: Path) -> list[object]:
    """Plan the import of a file into an empty ledger, after all its figures came out."""
    plan = plan_import(read_sheets(path), Figures().snapshot(), today=date(2026, 11, 24))
    assert (plan.problems, plan.conflicts, plan.questions) == ((), (), ())
    return list(plan.edits())


def test_figures_and_targets_that_ship_are_read_as_they_are() -> None:
    for name in ("gansu-2023-later.csv", "gansu-2023.csv", "sample_province.csv"):
        path = LEDGERS / name
        assert set(plan_of(path)) == set(actual_edits(read_rows(path), CATALOGUE))
    for name in ("gansu-2023-targets.csv", "sample_targets.csv"):
        path = LEDGERS / name
        assert set(plan_of(path)) == set(target_edits(read_rows(path), CATALOGUE))


HEAD = "indicator | region_code | month | measure | value | status | published_on\n"


def test_figures_with_their_own_status_or_date_are_vintages() -> None:
    plan = planned(
        drawn(
            HEAD
            + "gdp | 620000 | 2022-12 | growth | 4.2 | estimate | 2023-01-15\n"
            + "gdp | 620000 | 2022-12 | growth | 4.5 | preliminary | 2023-01-19"
        )
    )
    assert [(write.new, write.status) for write in plan.writes] == [
        (4.2, Status.ESTIMATE),
        (4.5, Status.PRELIMINARY),
    ]


def test_figures_without_are_a_conflict() -> None:
    for status in (" | ", "flash | 2023-01-19"):
        rows = [f"gdp | 620000 | 2022-12 | growth | {value} | {status}" for value in (4.2, 4.5)]
        plan = planned(drawn(HEAD + "\n".join(rows)))
        assert plan.written == 0
        assert [one.cell for one in plan.conflicts] == ["E2", "E3"]


def test_a_row_that_cannot_be_understood_is_told_and_the_others_are_written() -> None:
    plan = planned(
        drawn(
            HEAD
            + "gdp | 620000 | 2022-12 | growth | 4.5\n"
            + "gpd | 620000 | 2022-12 | growth | 4.5\n"
            + "gdp | 620000 | 2022-11 | growth | 4.5\n"
            + "gdp | 620000 | 2024-03 | growth | 4.5\n"
            + "gdp | 620000 | 2022-12 | rank | 1.5\n"
            + "gdp | 620000 | 2022-12 | growth | x\n"
            + "gdp | 620000 | 2022-09 | growth | —"
        )
    )
    assert plan.written == 1
    assert [one.cell for one in plan.problems] == ["E3", "E4", "E5", "E6", "E7"]


def test_numbers_and_dates_of_a_workbook_are_codes_and_months() -> None:
    sheet = drawn("indicator | region_code | month | value\ncpi | 620000 | x | 0.2")
    sheet.rows[1][2] = date(2023, 5, 1)
    (write,) = planned(sheet).writes
    assert str(write.key[2]) == "2023-05"


def test_targets_that_are_none_are_told() -> None:
    plan = planned(
        drawn(
            "indicator | region_code | year | horizon | measure | comparator | value\n"
            "gdp | 620000 | 2023 | FY | growth | at_least | 6\n"
            "gdp | 620000 | 2023 | M02 | growth | at_least | 6\n"
            "gdp | 620000 | 2023 | FY | growth | at_least | \n"
            "gdp | 620000 | 2023 | 全年 | growth | at_least | 7\n"
        )
    )
    assert [one.cell for one in plan.problems] == ["G3", "G4"]
    assert [one.cell for one in plan.conflicts] == ["G2", "G5"]


def test_a_target_that_stands_is_unchanged() -> None:
    text = (
        "indicator | region_code | year | horizon | measure | comparator | value\n"
        "gdp | 620000 | 2023 | FY | growth | at_least | 6\n"
        "gdp | 620000 | 2023 | H1 | growth | at_least | 5\n"
    )
    held = Figures().target("gdp", "FY", 6.0).target("gdp", "H1", 4.0)
    plan = planned(drawn(text), figures=held)
    assert plan.unchanged == 1
    assert [(write.old, write.new, write.status) for write in plan.writes] == [(4.0, 5.0, None)]
