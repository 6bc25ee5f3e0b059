"""The only calls that stop and wait for a person, and the box that tells of a known error."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.indicators import Catalogue, Indicator
from ui import actions
from ui.widgets.label import label


def tell(parent: QWidget, error: Exception | str, title: str = "没有做成") -> None:
    """Show a known error in the corner of the parent's window, which stays usable meanwhile."""
    from ui.widgets.error_box import ErrorBox

    ErrorBox.show_in(parent.window(), title, str(error))


def tell_and_wait(parent: QWidget | None, error: Exception | str, title: str) -> None:
    """Show a known error in a dialog, where there is no window yet that could show it."""
    dialog, buttons = _dialog(parent, title, str(error), bad=True)
    buttons.addWidget(_button(dialog, "知道了", accept=True))
    dialog.exec()


def ask(parent: QWidget | None, title: str, text: str, confirm: str, cancel: str = "取消") -> bool:
    """Ask a question whose answers are the two buttons; Escape is `cancel`."""
    dialog, buttons = _dialog(parent, title, text)
    buttons.addWidget(_button(dialog, cancel, accept=False))
    buttons.addWidget(_button(dialog, confirm, accept=True))
    return dialog.exec() == QDialog.DialogCode.Accepted


def ask_words(
    parent: QWidget | None, title: str, text: str, proposed: str, confirm: str = "存下"
) -> str:
    """Ask for a few words; "" when a person thinks better of it."""
    dialog, buttons = _dialog(parent, title, text)
    field = QLineEdit(proposed)
    field.setAccessibleName(title)
    field.setMaxLength(30)
    field.selectAll()
    column = dialog.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(2, field)
    buttons.addWidget(_button(dialog, "取消", accept=False))
    buttons.addWidget(_button(dialog, confirm, accept=True))
    field.setFocus()
    written: list[str] = []
    # The dialog ends with its fields, so they are read while it is being accepted.
    dialog.accepted.connect(lambda: written.append(field.text().strip()))
    dialog.exec()
    return "".join(written)


def ask_indicator(parent: QWidget | None, catalogue: Catalogue) -> tuple[Indicator, str] | None:
    """Ask for a new indicator and the reason for it; None when a person thinks better of it."""
    from ui.widgets.indicator_form import IndicatorForm

    dialog, buttons = _dialog(parent, "新增指标", "")
    form = IndicatorForm(catalogue)
    column = dialog.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(2, form)
    add = _button(dialog, "新增", accept=True)
    buttons.addWidget(_button(dialog, "取消", accept=False))
    buttons.addWidget(add)
    add.setEnabled(False)
    form.changed.connect(lambda: add.setEnabled(form.is_good))
    form.name.setFocus()
    made: list[tuple[Indicator, str]] = []
    # The dialog ends with its fields, so they are read while it is being accepted.
    dialog.accepted.connect(lambda: made.append((form.indicator(), form.reason.text().strip())))
    dialog.exec()
    return made[0] if made else None


def show_shortcuts(parent: QWidget) -> None:
    """Show the keys: those of the window at the left, those of single pages at the right."""
    dialog, buttons = _dialog(parent, "快捷键", "")
    window = [
        (spec.group, " 或 ".join(spec.shortcuts), spec.text)
        for spec in actions.WINDOW_ACTIONS
        if spec.shortcuts
    ]
    columns = QHBoxLayout()
    columns.setSpacing(40)
    for lines in (window, actions.PAGE_KEYS):
        columns.addLayout(_keys_of(lines))
    column_layout = dialog.layout()
    assert isinstance(column_layout, QVBoxLayout)
    column_layout.insertLayout(2, columns)
    # Qt would hold a dialog to two thirds of the screen and cut words off.
    column_layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
    buttons.addWidget(_button(dialog, "知道了", accept=True))
    dialog.exec()


def _keys_of(lines: Sequence[tuple[str, str, str]]) -> QGridLayout:
    """Lay out keys: where they count, said once, the keys, what they do."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    above = ""
    for row, (place, keys, text) in enumerate(lines):
        for column, words in enumerate((place if place != above else "", keys, text)):
            shown = label(words)
            if column == 0:
                shown.setProperty("role", "helper")
            grid.addWidget(shown, row, column)
        above = place
    grid.setRowStretch(len(lines), 1)
    return grid


def choose_ledger(parent: QWidget | None, folder: Path) -> Path | None:
    """Let a person choose an existing ledger file."""
    name, _ = QFileDialog.getOpenFileName(
        parent, "打开台账", str(folder), "台账 (*.guoban);;所有文件 (*)"
    )
    return Path(name) if name else None


def choose_table(parent: QWidget | None, folder: Path) -> Path | None:
    """Let a person choose a table file or a 填报包 to import."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        "导入",
        str(folder),
        "表格和填报包 (*.xlsx *.xlsm *.xls *.csv *.txt *.html *.guobao);;所有文件 (*)",
    )
    return Path(name) if name else None


def choose_folder(parent: QWidget | None, folder: Path) -> Path | None:
    """Let a person choose the folder that pictures are written to."""
    name = QFileDialog.getExistingDirectory(parent, "选文件夹", str(folder))
    return Path(name) if name else None


def choose_new_file(parent: QWidget | None, proposed: Path, kinds: str) -> Path | None:
    """Let a person name a file to write. Replacing an existing one is confirmed by the dialog."""
    name, _ = QFileDialog.getSaveFileName(parent, "存为", str(proposed), kinds)
    return Path(name) if name else None


def _dialog(
    parent: QWidget | None, title: str, text: str, *, bad: bool = False
) -> tuple[QDialog, QHBoxLayout]:
    """Make a dialog with a bold title, a sentence and an empty row for buttons."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("双过半")
    dialog.setMinimumWidth(420)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 20, 20, 16)
    column.setSpacing(8)
    head = label(f"◆ {title}" if bad else title)
    head.setProperty("role", "section")
    if bad:
        head.setProperty("tone", "bad")
    sentence = label(text)
    sentence.setProperty("tone", "second")
    sentence.setVisible(bool(text))
    sentence.setWordWrap(True)
    sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    buttons = QHBoxLayout()
    buttons.setSpacing(8)
    buttons.addStretch()
    column.addWidget(head)
    column.addWidget(sentence)
    column.addSpacing(8)
    column.addLayout(buttons)
    return dialog, buttons


def _button(dialog: QDialog, text: str, *, accept: bool) -> QPushButton:
    """Make a button that ends a dialog; the accepting one is primary and default."""
    button = QPushButton(text)
    if accept:
        button.setProperty("kind", "primary")
        button.setDefault(True)
        button.clicked.connect(dialog.accept)
    else:
        button.clicked.connect(dialog.reject)
    return button
