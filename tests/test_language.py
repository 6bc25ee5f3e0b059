"""`_` in a process of each language, for the language is fixed when it starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def say(language: str, program: str) -> str:
    """Run a program in a process that speaks a language; returns what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "GUOBAN_LANGUAGE": language, "LANG": "en_US.UTF-8", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh_CN", "外贸"),
        ("en", "Foreign trade"),
        ("pseudo", "[外贸伸]"),
        ("fr", "外贸"),
        ("", "外贸"),
    ],
)
def test_a_process_speaks_the_language_it_was_started_in(language, said):
    assert say(language, "from tracker.language import _; print(_('外贸'))") == said


def test_a_text_without_translation_stays_chinese():
    assert say("en", "from tracker.language import _; print(_('没有这句'))") == "没有这句"


def test_numbers_and_places_by_language():
    program = (
        "from tracker.wording import official, ordinal; print(ordinal(5), official('1,046 项'))"
    )
    assert say("zh_CN", program) == "五 1046项"
    assert say("en", program) == "5th 1,046 项"
