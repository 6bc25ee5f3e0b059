"""The program `guoban …`: its verbs, and what becomes of an error. Only this edge catches."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from io import TextIOWrapper

import click

from resources import VERSION
from tracker.cli.usage import usage_sentence
from tracker.cli.viewpoint import Clock
from tracker.disk_faults import disk_fault
from tracker.errors import TrackerError

DONE, KNOWN_ERROR, WRONG_USAGE = 0, 1, 2


VERBS = {
    "new": "new.new",
    "status": "status.status",
    "record": "record.record",
    "history": "history.history",
    "import": "import_.import_command",
    "target": "target.target",
    "indicator": "indicator.indicator",
    "rules": "rules.rules",
    "break": "break_.break_command",
    "event": "event.event",
    "rank": "rank.rank",
    "estimate": "estimate.estimate_command",
    "whatif": "what_if.whatif",
    "adjust": "adjust.adjust",
    "score": "score.score",
    "findings": "findings.findings",
    "flips": "findings.flips",
    "review": "review.review_command",
    "case": "case.case",
    "due": "hand_in.due",
    "submit": "hand_in.submit",
    "sign": "hand_in.sign_command",
    "lock": "lock.lock_command",
    "unlock": "lock.unlock_command",
    "export": "export.export",
    "bulletin": "bulletin.bulletin_command",
    "edition": "edition.edition_group",
    "meeting-pack": "meeting_pack.meeting_pack",
    "form": "form.form",
    "return": "return_.return_command",
    "export-table": "export_table.export_table",
    "marking": "marking.marking",
    "check": "check.check",
    "backup": "backup.backup",
    "restore": "restore.restore_command",
    "salvage": "salvage.salvage_command",
    "tour": "tour.tour",
}
"""Each verb and where it is, in the order of the help."""


class Verbs(click.Group):
    """Imports a verb when it is called: `status` must not wait for the drawing library."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click passes it
        """Return the verbs in the order of the help."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a verb; None for a word that is none."""
        if cmd_name not in VERBS:
            return None
        module, _, name = VERBS[cmd_name].partition(".")
        verb: click.Command = getattr(import_module(f"tracker.cli.{module}"), name)
        return verb


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="不带命令打开窗口；guoban --ledger FILE 打开窗口看一个台账。",
)
def guoban() -> None:
    """双过半：目标、逐月完成和“时间过半、任务过半”。"""


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
        click.echo(f"guoban {VERSION}")
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
    except OSError as error:
        if error.filename is None:  # no file of a person's: a bug, or a pipe that was closed
            raise
        where = os.fsdecode(error.filename)
        return _told(f"“{where}”读写不了：{disk_fault(error)}，请检查后再试。", KNOWN_ERROR)
    except click.Abort:
        return _told("已中断，没有写入任何内容。", KNOWN_ERROR)
    return DONE


def _told(sentence: str, code: int) -> int:
    """Print one sentence, on one line, on stderr."""
    click.echo(" ".join(sentence.splitlines()), err=True)
    return code
