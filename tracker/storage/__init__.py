"""The ledger file. The only room that speaks SQL; `journal` is the only writer."""

import sys
from typing import Any, cast

if "numpy" not in sys.modules:
    # sqlite-utils imports numpy, where it is installed, just to know numpy's number types. No
    # ledger ever holds one, and the import is a fifth of the program's cold start.
    modules = cast(dict[str, Any], sys.modules)
    modules["numpy"] = None
    try:
        import sqlite_utils as sqlite_utils
    finally:
        del modules["numpy"]
