"""Which language a person wants; asked before anything that says a word is imported."""

import locale
import os
import sys
from collections.abc import Mapping, Sequence
from configparser import ConfigParser, Error
from pathlib import Path
from typing import Final

CHINESE: Final = "zh_CN"
ENGLISH: Final = "en"
PSEUDO: Final = "pseudo"
"""Made on the fly for tests: every text a third longer and in brackets."""
LANGUAGES: Final = (CHINESE, ENGLISH, PSEUDO)
VARIABLE: Final = "GUOBAN_LANGUAGE"
"""The environment variable that fixes the language of a process and of those that it starts."""
OPTION = "--lang"
_KEY = "language"
_NOT_SAID = ("", "c", "posix")


def settle(arguments: Sequence[str], preferences: Path) -> list[str]:
    """Fix the language of this process; returns the arguments without --lang."""
    rest, asked = without_option(arguments)
    os.environ[VARIABLE] = chosen(asked, os.environ, preferences)
    return rest


def without_option(arguments: Sequence[str]) -> tuple[list[str], str]:
    """Take `--lang en` or `--lang=en` out of the arguments; returns the others and the word."""
    rest = list(arguments)
    for at, word in enumerate(rest):
        name, sign, value = word.partition("=")
        if name == OPTION:
            del rest[at : at + (1 if sign else 2)]
            return rest, value or "".join(arguments[at + 1 : at + 2])
    return rest, ""


def chosen(asked: str, environment: Mapping[str, str], preferences: Path) -> str:
    """Return the language that was asked for, else the environment's, the kept, the system's."""
    for wanted in (asked, environment.get(VARIABLE, ""), kept(preferences)):
        if wanted in LANGUAGES:
            return wanted
    return of_system(environment)


def kept(preferences: Path) -> str:
    """Return the language in the window's preferences, read without Qt; empty: as the system."""
    file = ConfigParser(interpolation=None, strict=False)
    try:
        file.read(preferences, encoding="utf-8")
    except (OSError, UnicodeDecodeError, Error):
        return ""
    found = (file.get(section, _KEY, fallback="") for section in ("window", "General"))
    return next((word for word in found if word), "")


def of_system(environment: Mapping[str, str]) -> str:
    """Return English where the system speaks another language than Chinese; unsaid: Chinese."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    said = next((environment[name] for name in names if environment.get(name)), "")
    word = (said or _of_windows()).partition(".")[0].lower()
    return CHINESE if word in _NOT_SAID or word.startswith(("zh", "chinese")) else ENGLISH


def _of_windows() -> str:
    """Return the language of Windows, as zh_CN or Chinese (Simplified)_China; empty elsewhere."""
    if sys.platform != "win32":
        return ""
    return locale.getlocale(locale.LC_CTYPE)[0] or ""
