"""Whether there is a screen to open a window on; asked before Qt is, which aborts without one."""

import os
import sys
from collections.abc import Mapping

NO_DISPLAY = "没有显示器可用；可用 guoban status 等命令，或 guoban tour 文件夹 看演示。"


def has_display(environment: Mapping[str, str] = os.environ, platform: str | None = None) -> bool:
    """Say whether a window can open; only Linux may have no screen."""
    if not (platform or sys.platform).startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
