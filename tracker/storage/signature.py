"""Who writes: author, machine and clock. Known before the first thing is written."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple


class Signature(NamedTuple):
    """Who writes, on which machine, and the clock that dates it (aware times)."""

    author: str
    device: str
    now: Callable[[], datetime]
