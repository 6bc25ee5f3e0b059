"""Translated templates: a plural inside the text, a month's name, and the stretched text of tests.

Chinese has no plurals and writes months as numbers, so the source text has only `{n}`. A
translation may say more of a field, as often as it likes:

    共{n}项，{late}项滞后   →   {n} {n:item|items}, {late} behind
    截至{month}月           →   as of {month:mon}
"""

import re
from string import Formatter
from typing import Any

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SAID_MORE = re.compile(r"\{\w+:(?:[^{}]*\|[^{}]*|mon|month|ord)\}")
_FIELD = re.compile(r"\{\{|\}\}|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FILLING = "伸长"


class Phrase(str):
    """A translated template whose fields say more than how to print a number."""

    __slots__ = ()

    def format(self, *args: Any, **fields: Any) -> str:
        """Fill the fields in: `{n:item|items}`, `{month:mon}`, `{rank:ord}`, or as usual."""
        return _WORDS.vformat(self, args, fields)


class _Words(Formatter):
    """Prints a field by the number that stands in it."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Print one field."""
        if "|" in format_spec:
            one, _, many = format_spec.partition("|")
            return one if str(value).strip() in ("1", "-1", "−1") else many
        if format_spec in ("mon", "month"):
            return _month(value, short=format_spec == "mon")
        if format_spec == "ord":
            return english_ordinal(int(value))
        printed: str = super().format_field(value, format_spec)
        return printed


_WORDS = _Words()


def phrase(text: str) -> str:
    """Return a translated text so that its `.format` understands what the text says more."""
    return Phrase(text) if _SAID_MORE.search(text) else text


def _month(value: Any, *, short: bool) -> str:
    """Name a month in English; what is no month stays as it is."""
    try:
        name = _MONTHS[int(str(value)) - 1]
    except (ValueError, IndexError):
        return str(value)
    return name[:3] if short else name


def english_ordinal(rank: int) -> str:
    """Write a place in English: 1st, 2nd, 3rd, 11th, 22nd."""
    if rank % 100 in (11, 12, 13):
        return f"{rank}th"
    return f"{rank}{({1: 'st', 2: 'nd', 3: 'rd'}).get(rank % 10, 'th')}"


def stretched(text: str) -> str:
    """Make a text a third longer and put it in brackets; fields and mere punctuation stay."""
    letters = len(_FIELD.sub("", text))
    if not _HAN.search(text):
        return text
    more = -(-letters // 3)
    filling = (_FILLING * more)[:more]
    end = len(text.rstrip())
    return f"[{text[:end]}{filling}]{text[end:]}"
