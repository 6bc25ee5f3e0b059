"""The bundled typeface in Qt: loaded by path, so that no machine's own fonts decide how we look."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Noto Sans SC"
REGULAR, MEDIUM, BOLD, BLACK = 400, 500, 700, 900
_SCREEN_FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Medium.ttf", "NotoSansSC-Bold.ttf")


def load(folder: Path) -> None:
    """Register the three weights that screens use. Black is for exported pictures only."""
    for name in _SCREEN_FILES:
        QFontDatabase.addApplicationFont(str(folder / name))


def font(px: float, weight: int = REGULAR) -> QFont:
    """Return the typeface at a size in logical px and a weight of 400, 500 or 700."""
    made = QFont(FAMILY)
    made.setPixelSize(round(px))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
