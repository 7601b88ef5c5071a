"""Every letter keeps Slack's limits, tells a lock screen nothing, and has beneath it what the doctor may need."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import letters
from bot.channels.slack.render.escape import is_blank, shown
from bot.channels.slack.render.letters import Where
from bot.channels.slack.words import NOTES
from bot.coaching.record import Contact, TurnRecord
from bot.ports.post import Action, Letter
from tests.bot.channels.slack.render.limits import action_ids, buttons, problems, values
from tests.bot.channels.slack.render.samples import (
    HARMFUL,
    SOURCE,
    WHERE,
    WORDS,
    as_read,
    commitment,
    harmful,
    record,
    refused,
)

THURSDAY = datetime(2026, 11, 26, 18, tzinfo=UTC)
LONG = "This is a sentence of the coach's. " * 300


def only(text: str = "What would you like to be different?", move: str = "explore") -> Letter:
    (letter,) = letters.reply(record(text, move), WORDS, WHERE, key="k")
    return letter


def kinds(letter: Letter) -> list[str]:
    return [str(one["type"]) for one in letter.blocks]


def replied(update: dict[str, object]) -> Letter:
    made = record()
    (letter,) = letters.reply(
        made.model_copy(update={"reply": made.reply.model_copy(update=update)}), WORDS, WHERE, key="k"
    )
    return letter


EVERY: dict[str, Callable[[str], Letter]] = {
    "reply": lambda text: letters.reply(record(text), WORDS, WHERE, key="k", remind_at=THURSDAY)[-1],
    "safety": lambda text: letters.reply(record(text, "safety_route"), WORDS, WHERE, key="k")[-1],
    "cited": lambda text: replied({"citations": (SOURCE.model_copy(update={"author": text, "section": text}),)}),
    "contacts": lambda text: replied({"contacts": (Contact(id="a", name=text, number="999"),)}),
    "first": lambda _: letters.first_contact(WORDS, WHERE, person="T1:U1"),
    "channel": lambda _: letters.mention_in_channel(WORDS, WHERE, key="k"),
    "private": lambda text: letters.mention_in_private(WORDS, WHERE, key="k", text=text),
    "edited": lambda _: letters.edited(WORDS, WHERE, key="k", ts="1.000200"),
    "deleted": lambda _: letters.deleted(WORDS, WHERE, key="k", about_ts="1.000300"),
    "reminder": lambda text: letters.reminder(WORDS, WHERE, key="k", commitment=commitment(what=text)),
    "set": lambda _: letters.remind_set(WORDS, WHERE, key="k", day=THURSDAY.date()),
    **{name: lambda _, name=name: letters.note(WORDS, WHERE, key="k", name=name) for name in sorted(NOTES)},  # type: ignore[misc]
}


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("text", HARMFUL, ids=range(len(HARMFUL)))
def test_every_letter_keeps_the_limits_whatever_it_holds(name: str, text: str) -> None:
    letter = EVERY[name](text)
    assert not problems(letter.blocks)
    assert not refused(letter)


@given(harmful)
def test_a_reply_holds_exactly_its_words_over_all_its_letters(text: str) -> None:
    made = letters.reply(record(text), WORDS, WHERE, key="k")
    assert not [one for letter in made for one in problems(letter.blocks)]
    told = "".join(as_read(letters.plain_text(one)) for one in made)
    asked = WORDS.notifications.reply if is_blank(shown(text)) else shown(text)
    assert "".join(told.split()) == "".join(asked.split())


@pytest.mark.parametrize("name", EVERY)
def test_a_lock_screen_is_told_nothing(name: str) -> None:
    letter = EVERY[name]("My consultant shouted at me.")
    assert letter.text in {WORDS.notifications.reply, WORDS.notifications.letter}


@pytest.mark.parametrize("name", set(EVERY) - {"channel", "deleted"})
def test_help_is_in_reach_of_every_private_letter(name: str) -> None:
    assert ids.HELP_NOW in action_ids(EVERY[name]("words").blocks)


@pytest.mark.parametrize("name", ["channel", "deleted"])
def test_what_others_read_and_what_was_taken_back_has_no_buttons(name: str) -> None:
    assert not buttons(EVERY[name]("words").blocks)


def test_a_reply_goes_where_the_message_was_and_answers_its_turn() -> None:
    letter = letters.reply(record(), WORDS, WHERE, key="k", urgent=True)[0]
    assert (letter.team, letter.lane, letter.to, letter.thread_ts) == ("T1", "T1:D1", "D1", "1.000100")
    assert (letter.key, letter.turn, letter.urgent, letter.action) == ("k", 7, True, Action.POST)
    assert not only().urgent


def test_a_reply_asks_for_a_verdict_and_a_safety_reply_does_not() -> None:
    assert kinds(only()) == ["section", "actions", "context_actions"]
    assert kinds(only(move="safety_route")) == ["section", "actions"]


def test_a_long_reply_has_its_buttons_under_the_last_letter_only() -> None:
    first, *middle, last = letters.reply(record(LONG), WORDS, WHERE, key="k")
    assert [first.key, *(one.key for one in middle), last.key] == ["k", "k#2", "k#3"]
    assert not buttons(first.blocks)
    assert ids.HELP_NOW in action_ids(last.blocks)
    assert all(len(letters.plain_text(one)) <= 4000 for one in (first, *middle, last))


def test_each_source_has_its_line_and_its_own_button_once() -> None:
    other = SOURCE.model_copy(update={"key": "p-2", "author": "", "section": ""})
    letter = replied({"citations": (SOURCE, other, SOURCE)})
    assert "From: Bohmer 2012, A section" in letters.plain_text(letter)
    assert "From: doc" in letters.plain_text(letter)
    asked = [one for one in buttons(letter.blocks) if one["action_id"] == ids.PASSAGE]
    assert [one["value"] for one in asked] == ["[a-card]", "p-2"]
    assert asked[0]["accessibility_label"] == "Show the passage from Bohmer 2012, A section"


def test_contacts_stand_on_lines_of_their_own() -> None:
    letter = replied(
        {
            "contacts": (
                Contact(id="e", name="Emergency services", number="999"),
                Contact(id="x", name="A site", address="at x"),
            )
        }
    )
    assert "People you can reach now:\nEmergency services: 999\nA site: at x" in as_read(letters.plain_text(letter))


@pytest.mark.parametrize(
    ("timezone", "day"),
    [
        ("Europe/London", "Thursday 26 November"),
        ("Pacific/Auckland", "Friday 27 November"),
        ("No/Where", "Thursday 26"),
        ("", "Thursday 26"),
    ],
)
def test_the_day_of_the_reminder_is_told_in_the_doctors_time_zone(timezone: str, day: str) -> None:
    (letter,) = letters.reply(record(), WORDS, WHERE, key="k", remind_at=THURSDAY, timezone=timezone)
    assert day in letters.plain_text(letter)
    assert values(letter.blocks)[ids.REMIND_OTHER_DAY] == "s:3"
    assert values(letter.blocks)[ids.REMIND_OFF] == "s:3"


def test_without_a_reminder_none_is_told() -> None:
    assert ids.REMIND_OFF not in action_ids(only().blocks)


def test_the_first_contact_is_sent_once_a_version_and_says_what_it_must() -> None:
    letter = letters.first_contact(WORDS, WHERE, person="T1:U1")
    assert letter.key == f"first:T1:U1:{WORDS.consent.version}"
    assert values(letter.blocks)[ids.CONSENT_AGREE] == str(WORDS.consent.version)
    assert ids.CONSENT_MORE in action_ids(letter.blocks)
    told = letters.plain_text(letter)
    for must in (
        "software, not a person",
        "struck out",
        "Nobody reads it",
        "technically",
        "Slack keeps its own copy",
        "999",
        "patients",
        "privileged",
        "Home tab",
        "erase",
    ):
        assert must in told
    assert len(told.split()) < 230


def test_a_mention_is_quoted_nowhere_and_carried_by_the_button_alone() -> None:
    letter = letters.mention_in_private(WORDS, Where("T1", "T1:U1", "U1"), key="k", text="my consultant shouts " * 200)
    assert "consultant" not in letters.plain_text(letter)
    carried = values(letter.blocks)[ids.START_THERE]
    assert carried.startswith("my consultant shouts")
    assert len(carried) <= 2000


@pytest.mark.parametrize("text", ["", " ", "\x08"])
def test_a_mention_without_words_begins_with_none(text: str) -> None:
    assert ids.START_THERE not in action_ids(letters.mention_in_private(WORDS, WHERE, key="k", text=text).blocks)


def test_an_edit_is_answered_on_asking() -> None:
    assert values(EVERY["edited"]("").blocks)[ids.ANSWER_EDIT] == "1.000200"


def test_a_deletion_puts_a_neutral_line_in_the_place_of_the_reply() -> None:
    letter = EVERY["deleted"]("")
    assert (letter.action, letter.about_ts) == (Action.UPDATE, "1.000300")
    assert as_read(letters.plain_text(letter)) == WORDS.changed.deleted


def test_a_reminder_asks_in_the_doctors_words_and_every_button_names_the_commitment() -> None:
    letter = letters.reminder(WORDS, WHERE, key="k", commitment=commitment(what="ask {day}", due=date(2026, 11, 25)))
    assert 'by Wednesday 25 November: "ask {day}"' in letters.plain_text(letter)
    assert set(values(letter.blocks).values()) == {"c:5", ""}
    outcomes = [ids.OUTCOME_KEPT, ids.OUTCOME_PARTLY, ids.OUTCOME_NOT, ids.OUTCOME_LET_GO]
    assert action_ids(letter.blocks)[:4] == outcomes


def test_a_note_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        letters.note(WORDS, WHERE, key="k", name="nonsense")


def test_without_blocks_the_same_words_go_out_and_nothing_in_them_is_alive() -> None:
    letter = letters.reminder(WORDS, WHERE, key="k", commitment=commitment(what="<!channel> :tada:"))
    assert "&lt;!channel&gt;" in letters.plain_text(letter)
    assert ":tada:" not in letters.plain_text(letter)
    assert ":tada:" in as_read(letters.plain_text(letter))


def test_a_letter_of_no_words_falls_back_on_its_notification() -> None:
    assert (
        letters.plain_text(Letter(key="k", team="T", lane="T:D", to="D", text="Your coach replied"))
        == "Your coach replied"
    )


def test_a_record_is_not_changed_by_being_told() -> None:
    made: TurnRecord = record()
    before = made.model_dump_json()
    letters.reply(made, WORDS, WHERE, key="k")
    assert made.model_dump_json() == before


def test_only_the_end_of_a_talk_offers_to_show_it_to_a_mentor_and_a_safety_route_never_does() -> None:
    (ends,) = letters.reply(record(), WORDS, WHERE, key="k", closes=True)
    assert values(ends.blocks)[ids.SHARE_SESSION] == "s:3"
    assert not problems(ends.blocks)
    (goes_on,) = letters.reply(record(), WORDS, WHERE, key="k")
    (danger,) = letters.reply(record(move="safety_route"), WORDS, WHERE, key="k", closes=True)
    assert ids.SHARE_SESSION not in action_ids(goes_on.blocks)
    assert ids.SHARE_SESSION not in action_ids(danger.blocks)
