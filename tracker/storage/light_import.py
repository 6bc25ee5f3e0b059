"""sqlite-utils without numpy, which it would load just to know numpy's number types.

No ledger ever holds one, and numpy (matplotlib brings it) is heavier than all the rest. Whoever
wants sqlite-utils takes it from here.
"""

import sys
from typing import Any, cast

if "numpy" not in sys.modules:
    modules = cast(dict[str, Any], sys.modules)
    modules["numpy"] = None
    try:
        import sqlite_utils as sqlite_utils
    finally:
        del modules["numpy"]

from sqlite_utils import Database as Database
from sqlite_utils.migrations import Migrations as Migrations
