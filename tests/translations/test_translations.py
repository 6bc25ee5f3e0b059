"""English is complete: every text has its translation, with the same fields, and is compiled."""

import gettext
import re

import pytest

from tests.translations.messages import messages, mo_file, translated

_CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_FIELD = re.compile(r"\{(\w*)")


@pytest.fixture(scope="module")
def english():
    return [message for message in translated() if message.id]


def test_the_catalogue_has_every_message_and_no_other(english):
    wanted = {(context, text) for text, _, context in messages()}
    held = {(message.context, message.id) for message in english}
    assert sorted(wanted - held, key=str) == [], "run make translations"
    assert sorted(held - wanted, key=str) == [], "run make translations"


def test_every_message_is_translated(english):
    assert [message.id for message in english if not message.string] == []


def test_no_chinese_is_left_in_a_translation(english):
    assert [message.string for message in english if _CHINESE.search(message.string or "")] == []


def test_a_translation_has_the_fields_of_its_message(english):
    def fields(text):
        return set(_FIELD.findall(text.replace("{{", "").replace("}}", "")))

    other = [
        (message.id, message.string)
        for message in english
        if message.string and fields(message.id) != fields(message.string)
    ]
    assert other == []


def test_what_the_program_reads_is_what_was_translated(english):
    with mo_file().open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert [m.id for m in english if m.string and compiled.gettext(m.id) != m.string] == []
