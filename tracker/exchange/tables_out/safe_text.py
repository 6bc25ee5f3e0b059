"""Text of people in a table: never a formula, whatever it begins with."""

from tracker.wording import DASH

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def starts_like_a_formula(text: str) -> bool:
    """Say whether a spreadsheet would take a text for a formula."""
    return text.startswith(_STARTS) and text != DASH


def csv_text(text: str) -> str:
    """Return a text as a csv may hold it: one that looks like a formula gets an apostrophe.

    `plain_text` takes the apostrophe off again when the file comes back.
    """
    return f"'{text}" if starts_like_a_formula(text) else text


def plain_text(text: str) -> str:
    """Undo `csv_text`."""
    return text[1:] if text.startswith("'") and starts_like_a_formula(text[1:]) else text
