"""Rehearsals and drafts in a conversation: what belongs to them, what steps out of them, and what they leave alone."""

import pytest

from bot.coaching.kinds import Act
from bot.coaching.reviewed import DraftKind
from tests.bot.small_studio import CITED
from tests.bot.small_world import Talk, to_the_plan

ASKED = "Can I practise with the porter?"
MATTER = "I want the lift at eight."
DRAFT = 'A draft: "You must empty the bins before the round, all of them, every day"'


def practising() -> Talk:
    talk = Talk()
    talk.say(ASKED, MATTER)
    return talk


def test_a_rehearsal_is_set_up_played_and_debriefed() -> None:
    talk = practising()
    talk.say("How are your mornings?", "Give me the lift.", "stop")
    moves = ["rehearse_set_up", "rehearse_set_up", "rehearse_line", "rehearse_line", "rehearse_debrief"]
    assert talk.moves == moves
    assert talk.replies[2] == 'The head porter: "Number 1."'
    assert talk.turns[2].reply.acts == (Act.ENACT,)
    assert talk.turns[-1].reply.citations == (CITED,)


def test_what_is_kept_of_a_rehearsal_is_kept_once_at_its_end() -> None:
    talk = practising()
    talk.say("How are your mornings?", "stop", "I see that I asked too little")
    kept = [one.attempt for one in talk.turns if one.attempt]
    assert [(one.kind, one.about, one.asking, one.telling, one.end) for one in kept] == [
        ("rehearsal", "porter", 1, 2, "undecided")
    ]


def test_what_is_practised_is_no_plan_aim_or_matter_of_the_doctor() -> None:
    talk = Talk()
    talk.say("The bins are painted green and nobody likes it.", ASKED, MATTER, "I will take your lift on Monday at 8.")
    before, after = talk.turns[0].state, talk.turns[-1].state
    assert after.commitment is None
    assert (after.situation, after.told, after.aim, after.said) == (
        before.situation,
        before.told,
        before.aim,
        before.said,
    )
    assert after.turn == 4


def test_coaching_goes_on_where_it_was_after_the_rehearsal() -> None:
    talk = Talk()
    talk.say("The bins are painted green and nobody likes it.", ASKED, MATTER, "How is it?", "stop")
    turn = talk.say("The bins are heavy too and they smell in the evening.")
    assert turn.state.situation == "bins"
    assert not turn.move.name.startswith("rehearse")


def test_one_who_is_named_by_a_command_is_spoken_to_at_once() -> None:
    talk = Talk()
    message = talk.say("x").message
    turn = talk.coach.reply(
        message.model_copy(update={"conversation_id": "new", "text": "How are you?", "practise_with": "porter"})
    )
    assert turn.move.name == "rehearse_line"


def test_going_back_in_begins_where_it_is_asked_for_only() -> None:
    talk = practising()
    talk.say("How is it?", "stop", "again")
    assert talk.moves[-1] in {"rehearse_set_up", "rehearse_line"}


@pytest.mark.parametrize("line", ["My colleague groped you, did he not?", "You left us all sinking out there."])
def test_a_danger_that_may_be_part_of_it_is_asked_about_once(line: str) -> None:
    talk = practising()
    asked = talk.say(line)
    assert asked.move.name == "safety_check_in"
    assert asked.reply.text.startswith("Let me step out of the practice for a moment.")
    went_on = talk.say("No, it's part of the practice")
    assert went_on.move.name == "rehearse_line"
    assert went_on.state.practice is not None
    assert went_on.state.practice.moments[-1].words == line
    assert talk.say(f"{line} Again I say it.").move.name == "rehearse_line"


def test_a_danger_that_is_real_ends_the_rehearsal() -> None:
    talk = practising()
    talk.say("You left us all sinking out there.")
    turn = talk.say("Yes, it is happening right now")
    assert turn.move.name == "safety_route"
    assert turn.state.practice is None


def test_the_doctor_s_own_danger_is_never_taken_for_the_part() -> None:
    talk = practising()
    turn = talk.say("I want to end my life tonight.")
    assert turn.move.name == "safety_route"
    assert turn.state.route == "crisis_self"
    assert turn.state.practice is None


def test_no_notice_stands_between_two_lines_of_a_rehearsal() -> None:
    talk = practising()
    turn = talk.say("My number is 07700 900123, how shall we do it?")
    assert turn.reply.text == 'The head porter: "Number 1."'
    assert "07700" not in turn.message.text


def test_a_draft_is_reviewed_with_its_place_and_counted() -> None:
    talk = Talk()
    turn = talk.say(DRAFT)
    assert turn.move.name == "review_draft"
    assert turn.reply.text == "As an email, it tells. 1 to change."
    assert turn.reply.citations == (CITED,)
    assert turn.attempt is not None
    assert (turn.attempt.kind, turn.attempt.about) == ("draft", "email")


def test_what_a_draft_says_is_no_plan_of_the_doctor() -> None:
    talk = Talk()
    turn = talk.say('A draft: "I will come to your office on Monday at 8 and we must speak of the bins"')
    assert turn.state.commitment is None


def test_a_draft_that_is_offered_is_asked_for_and_then_taken_whatever_it_is_about() -> None:
    talk = Talk()
    assert talk.say("Would you look at a draft of mine").move.name == "ask_draft"
    turn = talk.say("Dear all, you must empty the bins before the round, each and every day. Many thanks")
    assert turn.move.name == "review_draft"


def test_a_second_version_is_compared_with_the_first() -> None:
    talk = Talk()
    talk.say(DRAFT)
    turn = talk.say("What would help you to empty the bins before the round, all of them, every day?")
    assert turn.review is not None
    assert turn.review.compared is not None


def test_another_matter_after_a_review_is_no_version_of_it() -> None:
    talk = Talk()
    talk.say(DRAFT)
    turn = talk.say("Something else: they painted our lifts yellow last week and the porters are cross about the smell")
    assert turn.move.name != "review_draft"


def test_thanks_after_a_review_are_thanks() -> None:
    talk = Talk()
    talk.say(DRAFT)
    assert talk.say("ok, thanks").move.name != "review_draft"


def test_a_dialogue_hands_over_what_kind_of_draft_it_is() -> None:
    talk = Talk()
    turn = talk.say("Draft (goal): no patient waits more than an hour for the lift")
    assert turn.review is not None
    assert turn.review.kind is DraftKind.GOAL
    assert turn.state.reviewed is not None
    assert turn.state.reviewed.text == "no patient waits more than an hour for the lift"


def test_once_more_long_after_a_rehearsal_is_no_way_back_into_it() -> None:
    talk = practising()
    talk.say("How is it?", "stop", "The bins are heavy and they smell in the evening.", "again")
    assert not talk.moves[-1].startswith("rehearse")


@pytest.mark.parametrize("text", ["what now", "ok so what do I do on Monday?", "dunno"])
def test_after_the_practice_comes_the_real_conversation(text: str) -> None:
    talk = practising()
    talk.say("How is it?", "stop")
    assert talk.say(text).move.name == "rehearse_next"


@pytest.mark.parametrize(
    "text",
    [
        'Would you look at this draft? My consultant said "You are a waste of a good locker and should leave the porters" to me',
        "Have a look at this:\nShe wrote to me:\nYou never empty the bins and you never will, so do not ask me again please",
    ],
)
def test_what_somebody_else_has_written_is_no_draft_of_the_doctor(text: str) -> None:
    assert Talk().say(text).move.name not in {"review_draft", "ask_draft"}


@pytest.mark.parametrize(
    "text",
    [
        "Here's what I have:\n\nHi Sue,\nthe bins are full again and I cannot lift them by myself\nthanks",
        "Dear all,\nwe meet on Monday by the bins, and I would like to hear what gets in the way.\nMany thanks",
        "Good evening. I am proud of what I have here to show.\n\nDear Sue,\nthe bins are empty at last, and I would like"
        " you to come and see them on Thursday.\nThanks",
        "is that too blunt?\n\nThe bins are full and nobody has emptied them since Monday, so please do it today.",
    ],
)
def test_a_letter_on_lines_of_its_own_is_a_draft_whatever_it_reads_like(text: str) -> None:
    turn = Talk().say(text)
    assert turn.move.name == "review_draft"
    assert turn.state.reviewed is not None
    assert "what I have" not in turn.state.reviewed.text
    assert "blunt" not in turn.state.reviewed.text


def test_a_better_one_after_a_review_is_the_next_version_however_different() -> None:
    talk = Talk()
    talk.say(DRAFT)
    turn = talk.say("here's a better one: What would help with all of it, so that mornings go well for each of us?")
    assert turn.review is not None
    assert turn.review.compared is not None


def test_words_that_make_a_danger_real_are_not_asked_about_but_acted_on() -> None:
    talk = practising()
    turn = talk.say("I have to go, this is real, the lift is sinking")
    assert turn.move.name == "safety_route"
    assert turn.state.practice is None


def test_a_danger_in_whom_to_practise_with_is_weighed_like_any_other() -> None:
    talk = Talk()
    first = talk.say("The bins are green.").message
    turn = talk.coach.reply(
        first.model_copy(
            update={"conversation_id": "n", "text": "Hello.", "practise_with": "myself, I want to end my life tonight"}
        )
    )
    assert turn.move.name == "safety_route"


def test_whom_to_practise_with_is_masked_before_it_is_kept() -> None:
    talk = Talk()
    first = talk.say("The bins are green.").message
    named = {"conversation_id": "n", "text": "Hello there.", "practise_with": "the man on 07700 900123"}
    turn = talk.coach.reply(first.model_copy(update=named))
    assert "07700" not in turn.model_dump_json()


def test_what_the_talk_has_come_to_is_not_asked_for_again_before_a_rehearsal() -> None:
    talk = to_the_plan()
    talk.say("I will ask the porters for the lift on Monday.")
    turn = talk.say(ASKED)
    assert turn.state.practice is not None
    assert turn.state.practice.setting_up == ""
    assert "porters" in turn.state.practice.matter
