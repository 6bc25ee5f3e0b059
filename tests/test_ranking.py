"""Regions in order: competition ranks, ties, movement, and who makes the gap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.indicators import Better, Light, RegionLevel
from tracker.periods import Month
from tracker.ranking import (
    RankBy,
    RankRow,
    adding_members,
    contributions,
    members_at,
    places,
    rank_regions,
    speakers,
    sum_of_actuals,
)

LANZHOU, JINCHANG, WUWEI, TIANSHUI, NEW_AREA = "620100", "620300", "620600", "620500", "620171"


def test_equal_values_share_the_better_place_and_the_next_is_skipped() -> None:
    values = {"a": 3.0, "b": 9.0, "c": 9.0, "d": 1.0}
    assert places(values, Better.HIGHER) == {"b": 1, "c": 1, "a": 3, "d": 4}
    assert places(values, Better.LOWER) == {"d": 1, "a": 2, "b": 3, "c": 3}


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=12), st.randoms())
def test_places_do_not_depend_on_the_order_of_members(values: list[float], random: object) -> None:
    named = {f"r{i}": value for i, value in enumerate(values)}
    shuffled = list(named.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert places(dict(shuffled), Better.HIGHER) == places(named, Better.HIGHER)


def growth() -> Figures:
    """GDP growth of three members in two quarters, with targets."""
    figures = Figures()
    for region, first, second in ((JINCHANG, 11.4, 9.0), (WUWEI, 8.0, 9.0), (TIANSHUI, 5.0, 4.0)):
        figures.actual("gdp", "2023-03", first, region=region)
        figures.actual("gdp", "2023-06", second, region=region)
        figures.target("gdp", "FY", 6.5, region=region)
    return figures


def test_regions_are_ranked_with_ties_movement_light_and_those_without_data() -> None:
    snapshot = growth().snapshot()
    found = rank_regions(
        snapshot, "gdp", RankBy.GROWTH, Month(2023, 7), members_at(snapshot, PROVINCE)
    )
    assert found.as_of == Month(2023, 6)
    assert [(row.region.code, row.rank, row.tied) for row in found.rows] == [
        (JINCHANG, 1, True),
        (WUWEI, 1, True),
        (TIANSHUI, 3, False),
    ]
    assert [row.rank_change for row in found.rows] == [0, 1, 0]
    assert [row.light for row in found.rows] == [Light.GREEN, Light.GREEN, Light.RED]
    assert len(found.without_data) == 12
    assert NEW_AREA in [region.code for region in found.without_data]


def test_places_gained_can_be_ranked_too() -> None:
    snapshot = growth().snapshot()
    found = rank_regions(
        snapshot, "gdp", RankBy.MOVEMENT, Month(2023, 6), members_at(snapshot, PROVINCE)
    )
    assert (found.rows[0].region.code, found.rows[0].value) == (WUWEI, 1.0)
    assert found.rows[0].rank_change is None


def test_a_first_place_ever_has_no_movement() -> None:
    snapshot = Figures().actual("gdp", "2023-03", 8, region=WUWEI).snapshot()
    found = rank_regions(
        snapshot, "gdp", RankBy.GROWTH, Month(2023, 3), members_at(snapshot, PROVINCE)
    )
    assert (found.rows[0].previous_rank, found.rows[0].rank_change) == (None, None)
    nothing = rank_regions(
        snapshot, "gdp", RankBy.GROWTH, Month(2023, 2), members_at(snapshot, PROVINCE)
    )
    assert (nothing.as_of, nothing.rows) == (Month(2022, 12), ())


def funds() -> Figures:
    """到位资金 of two prefectures, 兰州新区 and the province in April."""
    figures = Figures()
    for region, target, done in (
        (LANZHOU, 700, 214.8),
        (JINCHANG, 160, 69.7),
        (NEW_AREA, 276, 67.9),
        (PROVINCE, 860, 285.0),
    ):
        figures.target("funds_in_place", "FY", target, region=region)
        figures.actual("funds_in_place", "2023-04", done, region=region)
    return figures


def test_completion_ranks_the_share_of_the_task_and_amount_the_amount() -> None:
    snapshot = funds().snapshot()
    members = members_at(snapshot, PROVINCE)
    by_share = rank_regions(snapshot, "funds_in_place", RankBy.COMPLETION, Month(2023, 4), members)
    assert [row.region.code for row in by_share.rows] == [JINCHANG, LANZHOU, NEW_AREA]
    by_amount = rank_regions(snapshot, "funds_in_place", RankBy.AMOUNT, Month(2023, 4), members)
    assert [row.region.code for row in by_amount.rows] == [LANZHOU, JINCHANG, NEW_AREA]


def test_new_areas_are_ranked_but_never_added() -> None:
    snapshot = funds().snapshot()
    assert NEW_AREA not in [region.code for region in adding_members(snapshot, PROVINCE)]
    check = sum_of_actuals(snapshot, "funds_in_place", PROVINCE, Month(2023, 4))
    assert check is not None
    assert check.parts == pytest.approx(214.8 + 69.7)
    assert (len(check.missing), check.difference) == (12, None)


def test_a_difference_between_parts_and_whole_is_shown() -> None:
    figures = funds()
    for region in adding_members(figures.snapshot(), PROVINCE):
        if region.code not in (LANZHOU, JINCHANG):
            figures.actual("funds_in_place", "2023-04", 0, region=region.code)
    check = sum_of_actuals(figures.snapshot(), "funds_in_place", PROVINCE, Month(2023, 4))
    assert check is not None
    assert check.difference == pytest.approx(0.5)
    assert sum_of_actuals(figures.snapshot(), "gdp", PROVINCE, Month(2023, 3)) is None


def test_the_most_behind_make_the_gap() -> None:
    parts = contributions(funds().snapshot(), "funds_in_place", PROVINCE, Month(2023, 4))
    assert [part.region.code for part in parts] == [LANZHOU, JINCHANG]
    assert parts[0].gap_amount == pytest.approx(214.8 - 700 / 3)


def test_counties_form_one_list() -> None:
    counties = members_at(Figures().snapshot(), PROVINCE, RegionLevel.COUNTY)
    assert len(counties) == 86
    assert len(members_at(Figures().snapshot(), PROVINCE, RegionLevel.PREFECTURE)) == 14


def _placed(*ranks):
    region = CATALOGUE.province
    return [RankRow(rank, ranks.count(rank) > 1, region, 0.0, None, Light.NONE) for rank in ranks]


@pytest.mark.parametrize(
    ("ranks", "best", "weakest"),
    [
        ((1, 2, 3, 4, 5), [1, 2], [4, 5]),
        ((1, 2, 2, 4, 5), [1, 2, 2], [4, 5]),
        ((1, 2, 3), [1], [3]),
        ((1,), [], []),
        ((1, 1, 1, 1), [], []),
        ((), [], []),
    ],
)
def test_the_best_and_weakest_two_speak_and_ties_speak_together(ranks, best, weakest):
    chosen = speakers(_placed(*ranks))
    assert [row.rank for row in chosen.best] == best
    assert [row.rank for row in chosen.weakest] == weakest
