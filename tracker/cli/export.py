"""guoban export: write charts as pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from tracker.board import board
from tracker.catalogue import find_indicator
from tracker.charts.export import FORMATS, check_target_folder, file_name, write
from tracker.charts.gallery import GALLERY, ChartEntry, ChartRequest
from tracker.charts.presets import PRESETS
from tracker.cli.printing import print_json
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    as_of_option,
    json_option,
    known_on_option,
    ledger_option,
    open_viewpoint,
    region_option,
)
from tracker.cli.words import optional_day
from tracker.errors import ExportError

ALL = "all"


@dataclass(frozen=True, slots=True)
class Picture:
    """One file to write."""

    request: ChartRequest
    format: str
    path: Path
