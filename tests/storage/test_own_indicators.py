"""An own indicator is a journaled setting: history, undo, proof and salvage hold for it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tracker.edits import ActualEdit, SettingEdit, TargetEdit
from tracker.errors import BadValue, UnknownName
from tracker.indicators import Basis, CellKey, Indicator, Measure, MeasureKind, TargetKey
from tracker.own_indicators import Wish, indicator_edit, new_indicator
from tracker.periods import Calendar, Horizon, Month
from tracker.storage.backups.salvage import salvage
from tracker.storage.store import Store

PROVINCE = "620000"


def added(store: Store, wish: Wish) -> Indicator:
    made = new_indicator(store.catalogue, wish)
    store.record([indicator_edit(made)], f"新增指标 {made.name}", "省政府新任务")
    return made


def fair(store: Store) -> Indicator:
    return added(store, Wish("办好兰洽会", MeasureKind.MILESTONE))


def stage_of(indicator: Indicator, month: str, value: float | None) -> ActualEdit:
    key = CellKey(indicator.id, PROVINCE, Month.parse(month), Measure.AMOUNT, Basis.YTD)
    return ActualEdit(key, value)


@pytest.mark.parametrize("kind", list(MeasureKind))
def test_every_kind_joins_the_catalogue_at_once_and_after_reopening(
    store: Store, reopened: Callable[[], Store], kind: MeasureKind
) -> None:
    made = added(store, Wish("数字经济", kind, unit="亿元" if kind.value in "FLOWSTOCK" else ""))
    assert store.catalogue.indicator(made.id) == made
    assert store.snapshot().indicator(made.id).kind is kind
    assert reopened().catalogue.indicator(made.id) == made
    assert list(store.catalogue.indicators)[-1] == made.id
    assert store.verify() == []


def test_figures_and_targets_of_it_are_entered_and_read(store: Store) -> None:
    made = fair(store)
    key = TargetKey(made.id, PROVINCE, 2023, Horizon.FY, Measure.AMOUNT)
    store.record([TargetEdit(key, 2.0)], "设时限")
    store.record([stage_of(made, "2023-06", 1.0)], "填报")
    held = store.snapshot().actual(stage_of(made, "2023-06", None).key)
    assert held is not None
    assert held.value == 1.0
    assert store.verify() == []


def test_the_same_name_on_two_devices_is_one_indicator(store: Store) -> None:
    first = new_indicator(store.catalogue, Wish("办好兰洽会", MeasureKind.MILESTONE))
    again = new_indicator(store.catalogue, Wish(" 办好兰洽会 ", MeasureKind.MILESTONE))
    assert first.id == again.id


def test_undo_takes_it_out_of_the_catalogue_and_redo_brings_it_back(store: Store) -> None:
    made = new_indicator(store.catalogue, Wish("办好兰洽会", MeasureKind.MILESTONE))
    changes = store.record([indicator_edit(made)], "新增")
    undone = store.revert(changes.revision, "撤销")
    assert made.id not in store.catalogue.indicators
    with pytest.raises(UnknownName):
        store.record([stage_of(made, "2023-06", 1.0)], "填报")
    store.revert(undone.revision, "恢复")
    assert store.catalogue.indicator(made.id) == made
    assert store.verify() == []


def test_one_with_figures_cannot_be_undone(store: Store) -> None:
    made = new_indicator(store.catalogue, Wish("办好兰洽会", MeasureKind.MILESTONE))
    changes = store.record([indicator_edit(made)], "新增")
    figure = store.record([stage_of(made, "2023-06", 1.0)], "填报")
    with pytest.raises(BadValue, match="指标“办好兰洽会”已经有数据或目标，不能撤掉"):
        store.revert(changes.revision, "撤销")
    with pytest.raises(BadValue, match="不能撤掉"):
        store.record([SettingEdit(f"indicator.{made.id}", None)], "删除")
    assert made.id in store.catalogue.indicators
    store.revert(figure.revision, "撤销")
    store.revert(changes.revision, "撤销")
    assert made.id not in store.catalogue.indicators
    assert store.verify() == []


def test_its_name_may_change_but_not_what_its_figures_mean(store: Store) -> None:
    made = added(store, Wish("数字经济", MeasureKind.FLOW, "亿元"))
    renamed = replace(made, name="数字经济核心产业", short_name="数字经济")
    store.record([indicator_edit(renamed)], "改名")
    assert store.catalogue.indicator(made.id).name == "数字经济核心产业"
    for wrong in (
        replace(made, unit="万元"),
        replace(made, kind=MeasureKind.STOCK),
        replace(made, judged_by=Measure.GROWTH),
        replace(made, calendar=Calendar.QUARTERLY),
    ):
        with pytest.raises(BadValue, match="定了就不能再改"):
            store.record([indicator_edit(wrong)], "改")


def test_a_shipped_indicator_cannot_be_redefined(store: Store) -> None:
    gdp = store.catalogue.indicator("gdp")
    with pytest.raises(BadValue, match="“gdp”是自带指标的代号"):
        store.record([indicator_edit(replace(gdp, name="地区总产值"))], "改")
    assert store.catalogue.indicator("gdp") == gdp


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish("", MeasureKind.FLOW, "亿元"), "没有名称"),
        (Wish("数字经济", MeasureKind.FLOW), "没有计量单位"),
        (Wish("数字经济", MeasureKind.FLOW, "亿元", id="数字"), "不能用"),
        (Wish("数字经济", MeasureKind.FLOW, "亿元", id="gdp"), "已经有指标“gdp”"),
        (Wish("地区生产总值", MeasureKind.FLOW, "亿元"), "已经有指标“地区生产总值”"),
        (Wish("数字经济", MeasureKind.FLOW, "亿元", decimals=9), "小数位数"),
        (Wish("数字经济", MeasureKind.RANK, judged_by=Measure.GROWTH), "不能按“growth”考核"),
    ],
)
def test_what_cannot_be_an_indicator_is_refused_in_a_sentence(
    store: Store, wish: Wish, words: str
) -> None:
    with pytest.raises(BadValue, match=words):
        new_indicator(store.catalogue, wish)


def test_a_setting_that_is_no_indicator_is_refused(store: Store) -> None:
    for text in ("", "[]", '{"name": "x"}', '{"kind": "FLOWER"}'):
        with pytest.raises(BadValue, match="里的指标读不懂"):
            store.record([SettingEdit("indicator.x", text)], "改")


def test_a_row_changed_behind_the_journal_is_found(store: Store, path: Path) -> None:
    made = fair(store)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE indicator SET unit = '亿元' WHERE id = ?", (made.id,))
    assert any(f"指标 {made.id} 的定义与流水不符" in one for one in store.verify())
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE setting SET value = '坏' WHERE name = ?", (f"indicator.{made.id}",))
    assert any("读不懂" in one for one in store.verify())


def test_salvage_brings_it_back_from_the_journal(
    store: Store, path: Path, tmp_path: Path, reopened: Callable[[], Store]
) -> None:
    made = fair(store)
    gone = new_indicator(store.catalogue, Wish("旧事", MeasureKind.MILESTONE))
    undone = store.record([indicator_edit(gone)], "新增")
    figure = store.record([stage_of(gone, "2023-05", 1.0)], "填报")
    store.revert(figure.revision, "撤销")
    store.revert(undone.revision, "撤销")
    store.record([stage_of(made, "2023-06", 1.0)], "填报")
    store.close()
    with closing(sqlite3.connect(path)) as other, other:  # the page with its rows is lost
        other.execute("DELETE FROM indicator WHERE id LIKE 'own_%'")
    saved = tmp_path / "救回.guoban"
    found = salvage(path, saved)
    assert (found.left_out, found.findings) == (0, ())
    path.unlink()
    saved.rename(path)
    again = reopened()
    assert again.catalogue.indicator(made.id) == made
    assert gone.id not in again.catalogue.indicators
    assert again.snapshot().actual(stage_of(made, "2023-06", None).key) is not None
