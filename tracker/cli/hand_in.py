"""guoban submit, sign and due: a month is handed in, signed by another, or still due."""

import click

from tracker.cli.printing import print_json
from tracker.cli.text_table import align
from tracker.cli.viewpoint import (
    Clock,
    as_of_option,
    author_option,
    json_option,
    ledger_option,
    open_to_write,
    open_viewpoint,
    region_option,
)
from tracker.errors import BadValue
from tracker.filing.due import (
    DEFAULT_DAY,
    Due,
    due_day_edit,
    due_figures,
    read_due_day,
    reminder,
)
from tracker.filing.hand_in import hand_in, take_back
from tracker.filing.signing import cells_of_month, count_reviewed, sign
from tracker.review import month_errors


@click.command()
@click.option("--back", is_flag=True, help="撤回提交。")
@as_of_option
@region_option
@author_option
@ledger_option
@click.pass_obj
def submit(
    clock: Clock,
    back: bool,
    as_of: str | None,
    region: str | None,
    author: str | None,
    ledger: str | None,
) -> None:
    """提交一个地区一个月的数（--as-of 2023-04）；--back 撤回。"""
    with open_to_write(clock, ledger, region, author) as view:
        month, code, settings = view.month(as_of), view.region.code, view.snapshot.settings
        if back:
            edit = take_back(settings, code, month)
        else:
            today = clock.today()
            errors = month_errors(view.snapshot, code, month, today)
            edit = hand_in(settings, code, month, view.store.author, today, errors)
        verb = "撤回" if back else "提交"
        view.store.record([edit], f"{verb} {view.region.name} {month}")
        click.echo(f"{view.region.name} {month} 已{verb}。")


@click.command("sign")
@as_of_option
@region_option
@author_option
@ledger_option
@json_option
@click.pass_obj
def sign_command(
    clock: Clock,
    as_of: str | None,
    region: str | None,
    author: str | None,
    ledger: str | None,
    as_json: bool,
) -> None:
    """审核一个地区一个月的数：别人填的都记为已审；自己填的要由另一个人审。"""
    with open_to_write(clock, ledger, region, author) as view:
        month, code = view.month(as_of), view.region.code
        cells = cells_of_month(view.snapshot, code, month)
        authors = view.store.log.authors(code, month.year)
        edits = sign(view.snapshot, cells, authors, view.store.author, clock.today())
        view.store.record(edits, f"审核 {view.region.name} {month}")
        count = count_reviewed(view.store.snapshot(), code, month)
    if as_json:
        print_json({"month": str(month), "waiting": count.waiting, "signed": count.signed})
    else:
        click.echo(f"{view.region.name} {month}：已审 {count.signed}，待审 {count.waiting}。")


@click.command()
@click.option("--members", is_flag=True, help="连下级地区一起列。")
@click.option("--message", is_flag=True, help="写成催报的话，按牵头单位。")
@click.option("--set", "day", metavar="DAY", help="改报送日（次月几日），default 是恢复为 20 日。")
@click.option("--department", metavar="NAME", default="", help="改哪个牵头单位的报送日。")
@click.option("--indicator", metavar="ID", default="", help="改哪个指标的报送日。")
@as_of_option
@region_option
@author_option
@ledger_option
@json_option
@click.pass_obj
def due(
    clock: Clock,
    members: bool,
    message: bool,
    day: str | None,
    department: str,
    indicator: str,
    as_of: str | None,
    region: str | None,
    author: str | None,
    ledger: str | None,
    as_json: bool,
) -> None:
    """未报清单：一个月应报而没有报的数、报送日、逾期天数和牵头单位；--set 改报送日。"""
    if day is not None:
        wanted = None if day == "default" else read_due_day(day)
        with open_to_write(clock, ledger, region, author) as view:
            edit = due_day_edit(view.snapshot, wanted, department=department, indicator=indicator)
            told = f"{department or indicator} 的报送日改为次月 {wanted or DEFAULT_DAY} 日"
            view.store.record([edit], told)
        click.echo(f"{told}。")
        return
    if department or indicator:
        raise BadValue("--department 和 --indicator 是改报送日用的，请同时写 --set。")
    with open_viewpoint(clock, ledger, region) as view:
        today = clock.today()
        codes = [view.region.code]
        if members:
            codes += [one.code for one in view.snapshot.catalogue.members(view.region.code)]
        found = due_figures(view.snapshot, codes, view.month(as_of), today)
        waiting = [one for one in found if not one.reported]
        if as_json:
            print_json([_object(one, clock) for one in found])
        elif message:
            click.echo(reminder(waiting, today))
        else:
            click.echo(_table(waiting, clock) if waiting else "应报的数都报了。")


def _object(one: Due, clock: Clock) -> dict[str, object]:
    return {
        "indicator": one.indicator.id,
        "region": one.region.code,
        "month": str(one.month),
        "department": one.indicator.lead_department,
        "due_on": one.due_on,
        "reported": one.reported,
        "late_days": one.late_days(clock.today()),
    }


def _table(waiting: list[Due], clock: Clock) -> str:
    rows = []
    for one in waiting:
        late = one.late_days(clock.today())
        state = f"逾期 {late} 天" if late else "未到期"
        names = [one.indicator.lead_department, one.indicator.name, one.region.short_name]
        rows.append([*names, str(one.due_on), state])
    return align(["牵头单位", "指标", "地区", "报送日", "状态"], rows, frozenset())
