"""Translated templates: plurals, months and places inside the text; and the stretched text."""

import pytest

from tracker.phrase import Phrase, english_ordinal, phrase, stretched


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 items"), (1, "1 item"), (2, "2 items"), ("1", "1 item")]
)
def test_a_plural_stands_in_the_translation(count, said):
    assert phrase("{n} {n:item|items}").format(n=count) == said


def test_a_sentence_may_have_several_plurals():
    text = phrase("{n} {n:region|regions}, {late} of {late:it|them} late by {days:.1f} days")
    assert text.format(n=1, late=2, days=3.25) == "1 region, 2 of them late by 3.2 days"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("{m:mon}", 4, "Apr"),
        ("{m:month}", 12, "December"),
        ("{m:mon}", "6", "Jun"),
        ("{m:mon}", 13, "13"),
        ("{m:mon}", "—", "—"),
        ("{m:ord}", 22, "22nd"),
    ],
)
def test_months_and_places_are_named(field, value, said):
    assert phrase(field).format(m=value) == said


def test_what_people_typed_is_never_a_template():
    assert phrase("{name} has {n:one|more}").format(name="{n:a|b}{0}", n=1) == "{n:a|b}{0} has one"


def test_a_usual_template_stays_a_usual_text():
    assert type(phrase("{share:.1f} of {n}")) is str
    assert isinstance(phrase("{n:a|b}"), Phrase)


@pytest.mark.parametrize(
    ("rank", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (112, "112th")]
)
def test_places_in_english(rank, said):
    assert english_ordinal(rank) == said


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        ("达标", "[达标伸]"),
        ("还差{n}个", "[还差{n}个伸]"),
        ("共 {n:.1f} 项达到序时进度", "[共 {n:.1f} 项达到序时进度伸长伸长]"),
        ("、", "、"),
        ("{a}：{b}", "{a}：{b}"),
    ],
)
def test_a_stretched_text_is_a_third_longer_and_keeps_its_fields(text, longer):
    assert stretched(text) == longer
