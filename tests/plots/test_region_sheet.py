"""市州's sheet: order, 全省 and 全国 below, what rows print, who speaks, and which regions."""

import pytest

from tests.in_memory import CATALOGUE, NATION, PROVINCE, Figures
from tracker.charts.region_titles import region_finding
from tracker.periods import Month
from tracker.plots.light_matrix import light_matrix
from tracker.plots.region_scope import Scope, ground, members_in
from tracker.plots.region_sheet import region_sheet, sheet_table, speaker_words
from tracker.ranking import RankBy

MARCH, APRIL = Month(2023, 3), Month(2023, 4)
LANZHOU, JINCHANG, TIANSHUI, WUWEI, NEW_AREA = "620100", "620300", "620500", "620600", "620171"
VALUES = {LANZHOU: 34, JINCHANG: 43, TIANSHUI: 24, WUWEI: 30}


def figures() -> Figures:
    """Four regions with a task of 100 each; 天水 was second in March and is last now."""
    held = Figures().target("funds_in_place", "FY", 400)
    held.actual("funds_in_place", "2023-04", 140).actual("funds_in_place", "2023-03", 90)
    for code, value in VALUES.items():
        held.target("funds_in_place", "FY", 100, region=code)
        held.actual("funds_in_place", "2023-04", value, region=code)
        before = 25 if code == TIANSHUI else value - 10
        held.actual("funds_in_place", "2023-03", before, region=code)
    return held


def sheet(held: Figures, indicator: str = "funds_in_place", by: RankBy | None = None):
    snapshot = held.snapshot()
    parent = ground(snapshot, PROVINCE)
    return region_sheet(
        snapshot, indicator, parent, APRIL, members_in(snapshot, parent, Scope.BELOW), by
    )


def test_rows_come_in_order_with_the_whole_below_and_the_others_named():
    read = sheet(figures())
    assert [line.name for line in read.lines] == ["金昌", "兰州", "武威", "天水"]
    assert [line.name for line in read.below] == ["全省"]
    first, last = read.lines[0], read.lines[-1]
    assert (first.rank, first.value, first.target, first.gap) == ("1", "43.0", "100", "+9.7")
    assert (last.move, last.light.value, last.gap) == ("▼2", "red", "−9.3")
    assert first.beside == "比全省高 8.0 个百分点"
    assert read.held.without_data[0] == "嘉峪关"
    assert len(read.codes) == 15
    assert (read.value_head, read.gap_head) == ("完成亿元", "与序时差")
    assert read.note == "位次与 3 月末相比　1 个高于全省 35.0%"
    assert region_finding(read.mapped, -5) == (
        "招商引资：4 个地区 2 个跑在时间前面；天水落后 5 个百分点以上"
    )


def test_the_table_that_is_copied_names_every_region():
    rows = sheet_table(sheet(figures()))
    assert rows[0][:4] == ("位次", "升降", "灯", "地区")
    assert rows[1] == ("1", "平", "达标", "金昌市", "43.0", "100", "43.0%", "+9.7")
    assert len(rows) == 1 + 4 + 1 + 11


def test_the_best_and_the_weakest_are_asked_to_speak():
    assert speaker_words(sheet(figures())) == "交流发言 金昌、兰州；反思发言 武威、天水"


def test_movement_sorts_by_places_won_but_shows_places():
    read = sheet(figures(), by=RankBy.MOVEMENT)
    assert [(line.name, line.rank, line.move) for line in read.lines] == [
        ("兰州", "2", "▲1"), ("武威", "3", "▲1"), ("金昌", "1", "平"), ("天水", "4", "▼2"),
    ]  # fmt: skip
    assert speaker_words(read) == speaker_words(sheet(figures()))


def test_amounts_are_ordered_but_the_map_keeps_the_completion():
    read = sheet(figures(), by=RankBy.AMOUNT)
    assert read.by is RankBy.AMOUNT
    assert read.mapped.by is RankBy.COMPLETION
    assert read.lines[0].beside == ""


def test_an_order_that_nobody_has_values_of_is_not_taken():
    read = sheet(figures(), by=RankBy.GROWTH)
    assert read.by is RankBy.COMPLETION
    assert RankBy.GROWTH not in read.orders


def test_growth_stands_beside_the_nation():
    held = Figures().actual("gdp", "2023-03", 4.5, region=NATION).actual("gdp", "2023-03", 6.7)
    held.actual("gdp", "2023-03", 11.4, region=JINCHANG).target("gdp", "FY", 9, region=JINCHANG)
    read = sheet(held, "gdp")
    assert [(line.name, line.value) for line in read.below] == [("全省", "6.7"), ("全国", "4.5")]
    assert read.lines[0].beside == "比全省高 4.7，比全国高 6.9 个百分点"
    assert read.gap_head == "与目标差"


def test_the_unit_stands_behind_the_last_number_that_differs():
    held = Figures().actual("gdp", "2023-03", 6.7, region=NATION).actual("gdp", "2023-03", 4.5)
    held.actual("gdp", "2023-03", 6.7, region=JINCHANG).target("gdp", "FY", 9, region=JINCHANG)
    assert sheet(held, "gdp").lines[0].beside == "比全省高 2.2 个百分点，与全国持平"


def test_targets_of_a_column_have_the_same_digits():
    held = figures().target("funds_in_place", "FY", 161.3, region=LANZHOU)
    read = sheet(held)
    assert {line.name: line.target for line in (*read.lines, *read.below)} == {
        "金昌": "100.0", "兰州": "161.3", "武威": "100.0", "天水": "100.0", "全省": "400.0",
    }  # fmt: skip


def test_a_ranking_by_amount_does_not_call_a_light_of_the_pace_a_target_reached():
    read = sheet(figures(), by=RankBy.AMOUNT)
    assert region_finding(read.held, -5).startswith("招商引资：4 个地区 2 个跑在时间前面")


def test_without_any_figure_the_sheet_is_empty_and_says_so():
    read = sheet(Figures())
    assert (read.lines, read.orders) == ((), ())
    assert region_finding(read.mapped, -5) == "招商引资：各地还没有报数"
    assert speaker_words(read) == ""


@pytest.mark.parametrize(
    ("region", "expected"),
    [(PROVINCE, PROVINCE), (NATION, PROVINCE), (LANZHOU, LANZHOU), ("620102", LANZHOU),
     (NEW_AREA, PROVINCE)],
)  # fmt: skip
def test_a_region_without_regions_below_is_looked_at_among_its_neighbours(region, expected):
    assert ground(Figures().snapshot(), region).code == expected


def test_scopes_reach_every_county_and_every_region():
    snapshot, province = Figures().snapshot(), CATALOGUE.province
    counts = [len(members_in(snapshot, province, scope)) for scope in Scope]
    assert counts == [15, 86, 101]
    lanzhou = members_in(snapshot, CATALOGUE.region(LANZHOU), Scope.EVERY)
    assert {one.parent for one in lanzhou} == {LANZHOU}


def test_the_lights_follow_an_order_and_leave_out_what_nobody_has_a_target_of():
    held = figures().actual("fiscal_revenue", "2023-04", 5, region=LANZHOU)
    snapshot = held.snapshot()
    members = members_in(snapshot, CATALOGUE.province, Scope.BELOW)
    read = light_matrix(snapshot, members, APRIL).ordered([TIANSHUI, JINCHANG])
    assert [row.indicator.id for row in read.rows] == ["funds_in_place"]
    assert [one.id for one in read.known] == ["funds_in_place", "fiscal_revenue"]
    assert [one.code for one in read.regions][:3] == [TIANSHUI, JINCHANG, LANZHOU]
    assert [c.light.value if c else None for c in read.rows[0].cells][:4] == [
        "red", "green", "green", None,
    ]  # fmt: skip


def test_a_ceiling_is_kept_within_and_never_run_ahead_of():
    held = Figures().target("energy_consumption", "FY", 400, comparator="at_most")
    for code, value in VALUES.items():
        held.target("energy_consumption", "FY", 100, region=code, comparator="at_most")
        held.actual("energy_consumption", "2023-04", value, region=code)
    said = region_finding(sheet(held, "energy_consumption", RankBy.COMPLETION).mapped, -5)
    assert "未超序时进度" in said
    assert "跑在时间前面" not in said
