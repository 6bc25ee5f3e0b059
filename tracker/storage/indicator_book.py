"""Own indicators in the catalogue's table: the row that figures refer to, kept by their setting.

A row once made is never deleted, because an undone figure still refers to it in the journal; an
indicator that was taken back is only left out of the catalogue (see catalogue_table).
"""

import sqlite3
from collections.abc import Mapping

from tracker.errors import BadValue, TrackerError
from tracker.own_indicators import INDICATOR_SETTING, read_indicator
from tracker.storage.catalogue_table import indicator_row, put_indicator

_EVERY = """SELECT name, value FROM setting_entry WHERE name LIKE 'indicator.%'
    AND value IS NOT NULL ORDER BY id"""
_ENTERED = "SELECT 1 FROM setting_entry WHERE name = ? LIMIT 1"
_FIGURES = """SELECT EXISTS (SELECT 1 FROM actual_current WHERE indicator = ?)
    OR EXISTS (SELECT 1 FROM target_current WHERE indicator = ? AND value IS NOT NULL)"""


class IndicatorBook:
    """Keeps the rows of own indicators, inside the journal's open transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def guard(self, settings: Mapping[str, str | None]) -> None:
        """Raise BadValue for a setting that would redefine a shipped indicator, before it is
        entered; or take one away that still has figures or targets.
        """
        for setting, text in settings.items():
            if not setting.startswith(INDICATOR_SETTING):
                continue
            name = setting.removeprefix(INDICATOR_SETTING)
            if text is None:
                self._refuse_with_figures(name)
            elif self._held(name) and not self._is_own(setting):
                raise BadValue(f"“{name}”是自带指标的代号，请换一个代号。")

    def refresh(self, settings: Mapping[str, str | None]) -> None:
        """Write the row of every own indicator among the settings that stand."""
        for setting, text in settings.items():
            if setting.startswith(INDICATOR_SETTING) and text is not None:
                put_indicator(self._connection, read_indicator(setting, text))

    def restore(self) -> None:
        """Write the row of every own indicator that the journal ever defined.

        What cannot be read is left out; `findings` tells of it.
        """
        for setting, text in self._connection.execute(_EVERY).fetchall():
            try:
                read = read_indicator(setting, text)
            except TrackerError:
                continue
            if not self._held(read.id) or self._is_own(setting):
                put_indicator(self._connection, read)

    def _refuse_with_figures(self, name: str) -> None:
        (held,) = self._connection.execute(_FIGURES, (name, name)).fetchone()
        if held:
            row = indicator_row(self._connection, name)
            shown = name if row is None else row[1]
            raise BadValue(
                f"指标“{shown}”已经有数据或目标，不能撤掉；请先撤销或清空它的数据和目标。"
            )

    def _held(self, name: str) -> bool:
        return indicator_row(self._connection, name) is not None

    def _is_own(self, setting: str) -> bool:
        return self._connection.execute(_ENTERED, (setting,)).fetchone() is not None
