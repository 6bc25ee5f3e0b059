"""The word lists that ship with the program: resources/rules/import_words.toml."""

import tomllib
from collections.abc import Mapping
from types import MappingProxyType

from resources import ROOT

_Lists = Mapping[str, Mapping[str, frozenset[str]]]


def _read() -> _Lists:
    text = (ROOT / "rules" / "import_words.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            kind: MappingProxyType({name: frozenset(words) for name, words in lists.items()})
            for kind, lists in tomllib.loads(text).items()
        }
    )


WORD_LISTS: _Lists = _read()
"""Kind → name → words: WORD_LISTS["measure"]["growth"] holds 同比, 增速, …"""
