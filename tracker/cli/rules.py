"""guoban rules: the rules of the lights: list, use, copy, edit, with a look at what would flip."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import click

from tracker.catalogue import find_indicator
from tracker.cli import words
from tracker.cli.printing import print_json
from tracker.cli.text_table import align
from tracker.cli.viewpoint import (
    Clock,
    Viewpoint,
    as_of_option,
    author_option,
    json_option,
    ledger_option,
    open_to_write,
    open_viewpoint,
    region_option,
)
from tracker.desk.rule_editing import (
    LADDERS,
    copy_edit,
    own_rules,
    removed_edit,
    saved_edit,
    use_edit,
    with_edit,
)
from tracker.desk.rule_preview import LightFlip, flips_words, light_flips
from tracker.desk.step_text import read_steps, steps_text
from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.lights import COPY_SETTING, PRESET_SETTING, LightRules, preset_names, rules_of
from tracker.wording import PACE_WORDS

_HEADS = ("规则", "累计类", "增速类", "余额类（%）", "位次", "")
_LOG_HEADS = ("时间", "操作人", "做了什么", "理由", "")
RULE_SETTINGS = (PRESET_SETTING, COPY_SETTING, "pace.", "assessment.")
_LONGEST_LOG = 50


def _changing(command: Callable[..., None]) -> Callable[..., None]:
    """Add what every change of a rule takes."""
    for option in (
        json_option,
        click.option("--dry-run", is_flag=True, help="只看哪些灯会变，不存。"),
        click.option("--reason", metavar="TEXT", default="", help="为什么改。"),
        as_of_option,
        region_option,
        ledger_option,
        author_option,
    ):
        command = option(command)
    return command


@click.group()
def rules() -> None:
    """亮灯规则：列出、选用、另存、修改；--dry-run 先看哪些灯会变。"""


@rules.command("list")
@ledger_option
@json_option
@click.pass_obj
def list_rules(clock: Clock, ledger: str | None, as_json: bool) -> None:
    """列出自带的和台账自己的亮灯规则，正在用的标“在用”。"""
    with open_viewpoint(clock, ledger, None) as view:
        settings = view.snapshot.settings
        used = rules_of(settings).name
        found = [rules_of(settings, name) for name in preset_names(settings)]
        own = own_rules(settings)
        if as_json:
            print_json([_object(one, own=one.name in own, used=one.name == used) for one in found])
            return
        lines = [
            (
                one.name,
                *(steps_text(getattr(one, part), part) for part in LADDERS),
                " ".join(_marks(one, own=one.name in own, used=one.name == used)),
            )
            for one in found
        ]
        click.echo(align(_HEADS, lines, frozenset()))


@rules.command("use")
@click.argument("name")
@_changing
@click.pass_obj
def use(clock: Clock, /, name: str, **given: str) -> None:
    """选用一套亮灯规则。"""
    _change(
        clock, f"选用亮灯规则 {name}", lambda view: use_edit(view.snapshot.settings, name), given
    )


@rules.command("copy")
@click.argument("source")
@click.argument("name")
@_changing
@click.pass_obj
def copy(clock: Clock, /, source: str, name: str, **given: str) -> None:
    """把规则 SOURCE 另存为台账自己的 NAME，之后可改。"""
    _change(
        clock,
        f"另存亮灯规则 {source} 为 {name}",
        lambda view: copy_edit(view.snapshot.settings, source, name),
        given,
    )


@rules.command("remove")
@click.argument("name")
@_changing
@click.pass_obj
def remove(clock: Clock, /, name: str, **given: str) -> None:
    """删去台账自己的一套规则；正在用的不能删。"""
    _change(
        clock,
        f"删去亮灯规则 {name}",
        lambda view: removed_edit(view.snapshot.settings, name),
        given,
    )


@rules.command("set")
@click.argument("name")
@click.option("--flow", metavar="STEPS", help="累计类，如 “≥0 达标；≥-5 临界”。")
@click.option("--growth", metavar="STEPS", help="增速类。")
@click.option("--level", metavar="STEPS", help="余额类，%。")
@click.option("--rank", metavar="STEPS", help="位次。")
@click.option("--peers/--no-peers", default=None, help="增速还要和同级平均比。")
@click.option("--catch-up/--no-catch-up", default=None, help="补欠：后来补上的红灯画成 ▲ 补。")
@_changing
@click.pass_obj
def set_rules(clock: Clock, /, name: str, **given: str) -> None:
    """改台账自己的规则 NAME 的各档；＞ 不含界限，≥ 含界限，低于最后一档是滞后。"""
    flags = {key: given.pop(key) for key in ("peers", "catch_up")}
    ladders = {part: given.pop(part) for part in LADDERS}

    def edit(view: Viewpoint) -> SettingEdit:
        held = rules_of(view.snapshot.settings, name)
        parts: dict[str, Any] = {
            part: read_steps(text, part) for part, text in ladders.items() if text
        }
        parts |= {key: bool(value) for key, value in flags.items() if value is not None}
        return saved_edit(replace(held, **parts))

    _change(clock, f"改亮灯规则 {name}", edit, given)


@rules.command("pace")
@click.argument("indicator")
@click.argument("pace")
@_changing
@click.pass_obj
def set_pace(clock: Clock, /, indicator: str, pace: str, **given: str) -> None:
    """给一个指标选进度尺子：linear 按序时、plan 按计划、seasonal 按往年。"""
    name = words.pace(pace)

    def edit(view: Viewpoint) -> SettingEdit:
        found = find_indicator(view.snapshot.catalogue, indicator)
        return SettingEdit(f"pace.{found.id}", name.value)

    _change(clock, f"{indicator} 改{PACE_WORDS[name]}", edit, given)


@rules.command("history")
@ledger_option
@json_option
@click.pass_obj
def history(clock: Clock, ledger: str | None, as_json: bool) -> None:
    """列出规则、尺子和计分办法的改动：谁、何时、为什么，新的在前。"""
    with open_viewpoint(clock, ledger, None) as view:
        found = view.store.log.of_settings(RULE_SETTINGS, _LONGEST_LOG)
        if as_json:
            print_json(
                [
                    {
                        "recorded_at": one.recorded_at.isoformat(),
                        "author": one.author,
                        "text": one.text,
                        "reason": one.reason,
                        "setting": one.name,
                        "withdrawn": one.withdrawn,
                    }
                    for one in found
                ]
            )
            return
        lines = [
            (
                f"{one.recorded_at.astimezone():%Y-%m-%d %H:%M}",
                one.author,
                one.text,
                one.reason,
                "已撤销" if one.withdrawn else "",
            )
            for one in found
        ]
        click.echo(align(_LOG_HEADS, lines, frozenset()) if lines else "规则还没有改过。")


def _change(
    clock: Clock, text: str, edit_of: Callable[[Viewpoint], SettingEdit], given: Mapping[str, str]
) -> None:
    """Show what would flip, and save it unless this is a dry run."""
    with open_to_write(clock, given["ledger"], given["region"], given["author"]) as view:
        edit = edit_of(view)
        settings = with_edit(view.snapshot.settings, edit)
        month = view.month(given["as_of"])
        flips = light_flips(view.snapshot, settings, view.region.code, month)
        dry = bool(given["dry_run"])
        if not dry and not given["reason"].strip():
            raise BadValue("改规则要写理由，请加 --reason；只想先看哪些灯会变，请加 --dry-run。")
        changed = False if dry else bool(view.store.record([edit], text, given["reason"]))
        if given["as_json"]:
            print_json({"changed": changed, "flips": [_flip_object(flip) for flip in flips]})
            return
        when = f"{view.region.name}截至 {month.year} 年 {month.month} 月"
        lines = [f"{'只是先看' if dry else text}：{when}，{flips_words(flips)}。"]
        lines += [f"  {flip.after.indicator.name}　{flip.words}　{flip.reason}" for flip in flips]
        if not dry and not changed:
            lines.append("和原来一样，没有记录。")
        click.echo("\n".join(lines))


def _flip_object(flip: LightFlip) -> dict[str, object]:
    return {
        "indicator": flip.after.indicator.id,
        "name": flip.after.indicator.name,
        "before": flip.before.light,
        "after": flip.after.light,
        "words": flip.words,
        "why": flip.reason,
    }


def _object(one: LightRules, *, own: bool, used: bool) -> dict[str, object]:
    """Return a preset as JSON has it; ladders as they are written at the command line."""
    return {
        "name": one.name,
        "used": used,
        "own": own,
        **{part: steps_text(getattr(one, part), part) for part in LADDERS},
        "peers": one.peers,
        "catch_up": one.catch_up,
    }


def _marks(one: LightRules, *, own: bool, used: bool) -> list[str]:
    marks = {"在用": used, "自定": own, "比同级": one.peers, "补欠": one.catch_up}
    return [word for word, holds in marks.items() if holds]
