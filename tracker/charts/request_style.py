"""From a request to what it is drawn with."""

from dataclasses import replace

from tracker.charts.gallery import ChartRequest, chart_entry
from tracker.charts.presets import preset
from tracker.charts.style import ChartStyle, chart_style, free_style


def request_style(request: ChartRequest) -> ChartStyle:
    """Return what a request is drawn with.

    Raises UnknownName for a look or step, BadValue for a scale, ExportError for a size that the
    chart cannot be drawn in.
    """
    entry = chart_entry(request.chart)
    style = chart_style(preset(request.preset), request.paper, request.text_step, request.scale)
    style = replace(style, source=request.own_source, titled=request.titled)
    if request.size is None:
        return style
    return free_style(request.size, entry.presets, entry.name, style)
