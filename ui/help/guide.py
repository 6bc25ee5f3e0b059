"""The five steps that show a newcomer around the window."""

from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from ui.help.coach_marks import Step
from ui.widgets.header_bar import HeaderBar
from ui.widgets.nav_bar import NavBar


def steps(nav: NavBar, header: HeaderBar, stack: QStackedWidget, ask: QWidget) -> tuple[Step, ...]:
    """Return the steps over the parts of a window; `ask` is the button of the help."""
    return (
        Step(
            "时间过半，任务过半",
            "总览一行一项指标：蓝条是完成率，棕色虚线是时间，黑线是半程。"
            "灯和一句结论都由台账里的数算出来。",
            lambda: (_table(stack),),
            page="overview",
        ),
        Step(
            "看哪个月、哪个地区",
            "在这里换年份、月份和地区，所有页面一起换。Alt+← 和 Alt+→ 换月。",
            lambda: (header.year, header.month, header.region, header.known_on),
        ),
        Step(
            "填完成数",
            "像在表格里一样填，离开单元格就存下；可以从 Excel、WPS 整块粘贴，"
            "也可以把文件拖进来。填错了按 Ctrl+Z。",
            lambda: (_table(stack),),
            page="entry",
        ),
        Step(
            "目标、图表、通报都在左边",
            "先在目标页填年度目标；图表页出图，能直接拖进 PPT；通报页写草稿。Ctrl 加数字打开一页。",
            lambda: (nav.item("charts"), nav.item("bulletin")),
        ),
        Step(
            "有不明白的，按 F1",
            "打开的是正在看的那一页的手册。Ctrl+K 找页面、指标、地区、功能。"
            "这个导览在问号里随时可以再看。",
            lambda: (ask,),
        ),
    )


def _table(stack: QStackedWidget) -> QWidget:
    """Return the largest table that the open page shows, or the page where it has none yet."""
    page: QWidget = stack.currentWidget() or stack
    shown = [one for one in page.findChildren(QAbstractItemView) if one.isVisible()]
    return max(shown, key=lambda one: one.width() * one.height(), default=page)
