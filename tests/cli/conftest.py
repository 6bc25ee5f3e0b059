"""Running guoban in this process, with real ledger files and a clock that stands still."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NOW
from tracker.cli import main
from tracker.ledgers import LedgerKind


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


@pytest.fixture
def public(make_ledger: Callable[[LedgerKind], Path]) -> str:
    """Return a ledger file 甘肃2023（公开数据） of one's own."""
    return str(make_ledger(LedgerKind.GANSU_2023))


@pytest.fixture
def sample(make_ledger: Callable[[LedgerKind], Path]) -> str:
    """Return a ledger file 示例台账 of one's own."""
    return str(make_ledger(LedgerKind.SAMPLE))


@pytest.fixture
def blank(make_ledger: Callable[[LedgerKind], Path]) -> str:
    """Return an empty ledger file of one's own."""
    return str(make_ledger(LedgerKind.BLANK))
