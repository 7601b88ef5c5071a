import pytest

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import sections
from bot.ports.incoming import Kind
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.world import LANE, PERSON, World, play
from tests.bot.channels.slack.render.samples import WORDS


def test_a_start_from_the_home_tab_waits_in_the_direct_channel() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.HOME_START))
        (start,) = await here.waiting()
        assert (start.kind, start.text, start.channel) == (Kind.START, "", payloads.DIRECT)
        assert here.engine.woken == [(LANE, False)]

    play(scenario)


@pytest.mark.parametrize(
    ("version", "said"),
    [(WORDS.consent.version, WORDS.elsewhere.started), (WORDS.consent.version - 1, WORDS.elsewhere.not_agreed)],
)
def test_the_home_tab_says_where_the_conversation_is(version: int, said: str) -> None:
    async def scenario(here: World) -> None:
        await here.parts.people.consent(PERSON, version, here.clock.now())
        await here.interact(payloads.pressed(ids.HOME_START))
        assert said in here.web.last("views.open").words

    play(scenario)


def test_a_start_counts_where_no_dialogue_can_be_opened() -> None:
    async def scenario(here: World) -> None:
        here.web.errors["views.open"] = "expired_trigger_id"
        await here.interact(payloads.pressed(ids.HOME_START))
        assert len(await here.waiting()) == 1
        assert "chat.postEphemeral" not in here.web.methods, "nothing went wrong that matters to the doctor"

    play(scenario)


def test_a_message_of_the_coachs_own_is_reflected_on_in_the_words_that_it_shows() -> None:
    async def scenario(here: World) -> None:
        body = payloads.shortcut(ids.REFLECT_SHORTCUT, "Your coach replied")
        message = body["message"]
        assert isinstance(message, dict)
        message["bot_id"] = "B0COACH"
        message["blocks"] = [*sections("What would you say to him?"), {"type": "actions", "elements": []}]
        await here.interact(body)
        opened = here.web.last("views.open").words
        assert "What would you say to him?" in opened
        assert "Your coach replied" not in opened

    play(scenario)


def test_the_same_press_delivered_twice_starts_once() -> None:
    async def scenario(here: World) -> None:
        press = payloads.pressed(ids.HOME_START)
        await here.interact(press)
        await here.interact(press)
        assert len(await here.waiting()) == 1
        await here.interact(payloads.pressed(ids.HOME_START))
        assert len(await here.waiting()) == 2

    play(scenario)


def test_a_mention_goes_on_in_private_with_the_words_it_was_made_with_once() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.START_THERE, "how do I raise this?", ts="5.000001"))
        await here.interact(payloads.pressed(ids.START_THERE, "how do I raise this?", ts="5.000001"))
        (start,) = await here.waiting()
        assert (start.kind, start.text) == (Kind.START, "how do I raise this?")
        assert WORDS.notes["not_understood_yet"] in here.web.last("chat.postEphemeral").words

    play(scenario)


def test_words_brought_by_a_button_are_masked_and_weighed_like_any() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.START_THERE, "Dr John Smith makes me want to die", ts="5.000001"))
        (start,) = await here.waiting()
        assert "Smith" not in start.text
        assert start.identifiable
        assert start.urgent == here.parts.answerer.urgent(start.text)

    play(scenario)


@pytest.mark.parametrize("thread", ["", "3.000001"])
def test_an_edited_message_is_answered_in_its_present_words_where_it_stands(thread: str) -> None:
    async def scenario(here: World) -> None:
        now = {"ts": "4.000001", "user": payloads.DOCTOR, "text": "It went well, says <@U2>."}
        method = "conversations.replies" if thread else "conversations.history"
        here.web.answers[method] = {"messages": [{"ts": "3.000001", "user": payloads.DOCTOR, "text": "no"}, now]}
        await here.interact(payloads.pressed(ids.ANSWER_EDIT, "4.000001", ts="5.000001", thread_ts=thread))
        (start,) = await here.waiting()
        assert (start.text, start.thread_ts) == ("It went well, says a colleague.", thread)
        assert start.about_ts == "4.000001"  # so that its words go when it is deleted
        assert here.web.last(method).given["latest"] == "4.000001"

    play(scenario)


@pytest.mark.parametrize("messages", [[], [{"ts": "4.000001", "user": payloads.BOT, "text": "mine"}]])
def test_an_edited_message_that_is_gone_or_not_theirs_is_not_answered(messages: list[dict[str, str]]) -> None:
    async def scenario(here: World) -> None:
        here.web.answers["conversations.history"] = {"messages": messages}
        await here.interact(payloads.pressed(ids.ANSWER_EDIT, "4.000001", ts="5.000001"))
        assert await here.waiting() == ()
        assert WORDS.notes["not_yours"] in here.web.last("chat.postEphemeral").words

    play(scenario)


def test_a_message_to_reflect_on_is_shown_masked_and_goes_nowhere_before_it_is_sent() -> None:
    async def scenario(here: World) -> None:
        text = "Mr John Smith in bed 4 &amp; <@U2> shouted"
        assert (await here.interact(payloads.shortcut(ids.REFLECT_SHORTCUT, text))).status == 200
        shown = here.web.last("views.open").words
        assert "Smith" not in shown
        assert "a colleague shouted" in shown
        assert await here.waiting() == ()

    play(scenario)


@pytest.mark.parametrize(
    ("callback", "begins"), [(ids.MODAL_REFLECT, "It was [name]."), (ids.MODAL_DRAFT, "Draft (text): It was [name].")]
)
def test_a_dialogue_with_words_begins_a_conversation_once(callback: str, begins: str) -> None:
    async def scenario(here: World) -> None:
        sent = payloads.sent(callback, {ids.FIELD_TEXT: {"value": "It was Dr John Smith."}})
        assert (await here.interact(sent)).status == 200
        await here.interact(sent)
        (start,) = await here.waiting()
        assert start.text.endswith(begins) or "Smith" not in start.text
        assert start.kind is Kind.START

    play(scenario)


def test_an_empty_dialogue_begins_nothing() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.sent(ids.MODAL_REFLECT, {ids.FIELD_TEXT: {"value": None}}))
        assert await here.waiting() == ()

    play(scenario)
