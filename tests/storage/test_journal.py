"""Recording, taking back and restoring; what is dropped; which figure then stands."""

from collections.abc import Callable
from datetime import date

import pytest

from tracker.edits import ActualEdit, SettingEdit, TargetEdit, correct_actual
from tracker.errors import BadValue, UnknownName
from tracker.indicators import CellKey, Comparator, Measure, Status, TargetKey
from tracker.periods import Month
from tracker.storage.store import Store


def value_of(store: Store, key: CellKey) -> float | None:
    held = store.snapshot().actual(key)
    return None if held is None else held.value


def target_of(store: Store, key: TargetKey, as_of: Month) -> float | None:
    held = store.snapshot().target_in_force(key, as_of)
    return None if held is None else held.value


def revisions(store: Store, key: CellKey) -> list[str]:
    return [entry.text for entry in store.history(key)]


class TestRecording:
    def test_a_figure_is_there_at_once_and_after_reopening(self, store, funds, reopened):
        changes = store.record(
            [ActualEdit(funds, 1046.5, Status.FLASH, None, "台账", "初报")], "填报"
        )
        assert changes.cells == {funds}
        assert changes.slices == {("620000", 2023)}
        held = reopened().snapshot().actual(funds)
        assert held is not None
        assert (held.value, held.status, held.source, held.note) == (
            1046.5,
            Status.FLASH,
            "台账",
            "初报",
        )

    def test_a_batch_is_one_revision(self, store, funds, funds_target):
        march = funds._replace(month=Month(2023, 3))
        changes = store.record(
            [
                ActualEdit(funds, 1046.5),
                ActualEdit(march, 754.1),
                TargetEdit(funds_target, 3000),
                SettingEdit("pace.funds_in_place", "plan"),
            ],
            "粘贴",
        )
        assert changes.cells == {funds, march}
        assert changes.targets == {funds_target}
        assert changes.settings == {"pace.funds_in_place"}
        assert {store.history(key)[0].revision for key in (funds, march)} == {changes.revision}

    def test_zero_is_a_figure_and_blank_is_not(self, store, funds):
        store.record([ActualEdit(funds, 0)], "填0")
        assert value_of(store, funds) == 0
        store.record([ActualEdit(funds, None)], "清空")
        assert store.snapshot().actual(funds) is None
        assert store.history(funds)[0].new is None

    def test_minus_zero_is_kept_as_zero_and_the_chain_still_holds(self, store, funds):
        store.record([ActualEdit(funds, -0.0)], "填-0")
        assert str(value_of(store, funds)) == "0.0"
        assert store.verify() == []

    def test_the_unset_of_a_cell_twice_in_a_batch_leaves_it_blank(self, store, funds):
        store.record([ActualEdit(funds, 5), ActualEdit(funds, None)], "填后清空")
        assert value_of(store, funds) is None


class TestWhatChangesNothing:
    def test_an_empty_batch_makes_no_revision(self, store):
        saved = store.last_saved
        changes = store.record([], "无")
        assert not changes
        assert changes.revision == ""
        assert store.last_saved == saved

    def test_the_same_figure_again(self, store, funds):
        store.record([ActualEdit(funds, 5)], "填报")
        assert not store.record([ActualEdit(funds, 5.0)], "再填")
        assert revisions(store, funds) == ["填报"]

    def test_clearing_a_blank_cell(self, store, funds):
        assert not store.record([ActualEdit(funds, None)], "清空")
        store.record([ActualEdit(funds, 5)], "填报")
        store.record([ActualEdit(funds, None)], "清空")
        assert not store.record([ActualEdit(funds, None)], "清空")

    @pytest.mark.parametrize(
        "again",
        [
            {"status": Status.PUBLISHED},
            {"published_on": date(2023, 5, 20)},
            {"source": "甘肃日报"},
            {"note": "核实"},
        ],
    )
    def test_the_same_value_with_another_origin_is_a_change(self, store, funds, again):
        store.record([ActualEdit(funds, 5)], "填报")
        assert store.record([ActualEdit(funds, 5, **again)], "补来源").cells == {funds}

    def test_an_older_vintage_entered_again_is_dropped(self, store, funds):
        first = ActualEdit(funds, 4.2, Status.ESTIMATE, date(2023, 5, 1))
        second = ActualEdit(funds, 4.5, Status.PRELIMINARY, date(2023, 5, 20))
        store.record([first, second], "导入")
        assert not store.record([first, second], "再导入")

    def test_typing_an_old_value_over_a_newer_one_counts(self, store, funds):
        for value in (5, 6, 5):
            store.record([ActualEdit(funds, value)], f"填{value}")
        assert value_of(store, funds) == 5

    def test_a_target_that_says_what_is_in_force_already(self, store, funds_target):
        edit = TargetEdit(funds_target, 3000, document="甘政发1号", source="省政府")
        store.record([edit], "设目标")
        assert not store.record([edit], "再设")
        assert not store.record([TargetEdit(funds_target, 3000, document="甘政发1号")], "再敲一遍")
        assert store.record([TargetEdit(funds_target, 3000, document="甘政发2号")], "换文号")

    def test_withdrawing_a_target_that_is_not_set(self, store, funds_target):
        assert not store.record([TargetEdit(funds_target, None)], "撤目标")
        store.record([TargetEdit(funds_target, 3000)], "设目标")
        assert store.record([TargetEdit(funds_target, None)], "撤目标")
        assert not store.record([TargetEdit(funds_target, None)], "撤目标")
        assert target_of(store, funds_target, Month(2023, 6)) is None

    def test_a_setting_as_it_is(self, store):
        assert not store.record([SettingEdit("title", "试验台账")], "改名")
        assert not store.record([SettingEdit("author", None)], "清除")


class TestVintages:
    def test_the_latest_publication_stands_whatever_the_order_of_entry(self, store, funds):
        final = ActualEdit(funds, 4.5, Status.PRELIMINARY, date(2023, 5, 20))
        late = ActualEdit(funds, 4.2, Status.ESTIMATE, date(2023, 5, 1))
        store.record([final], "快报")
        assert store.record([late], "补录").cells == {funds}
        assert value_of(store, funds) == 4.5
        assert [entry.current for entry in store.history(funds)] == [False, True]

    def test_a_clock_set_back_never_lets_an_older_figure_win(self, store, clock, funds):
        store.record([ActualEdit(funds, 5)], "填5")
        before = store.last_saved
        clock.move(days=-30)
        store.record([ActualEdit(funds, 6)], "填6")
        assert value_of(store, funds) == 6
        assert store.last_saved == before

    def test_known_on_shows_only_what_was_known(self, store, funds):
        store.record([ActualEdit(funds, 4.2, Status.ESTIMATE, date(2023, 5, 1))], "预计")
        store.record([ActualEdit(funds, 4.5, Status.PRELIMINARY, date(2023, 5, 20))], "公布")
        store.record([ActualEdit(funds, 4.6, Status.FINAL)], "核实")

        def known_on(day: date) -> float | None:
            held = store.snapshot(day).actual(funds)
            return None if held is None else held.value

        assert known_on(date(2023, 4, 30)) is None
        assert known_on(date(2023, 5, 1)) == 4.2
        assert known_on(date(2023, 5, 20)) == 4.5
        assert known_on(date(2023, 7, 20)) == 4.6
        assert value_of(store, funds) == 4.6

    def test_known_on_leaves_a_cell_blank_that_was_blank_then(self, store, clock, funds):
        store.record([ActualEdit(funds, 5)], "填报")
        clock.move(days=1)
        store.record([ActualEdit(funds, None)], "清空")
        assert store.snapshot(date(2023, 7, 20)).actual(funds) is not None
        assert store.snapshot(date(2023, 7, 21)).actual(funds) is None

    def test_the_day_a_figure_is_recorded_is_a_day_in_china(self, store, clock, funds):
        clock.move(hours=15)  # 2023-07-20 16:30 UTC is past midnight in Lanzhou
        store.record([ActualEdit(funds, 5)], "夜里填报")
        assert store.snapshot(date(2023, 7, 20)).actual(funds) is None
        assert store.snapshot(date(2023, 7, 21)).actual(funds) is not None


class TestTargets:
    def test_a_new_version_rules_from_its_day(self, store, funds_target):
        store.record([TargetEdit(funds_target, 3000)], "年初目标")
        store.record([TargetEdit(funds_target, 3300, effective_on=date(2023, 7, 1))], "调整")
        assert target_of(store, funds_target, Month(2023, 6)) == 3000
        assert target_of(store, funds_target, Month(2023, 7)) == 3300
        known = store.snapshot(date(2023, 6, 30))
        assert [v.value for v in known.targets("620000", 2023)[funds_target]] == [3000]

    def test_all_that_a_version_says_is_kept(self, store, funds_target, reopened):
        edit = TargetEdit(
            funds_target,
            2900,
            Comparator.RANGE,
            upper=3100,
            tolerance=30,
            effective_on=date(2023, 2, 1),
            document="甘政发〔2023〕1号",
            reason="年初下达",
            source="省政府",
        )
        store.record([edit], "设目标")
        ((held,),) = reopened().snapshot().targets("620000", 2023).values()
        assert (held.value, held.upper, held.tolerance) == (2900, 3100, 30)
        assert (held.comparator, held.effective_on) == (Comparator.RANGE, date(2023, 2, 1))
        assert (held.document, held.reason, held.source) == (
            "甘政发〔2023〕1号",
            "年初下达",
            "省政府",
        )
        assert not held.withdrawn


class TestTakingBack:
    def test_undo_gives_the_figure_before(self, store, funds):
        store.record([ActualEdit(funds, 5)], "填5")
        typed = store.record([ActualEdit(funds, 6)], "填6")
        undone = store.revert(typed.revision, "撤销：填6")
        assert undone.cells == {funds}
        assert value_of(store, funds) == 5

    def test_undo_of_the_first_figure_gives_a_blank(self, store, funds):
        typed = store.record([ActualEdit(funds, 5)], "填5")
        store.revert(typed.revision, "撤销")
        assert value_of(store, funds) is None

    def test_undo_of_a_clearing_gives_the_figure_back(self, store, funds):
        store.record([ActualEdit(funds, 5)], "填5")
        cleared = store.record([ActualEdit(funds, None)], "清空")
        store.revert(cleared.revision, "撤销")
        assert value_of(store, funds) == 5

    def test_undo_and_redo_again_and_again(self, store, funds):
        store.record([ActualEdit(funds, 5)], "填5")
        step = store.record([ActualEdit(funds, 6)], "填6")
        for expected in (5, 6, 5, 6, 5):
            step = store.revert(step.revision, "撤销或恢复")
            assert value_of(store, funds) == expected
            assert store.verify() == []

    def test_undo_of_an_older_step_leaves_a_newer_figure(self, store, funds):
        older = store.record([ActualEdit(funds, 5)], "填5")
        store.record([ActualEdit(funds, 6)], "填6")
        store.revert(older.revision, "撤销填5")
        assert value_of(store, funds) == 6

    def test_undo_of_targets_and_settings(self, store, funds_target):
        june = Month(2023, 6)
        store.record(
            [TargetEdit(funds_target, 3000), SettingEdit("pace.funds_in_place", "plan")], "年初"
        )
        step = store.record(
            [TargetEdit(funds_target, None), SettingEdit("pace.funds_in_place", None)], "撤目标"
        )
        assert target_of(store, funds_target, june) is None
        assert "pace.funds_in_place" not in store.settings()
        undone = store.revert(step.revision, "撤销")
        assert undone.targets == {funds_target}
        assert undone.settings == {"pace.funds_in_place"}
        assert target_of(store, funds_target, june) == 3000
        assert store.settings()["pace.funds_in_place"] == "plan"
        store.revert(undone.revision, "恢复")
        assert target_of(store, funds_target, june) is None
        assert store.verify() == []

    def test_a_figure_that_an_undo_logged_is_never_a_vintage(self, store, clock, funds):
        store.record([ActualEdit(funds, 5)], "填5")
        step = store.record([ActualEdit(funds, 6)], "填6")
        clock.move(days=10)
        store.revert(step.revision, "撤销")
        held = store.snapshot().actual(funds)
        assert held is not None
        assert held.recorded_at.date() == date(2023, 7, 20)

    def test_a_step_is_taken_back_once(self, store, funds):
        step = store.record([ActualEdit(funds, 5)], "填5")
        store.revert(step.revision, "撤销")
        with pytest.raises(BadValue, match="已经撤销过"):
            store.revert(step.revision, "再撤销")

    def test_undos_out_of_order_end_in_what_the_journal_says(self, store, funds):
        step = store.record([ActualEdit(funds, 5)], "填5")
        undone = store.revert(step.revision, "撤销")
        restored = store.revert(undone.revision, "恢复")
        store.revert(step.revision, "再撤销")
        store.revert(restored.revision, "撤销恢复")
        assert value_of(store, funds) is None
        assert store.verify() == []

    def test_an_unknown_revision_is_refused(self, store):
        with pytest.raises(UnknownName, match="没有修订“nonsense”"):
            store.revert("nonsense", "撤销")


class TestTheLog:
    def test_it_says_who_what_when_and_instead_of_what(self, store, clock, funds):
        store.record([ActualEdit(funds, 5, source="甘肃日报")], "填5")
        clock.move(hours=1)
        step = store.record([ActualEdit(funds, 6)], "填6", reason="部门更正")
        clock.move(hours=1)
        store.revert(step.revision, "撤销：填6")
        undo, typed, first = store.history(funds)
        assert (undo.text, undo.old, undo.new, undo.reverts) == ("撤销：填6", 6, 5, step.revision)
        assert (typed.old, typed.new, typed.reason, typed.withdrawn) == (5, 6, "部门更正", True)
        assert (first.old, first.new, first.source, first.author) == (None, 5, "甘肃日报", "张三")
        assert [entry.current for entry in (undo, typed, first)] == [False, False, True]
        assert undo.recorded_at > typed.recorded_at > first.recorded_at

    def test_the_last_entries_of_an_indicator(self, store, funds):
        march = funds._replace(month=Month(2022, 3))
        store.record([ActualEdit(funds, 5)], "四月")
        store.record([ActualEdit(march, 4)], "去年三月")
        store.record([ActualEdit(funds._replace(indicator="fiscal_revenue"), 9)], "别的指标")
        found = store.log.of_indicator("620000", "funds_in_place", 10)
        assert [(entry.key, entry.current) for entry in found] == [(march, True), (funds, True)]
        assert len(store.log.of_indicator("620000", "funds_in_place", 1)) == 1

    def test_the_log_of_a_row_of_the_grid(self, store, funds):
        march = funds._replace(month=Month(2023, 3))
        store.record([ActualEdit(march, 4), ActualEdit(funds, 5)], "粘贴")
        store.record([ActualEdit(funds._replace(measure=Measure.GROWTH), 9)], "别的口径")
        store.record([ActualEdit(funds._replace(month=Month(2022, 4)), 9)], "别的年份")
        assert [entry.key for entry in store.log.of_row(march, 10)] == [funds, march]
        assert [entry.key for entry in store.log.of_row(march, 1)] == [funds]

    def test_cells_that_were_revised(self, store, funds):
        march = funds._replace(month=Month(2023, 3))
        store.record([ActualEdit(march, 4), ActualEdit(funds, 5)], "粘贴")
        assert store.log.revised_cells("620000", 2023) == frozenset()
        step = store.record([ActualEdit(funds, 6)], "改数")
        assert store.log.revised_cells("620000", 2023) == {funds}
        store.revert(step.revision, "撤销")
        assert store.log.revised_cells("620000", 2023) == frozenset()

    def test_the_versions_of_a_target(self, store, funds_target):
        store.record([TargetEdit(funds_target, 3000, document="1号")], "年初", reason="年初下达")
        adjusted = TargetEdit(funds_target, 3300, effective_on=date(2023, 9, 1), reason="年中调整")
        store.record([adjusted], "调整")
        later, first = store.log.of_target(funds_target)
        assert (later.old, later.new, later.reason) == (3000, 3300, "年中调整")
        assert later.published_on == date(2023, 9, 1)
        assert (first.old, first.new, first.reason, first.note) == (None, 3000, "年初下达", "1号")
        assert (later.current, first.current) == (False, True), "September has not come yet"

    def test_a_target_nobody_set_has_no_versions(self, store, funds_target):
        assert store.log.of_target(funds_target) == ()


def test_two_programs_write_one_chain(store: Store, reopened: Callable[[], Store], funds: CellKey):
    other = reopened()
    store.record([ActualEdit(funds, 5)], "窗口里填")
    other.record([ActualEdit(funds, 6)], "命令行填")
    store.record([ActualEdit(funds, 7)], "窗口里再填")
    assert value_of(other, funds) == 7
    assert store.verify() == []


def test_what_is_typed_into_an_emptied_cell_stands_whatever_stood_there(store, clock, funds):
    """An undated 最终核实 that was cleared must not outlive the figure typed after it."""
    store.record([ActualEdit(funds, 754.1, Status.FINAL)], "填报")
    clock.move(minutes=1)
    held = store.snapshot().actual(funds)
    store.record([correct_actual(held, funds, None, clock().date())], "清空")
    assert store.snapshot().actual(funds) is None
    clock.move(minutes=1)
    store.record([correct_actual(None, funds, 760.0, clock().date())], "再填")
    again = store.snapshot().actual(funds)
    assert again is not None
    assert again.value == 760.0
    assert store.verify() == []
