"""What documents show as code: their command lines and blocks, and how they are tried."""

import re
import shlex
from pathlib import Path

import click

from tests.conftest import NOW
from tracker.cli.program import guoban
from tracker.cli.viewpoint import Clock

ROOT = Path(__file__).parents[1]
README, README_EN = ROOT / "README.md", ROOT / "README.en.md"


def commands_of(text: str) -> list[str]:
    """Return the command lines that stand in fenced code."""
    fenced = re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)
    return [line for block in fenced for line in block.splitlines() if line.startswith("guoban ")]


def parse(command_line: str) -> None:
    """Parse a line, or several with ; between, as the program does, without doing what it says."""
    for line in re.split(r";\s*(?=guoban )", command_line):
        words = shlex.split(line, comments=True)[1:]
        context = click.Context(guoban, info_name="guoban", obj=Clock(lambda: NOW))
        command: click.Command = guoban
        while isinstance(command, click.Group):
            name = words.pop(0)
            found = command.get_command(context, name)
            assert found is not None, f"{line}: there is no {name}"
            command = found
            if isinstance(command, click.Group):
                context = click.Context(command, parent=context, info_name=name, obj=context.obj)
        command.make_context(command.name, words, parent=context)


def block(language: str, holding: str = "", readme: Path = README) -> str:
    """Return the only block of a language in the README that holds some words."""
    fenced = re.findall(rf"```{language}\n(.*?)```", readme.read_text("utf-8"), re.DOTALL)
    (found,) = [one for one in fenced if holding in one]
    return str(found)
