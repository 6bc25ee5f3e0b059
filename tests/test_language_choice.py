"""The language: what was asked for, the environment, the preferences, the system, in this order."""

from pathlib import Path

import pytest

from tracker.language_choice import VARIABLE, chosen, settle, without_option


@pytest.fixture
def preferences(tmp_path: Path) -> Path:
    path = tmp_path / "preferences.ini"
    path.write_text("[window]\nlanguage=en\ngeometry=@ByteArray(\\x1\\xd9%\\n)\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "rest", "language"),
    [
        (["status", "--lang", "en", "--json"], ["status", "--json"], "en"),
        (["--lang=en", "status"], ["status"], "en"),
        (["status"], ["status"], ""),
        (["status", "--lang"], ["status"], ""),
        (["record", "cpi", "--language"], ["record", "cpi", "--language"], ""),
    ],
)
def test_the_option_may_stand_anywhere(arguments, rest, language):
    assert without_option(arguments) == (rest, language)


def test_what_was_asked_for_wins_then_the_environment_then_the_preferences(preferences):
    environment = {VARIABLE: "pseudo", "LANG": "zh_CN.UTF-8"}
    assert chosen("zh_CN", environment, preferences) == "zh_CN"
    assert chosen("", environment, preferences) == "pseudo"
    assert chosen("", {"LANG": "zh_CN.UTF-8"}, preferences) == "en"


@pytest.mark.parametrize("asked", ["", "fr", "EN", "../en"])
def test_an_unknown_language_is_not_taken(asked, tmp_path):
    assert chosen(asked, {VARIABLE: asked}, tmp_path / "none.ini") == "zh_CN"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh_CN"),
        ({"LANG": "C.UTF-8"}, "zh_CN"),
        ({"LANG": "POSIX"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_TW"}, "zh_CN"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
    ],
)
def test_the_system_decides_where_nobody_did(environment, language, tmp_path):
    assert chosen("", environment, tmp_path / "none.ini") == language


def test_an_unreadable_preferences_file_says_nothing(tmp_path):
    path = tmp_path / "preferences.ini"
    path.write_bytes(b"\xff\xfe[window\nlanguage=en")
    assert chosen("", {}, path) == "zh_CN"


def test_the_processes_that_are_started_speak_the_same(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, "zh_CN")
    assert settle(["--lang", "en", "status"], tmp_path / "none.ini") == ["status"]
    import os

    assert os.environ[VARIABLE] == "en"
