"""Printing: JSON for programs, with codes as strings and null where there is nothing."""

import json
import sys

import click


def print_json(value: object) -> None:
    """Print a value as JSON; numbers keep every digit, dates and months are strings."""
    # A console that cannot write Chinese gets \\u escapes, which are the same JSON.
    plain = "utf" not in (sys.stdout.encoding or "").lower()
    click.echo(json.dumps(value, ensure_ascii=plain, indent=2, default=str, allow_nan=False))
