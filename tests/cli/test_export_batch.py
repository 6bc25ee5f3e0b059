"""guoban export over regions and months: named by a template, zipped, resumed."""

import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Guoban
from tests.conftest import open_store
from tracker.charts.batch import PictureSet
from tracker.charts.picture_sets import keep_set

WORDS = ("--preset", "square", "--made-on", "2023-05-10", "--workers", "1", "--out", ".")


def test_regions_and_months_multiply_into_files_and_a_zip(
    guoban: Guoban, sample: str, tmp_path: Path
) -> None:
    name = "{indicator}_{region}_{as_of}_{style}_{made_on}"
    words = ("export", "board", *WORDS, "--region", "620000", "--region", "620100",
             "--as-of", "2023-03..2023-04", "--name", name, "--style", "white",
             "--zip", "all.zip", "--ledger", sample)  # fmt: skip
    assert "4 个文件" in guoban(*words).out
    names = {path.name for path in tmp_path.glob("*.png")}
    assert "双过半标尺_甘肃省_2023-03_白_2023-05-10.png" in names
    assert set(zipfile.ZipFile(tmp_path / "all.zip").namelist()) == names
    (tmp_path / "all.zip").unlink()
    assert "4 个已有且相同" in guoban(*words).out


def test_a_saved_set_is_drawn_by_its_name(guoban: Guoban, sample: str, tmp_path: Path) -> None:
    with open_store(Path(sample)) as store:
        kept = PictureSet(("board",), ("banner",), ("svg",), template="通报{as_of}")
        store.record([keep_set("通报", kept)], "存一组图")
    words = ("export", "all", *WORDS[2:], "--as-of", "2023-04", "--ledger", sample, "--set")
    assert guoban(*words, "通报").code == 0
    assert (tmp_path / "通报2023-04.svg").is_file()
    assert "已存的有 通报" in guoban(*words, "周报").sentence


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--as-of", "2023-04..2023-03"), "前后颠倒"),
        (("--as-of", "2023-04", "--name", "{month}"), "{month}"),
    ],
)
def test_a_wrong_range_or_template_is_told(
    guoban: Guoban, sample: str, more: tuple[str, ...], told: str
) -> None:
    assert told in guoban("export", "board", *WORDS, *more, "--ledger", sample).sentence
