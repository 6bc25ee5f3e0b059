"""What a merge finds: nothing of ours is lost in silence, be it a cell, a target or a setting."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import NOW
from tracker.catalogue import shipped_catalogue
from tracker.edits import ActualEdit, Edit, SettingEdit, TargetEdit
from tracker.filing.locks import lock, lock_of, unlock
from tracker.indicators import Basis, CellKey, Measure, Status, TargetKey
from tracker.periods import Horizon, Month
from tracker.storage.backups.making import copy_pages
from tracker.storage.packets import Clash, MergePlan, Packet, read_packet
from tracker.storage.store import Store

MAY, APRIL = Month(2023, 5), Month(2023, 4)
FUNDS = CellKey("funds_in_place", "620000", MAY, Measure.AMOUNT, Basis.YTD)
GROWTH = FUNDS._replace(measure=Measure.GROWTH)
TASK = TargetKey("funds_in_place", "620000", 2023, Horizon.FY, Measure.AMOUNT)


class Offices:
    """A province's ledger and a county's copy of it, each on its own machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.province = self._create("省里", 1)
        self.county = self.province

    def part(self) -> None:
        """Copy the ledger for the county: from here on both go on by themselves."""
        path = self._folder / "county.guoban"
        copy_pages(self.province.path, path)
        self.county = Store.open(path, now=lambda: NOW, author="县里", device=_device(2))

    def apart(self) -> None:
        """Give the county a ledger made on its own machine, from nothing."""
        self.county = self._create("县里", 2)

    def packet(self) -> Packet:
        return read_packet(self.county.packet("620000", MAY), "up.guobao")

    def plan(self) -> MergePlan:
        return self.province.plan_merge(self.packet())

    def merge(self, *taken: object) -> MergePlan:
        """Merge the county's packet into the province's ledger."""
        plan = self.plan()
        keep = plan.kept([one.key for one in plan.clashes if one.key in taken])
        self.province.merge(self.packet(), plan, keep)
        assert self.province.verify() == []
        return plan

    def _create(self, author: str, number: int) -> Store:
        path = self._folder / f"{number}.guoban"
        facts = {"title": author}
        return Store.create(
            path, shipped_catalogue(), facts, now=lambda: NOW, author=author, device=_device(number)
        )


def _device(number: int) -> str:
    return f"11111111-2222-4222-8222-00000000000{number}"


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[Offices]:
    made = Offices(tmp_path)
    yield made
    made.province.close()
    made.county.close()


def figure(store: Store, key: CellKey = FUNDS) -> float | None:
    held = store.snapshot().actual(key)
    return None if held is None else held.value


def target(store: Store) -> float | None:
    held = store.snapshot().target_in_force(TASK, MAY)
    return None if held is None else held.value


def both(offices: Offices, ours: Edit, theirs: Edit) -> None:
    """Let both change something after they parted."""
    offices.part()
    offices.province.record([ours], "填报")
    offices.county.record([theirs], "填报")


def values(clash: Clash) -> tuple[object, object]:
    return clash.ours, clash.theirs


@pytest.mark.parametrize("back", [1200.0, None, 1250.0])
def test_going_back_clearing_or_changing_a_cell_is_a_change_of_ours(
    offices: Offices, back: float | None
) -> None:
    for value in (1200.0, 1300.0):
        offices.province.record([ActualEdit(FUNDS, value)], "填报")
    both(offices, ActualEdit(FUNDS, back), ActualEdit(FUNDS, 1331.0))
    (clash,) = offices.merge().clashes
    assert values(clash) == (back, 1331.0)
    assert (clash.author, figure(offices.province)) == ("县里", back)


def test_taking_a_common_figure_back_is_a_change_of_ours(offices: Offices) -> None:
    offices.province.record([ActualEdit(FUNDS, 1200.0)], "填报")
    made = offices.province.record([ActualEdit(FUNDS, 1300.0)], "填报")
    offices.part()
    offices.province.revert(made.revision, "撤销")
    offices.county.record([ActualEdit(FUNDS, 1331.0)], "填报")
    assert values(offices.plan().clashes[0]) == (1200.0, 1331.0)


def test_what_we_typed_and_took_back_is_no_change(offices: Offices) -> None:
    offices.province.record([ActualEdit(FUNDS, 1200.0)], "填报")
    offices.part()
    made = offices.province.record([ActualEdit(FUNDS, 1300.0)], "填报")
    offices.province.revert(made.revision, "撤销")
    offices.county.record([ActualEdit(FUNDS, 1331.0)], "填报")
    plan = offices.merge()
    assert (plan.clashes, figure(offices.province)) == ((), 1331.0)


def test_ledgers_made_apart_agree_on_their_seed_and_clash_beyond_it(offices: Offices) -> None:
    offices.apart()
    for store in (offices.province, offices.county):
        store.record([ActualEdit(FUNDS, 1200.0), TargetEdit(TASK, 3000.0)], "种子")
    offices.county.record([ActualEdit(FUNDS, 1331.0)], "填报")
    plan = offices.plan()
    assert [(one.old, one.new) for one in plan.differences] == [(1200.0, 1331.0)]
    assert plan.clashes == (), "the title is each ledger's own"
    offices.province.record([ActualEdit(FUNDS, 1300.0)], "填报")
    offices.province.record([ActualEdit(FUNDS, 1200.0)], "改回来")
    assert values(offices.plan().clashes[0]) == (1200.0, 1331.0)


def test_what_is_taken_is_theirs_even_where_ours_would_outrank_it(offices: Offices) -> None:
    ours = ActualEdit(FUNDS, 1300.0, Status.FINAL)
    both(offices, ours, ActualEdit(FUNDS, 1331.0, Status.FLASH))
    offices.merge(FUNDS)
    assert figure(offices.province) == 1331.0
    assert figure(offices.county) == 1331.0
    assert offices.plan().is_nothing


def test_what_is_kept_keeps_its_status_and_source(offices: Offices) -> None:
    ours = ActualEdit(FUNDS, 1300.0, Status.FINAL, NOW.date(), "省商务厅")
    both(offices, ours, ActualEdit(FUNDS, 1331.0, Status.FINAL, NOW.date(), "县里"))
    offices.merge()
    held = offices.province.snapshot().actual(FUNDS)
    assert held is not None
    assert (held.value, held.status, held.source) == (1300.0, Status.FINAL, "省商务厅")


def test_a_target_that_both_changed_stays_ours_until_theirs_is_taken(offices: Offices) -> None:
    offices.province.record([TargetEdit(TASK, 2800.0)], "目标")
    both(offices, TargetEdit(TASK, 3000.0), TargetEdit(TASK, 4000.0))
    (clash,) = offices.merge().clashes
    assert (clash.key, target(offices.province)) == (TASK, 3000.0)


@pytest.mark.parametrize(("ours", "after"), [(None, 4000.0), (3000.0, 4000.0)])
def test_their_target_comes_in_where_only_they_changed_it_or_where_it_is_taken(
    offices: Offices, ours: float | None, after: float
) -> None:
    offices.part()
    if ours is not None:
        offices.province.record([TargetEdit(TASK, ours)], "目标")
    offices.county.record([TargetEdit(TASK, 4000.0)], "目标")
    plan = offices.merge(TASK)
    assert (len(plan.differences), len(plan.clashes)) == ((1, 0) if ours is None else (0, 1))
    assert target(offices.province) == after


def test_a_packet_neither_opens_nor_closes_our_months(offices: Offices) -> None:
    day = NOW.date()
    offices.province.record([lock({}, APRIL, "省里", day, "已印发")], "封账")
    offices.part()
    settings = offices.county.settings()
    march = lock(settings, Month(2023, 3), "县里", day, "x")
    offices.county.record([unlock(settings, APRIL, "要改"), march], "解封")
    april = FUNDS._replace(month=APRIL)
    offices.county.record([ActualEdit(april, 1050.0)], "填报")
    plan = offices.merge(april, "lock.2023-04", "lock.2023-03")
    assert [one.locked for one in plan.clashes] == [True, True, True]
    held = offices.province.settings()
    assert lock_of(held, APRIL) is not None
    assert lock_of(held, Month(2023, 3)) is None
    assert figure(offices.province, april) is None


def test_a_setting_that_both_changed_is_asked_about_and_one_of_theirs_is_told(
    offices: Offices,
) -> None:
    both(offices, SettingEdit("due_day.省商务厅", "12"), SettingEdit("due_day.省商务厅", "15"))
    offices.county.record([SettingEdit("due_day.省财政厅", "8")], "报送日")
    plan = offices.merge()
    assert [one.key for one in plan.differences] == ["due_day.省财政厅"]
    assert [values(one) for one in plan.clashes] == [("12", "15")]
    held = offices.province.settings()
    assert (held["due_day.省商务厅"], held["due_day.省财政厅"]) == ("12", "8")
    assert held["title"] == "省里"


def test_measures_of_one_cell_are_chosen_apart(offices: Offices) -> None:
    offices.part()
    offices.province.record([ActualEdit(FUNDS, 1300.0), ActualEdit(GROWTH, 5.0)], "填报")
    offices.county.record([ActualEdit(FUNDS, 1331.0), ActualEdit(GROWTH, 6.0)], "填报")
    offices.merge(GROWTH)
    assert (figure(offices.province), figure(offices.province, GROWTH)) == (1300.0, 6.0)


def test_a_second_packet_of_a_ledger_made_apart_brings_only_what_is_new(offices: Offices) -> None:
    offices.apart()
    for store in (offices.province, offices.county):
        store.record([ActualEdit(FUNDS, 1200.0), ActualEdit(GROWTH, 5.0)], "种子")
    offices.county.record([ActualEdit(FUNDS, 1331.0)], "填报")
    offices.merge()
    offices.county.record([ActualEdit(FUNDS, 1340.0), ActualEdit(GROWTH, 6.0)], "填报")
    plan = offices.merge()
    assert plan.clashes == ()
    assert (figure(offices.province), figure(offices.province, GROWTH)) == (1340.0, 6.0)


def test_what_both_typed_alike_and_they_changed_again_is_asked_about(offices: Offices) -> None:
    offices.province.record([ActualEdit(FUNDS, 1200.0)], "填报")
    both(offices, ActualEdit(FUNDS, 1300.0), ActualEdit(FUNDS, 1300.0))
    offices.county.record([ActualEdit(FUNDS, 1331.0)], "填报")
    assert values(offices.plan().clashes[0]) == (1300.0, 1331.0)


def test_a_target_kept_is_kept_for_each_of_its_days(offices: Offices) -> None:
    """Ours asks for more from July on; what holds from September on came back by undoing."""
    later, july = date(2023, 9, 1), date(2023, 7, 1)
    made = offices.province.record([TargetEdit(TASK, 20.0, effective_on=later)], "目标")
    offices.part()
    offices.province.record([TargetEdit(TASK, 10.0, effective_on=july)], "目标")
    offices.county.record([TargetEdit(TASK, 30.0, effective_on=july)], "目标")
    offices.county.revert(made.revision, "撤销")
    offices.merge()
    snapshot = offices.province.snapshot()
    held = [snapshot.target_in_force(TASK, Month(2023, month)) for month in (7, 9)]
    assert [None if one is None else one.value for one in held] == [10.0, 20.0]


def test_a_cell_cleared_as_final_gives_way_to_what_is_taken(offices: Offices) -> None:
    offices.province.record([ActualEdit(FUNDS, 1200.0, Status.FINAL)], "填报")
    both(offices, ActualEdit(FUNDS, None, Status.FINAL), ActualEdit(FUNDS, 1331.0, Status.FINAL))
    offices.merge(FUNDS)
    assert figure(offices.province) == 1331.0
