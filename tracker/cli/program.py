"""The program `guoban …`: its verbs, and what becomes of an error. Only this edge catches."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper

import click

from tracker.cli.estimate import estimate_command
from tracker.cli.export import export
from tracker.cli.history import history
from tracker.cli.meeting_pack import meeting_pack
from tracker.cli.new import new
from tracker.cli.rank import rank
from tracker.cli.record import record
from tracker.cli.score import score
from tracker.cli.status import status
from tracker.cli.target import target
from tracker.cli.tour import tour
from tracker.cli.usage import usage_sentence
from tracker.cli.viewpoint import Clock
from tracker.cli.what_if import whatif
from tracker.errors import TrackerError

DONE, KNOWN_ERROR, WRONG_USAGE = 0, 1, 2


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="不带命令打开窗口；guoban --ledger FILE 打开窗口看一个台账。",
)
def guoban() -> None:
    """双过半：目标、逐月完成和“时间过半、任务过半”。"""


VERBS = (
    *(new, status, record, history, target),
    *(rank, estimate_command, whatif, score),
    *(export, meeting_pack, tour),
)
for verb in VERBS:
    guoban.add_command(verb)


def _now() -> datetime:
    """Read the clock, at the edge; every inner function takes the time as an argument."""
    return datetime.now().astimezone()


def main(argv: Sequence[str] | None = None, now: Callable[[], datetime] = _now) -> int:
    """Run one command and return the exit code: 0 done, 1 a known error, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments in (["--version"], ["-V"]):
        click.echo(f"guoban {_version()}")
        return DONE
    try:
        guoban.main(arguments, prog_name="guoban", standalone_mode=False, obj=Clock(now))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG_USAGE
    except click.UsageError as error:
        return _told(usage_sentence(error), WRONG_USAGE)
    except TrackerError as error:
        return _told(str(error), KNOWN_ERROR)
    except click.Abort:
        return _told("已中断，没有写入任何内容。", KNOWN_ERROR)
    return DONE


def _version() -> str:
    try:
        return version("guoban")
    except PackageNotFoundError:
        return "（没有安装，从源码运行）"


def _told(sentence: str, code: int) -> int:
    """Print one sentence, on one line, on stderr."""
    click.echo(" ".join(sentence.splitlines()), err=True)
    return code
