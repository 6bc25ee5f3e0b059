"""目标分解: the parts add up, 缺口 and 加码 are told, last year's shares are asked for honestly."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.cli.conftest import Guoban, blank, guoban, sample
from tests.in_memory import CATALOGUE, PROVINCE, Figures
from tracker.errors import BadValue
from tracker.indicators import Measure, Target, TargetKey
from tracker.periods import Horizon, Month
from tracker.ranking import adding_members
from tracker.splitting import (
    Method,
    next_year,
    over_regions,
    over_stages,
    refuse_negative,
    split_doubts,
    targets_changed,
)
from tracker.splitting.split import _rounded

__all__ = ["blank", "guoban", "sample"]
FUNDS = TargetKey("funds_in_place", PROVINCE, 2023, Horizon.FY, Measure.AMOUNT)


def annual(held: Figures, key: TargetKey = FUNDS) -> Target:
    found = held.snapshot().target_in_force(key, Month(2023, 12))
    assert found is not None
    return found


def last_year(held: Figures) -> Figures:
    for month, value in ((3, 600), (6, 1400), (9, 2000), (12, 2800)):
        held.actual("funds_in_place", f"2022-{month:02d}", value)
    return held


def test_an_even_year_and_last_years_shares() -> None:
    held = last_year(Figures().target("funds_in_place", "FY", 3000))
    even = over_stages(held.snapshot(), annual(held), Method.LINEAR)
    assert [share.value for share in even.shares] == [750, 1500, 2250, 3000]
    assert even.sentence == "合计 3,000.0 亿元，与总目标一致。"
    seasonal = over_stages(held.snapshot(), annual(held), Method.LAST_YEAR)
    assert [share.value for share in seasonal.shares] == [642.9, 1500, 2142.9, 3000]
    own = over_stages(held.snapshot(), annual(held), Method.LINEAR, {Horizon.H1: 1600})
    assert own.shares[1].value == 1600
    assert own.shares[1].by_hand
    assert len(own.edits("分解")) == 3, "the annual target itself stays"


def test_regions_add_up_exactly_and_the_new_area_gets_none() -> None:
    held = Figures().target("funds_in_place", "FY", 1000)
    made = over_regions(held.snapshot(), annual(held), Method.EQUAL)
    assert len(made.shares) == 14
    assert round(made.total, 6) == 1000
    assert made.difference == pytest.approx(0)
    assert {share.value for share in made.shares} == {71.4, 71.5}
    assert "620171" not in {share.key.region for share in made.shares}


def test_what_is_set_by_hand_moves_the_sum_and_is_told() -> None:
    held = Figures().target("funds_in_place", "FY", 1000)
    more = over_regions(held.snapshot(), annual(held), Method.EQUAL, {"620100": 103.5})
    assert more.sentence == "合计 1,032.0 亿元，比总目标加码 32.0 亿元。"
    less = over_regions(held.snapshot(), annual(held), Method.EQUAL, {"620100": 0.0})
    assert "缺口 71.5 亿元" in less.sentence


def test_weights_of_ones_own() -> None:
    held = Figures().target("funds_in_place", "FY", 1600)
    made = over_regions(
        held.snapshot(), annual(held), Method.OWN, weights={"620100": 3, "620200": 0}
    )
    assert [share.value for share in made.shares[:3]] == [320, 0, 106.7]
    assert round(made.total, 6) == 1600
    assert split_doubts(made) == ("嘉峪关市是 0，写入后按未设目标处理，不算完成率。",)
    stages = over_stages(
        held.snapshot(), annual(held), Method.OWN, weights={Horizon.Q1: 20, Horizon.H1: 45}
    )
    assert [share.value for share in stages.shares] == [320, 720, 1200, 1600]


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ({"620100": -1.0}, "兰州市的比重是 −1.0，不能是负数"),
        (dict.fromkeys((one.code for one in CATALOGUE.members(PROVINCE)), 0.0), "比重合计是 0"),
    ],
)
def test_weights_that_share_nothing_are_refused(weights, words) -> None:
    held = Figures().target("funds_in_place", "FY", 1600)
    with pytest.raises(BadValue, match=words):
        over_regions(held.snapshot(), annual(held), Method.OWN, weights=weights)


def test_what_speaks_against_a_split_is_said() -> None:
    held = Figures().target("funds_in_place", "FY", 3000).target("funds_in_place", "H1", 1400)
    own = {Horizon.Q1: 1600.0, Horizon.H1: 1500.0, Horizon.Q3: 3100.0}
    made = over_stages(held.snapshot(), annual(held), Method.LINEAR, own)
    assert split_doubts(made) == (
        "前三季度目标 3,100.0 比总目标 3,000.0 还大，请核对。",
        "上半年目标 1,500.0 比一季度目标 1,600.0 还小，累计数不会减少，请核对。",
        "已有 1 个目标会有新版本，旧版本留着：上半年目标 1,400 换成 1500。",
    )
    refuse_negative(made)
    below = over_stages(held.snapshot(), annual(held), Method.LINEAR, {Horizon.Q1: -5.0})
    with pytest.raises(BadValue, match=r"一季度目标的一份是 −5\.0，不能是负数，没有写入"):
        refuse_negative(below)


def test_a_part_that_stands_from_a_later_day_gets_its_new_version_from_that_day() -> None:
    held = Figures().target("funds_in_place", "FY", 3000)
    held.target("funds_in_place", "H1", 1400, effective_on=date(2023, 5, 1))
    made = over_stages(held.snapshot(), annual(held), Method.LINEAR)
    days = {edit.key.horizon: edit.effective_on for edit in made.edits("分解", "1 号")}
    assert days[Horizon.H1] == date(2023, 5, 1)
    assert days[Horizon.Q1] == date(2023, 1, 1)
    assert {edit.document for edit in made.edits("分解", "1 号")} == {"1 号"}


def test_last_years_shares_of_regions() -> None:
    held = Figures().target("funds_in_place", "FY", 1500)
    for number, region in enumerate(adding_members(held.snapshot(), PROVINCE), 1):
        held.actual("funds_in_place", "2022-12", float(number), region=region.code)
    made = over_regions(held.snapshot(), annual(held), Method.LAST_YEAR)
    assert made.shares[13].value == pytest.approx(200.0)
    assert round(made.total, 6) == 1500


@pytest.mark.parametrize(
    ("held", "method", "words"),
    [
        (Figures().target("funds_in_place", "FY", 0), Method.LINEAR, "没有可分的"),
        (Figures().target("funds_in_place", "FY", 3000), Method.LAST_YEAR, "2022 年的数不全"),
        (
            Figures().target("funds_in_place", "FY", 5, comparator="range", upper=6),
            Method.LINEAR,
            "不是一个数",
        ),
    ],
)
def test_what_cannot_be_split_is_told(held: Figures, method: Method, words: str) -> None:
    with pytest.raises(BadValue, match=words):
        over_stages(held.snapshot(), annual(held), method)


def test_regions_refuse_what_makes_no_sense() -> None:
    held = Figures().target("funds_in_place", "FY", 3000).target("gdp", "FY", 6)
    with pytest.raises(BadValue, match="没有月份可均分"):
        over_regions(held.snapshot(), annual(held), Method.LINEAR)
    with pytest.raises(BadValue, match="2022 年没有招商引资到位资金"):
        over_regions(held.snapshot(), annual(held), Method.LAST_YEAR)
    growth = FUNDS._replace(indicator="gdp", measure=Measure.GROWTH)
    with pytest.raises(BadValue, match="不是累计量"):
        over_regions(held.snapshot(), annual(held, growth), Method.EQUAL)
    county = next(r for r in CATALOGUE.regions.values() if r.level.value == "county")
    low = Figures().target("funds_in_place", "FY", 30, region=county.code)
    with pytest.raises(BadValue, match="没有下级地区"):
        over_regions(low.snapshot(), annual(low, FUNDS._replace(region=county.code)), Method.EQUAL)


@example(1.5, [5e-324], 1)
@given(st.floats(1, 1e6), st.lists(st.floats(0, 1e5), min_size=1, max_size=30), st.integers(0, 3))
def test_rounded_parts_always_add_up(whole: float, weights: list[float], digits: int) -> None:
    whole = round(whole, digits)
    if sum(weights) <= 0:
        with pytest.raises(BadValue):
            _rounded(whole, weights, digits)
        return
    assert sum(_rounded(whole, weights, digits)) == pytest.approx(whole, abs=1e-6)


def test_the_frame_of_a_year_becomes_the_draft_of_the_next() -> None:
    held = Figures().target("funds_in_place", "FY", 3000).target("gdp", "FY", 6)
    held.target("gdp", "FY", 6.5, year=2024)
    edits = next_year(held.snapshot(), PROVINCE, 2023)
    assert [(edit.key.indicator, edit.key.year, edit.value) for edit in edits] == [
        ("funds_in_place", 2024, 3000)
    ]
    with pytest.raises(BadValue, match="2020 年没有目标"):
        next_year(held.snapshot(), PROVINCE, 2020)


def test_what_changed_since_a_day() -> None:
    held = Figures().target("funds_in_place", "FY", 3000)
    held.target("funds_in_place", "FY", 3200, effective_on=date(2023, 6, 1))
    held.target("gdp", "FY", 6)
    ((before, after),) = targets_changed(held.snapshot(), PROVINCE, 2023, date(2023, 5, 1))
    assert before is not None
    assert after is not None
    assert (before.value, after.value) == (3000, 3200)
    assert targets_changed(held.snapshot(), PROVINCE, 2023, date(2023, 7, 1)) == []


def test_the_command_line(guoban: Guoban, sample: str) -> None:
    split = ("target", "split", "funds_in_place", "--year", "2023", "--ledger", sample)
    plan = guoban(*split, "--over", "regions", "--dry-run", "--json").json
    assert plan["difference"] == pytest.approx(0)
    assert len(plan["shares"]) == 14
    said = guoban(*split, "--over", "stages", "--by", "linear", "--own", "H1=1600").out
    assert "上半年目标  1,600.0 亿元  50.0%（自定）" in said
    assert "不是一份" in guoban(*split, "--over", "stages", "--own", "H1").sentence
    where = ("--year", "2023", "--ledger", sample)
    corrected = guoban("target", "changes", "--since", "2023-12-31", *where).out
    assert "一季度：600 → 750" in corrected, "the correction was entered after that day"
    assert "没有改过" in guoban("target", "changes", "--since", "2026-12-31", *where).out
    assert guoban("target", "changes", "--since", "2022-12-31", *where, "--json").json
    assert "已起草" in guoban("target", "copy", *where).out
    nothing = guoban("target", "split", "gdp", "--over", "stages", *where)
    assert "没有全年目标" in nothing.sentence
