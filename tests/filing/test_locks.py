"""A locked month takes no figure, whichever way it comes, until it is reopened with a reason."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Guoban
from tests.storage.conftest import Clock
from tracker.edits import ActualEdit, TargetEdit
from tracker.errors import BadValue
from tracker.filing.locks import lock, lock_of, locked_months, unlock
from tracker.indicators import CellKey, TargetKey
from tracker.periods import Month
from tracker.storage.store import Store

APRIL = Month(2023, 4)
TODAY = date(2023, 7, 20)


def lock_april(store: Store) -> None:
    store.record([lock(store.settings(), APRIL, "王处", TODAY, "4 月通报已印发")], "封账")


def test_typing_undoing_and_redoing_are_refused_and_the_sentence_says_what_to_do(
    store: Store, funds: CellKey
) -> None:
    entered = store.record([ActualEdit(funds, 1046.5)], "填报")
    undone = store.revert(entered.revision, "撤销")
    lock_april(store)
    for attempt in (
        lambda: store.record([ActualEdit(funds, 1050.0)], "填报"),
        lambda: store.revert(undone.revision, "重做"),
    ):
        with pytest.raises(
            BadValue, match=r"2023-04 已由王处在 2023-07-20 封账（4 月通报已印发）.*解封"
        ):
            attempt()
    assert store.snapshot().actual(funds) is None
    assert store.verify() == []


def test_other_months_and_targets_stay_open(
    store: Store, funds: CellKey, funds_target: TargetKey
) -> None:
    lock_april(store)
    store.record([ActualEdit(funds._replace(month=Month(2023, 5)), 1300.0)], "填报")
    store.record([TargetEdit(funds_target, 3000)], "目标")
    with pytest.raises(BadValue):
        store.record(
            [ActualEdit(funds._replace(month=Month(2023, 6)), 1.0), ActualEdit(funds, 2.0)], "粘贴"
        )
    assert store.snapshot().actual(funds._replace(month=Month(2023, 6))) is None


def test_reopening_needs_a_reason_and_opens(store: Store, funds: CellKey) -> None:
    lock_april(store)
    assert list(locked_months(store.settings())) == [APRIL]
    with pytest.raises(BadValue, match="要写原因"):
        unlock(store.settings(), APRIL, " ")
    store.record([unlock(store.settings(), APRIL, "统计局修订")], "解封", "统计局修订")
    assert lock_of(store.settings(), APRIL) is None
    store.record([ActualEdit(funds, 1050.0)], "填报")
    with pytest.raises(BadValue, match="没有封账"):
        unlock(store.settings(), APRIL, "再来")


def test_undoing_neither_reopens_nor_locks_a_month(store: Store) -> None:
    locked = store.record([lock(store.settings(), APRIL, "王处", TODAY, "已印发")], "封账")
    with pytest.raises(BadValue, match="解封请用 guoban unlock 2023-04 --reason"):
        store.revert(locked.revision, "撤销")
    assert lock_of(store.settings(), APRIL) is not None
    opened = store.record([unlock(store.settings(), APRIL, "统计局修订")], "解封", "统计局修订")
    with pytest.raises(BadValue, match="封账和解封都要写原因"):
        store.revert(opened.revision, "撤销")
    assert store.verify() == []


def test_a_lock_needs_a_reason_a_past_month_and_an_open_one(store: Store) -> None:
    lock_april(store)
    for month, reason, words in (
        (Month(2023, 3), "", "要写原因"),
        (Month(2023, 7), "早", "还没有过完"),
        (APRIL, "再封", "已由王处"),
    ):
        with pytest.raises(BadValue, match=words):
            lock(store.settings(), month, "王处", TODAY, reason)


def test_a_lock_that_nobody_of_us_wrote_locks_nothing(store: Store) -> None:
    assert lock_of({"lock.2023-04": "[]"}, APRIL) is None
    assert lock_of({"lock.2023-04": "x"}, APRIL) is None


def test_the_command_line_locks_imports_obey_and_unlocks(
    guoban: Guoban, blank: str, tmp_path: Path
) -> None:
    def record(value: str) -> str:
        out = guoban("record", "funds_in_place", "2023-04", value, "--ledger", blank)
        return out.out + out.err

    record("1046.5")
    assert "已封账" in guoban("lock", "2023-04", "--reason", "已印发", "--ledger", blank).out
    assert "封账" in record("1050")
    sheet = tmp_path / "a.csv"
    sheet.write_text(
        "indicator,region_code,month,basis,measure,unit,value\n"
        "funds_in_place,620000,2023-04,ytd,amount,亿元,1050\n"
        "funds_in_place,620000,2023-05,ytd,amount,亿元,1300\n",
        "utf-8",
    )
    plan = guoban("import", str(sheet), "--ledger", blank, "--json").json
    assert plan["written"] == 1
    assert "封账" in plan["problems"][0]["message"]
    assert guoban("lock", "--list", "--ledger", blank, "--json").json[0]["month"] == "2023-04"
    assert "要写原因" in guoban("unlock", "2023-04", "--ledger", blank).sentence
    assert "已解封" in guoban("unlock", "2023-04", "--reason", "修订", "--ledger", blank).out
    assert "封账" not in record("1050")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    from tests.storage.conftest import DEVICE
    from tracker.catalogue import shipped_catalogue

    return Store.create(
        tmp_path / "台账.guoban", shipped_catalogue(), {"title": "试验"},
        now=Clock(), author="张三", device=DEVICE,
    )  # fmt: skip
