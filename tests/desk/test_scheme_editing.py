"""A ledger's own schemes, and points by hand: checked in sentences before they count."""

import math
from dataclasses import replace

import pytest

from tests.in_memory import CATALOGUE
from tracker.assessment.schemes import SchemeKind, scheme_of
from tracker.assessment.sheet import Adjustment
from tracker.desk.rule_editing import with_edit
from tracker.desk.scheme_editing import (
    adjusted_edit,
    adjustments_edit,
    adjustments_of,
    copied_scheme,
    removed_scheme,
    saved_scheme,
    scheme_names,
)
from tracker.errors import BadValue, UnknownName
from tracker.periods import Horizon

SHEET = ("620100", 2023, Horizon.FY)


@pytest.fixture
def settings() -> dict[str, str]:
    return with_edit({}, copied_scheme({}, "完成率计分", "县区考核"))


def test_a_scheme_is_copied_changed_and_removed(settings: dict[str, str]) -> None:
    scheme = scheme_of(settings, "县区考核")
    changed = replace(scheme, kind=SchemeKind.BY_RANK, cap=None, weights={"gdp": 60.0, "cpi": 40.5})
    settings = with_edit(settings, saved_scheme(settings, changed, CATALOGUE))
    held = scheme_of(settings, "县区考核")
    assert (held.kind, held.cap, dict(held.weights)) == (
        SchemeKind.BY_RANK, None, {"gdp": 60.0, "cpi": 40.5},
    )  # fmt: skip
    settings = with_edit(settings, removed_scheme(settings, "县区考核"))
    assert settings == {}
    assert "完成率计分" in scheme_names(settings)


def test_what_is_no_scheme_is_refused_in_a_sentence(settings: dict[str, str]) -> None:
    scheme = scheme_of(settings, "县区考核")
    for wrong, words in (
        (replace(scheme, name="达标计分"), "是自带的计分办法"),
        (replace(scheme, weights={"gdp": -1.0}), "地区生产总值的分值要大于 0"),
        (replace(scheme, weights={"gdp": math.nan}), "分值要大于 0"),
        (replace(scheme, weights={}), "没有一项有分值"),
        (replace(scheme, bonus_cap=-2.0), "不能是负数"),
        (replace(scheme, cap=-1.0), "不能是负数"),
    ):
        with pytest.raises(BadValue, match=words):
            saved_scheme(settings, wrong, CATALOGUE)
    with pytest.raises(BadValue, match="已经有计分办法“县区考核”"):
        copied_scheme(settings, "达标计分", "县区考核")
    with pytest.raises(BadValue, match="名称要有"):
        copied_scheme(settings, "达标计分", " ")
    with pytest.raises(UnknownName):
        removed_scheme(settings, "达标计分")


def test_points_by_hand_need_a_reason_and_are_kept_for_their_sheet() -> None:
    settings: dict[str, str] = {}
    for added in (Adjustment(1.5, "获国务院督查激励"), Adjustment(-2.0, "数据迟报", "市统计局")):
        settings = with_edit(settings, adjusted_edit(settings, SHEET, added))
    assert [one.points for one in adjustments_of(settings, *SHEET)] == [1.5, -2.0]
    assert adjustments_of(settings, "620100", 2023, Horizon.H1) == ()
    settings = with_edit(settings, adjustments_edit(SHEET, ()))
    assert settings == {}
    for wrong, words in (
        (Adjustment(1.0, " "), "要写理由"),
        (Adjustment(0.0, "试"), "加分写正数"),
        (Adjustment(math.inf, "试"), "加分写正数"),
    ):
        with pytest.raises(BadValue, match=words):
            adjusted_edit(settings, SHEET, wrong)
    with pytest.raises(BadValue, match="读不懂"):
        adjustments_of({"assessment.adjustments.620100.2023-FY": "[1]"}, *SHEET)
