from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.channels.slack.engine.gathering import LONGEST, Edit, gather, joined, judged, text_of
from bot.ports.incoming import Inbound, Kind, Waiting

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


def waiting(number: int, kind: Kind = Kind.MESSAGE, text: str = "", about: int = 0) -> Waiting:
    ts = f"{number}.000000"
    about_ts = f"{about}.000000" if about else ""
    return Waiting(number, Inbound(f"Ev{number}", "T1", "D1", "U1", kind, ts, NOW, ts=ts, about_ts=about_ts, text=text))


def pressing(one: Waiting) -> Waiting:
    return Waiting(one.id, replace(one.inbound, urgent=True, identifiable=True))


def test_an_edit_of_what_waits_replaces_its_words_and_ends_with_it() -> None:
    found = gather(
        [
            waiting(1, text="teh rota"),
            waiting(2, text="and more"),
            waiting(3, Kind.EDIT, "the rota", about=1),
            pressing(waiting(4, Kind.EDIT, "the rota, again", about=1)),
        ]
    )
    first, second = found.told
    assert text_of(found.told) == "the rota, again\nand more"
    assert (first.inbound.urgent, first.inbound.identifiable, second.inbound.urgent) == (True, True, False)
    assert found.ids(found.told[:1]) == (1, 3, 4)
    assert found.ids(found.told[1:]) == (2,)
    assert (found.late, found.dropped, found.reworded) == ((), (), ())


def test_a_deletion_of_what_waits_takes_all_that_is_about_it_away() -> None:
    found = gather([waiting(1), waiting(2), waiting(3, Kind.EDIT, "x", about=1), waiting(4, Kind.DELETION, about=1)])
    assert [one.id for one in found.told] == [2]
    assert found.dropped == (1, 3, 4)
    assert found.edits == ()
    assert found.taken_back == ()


def test_the_new_words_of_a_message_go_with_it_when_it_is_deleted_before_they_are_answered() -> None:
    found = gather([waiting(2, Kind.START, "new words", about=1), waiting(3), waiting(4, Kind.DELETION, about=1)])
    assert [one.id for one in found.told] == [3]
    assert found.dropped == (2,)
    assert [one.id for one in found.taken_back] == [4]


def test_of_several_edits_of_what_is_answered_the_last_counts_and_all_end() -> None:
    found = gather([waiting(3, Kind.EDIT, "x", about=1), waiting(4, Kind.EDIT, "y", about=1)])
    assert [one.inbound.text for one in found.reworded] == ["y"]
    assert found.late == (3, 4)


def test_what_was_edited_and_then_deleted_is_deleted() -> None:
    found = gather([waiting(3, Kind.EDIT, "x", about=1), waiting(4, Kind.DELETION, about=1)])
    assert found.reworded == ()
    assert [one.id for one in found.taken_back] == [4]
    assert found.late == (3, 4)


def test_mentions_are_no_part_of_a_turn() -> None:
    found = gather([waiting(1, Kind.MENTION, "hello"), waiting(2, Kind.START, "hello")])
    assert [one.id for one in found.mentions] == [1]
    assert [one.id for one in found.told] == [2]


def test_a_turn_takes_in_as_much_as_fits_and_leaves_the_rest_in_order() -> None:
    told = [waiting(1, text="a" * (LONGEST - 10)), waiting(2, text="b" * 9), waiting(3, text="c")]
    assert [one.id for one in joined(told, together=True)] == [1, 2]
    assert [one.id for one in joined(told, together=False)] == [1]
    assert len(text_of(joined(told, together=True))) == LONGEST
    assert joined([], together=True) == ()


def test_what_a_button_says_is_a_turn_of_its_own() -> None:
    told = [waiting(1, text="no lift"), waiting(2, Kind.START, "Pause"), waiting(3, text="why"), waiting(4, text="so")]
    assert [one.id for one in joined(told, together=True)] == [1]
    assert [one.id for one in joined(told[1:], together=True)] == [2]
    assert [one.id for one in joined(told[2:], together=True)] == [3, 4]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("I told the consultant", "I told the Consultant.", Edit.MENDED),
        ("I told teh consultnat", "I told teh consultant", Edit.MENDED),
        ("it’s late", "it's late", Edit.MENDED),
        ("one thing\nI told her", "I told her!", Edit.MENDED),
        ("one thing\nI told her\nanother", "one thing\nI told her", Edit.MENDED),
        ("I told her", "I told her on Monday", Edit.ADDED),
        ("I will tell her", "I won't tell her", Edit.CHANGED),
        ("I could do it", "I couldn't do it", Edit.CHANGED),
        ("I told Sarah Jones", "I told somebody", Edit.CHANGED),
        ("on the 3rd", "on the 4th", Edit.CHANGED),
        ("something", "", Edit.CHANGED),
        ("", "", Edit.MENDED),
    ],
)
def test_what_an_edit_comes_to(old: str, new: str, kind: Edit) -> None:
    assert judged(old, new) is kind


def test_a_bare_greeting_among_other_messages_is_left_out_and_one_by_itself_is_not() -> None:
    told = [waiting(1, text="hello"), waiting(2, text="he shouted at me"), waiting(3, text="Hello, are you there?")]
    assert text_of(told) == "he shouted at me"
    assert text_of(told[:1]) == "hello"
    assert text_of([told[0], told[2]]) == "hello\nHello, are you there?"
    assert text_of([waiting(1, text="hi, he shouted at me"), told[0]]) == "hi, he shouted at me"
