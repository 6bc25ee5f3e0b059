"""StageList: 阶段目标, one line a stage, with its light once it is over."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.indicators import Light
from tracker.progress import Progress
from tracker.trajectory import Stage
from tracker.wording import DASH, figure, share
from ui import fonts
from ui.theme import Theme
from ui.widgets.lamp import paint_lamp
from ui.widgets.lettering import Align, Lettering

_HEAD, _ROW = 20, 26
_LAMP_X, _NAME_X, _TARGET_END, _DONE_END = 6, 18, 0.475, 0.703


class StageList(QWidget):
    """A small painted table: 阶段目标, 目标, 完成, 完成率."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._progress: Progress | None = None
        self._stages: Sequence[Stage] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = Lettering(13, fonts.BOLD, theme.color("ink"))
        self._head = Lettering(11, fonts.REGULAR, theme.color("ink3"))
        self._name = Lettering(13, fonts.REGULAR, theme.color("ink"))
        self._target = Lettering(13, fonts.REGULAR, theme.color("ink2"))
        self._done = Lettering(13, fonts.MEDIUM, theme.color("ink"))

    def show_stages(self, progress: Progress, stages: Sequence[Stage]) -> None:
        """Show other stages."""
        self._progress, self._stages = progress, stages
        self.setFixedHeight(_HEAD + _ROW * max(1, len(stages)))
        self.update()

    def sizeHint(self) -> QSize:
        """The pane's width."""
        return QSize(316, _HEAD + _ROW * max(1, len(self._stages)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw head and lines."""
        painter = QPainter(self)
        width = self.width()
        middle = _HEAD / 2 - 1
        self._title.write(painter, "阶段目标", 0, middle)
        shares = any(stage.completion is not None for stage in self._stages)
        heads = ("目标", "完成", "完成率" if shares else "")
        ends = (width * _TARGET_END, width * _DONE_END, float(width))
        for text, end in zip(heads, ends, strict=True):
            self._head.write(painter, text, end, middle, Align.RIGHT)
        if not self._stages:
            self._target.write(painter, "没有设阶段目标", 0, _HEAD + _ROW / 2)
        for place, stage in enumerate(self._stages):
            self._paint_stage(painter, stage, _HEAD + place * _ROW, ends)
            if place:
                line = self._theme.color("line")
                painter.fillRect(0, _HEAD + place * _ROW - 1, width, 1, line)

    def _paint_stage(
        self, painter: QPainter, stage: Stage, top: int, ends: tuple[float, float, float]
    ) -> None:
        middle = top + _ROW / 2
        light = {True: Light.GREEN, False: Light.RED, None: Light.NONE}[stage.met]
        color = self._theme.light_color(light) if stage.met is not None else None
        lamp = QPointF(_LAMP_X, middle)
        paint_lamp(painter, light, lamp, color or self._theme.color("line2"), 4.6)
        self._name.write(painter, stage.horizon.label, _NAME_X, middle)
        self._target.write(painter, self._text(stage.value), ends[0], middle, Align.RIGHT)
        done = DASH if stage.actual is None else self._text(stage.actual)
        word = self._target if stage.actual is None else self._done
        word.write(painter, done, ends[1], middle, Align.RIGHT)
        if stage.completion is not None:
            text = f"{share(stage.completion, line=1.0)}%"
            self._done.write(painter, text, ends[2], middle, Align.RIGHT)
        elif stage.actual is None:
            self._target.write(painter, DASH, ends[2], middle, Align.RIGHT)

    def _text(self, value: float) -> str:
        assert self._progress is not None
        progress = self._progress
        text = figure(value, progress.indicator, progress.measure)
        return f"{text}%" if progress.unit == "%" else text
