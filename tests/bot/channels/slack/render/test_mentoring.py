"""Letters between doctors and mentors: harmless whatever they hold, to the right place, and telling no more than they must."""

from dataclasses import replace

import pytest

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import letters, mentoring
from bot.channels.slack.render.mentoring import SlackNotices
from bot.ports.people import Person
from bot.ports.post import Letter
from bot.ports.sharing import Notices
from bot.ports.staff import Colleague, Role
from tests.bot.channels.slack.render.limits import problems, values
from tests.bot.channels.slack.render.samples import HARMFUL, MADE, WHERE, WORDS, refused
from tests.bot.channels.slack.render.shares import mentor, remark

DOCTOR = Person("T1:U1", channel="D1")
NOTICES: Notices = SlackNotices(WORDS, "https://mentors.example")


def only(made: object) -> Letter:
    assert isinstance(made, tuple)
    (letter,) = made
    assert isinstance(letter, Letter)
    assert not problems(letter.blocks)
    assert not refused(letter)
    return letter


@pytest.mark.parametrize("text", HARMFUL, ids=range(len(HARMFUL)))
def test_a_letter_is_harmless_whatever_it_holds(text: str) -> None:
    only(NOTICES.commented(DOCTOR, remark(text), text))
    only(NOTICES.shared_with(mentor(text), "a-share"))
    only((mentoring.shared(WORDS, WHERE, share_id="a-share", mentor=text, until=MADE.date()),))
    place, day = mentoring.Place(WHERE, "1.1", "a-key"), MADE.date()
    told = replace(remark(text), answers=(text,) * 9)
    only((mentoring.with_answer(WORDS, place, told, excerpt=text, answer=text, day=day),))
    only((mentoring.taken_back(WORDS, place, mentor=text, day=day),))


def test_a_comment_comes_with_the_reply_that_it_is_about_and_a_way_to_answer_and_to_people() -> None:
    letter = only(NOTICES.commented(DOCTOR, remark(), "You said the floor. " * 50))
    told = letters.plain_text(letter)
    assert "Dr Osei has read what you shared" in told
    assert "They say:\nWhat made you wait?" in told
    assert 'About this reply of mine: "You said the floor.' in told.replace("\u2060", "")
    assert values(letter.blocks) == {ids.REMARK_ANSWER: "11", ids.HELP_NOW: ""}
    assert (letter.key, letter.to, letter.lane) == ("comment:11", "D1", "T1:D1")
    assert letter.text == WORDS.notifications.letter


def test_a_comment_on_the_whole_says_so() -> None:
    letter = only(NOTICES.commented(DOCTOR, remark(turn=None), "You said the floor."))
    assert WORDS.remark.about_whole in letters.plain_text(letter)
    assert "the floor" not in str(letter.blocks)


def test_of_a_reply_that_is_there_no_more_nothing_is_said() -> None:
    told = letters.plain_text(only(NOTICES.commented(DOCTOR, remark(), "")))
    assert WORDS.remark.about_whole not in told
    assert "About this reply" not in told


def test_a_doctor_whose_channel_is_not_known_is_written_to_as_a_person() -> None:
    letter = only(NOTICES.commented(Person("T1:U1"), remark(), ""))
    assert (letter.team, letter.to, letter.lane) == ("T1", "U1", "T1:U1")


def test_a_mentor_is_told_that_something_waits_where_and_not_a_word_more() -> None:
    for letter, said in (
        (only(NOTICES.shared_with(mentor(), "a-share")), WORDS.mentor.waits),
        (only(NOTICES.answered(mentor(), "a-share", 11)), WORDS.mentor.answered),
    ):
        told = str(letter.blocks)
        assert said in told
        assert "https://mentors.example" in told
        assert "a-share" not in told
        assert (letter.to, letter.lane) == ("U7", "T1:U7")


def test_without_an_address_the_console_is_named() -> None:
    letter = only(SlackNotices(WORDS).shared_with(mentor(), "a-share"))
    assert WORDS.mentor.where_unknown in letters.plain_text(letter)


def test_a_mentor_who_is_in_no_workspace_gets_no_letter() -> None:
    assert NOTICES.shared_with(Colleague("local:osei", "Dr Osei", frozenset({Role.MENTOR})), "a-share") == ()


def test_keys_are_each_of_one_thing() -> None:
    keys = [
        only(NOTICES.shared_with(mentor(), "a-share")).key,
        only(NOTICES.shared_with(mentor(), "b-share")).key,
        only(NOTICES.answered(mentor(), "a-share", 11)).key,
        only(NOTICES.answered(mentor(), "a-share", 12)).key,
        only(NOTICES.commented(DOCTOR, remark(), "")).key,
        mentoring.shared(WORDS, WHERE, share_id="a-share", mentor="Dr Osei", until=MADE.date()).key,
    ]
    assert len(set(keys)) == len(keys)
