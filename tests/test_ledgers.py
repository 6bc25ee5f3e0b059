"""The three ledgers of a first start, what stands in them, and where they live."""

import csv
import os
import stat
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from resources import ROOT
from tracker import ledgers
from tracker.edits import ActualEdit
from tracker.errors import BadValue, LedgerError
from tracker.exchange.long_form import actual_edits, read_rows
from tracker.indicators import Basis, CellKey, Measure, Status, TargetKey
from tracker.ledgers import (
    LATER_FIGURES,
    LedgerKind,
    create_ledger,
    default_ledger_path,
    device_id,
)
from tracker.periods import Horizon, Month
from tracker.storage.store import Store

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
"""A first start, some weeks after the shipped figures were put together."""
GDP = CellKey("gdp", "620000", Month(2022, 12), Measure.GROWTH, Basis.YTD)


def created(path: Path, kind: LedgerKind) -> Store:
    return create_ledger(path, kind, now=lambda: NOW, author="张三", device="d")


@pytest.fixture
def gansu(tmp_path):
    with created(tmp_path / "gansu.guoban", LedgerKind.GANSU_2023) as store:
        yield store


def value(store: Store, key: CellKey, known_on: date | None = None) -> float | None:
    held = store.snapshot(known_on).actual(key)
    return None if held is None else held.value


class TestGansu2023:
    def test_every_shipped_row_is_a_vintage(self, gansu):
        rows = read_rows(ROOT / "ledgers" / "gansu-2023.csv")
        for edit in actual_edits(rows, gansu.catalogue):
            said = [(e.new, e.status, e.published_on, e.source) for e in gansu.history(edit.key)]
            assert (edit.value, edit.status, edit.published_on, edit.source) in said
        assert gansu.verify() == []

    @pytest.mark.parametrize(
        ("known_on", "expected"),
        [
            (date(2023, 1, 14), None),
            (date(2023, 1, 15), 4.2),
            (date(2023, 1, 31), 4.5),
            (None, 4.6),
        ],
    )
    def test_the_growth_of_2022_as_it_was_known(self, gansu, known_on, expected):
        assert value(gansu, GDP, known_on) == expected

    def test_nothing_after_june_2023_is_in_it(self, gansu):
        june = Month(2023, 6)
        snapshot = gansu.snapshot()
        for region in gansu.catalogue.regions:
            latest = snapshot.last_month_with_figures(region, Month(2026, 12))
            assert latest is None or latest <= june

    def test_its_targets(self, gansu):
        targets = gansu.snapshot().targets("620000", 2023)
        key = TargetKey("loan_balance", "620000", 2023, Horizon.Q1, Measure.GROWTH)
        (version,) = targets[key]
        assert (version.value, version.effective_on) == (8, date(2023, 1, 1))
        assert (version.reason, version.source) == ("一季度增长8%的目标任务", "甘肃日报 2023-05-05")

    def test_a_figure_typed_on_the_first_day_wins_over_an_undated_published_one(self, gansu):
        cpi = CellKey("cpi", "100000", Month(2023, 6), Measure.GROWTH, Basis.YTD)
        assert value(gansu, cpi) == 0.7
        gansu.record([ActualEdit(cpi, 0.6)], "填报")
        assert gansu.snapshot().actual(cpi).recorded_at == NOW
        assert gansu.history(cpi)[0].status is Status.FLASH

    def test_its_figures_are_signed_by_the_software_and_dated_the_same_everywhere(self, gansu):
        (entry, *_) = gansu.history(GDP)
        assert entry.author == "随软件附带"
        assert entry.recorded_at == datetime(2026, 11, 1, tzinfo=UTC)
        assert gansu.settings() == {
            "title": "甘肃2023（公开数据）",
            "created_at": "2026-11-24T03:00:00+00:00",
        }

    def test_the_later_figures_can_be_imported(self, gansu):
        edits = actual_edits(read_rows(LATER_FIGURES), gansu.catalogue)
        assert gansu.record(edits, "导入下半年数据")
        funds = CellKey("funds_in_place", "620000", Month(2023, 12), Measure.AMOUNT, Basis.YTD)
        assert value(gansu, funds, date(2024, 1, 20)) == 5961.27
        assert value(gansu, funds) == 5961.26, "published a week later"
        assert not gansu.record(edits, "再导入一次")


def test_the_two_shipped_files_hold_all_262_published_rows_and_share_none():
    now, later = (
        list(csv.reader((ROOT / "ledgers" / name).read_text(encoding="utf-8").splitlines()))
        for name in ("gansu-2023.csv", "gansu-2023-later.csv")
    )
    assert now[0] == later[0]
    month = now[0].index("month")
    assert {row[month] <= "2023-06" for row in now[1:]} == {True}
    assert {row[month] > "2023-06" for row in later[1:]} == {True}
    rows = [tuple(row) for row in now[1:] + later[1:]]
    assert len(rows) == len(set(rows)) == 262


def test_the_sample_says_that_it_is_one(tmp_path):
    with created(tmp_path / "sample.guoban", LedgerKind.SAMPLE) as store:
        snapshot = store.snapshot()
        assert snapshot.is_sample
        assert snapshot.title == "示例台账"
        assert len(snapshot.actuals("620000", 2022)) >= 17
        assert snapshot.targets("620000", 2023)
        assert store.verify() == []


def test_the_blank_ledger_has_the_catalogue_and_no_figures(tmp_path):
    with created(tmp_path / "blank.guoban", LedgerKind.BLANK) as store:
        snapshot = store.snapshot()
        assert not snapshot.is_sample
        assert snapshot.title == "空白台账"
        assert snapshot.actuals("620000", 2023) == {}
        assert len(store.catalogue.indicators) == 35


def test_an_existing_ledger_is_kept(gansu):
    with pytest.raises(LedgerError, match="已经存在"):
        created(gansu.path, LedgerKind.BLANK)
    assert value(gansu, GDP) == 4.6


def test_a_creation_that_fails_leaves_no_file(tmp_path, monkeypatch):
    bad = tmp_path / "bad.csv"
    bad.write_text("indicator,region_code,month,measure,value\ngdp,620000,2023-06,growth,x\n")
    monkeypatch.setattr(ledgers, "_FIGURES", bad)
    with pytest.raises(BadValue, match="第2行"):
        created(tmp_path / "a.guoban", LedgerKind.GANSU_2023)
    assert list(tmp_path.iterdir()) == [bad]


class TestThisMachine:
    def test_the_default_ledger_lies_in_the_users_data_folder(self, tmp_path, monkeypatch):
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        path = default_ledger_path()
        assert path.name == "gansu-2023.guoban"
        if os.name == "posix" and sys.platform != "darwin":
            assert path.parent == tmp_path / "guoban"

    def test_the_machine_keeps_its_name(self, tmp_path):
        folder = tmp_path / "new" / "guoban"
        first = device_id(folder)
        assert device_id(folder) == first
        assert [file.name for file in folder.iterdir()] == ["device"]
        assert stat.S_IMODE((folder / "device").stat().st_mode) == 0o600

    def test_its_name_lies_beside_the_default_ledger(self, tmp_path, monkeypatch):
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        device_id()
        assert default_ledger_path().with_name("device").exists()

    def test_a_folder_that_cannot_be_made_is_named(self, tmp_path):
        (tmp_path / "file").write_text("")
        with pytest.raises(LedgerError, match="不能读写文件夹"):
            device_id(tmp_path / "file" / "guoban")

    def test_a_broken_name_is_told(self, tmp_path):
        (tmp_path / "device").write_text("nonsense")
        with pytest.raises(LedgerError, match="已损坏，请删除它"):
            device_id(tmp_path)
