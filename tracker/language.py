"""The language of this process: gettext's `_`, over resources/translations.

Chinese is the source: every literal that people read is Chinese and stands inside `_()`, which
returns it as it is, or its translation. The language is fixed once, when this module is first
imported, from the environment variable GUOBAN_LANGUAGE; so constants of modules are right, and
the processes that this one starts speak the same. `ui.__main__` sets the variable before any
other import (tracker.language_choice); who imports the tracker without choosing gets Chinese.

What people typed is only ever an argument of `.format`, never a part of the template:

    _("{name}已经有目标，没有覆盖。").format(name=name)
"""

import gettext
import os
from collections.abc import Callable
from functools import cache
from typing import Final

from resources import ROOT
from tracker.language_choice import CHINESE, LANGUAGES, PSEUDO, VARIABLE
from tracker.phrase import phrase, stretched

DOMAIN = "guoban"
FOLDER = ROOT / "translations"


def translation(language: str) -> Callable[[str], str]:
    """Return what turns a Chinese text into one of a language."""
    if language == CHINESE:
        return gettext.NullTranslations().gettext  # gives the text back
    if language == PSEUDO:
        return cache(stretched)
    found = gettext.translation(DOMAIN, FOLDER, [language])
    return cache(lambda text: phrase(found.gettext(text)))


def translation_of_word(language: str) -> Callable[[str, str], str]:
    """Return the same for a word that a language says differently in different contexts."""
    if language == CHINESE:
        return gettext.NullTranslations().pgettext
    if language == PSEUDO:
        return cache(lambda _context, text: stretched(text))
    found = gettext.translation(DOMAIN, FOLDER, [language])
    return cache(lambda context, text: phrase(found.pgettext(context, text)))


def _fixed() -> str:
    said = os.environ.get(VARIABLE, "")
    return said if said in LANGUAGES else CHINESE


LANGUAGE: Final = _fixed()
"""The language of this process; it never changes."""

_: Final = translation(LANGUAGE)
pgettext: Final = translation_of_word(LANGUAGE)
"""`pgettext("tier", "目标")`: for a word that English says differently in different places."""
