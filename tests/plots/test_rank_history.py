"""Places over the months, and the parts of a gap."""

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.errors import ExportError
from tracker.periods import Month
from tracker.plots.gap_parts import gap_parts
from tracker.plots.rank_history import rank_history

LANZHOU, JINCHANG, NEW_AREA = "620100", "620300", "620171"
APRIL = Month(2023, 4)


def funds() -> Figures:
    held = Figures().target("funds_in_place", "FY", 240).actual("funds_in_place", "2023-04", 75.0)
    courses = {LANZHOU: (10.0, 20.0, 50.0), JINCHANG: (20.0, 30.0, 30.0), NEW_AREA: (1.0, 2.0, 3.0)}
    for code, course in courses.items():
        held.target("funds_in_place", "FY", 120, region=code)
        for month, value in zip((2, 3, 4), course, strict=True):
            held.actual("funds_in_place", f"2023-{month:02d}", value, region=code)
    return held


def test_places_are_followed_month_by_month() -> None:
    history = rank_history(funds().snapshot(), "funds_in_place", PROVINCE, APRIL)
    assert [month.month for month in history.months] == [2, 3, 4]
    assert [(one.name, one.ranks) for one in history.courses[:2]] == [
        ("兰州", (2, 2, 1)),
        ("金昌", (1, 1, 2)),
    ]
    assert [one.name for one in history.risen] == ["兰州"]
    assert [(one.name, one.change) for one in history.fallen] == [("金昌", -1)]


def test_growth_is_followed_from_the_end_of_last_year() -> None:
    held = Figures()
    for month in ("2022-12", "2023-03"):
        held.actual("gdp", month, 6.0, region=LANZHOU)
    history = rank_history(held.snapshot(), "gdp", PROVINCE, APRIL)
    assert history.months == (Month(2022, 12), Month(2023, 3))


def test_one_month_is_no_history() -> None:
    held = Figures().actual("gdp", "2023-03", 6.0, region=LANZHOU)
    with pytest.raises(ExportError, match="不足两个月有数"):
        rank_history(held.snapshot(), "gdp", PROVINCE, APRIL)


def test_a_gap_is_split_among_the_regions_that_add_up() -> None:
    parts = gap_parts(funds().snapshot(), "funds_in_place", PROVINCE, APRIL)
    assert [(part.name, part.gap_amount) for part in parts.parts] == [
        ("金昌", -10.0),
        ("兰州", 10.0),
    ]
    assert (parts.whole.pace_gap_amount, parts.total, parts.rest) == (-5.0, 0.0, -5.0)
    assert (parts.lacking, len(parts.behind)) == (10.0, 1)
    assert "兰州新区" not in parts.without_data


def test_growth_cannot_be_split() -> None:
    with pytest.raises(ExportError, match="分不出差距来自哪里"):
        gap_parts(funds().snapshot(), "gdp", PROVINCE, APRIL)
