"""What tests of the window share: nothing of one stands in the way of the next."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Delete windows that a test made itself: each one left is styled again with every next."""
    yield
    application = QApplication.instance()
    if application is not None:
        for window in QApplication.topLevelWidgets():
            window.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
