"""OwnerEditor: 牵头单位, 责任领导 and 填报人 of an indicator, typed in a pane."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from tracker.owners import NOBODY, Owner
from ui.widgets.label import label

_LONGEST = 40


class OwnerEditor(QWidget):
    """Emits `edited` once a field was left with something else in it. There is no save button."""

    edited = Signal(object)
    """Emitted with the Owner as typed."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = NOBODY
        self.department, self.responsible, self.reporter = QLineEdit(), QLineEdit(), QLineEdit()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        fields = (
            ("牵头单位", self.department, "如 省发展改革委"),
            ("责任领导", self.responsible, "如 张三"),
            ("填报人", self.reporter, "如 李四"),
        )
        for row, (name, field, hint) in enumerate(fields):
            field.setPlaceholderText(hint)
            field.setAccessibleName(name)
            field.setMaxLength(_LONGEST)
            field.editingFinished.connect(self._leave)
            grid.addWidget(label(name, "helper"), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1)

    def show_owner(self, owner: Owner, *, editable: bool) -> None:
        """Show who answers for an indicator."""
        self.setEnabled(editable)
        if owner == self._shown:
            return
        self._shown = owner
        names = (owner.department, owner.responsible, owner.reporter)
        for field, name in zip(self._fields, names, strict=True):
            field.setText(name)
            field.setCursorPosition(0)

    def put_back(self) -> None:
        """Show again what stands in the ledger: what was typed was refused."""
        shown, self._shown = self._shown, NOBODY
        self.show_owner(shown, editable=self.isEnabled())

    @property
    def _fields(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self.department, self.responsible, self.reporter

    def _leave(self) -> None:
        typed = Owner(*(field.text().strip() for field in self._fields))
        if typed != self._shown:
            self.edited.emit(typed)
