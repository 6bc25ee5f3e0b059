"""JobPanel: what batch and pack share: choices, a start, progress, and a way to call it off."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.label import label


class JobPanel(QDialog):
    """A window beside the main one; it may be hidden while the job runs. Nothing is written here.

    Subclasses name in `_choices` what is locked while the job runs, and say in `_check` whether
    the job can start.
    """

    start_requested = Signal()
    cancel_requested = Signal()
    browse_requested = Signal()

    def __init__(self, parent: QWidget, name: str, start: str, size: tuple[int, int]) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.setModal(False)
        self.resize(*size)
        self.folder = QLineEdit()
        self.folder.setAccessibleName(f"{name}到的文件夹")
        self.browse = QPushButton("选文件夹")
        self.start_button, self.cancel_button = QPushButton(start), QPushButton("关闭")
        self.start_button.setProperty("kind", "primary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(f"{name}的进度")
        self.state = label(tone="second")
        self.state.setWordWrap(True)
        self._running = False
        self.browse.clicked.connect(self.browse_requested)
        self.start_button.clicked.connect(self.start_requested)
        self.cancel_button.clicked.connect(self._on_cancel)

    def set_running(self, running: bool) -> None:
        """Show progress and 取消, or the choices and 关闭."""
        for part in self._choices():
            part.setEnabled(not running)
        self.bar.setVisible(running)
        self.bar.setRange(0, 0)
        self.cancel_button.setText("取消" if running else "关闭")
        self._running = running
        self._check()
        if running:
            self.say("正在读台账…")

    def show_progress(self, done: int, total: int) -> None:
        """Show how many pictures are done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.say(f"已画 {done} / {total} 张，可以接着做别的")

    def say(self, sentence: str) -> None:
        """Show a sentence beside the buttons."""
        self.state.setText(sentence)

    def reject(self) -> None:
        """Escape and 关闭 hide the panel; what runs goes on, and its button shows it again."""
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide instead of ending what runs."""
        event.accept()
        self.hide()

    def _choices(self) -> tuple[QWidget, ...]:
        raise NotImplementedError

    def _check(self) -> None:
        raise NotImplementedError

    def _place_row(self) -> QHBoxLayout:
        """Lay the folder and the button that looks for one beside each other."""
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        return place

    def _stack_up(
        self, *parts: QWidget | QHBoxLayout, grows: QHBoxLayout, left: QWidget | None = None
    ) -> None:
        """Lay parts out over progress and buttons; `left` stands before the sentence."""
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in parts:
            if isinstance(part, QHBoxLayout):
                column.addLayout(part, int(part is grows))
            else:
                column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        if left is not None:
            buttons.addWidget(left)
        buttons.addWidget(self.state, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.start_button)
        column.addWidget(self.bar)
        column.addLayout(buttons)

    def _on_cancel(self) -> None:
        if self._running:
            self.say("正在停下，画到一半的会画完…")
            self.cancel_requested.emit()
        else:
            self.reject()
