"""Saved sets of pictures: each a setting of the ledger, so window and command line share them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from tracker.charts.batch import PictureSet
from tracker.charts.gallery import GALLERY
from tracker.charts.looks import CHOICES
from tracker.charts.presets import PRESETS
from tracker.charts.style import TEXT_STEPS
from tracker.edits import SettingEdit
from tracker.errors import BadValue, UnknownName
from tracker.indicators import RegionLevel
from tracker.json_text import read_json

PREFIX = "picture_set."
_LONGEST_NAME = 40
_KINDS = ("png", "svg", "pdf")


def set_name(words: str) -> str:
    """Return a name as it is kept. Raises BadValue for none and for one that is too long."""
    name = " ".join(words.split())
    if not name:
        raise BadValue("这组图还没有名字，请写一个。")
    if len(name) > _LONGEST_NAME:
        raise BadValue(f"组名“{name[:12]}…”太长，请不超过 {_LONGEST_NAME} 个字。")
    return name


def keep_set(name: str, chosen: PictureSet) -> SettingEdit:
    """Return the edit that keeps a set under a name, in place of another of that name."""
    return SettingEdit(PREFIX + set_name(name), json.dumps(asdict(chosen), ensure_ascii=False))


def drop_set(name: str) -> SettingEdit:
    """Return the edit that forgets a set."""
    return SettingEdit(PREFIX + name, None)


def picture_sets(settings: Mapping[str, str]) -> dict[str, PictureSet]:
    """Return the sets that a ledger keeps, by name in order; what cannot be read is left out."""
    found = {
        key.removeprefix(PREFIX): _read(text)
        for key, text in settings.items()
        if key.startswith(PREFIX) and text
    }
    return {name: chosen for name, chosen in sorted(found.items()) if chosen is not None}


def picture_set(settings: Mapping[str, str], name: str) -> PictureSet:
    """Return a set by its name; raises UnknownName, listing those there are."""
    held = picture_sets(settings)
    if name not in held:
        known = f"已存的有 {'、'.join(held)}" if held else "还没有存过，请在批量导出窗口里存一组"
        raise UnknownName(f"没有叫“{name}”的一组图；{known}。")
    return held[name]


def _read(text: str) -> PictureSet | None:
    """Read a set; charts, sizes and formats that this version lacks are left out of it."""
    try:
        held = read_json(text)
    except ValueError:
        return None
    if not isinstance(held, dict):
        return None
    chosen = PictureSet(
        _known(held, "charts", GALLERY),
        _known(held, "presets", PRESETS),
        _known(held, "formats", _KINDS),
        tuple(str(one) for one in _listed(held, "indicators")),
    )
    if not (chosen.charts and chosen.presets and chosen.formats):
        return None
    paper, step = held.get("paper"), str(held.get("text_step"))
    return replace(
        chosen,
        paper=paper if paper in CHOICES else None,
        text_step=step if step in TEXT_STEPS else chosen.text_step,
        source=str(held["source"]) if held.get("source") else None,
        template=str(held.get("template") or chosen.template),
        text_as="text" if held.get("text_as") == "text" else chosen.text_as,
        level=RegionLevel.COUNTY if held.get("level") == RegionLevel.COUNTY else None,
    )


def _known(held: dict[str, Any], name: str, possible: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in _listed(held, name) if one in possible)


def _listed(held: dict[str, Any], name: str) -> list[object]:
    found = held.get(name)
    return found if isinstance(found, list) else []
