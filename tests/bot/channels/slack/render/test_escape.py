"""Other people's words in markup and out of it: nothing in them mentions, links, notifies or turns into a picture."""

import re

import pytest
from hypothesis import given

from bot.channels.slack.render.escape import is_blank, shown, untrusted
from tests.bot.channels.slack.render.samples import HARMFUL, as_read, harmful

_ENTITY = re.compile(r"&(?:amp|lt|gt);")
_ALIVE = re.compile(r"[<>]|:[\w+'-]+:|[@#]\w|://|\w\.\w")


@given(harmful)
def test_nothing_in_markup_is_alive(text: str) -> None:
    out = untrusted(text)
    assert not _ALIVE.search(_ENTITY.sub(" ", out))
    assert "&" not in _ENTITY.sub("", out)


@given(harmful)
def test_a_reader_sees_the_same_words(text: str) -> None:
    assert as_read(untrusted(text)) == shown(text)


@given(harmful)
def test_what_is_shown_can_be_written_down_and_is_shown_again_as_it_is(text: str) -> None:
    out = shown(text)
    assert out.encode("utf-8").decode("utf-8") == out
    assert shown(out) == out
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", out)


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Tom & Jerry", "Tom &amp; Jerry"),
        ("<!channel>", "&lt;!channel&gt;"),
        ("a < b > c", "a &lt; b &gt; c"),
        ("At 9: the round. Then home.", "At 9: the round. Then home."),
        ("It hurt.", "It hurt."),
        ("&lt;", "&amp;lt;"),
    ],
)
def test_plain_words_stay_plain(text: str, out: str) -> None:
    assert untrusted(text) == out


def test_lines_and_letters_of_every_script_stay() -> None:
    for text in (
        "one\n\ntwo\tthree",
        "\u0645\u0631\u062d\u0628\u0627",
        "\U0001f469\u200d\U0001f467",
        "caf\u00e9 \u2013 \u2019tis",
    ):
        assert shown(text) == text


@pytest.mark.parametrize("text", ["", "  \n", "\u200b\u200d", "\u2060"])
def test_blank_is_what_nobody_sees(text: str) -> None:
    assert is_blank(text)


def test_words_are_not_blank() -> None:
    assert not is_blank(" a ")
    assert [is_blank(one) for one in HARMFUL].count(True) == 2
