"""The dialogue before a rehearsal warns, is filled with a plan where there is one, and hands over what the coach knows."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.adapters import roles
from bot.channels.slack.render import actions as ids
from bot.channels.slack.views import rehearsal
from bot.coaching.rehearsal import leaving, people, steering
from bot.coaching.rehearsal.cast import DESCRIBED, Cast
from tests.bot.channels.slack.render.samples import HARMFUL, WORDS, commitment
from tests.bot.channels.slack.views.filling import blocks_of, sent, told

CAST = Cast(roles.load_roles(), roles.load_coach(), lambda *_: (), lambda *_: (), lambda _card: None)
CHARACTERS = {one.id: one.name for one in CAST.roles.values() if one.id != DESCRIBED}
ELSE = "somebody_else"


def asked(who: str, described: str = "", matter: str = "a second look at the rota") -> str:
    """What the dialogue hands over when it was filled in so."""
    view = rehearsal.practise(WORDS, CHARACTERS)
    return rehearsal.request(sent(view, who=who, described=described, matter=matter), WORDS, CHARACTERS)


def began_with(with_whom: str | None, what: str = "ask about the rota") -> tuple[str, str, str]:
    """Who, described how, and what for, where the dialogue begins with a commitment."""
    about = replace(commitment(what=what), with_whom=with_whom)
    held = {
        str(one["block_id"]): one["element"]
        for one in blocks_of(rehearsal.practise(WORDS, CHARACTERS, about=about))
        if one["type"] == "input"
    }
    who, described, matter = (held[one] for one in (ids.FIELD_WHO, ids.FIELD_DESCRIBED, ids.FIELD_MATTER))
    assert isinstance(who, Mapping)
    assert isinstance(described, Mapping)
    assert isinstance(matter, Mapping)
    chosen = who.get("initial_option", {"value": ""})
    return str(chosen["value"]), str(described.get("initial_value", "")), str(matter.get("initial_value", ""))


@pytest.mark.parametrize("text", HARMFUL, ids=range(len(HARMFUL)))
def test_the_limits_are_kept_whatever_was_decided(text: str) -> None:
    about = replace(commitment(what=text), with_whom=text)
    blocks_of(rehearsal.practise(WORDS, {**CHARACTERS, "other": text or "nobody"}, about=about))


def test_the_warning_on_patients_comes_before_the_fields() -> None:
    first, *others = blocks_of(rehearsal.practise(WORDS, CHARACTERS))
    assert first["text"] == {"type": "plain_text", "text": WORDS.rehearsal.warning, "emoji": False}
    assert [one["type"] for one in others] == ["input"] * 3


def test_all_characters_are_offered_by_name_and_somebody_else_last() -> None:
    words = told(rehearsal.practise(WORDS, CHARACTERS))
    assert len(CHARACTERS) == 6
    for name in CHARACTERS.values():
        assert name[1:] in words
    assert words.index("The charge nurse") < words.index(WORDS.rehearsal.somebody)


@pytest.mark.parametrize("role", CHARACTERS)
@pytest.mark.parametrize("matter", ["more teaching, with her, about nights", "to ask for study leave, so that I pass"])
def test_what_is_handed_over_is_known_for_a_request_to_that_character(role: str, matter: str) -> None:
    text = asked(role, described="whatever stands there", matter=matter)
    assert people.asks_to_practise(text)
    assert people.wanted(text, CAST) == people.Wanted(role=role, matter=matter)


@pytest.mark.parametrize(
    "described", ["my TPD, who always talks about money", "Our director: hates to be told. Short of time", "a porter"]
)
def test_somebody_else_is_met_as_they_were_described(described: str) -> None:
    text = asked(ELSE, described=f"{described}.", matter="study leave\nin May")
    assert people.wanted(text, CAST) == people.Wanted(role=DESCRIBED, described=described, matter="study leave in May")


@pytest.mark.parametrize(("described", "matter"), [("", "study leave"), ("my TPD", " ")])
def test_what_was_left_out_is_asked_for_by_the_coach(described: str, matter: str) -> None:
    text = asked(ELSE, described=described, matter=matter)
    assert people.asks_to_practise(text)
    found = people.wanted(text, CAST)
    assert (found.described, found.matter) == (described, matter.strip())


def test_every_button_says_what_the_coach_takes_for_its_own() -> None:
    say = WORDS.rehearsal.say
    assert steering.pauses(say.pause)
    assert leaving.leaves(say.stop) is not None
    assert steering.goes_back(say.back)
    assert steering.takes_back(say.again)


@pytest.mark.parametrize(
    ("with_whom", "who", "described"),
    [
        ("the charge nurse", "charge_nurse", ""),
        ("my consultant", "sceptical_consultant", ""),
        ("my physio lead", ELSE, "my physio lead"),
        (None, "", ""),
        (" ", "", ""),
    ],
)
def test_a_plan_fills_in_whom_it_is_with_and_what_it_is(with_whom: str | None, who: str, described: str) -> None:
    assert began_with(with_whom) == (who, described, "ask about the rota")


@pytest.mark.parametrize("elsewhere", [True, False])
def test_where_it_was_opened_comes_back(*, elsewhere: bool) -> None:
    assert rehearsal.opened_elsewhere(rehearsal.practise(WORDS, CHARACTERS, elsewhere=elsewhere)) is elsewhere


@pytest.mark.parametrize("view", [{}, {"state": 7, "private_metadata": "[]"}])
def test_a_view_that_is_none_of_ours_asks_for_nobody(view: dict[str, object]) -> None:
    assert rehearsal.request(view, WORDS, CHARACTERS) == ""
    assert not rehearsal.opened_elsewhere(view)
