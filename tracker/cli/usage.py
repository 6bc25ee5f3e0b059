"""Wrong syntax: commands that take negative numbers as plain arguments, and usage in Chinese."""

import re

import click

_NEGATIVE = re.compile(r"-[\d.．]")
_ONE_LINE = re.compile(r"\s+")


class PlainNumbersCommand(click.Command):
    """A command whose arguments may be negative numbers: `record cpi 2023-06 -0.3`."""

    ignore_unknown_options = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, then refuse what looks like an option and is no number."""
        rest = super().parse_args(ctx, args)
        for parameter in self.params:
            value = ctx.params.get(parameter.name or "")
            if isinstance(parameter, click.Argument) and _looks_like_option(value):
                raise click.NoSuchOption(str(value), ctx=ctx)
        return rest


def _looks_like_option(value: object) -> bool:
    return (
        isinstance(value, str)
        and len(value) > 1
        and value.startswith("-")
        and not _NEGATIVE.match(value)
    )


def usage_sentence(error: click.UsageError) -> str:
    """Say in one line what is wrong with the syntax and where the help is."""
    path = error.ctx.command_path if error.ctx else "guoban"
    return f"{_what(error)}。用法见 {path} --help。"


def _what(error: click.UsageError) -> str:
    """Say what click found wrong; its own words where there are no Chinese ones."""
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    parameter = error.param if isinstance(error, click.BadParameter) else None
    name = _name(parameter)
    if isinstance(error, click.MissingParameter):
        return f"缺少{name}"
    if parameter is not None and isinstance(parameter.type, click.Choice):
        return f"{name}只能是 {'、'.join(map(str, parameter.type.choices))}"
    if parameter is not None and isinstance(parameter.type, click.types.IntParamType):
        return f"{name}要写整数"
    message = _ONE_LINE.sub(" ", error.format_message()).rstrip("。.")
    return _translated(message)


def _name(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return f"选项 {parameter.opts[0]} "
    return f"参数 {parameter.human_readable_name} " if parameter else ""


def _translated(message: str) -> str:
    """Turn click's other frequent messages into Chinese."""
    for pattern, words in _MESSAGES:
        match = pattern.fullmatch(message)
        if match:
            return words.format(*match.groups())
    return message


_MESSAGES = (
    (re.compile(r"Got unexpected extra arguments? \((.*)\)"), "多余的参数 {0}"),
    (re.compile(r"No such command '(.*?)'.*"), "没有命令 {0}"),
    (re.compile(r"Option '(.*)' requires an argument"), "选项 {0} 后面缺少值"),
    (re.compile(r"Option '(.*)' does not take a value"), "选项 {0} 后面不带值"),
    (re.compile(r"Missing command"), "缺少命令"),
)
