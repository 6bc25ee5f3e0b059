"""自存样式: looks, sizes and formats under names of a person's own, kept with the preferences."""

import json
from dataclasses import asdict, dataclass

from tracker.charts.looks import CHOICES
from tracker.charts.presets import PRESETS
from tracker.charts.style import TEXT_STEPS
from tracker.json_text import read_json
from ui.preferences import Preferences
from ui.widgets.free_size_row import is_free

_MOST_STYLES = 50


@dataclass(frozen=True, slots=True)
class SavedStyle:
    """A look with a name: 底色 (None: each size's own), 字号, 来源, and what is exported."""

    name: str
    paper: str | None
    text_step: str
    source: str
    sizes: tuple[str, ...]
    image_format: str


class SavedStyles:
    """Reads and writes the styles; what another version wrote and this one lacks is left out."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def all(self) -> list[SavedStyle]:
        """Return the styles in the order of their names."""
        try:
            held = read_json(self._preferences.chart_styles or "[]")
        except ValueError:
            return []
        found = [_style(one) for one in held if isinstance(one, dict)]
        return sorted((one for one in found if one is not None), key=lambda style: style.name)

    def keep(self, style: SavedStyle) -> None:
        """Keep a style, in the place of another of its name."""
        others = [one for one in self.all() if one.name != style.name]
        self._write([*others[: _MOST_STYLES - 1], style])

    def drop(self, name: str) -> None:
        """Forget a style."""
        self._write([one for one in self.all() if one.name != name])

    def _write(self, styles: list[SavedStyle]) -> None:
        self._preferences.chart_styles = json.dumps([asdict(one) for one in styles])


def _style(held: dict[str, object]) -> SavedStyle | None:
    """Return a style from its JSON; None when it names what there is not."""
    paper, step = held.get("paper"), held.get("text_step")
    name, source = str(held.get("name", "")).strip(), str(held.get("source", ""))
    sizes = held.get("sizes")
    if not name or step not in TEXT_STEPS or (paper is not None and paper not in CHOICES):
        return None
    listed = [str(one) for one in sizes] if isinstance(sizes, list) else []
    kept = tuple(one for one in listed if one in PRESETS or is_free(one))
    return SavedStyle(
        name,
        None if paper is None else str(paper),
        str(step),
        source,
        kept,
        str(held.get("image_format", "png")),
    )
