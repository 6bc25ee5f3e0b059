"""The shipped catalogue, and finding an indicator or region by whatever people call it."""

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from resources import ROOT
from tracker.catalogue_words import stored_word
from tracker.errors import UnknownName
from tracker.indicators import (
    Better,
    Catalogue,
    Indicator,
    Measure,
    MeasureKind,
    PaceName,
    Region,
    RegionLevel,
)
from tracker.periods import Calendar

_ALIAS_MARK = ";"
_LEVELS = tuple(RegionLevel)


def shipped_catalogue() -> Catalogue:
    """Read the indicators and regions that ship with the program."""
    folder = ROOT / "catalogue"
    return read_catalogue(folder / "indicators.csv", folder / "regions.csv")


def read_catalogue(indicators: Path, regions: Path) -> Catalogue:
    """Read a catalogue from two UTF-8 csv files; the order of the lines is the order shown."""
    read = [_indicator(order, row) for order, row in enumerate(_rows(indicators))]
    places = [_region(row) for row in _rows(regions)]
    return Catalogue(
        MappingProxyType({indicator.id: indicator for indicator in read}),
        MappingProxyType({region.code: region for region in places}),
    )


def find_region(catalogue: Catalogue, text: str) -> Region:
    """Find a region by code, name, short name or alias.

    A bare name that several levels share means the highest (临夏 is the prefecture). Raises
    UnknownName, naming the candidates when the name is still double.
    """
    if text in catalogue.regions:
        return catalogue.regions[text]
    wanted = _folded(text)
    found = [region for region in catalogue.regions.values() if wanted in _names_of(region)]
    if not found:
        near = _nearest(wanted, (name for r in catalogue.regions.values() for name in _names_of(r)))
        raise UnknownName(
            f"没有地区“{text}”{near}；请用地区名或 GB/T 2260 代码，如 620000（甘肃省）。"
        )
    highest = min(_LEVELS.index(region.level) for region in found)
    candidates = [region for region in found if _LEVELS.index(region.level) == highest]
    if len(candidates) > 1:
        choices = "、".join(f"{region.name}（{region.code}）" for region in candidates)
        raise UnknownName(f"“{text}”有多个地区：{choices}，请改用代码。")
    return candidates[0]


def find_indicator(catalogue: Catalogue, text: str) -> Indicator:
    """Find an indicator by id, name or short name, however wide or large its letters are.

    Raises UnknownName, naming the candidates when the name is double.
    """
    if text in catalogue.indicators:
        return catalogue.indicators[text]
    wanted = _folded(text)
    held = catalogue.indicators.values()
    found = [indicator for indicator in held if wanted in _words_of(indicator)]
    if not found:
        near = _nearest(wanted, (word for indicator in held for word in _words_of(indicator)))
        raise UnknownName(
            f"没有指标“{text}”{near}；可用的指标见 guoban target list 或填报页的指标栏。"
        )
    if len(found) > 1:
        choices = "、".join(f"{indicator.name}（{indicator.id}）" for indicator in found)
        raise UnknownName(f"“{text}”有多个指标：{choices}，请改用括号里的代号。")
    return found[0]


def _rows(path: Path) -> list[dict[str, str]]:
    import csv

    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _indicator(order: int, row: Mapping[str, str]) -> Indicator:
    return Indicator(
        id=row["id"],
        name=row["name"],
        short_name=row["short_name"],
        kind=MeasureKind(row["kind"]),
        judged_by=Measure(row["judged_by"]),
        unit=row["unit"],
        decimals=int(row["decimals"]),
        growth_decimals=int(row["growth_decimals"]),
        calendar=Calendar(row["calendar"]),
        better=Better(row["better"]),
        pace=PaceName(row["pace"]),
        lever=row["lever"],
        lead_department=row["lead_department"],
        nature=row["nature"],
        aggregation=row["aggregation"],
        price=row["price"],
        tag=row["tag"],
        in_sample=row["in_sample"] == "yes",
        order=order,
    )


def _region(row: Mapping[str, str]) -> Region:
    aliases = tuple(alias for alias in row["aliases"].split(_ALIAS_MARK) if alias)
    return Region(
        row["code"],
        row["name"],
        row["short_name"],
        RegionLevel(row["level"]),
        row["parent"],
        int(row["order"]),
        aliases,
    )


def _folded(text: str) -> str:
    """Without width, case, spaces and quotation marks, which sheets write in every way."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if not letter.isspace() and letter not in "“”\"'")


def _names_of(region: Region) -> set[str]:
    names = (region.code, region.name, region.short_name, *region.aliases)
    return {_folded(name) for name in names}


def _words_of(indicator: Indicator) -> set[str]:
    names = (indicator.name, indicator.short_name)
    return {_folded(word) for word in (indicator.id, *names, *map(stored_word, names))}


def _nearest(wanted: str, names: Iterable[str]) -> str:
    """Suggest the name that was probably meant; empty when none is near."""
    from difflib import get_close_matches

    near = get_close_matches(wanted, list(names), n=1)
    return f"，是不是“{near[0]}”" if near else ""
