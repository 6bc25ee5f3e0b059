"""The words of a chart's SVG, one a line: where, how large, how bold, in which colour, what.

`python -m tests.charts.golden_texts` writes them anew; look at the difference before it is kept.
"""

import re
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from tests.charts.conftest import wanted
from tests.charts.contact_sheet import ledgers
from tracker.charts.export import render
from tracker.charts.gallery import GALLERY
from tracker.ledgers import LedgerKind
from tracker.snapshot import Snapshot

FOLDER = Path(__file__).parents[1] / "golden" / "charts"
_TEXT = "{http://www.w3.org/2000/svg}text"


def svg_words(snapshot: Snapshot, chart: str) -> str:
    """Return the words of a chart of the sample in its first size, April 2023."""
    made = render(snapshot, wanted(chart, "2023-04"), "svg", "text")
    lines = [_line(text) for text in ElementTree.fromstring(made.content).iter(_TEXT)]
    return "\n".join(lines) + "\n"


def _line(text: ElementTree.Element) -> str:
    style = text.attrib["style"]
    weight = re.search(r"font-weight: (\d+)", style)
    size = re.search(r"font-size: ([\d.]+)", style)
    fill = re.search(r"fill: (#\w+)", style)
    x, y = (round(float(text.attrib[axis])) for axis in ("x", "y"))
    found = [one[1] if one else "" for one in (size, fill)]
    return f"{x:>4} {y:>4} {found[0]:>5} {weight[1] if weight else 400} {found[1]} {text.text}"


def main() -> None:
    """Write the words of every chart."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sample = ledgers(Path(folder))[LedgerKind.SAMPLE]
        for chart in GALLERY:
            (FOLDER / f"{chart}.txt").write_text(svg_words(sample, chart), "utf-8")


if __name__ == "__main__":
    main()
