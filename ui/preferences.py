"""Preferences: how this person's window looked last time, in one small file of their own."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from tracker.errors import UnknownName
from tracker.periods import Month


class Preferences:
    """Reads and writes an ini file that only its owner may read. Nothing here is needed to work."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        self._path = path
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray | None:
        """Size and place of the window."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("window/geometry", value)

    @property
    def theme(self) -> str:
        """light or dark."""
        return "dark" if self._text("window/theme") == "dark" else "light"

    @theme.setter
    def theme(self, value: str) -> None:
        self._settings.setValue("window/theme", value)

    @property
    def page(self) -> str:
        """The page that was open."""
        return self._text("window/page")

    @page.setter
    def page(self, value: str) -> None:
        self._settings.setValue("window/page", value)

    @property
    def ledger(self) -> str:
        """The ledger that `region` and `as_of` belong to, as a path."""
        return self._text("view/ledger")

    @property
    def region(self) -> str:
        """The code of the region that was looked at."""
        return self._text("view/region")

    @property
    def as_of(self) -> Month | None:
        """The month that was looked at."""
        try:
            return Month.parse(self._text("view/as_of"))
        except UnknownName:
            return None

    def remember_view(self, ledger: Path, region: str, as_of: Month) -> None:
        """Keep what was looked at, for this ledger."""
        self._settings.setValue("view/ledger", str(ledger))
        self._settings.setValue("view/region", region)
        self._settings.setValue("view/as_of", str(as_of))

    @property
    def export_folder(self) -> str:
        """The folder that the last picture was written to."""
        return self._text("export/folder")

    @export_folder.setter
    def export_folder(self, value: str) -> None:
        self._settings.setValue("export/folder", value)

    @property
    def export_format(self) -> str:
        """The file format of the last picture: png, svg or pdf."""
        return self._text("export/format") or "png"

    @export_format.setter
    def export_format(self, value: str) -> None:
        self._settings.setValue("export/format", value)

    @property
    def export_sizes(self) -> tuple[str, ...]:
        """The ids of the sizes that were exported last, empty before the first time."""
        return tuple(size for size in self._text("export/sizes").split(" ") if size)

    @export_sizes.setter
    def export_sizes(self, value: tuple[str, ...]) -> None:
        self._settings.setValue("export/sizes", " ".join(value))

    @property
    def chart_styles(self) -> str:
        """The saved styles of pictures, as JSON; empty before the first."""
        return self._text("export/styles")

    @chart_styles.setter
    def chart_styles(self, value: str) -> None:
        self._settings.setValue("export/styles", value)

    @property
    def guide_seen(self) -> bool:
        """Whether the guide through the window was finished or skipped."""
        return self._text("help/guide_seen") == "true"

    @guide_seen.setter
    def guide_seen(self, value: bool) -> None:
        self._settings.setValue("help/guide_seen", "true" if value else "")

    @property
    def seen_version(self) -> str:
        """The version whose news were shown last, empty before the first."""
        return self._text("help/seen_version")

    @seen_version.setter
    def seen_version(self, value: str) -> None:
        self._settings.setValue("help/seen_version", value)

    def save(self) -> None:
        """Write the file now and keep it private."""
        self._settings.sync()
        if self._path.exists():
            self._path.chmod(0o600)

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""
