"""What a page is: a widget that draws a snapshot, and says which changes concern it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from tracker.edits import Changes
from ui.session import Session


class Page(QWidget):
    """Base of every page. A hidden page only goes dirty and refreshes when it is next shown."""

    page_requested = Signal(str, str)
    """Ask the window for another page: its name, and the indicator it should show ("" for none)."""
    export_requested = Signal(str)
    """Ask the window to export the picture of an indicator, or of the board for ""."""
    status_changed = Signal()
    """Emitted when `status_text` or the enabled state of a header action changed."""
    done = Signal(str)
    """Emitted with a short sentence for the toast: what was just done."""
    acted = Signal(str, str, object)
    """Like `done`, with the word of a button in the toast and what it calls ("" and None: none)."""

    title = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.session = session
        self._dirty = True
        session.changed.connect(self._on_changed)
        session.viewpoint_moved.connect(self._on_viewpoint_moved)

    def refresh(self) -> None:
        """Draw everything from session.snapshot, session.region and session.as_of."""
        raise NotImplementedError

    def affected_by(self, changes: Changes) -> bool:
        """Say whether a change concerns what the page shows now."""
        return bool(changes)

    def header_actions(self) -> list[QAction]:
        """Return the page's actions for the header, the primary one last.

        An action's property "icon_name" names a file of resources/icons; the header colours it.
        """
        return []

    def status_text(self) -> str:
        """Return the counts that the status bar shows at its left."""
        return ""

    def indicator_shown(self) -> str:
        """Return the id of the indicator that is selected here, "" for none."""
        return ""

    def show_indicator(self, indicator_id: str) -> None:
        """Select an indicator ("" for none), because another page sent the person here for it."""

    def toggle_pane(self) -> None:
        """Show or hide the page's right pane, if it has one."""

    def open_search(self) -> bool:
        """Open the page's own search with Ctrl+F; False when it has none."""
        return False

    def import_file(self, path: Path) -> None:
        """Import a file that was dropped on the window, if it is the page that imports."""

    def export_now(self) -> None:
        """Export what the page shows, if it is a page that exports."""

    def _action(
        self, text: str, icon: str, keys: str = "", handler: Callable[[], object] | None = None
    ) -> QAction:
        """Make an action of the page; its keys count while the focus is on the page."""
        action = QAction(text, self)
        action.setProperty("icon_name", icon)
        action.setToolTip(f"{text}  {keys}".strip())
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        if handler is not None:
            action.triggered.connect(lambda: handler())
        return action

    def refresh_if_dirty(self) -> None:
        """Refresh now if something changed while the page was hidden."""
        if self._dirty:
            self._refresh_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh if something changed while the page was hidden."""
        super().showEvent(event)
        try:
            self.refresh_if_dirty()
        except Exception:
            # An exception raised by C code and never caught in Python is not normalised in 3.11,
            # and PySide dies of it when show() was called from Python. Catching it here does.
            raise

    def _on_changed(self, changes: Changes) -> None:
        if self.affected_by(changes):
            self._refresh_or_wait()

    def _on_viewpoint_moved(self) -> None:
        self._refresh_or_wait()

    def _refresh_or_wait(self) -> None:
        if self.isVisible():
            self._refresh_now()
        else:
            self._dirty = True

    def _refresh_now(self) -> None:
        self._dirty = False
        self.refresh()
        self.status_changed.emit()
