"""The page that the README shows opens in the real window by the lines that register it."""

import re

from tests.readme_code import block
from ui import actions, main_window, page_registry
from ui.help import chapters


def test_the_file_and_the_three_lines_of_a_page_open_it(open_window, monkeypatch) -> None:
    made: dict[str, object] = {"__name__": "count"}
    exec(compile(block("python", "pages/count"), "count.py", "exec"), made)
    lines = block("python", "page_registry.py")

    def registered(beginning: str, module: object) -> object:
        (line,) = re.findall(rf"^{beginning}.*(?=,$)", lines, re.MULTILINE)
        return eval(line, vars(module) | {"CountPage": made["CountPage"]})

    entry = registered("PageEntry", page_registry)
    spec = registered("ActionSpec", actions)
    chapter = registered("Chapter", chapters)
    monkeypatch.setattr(main_window, "ENTRIES", (*page_registry.ENTRIES, entry))
    monkeypatch.setattr(actions, "WINDOW_ACTIONS", (*actions.WINDOW_ACTIONS, spec))
    monkeypatch.setattr(chapters, "CHAPTERS", (*chapters.CHAPTERS, chapter))
    window = open_window()
    window.actions_by_name[spec.name].trigger()
    assert window.header.title.text() == "几项"
    assert window.page.words.text() == "17 项指标"
    assert window.nav.item("count").isChecked()
    assert chapters.chapter_of("count") is chapter
