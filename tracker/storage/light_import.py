"""Imports sqlite-utils without numpy, which it would load just to know numpy's number types.

No ledger ever holds one, and with numpy installed (matplotlib brings it) that import is a fifth of
the program's cold start.
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
