"""The short form of make torture: a few kills with every victim, and a liar who is caught."""

from pathlib import Path

import pytest

import tracker.charts.export
import tracker.cli.import_  # noqa: F401
from tests.torture.kills import VICTIMS, torture
from tests.torture.victims import Ack, Typing, Victim


@pytest.mark.parametrize("victim", VICTIMS, ids=lambda victim: victim.name)
def test_nothing_acknowledged_is_lost(victim: Victim, tmp_path: Path) -> None:
    tally = torture(victim, tmp_path, kills=4, seed=20230630)
    assert tally.lost == []


class Liar(Typing):
    """Says “saved” for what it has not yet written."""

    name, slowest_ms = "liar", 100

    def work(self, ledger: Path, ack: Ack) -> None:
        """Acknowledge three values ahead of the typing."""
        super().work(ledger, lambda n: ack(n + 3))


def test_the_harness_notices_a_program_that_lies(tmp_path: Path) -> None:
    assert torture(Liar(), tmp_path, kills=6, seed=1).lost


class Litterer(Typing):
    """Leaves a file of its own beside the ledger."""

    name = "litterer"

    def work(self, ledger: Path, ack: Ack) -> None:
        """Drop a file, then type."""
        ledger.with_name("rubbish.tmp").touch()
        super().work(ledger, ack)


def test_the_harness_notices_what_is_left_behind(tmp_path: Path) -> None:
    assert torture(Litterer(), tmp_path, kills=1, seed=1).lost == ["left behind: rubbish.tmp"]
