"""A ledger's own rules: copied, edited, checked in sentences, and previewed before they judge."""

from dataclasses import replace

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.assessment.schemes import read_schemes, schemes
from tracker.desk.rule_editing import (
    check_rules,
    copy_edit,
    is_own,
    own_rules,
    removed_edit,
    saved_edit,
    use_edit,
    with_edit,
)
from tracker.desk.rule_preview import flips_words, light_flips
from tracker.desk.rule_text import rules_text, schemes_text
from tracker.desk.step_text import read_steps, steps_text
from tracker.errors import BadValue, UnknownName
from tracker.indicators import Light
from tracker.lights import Step, default_rules, presets, read_rules, rules_of
from tracker.periods import Month

GREEN, YELLOW, RED = Step(0.0, Light.GREEN), Step(-5.0, Light.YELLOW), Step(-9.0, Light.RED)


def test_what_is_written_is_read_back_unchanged() -> None:
    assert dict(read_rules(rules_text(presets()))) == dict(presets())
    odd = replace(default_rules(), name='一"二\\三', catch_up=True)
    assert read_rules(rules_text({odd.name: odd})) == {odd.name: odd}
    assert dict(read_schemes(schemes_text(schemes()))) == dict(schemes())
    assert rules_text({}) == ""


def test_a_preset_is_copied_edited_used_and_removed() -> None:
    settings: dict[str, str] = {}
    settings = with_edit(settings, copy_edit(settings, "银川2025", " 我市 "))
    assert is_own(settings, "我市")
    assert not is_own(settings, "银川2025")
    assert own_rules(settings)["我市"].flow == presets()["银川2025"].flow
    edited = replace(own_rules(settings)["我市"], flow=(GREEN, YELLOW))
    settings = with_edit(settings, saved_edit(edited))
    settings = with_edit(settings, use_edit(settings, "我市"))
    assert rules_of(settings) == edited
    with pytest.raises(BadValue, match="正在用"):
        removed_edit(settings, "我市")
    settings = with_edit(settings, use_edit(settings, "默认"))
    settings = with_edit(settings, removed_edit(settings, "我市"))
    assert settings == {"lights.preset": "默认"}


def test_shipped_presets_and_taken_names_are_left_alone() -> None:
    with pytest.raises(BadValue, match="“默认”是自带的规则"):
        saved_edit(default_rules())
    with pytest.raises(BadValue, match="已经有亮灯规则“天津2022”"):
        copy_edit({}, "默认", "天津2022")
    for wrong in (lambda: use_edit({}, "火星"), lambda: removed_edit({}, "默认")):
        with pytest.raises(UnknownName):
            wrong()


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((), "累计类的第 1 档要是达标"),
        ((YELLOW,), "累计类的第 1 档要是达标"),
        ((GREEN, Step(1.0, Light.YELLOW)), "第 2 档的界限要比上一档低"),
        ((GREEN, Step(0.0, Light.YELLOW)), "第 2 档的界限要比上一档低"),
        ((GREEN, YELLOW, Step(-6.0, Light.GREEN)), "第 3 档的灯不能比上一档好"),
        ((Step(float("nan"), Light.GREEN),), "第 1 档的界限不是普通的数字"),
        ((GREEN, Step(-1.0, Light.NONE)), "第 2 档没有选灯"),
        ((GREEN, Step(-1.0, Light.YELLOW, word="非常非常近")), "最多 4 个字"),
    ],
)
def test_a_ladder_that_judges_nonsense_is_refused(steps: tuple[Step, ...], words: str) -> None:
    with pytest.raises(BadValue, match=words):
        check_rules(replace(default_rules(), name="我市", flow=steps))


def test_an_edge_may_be_left_out_of_one_step_and_open_the_next() -> None:
    strict = Step(0.0, Light.GREEN, strict=True)
    check_rules(replace(default_rules(), flow=(strict, Step(0.0, Light.YELLOW), RED)))
    for name in ("", "一" * 21):
        with pytest.raises(BadValue, match="名称要有"):
            check_rules(replace(default_rules(), name=name))


def test_steps_are_written_as_people_write_them() -> None:
    for rules in presets().values():
        for part in ("flow", "growth", "level", "rank"):
            steps = getattr(rules, part)
            assert read_steps(steps_text(steps, part), part) == steps
    assert steps_text(presets()["银川2025"].flow, "flow") == "≥0 达标；＞−10 达标 接近；≥−30 临界"
    assert steps_text(default_rules().level, "level") == "≥0 达标；≥−1 临界"
    assert read_steps(">=0 green; >-2 黄; ", "flow") == (
        Step(0.0, Light.GREEN), Step(-2.0, Light.YELLOW, strict=True),
    )  # fmt: skip
    for wrong in ("0 达标", "≥零 达标", "≥0 蓝", "≥. 达标"):
        with pytest.raises(BadValue, match="请"):
            read_steps(wrong, "flow")


def test_the_preview_names_each_light_that_would_flip_and_why() -> None:
    held = Figures().target("foreign_trade", "FY", 620).target("fiscal_revenue", "FY", 900)
    held.actual("foreign_trade", "2023-04", 165.4).actual("fiscal_revenue", "2023-04", 346.2)
    snapshot = held.snapshot()
    settings = with_edit({}, use_edit({}, "银川2025"))
    (flip,) = light_flips(snapshot, settings, PROVINCE, Month(2023, 4))
    assert (flip.before.light, flip.after.light) == (Light.RED, Light.GREEN)
    assert flip.words == "滞后 → 接近"
    assert "亮灯为接近" in flip.reason
    assert flips_words((flip,)) == "1 项会变灯：1 项变好"
    assert light_flips(snapshot, {}, PROVINCE, Month(2023, 4)) == ()
    assert flips_words(()) == "没有灯会变"
    word = replace(default_rules(), name="字", flow=(GREEN, replace(YELLOW, word="略慢"), RED))
    stricter = replace(word, flow=(Step(9.0, Light.GREEN),))
    named = with_edit({}, saved_edit(word)) | {"lights.preset": "字"}
    assert light_flips(snapshot, named, PROVINCE, Month(2023, 4)) == ()
    strict = with_edit({}, saved_edit(stricter)) | {"lights.preset": "字"}
    flips = light_flips(snapshot, strict, PROVINCE, Month(2023, 4))
    assert flips_words(flips) == "1 项会变灯：1 项变差"
