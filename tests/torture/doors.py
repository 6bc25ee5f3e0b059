"""Every door through which a file or a text from outside comes in, with good inputs to spoil."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resources import ROOT
from tests.torture.mutations import mutated, mutated_zip
from tests.torture.setting_door import SEEDS, read_settings
from tracker.assessment.schemes import read_schemes
from tracker.errors import TrackerError
from tracker.exchange.clipboard import read_block
from tracker.exchange.importing import plan_import
from tracker.exchange.importing.indicator_words import shipped_aliases
from tracker.exchange.importing.vocabulary import Vocabulary
from tracker.exchange.numerals import NumberProblem, read_number
from tracker.exchange.pasting import Ground, ways_to_lay
from tracker.exchange.pasting.ground import Place
from tracker.exchange.tables import sheets_of
from tracker.indicators import Basis, Catalogue, CellKey, Measure
from tracker.lights import read_rules
from tracker.periods import MONTHS_IN_YEAR, Month
from tracker.snapshot import Snapshot
from tracker.storage.packets import read_packet
from tracker.theme_file import read_look, read_theme

FIXTURES = Path(__file__).parents[1] / "data"
KNOWN = (TrackerError, NumberProblem)
"""What a door may answer with: a sentence for people."""


@dataclass(frozen=True)
class Door:
    """A way in: what is tried there, with what, and how many of a thousand inputs go to it."""

    name: str
    seeds: tuple[bytes, ...]
    try_one: Callable[[bytes], object]
    share: int
    zipped: bool = False

    def input(self, chance: random.Random) -> bytes:
        """Return a hostile input."""
        seed = chance.choice(self.seeds)
        if self.zipped and seed.startswith(b"PK") and chance.random() < 0.7:
            return mutated_zip(seed, self.seeds, chance)
        return mutated(seed, self.seeds, chance)


def doors(snapshot: Snapshot, folder: Path, packet: bytes) -> tuple[Door, ...]:
    """Return the doors of a program that has this ledger open; `folder` takes ledgers to open,
    `packet` is a good 填报包.
    """
    sheets = {end: _files(f"import/*.{end}") for end in ("csv", "xls", "xlsx")}

    def import_one(name: str) -> Callable[[bytes], object]:
        return lambda content: plan_import(
            sheets_of(content, name), snapshot, today=date(2026, 11, 24)
        )

    return (
        Door("clipboard", _CLIPS, _pasting(snapshot.catalogue), 280),
        Door("light rules", _rules("lights.toml"), lambda raw: read_rules(_text(raw)), 200),
        Door("schemes", _rules("assessment.toml"), lambda raw: read_schemes(_text(raw)), 150),
        Door("themes", _themes("*.toml"), lambda raw: read_theme(_text(raw)), 70),
        Door("looks", _themes("charts/*.toml"), lambda raw: read_look(_text(raw)), 70),
        Door("settings", SEEDS, read_settings(snapshot), 50),
        Door("csv", sheets["csv"], import_one("表.csv"), 90),
        Door("xlsx", sheets["xlsx"], import_one("表.xlsx"), 30, zipped=True),
        Door("xls", sheets["xls"], import_one("表.xls"), 30),
        Door("packet", (packet,), lambda raw: read_packet(raw, "x.guobao"), 20, zipped=True),
        Door("ledger", _files("ledgers/*.guoban"), lambda raw: _open_ledger(raw, folder), 10),
    )


def _pasting(catalogue: Catalogue) -> Callable[[bytes], None]:
    """Return what lays a hostile clipboard onto a grid of indicators by months."""
    words = Vocabulary(catalogue, shipped_aliases())
    shown = [one for one in catalogue.indicators.values() if one.judged_by is Measure.AMOUNT]
    months = range(1, MONTHS_IN_YEAR + 1)

    def paste(raw: bytes) -> None:
        block = read_block(_text(raw))
        keys = [
            [CellKey(one.id, "620000", Month(2023, n), Measure.AMOUNT, Basis.YTD) for n in months]
            for one in shown
        ]
        ground = Ground(keys, Place(1, 2), 2023)
        for way in ways_to_lay(block, ground, words, lambda _key: "亿元"):
            for cell in (text for row in way.block.rows for text in row):
                try:
                    read_number(cell, "亿元")
                except NumberProblem:
                    continue

    return paste


def _open_ledger(raw: bytes, folder: Path) -> None:
    """Open a hostile ledger as a restored backup or a file from a stranger would be."""
    from datetime import UTC, datetime

    from tracker.storage.store import Store

    path = folder / "hostile.guoban"
    path.write_bytes(raw)
    try:
        with Store.open(
            path, now=lambda: datetime(2026, 11, 24, tzinfo=UTC), author="a", device="d",
            read_only=True,
        ) as store:  # fmt: skip
            store.snapshot().actuals("620000", 2023)
            store.verify()
    finally:
        for left in folder.iterdir():
            left.unlink()


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _themes(pattern: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((ROOT / "themes").glob(pattern)))


def _rules(name: str) -> tuple[bytes, ...]:
    return ((ROOT / "rules" / name).read_bytes(),)


def _files(pattern: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(FIXTURES.glob(pattern)))


_CLIPS = tuple(
    text.encode()
    for text in (
        "指标\t1—2月\t3月\r\n预算收入\t187.2\t275.9\r\n招商引资\t1,046.5\t—\r\n",
        '"多行\n格"\t下降8.0%\t增长1.5倍\n持平\t１２３．４\t61.2亿元\n',
        "620100\t兰州市\t45.2\n620200\t嘉峪关市\t12.1\n",
    )
)
