"""The shipped catalogue, and finding an indicator or region by any of its names."""

import csv
from functools import cache
from pathlib import Path
from types import MappingProxyType

from resources import ROOT
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


@cache
def read_catalogue() -> Catalogue:
    """Read resources/catalogue/indicators.csv and regions.csv, in their order."""
    folder = ROOT / "catalogue"
    indicators = [_indicator(row, i) for i, row in enumerate(_rows(folder / "indicators.csv"))]
    regions = [_region(row) for row in _rows(folder / "regions.csv")]
    return Catalogue(
        MappingProxyType({indicator.id: indicator for indicator in indicators}),
        MappingProxyType({region.code: region for region in regions}),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _indicator(row: dict[str, str], order: int) -> Indicator:
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


def _region(row: dict[str, str]) -> Region:
    return Region(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        level=RegionLevel(row["level"]),
        parent=row["parent"],
        order=int(row["order"] or 0),
        aliases=tuple(alias for alias in row["aliases"].split(";") if alias),
    )


def find_indicator(catalogue: Catalogue, text: str) -> Indicator:
    """Find an indicator by id, name or short name; raises UnknownName."""
    word = text.strip()
    if word in catalogue.indicators:
        return catalogue.indicators[word]
    found = [i for i in catalogue.indicators.values() if word in (i.name, i.short_name)]
    return found[0] if len(found) == 1 else catalogue.indicator(word)


def find_region(catalogue: Catalogue, text: str) -> Region:
    """Find a region by code, name, short name or alias; a bare 临夏 is the prefecture.

    Raises UnknownName, naming the candidates where several counties share the word.
    """
    word = text.strip()
    if word in catalogue.regions:
        return catalogue.regions[word]
    found = [r for r in catalogue.regions.values() if word in (r.name, r.short_name, *r.aliases)]
    above = [region for region in found if region.level is not RegionLevel.COUNTY]
    chosen = above or found
    if len(chosen) > 1:
        names = "、".join(f"{region.name}（{region.code}）" for region in chosen)
        raise UnknownName(f"地区“{text}”不止一个：{names}，请用代码。")
    return chosen[0] if chosen else catalogue.region(word)
