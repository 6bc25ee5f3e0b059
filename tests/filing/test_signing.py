"""A figure counts once a second person has signed its value; own figures are never signed."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Guoban
from tests.in_memory import PROVINCE, Figures
from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.filing.signing import (
    cells_of_month,
    count_reviewed,
    is_signed,
    reviewed_only,
    sign,
    sign_setting,
)
from tracker.indicators import CellKey
from tracker.periods import Month
from tracker.progress import headline_rows

TODAY = date(2023, 5, 10)
APRIL = Month(2023, 4)


def held(funds: float = 1046.5) -> Figures:
    figures = Figures().actual("funds_in_place", "2023-04", funds)
    return figures.actual("fiscal_revenue", "2023-04", 346.2).target("funds_in_place", "FY", 3000)


def cells(figures: Figures) -> list[CellKey]:
    return cells_of_month(figures.snapshot(), PROVINCE, APRIL)


def keep(figures: Figures, edits: list[SettingEdit]) -> None:
    figures.settings.update({edit.name: edit.value or "" for edit in edits})


def signed(figures: Figures, *keys: CellKey, by: str = "李四") -> Figures:
    authors = dict.fromkeys(cells(figures), "张三")
    keep(figures, sign(figures.snapshot(), keys or cells(figures), authors, by, TODAY))
    return figures


def test_a_whole_month_is_signed_in_one_step() -> None:
    figures = held()
    count = count_reviewed(figures.snapshot(), PROVINCE, APRIL)
    assert (count.waiting, count.signed) == (2, 0)
    signed(figures)
    count = count_reviewed(figures.snapshot(), PROVINCE, APRIL)
    assert (count.waiting, count.signed) == (0, 2)
    with pytest.raises(BadValue, match="都已经审核过"):
        signed(figures)


def test_one_figure_after_the_other_keeps_the_first_signature() -> None:
    figures = held()
    first, second = cells(figures)
    signed(signed(figures, first), second)
    assert count_reviewed(figures.snapshot(), PROVINCE, APRIL).signed == 2


def test_a_changed_figure_waits_again() -> None:
    figures = signed(held())
    later = held(1050)
    later.settings = figures.settings
    count = count_reviewed(later.snapshot(), PROVINCE, APRIL)
    assert (count.waiting, count.signed) == (1, 1)


def test_own_figures_wait_for_somebody_else() -> None:
    figures = held()
    one, other = cells(figures)
    authors = {one: "李四", other: "张三"}
    keep(figures, sign(figures.snapshot(), [one, other], authors, "李四", TODAY))
    assert not is_signed(figures.snapshot(), one)
    assert is_signed(figures.snapshot(), other)
    with pytest.raises(BadValue, match="这 1 个数是李四自己填的，要由另一个人审核"):
        sign(figures.snapshot(), [one], authors, "李四", TODAY)


def test_nothing_to_sign() -> None:
    blank = CellKey(*cells(held())[0])._replace(month=Month(2023, 5))
    with pytest.raises(BadValue, match="还没有数"):
        sign(held().snapshot(), [blank], {}, "李四", TODAY)


def test_on_reviewed_figures_only_the_others_are_missing() -> None:
    figures = held()
    first, second = cells(figures)
    signed(figures, first)
    snapshot = reviewed_only(figures.snapshot())
    assert snapshot.actual(first) is not None
    assert snapshot.actual(second) is None
    (row,) = headline_rows(snapshot, PROVINCE, APRIL)
    assert row.value == 1046.5
    assert snapshot.targets(PROVINCE, 2023)


def test_nonsense_in_the_setting_signs_nothing() -> None:
    figures = held()
    for text in ("x", "[]", "{}"):
        figures.settings[sign_setting(PROVINCE, APRIL)] = text
        assert count_reviewed(figures.snapshot(), PROVINCE, APRIL).signed == 0


def test_two_persons_at_the_command_line(guoban: Guoban, blank: str, tmp_path: Path) -> None:
    guoban("record", "funds_in_place", "2023-04", "1046.5", "--author", "张三", "--ledger", blank)
    where = ("--as-of", "2023-04", "--ledger", blank)
    assert "要由另一个人审核" in guoban("sign", "--author", "张三", *where).sentence
    assert guoban("status", *where, "--reviewed-only", "--json").json == []
    assert guoban("sign", "--author", "李四", *where, "--json").json == {
        "month": "2023-04", "waiting": 0, "signed": 1,
    }  # fmt: skip
    assert guoban("status", *where, "--reviewed-only", "--json").json[0]["value"] == 1046.5
