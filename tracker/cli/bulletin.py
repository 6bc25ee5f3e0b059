"""guoban bulletin: the draft of a 通报, as text, as JSON, or as a .docx."""

from pathlib import Path

import click

from tracker.bulletin import Bulletin, bulletin
from tracker.catalogue import find_indicator
from tracker.cli.printing import print_json
from tracker.cli.viewpoint import (
    Clock,
    as_of_option,
    json_option,
    known_on_option,
    ledger_option,
    open_viewpoint,
    region_option,
    reviewed_option,
)
from tracker.cli.words import optional_day
from tracker.errors import BadValue
from tracker.exchange.tables_out.writing import write_file
from tracker.marking import marking_of


@click.command("bulletin")
@click.option("--indicator", metavar="ID", help="只写一个指标。")
@click.option("--department", metavar="NAME", help="只写一个牵头单位的指标。")
@click.option("--out", metavar="FILE", help="写成 .docx 或 .txt；不写则打印。")
@click.option("--force", is_flag=True, help="覆盖已有的文件。")
@as_of_option
@region_option
@known_on_option
@reviewed_option
@ledger_option
@json_option
@click.pass_obj
def bulletin_command(
    clock: Clock,
    indicator: str | None,
    department: str | None,
    out: str | None,
    force: bool,
    as_of: str | None,
    region: str | None,
    known_on: str | None,
    reviewed: bool,
    ledger: str | None,
    as_json: bool,
) -> None:
    """通报草稿：一个指标、一个部门，或一个地区的全部；每个数都从台账来。"""
    known = optional_day(known_on)
    with open_viewpoint(clock, ledger, region, known, reviewed=reviewed) as view:
        found = None if indicator is None else find_indicator(view.snapshot.catalogue, indicator).id
        departments = {one.lead_department for one in view.snapshot.catalogue.indicators.values()}
        if department is not None and department not in departments:
            raise BadValue(f"没有牵头单位“{department}”，可用：{'、'.join(sorted(departments))}。")
        made = bulletin(
            view.snapshot,
            view.region.code,
            view.month(as_of),
            indicator=found,
            department=department,
        )
        mark = marking_of(view.snapshot.settings)
        if not made.sections:
            raise BadValue(f"{view.region.name} {view.month(as_of)} 还没有可写的数。")
    if out is not None:
        write_file(Path(out), _file(made, Path(out), clock, mark), force=force)
        click.echo(f"已写成：{out}")
    elif as_json:
        print_json(_object(made))
    else:
        click.echo(made.text)


def _file(made: Bulletin, path: Path, clock: Clock, mark: str) -> bytes:
    if path.suffix.lower() == ".txt":
        return (f"{mark}\n{made.text}" if mark else made.text).encode()
    if path.suffix.lower() != ".docx":
        raise BadValue(f"通报写成 .docx 或 .txt，“{path.name}”不行。")
    from tracker.meeting_pack.bulletin_document import bulletin_document

    return bulletin_document(made, clock.today(), mark)


def _object(made: Bulletin) -> dict[str, object]:
    return {
        "title": made.title,
        "sections": [
            {
                "head": section.head,
                "paragraphs": [
                    [
                        {
                            "text": sentence.text,
                            "indicator": sentence.about or None,
                            "cells": [
                                f"{key.indicator}/{key.region}/{key.month}/{key.measure}"
                                for key in sentence.cells
                            ],
                        }
                        for sentence in paragraph
                    ]
                    for paragraph in section.paragraphs
                ],
            }
            for section in made.sections
        ],
    }
