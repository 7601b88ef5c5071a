"""Taking phrases in turn, and filling in the register's contacts for each nation."""

import re
from dataclasses import replace

import pytest

from bot.coaching.words import Words
from tests.bot.small_world import fixed_words, words_with

NATIONS = ("england", "scotland", "wales", "northern_ireland")


def three() -> Words:
    return replace(words_with({}), phrases={"group": ("one", "two", "three")})


def test_no_phrase_comes_twice_before_its_group_is_used_up() -> None:
    used: tuple[str, ...] = ()
    said = []
    for _ in range(6):
        key, line = three().pick("group", used, "seed")
        used = (*used, key)
        said.append(line)
    assert sorted(said[:3]) == sorted(said[3:]) == ["one", "three", "two"]


def test_conversations_begin_a_group_at_different_places() -> None:
    assert len({three().pick("group", (), f"opening {number}")[1] for number in range(30)}) == 3


def test_the_same_conversation_picks_the_same_phrase() -> None:
    assert three().pick("group", ("group:1",), "seed") == three().pick("group", ("group:1",), "seed")


@pytest.mark.parametrize("nation", NATIONS)
def test_every_safety_line_is_whole_in_every_nation(nation: str) -> None:
    words = words_with({}, nation)
    for route in words.routes.values():
        lines = (*route.first, *(line for block in route.stay for line in block), route.check_in, route.all_clear)
        assert not [line for line in map(words.safety_line, lines) if re.search(r"[{}]", line)]


@pytest.mark.parametrize("nation", NATIONS)
def test_every_contact_is_the_registers_own_and_may_be_given_there(nation: str) -> None:
    words, register = words_with({}, nation), fixed_words()[2]
    entries = {one.id: one for one in register.contacts}
    for route in words.routes:
        for contact in words.contacts(route):
            assert contact.number or contact.address
            assert (contact.number, contact.address) == (entries[contact.id].number, entries[contact.id].address)
            assert nation in entries[contact.id].nations


@pytest.mark.parametrize(("nation", "line"), [("england", "111"), ("northern_ireland", "0808 808 8000")])
def test_the_line_for_mental_health_is_the_nations_own(nation: str, line: str) -> None:
    said = " ".join(map(words_with({}, nation).safety_line, words_with({}, nation).routes["crisis_self"].first))
    assert line in said


def test_a_contact_that_the_register_lacks_is_an_error_and_never_a_blank() -> None:
    with pytest.raises(KeyError):
        words_with({}).safety_line("Ring {nobody} now.")


def test_what_is_asked_about_the_coach_has_its_own_answer() -> None:
    about = fixed_words()[3]
    topics = {question: about.answer(question)[0] for question in ("who can see this?", "are you a bot?", "hello")}
    assert topics == {"who can see this?": "privacy", "are you a bot?": "machine", "hello": "general"}
