"""内部资料: a mark that the ledger puts on its screens, images and documents."""

from collections.abc import Mapping

from tracker.edits import SettingEdit
from tracker.errors import BadValue

MARKING_SETTING = "marking"
USUAL = "内部资料"
_LONGEST = 12


def marking_of(settings: Mapping[str, str]) -> str:
    """Return the mark of a ledger; empty for none."""
    return settings.get(MARKING_SETTING, "")


def set_marking(text: str) -> SettingEdit:
    """Set the mark, or take it away with an empty text. Raises BadValue."""
    clean = " ".join(text.split())
    if len(clean) > _LONGEST:
        raise BadValue(f"标注最多 {_LONGEST} 个字，如“{USUAL}”。")
    return SettingEdit(MARKING_SETTING, clean or None)


def marked(settings: Mapping[str, str], words: str) -> str:
    """Put the mark before words that stand at the foot of a picture or document."""
    mark = marking_of(settings)
    return f"{mark}。{words}" if mark else words
