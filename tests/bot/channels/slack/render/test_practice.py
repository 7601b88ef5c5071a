"""What is said in a rehearsal and of a draft keeps Slack's limits, shows who speaks, and offers only what can be done."""

from collections.abc import Callable

import pytest

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import letters
from bot.channels.slack.render.beneath import Manner
from bot.coaching.model import Commitment
from bot.coaching.practice import Practice
from bot.coaching.record import TurnRecord
from bot.coaching.review.plainest import PLAINEST
from bot.coaching.reviewed import Strength
from bot.ports.post import Letter
from tests.bot.channels.slack.render.limits import action_ids, buttons, problems, values
from tests.bot.channels.slack.render.practising import COMPARED, DRAFT, MOMENT, looked_back, reviewed, spoken, stepped
from tests.bot.channels.slack.render.samples import HARMFUL, SOURCE, WHERE, WORDS, as_read, record, refused

TOLD = WORDS.rehearsal.debrief
MADE: dict[str, Callable[[str], TurnRecord]] = {
    "line": lambda text: spoken(text),
    "name": lambda text: spoken(name=text),
    "look_back": lambda text: looked_back(text, hidden=text),
    "review": lambda text: reviewed(text, text, compared=COMPARED),
}


def sent(made: TurnRecord, manner: Manner | None = None) -> tuple[Letter, ...]:
    return letters.reply(made, WORDS, WHERE, key="k", **(manner or {}))


def only(made: TurnRecord) -> Letter:
    (letter,) = sent(made)
    return letter


def read(letter: Letter) -> str:
    return as_read(letters.plain_text(letter))


def offered(made: TurnRecord) -> set[str]:
    """The ways on; what every reply has is left out."""
    return set(action_ids(only(made).blocks)) - {ids.HELP_NOW, ids.PASSAGE}


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("text", HARMFUL, ids=range(len(HARMFUL)))
def test_the_limits_are_kept_whatever_was_said(name: str, text: str) -> None:
    for letter in sent(MADE[name](text)):
        assert not problems(letter.blocks)
        assert not refused(letter)
        assert letter.text == WORDS.notifications.reply
        assert len(letters.plain_text(letter)) <= 4000 or name in {"line", "name"}


def test_a_line_of_the_other_person_names_them_and_is_said_without_marks() -> None:
    letter = only(spoken("I have no lift to spare."))
    assert [one["type"] for one in letter.blocks[:2]] == ["context", "section"]
    assert read(letter) == "The head porter says:\n\nI have no lift to spare."


@pytest.mark.parametrize("text", ['The porter: "Half of a line', "You are back with the porter.", '"Only words."'])
def test_what_is_no_line_of_theirs_is_told_as_it_is(text: str) -> None:
    assert read(only(stepped(Practice(role="porter"), text, voice="other"))) == text


def test_the_other_persons_line_is_not_judged_and_the_look_back_is() -> None:
    assert "context_actions" not in [one["type"] for one in only(spoken()).blocks]
    assert "context_actions" in [one["type"] for one in only(looked_back()).blocks]


def test_a_line_that_quotes_is_theirs_whole() -> None:
    assert read(only(spoken('They said "not now" and left.'))).endswith('They said "not now" and left.')


@pytest.mark.parametrize(
    ("practice", "ways"),
    [
        (Practice(setting_up="role"), set()),
        (Practice(over=True, moments=(MOMENT,)), set()),
        (Practice(), {ids.REHEARSE_PAUSE, ids.REHEARSE_STOP}),
        (Practice(moments=(MOMENT,)), {ids.REHEARSE_PAUSE, ids.REHEARSE_AGAIN, ids.REHEARSE_STOP}),
        (Practice(paused=True, moments=(MOMENT,)), {ids.REHEARSE_BACK, ids.REHEARSE_AGAIN, ids.REHEARSE_STOP}),
    ],
)
def test_only_what_can_be_done_now_is_offered(practice: Practice, ways: set[str]) -> None:
    assert offered(stepped(practice, "It is your turn.")) == ways


def test_the_look_back_quotes_both_moments_counts_and_leaves_one_thing_to_try() -> None:
    letter = only(looked_back())
    told = read(letter)
    assert told.startswith(TOLD.heading)
    assert 'What opened them most: "Why not?"\nYou asked.\nThey answered: "Because of my knees."' in told
    assert 'What closed them most: "Move it"\nYou ordered.\nThey answered: "No."' in told
    assert "By sentences, you asked 1 and told 4." in told
    assert "What you did not hear: His lift was taken once." in told
    assert 'your "Why not?" once more, another way. Ask first what they see.' in told
    assert "A look back." not in told, "the same in one piece is said twice"
    assert offered(looked_back()) == {ids.REHEARSE_ANEW}


def test_what_was_heard_is_not_told_as_hidden() -> None:
    assert TOLD.told in read(only(looked_back(hidden=None)))


def test_a_notice_of_the_coachs_stands_before_what_was_found() -> None:
    told = read(only(looked_back(notice="I have struck out a name.")))
    assert told.startswith(f"I have struck out a name.\n\n{TOLD.heading}")


def test_a_source_has_its_button_under_the_look_back_and_the_review() -> None:
    back = looked_back()
    cited = back.model_copy(update={"reply": back.reply.model_copy(update={"citations": (SOURCE,)})})
    for made in (cited, reviewed()):
        assert values(only(made).blocks)[ids.PASSAGE] == SOURCE.key


def test_a_review_quotes_the_doctors_own_words_with_another_way_to_put_them_below() -> None:
    told = read(only(reviewed()))
    assert f'{WORDS.review.works}\n\n"What have I missed?"\nIt lets them in.' in told
    assert '"You must clear the bins."\nIt orders them about.\nIt could read: "The bins are full by ten."' in told
    assert "I read it as an email. Sentences that ask: 1. Sentences that tell: 1." in told
    assert offered(reviewed()) == {ids.DRAFT_SENTENCES, ids.DRAFT_AGAIN}


def test_what_is_good_about_the_whole_is_said_without_quoting_all_of_it() -> None:
    (whole, *_) = PLAINEST
    strength = Strength(id=whole, start=0, end=44, words=DRAFT, why="It is short.")
    told = read(only(reviewed(strengths=(strength,))))
    assert "It is short." in told
    assert DRAFT not in told


def test_what_is_missing_is_not_quoted() -> None:
    told = read(only(reviewed(words="")))
    assert f"{WORDS.review.missing}\nIt orders them about." in told


def test_a_draft_that_needs_no_change_is_said_to() -> None:
    assert WORDS.review.nothing in read(only(reviewed(changes=())))


def test_a_second_version_is_set_beside_the_first() -> None:
    told = read(only(reviewed(compared=COMPARED)))
    assert "of the changes that I named there, you have made 1 of 2." in told
    assert "It asked 0 times and now asks 2. It told 4 times and now tells 1." in told


def test_practising_first_is_offered_where_a_talk_ends_with_a_plan_and_nowhere_else() -> None:
    made = record()
    planned = made.model_copy(update={"state": made.state.model_copy(update={"commitment": Commitment(what="ask")})})
    (ends,) = sent(planned, {"closes": True})
    assert values(ends.blocks)[ids.REHEARSE_FIRST] == "s:3"
    assert not problems(ends.blocks)
    for letter in (*sent(planned), *sent(made, {"closes": True})):
        assert ids.REHEARSE_FIRST not in action_ids(letter.blocks)


def test_nothing_is_offered_where_the_coach_has_stopped_for_safety() -> None:
    stopped = spoken().model_copy(update={"move": record(move="safety_route").move})
    assert [one["action_id"] for one in buttons(only(stopped).blocks)] == [ids.HELP_NOW]
