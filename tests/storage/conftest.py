"""Real ledger files with a clock that the test moves."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tracker.catalogue import shipped_catalogue
from tracker.indicators import Basis, CellKey, Measure, TargetKey
from tracker.periods import Horizon, Month
from tracker.storage.store import Store

DEVICE = "11111111-1111-4111-8111-111111111111"


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    time: datetime = datetime(2023, 7, 20, 1, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def move(self, **step: int) -> None:
        """Move on (or back) by days, hours, …"""
        self.time += timedelta(**step)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "台账.guoban"


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    """A new ledger with the shipped catalogue and no figures."""
    settings = {"title": "试验台账"}
    with Store.create(
        path, shipped_catalogue(), settings, now=clock, author="张三", device=DEVICE
    ) as made:
        yield made


@pytest.fixture
def reopened(path: Path, clock: Clock) -> Iterator[Callable[[], Store]]:
    """Open the same file again, as another program (another connection) would."""
    opened: list[Store] = []

    def open_again() -> Store:
        opened.append(Store.open(path, now=clock, author="李四", device=DEVICE))
        return opened[-1]

    yield open_again
    for other in opened:
        other.close()


@pytest.fixture
def tamper(path: Path) -> Callable[[str], None]:
    """Change the file behind the journal's back, as a database tool would."""

    def change(sql: str) -> None:
        connection = sqlite3.connect(path)
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(sql)
        connection.commit()
        connection.close()

    return change


@pytest.fixture
def funds() -> CellKey:
    """到位资金 of the province, April 2023."""
    return CellKey("funds_in_place", "620000", Month(2023, 4), Measure.AMOUNT, Basis.YTD)


@pytest.fixture
def funds_target() -> TargetKey:
    """到位资金 of the province, the year 2023."""
    return TargetKey("funds_in_place", "620000", 2023, Horizon.FY, Measure.AMOUNT)
