"""规则: a copy is edited, what would flip is seen before, saving is one step with a reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tracker.ledgers import LedgerKind
from tracker.lights import rules_of
from ui import dialogs
from ui.widgets.error_box import ErrorBox


@pytest.fixture
def window(open_window):
    return open_window(LedgerKind.SAMPLE, page="rules", as_of="2023-04")


@pytest.fixture
def copied(window, monkeypatch):
    """The page with a copy of 默认 named 我市."""
    monkeypatch.setattr(dialogs, "ask_words", lambda *_: "我市")
    window.page.lights.copy.click()
    assert window.page.lights.name == "我市"
    return window


def choose(form, name: str) -> None:
    for row in range(form.list.count()):
        if form.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
            form.list.setCurrentRow(row)
            return
    raise AssertionError(name)


def lights(window) -> dict[str, str]:
    return {flip.after.indicator.id: flip.words for flip in window.page.pane.flips}


def test_shipped_rules_are_shown_and_cannot_be_edited(window) -> None:
    form = window.page.lights
    assert [len(ladder.lines) for ladder in form.ladders.values()] == [2, 2, 2, 2]
    assert not any(ladder.isEnabled() for ladder in form.ladders.values())
    assert "先另存一套" in form.note.text()
    assert form.used.isHidden()
    assert window.page.pane.count.text() == "还没有改动"
    assert not window.page.pane.save.isEnabled()


def test_another_preset_is_looked_at_then_used_and_undone(window) -> None:
    page = window.page
    choose(page.lights, "银川2025")
    page.lights.used.click()
    page.look()
    assert lights(window)["foreign_trade"] == "滞后 → 接近"
    assert page.pane.count.text().endswith("变好")
    assert not page.pane.save.isEnabled(), "a reason is asked for"
    page.pane.reason.setText("市政府常务会议定")
    page.pane.save.click()
    settings = page.session.snapshot.settings
    assert rules_of(settings).name == "银川2025"
    assert "选用亮灯规则 银川2025，市政府常务会议定，测试" in _spoken(page)
    assert page.status_text() == "亮灯规则 银川2025"
    page.session.undo_stack.undo()
    assert rules_of(page.session.snapshot.settings).name == "默认"
    assert page.lights.list.currentItem() is not None


def test_a_copy_is_edited_step_by_step_and_saved_at_once(copied) -> None:
    page, form = copied.page, copied.page.lights
    flow = form.ladders["flow"]
    flow.lines[1].edge.selectAll()
    QTest.keyClicks(flow.lines[1].edge, "-10")
    flow.lines[1].word.setText("略慢")
    form.used.click()
    form.catch_up.click()
    page.look()
    assert lights(copied)["foreign_trade"] == "滞后 → 略慢"
    steps = page.session.undo_stack.count()
    page.pane.reason.setText("试行")
    QTest.keyClick(page.pane.reason, Qt.Key.Key_Return)
    assert page.session.undo_stack.count() == steps + 1
    held = rules_of(page.session.snapshot.settings)
    assert (held.name, held.catch_up, held.flow[1].edge, held.flow[1].word) == (
        "我市", True, -10.0, "略慢",
    )  # fmt: skip
    assert form.remove.isHidden(), "what is in use cannot be removed"
    assert page.pane.reason.text() == ""


def test_steps_are_added_and_taken_away(copied) -> None:
    page, rank = copied.page, copied.page.lights.ladders["rank"]
    rank.add.click()
    assert rank.lines[-1].edge.text() == "−3"
    page.look()
    assert page.pane.save.toolTip() == "先写理由"
    rank.lines[-1].remove.click()
    page.look()
    assert page.pane.count.text() == "还没有改动"


def test_what_cannot_be_saved_is_told_beside_the_fields(copied) -> None:
    page, form = copied.page, copied.page.lights
    form.ladders["growth"].lines[1].edge.setText("5")
    page.look()
    assert page.pane.problem.text().startswith("增速类的第 2 档的界限要比上一档低")
    form.ladders["growth"].lines[1].edge.setText("很多")
    page.look()
    assert page.pane.problem.text() == "“很多”不是界限，请填一个数，如 -5。"
    page.pane.reason.setText("试")
    assert not page.pane.save.isEnabled()
    page.pane.discard.click()
    assert form.ladders["growth"].lines[1].edge.text() == "−1"
    assert not page.pane.problem.isVisible()


def test_a_taken_name_is_told_and_a_copy_can_be_removed(copied) -> None:
    page = copied.page
    page.lights.copy.click()
    QApplication.processEvents()
    assert any("已经有亮灯规则“我市”" in box.accessibleDescription() + _texts(box)
               for box in copied.findChildren(ErrorBox))  # fmt: skip
    choose(page.lights, "我市")
    page.lights.remove.click()
    assert page.lights.name == "默认"
    page.session.undo_stack.undo()
    choose(page.lights, "我市")


def test_the_yard_stick_of_a_task_is_chosen_with_a_preview(window) -> None:
    page = window.page
    page.tabs.button("pace").click()
    page.pace.choices["foreign_trade"].button("seasonal").click()
    page.look()
    page.pane.reason.setText("上半年淡季")
    page.pane.save.click()
    assert page.session.snapshot.settings["pace.foreign_trade"] == "seasonal"
    assert "外贸 改按往年" in _spoken(page)


def test_a_scheme_is_copied_and_its_weights_are_edited(window, monkeypatch) -> None:
    page = window.page
    page.tabs.button("schemes").click()
    assert not page.schemes.weights["gdp"].isEnabled()
    monkeypatch.setattr(dialogs, "ask_words", lambda *_: "县区考核")
    page.schemes.copy.click()
    page.schemes.weights["gdp"].setText("20")
    page.schemes.weights["cpi"].clear()
    page.schemes.cap.clear()
    assert "16 项计分，合计 106 分" in page.schemes.total.text()
    page.look()
    page.pane.reason.setText("考核办法修订")
    page.pane.save.click()
    from tracker.assessment.schemes import scheme_of

    held = scheme_of(page.session.snapshot.settings, "县区考核")
    assert (held.weights["gdp"], "cpi" in held.weights, held.cap) == (20.0, False, None)
    page.schemes.weights["gdp"].setText("一半")
    page.look()
    assert "请" in page.pane.problem.text()
    page.schemes.weights["gdp"].setText("-3")
    page.look()
    assert page.pane.problem.text() == "地区生产总值的分值要大于 0；不计分就留空。"


def test_the_page_follows_the_region_and_is_read_only_looking_back(window) -> None:
    from datetime import date

    page = window.page
    page.session.look_at(region="620100")
    assert page.pane.where.text() == "兰州市，截至 2023 年 4 月"
    page.session.know(date(2023, 3, 1))
    choose(page.lights, "银川2025")
    page.lights.used.click()
    page.look()
    page.pane.reason.setText("试")
    page.pane.save.click()
    assert rules_of(page.session.snapshot.settings).name == "默认"


def _spoken(page) -> str:
    return page.pane.history.accessibleName() + _texts(page.pane.history)


def _texts(widget) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(found.text() for found in widget.findChildren(QLabel))


def test_points_by_hand_are_given_with_a_reason_and_taken_back(window) -> None:
    page = window.page
    page.tabs.button("schemes").click()
    by_hand = page.schemes.by_hand
    assert by_hand.title.text() == "加分扣分　甘肃省 2023 年全年"
    plain_score = page.pane.count.text()
    assert plain_score.startswith("得分")
    by_hand.points.setText("1.5")
    page.look()
    assert page.pane.problem.text() == "加分扣分要写理由，请补上。"
    by_hand.reason.setText("获国务院督查激励")
    page.look()
    assert "改后得分" in page.pane.count.text()
    assert "＋加分1.50" in page.pane.count.text()
    page.pane.reason.setText("督查通报")
    page.pane.save.click()
    assert (len(by_hand.removers), by_hand.points.text()) == (1, "")
    assert "＋加分1.50" in page.pane.count.text()
    by_hand.removers[0].click()
    page.look()
    page.pane.reason.setText("误记")
    page.pane.save.click()
    assert page.pane.count.text() == plain_score
    by_hand.reason.setText("只有理由")
    page.look()
    assert page.pane.problem.text() == "加分扣分要写分数，如 1.5 或 -2。"
