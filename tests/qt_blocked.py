"""Pytest plugin (-p tests.qt_blocked): the tracker's tests run where PySide6 cannot be imported."""

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec

import pytest

BLOCKED = frozenset({"PySide6", "shiboken6"})


class QtBlocker(MetaPathFinder):
    """Refuses to find Qt, as on a machine that has none."""

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Raise ImportError for Qt and leave every other module to the other finders."""
        if fullname.partition(".")[0] in BLOCKED:
            raise ImportError(f"{fullname} is blocked: tracker must work without Qt")
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Accept pytest-qt's settings, which stand in the shared configuration, without pytest-qt."""
    for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
        parser.addini(name, "unused here")


def pytest_configure() -> None:
    """Block Qt before the first test module is imported."""
    sys.meta_path.insert(0, QtBlocker())
