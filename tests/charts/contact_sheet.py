"""make contact: every chart × preset × look on the ledgers that come along, on sheets to look at.

One sheet a chart (rows: ledger and preset, columns: looks) and `all.png`, every picture small.
The last line counts the pictures, those that were refused, and the checks that failed.
"""

import argparse
import io
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from PIL import Image, ImageDraw

from tracker.charts.export import render
from tracker.charts.gallery import GALLERY, ChartEntry, ChartRequest
from tracker.charts.looks import CHOICES
from tracker.charts.sheet import LEAST_SCALE
from tracker.errors import TrackerError
from tracker.ledgers import LedgerKind, create_ledger
from tracker.periods import Month
from tracker.snapshot import Snapshot
from tracker.storage.store import Store

MADE_ON = date(2023, 7, 18)
_NOW = datetime(2023, 7, 18, 9, 30, tzinfo=UTC)
_WIDE, _SMALL, _GAP, _CAPTION = 460, 150, 10, 16
_SHOWN: Mapping[LedgerKind, tuple[str, Mapping[str, str]]] = {
    LedgerKind.SAMPLE: ("2023-04", {"growth": "industrial_output"}),
    LedgerKind.GANSU_2023: ("2023-06", {"growth": "gdp", "trajectory": "funds_in_place"}),
}
"""The month that is drawn of each ledger, and the indicator where it is not 到位资金."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture of the sheet; without an image it was refused, and `words` says why."""

    row: str
    look: str
    image: Image.Image | None
    words: str = ""


def shots_of(entry: ChartEntry, ledgers: Mapping[LedgerKind, Snapshot]) -> Iterator[Shot]:
    """Draw a chart of each ledger in every preset that it declares and in every look."""
    for kind, snapshot in ledgers.items():
        month, indicators = _SHOWN[kind]
        named = indicators.get(entry.id, "funds_in_place") if entry.needs_indicator else None
        region = snapshot.catalogue.province.code
        for preset in entry.presets:
            base = ChartRequest(
                entry.id, region, Month.parse(month), MADE_ON, preset.id, named,
                scale=max(LEAST_SCALE, _WIDE / preset.width_px),
            )  # fmt: skip
            for look in CHOICES:
                row = f"{kind.value} {preset.id} {preset.width_px}x{preset.height_px}"
                yield _shot(snapshot, replace(base, paper=look), row, look)


def _shot(snapshot: Snapshot, request: ChartRequest, row: str, look: str) -> Shot:
    try:
        made = render(snapshot, request)
    except TrackerError as refused:
        return Shot(row, look, None, str(refused))
    failed = "; ".join(check.detail for check in made.failed)
    return Shot(row, look, Image.open(io.BytesIO(made.content)).convert("RGBA"), failed)


def sheet_of(shots: list[Shot], wide: int) -> Image.Image:
    """Put the pictures in rows of the looks, over a chequered grey that shows what is see-through.

    Each is `wide` px; a refused one is an empty frame.
    """
    rows: dict[str, list[Shot]] = {}
    for shot in shots:
        rows.setdefault(shot.row, []).append(shot)
    heights = {row: max(_fitted(one, wide).height for one in held) for row, held in rows.items()}
    high = sum(heights.values()) + len(rows) * (_GAP + _CAPTION) + _GAP
    sheet = Image.new("RGB", (len(CHOICES) * (wide + _GAP) + _GAP, high), "#8A8A8A")
    pen, top = ImageDraw.Draw(sheet), _GAP
    for row, held in rows.items():
        pen.text((_GAP, top), row, fill="white")
        for number, shot in enumerate(held):
            picture = _fitted(shot, wide)
            sheet.paste(picture, (_GAP + number * (wide + _GAP), top + _CAPTION), picture)
        top += heights[row] + _GAP + _CAPTION
    return sheet


def _fitted(shot: Shot, wide: int) -> Image.Image:
    if shot.image is None:
        return Image.new("RGBA", (wide, 40), "#707070")
    high = round(shot.image.height * wide / shot.image.width)
    return shot.image.resize((wide, high), Image.Resampling.LANCZOS)


def ledgers(folder: Path) -> dict[LedgerKind, Snapshot]:
    """Make the ledgers that come along in a folder and return what they hold."""
    held = {}
    for kind in _SHOWN:
        path = folder / f"{kind.value}.guoban"
        with create_ledger(path, kind, now=lambda: _NOW, author="样张", device="contact") as store:
            held[kind] = _pinned(store)
    return held


def _pinned(store: Store) -> Snapshot:
    snapshot = store.snapshot()
    return snapshot.pinned(list(snapshot.catalogue.regions), range(2005, 2025))


def main() -> int:
    """Write the sheets; returns 1 when a check of a picture failed."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--out", type=Path, default=Path("build/contact"))
    wanted.add_argument("--chart", action="append", choices=list(GALLERY))
    given = wanted.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    every: list[Shot] = []
    with tempfile.TemporaryDirectory() as folder:
        held = ledgers(Path(folder))
        for chart in given.chart or GALLERY:
            shots = list(shots_of(GALLERY[chart], held))
            sheet_of(shots, _WIDE).save(given.out / f"{chart}.png")
            every += [replace(shot, row=f"{chart} {shot.row}") for shot in shots]
            _tell(chart, shots)
    sheet_of(every, _SMALL).save(given.out / "all.png")
    refused = sum(shot.image is None for shot in every)
    failed = sum(shot.image is not None and bool(shot.words) for shot in every)
    print(f"{len(every)} pictures, {refused} refused, {failed} with a failed check")
    return int(failed > 0)


def _tell(chart: str, shots: list[Shot]) -> None:
    for words in dict.fromkeys(f"{shot.row}: {shot.words}" for shot in shots if shot.words):
        print(f"{chart} {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
