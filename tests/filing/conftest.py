"""The fixtures of the storage and command line tests, for records of filing."""

from tests.cli.conftest import blank, guoban, public, sample
from tests.storage.conftest import clock, funds, funds_target

__all__ = ["blank", "clock", "funds", "funds_target", "guoban", "public", "sample"]
