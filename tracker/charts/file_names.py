"""Names of picture files: from a template, without what some file system refuses."""

import re
from collections.abc import Collection
from string import Formatter

from tracker.charts.gallery import ChartRequest, chart_entry
from tracker.charts.looks import look
from tracker.errors import BadValue
from tracker.indicators import RegionLevel
from tracker.snapshot import Snapshot

TEMPLATE = "{chart}_{indicator}_{region}_{as_of}_{preset}"
"""What files are called when nobody says otherwise; empty parts are left out."""
FIELDS = ("chart", "indicator", "region", "as_of", "preset", "style", "made_on")

_REFUSED = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_MOST_BYTES = 180
"""File systems take 255 bytes; an ending and a temporary name still have to fit."""


def cleaned(name: str) -> str:
    """Return a name that Windows, macOS and Linux all take; never empty."""
    words = _REFUSED.sub("-", " ".join(name.split())).strip(" .")
    while len(words.encode()) > _MOST_BYTES:
        words = words[:-1].rstrip(" .")
    if _RESERVED.fullmatch(words):
        words = f"_{words}"
    return words or "图"


def picture_stem(snapshot: Snapshot, request: ChartRequest, template: str = TEMPLATE) -> str:
    """Name a picture after what it shows, without ending: 轨迹_招商引资_甘肃省_2023-04_slide.

    `{indicator}` is the chart's name where a chart is about no single one and the template does
    not name charts. Raises BadValue for a field that a template cannot have.
    """
    entry = chart_entry(request.chart)
    fields = _fields(template)
    indicator = entry.name if "chart" not in fields else ""
    if request.indicator and entry.needs_indicator:
        indicator = snapshot.indicator(request.indicator).short_name
    size = request.size
    shape = f"{size.width_px}x{size.height_px}" if size else request.preset
    below = {None: "", RegionLevel.COUNTY: "各县区"}.get(request.level, "各市州")
    values = {
        "chart": entry.name,
        "indicator": indicator,
        "region": snapshot.region(request.region).name + below,
        "as_of": str(request.as_of),
        "preset": shape,
        "style": look(request.paper).name if request.paper else "",
        "made_on": request.made_on.isoformat(),
    }
    name = template.format(**values)
    return cleaned(re.sub(r"_{2,}", "_", name).strip("_"))


def distinct(stem: str, taken: Collection[str]) -> str:
    """Return the name, numbered where it is taken; capitals make no difference."""
    held = {one.casefold() for one in taken}
    number, found = 1, stem
    while found.casefold() in held:
        number += 1
        found = f"{stem}_{number}"
    return found


def _fields(template: str) -> set[str]:
    """Return the fields of a template; raises BadValue."""
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        raise BadValue(f"文件名“{template}”里的括号不成对，请改成 {TEMPLATE} 这样。") from None
    named = {name for _, name, _, _ in parts if name is not None}
    plain = all(not spec and not conversion for _, _, spec, conversion in parts)
    unknown = sorted(named - set(FIELDS))
    if unknown or not plain:
        wrong = f"{{{unknown[0]}}}" if unknown else template
        known = "、".join(f"{{{name}}}" for name in FIELDS)
        raise BadValue(f"文件名里不能写“{wrong}”，可用 {known}。")
    return named
