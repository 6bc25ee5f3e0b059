"""Running guoban in this process, with real ledger files and a clock that stands still."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from tracker.cli import main
from tracker.ledgers import LedgerKind, create_ledger

BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=BEIJING)
DEVICE = "00000000-0000-4000-8000-000000000001"


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The printed JSON."""
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one sentence of a known error; fails when there is more or less than that."""
        assert self.out == ""
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        return self.err.strip()


Guoban = Callable[..., Outcome]


@pytest.fixture
def guoban(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Guoban:
    """Return a function that runs a command line; each run is a minute after the one before."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    runs = iter(range(1, 1000))

    def run(*words: str, now: datetime | None = None) -> Outcome:
        capsys.readouterr()
        moment = now or NOW + timedelta(minutes=next(runs))
        code = main(list(words), now=lambda: moment)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def made_ledgers(tmp_path_factory: pytest.TempPathFactory) -> dict[LedgerKind, Path]:
    """Make one ledger of each kind, to be copied by the tests."""
    folder = tmp_path_factory.mktemp("ledgers")
    made = {kind: folder / f"{kind.value}.db" for kind in LedgerKind}
    for kind, path in made.items():
        create_ledger(path, kind, now=lambda: NOW, author="测试", device=DEVICE).close()
    return made


@pytest.fixture
def public(made_ledgers: dict[LedgerKind, Path], tmp_path: Path) -> str:
    """Return a ledger file 甘肃2023（公开数据） of one's own."""
    return _copied(made_ledgers[LedgerKind.GANSU_2023], tmp_path / "public.db")


@pytest.fixture
def sample(made_ledgers: dict[LedgerKind, Path], tmp_path: Path) -> str:
    """Return a ledger file 示例台账 of one's own."""
    return _copied(made_ledgers[LedgerKind.SAMPLE], tmp_path / "sample.db")


@pytest.fixture
def blank(made_ledgers: dict[LedgerKind, Path], tmp_path: Path) -> str:
    """Return an empty ledger file of one's own."""
    return _copied(made_ledgers[LedgerKind.BLANK], tmp_path / "blank.db")


def _copied(made: Path, path: Path) -> str:
    path.write_bytes(made.read_bytes())
    return str(path)
