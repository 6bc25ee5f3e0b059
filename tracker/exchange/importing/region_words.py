"""Regions as tables write them: 兰州市, 兰 州, 临夏, 天祝县, and which of several is meant."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from tracker.catalogue_words import stored_word
from tracker.indicators import Catalogue, Region, RegionLevel

_PEOPLES = "回|藏|裕固|蒙古|哈萨克|保安|东乡|撒拉|土|满"
_AUTONOMOUS = re.compile(rf"(?:(?:{_PEOPLES})族)+自治[县州]$")
_SUFFIX = re.compile(r"[市县区州]$")
_LEVELS = tuple(RegionLevel)
_ABOVE = (RegionLevel.NATION, RegionLevel.PROVINCE)
_DROPPED = re.compile(r"[\s“”\"'’‘\u200b\ufeff]")
_NUMBERING = re.compile(r"^(?:[(]?(?:\d+|[一二三四五六七八九十]+)[)、.]|#|·|-|\*)+")
WHOLE = frozenset({"全市", "全州", "全县", "全区"})
"""The region that the table's title names."""


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Return a text without width, case, spaces and quotation marks."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _DROPPED.sub("", plain)


def unnumbered(text: str) -> str:
    """Drop 一、 1. （1） and 其中： before the words of a folded text."""
    text = _NUMBERING.sub("", text)
    return text.removeprefix("其中").lstrip(":") or text


class RegionNames:
    """Every name that a catalogue's regions go by, and who is meant by it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._named: dict[str, list[Region]] = {}
        for region in catalogue.regions.values():
            own = {region.code, region.name, region.short_name, *region.aliases}
            for name in {folded(name) for name in own} | _shortened(region):
                self._named.setdefault(name, []).append(region)
        self._full = {
            folded(name): region
            for region in catalogue.regions.values()
            for name in (region.name, region.short_name, *region.aliases)
            if region.level is not RegionLevel.COUNTY or len(name) > 2
        }

    @property
    def spoken(self) -> Mapping[str, Region]:
        """Names that may stand inside a longer text; two-letter counties would hide in words."""
        return self._full

    def candidates(self, text: str) -> tuple[Region, ...]:
        """Return the regions that a whole cell may mean; none when it is no region."""
        return tuple(self._named.get(folded(text), ()))

    def settle(self, texts: Iterable[str]) -> dict[str, Region | str]:
        """Say for each text of one table which region it means, or in a sentence why not.

        A name that several regions share means the highest, unless every other name of the table
        is a county's (domain.md 9). Texts that name no region at all are left out.
        """
        known = {text: found for text in texts if (found := self.candidates(text))}
        certain = [found[0] for found in known.values() if len(found) == 1]
        below = [region for region in certain if region.level not in _ABOVE]
        counties = bool(below) and all(one.level is RegionLevel.COUNTY for one in below)
        return {text: _meant(text, found, counties) for text, found in known.items()}


def _meant(text: str, found: tuple[Region, ...], counties: bool) -> Region | str:
    if counties and len(found) > 1:
        among = [region for region in found if region.level is RegionLevel.COUNTY]
    else:
        highest = min(_LEVELS.index(region.level) for region in found)
        among = [region for region in found if _LEVELS.index(region.level) == highest]
    among = among or list(found)
    if len(among) == 1:
        return among[0]
    choices = "、".join(f"{region.name}（{region.code}）" for region in among)
    return f"“{text}”可能是{choices}，请在表里写全名"


def _shortened(region: Region) -> set[str]:
    """Return 天祝 and 天祝县 for 天祝藏族自治县; nothing that is a single letter."""
    if region.level not in (RegionLevel.PREFECTURE, RegionLevel.COUNTY):
        return set()
    name = folded(stored_word(region.name))
    base = _AUTONOMOUS.sub("", name)
    if not base:
        base = re.sub(r"族自治[县州]$", "", name)
    names = {base + name[-1]} if base != name else set()
    bare = _SUFFIX.sub("", base) if base == name else base
    return {one for one in (*names, bare) if len(one) > 1}
