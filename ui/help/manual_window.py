"""ManualWindow: the chapters at the left with a search over them, the open one at the right."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.help.chapters import CHAPTERS, Manual, chapter_of, words_of
from ui.help.manual_view import ManualView
from ui.theme import Theme
from ui.widgets.icon import icon_button
from ui.widgets.label import label

_SIZE, _LEAST_HEIGHT_PX, _LIST_PX, _ROW_PX = (1080, 780), 480, 280, 34
_CHAPTER, _HEADING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_PAGE = "page"


class ManualWindow(QWidget):
    """A window of its own, offline. Ctrl+F searches, Alt+← goes back, Esc leaves."""

    page_wanted = Signal(str)
    """Emitted with the name of a page of the program that a link leads to."""

    def __init__(self, theme: Theme, manual: Manual, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._manual = manual
        self._past: list[str] = []
        self.chapter = ""
        self.setWindowTitle("手册")
        self.setObjectName("manual")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(_SIZE[0], _LEAST_HEIGHT_PX)
        self.resize(*_SIZE)
        self.search = QLineEdit()
        self.search.setPlaceholderText("在手册里搜  Ctrl+F")
        self.search.setAccessibleName("在手册里搜")
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("章节")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found = label("", "helper")
        self.back = icon_button(theme, "chevron-left", kind="quiet")
        self.back.setToolTip("回到刚才那一章  Alt+←")
        self.back.setAccessibleName("回到刚才那一章")
        self.view = ManualView(theme)
        self._lay_out(theme)
        self._connect()
        self._list_chapters()

    def open(self, chapter: str, heading: str = "") -> None:
        """Show a chapter, at a heading if one is given, with the words of the search marked."""
        wanted = chapter_of(chapter).name
        if wanted != self.chapter:
            if self.chapter:
                self._past.append(self.chapter)
            self.chapter = wanted
            path = self._manual.path(wanted)
            self.view.show_markdown(self._manual.text(wanted), path.parent)
        self.back.setEnabled(bool(self._past))
        self.view.mark(words_of(self.search.text()))
        if heading:
            self.view.go_to(heading)
        self._choose_row()

    def go_back(self) -> None:
        """Show the chapter that was open before."""
        if self._past:
            before = self._past.pop()
            self.chapter = ""
            self.open(before)

    def start_search(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def leave(self) -> None:
        """Clear the search; close when there is none."""
        if self.search.text():
            self.search.clear()
        else:
            self.close()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let Up, Down and Enter of the search field work on the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            row = max(0, min(self.list.count() - 1, self.list.currentRow() + step))
            self.list.setCurrentRow(row)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_item(self.list.currentItem())
            return True
        return False

    def _lay_out(self, theme: Theme) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.back)
        top.addWidget(self.search, 1)
        left = QWidget()
        left.setProperty("role", "bar")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setFixedWidth(_LIST_PX)
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 12, 10, 10)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.found)
        column.addWidget(self.list, 1)
        self.list.setStyleSheet(f"QListWidget {{ background: {theme.tokens['subtle']}; }}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self.view, 1)

        for former, latter in pairwise((self.back, self.search, self.list, self.view)):
            self.setTabOrder(former, latter)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.list.itemClicked.connect(self._open_item)
        self.list.itemActivated.connect(self._open_item)
        self.back.clicked.connect(self.go_back)
        self.view.anchorClicked.connect(self._follow)
        for keys, handler in (
            ("Ctrl+F", self.start_search),
            ("Alt+Left", self.go_back),
            ("Esc", self.leave),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(handler)
            self.addAction(action)

    def _on_typed(self, typed: str) -> None:
        if not words_of(typed):
            self._list_chapters()
            self.view.mark([])
            return
        hits = self._manual.search(typed)
        self.list.clear()
        for hit in hits:
            head = f"{hit.chapter.title} · {hit.heading}" if hit.heading else hit.chapter.title
            self._add(f"{head}\n{hit.line}", hit.chapter.name, hit.heading, two_lines=True)
        self.found.setText(f"找到 {len(hits)} 处" if hits else "没有找到，换一个词试试")
        self.found.show()
        self.list.setCurrentRow(0)

    def _list_chapters(self) -> None:
        self.list.clear()
        self.found.hide()
        for chapter in CHAPTERS:
            self._add(chapter.title, chapter.name)
        self._choose_row()

    def _add(self, text: str, chapter: str, heading: str = "", *, two_lines: bool = False) -> None:
        item = QListWidgetItem(text)
        item.setData(_CHAPTER, chapter)
        item.setData(_HEADING, heading)
        item.setSizeHint(QSize(0, 2 * _ROW_PX - 12 if two_lines else _ROW_PX))
        item.setToolTip(text if two_lines else "")
        self.list.addItem(item)

    def _choose_row(self) -> None:
        """Mark the open chapter in the list of chapters; a list of hits keeps its own mark."""
        if words_of(self.search.text()):
            return
        for row in range(self.list.count()):
            if self.list.item(row).data(_CHAPTER) == self.chapter:
                self.list.setCurrentRow(row)

    def _open_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open(item.data(_CHAPTER), item.data(_HEADING))

    def _follow(self, link: QUrl) -> None:
        """Follow a link to a chapter, or to a page of the program."""
        if link.scheme() == _PAGE:
            self.page_wanted.emit(link.path())
        else:
            self.open(link.path().removesuffix(".md"), link.fragment())
