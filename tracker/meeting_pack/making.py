"""Making a meeting pack: pictures by the batch, then workbook, slides, document and manifest."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from tracker.charts.batch import BatchPlan, Planned, Running, run_batch
from tracker.charts.batch_report import BatchIncomplete, BatchReport, failure_words
from tracker.charts.batch_worker import DIFFERENT
from tracker.charts.export import Rendered, render
from tracker.charts.file_names import cleaned, distinct, picture_stem
from tracker.charts.gallery import ChartRequest
from tracker.charts.picture_files import write
from tracker.charts.presets import preset
from tracker.charts.workbook import Sheet, workbook
from tracker.disk_faults import disk_fault
from tracker.errors import ExportError, UnknownName
from tracker.meeting_pack.choice import SLIDE, PackChoice, PackPicture, pack_pictures
from tracker.meeting_pack.document import DocumentPicture, Letter, document
from tracker.meeting_pack.slides import SlidePicture, slides
from tracker.meeting_pack.words import PictureWords, findings, pack_title, picture_words
from tracker.parcel import Parcel, parcel, reading_range
from tracker.plots.chart_data import chart_table
from tracker.snapshot import Snapshot

PICTURES_FOLDER = "图片"
_USUAL = Running()


@dataclass(frozen=True, slots=True)
class PackReport:
    """What was made: every file below the folder, and sentences about pictures left out."""

    folder: Path
    files: tuple[Path, ...]
    left_out: tuple[str, ...]
    fingerprint: str


def make_meeting_pack(
    snapshot: Snapshot,
    choice: PackChoice,
    folder: Path,
    run: Running = _USUAL,
) -> PackReport:
    """Write a pack into a folder, which is made when its parent is there.

    Pictures that fail their checks are left out everywhere and named. Files of an earlier run
    that are the same stay, so a pack that was cut short is completed by making it again.
    Raises ExportError for a folder that cannot be written or another file in the way without
    `run.force`, and BatchIncomplete when it was cancelled or the disk is full.
    """
    pictures = pack_pictures(snapshot, choice)
    figures = _figures(snapshot, choice)
    held = figures.snapshot()
    place = _made(folder) / PICTURES_FOLDER
    plan, stems = _plan(held, choice, pictures, figures)
    report = run_batch(plan, _made(place), run)
    if report.left or any(DIFFERENT in told for _, told in report.failed):
        raise BatchIncomplete(failure_words(report))
    pack = _Pack(held, choice, figures.fingerprint(choice.as_of))
    kept = [one for one in pictures if not _failed(report, stems, one)]
    files = pack.papers(kept)
    for name, content in files.items():
        _write(folder / name, content, run.force)
    written = [*report.files, *(folder / name for name in files)]
    manifest = pack.manifest(folder, written, [told for _, told in report.failed])
    _write(folder / "manifest.json", manifest, run.force)
    return PackReport(
        folder,
        tuple(sorted([*written, folder / "manifest.json"])),
        tuple(dict.fromkeys(told for _, told in report.failed)),
        pack.fingerprint,
    )


class _Pack:
    """Makes the papers of one pack from its figures."""

    def __init__(self, snapshot: Snapshot, choice: PackChoice, fingerprint: str) -> None:
        self._snapshot = snapshot
        self._choice = choice
        self.fingerprint = fingerprint

    def papers(self, pictures: Sequence[PackPicture]) -> dict[str, bytes]:
        """Return slides, document and workbook by file name."""
        choice, name = self._choice, pack_title(self._snapshot, self._choice)
        words = {one.slide: picture_words(self._snapshot, one.slide) for one in pictures}
        stem = cleaned(name.replace(" ", ""))
        return {
            f"{stem}.pptx": slides(
                [self._slide(one, words[one.slide]) for one in pictures],
                choice.paper,
                choice.made_on,
                name,
            ),
            f"{stem}.docx": document(
                Letter(name, tuple(findings(self._snapshot, choice)), tuple(self._closing())),
                [self._document_picture(one, words[one.slide]) for one in pictures],
                choice.made_on,
            ),
            f"{stem}.xlsx": workbook(self._sheets(pictures, words), choice.made_on),
        }

    def manifest(self, folder: Path, files: Sequence[Path], left_out: Sequence[str]) -> bytes:
        """Return what the pack was made from, as JSON with the SHA-256 of every file."""
        choice, snapshot = self._choice, self._snapshot
        known_on = snapshot.known_on
        about = {
            "title": pack_title(snapshot, choice),
            "ledger": snapshot.title,
            "sample": snapshot.is_sample,
            "region": choice.region,
            "as_of": str(choice.as_of),
            "known_on": known_on.isoformat() if known_on else None,
            "made_on": choice.made_on.isoformat(),
            "sources": self._sources(),
            "fingerprint": self.fingerprint,
            "left_out": list(left_out),
            "files": {
                path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
                for path in sorted(files)
            },
        }
        return (json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode()

    def _slide(self, picture: PackPicture, words: PictureWords) -> SlidePicture:
        """Draw a picture for its slide; where the layout leaves room, the title is the slide's."""
        request = picture.slide
        bare = replace(request, titled=request.preset != SLIDE)
        return SlidePicture(self._drawn(bare).content, request.preset, words)

    def _document_picture(self, picture: PackPicture, words: PictureWords) -> DocumentPicture:
        size = preset(picture.document.preset)
        made = self._drawn(picture.document)
        return DocumentPicture(made.content, size.height / size.width, words)

    def _drawn(self, request: ChartRequest) -> Rendered:
        return render(self._snapshot, request)

    def _sheets(
        self, pictures: Sequence[PackPicture], words: dict[ChartRequest, PictureWords]
    ) -> list[Sheet]:
        sheets: list[Sheet] = []
        closing = tuple(self._closing())
        for one in pictures:
            try:
                table = chart_table(self._snapshot, one.slide)
            except UnknownName:
                continue  # a chart without a table of its own shows what others do
            tab = picture_stem(self._snapshot, one.slide, "{chart}_{indicator}")
            sheets.append(Sheet(tab, words[one.slide].title, closing, table))
        return sheets

    def _closing(self) -> list[str]:
        """Say what the figures stand on: month, what was known, sources."""
        snapshot, choice = self._snapshot, self._choice
        known = f"，{snapshot.known_on.isoformat()} 为止已知" if snapshot.known_on else ""
        sources = "、".join(self._sources()) or "各单位填报"
        return [
            f"数据截至 {choice.as_of.year} 年 {choice.as_of.month} 月{known}。来源：{sources}。",
            f"双过半 · {choice.made_on.isoformat()} 出图",
        ]

    def _sources(self) -> list[str]:
        """Return the sources of the region's figures of the year; 示例 for sample data."""
        snapshot, choice = self._snapshot, self._choice
        if snapshot.is_sample:
            return ["示例"]
        held = snapshot.actuals(choice.region, choice.as_of.year)
        return sorted(
            {
                actual.source.strip()
                for months in held.values()
                for month, actual in months.items()
                if month <= choice.as_of.month and actual.source.strip()
            }
        )


def _plan(
    snapshot: Snapshot, choice: PackChoice, pictures: Sequence[PackPicture], figures: Parcel
) -> tuple[BatchPlan, dict[ChartRequest, str]]:
    stems: dict[ChartRequest, str] = {}
    for picture in pictures:
        for request in picture.requests:
            if request not in stems:
                stems[request] = distinct(picture_stem(snapshot, request), stems.values())
    planned = tuple(Planned(request, stem) for request, stem in stems.items())
    if not planned:
        name = snapshot.region(choice.region).name
        raise ExportError(f"{name}到 {choice.as_of} 还没有数据，会前包里没有图；请先填报。")
    return BatchPlan(planned, choice.formats, "outlines", figures), stems


def _figures(snapshot: Snapshot, choice: PackChoice) -> Parcel:
    regions, years = reading_range(snapshot.catalogue, choice.region, choice.as_of.year)
    return parcel(snapshot, regions, years)


def _failed(report: BatchReport, stems: dict[ChartRequest, str], picture: PackPicture) -> bool:
    failed = {path.stem for path, _ in report.failed}
    return any(stems[request] in failed for request in picture.requests)


def _made(folder: Path) -> Path:
    """Make a folder when it is not there. Raises ExportError."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise ExportError(f"建不了文件夹“{folder}”：{disk_fault(error)}。请换一个位置。") from error
    return folder


def _write(path: Path, content: bytes, force: bool) -> None:
    """Write a paper unless the same is there already."""
    if not (path.is_file() and path.read_bytes() == content):
        write(path, content, force=force)
