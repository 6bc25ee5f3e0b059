"""Names of the catalogue in the language of the process; ledgers keep the Chinese ones.

A ledger is the same file whoever opens it: what is read from it is shown in the language of the
process, what is written is turned back. Only words of the catalogue that ships are translated;
what people call their own indicators stays as they wrote it.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from resources import ROOT
from tracker.indicators import Indicator, Region
from tracker.language import LANGUAGE, _
from tracker.language_choice import CHINESE

WORD_COLUMNS: Final = {
    "indicators.csv": ("name", "short_name", "unit", "lever", "lead_department", "tag"),
    "regions.csv": ("name", "short_name"),
}
"""The columns of the catalogue's files that people read."""
OTHER_WORDS: Final = ("自定", "本单位", "位", "元", "万元", "人", "吨", "万吨", "亩")
"""Words that stand in own indicators, or that a table's unit may be answered with."""


def catalogue_words() -> Iterator[str]:
    """Yield every Chinese word of the catalogue that people read, some of them twice."""
    import csv  # a start in Chinese needs none of this

    for file, columns in WORD_COLUMNS.items():
        with (ROOT / "catalogue" / file).open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                yield from (row[column] for column in columns if row[column])
    yield from OTHER_WORDS


@cache
def _shown() -> dict[str, str]:
    return {word: _(word) for word in catalogue_words()}


@cache
def _stored() -> dict[str, str]:
    return {shown: word for word, shown in _shown().items()}


def shown_word(stored: str) -> str:
    """Return a word of the catalogue in the language of the process; others as they are."""
    return stored if LANGUAGE == CHINESE else _shown().get(stored, stored)


def stored_word(shown: str) -> str:
    """Return the Chinese word for one that is shown; others as they are."""
    return shown if LANGUAGE == CHINESE else _stored().get(shown, shown)


def shown_indicator(stored: Indicator) -> Indicator:
    """Return an indicator as it is shown."""
    return _reworded(stored, shown_word)


def stored_indicator(shown: Indicator) -> Indicator:
    """Return an indicator as ledgers keep it."""
    return _reworded(shown, stored_word)


def _reworded(indicator: Indicator, word: Callable[[str], str]) -> Indicator:
    if LANGUAGE == CHINESE:
        return indicator
    return replace(
        indicator,
        name=word(indicator.name),
        short_name=word(indicator.short_name),
        unit=word(indicator.unit),
        lever=word(indicator.lever),
        lead_department=word(indicator.lead_department),
        tag=word(indicator.tag),
    )


def shown_region(stored: Region) -> Region:
    """Return a region as it is shown; its Chinese names become aliases, so tables still match."""
    if LANGUAGE == CHINESE:
        return stored
    return replace(
        stored,
        name=shown_word(stored.name),
        short_name=shown_word(stored.short_name),
        aliases=(stored.name, stored.short_name, *stored.aliases),
    )
