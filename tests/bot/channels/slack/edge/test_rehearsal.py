"""A rehearsal in Slack: begun in a dialogue, steered by the last message's buttons, each a turn, once and in order."""

import json

import pytest

from bot.channels.slack.render import actions as ids
from bot.coaching.model import Commitment
from bot.coaching.practice import Practice
from bot.coaching.record import TurnRecord
from bot.ports.incoming import Kind
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.test_reminders import closing
from tests.bot.channels.slack.edge.world import LANE, PERSON, World, play
from tests.bot.channels.slack.render.practising import MOMENT, looked_back, reviewed, spoken
from tests.bot.channels.slack.render.samples import WORDS, record

SAID_AT = "5.000001"
FILLED = {
    ids.FIELD_WHO: {"selected_option": {"value": "porter"}},
    ids.FIELD_MATTER: {"value": "the lift, says Dr John Smith"},
}
STEERING = [
    (ids.REHEARSE_PAUSE, WORDS.rehearsal.say.pause),
    (ids.REHEARSE_AGAIN, WORDS.rehearsal.say.again),
    (ids.REHEARSE_STOP, WORDS.rehearsal.say.stop),
    (ids.REHEARSE_BACK, WORDS.rehearsal.say.back),
    (ids.REHEARSE_ANEW, WORDS.rehearsal.say.again),
]


def numbered(made: TurnRecord, number: int = 1) -> TurnRecord:
    """A turn with its place in the talk."""
    return made.model_copy(
        update={"number": number, "state": made.state.model_copy(update={"turn": number, "practice": _practice(made)})}
    )


def _practice(made: TurnRecord) -> Practice | None:
    return made.step.practice if made.step else None


async def said(here: World) -> list[str]:
    return [one.text for one in await here.waiting()]


def view_of(here: World) -> dict[str, object]:
    """The dialogue that was opened last."""
    opened = here.web.last("views.open").given["view"]
    view = json.loads(opened) if isinstance(opened, str) else opened
    assert isinstance(view, dict)
    return view


def test_the_home_tab_and_the_command_ask_whom_it_is_with() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.HOME_REHEARSE))
        assert "The head porter" in here.web.last("views.open").words
        await here.command("rehearse")
        assert view_of(here)["callback_id"] == ids.MODAL_REHEARSAL
        assert here.web.methods.count("views.open") == 2
        assert here.web.said == []
        assert await said(here) == []

    play(scenario)


def test_what_was_filled_in_begins_once_in_the_direct_channel_and_masked() -> None:
    async def scenario(here: World) -> None:
        sent = payloads.sent(ids.MODAL_REHEARSAL, FILLED)
        assert (await here.interact(sent)).status == 200
        await here.interact(sent)
        (start,) = await here.waiting()
        assert start.text.startswith("I would like to practise with the head porter. What I want from them: the lift")
        assert "Smith" not in start.text
        assert (start.kind, start.channel) == (Kind.START, payloads.DIRECT)
        assert here.engine.woken == [(LANE, False)]

    play(scenario)


@pytest.mark.parametrize(
    ("version", "told"),
    [(WORDS.consent.version, WORDS.elsewhere.started), (WORDS.consent.version - 1, WORDS.elsewhere.not_agreed)],
)
def test_where_it_goes_on_is_said_to_who_began_elsewhere(version: int, told: str) -> None:
    async def scenario(here: World) -> None:
        await here.parts.people.consent(PERSON, version, here.clock.now())
        answer = await here.interact(payloads.sent(ids.MODAL_REHEARSAL, FILLED, about='{"elsewhere":true}'))
        assert told in str(answer.body)
        assert len(await here.waiting()) == 1
        quiet = await here.interact(payloads.sent(ids.MODAL_REHEARSAL, FILLED, view_id="V2"))
        assert "view" not in str(quiet.body)

    play(scenario)


def test_a_plan_is_practised_with_its_own_words_filled_in() -> None:
    async def scenario(here: World) -> None:
        made = closing()
        plan = Commitment(what="ask the porters for a lift", with_whom="my head porter")
        await here.answered(made.model_copy(update={"state": made.state.model_copy(update={"commitment": plan})}))
        await here.interact(payloads.pressed(ids.REHEARSE_FIRST, ids.of_session(3), ts=SAID_AT))
        opened = here.web.last("views.open").words
        assert "ask the porters for a lift" in opened
        assert '"initial_option": {"value": "porter"' in opened

    play(scenario)


@pytest.mark.parametrize("value", ["s:9", "", "all"])
def test_a_plan_that_is_gone_is_said_to_be(value: str) -> None:
    async def scenario(here: World) -> None:
        await here.answered(closing())
        await here.interact(payloads.pressed(ids.REHEARSE_FIRST, value, ts=SAID_AT))
        assert WORDS.notes["not_yours"] in here.web.last("chat.postEphemeral").words
        assert "views.open" not in here.web.methods

    play(scenario)


@pytest.mark.parametrize(("action", "word"), STEERING)
def test_a_button_is_a_turn_of_the_doctors_once(action: str, word: str) -> None:
    async def scenario(here: World) -> None:
        await here.answered(numbered(looked_back() if action == ids.REHEARSE_ANEW else spoken()), SAID_AT)
        await here.interact(payloads.pressed(action, ts=SAID_AT, thread_ts="3.000001"))
        (turn,) = await here.waiting()
        assert (turn.text, turn.channel, turn.thread_ts) == (word, payloads.DIRECT, "3.000001")
        await here.interact(payloads.pressed(ids.REHEARSE_STOP, ts=SAID_AT))
        assert len(await here.waiting()) == 1
        assert WORDS.notes["not_understood_yet"] in here.web.last("chat.postEphemeral").words

    play(scenario)


def test_only_the_last_messages_buttons_act() -> None:
    async def scenario(here: World) -> None:
        await here.answered(numbered(spoken()), SAID_AT)
        await here.answered(numbered(spoken("Well then."), 2), "6.000001")
        await here.interact(payloads.pressed(ids.REHEARSE_AGAIN, ts=SAID_AT))
        assert await said(here) == []
        assert WORDS.notes["gone_on"] in here.web.last("chat.postEphemeral").words
        await here.interact(payloads.pressed(ids.REHEARSE_AGAIN, ts="6.000001"))
        assert await said(here) == [WORDS.rehearsal.say.again]

    play(scenario)


def test_a_button_of_a_talk_that_was_erased_does_nothing() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.REHEARSE_PAUSE, ts=SAID_AT))
        assert await said(here) == []
        assert WORDS.notes["not_yours"] in here.web.last("chat.postEphemeral").words

    play(scenario)


@pytest.mark.parametrize("callback", [ids.MODAL_DRAFT, ids.MODAL_REFLECT, ids.MODAL_REHEARSAL])
def test_what_is_about_something_else_ends_a_rehearsal_first(callback: str) -> None:
    async def scenario(here: World) -> None:
        await here.answered(numbered(spoken()), SAID_AT)
        fields = {**FILLED, ids.FIELD_TEXT: {"value": "Dear all"}}
        await here.interact(payloads.sent(callback, fields))
        first, second = await said(here)
        assert first == WORDS.rehearsal.say.stop
        assert second != first

    play(scenario)


@pytest.mark.parametrize("made", [record(), looked_back(), reviewed()])
def test_where_nobody_rehearses_nothing_ends(made: TurnRecord) -> None:
    async def scenario(here: World) -> None:
        await here.answered(numbered(made), SAID_AT)
        await here.interact(payloads.pressed(ids.HOME_START))
        assert await said(here) == [""]

    play(scenario)


def test_a_question_about_safety_is_not_answered_by_leaving() -> None:
    async def scenario(here: World) -> None:
        made = numbered(spoken())
        asked = made.state.model_copy(update={"expecting": "safety:mistreatment"})
        await here.answered(made.model_copy(update={"state": asked}), SAID_AT)
        await here.interact(payloads.sent(ids.MODAL_REFLECT, {ids.FIELD_TEXT: {"value": "No, it was practice."}}))
        assert await said(here) == ["No, it was practice."]

    play(scenario)


def test_an_edited_line_is_said_again_in_the_rehearsal() -> None:
    async def scenario(here: World) -> None:
        await here.answered(numbered(spoken()), SAID_AT)
        now = {"ts": "4.000001", "user": payloads.DOCTOR, "text": "Why not today?"}
        here.web.answers["conversations.history"] = {"messages": [now]}
        await here.interact(payloads.pressed(ids.ANSWER_EDIT, "4.000001", ts=SAID_AT))
        assert await said(here) == ["Why not today?"]

    play(scenario)


def test_the_line_that_a_moment_holds_is_kept_with_the_talk() -> None:
    async def scenario(here: World) -> None:
        await here.answered(numbered(spoken()), SAID_AT)
        stands = await here.parts.post.stands(LANE, PERSON)
        assert stands.turns == 1
        assert stands.state.practice is not None
        assert stands.state.practice.moments == (MOMENT,)

    play(scenario)
