"""A torn or altered -wal file and bad pages: what was whole before stays, the rest is told."""

import random
import shutil
from pathlib import Path

import pytest

from tests.conftest import NOW, open_store
from tests.faults.conftest import Put
from tracker.edits import ActualEdit
from tracker.errors import LedgerError
from tracker.indicators import CellKey
from tracker.ledgers import LedgerKind
from tracker.storage.backups import Reason, back_up
from tracker.storage.backups.salvage import salvage
from tracker.storage.health import faults, page_faults

EDITS = 12
HEADER = 32
"""Of a -wal file; a header that is wrong makes all of it void."""


@pytest.fixture
def crashed(ledger_on: Put, trade: CellKey, tmp_path: Path) -> Path:
    """A ledger with a dozen edits that stand in its -wal file only, as after a power cut."""
    (tmp_path / "open").mkdir()
    path = ledger_on(tmp_path / "open")
    (tmp_path / "left").mkdir()
    left = tmp_path / "left" / path.name
    with open_store(path) as store:
        for n in range(1, EDITS + 1):
            store.record([ActualEdit(trade, float(n))], f"填 {n}")
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{left}{end}")
    return left


def next_start(path: Path, cell: CellKey) -> float:
    """Open what was left, judge it, type a figure, and return what stood before."""
    with open_store(path) as store:
        held = store.snapshot().actual(cell)
        assert held is not None
        assert faults(store) == []
        store.record([ActualEdit(cell, 9999.0)], "接着填")
        assert store.verify() == []
        return held.value


@pytest.mark.parametrize("kept", [0.0, 0.02, 0.1, 0.35, 0.5, 0.77, 0.99, 1.0])
def test_a_truncated_wal_gives_every_edit_before_the_cut(
    kept: float, crashed: Path, trade: CellKey
) -> None:
    wal = Path(f"{crashed}-wal")
    content = wal.read_bytes()
    wal.write_bytes(content[: round(len(content) * kept)])
    value = next_start(crashed, trade)
    if kept == 1.0:
        assert value == EDITS
    else:
        assert value in {165.4, *map(float, range(1, EDITS + 1))}
        assert abs(value - EDITS * kept) < 2 or value == 165.4


@pytest.mark.parametrize("seed", range(6))
def test_an_altered_wal_never_brings_a_half_or_a_false_edit(
    seed: int, crashed: Path, trade: CellKey
) -> None:
    wal = Path(f"{crashed}-wal")
    content = bytearray(wal.read_bytes())
    at = random.Random(seed).randrange(0 if seed == 0 else HEADER, len(content))
    content[at : at + 16] = b"\xff" * 16
    wal.write_bytes(content)
    value = next_start(crashed, trade)
    assert value in {165.4, *map(float, range(1, EDITS + 1))}


@pytest.mark.parametrize("seed", range(4))
def test_bad_pages_are_told_never_kept_as_a_backup_and_salvaged(
    seed: int, ledger_on: Put, tmp_path: Path
) -> None:
    path = ledger_on(tmp_path, LedgerKind.GANSU_2023)
    pages = path.stat().st_size // 4096
    chance = random.Random(seed)
    with path.open("r+b") as file:
        for page in chance.sample(range(pages // 4, pages), 6):
            file.seek(page * 4096)
            file.write(chance.randbytes(4096))
    try:
        found = page_faults(path)
    except LedgerError as error:  # so bad that the check itself cannot go on
        found = [str(error)]
    assert found
    assert all(path.name in sentence and sentence.endswith("。") for sentence in found)
    with pytest.raises(LedgerError):
        back_up(path, tmp_path / "b", NOW, Reason.START)
    assert list((tmp_path / "b").iterdir()) == []
    result = salvage(path, tmp_path / "救出来.guoban")
    assert result.rows["修订"] > 0
    with open_store(tmp_path / "救出来.guoban") as store:
        assert page_faults(store.path) == []
        assert store.snapshot().catalogue.indicators
