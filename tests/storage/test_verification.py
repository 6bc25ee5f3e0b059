"""Any change made behind the journal's back is found; any sequence of steps stays consistent."""

import random
import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.catalogue import shipped_catalogue
from tracker.edits import ActualEdit, SettingEdit, TargetEdit
from tracker.indicators import Basis, CellKey, Measure, Status, TargetKey
from tracker.periods import Horizon, Month
from tracker.storage.store import Store
from tracker.vintages import Vintage, current

FUNDS = CellKey("funds_in_place", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)
JOBS = FUNDS._replace(indicator="urban_jobs", month=Month(2022, 1))
GOAL = TargetKey("funds_in_place", "620000", 2023, Horizon.FY, Measure.AMOUNT)


@pytest.fixture
def filled(store, clock):
    """A ledger with figures, targets, settings, an undo and a redo."""
    store.record([ActualEdit(FUNDS, 5), ActualEdit(JOBS, 2), TargetEdit(GOAL, 3000)], "第一步")
    clock.move(days=1)
    step = store.record(
        [ActualEdit(FUNDS, 6), SettingEdit("pace.funds_in_place", "plan")], "第二步"
    )
    step = store.revert(step.revision, "撤销")
    step = store.revert(step.revision, "恢复")
    store.revert(step.revision, "再撤销")
    return store


def test_an_honest_ledger_has_nothing_to_report(filled):
    assert filled.verify() == []


COLUMNS = [
    ("revision", column, value)
    for column, value in {
        "author": "'某人'",
        "text": "'改过'",
        "reason": "'改过'",
        "recorded_at": "'2020-01-01T00:00:00.000000+00:00'",
        "reverts": "id",
        "hash": "'0'",
        "prev_hash": "'0'",
        "device_id": "'x'",
    }.items()
] + [
    (table, column, value)
    for table, changes in {
        "actual_entry": {
            "value": "99", "old_value": "99", "month": "7", "year": "2021", "status": "'final'",
            "published_on": "'2023-01-01'", "source": "'改'", "note": "'改'", "basis": "'month'",
            "measure": "'growth'", "position": "8", "region": "'620100'", "indicator": "'cpi'",
        },
        "target_entry": {
            "value": "99", "comparator": "'at_most'", "effective_on": "'2023-05-01'",
            "upper": "9", "tolerance": "1", "document": "'改'", "tier": "'floor'",
        },
        "setting_entry": {"value": "'改'", "name": "'改'", "old_value": "'改'"},
    }.items()
    for column, value in changes.items()
]  # fmt: skip


@pytest.mark.parametrize(("table", "column", "value"), COLUMNS)
def test_a_row_that_was_altered_is_found(filled, tamper, table, column, value):
    tamper(f"UPDATE {table} SET {column} = {value} WHERE rowid = (SELECT max(rowid) FROM {table})")
    sentences = filled.verify()
    assert sentences
    assert all(sentence.endswith("。") for sentence in sentences)


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("DELETE FROM revision WHERE sequence = 2", "第 2 条修订缺失"),
        ("DELETE FROM revision WHERE sequence = 2", "找不到所属的修订"),
        ("DELETE FROM actual_entry WHERE id = 1", "“第一步”（第 2 条）的内容被改动过"),
        ("DELETE FROM actual_entry WHERE id = (SELECT max(id) FROM actual_entry)", "被删除了"),
        ("UPDATE actual_current SET value = 99", "funds_in_place 2023-04 amount 的现值与流水不符"),
        ("DELETE FROM actual_current", "urban_jobs 2022-01 amount 的现值与流水不符"),
        ("UPDATE target_current SET value = 99", "funds_in_place FY amount target 的目标"),
        ("UPDATE setting SET value = '假'", "设置 title 与流水不符"),
        ("DELETE FROM withdrawn", "的撤销状态与流水不符"),
        ("UPDATE actual_entry SET id = 100 - id", "现值与流水不符"),
    ],
)
def test_it_says_what_is_wrong(filled, tamper, sql, sentence):
    tamper(sql)
    assert any(sentence in found for found in filled.verify())


def test_a_revision_cut_off_the_end_is_missed(filled, tamper):
    tamper("DELETE FROM actual_entry WHERE revision = (SELECT id FROM revision WHERE sequence = 6)")
    tamper("DELETE FROM setting_entry WHERE revision = (SELECT id FROM revision WHERE sequence=6)")
    tamper("DELETE FROM revision WHERE sequence = 6")
    assert any("最后的修订连同它的记录被删除了" in found for found in filled.verify())


def test_a_revision_that_was_swapped_for_another_breaks_the_link(filled, tamper):
    tamper("UPDATE revision SET hash = 'forged' WHERE sequence = 2")
    assert any("对不上，前一条可能被换过" in found for found in filled.verify())


KEYS = [FUNDS, FUNDS._replace(month=Month(2023, 5)), JOBS]
ACTUALS = st.builds(
    ActualEdit,
    st.sampled_from(KEYS),
    st.one_of(st.none(), st.integers(0, 3).map(float)),
    st.sampled_from([Status.FLASH, Status.PUBLISHED, Status.FINAL]),
    st.one_of(st.none(), st.dates(date(2023, 5, 1), date(2023, 5, 3))),
)
TARGETS = st.builds(
    TargetEdit,
    st.sampled_from([GOAL, GOAL._replace(horizon=Horizon.H1)]),
    st.one_of(st.none(), st.integers(1, 3).map(float)),
    effective_on=st.one_of(st.none(), st.dates(date(2023, 3, 1), date(2023, 3, 3))),
)
SETTINGS = st.builds(
    SettingEdit, st.just("pace.funds_in_place"), st.sampled_from(["linear", "plan", None])
)
BATCHES = st.lists(st.one_of(ACTUALS, TARGETS, SETTINGS), min_size=1, max_size=4)
STEPS = st.lists(st.one_of(BATCHES, st.sampled_from(["undo", "redo", "any"])), max_size=12)


class Office:
    """Records, undoes and redoes as a window does, and also takes back any step at random."""

    def __init__(self, store: Store, chance: random.Random) -> None:
        self.store = store
        self.chance = chance
        self.done: list[str] = []
        self.undone: list[str] = []
        self.recorded: dict[str, list[ActualEdit]] = {}

    def take(self, step) -> None:
        if isinstance(step, list):
            changes = self.store.record(step, "填报")
            if changes:
                self.done.append(changes.revision)
                self.undone.clear()
        elif step == "undo" and self.done:
            self.undone.append(self.store.revert(self.done.pop(), "撤销").revision)
        elif step == "redo" and self.undone:
            self.done.append(self.store.revert(self.undone.pop(), "恢复").revision)
        elif step == "any" and self.done:
            chosen = self.done.pop(self.chance.randrange(len(self.done)))
            self.undone.append(self.store.revert(chosen, "撤销").revision)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS, chance=st.randoms(use_true_random=False), later=st.booleans())
def test_any_sequence_of_steps_keeps_current_values_true_and_the_chain_whole(steps, chance, later):
    now = [datetime(2023, 7, 20, tzinfo=UTC)]
    with (
        TemporaryDirectory() as folder,
        Store.create(
            Path(folder) / "a.guoban",
            shipped_catalogue(),
            {},
            now=lambda: now[0],
            author="张三",
            device="d",
        ) as store,
    ):
        office = Office(store, chance)
        for step in steps:
            office.take(step)
            now[0] += timedelta(hours=chance.choice([-5, 0, 1, 30]) if later else 0)
        assert store.verify() == []
        for key in KEYS:
            held = store.snapshot().actual(key)
            assert (held and held.value) == recomputed(store, key)
            far_future = store.snapshot(date(2999, 1, 1)).actual(key)
            assert (far_future is None) == (recomputed(store, key, date(2999, 1, 1)) is None)


def recomputed(store: Store, key: CellKey, known_on: date | None = None) -> float | None:
    """The value that stands according to the log alone."""
    log = reversed(store.history(key))
    vintages = [
        Vintage(
            key, e.new, e.status or Status.FLASH, e.published_on, e.source, e.note,
            e.recorded_at, number,
        )
        for number, e in enumerate(log)
        if not e.withdrawn and not e.reverts
    ]  # fmt: skip
    standing = current(vintages, known_on)
    return None if standing is None else standing.value


@settings(max_examples=25, deadline=None)
@given(batches=st.lists(BATCHES, min_size=1, max_size=4), chance=st.randoms())
def test_any_altered_value_is_found(batches, chance):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.guoban"
        with Store.create(
            path,
            shipped_catalogue(),
            {"title": "x"},
            now=lambda: datetime(2023, 7, 20, tzinfo=UTC),
            author="张三",
            device="d",
        ) as store:
            for batch in batches:
                store.record(batch, "填报")
            table = chance.choice(["actual_entry", "target_entry", "setting_entry"])
            if altered(path, table, chance):
                assert store.verify()


def altered(path: Path, table: str, chance: random.Random) -> bool:
    connection = sqlite3.connect(path)
    connection.execute(f"DROP TRIGGER {table}_refuses_update")
    ids = [number for (number,) in connection.execute(f"SELECT id FROM {table}")]
    if ids:
        connection.execute(
            f"UPDATE {table} SET value = coalesce(value, 0) || '7' WHERE id = ?",
            (chance.choice(ids),),
        )
    connection.commit()
    connection.close()
    return bool(ids)
