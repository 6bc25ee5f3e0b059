"""What was entered, what changed, and edits that win over what they correct."""

from datetime import UTC, date, datetime

from tracker.edits import (
    ActualEdit,
    Changes,
    SettingEdit,
    TargetEdit,
    changes_of,
    correct_actual,
    correct_target,
)
from tracker.indicators import (
    Actual,
    Basis,
    CellKey,
    Comparator,
    Measure,
    Status,
    Target,
    TargetKey,
)
from tracker.periods import Horizon, Month
from tracker.vintages import Vintage, current

CELL = CellKey("gdp", "620000", Month(2022, 12), Measure.GROWTH, Basis.YTD)
TASK = TargetKey("gdp", "620000", 2023, Horizon.FY, Measure.GROWTH)
TODAY = date(2023, 5, 1)


def figure(
    value: float | None, status: Status, published: str, recorded: str, sequence: int = 0
) -> Vintage:
    """Make one entry of a cell."""
    day = date.fromisoformat(published) if published else None
    moment = datetime.fromisoformat(recorded).replace(tzinfo=UTC)
    return Vintage(CELL, value, status, day, "", "", moment, sequence)


def test_changes_say_what_to_draw_again() -> None:
    changes = changes_of([ActualEdit(CELL, 4.6), TargetEdit(TASK, 6), SettingEdit("title", "x")])
    assert changes
    assert not Changes()
    assert changes.indicators == {"gdp"}
    assert changes.slices == {("620000", 2022), ("620000", 2023)}
    assert changes.settings == {"title"}


def test_a_target_edit_comes_into_force_on_new_years_day_unless_dated() -> None:
    assert TargetEdit(TASK, 6).effective_date == date(2023, 1, 1)
    assert TargetEdit(TASK, 6, effective_on=TODAY).effective_date == TODAY


def test_typing_over_a_final_figure_stays_final_so_that_it_counts() -> None:
    final = Actual(CELL, 4.6, Status.FINAL, None, "", "", datetime(2023, 1, 1, tzinfo=UTC))
    edit = correct_actual(final, CELL, 4.7, TODAY)
    assert isinstance(edit, ActualEdit)
    assert (edit.status, edit.published_on) == (Status.FINAL, None)
    assert correct_actual(None, CELL, 4.7, TODAY) == ActualEdit(CELL, 4.7)


def test_typing_over_a_figure_dated_ahead_keeps_its_date() -> None:
    ahead = Actual(
        CELL, 4.6, Status.FLASH, date(2023, 6, 1), "", "", datetime(2023, 1, 1, tzinfo=UTC)
    )
    edit = correct_actual(ahead, CELL, 4.7, TODAY)
    assert isinstance(edit, ActualEdit)
    assert edit.published_on == date(2023, 6, 1)


def test_typing_over_a_target_makes_a_version_from_the_same_day() -> None:
    standing = Target(TASK, 6, Comparator.ABOUT, TODAY, tolerance=0.3, document="甘政发〔2023〕1号")
    same = correct_target(standing, TASK, 7, Comparator.ABOUT)
    other = correct_target(standing, TASK, 7, Comparator.AT_LEAST)
    assert (same.effective_on, same.tolerance, same.document) == (TODAY, 0.3, standing.document)
    assert other.tolerance is None
    assert correct_target(None, TASK, 7, Comparator.AT_LEAST) == TargetEdit(TASK, 7)


def test_the_latest_publication_stands_then_the_weightier_status_then_the_later_record() -> None:
    estimate = figure(4.2, Status.ESTIMATE, "2023-01-15", "2024-01-01")
    preliminary = figure(4.5, Status.PRELIMINARY, "2023-01-19", "2024-01-01")
    assert current([preliminary, estimate]) is preliminary
    flash = figure(4.4, Status.FLASH, "2023-01-19", "2024-01-02")
    assert current([flash, preliminary]) is preliminary
    corrected = figure(4.55, Status.PRELIMINARY, "2023-01-19", "2024-01-03")
    assert current([preliminary, corrected]) is corrected
    twin = figure(4.56, Status.PRELIMINARY, "2023-01-19", "2024-01-03", sequence=1)
    assert current([twin, corrected]) is twin


def test_an_undated_final_outranks_dated_figures_only_without_a_known_on_date() -> None:
    final = figure(4.6, Status.FINAL, "", "2024-06-01")
    later = figure(4.7, Status.PRELIMINARY, "2025-01-19", "2025-01-20")
    assert current([final, later]) is final
    assert current([final, later], date(2025, 12, 31)) is later
    assert current([final, later], date(2024, 6, 1)) is final
    assert current([final, later], date(2024, 5, 31)) is None


def test_an_unset_is_an_entry_like_any_other() -> None:
    typed = figure(4.6, Status.FLASH, "", "2023-05-01")
    unset = figure(None, Status.FLASH, "", "2023-05-02")
    winner = current([typed, unset])
    assert winner is unset
    assert winner.actual is None
    assert typed.actual is not None
