"""月跟进, 季考核, 年终总评 as lists, and the cycle of the year they stand on."""

from datetime import date

from tests.in_memory import PROVINCE, Figures
from tracker.assessment import schemes
from tracker.inspection.appraisal import appraisal_list, completion_stars, movement_stars
from tracker.inspection.cycle import MarkState, current_stage, cycle, lane_notes
from tracker.inspection.follow_up import FollowUpKind, follow_up_list, follow_up_rows
from tracker.inspection.half_year import inspection_rows, watched_regions
from tracker.inspection.scores import assessment_list, quarter_of, region_scores
from tracker.inspection.stage_list import StageName
from tracker.periods import Horizon, Month
from tracker.snapshot import Snapshot

APRIL, JUNE = Month(2023, 4), Month(2023, 6)
SCHEME = next(iter(schemes().values()))
LANZHOU, JINCHANG, TIANSHUI = "620100", "620300", "620500"


def months(march: float, april: float | None) -> Snapshot:
    """Hold the growth of investment in March and April against 10 %."""
    figures = Figures().target("fixed_investment", "FY", 10)
    figures.actual("fixed_investment", "2023-03", march)
    if april is not None:
        figures.actual("fixed_investment", "2023-04", april)
    return figures.snapshot()


def kinds(now: Snapshot, before: Snapshot) -> list[tuple[FollowUpKind, str]]:
    """Return kind and sentence of April's matters."""
    regions = [now.region(PROVINCE)]
    found = follow_up_rows(now, before, regions, APRIL, date(2023, 5, 25))
    return [(row.kind, row.sentence) for row in found if row.kind is not FollowUpKind.DOUBTFUL]


def test_who_has_not_reported_stands_first_with_the_days() -> None:
    now = months(11, None)
    assert kinds(now, now) == [(FollowUpKind.UNREPORTED, "应 5 月 20 日前报，已逾期 5 天")]


def test_a_light_that_flipped_since_last_month_is_told_with_both_values() -> None:
    now = months(11, 8)
    words = "3 月达标，4 月滞后：11.0% → 8.0%"
    assert kinds(now, now) == [(FollowUpKind.FLIPPED, words)]


def test_a_light_that_flipped_by_revision_only_is_told_apart() -> None:
    now, before = months(8, 8.2), months(11, None)
    ((kind, words),) = kinds(now, before)
    assert kind is FollowUpKind.REVISED
    assert words.endswith("达标变滞后，是修订，不是进度。")
    held = follow_up_list(now, before, [now.region(PROVINCE)], APRIL, date(2023, 5, 10))
    assert held.sentence == "4 月跟进：1 项变灯，其中 1 项只因修订"
    assert held.lines[0].cells[1:4] == ("固定资产投资", "甘肃省", "修订变灯")


def test_a_month_in_order_says_so() -> None:
    now = months(11, 11)
    held = follow_up_list(now, now, [now.region(PROVINCE)], APRIL, date(2023, 5, 10))
    assert (held.lines, held.sentence) == ((), "4 月跟进：都报了，没有异常，灯都没变")


def year() -> Snapshot:
    """Three prefectures: in Q1 兰州 leads, over the year 金昌; 天水 has no figures."""
    figures = Figures()
    for region, march, december in ((LANZHOU, 30, 90), (JINCHANG, 20, 120)):
        for horizon, value in (("Q1", 25), ("FY", 100)):
            figures.target("fiscal_revenue", horizon, value, region=region)
            figures.target("fiscal_revenue", horizon, value)
        figures.actual("fiscal_revenue", "2023-03", march, region=region)
        figures.actual("fiscal_revenue", "2023-12", december, region=region)
    return figures.actual("fiscal_revenue", "2023-12", 99).snapshot()


def test_regions_are_ranked_by_their_share_of_the_points() -> None:
    snapshot = year()
    regions = [snapshot.region(code) for code in (PROVINCE, TIANSHUI, LANZHOU, JINCHANG)]
    scored = region_scores(snapshot, SCHEME, regions, Horizon.FY, 2023)
    assert [(row.name, row.rank) for row in scored] == [
        ("甘肃省", None),
        ("金昌市", 1),
        ("兰州市", 2),
        ("天水市", None),
    ]
    assert scored[2].rate == 0.9
    held = assessment_list(snapshot, SCHEME, regions, Month(2023, 5))
    assert held.title == "2023 年一季度考核"
    assert ("地区", "兰州市", "1") in {line.cells[:3] for line in held.lines}
    assert {line.cells[0] for line in held.lines} == {"地区", "部门"}


def test_without_stage_targets_the_annual_ones_are_the_measure() -> None:
    figures = Figures().target("fiscal_revenue", "FY", 100)
    snapshot = figures.actual("fiscal_revenue", "2023-06", 52).snapshot()
    held = assessment_list(snapshot, SCHEME, [snapshot.region(PROVINCE)], JUNE)
    assert held.sentence == "上半年考核（完成率计分，按全年目标）：部门第一 省财政厅"


def test_the_year_has_its_stars() -> None:
    snapshot = year()
    regions = [snapshot.region(code) for code in (PROVINCE, LANZHOU, JINCHANG)]
    (star,) = completion_stars(snapshot, regions, 2023)
    assert (star.region.code, star.progress.completion) == (JINCHANG, 1.2)
    (mover,) = movement_stars(snapshot, SCHEME, regions, 2023)
    assert (mover.region.code, mover.gained) == (JINCHANG, 1)
    held = appraisal_list(snapshot, SCHEME, regions, Month(2023, 12))
    last = held.lines[-1].cells
    assert (last[0], last[1], last[2], last[-1]) == (
        "进位之星", "金昌市", "▲1", "一季度第 2 位，全年第 1 位，进 1 位",
    )  # fmt: skip


def test_before_its_time_a_stage_says_when_it_comes() -> None:
    snapshot = year()
    regions = watched_regions(snapshot, PROVINCE)
    assert quarter_of(Month(2023, 2)) is None
    early = assessment_list(snapshot, SCHEME, regions, Month(2023, 2))
    assert (early.lines, early.sentence) == ((), "一季度还没有过完，3 月有数后计分")
    assert "12 月有数后总评" in appraisal_list(snapshot, SCHEME, regions, JUNE).sentence


def states(seen: date, stage: StageName, as_of: Month = JUNE) -> str:
    """Return the states of a lane's steps, a letter each."""
    letters = {MarkState.DONE: "D", MarkState.NOW: "N", MarkState.NEXT: "-"}
    return "".join(letters[mark.state] for mark in cycle(2023, as_of, seen).lane(stage))


def test_the_cycle_shows_what_is_done_what_is_now_and_what_comes() -> None:
    july = date(2023, 7, 18)
    assert states(july, StageName.FOLLOW_UP) == "DDDDDD------"
    assert states(july, StageName.ASSESSMENT) == "DN--"
    assert states(july, StageName.INSPECTION) == "N"
    assert states(july, StageName.APPRAISAL) == "-"
    assert states(date(2024, 1, 25), StageName.APPRAISAL) == "N"
    seen = cycle(2023, JUNE, july)
    assert (seen.words, round(seen.at, 2)) == ("7 月 18 日", 6.55)


def test_looking_back_the_time_is_the_end_of_the_month_looked_at() -> None:
    seen = cycle(2023, JUNE, date(2026, 11, 24))
    assert (seen.words, seen.at) == ("6 月末", 6.0)
    assert states(date(2026, 11, 24), StageName.FOLLOW_UP) == "DDDDDN------"


def test_the_stage_that_is_shown_first_is_the_one_that_is_on() -> None:
    assert current_stage(2023, date(2023, 7, 18)) is StageName.INSPECTION
    assert current_stage(2023, date(2024, 1, 5)) is StageName.APPRAISAL
    assert current_stage(2023, date(2023, 5, 5)) is StageName.FOLLOW_UP


def test_lanes_say_what_was_met_and_what_is_open() -> None:
    figures = Figures().target("foreign_trade", "FY", 620).target("fiscal_revenue", "FY", 100)
    figures.actual("foreign_trade", "2023-06", 200).actual("fiscal_revenue", "2023-06", 52)
    snapshot = figures.snapshot()
    rows = inspection_rows(snapshot, [snapshot.region(PROVINCE)], JUNE, date(2023, 7, 18))
    notes = lane_notes(snapshot, PROVINCE, JUNE, rows)
    assert notes == {
        (StageName.ASSESSMENT, 0): "0 项达标",
        (StageName.ASSESSMENT, 1): "1 项达标",
        (StageName.INSPECTION, 0): "1 项",
    }
