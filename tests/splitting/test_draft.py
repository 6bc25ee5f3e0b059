"""A new year's targets from last year's."""

from dataclasses import replace
from datetime import date

from tests.in_memory import PROVINCE, Figures
from tracker.indicators import Comparator
from tracker.splitting import draft_of


def test_a_year_takes_over_structure_and_values() -> None:
    held = Figures().target("funds_in_place", "FY", 3000).target("funds_in_place", "H1", 1500)
    held.target("energy_consumption", "FY", 8600, comparator="at_most")
    edits = draft_of(held.snapshot(), PROVINCE, 2024)
    assert {(edit.key.indicator, edit.key.horizon, edit.value) for edit in edits} == {
        ("funds_in_place", "FY", 3000),
        ("funds_in_place", "H1", 1500),
        ("energy_consumption", "FY", 8600),
    }
    assert {edit.key.year for edit in edits} == {2024}
    ceiling = next(edit for edit in edits if edit.key.indicator == "energy_consumption")
    assert ceiling.comparator is Comparator.AT_MOST
    assert ceiling.effective_date == date(2024, 1, 1)


def test_the_last_version_counts_and_withdrawn_ones_do_not() -> None:
    held = (
        Figures().target("gdp", "FY", 6.5).target("gdp", "FY", 6.0, effective_on=date(2023, 7, 1))
    )
    held.target("cpi", "FY", 3.0)
    withdrawn = replace(held.targets[-1], effective_on=date(2023, 9, 1), withdrawn=True)
    held.targets.append(withdrawn)
    edits = draft_of(held.snapshot(), PROVINCE, 2024)
    assert [(edit.key.indicator, edit.value) for edit in edits] == [("gdp", 6.0)]


def test_what_the_year_already_has_is_left_alone() -> None:
    held = Figures().target("gdp", "FY", 6.0).target("gdp", "FY", 5.5, year=2024)
    assert draft_of(held.snapshot(), PROVINCE, 2024) == []
    assert draft_of(held.snapshot(), PROVINCE, 2023) == []
