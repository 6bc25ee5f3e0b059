"""Actions as a table: from it come shortcuts, menus, tooltips and the shortcut help."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do. The first shortcut is the one that is shown."""

    name: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    group: str = "窗口"


WINDOW_ACTIONS = (
    ActionSpec("open_overview", "总览", ("Ctrl+1",), "ruler", "页面"),
    ActionSpec("open_entry", "填报", ("Ctrl+2",), "table-2", "页面"),
    ActionSpec("open_charts", "图表", ("Ctrl+3",), "chart-column", "页面"),
    ActionSpec("open_regions", "市州", ("Ctrl+4",), "map", "页面"),
    ActionSpec("open_inspection", "督查", ("Ctrl+5",), "clipboard-check", "页面"),
    ActionSpec("open_targets", "目标", ("Ctrl+6",), "target", "页面"),
    ActionSpec("open_bulletin", "通报", ("Ctrl+7",), "file-text", "页面"),
    ActionSpec("open_meetings", "会议", ("Ctrl+0",), "lock", "页面"),
    ActionSpec("open_rules", "规则", ("Ctrl+9",), "sliders", "页面"),
    ActionSpec("open_ledger", "数据与备份", ("Ctrl+8",), "database", "页面"),
    ActionSpec("month_back", "上一个月", ("Alt+Left",), "chevron-left", "时间与地区"),
    ActionSpec("month_on", "下一个月", ("Alt+Right",), "chevron-right", "时间与地区"),
    ActionSpec("choose_region", "选地区", ("Ctrl+R",), "", "时间与地区"),
    ActionSpec("choose_known_on", "按哪天已知", ("Ctrl+Shift+K",), "history", "时间与地区"),
    ActionSpec("find", "找页面、指标、地区、功能", ("Ctrl+K",), "search", "窗口"),
    ActionSpec("find_in_page", "在页内找", ("Ctrl+F",), "search", "窗口"),
    ActionSpec("undo", "撤销", ("Ctrl+Z",), "undo-2", "编辑"),
    ActionSpec("redo", "重做", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2", "编辑"),
    ActionSpec("export", "导出图片", ("Ctrl+E",), "image-down", "编辑"),
    ActionSpec("toggle_pane", "右栏", ("Ctrl+I",), "panel-right", "窗口"),
    ActionSpec("change_theme", "换深浅色", ("Ctrl+Shift+D",), "sun-moon", "窗口"),
    ActionSpec("open_manual", "手册", ("F1",), "circle-help", "帮助"),
    ActionSpec("start_guide", "五步导览", (), "", "帮助"),
    ActionSpec("show_news", "新功能", (), "", "帮助"),
    ActionSpec("show_shortcuts", "快捷键", ("Ctrl+/",), "keyboard", "帮助"),
    ActionSpec("hand_over_log", "交出日志…", (), "", "帮助"),
    ActionSpec("show_about", "关于双过半", (), "", "帮助"),
)
"""What the window itself offers, whatever page is open."""

PAGE_KEYS = (
    ("总览", "Ctrl+C", "复制表格，可贴进 Excel 或 WPS"),
    ("总览", "Ctrl+Shift+C", "复制结论"),
    ("总览", "Enter", "填报所选指标"),
    ("总览", "Ctrl+F / Esc", "筛选指标 / 全部显示"),
    ("图表", "Ctrl+C", "在预览上复制图片，在数据上复制表格"),
    ("市州", "方向键", "选地区；在灯上也选指标"),
    ("市州", "Enter / Backspace", "看下级地区 / 回上级"),
    ("市州", "Ctrl+P", "打印排名"),
    ("市州", "Ctrl+C / Ctrl+Alt+C", "复制表格（在色块图上复制图） / 复制图片"),
    ("督查", "↑ / ↓", "在四个阶段之间换"),
    ("督查", "Enter", "打开一项，全文编辑"),
    ("督查", "Ctrl+Enter / Esc", "存下 / 存下并关闭"),
    ("督查", "Ctrl+C / Ctrl+P", "复制清单 / 打印清单"),
    ("会议", "Enter / Esc", "打开会议版，只读 / 离开"),
    ("会议", "Ctrl+C / Ctrl+P", "复制变化 / 打印变化"),
    ("通报", "Ctrl+P", "打印成稿"),
    ("填报", "Enter / Tab / 方向键", "存下这一格，到下一格"),
    ("填报", "F2", "改这一格的数"),
    ("填报", "Delete", "清空这一格（留白，不是 0）"),
    ("填报", "Ctrl+V", "粘贴一块，算一步"),
    ("填报", "Ctrl+D / Ctrl+R", "向下填充 / 向右填充"),
    ("填报", "Ctrl+F，F3", "在表中查找，下一个"),
    ("填报", "F6", "离开表格，到下一个控件"),
)
"""Keys that belong to one page: page, key, what it does."""


def build(
    owner: QWidget, specs: tuple[ActionSpec, ...], handlers: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Make the actions of a table, give them to their owner and return them by name."""
    made: dict[str, QAction] = {}
    for spec in specs:
        action = QAction(spec.text, owner)
        action.setObjectName(spec.name)
        action.setProperty("icon_name", spec.icon)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setToolTip(tip(spec))
        action.triggered.connect(handlers[spec.name])
        owner.addAction(action)
        made[spec.name] = action
    return made


def tip(spec: ActionSpec) -> str:
    """Return the tooltip of an action: its text and its first shortcut."""
    return f"{spec.text}  {spec.shortcuts[0]}" if spec.shortcuts else spec.text
