"""ManualView: a page of Markdown in the colours of the theme, with the words of a search marked."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from ui import fonts
from ui.theme import Theme

WIDTH_PX = 720
"""Pictures are that wide; lines are never longer."""
_HEADING_STEPS = {1: 2, 2: 1}
_LINE_PERCENT, _DENSE_PERCENT = 150.0, 100.0
_INDENT_PX = 22
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in the text where a picture is."""


class ManualView(QTextBrowser):
    """Shows a Markdown text. Links are only told; pictures are scaled smoothly to the column."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setOpenLinks(False)
        self.setProperty("role", "manual")
        self.setAccessibleName("手册正文")
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(WIDTH_PX)

    def show_markdown(self, text: str, folder: Path) -> None:
        """Show a text; its pictures lie relative to the folder."""
        self.setSearchPaths([str(folder)])
        self.document().setDefaultFont(fonts.font(14))
        self.document().setIndentWidth(_INDENT_PX)
        self.setMarkdown(text)
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def go_to(self, heading: str) -> None:
        """Scroll so that a heading stands at the top."""
        for block in _blocks(self.document()):
            if block.blockFormat().headingLevel() and block.text() == heading:
                self.setTextCursor(QTextCursor(block))
                place = self.document().documentLayout().blockBoundingRect(block)
                self.verticalScrollBar().setValue(round(place.top()) - 8)
                return

    def mark(self, words: Sequence[str]) -> int:
        """Mark every place where a word stands, whatever its case; returns how many."""
        look = QTextCharFormat()
        look.setBackground(self._theme.color("warn", 0.3))
        look.setFontUnderline(True)
        marks: list[QTextEdit.ExtraSelection] = []
        for word in words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, look
                marks.append(selection)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)
        return len(marks)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load a picture as wide as the column at the screen's own resolution."""
        loaded = super().loadResource(kind, name)
        wanted = QUrl(name).toString() if isinstance(name, str) else name.toString()
        files = [Path(place) / wanted for place in self.searchPaths()]
        path = next((file for file in files if file.is_file()), None)
        if path is None:
            return loaded
        image, ratio = QImage(str(path)), self.devicePixelRatioF()
        scaled = image.scaledToWidth(
            round(min(WIDTH_PX, image.width()) * ratio), Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap lines at the column's width, or at the window's where that is narrower."""
        self.setLineWrapColumnOrWidth(min(WIDTH_PX, self.viewport().width()))
        super().resizeEvent(event)

    def _dress(self) -> None:
        """Give headings, lines, code, links and tables their look."""
        for block in _blocks(self.document()):
            self._dress_block(block)
            self._dress_words(block)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)

    def _dress_block(self, block: QTextBlock) -> None:
        cursor, look = QTextCursor(block), QTextBlockFormat()
        level = block.blockFormat().headingLevel()
        code, picture = _is_code(block), _OBJECT in block.text()
        in_table = cursor.currentTable() is not None
        height = _DENSE_PERCENT if picture or code or in_table else _LINE_PERCENT
        look.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        look.setTopMargin({2: 18, 3: 10}.get(level, 4 if picture else 0))
        look.setNonBreakableLines(False)
        if code:
            look.setBackground(self._theme.color("subtle"))
            look.setBottomMargin(0 if _is_code(block.next()) else 14)
        else:
            look.setBottomMargin(0 if in_table else 4 if block.textList() else 10)
        cursor.mergeBlockFormat(look)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setFontWeight(fonts.BOLD)
            # A step, not px: a Markdown heading brings one along that px would not overrule.
            step = _HEADING_STEPS.get(level, 0)
            letters.setProperty(QTextFormat.Property.FontSizeAdjustment, step)
            cursor.mergeCharFormat(letters)

    def _dress_words(self, block: QTextBlock) -> None:
        """Dress code and links. The typeface that came along stands in for a fixed-width one."""
        places = []
        walk = block.begin()
        while not walk.atEnd():
            fragment = walk.fragment()
            places.append((fragment.position(), fragment.length(), fragment.charFormat()))
            walk += 1
        code_block = _is_code(block)
        for at, length, had in places:
            look = QTextCharFormat()
            if had.isAnchor():
                look.setForeground(self._theme.color("accent"))
                look.setFontUnderline(False)
            elif had.fontFixedPitch() or code_block:
                look.setFont(fonts.font(13, fonts.REGULAR if code_block else fonts.MEDIUM))
                look.setFontFixedPitch(False)
                if not code_block:
                    look.setBackground(self._theme.color("nonebg"))
            else:
                continue
            cursor = QTextCursor(self.document())
            cursor.setPosition(at)
            cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)

    def _dress_table(self, table: QTextTable) -> None:
        look = table.format()
        look.setBorder(1)
        look.setBorderCollapse(True)
        look.setBorderBrush(self._theme.color("line2"))
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setCellPadding(6)
        look.setBottomMargin(12)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(look)


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    """Return all blocks of a document, those of tables too."""
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found
