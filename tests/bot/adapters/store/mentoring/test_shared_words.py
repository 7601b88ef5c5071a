"""The index: talks are found by the stems that a mentor sees, and nothing of it can be read."""

import re

from sqlalchemy import select

from bot.adapters.store.mentoring import shares
from bot.adapters.store.mentoring.shared_words import stems
from bot.adapters.store.mentoring_tables import SHARED_WORDS
from bot.adapters.store.schema import TURNS
from bot.ports.people import Feedback, Value
from tests.bot.adapters.store.mentoring.desk import SAID, SECOND, TALK, Desk, desk, later, numbered, turns
from tests.bot.adapters.store.offices import AT, CHANNEL, PERSON, World, delivered, letter, said, stamp, turn


def test_a_talk_is_found_by_the_stems_of_its_words_in_whatever_spelling(here: World) -> None:
    at = desk(here)
    at.share()
    for search in ("glitter", "EMPTYING nights", "Porter’s", "  twice  asked ", "bins"):
        assert at.found(search=search) == [0], search


def test_all_of_the_words_must_stand_in_it(here: World) -> None:
    at = desk(here)
    at.share()
    assert at.found(search="glitter porter") == [0]
    assert at.found(search="glitter submarine") == []


def test_the_coachs_words_are_found_too(here: World) -> None:
    at = desk(here)
    at.share()
    word = next(one for one in re.findall(r"[a-z]{5,}", at.opened().records[-1].reply.text.lower()))
    assert at.found(search=word) == [0]


def test_an_empty_search_leaves_all_and_one_without_a_word_finds_none(here: World) -> None:
    at = desk(here)
    at.share()
    assert at.found(search="   ") == [0]
    assert at.found(search="?! --") == []


def test_twelve_words_count(here: World) -> None:
    at = desk(here)
    at.share()
    twelve = stems(" ".join(SAID))[:12]
    assert at.found(search=" ".join([*twelve, "submarine"])) == [0]
    assert at.found(search=" ".join([*twelve[:11], "submarine"])) == []


def test_what_was_left_out_is_not_found_nor_what_the_doctor_wrote_beside_the_talk(here: World) -> None:
    at = desk(here)
    at.share(left_out=("glitter", "the Porter"), name="Zebedee", note="Quokka.")
    for search in ("glitter", "porter", "Zebedee", "Quokka"):
        assert at.found(search=search) == [], search
    assert at.found(search="empties") == [0]


def test_what_was_said_later_is_not_found(here: World) -> None:
    at = desk(here)
    at.share(last=2)
    assert at.found(search="porter") == []


def test_the_words_are_digests_of_one_length_that_a_plain_hash_does_not_give(here: World) -> None:
    at = desk(here)
    at.share()
    words = at.do(lambda c: list(c.execute(select(SHARED_WORDS.c.word)).scalars()))
    assert len(words) > 10
    assert all(re.fullmatch(r"[0-9a-f]{32}", str(one)) for one in words)


def test_one_share_is_dropped_and_the_others_stay_found(here: World) -> None:
    at = desk(here)
    at.hire(SECOND, "Dr Second")
    at.share(0)
    at.share(1, mentor_id=SECOND)
    at.withdraw(0)
    assert at.found(SECOND, search="glitter") == [1]


def test_a_talk_whose_words_were_changed_is_found_by_those_it_has_now(here: World) -> None:
    at = desk(here)
    at.share(left_out=("twice",))
    changed = numbered(turns("The cranes are full of feathers."), 1, session=1)
    at.do(lambda c: c.execute(TURNS.delete().where(TURNS.c.number == 1)))
    at.keep(changed)
    at.do(lambda c: shares.find_anew(c, TALK, AT))
    assert at.found(search="feathers") == [0]
    assert at.found(search="glitter") == []
    assert at.found(search="twice") == []


def test_a_talk_is_not_found_by_a_verdict_that_was_given_anew(here: World) -> None:
    at = Desk(here)
    at.hire()
    at.run(turn(here.office(), turns("The bins are full.")[0], said(1), letter("r1", turn=1)))
    (sent,) = at.run(delivered(here.office()))
    bad, good = (
        Feedback(CHANNEL, stamp(sent), value, words=words)
        for value, words in ((Value.BAD, "zebra nonsense"), (Value.GOOD, ""))
    )
    at.run(here.people.judge(PERSON, bad, AT))
    at.share(last=1)
    assert at.found(search="zebra") == [0]
    at.run(here.people.judge(PERSON, good, later(hours=1)))
    assert at.found(search="zebra", now=later(hours=1)) == []
    assert at.found(search="bins", now=later(hours=1)) == [0]
