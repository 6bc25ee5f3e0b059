"""审核: a figure counts as 已审 once somebody else than its author has signed the value it has."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.indicators import CellKey, Target
from tracker.json_text import read_json
from tracker.periods import Month
from tracker.snapshot import Loader, SeriesName, Slice, Snapshot

PREFIX = "signed."


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """How many figures of a region's month wait for a second person, and how many are signed."""

    waiting: int
    signed: int


def sign_setting(region: str, month: Month) -> str:
    """Name the setting that holds the signatures of a region's month."""
    return f"{PREFIX}{region}.{month}"


def is_signed(snapshot: Snapshot, key: CellKey) -> bool:
    """Say whether the figure that stands in a cell is signed; a changed figure is not."""
    held = snapshot.actual(key)
    return held is not None and _is_signed(snapshot.settings, key, held.value)


def count_reviewed(snapshot: Snapshot, region: str, month: Month) -> ReviewCount:
    """Count the figures of a region's month by their review."""
    cells = cells_of_month(snapshot, region, month)
    signed = sum(1 for key in cells if is_signed(snapshot, key))
    return ReviewCount(len(cells) - signed, signed)


def cells_of_month(snapshot: Snapshot, region: str, month: Month) -> list[CellKey]:
    """Return the cells of a region's month that hold a figure."""
    return [
        CellKey(series.indicator, region, month, series.measure, series.basis)
        for series, months in snapshot.actuals(region, month.year).items()
        if month.month in months
    ]


def sign(
    snapshot: Snapshot,
    keys: Iterable[CellKey],
    authors: Mapping[CellKey, str],
    by: str,
    today: date,
) -> list[SettingEdit]:
    """Sign figures that others entered. `authors` tells who entered what stands in each cell.

    Own figures among many are left waiting; own figures only, or nothing to sign, is BadValue.
    """
    asked = [key for key in keys if snapshot.actual(key) is not None]
    if not asked:
        raise BadValue("这里还没有数，没有可审核的。")
    waiting = [key for key in asked if not is_signed(snapshot, key)]
    if not waiting:
        raise BadValue("选中的数都已经审核过了。")
    mine = [key for key in waiting if authors.get(key, "") == by]
    others = [key for key in waiting if authors.get(key, "") != by]
    if not others:
        raise BadValue(f"这 {len(mine)} 个数是{by}自己填的，要由另一个人审核。")
    held: dict[str, dict[str, list[Any]]] = {}
    for key in others:
        name = sign_setting(key.region, key.month)
        signatures = held.setdefault(name, dict(_signatures(snapshot.settings.get(name, ""))))
        actual = snapshot.actual(key)
        assert actual is not None
        signatures[_cell(key)] = [actual.value, by, today.isoformat()]
    return [
        SettingEdit(name, json.dumps(signatures, ensure_ascii=False, sort_keys=True))
        for name, signatures in held.items()
    ]


class ReviewedLoader:
    """Hands on the signed figures only, and all targets."""

    def __init__(self, loader: Loader, settings: Mapping[str, str]) -> None:
        self._loader = loader
        self._settings = settings

    def load_actuals(self, region: str, year: int) -> Slice:
        """Return the signed actuals of a region and year."""
        found: dict[SeriesName, Mapping[int, Any]] = {}
        for name, months in self._loader.load_actuals(region, year).items():
            kept = {
                month: actual
                for month, actual in months.items()
                if _is_signed(self._settings, actual.key, actual.value)
            }
            if kept:
                found[name] = MappingProxyType(kept)
        return found

    def load_targets(self, region: str, year: int) -> tuple[Target, ...]:
        """Return every version of the targets of a region and year."""
        return self._loader.load_targets(region, year)


def reviewed_only(snapshot: Snapshot) -> Snapshot:
    """Return the snapshot as if only signed figures had been entered."""
    loader = ReviewedLoader(snapshot.loader, snapshot.settings)
    return Snapshot(snapshot.catalogue, loader, snapshot.settings, snapshot.known_on)


def _is_signed(settings: Mapping[str, str], key: CellKey, value: float) -> bool:
    text = settings.get(sign_setting(key.region, key.month))
    signature = _signatures(text).get(_cell(key)) if text else None
    return bool(signature) and signature is not None and signature[0] == value


def _cell(key: CellKey) -> str:
    return f"{key.indicator}.{key.measure}.{key.basis}"


def _signatures(text: str) -> Mapping[str, list[Any]]:
    try:
        held = read_json(text)
    except ValueError:
        return {}
    return held if isinstance(held, dict) else {}
