"""Reading the words of headers and titles: which nouns a text names, and what is left over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.exchange.importing.indicator_words import indicator_names
from tracker.exchange.importing.measure_words import Role, spoken_words
from tracker.exchange.importing.period_words import Period, bare_range, match_period
from tracker.exchange.importing.region_words import RegionNames, folded, unnumbered
from tracker.exchange.importing.unit_words import LABEL, match_unit
from tracker.indicators import Basis, Catalogue, Measure, Status

_MARKS = frozenset("()[]【】,、;:/。.·|_<>《》-—–~+*&“”#!")
"""Punctuation, which says nothing."""


@dataclass(slots=True)
class Words:
    """What one text says. `unknown` is what nobody understands; empty: all of it is understood.

    `doubtful` tells that an indicator's name stands inside other words (高技术制造业投资).
    """

    text: str
    indicators: list[str] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    bases: list[Basis] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    last_year: bool = False
    unknown: str = ""
    doubtful: bool = False

    @property
    def is_said(self) -> bool:
        """Say whether the text names anything that tells figures apart."""
        return bool(self.indicators or self.periods or self.measures or self.bases or self.regions)


class Vocabulary:
    """All words that a ledger's tables may use. Reads each text once."""

    def __init__(self, catalogue: Catalogue, aliases: Mapping[str, str]) -> None:
        self.catalogue = catalogue
        self.regions = RegionNames(catalogue)
        known: dict[str, tuple[str, object]] = dict(spoken_words())
        known.update(
            (name, ("region", region.code)) for name, region in self.regions.spoken.items()
        )
        names = indicator_names(catalogue, aliases)
        known.update((name, ("indicator", indicator)) for name, indicator in names.items())
        self._known = known
        self._beginning: dict[str, list[str]] = {}
        for word in sorted(known, key=len, reverse=True):
            self._beginning.setdefault(word[0], []).append(word)
        self._read: dict[str, Words] = {}

    def read(self, text: str) -> Words:
        """Return what a text says."""
        if text not in self._read:
            self._read[text] = self._words(text)
        return self._read[text]

    def _words(self, text: str) -> Words:
        plain = unnumbered(folded(text))
        words = Words(text)
        bare = bare_range(plain)
        if bare is not None:
            words.periods.append(bare)
            return words
        at, edge = 0, True
        after_name = False
        while at < len(plain):
            end, kind = self._step(plain, at, words)
            unknown = kind == "unknown"
            if kind == "indicator":
                words.doubtful |= not edge
            words.doubtful |= after_name and unknown
            after_name = kind == "indicator"
            edge = not unknown
            if unknown:
                words.unknown += plain[at:end]
            at = end
        return words

    def _step(self, plain: str, at: int, words: Words) -> tuple[int, str]:
        """Take the next word off; returns where it ends and what it was."""
        dated = match_period(plain, at)
        if dated is not None:
            if dated.period is not None:
                words.periods.append(dated.period)
            return dated.end, "period"
        unit = match_unit(plain, at)
        if unit is not None and unit.end() > at:
            words.units.append(unit[1] or unit[2])
            return unit.end(), "unit"
        for word in self._beginning.get(plain[at], ()):
            if plain.startswith(word, at):
                kind, value = self._known[word]
                _add(words, kind, value)
                return at + len(word), kind
        label = LABEL.match(plain, at)
        if label is not None:
            return label.end(), "filling"
        return at + 1, "mark" if plain[at] in _MARKS else "unknown"


def _add(words: Words, kind: str, value: object) -> None:
    if isinstance(value, Measure):
        words.measures.append(value)
    elif isinstance(value, Basis):
        words.bases.append(value)
    elif isinstance(value, Status):
        words.statuses.append(value)
    elif isinstance(value, Role):
        words.roles.append(value)
    elif kind == "shift":
        words.last_year = True
    elif kind == "indicator":
        words.indicators.append(str(value))
    elif kind == "region":
        words.regions.append(str(value))
