"""通报: sentences made from the ledger, chosen and worded by people, and the page they make."""

from dataclasses import replace
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from tracker.bulletin import bulletin
from tracker.bulletin.draft import Draft, DraftLine, draft_of, keep_draft, kept_draft
from tracker.errors import TrackerError
from tracker.exchange.tables_out.writing import write_file
from tracker.marking import marking_of
from ui import dialogs
from ui.pages.page import Page
from ui.session import Session
from ui.theme import Theme
from ui.widgets.clearing import clear
from ui.widgets.draft_row import DraftRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon import divider, icon_button
from ui.widgets.label import label
from ui.widgets.named_pick import NamedPick
from ui.widgets.pane_block import scrolled
from ui.widgets.pick_button import PickOption

_PAPER_PX = 430
_ALL = ""


class BulletinPage(Page):
    """The sentences at the left, the page they make at the right."""

    title = "通报"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session)
        self._theme = theme
        self._department = _ALL
        self.draft = Draft("", ())
        self.rows: list[DraftRow] = []
        self.department = NamedPick(theme, "单位", self._departments, 200)
        self.again = icon_button(theme, "redo-2", "全部重写")
        self.problem = label("", "second", "bad")
        self.problem.setWordWrap(True)
        self.paper = QTextBrowser()
        self.paper.setProperty("role", "paper")
        self.paper.setAccessibleName("通报预览")
        self.paper.setFixedWidth(_PAPER_PX)
        self.empty = EmptyState(theme)
        self.empty.say("还没有可写的数", "这个月的数填好以后，这里就有草稿")
        self.entry_button = icon_button(theme, "table-2", "去填报", "primary")
        self.entry_button.clicked.connect(lambda: self._on_cell(""))
        self.empty.offer(self.entry_button)
        self._column = QVBoxLayout()
        self._copy = self._action("复制全文", "copy", handler=self._copy_text)
        self._print = self._action("打印…", "printer", "Ctrl+P", self.print_now)
        self._export = self._action("导出 Word", "file-text", handler=self.export_now)
        self._lay_out()
        self.again.clicked.connect(self._write_again)
        self.department.picked.connect(self._pick_department)

    def header_actions(self) -> list[QAction]:
        """Offer the text for the clipboard, the page on paper, and the document."""
        return [self._copy, self._print, self._export]

    def refresh(self) -> None:
        """Show the draft kept for the region's month, else a fresh one."""
        self.department.show_value(self._department, self._department or "全部单位")
        session = self.session
        kept = kept_draft(session.snapshot.settings, session.region, session.as_of)
        self.draft = self._fresh() if kept is None or self._department else kept
        self._show()

    def status_text(self) -> str:
        """Count what is chosen and what is stale."""
        chosen = sum(line.chosen for line in self.draft.lines)
        stale = len(self.draft.stale(self.session.snapshot))
        parts = [f"{len(self.draft.lines)} 句，选用 {chosen} 句"]
        if stale:
            parts.append(f"{stale} 句的数变了，等重写")
        return "　".join(parts)

    def export_now(self) -> None:
        """Write the chosen sentences as a .docx."""
        if self._refuses_stale():
            return
        proposed = self.session.store.path.with_name(f"{self.draft.title}.docx")
        path = dialogs.choose_new_file(self, proposed, "Word 文档 (*.docx)")
        if path is None:
            return
        from tracker.meeting_pack.bulletin_document import draft_document  # brings matplotlib in

        try:
            content = draft_document(self.draft, self.session.drawn_on, self._mark())
            write_file(path, content, force=True)
        except TrackerError as error:
            self._say(str(error))
        else:
            self.done.emit(f"已导出 {path.name}")

    def print_now(self) -> None:
        """Show the print preview of the chosen sentences."""
        if self._print.isEnabled() and not self._refuses_stale():
            from ui.paper_print import PaperPrint, black_on_white

            document = black_on_white(12)
            mark = f"<p>{escape(self._mark())}</p>" if self._mark() else ""
            document.setHtml(mark + _page(self.draft, set(), "black", "black"))
            PaperPrint(self).preview(self.draft.title, document.print_)

    def _mark(self) -> str:
        return marking_of(self.session.snapshot.settings)

    def _fresh(self) -> Draft:
        session = self.session
        made = bulletin(
            session.snapshot,
            session.region,
            session.as_of,
            department=self._department or None,
        )
        return draft_of(made)

    def _show(self) -> None:
        self._say("")
        self._shown.setCurrentIndex(0 if self.draft.lines else 1)
        self._copy.setEnabled(bool(self.draft.lines))
        for action in (self._print, self._export):
            action.setEnabled(bool(self.draft.lines))
        stale = set(self.draft.stale(self.session.snapshot))
        heads = [line.head for line in self.draft.lines]
        if [row.property("head") for row in self.rows] != heads:
            self._make_rows(heads)
        for number, (row, line) in enumerate(zip(self.rows, self.draft.lines, strict=True)):
            row.show_line(line, stale=number in stale)
        ink, faint = self._theme.color("ink"), self._theme.color("ink3")
        self.paper.setHtml(_page(self.draft, stale, ink.name(), faint.name()))
        self.status_changed.emit()

    def _make_rows(self, heads: list[str]) -> None:
        """Put the rows under their heads; those that are there already are used again."""
        held, self.rows = self.rows, []
        for row in held:
            self._column.removeWidget(row)
        clear(self._column)
        for number, head in enumerate(heads):
            if number == 0 or heads[number - 1] != head:
                title = label(head, "section")
                title.setContentsMargins(0, 14 if number else 0, 0, 2)
                self._column.addWidget(title)
            row = held[number] if number < len(held) else self._made_row(number)
            row.setProperty("head", head)
            self._column.addWidget(row)
            self.rows.append(row)
        for row in held[len(heads) :]:
            row.hide()
            row.deleteLater()
        self._column.addStretch(1)

    def _made_row(self, number: int) -> DraftRow:
        row = DraftRow(self._theme, number)
        row.chosen.connect(self._on_chosen)
        row.reworded.connect(self._on_reworded)
        row.refresh_wanted.connect(self._on_refresh)
        row.cell_wanted.connect(self._on_cell)
        return row

    def _on_chosen(self, number: int, chosen: bool) -> None:
        line = replace(self.draft.lines[number], chosen=chosen)
        self._keep(self.draft.with_line(number, line), "选用句子" if chosen else "不用句子")

    def _on_reworded(self, number: int, text: str) -> None:
        try:
            line: DraftLine = self.draft.lines[number].reworded(text)
        except TrackerError as error:
            self._say(str(error))
            return
        self._keep(self.draft.with_line(number, line), "改写句子")

    def _on_refresh(self, number: int) -> None:
        self._keep(self.draft.refreshed(number, self._fresh()), "按现在的数重写")

    def _on_cell(self, indicator: str) -> None:
        self.page_requested.emit("entry", indicator)

    def _write_again(self) -> None:
        self._keep(self._fresh(), "通报全部重写")

    def _keep(self, draft: Draft, what: str) -> None:
        """Keep the draft in the ledger: a revision, so undo brings the former one back."""
        if self._department:
            self.draft = draft  # a part of the whole is for reading and copying only
            self._show()
            return
        session = self.session
        try:
            session.record([keep_draft(session.region, session.as_of, draft)], f"通报：{what}")
        except TrackerError as error:
            self._say(str(error))

    def _copy_text(self) -> None:
        if not self._refuses_stale():
            QGuiApplication.clipboard().setText(self.draft.text)
            self.done.emit("通报全文已复制")

    def _refuses_stale(self) -> bool:
        chosen = [n for n in self.draft.stale(self.session.snapshot) if self.draft.lines[n].chosen]
        if chosen:
            self._say(f"有 {len(chosen)} 句的数已经变了（划掉的），请先重写再导出。")
        return bool(chosen)

    def _departments(self) -> list[PickOption]:
        catalogue = self.session.snapshot.catalogue
        names = dict.fromkeys(one.lead_department for one in catalogue.indicators.values())
        return [PickOption(_ALL, "全部单位"), *(PickOption(name, name) for name in names)]

    def _pick_department(self, name: str) -> None:
        self._department = name
        self.refresh()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(19, 8, 16, 8)
        tools.setSpacing(10)
        tools.addWidget(self.department)
        tools.addWidget(self.again)
        tools.addWidget(label("点带下划线的数，去填报那一格", "helper"))
        tools.addStretch(1)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(20, 12, 20, 20)
        inside.setSpacing(0)
        inside.addLayout(self._column)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.problem.setContentsMargins(20, 0, 20, 6)
        left.addLayout(tools)
        left.addWidget(self.problem)
        left.addWidget(divider())
        left.addWidget(scrolled(inner), 1)
        told = QWidget()
        row = QHBoxLayout(told)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.paper)
        nothing = QWidget()
        centred = QVBoxLayout(nothing)
        centred.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignCenter)
        self._shown = QStackedLayout(self)
        self._shown.addWidget(told)
        self._shown.addWidget(nothing)


def _page(draft: Draft, stale: set[int], ink: str, faint: str) -> str:
    """Write the page as it will be printed; stale sentences are struck out."""
    out = [f'<div style="color:{ink}"><h3 align="center">{escape(draft.title)}</h3>']
    for head in dict.fromkeys(line.head for line in draft.lines if line.chosen):
        body = "".join(
            f'<s style="color:{faint}">{escape(line.text)}</s>'
            if number in stale
            else escape(line.text)
            for number, line in enumerate(draft.lines)
            if line.chosen and line.head == head
        )
        out.append(f"<p><b>{escape(head)}</b></p>")
        out.append(f'<p style="line-height:150%; white-space:pre-wrap">　　{body}</p>')
    return "".join([*out, "</div>"])
