"""Indicators as tables write them: id, name, short name and known aliases; nothing is guessed."""

import csv
from collections.abc import Mapping

from resources import ROOT
from tracker.catalogue_words import stored_word
from tracker.exchange.importing.region_words import folded
from tracker.indicators import Catalogue


def shipped_aliases() -> dict[str, str]:
    """Read the names that offices use beside those of the catalogue: alias → indicator id."""
    path = ROOT / "catalogue" / "indicator_aliases.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["alias"]: row["id"] for row in csv.DictReader(file)}


def indicator_names(catalogue: Catalogue, aliases: Mapping[str, str]) -> dict[str, str]:
    """Return folded name → indicator id; a name that two indicators share is left out."""
    named: dict[str, set[str]] = {}
    for indicator in catalogue.indicators.values():
        names = (indicator.name, indicator.short_name)
        for name in (indicator.id, *names, *map(stored_word, names)):
            named.setdefault(folded(name), set()).add(indicator.id)
    for alias, indicator_id in aliases.items():
        if indicator_id in catalogue.indicators:
            named.setdefault(folded(alias), {indicator_id})
    return {name: next(iter(ids)) for name, ids in named.items() if len(ids) == 1}
