"""What became of a batch: the files that are there, those that failed, and what is said of it."""

from dataclasses import dataclass
from pathlib import Path

from tracker.errors import TrackerError


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What became of a plan: files written, found there already the same, failed, not begun.

    `failed` pairs a file with the sentence that says why.
    """

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    failed: tuple[tuple[Path, str], ...]
    left: tuple[str, ...]
    cancelled: bool

    @property
    def complete(self) -> bool:
        """Say whether every file of the plan is there."""
        return not self.failed and not self.left

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that is there now."""
        return tuple(sorted((*self.written, *self.unchanged)))


def failure_words(report: BatchReport) -> str:
    """Say in one sentence what is missing and that running again goes on; "" when nothing is."""
    if report.complete:
        return ""
    parts = []
    if report.failed:
        parts.append(f"{len(report.failed)} 个文件没有写成：{report.failed[0][1]}")
    if report.left:
        why = "已取消" if report.cancelled else "没有再写"
        parts.append(f"还有 {len(report.left)} 个{why}，再导出一次会接着做。")
    return f"写好 {len(report.files)} 个。" + "".join(parts)


class BatchIncomplete(TrackerError):
    """A batch of which some files are missing; the message says which and why."""
