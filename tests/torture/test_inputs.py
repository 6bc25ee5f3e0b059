"""The short form of make torture: hostile inputs end in a sentence, and the harness has teeth."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.torture.doors import Door, doors
from tests.torture.inputs import attack, small_packet
from tracker.ledgers import LedgerKind, create_ledger
from tracker.snapshot import Snapshot

FEW = {"clipboard": 100, "light rules": 100, "schemes": 100, "csv": 40, "xlsx": 30, "xls": 30,
       "ledger": 10, "packet": 20,
       "themes": 60, "looks": 60, "settings": 60}  # fmt: skip


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    folder = tmp_path_factory.mktemp("ledger")
    with create_ledger(
        folder / "own.guoban", LedgerKind.SAMPLE,
        now=lambda: datetime(2026, 11, 24, tzinfo=UTC), author="a", device="d",
    ) as store:  # fmt: skip
        yield store.snapshot()


@pytest.mark.parametrize("name", FEW)
def test_a_hostile_input_ends_in_a_sentence(
    name: str, snapshot: Snapshot, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    hostile, keep = tmp_path / "hostile", tmp_path / "keep"
    hostile.mkdir()
    keep.mkdir()
    (door,) = (one for one in doors(snapshot, hostile, small_packet(tmp_path)) if one.name == name)
    result = attack(door, FEW[name], 20230630, keep)
    assert result.lost == []
    assert result.tried == FEW[name]
    assert list(hostile.iterdir()) == []


def test_a_door_that_breaks_is_counted_and_its_input_kept(tmp_path: Path) -> None:
    def broken(raw: bytes) -> object:
        return raw.decode("ascii")

    result = attack(Door("broken", ("全省".encode(),), broken, 1), 20, 1, tmp_path)
    assert result.lost
    assert list(tmp_path.glob("broken-*"))
