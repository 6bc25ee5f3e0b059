"""What the trial of the packed program is told on the command line."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the folder and the package that make package-test has built."""
    parser.addoption("--bundle", help="the stand-alone folder")
    parser.addoption("--deb", help="the Debian package")
