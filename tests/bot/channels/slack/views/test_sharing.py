"""Choosing and the warning: within Slack's limits whatever they hold, and what comes back is read as typed."""

import pytest

from bot.channels.slack.render.blocks import Block
from bot.channels.slack.views import sharing
from bot.channels.slack.views.preview_fields import Place, place_of
from bot.channels.slack.views.sharing import Choice, carried, choose, chosen, named, value_of
from bot.ports.sharing import Purpose
from tests.bot.channels.slack.render.samples import HARMFUL, WORDS
from tests.bot.channels.slack.render.shares import CONVERSATION, SITUATIONS, mentor, talk
from tests.bot.channels.slack.views.filling import blocks_of, sent, told

CHOICE = Choice("a-share", CONVERSATION, 3, "T1:U7", Purpose.NEXT_STEP, 14, last=2)


def a_choice(**more: object) -> Block:
    talks = named(WORDS, [talk(), talk("", 2)], SITUATIONS, "Europe/London")
    given_: dict[str, object] = {"talks": talks, "mentors": [mentor()], "share_id": "a-share", "talk": ""} | more
    return choose(WORDS, **given_)  # type: ignore[arg-type]


# ---------------------------------------------------------------- choosing


def test_a_talk_is_named_by_its_day_what_it_was_about_and_the_doctors_own_words() -> None:
    ((_, name),) = named(WORDS, [talk()], SITUATIONS, "Europe/London")
    assert name == '3 November 2026, how to raise it with somebody senior ("ask the porters")'
    assert "3 November 2026, how to raise it with somebody senior" in told(a_choice())
    ((_, nameless),) = named(WORDS, [talk("", began_at=None)], {}, "Europe/London")
    assert nameless == WORDS.share.no_situation


def test_what_is_chosen_comes_back() -> None:
    back = sent(
        a_choice(),
        mentor="T1:U7",
        talk=value_of(talk("", 2)),
        length="7",
        purpose="supervision",
    )
    assert chosen(back) == Choice("a-share", CONVERSATION, 2, "T1:U7", Purpose.SUPERVISION, 7)


def test_thirty_days_and_the_talk_of_the_button_are_chosen_already() -> None:
    back = sent(a_choice(talk=value_of(talk("", 2))), mentor="T1:U7")
    assert chosen(back) == Choice("a-share", CONVERSATION, 2, "T1:U7", Purpose.FEEDBACK, 30)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("mentor", None),
        ("mentor", ""),
        ("talk", "x|slack:T1:D1"),
        ("talk", "3"),
        ("length", "365"),
        ("purpose", "gossip"),
    ],
)
def test_a_choice_that_was_not_offered_is_none(field: str, value: str | None) -> None:
    usual: dict[str, object] = {"mentor": "T1:U7"}
    usual[field] = value
    assert chosen(sent(a_choice(), **usual)) is None


def test_where_there_is_no_mentor_it_says_so_and_what_to_do() -> None:
    view = a_choice(mentors=[])
    assert "submit" not in view
    assert WORDS.share.no_mentors in told(view)


def test_where_there_is_no_talk_it_says_so() -> None:
    assert WORDS.share.no_talks in told(a_choice(talks=[]))


@pytest.mark.parametrize("text", HARMFUL, ids=range(len(HARMFUL)))
def test_choosing_keeps_the_limits(text: str) -> None:
    talks = named(WORDS, [talk(text, number) for number in range(1, 150)], {"speaking_up": text}, "Europe/London")
    view = a_choice(talks=talks, mentors=[mentor(text, number) for number in range(150)])
    blocks_of(view)
    blocks_of(sharing.assessed(WORDS, mentor(text), CHOICE))


# ---------------------------------------------------------------- the warning


def test_the_warning_names_the_mentor_and_carries_what_was_chosen() -> None:
    view = sharing.assessed(WORDS, mentor(), CHOICE)
    assert "Dr Osei also assesses you" in told(view)
    assert carried(view) == CHOICE


@pytest.mark.parametrize("about", ["", "{", "[]", '{"share_id": 1}', "{}"])
def test_what_was_not_chosen_here_is_none(about: str) -> None:
    assert carried({"private_metadata": about}) is None
    assert place_of({"private_metadata": about}) == Place()
    assert chosen({"private_metadata": about}) is None
