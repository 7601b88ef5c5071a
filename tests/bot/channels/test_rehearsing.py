"""Rehearsals at the terminal and on JSON lines."""

import io
import json
from dataclasses import replace

import pytest

from bot.channels import jsonlines, wire_practice
from bot.channels.rehearsing import Lines, Room, Sitting
from bot.coach import Coach
from bot.coaching.rehearsal import stage
from bot.coaching.rehearsal.people import corrected, who
from tests.bot.channels.validating import validates
from tests.bot.coaching.rehearsal.small_cast import role, small_cast
from tests.bot.small_studio import small_studio
from tests.bot.small_world import coach

OPENING = "So you carry them yourself. What about the bins by the door?"


def rehearsing_coach() -> Coach:
    there = small_cast()
    studio = replace(
        small_studio(),
        step=lambda practice, text, named: stage.step(practice, text, there, named),
        wants=stage.asks_to_practise,
        again=lambda practice, text: stage.wants_again(text) or stage.answers_leaving(practice, text),
        recast=lambda practice, text: bool(corrected(text, there, of=practice.role).role),
        name=lambda practice: stage.name_of(practice, there),
        role=lambda practice: who(practice, there),
    )
    return coach(studio=studio)


def lines(*given: dict[str, object]) -> list[dict[str, object]]:
    out = io.StringIO()
    text = "".join(json.dumps(one) + "\n" for one in given)
    jsonlines.run(io.StringIO(text), out, wire_practice.RehearseIn, Lines(rehearsing_coach()).answer, "conversation")
    return [json.loads(one) for one in out.getvalue().splitlines()]


def said(text: str, conversation: str = "c", **more: object) -> dict[str, object]:
    return {"conversation": conversation, "text": text, **more}


def test_every_line_out_keeps_to_the_schema() -> None:
    given = [
        said(OPENING, role="the caretaker"),
        said("You must empty them."),
        said("pause"),
        said("go on"),
        said("stop"),
    ]
    for one in given:
        validates("rehearse-in", one)
    found = lines(*given)
    for one in found:
        validates("rehearse-out", one)
    assert [one["turn"] for one in found] == [1, 2, 3, 4, 5]
    assert [one["debrief"] is None for one in found] == [True, True, True, True, False]


def test_with_a_role_the_first_line_is_spoken_at_once() -> None:
    found = lines(said(OPENING, role="sceptical consultant"))[0]
    assert "on-bins" in str(found["text"])
    assert (found["state"], found["opened"]) == ("wary", 2)


def test_without_one_the_first_choice_is_taken_unless_somebody_is_asked_for() -> None:
    assert "on-bins" in str(lines(said(OPENING))[0]["text"])
    assert "the caretaker" in str(lines(said("can I practise with the caretaker?"))[0]["text"]).casefold()


def test_a_person_described_is_practised_with() -> None:
    found = lines(said("Hello.", role="my TPD, always late"), said("again"), said("again"))
    assert "our TPD" in str(found[2]["text"])


def test_conversations_do_not_touch_one_another() -> None:
    alone = lines(said(OPENING, "a"), said(OPENING, "a"))
    mixed = lines(said(OPENING, "a"), said("You must.", "b"), said(OPENING, "a"))
    assert [one for one in mixed if one["conversation"] == "a"] == alone


def test_a_stop_word_keeps_the_state() -> None:
    found = lines(said(OPENING), said("So you have nobody. What would you change?"), said("stop"))
    assert found[2]["state"] == found[1]["state"]


@pytest.mark.parametrize("said_last", ["Can we stop? I am tired.", "that'll do", "i've got to go crash bleep"])
def test_leaving_keeps_the_state_in_whatever_words(said_last: str) -> None:
    found = lines(said(OPENING), said("So you have nobody. What would you change?"), said(said_last))
    assert found[2]["state"] == found[1]["state"]
    assert found[2]["opened"] == 0


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ({"conversation": "c", "text": ""}, "empty_text"),
        ({"conversation": "c", "text": "t", "user": "u"}, "unknown_field"),
        ({"conversation": "c"}, "missing_field"),
        ({"conversation": "c", "text": "a" * 8001}, "too_long"),
    ],
)
def test_a_bad_line_is_told_and_the_stream_goes_on(line: dict[str, object], code: str) -> None:
    bad, good = lines(line, said(OPENING))
    assert isinstance(bad["error"], dict)
    assert bad["error"]["code"] == code
    assert good["turn"] == 1


def test_a_name_is_masked_before_it_is_played_or_shown() -> None:
    found = lines(said("You must tell Mrs Adebayo of bed 4."), said("stop"))
    assert "Adebayo" not in json.dumps(found)
    assert "[name]" in json.dumps(found[1]["debrief"])


def sitting(*typed: str, named: str = "the caretaker", about: str = "") -> str:
    out = io.StringIO()
    text = "".join(f"{one}\n" for one in typed)
    Sitting(Room(rehearsing_coach(), "c", "p", lambda: None)).run(io.StringIO(text), out, role=named, about=about)
    return " ".join(out.getvalue().split())


def test_a_sitting_sets_the_scene_says_who_speaks_and_ends_with_the_debrief() -> None:
    shown = sitting(OPENING, "stop", about="the flood")
    assert any(one in shown for one in role().scene)
    assert "The caretaker: " in shown
    assert "[A, 5]" in shown


def test_the_end_of_the_input_ends_it_with_the_debrief() -> None:
    assert "They were blamed for the flood." in sitting(OPENING, about="the flood")


def test_without_anybody_named_it_asks_who() -> None:
    assert "the caretaker" in sitting(named="")


def test_plain_words_of_one_s_own_danger_end_the_rehearsal_with_people_to_turn_to() -> None:
    shown = sitting(OPENING, "I want to kill myself", about="the flood")
    assert "116 123" in shown
    assert "They were blamed for the flood." not in shown


def test_what_may_belong_to_the_part_is_asked_about_and_played_where_it_does() -> None:
    danger = "The patient in resus is deteriorating right now and you will not come"
    found = lines(said(OPENING), said(danger), said("no, it's part of the practice"), said("stop"))
    assert "step out of the practice" in str(found[1]["text"])
    assert found[1]["debrief"] is None
    debrief = found[3]["debrief"]
    assert isinstance(debrief, dict)
    assert debrief["asking"] + debrief["telling"] >= 2


def test_after_the_debrief_the_coach_goes_on_coaching() -> None:
    found = lines(said(OPENING), said("stop"), said("The bins are full and I never asked him about them."))
    assert found[2]["debrief"] is None
    assert str(found[2]["text"]).endswith("?")
