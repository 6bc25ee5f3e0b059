"""Theme: named colours from a file, and the palette, style sheet and icons made from them."""

from functools import cached_property
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from tracker.indicators import Light
from tracker.theme_file import read_theme
from ui import fonts

_LIGHT_STEMS = {
    Light.GREEN: "ok",
    Light.YELLOW: "warn",
    Light.RED: "bad",
    Light.NONE: "none",
}


class Theme:
    """The colour tokens of one theme (DESIGN.md section 2) and what Qt needs made from them."""

    def __init__(self, resources: Path, name: str) -> None:
        self.name = name
        self._resources = resources
        read = read_theme((resources / "themes" / f"{name}.toml").read_text("utf-8"))
        self.is_dark = read.is_dark
        self.tokens = read.tokens
        self._colors = {token: QColor(value) for token, value in self.tokens.items()}
        self.ramp: list[QColor] = [QColor(value) for value in read.tiles]
        """Five colours of tile maps, lowest bin first."""
        self._icons: dict[tuple[str, str, int, int], QIcon] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def color(self, token: str, alpha: float = 1.0) -> QColor:
        """Return a token's colour, with an alpha of 0–1 where it is a tint."""
        found = self._colors[token]
        if alpha < 1.0:
            found = QColor(found)
            found.setAlphaF(alpha)
        return found

    def light_color(self, light: Light) -> QColor:
        """Return the colour of a light's shape."""
        return self._colors[_LIGHT_STEMS[light]]

    def light_text_color(self, light: Light) -> QColor:
        """Return the colour of a light's word or number."""
        return self._colors[_LIGHT_STEMS[light] + "t"]

    def light_tint(self, light: Light) -> QColor:
        """Return the background of a light's chip."""
        return self._colors[_LIGHT_STEMS[light] + "bg"]

    def pixmap(self, icon: str, token: str = "ink2", px: int = 16, ratio: float = 1.0) -> QPixmap:
        """Return an icon of resources/icons, `px` logical px wide, drawn in a token's colour."""
        key = (icon, token, px, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._drawn(icon, token, px, ratio)
        return self._pixmaps[key]

    def icon(self, icon: str, token: str = "ink2", px: int = 16, *, trailing: int = 0) -> QIcon:
        """Return an icon for device ratios 1 and 2, with a faded disabled one.

        `trailing` px of empty room are kept at its right.
        """
        key = (icon, token, px, trailing)
        if key in self._icons:
            return self._icons[key]
        made = self._icons[key] = QIcon()
        for ratio in (1.0, 2.0):
            for color, mode in ((token, QIcon.Mode.Normal), ("inkoff", QIcon.Mode.Disabled)):
                made.addPixmap(_widened(self.pixmap(icon, color, px, ratio), trailing), mode)
        return made

    @cached_property
    def palette(self) -> QPalette:
        """The palette under the style sheet, so that nothing falls back to a system colour."""
        palette = QPalette()
        role = QPalette.ColorRole
        for part, token in (
            (role.Window, "surface"),
            (role.WindowText, "ink"),
            (role.Base, "input"),
            (role.AlternateBase, "subtle"),
            (role.Text, "ink"),
            (role.PlaceholderText, "inkoff"),
            (role.Button, "input"),
            (role.ButtonText, "ink"),
            (role.BrightText, "onaccent"),
            (role.Highlight, "selected"),
            (role.HighlightedText, "ink"),
            (role.Link, "accent"),
            (role.LinkVisited, "accent"),
            (role.ToolTipBase, "ink"),
            (role.ToolTipText, "surface"),
            (role.Light, "line"),
            (role.Midlight, "line"),
            (role.Mid, "line2"),
            (role.Dark, "line2"),
            (role.Shadow, "line2"),
            (role.Accent, "accent"),
        ):
            palette.setColor(part, self._colors[token])
        for part in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, part, self._colors["inkoff"])
        return palette

    @cached_property
    def style_sheet(self) -> str:
        """The style sheet: resources/themes/window.qss with the tokens filled in."""
        folder = self._resources / "themes"
        sheet = Template((folder / "window.qss").read_text("utf-8"))
        marks = (folder / self.name).as_posix()
        return sheet.substitute(self.tokens, marks=marks, family=fonts.FAMILY)

    def apply(self, application: QApplication) -> None:
        """Dress the whole application."""
        application.setStyle("Fusion")
        application.setPalette(self.palette)
        application.setFont(fonts.font(13))
        application.setStyleSheet(self.style_sheet)

    def _drawn(self, icon: str, token: str, px: int, ratio: float) -> QPixmap:
        svg = (self._resources / "icons" / f"{icon}.svg").read_text("utf-8")
        renderer = QSvgRenderer(
            QByteArray(svg.replace("currentColor", self.tokens[token]).encode())
        )
        side = round(px * ratio)
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        image.setDevicePixelRatio(ratio)
        return QPixmap.fromImage(image)


def _widened(picture: QPixmap, trailing: int) -> QPixmap:
    """Return a picture with so many empty px at its right."""
    if not trailing:
        return picture
    ratio = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round(trailing * ratio), picture.height())
    wide.fill(Qt.GlobalColor.transparent)
    wide.setDevicePixelRatio(ratio)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide
