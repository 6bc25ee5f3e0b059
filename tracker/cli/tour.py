"""guoban tour: only its words; the window's entry point runs it, for it needs Qt."""

import click

from tracker.errors import TrackerError


@click.command()
@click.argument("folder", metavar="DIR")
def tour(folder: str) -> None:
    """在窗口里自动演示一遍（没有屏幕也行），把截图和图表写进文件夹 DIR。"""
    raise TrackerError(f"演示要打开窗口，请运行 guoban tour {folder}。")
