import json

import pytest

from bot.channels.slack.render import actions as ids
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.world import PERSON, World, play
from tests.bot.channels.slack.render.samples import SOURCE, WORDS, record

SAID_AT = "5.000001"
CITING = record().model_copy(update={"reply": record().reply.model_copy(update={"citations": (SOURCE,)})})


async def verdicts(here: World) -> list[dict[str, object]]:
    export = json.loads(json.dumps(await here.parts.people.export(PERSON)))
    found: list[dict[str, object]] = export["feedback"]
    return found


def test_the_passage_is_asked_for_at_once_and_filled_when_it_is_found() -> None:
    async def scenario(here: World) -> None:
        await here.answered(CITING, SAID_AT)
        await here.interact(payloads.pressed(ids.PASSAGE, SOURCE.key, ts=SAID_AT))
        assert ids.MODAL_WAITING in here.web.last("views.open").words
        filled = here.web.last("views.update")
        assert filled.given["view_id"] == "V1"
        assert "The words behind [a-card]." in filled.words
        assert "Bohmer 2012, A section" in filled.words

    play(scenario)


@pytest.mark.parametrize(("key", "ts"), [("[other]", SAID_AT), (SOURCE.key, "6.000001")])
def test_a_passage_that_is_gone_is_said_to_be(key: str, ts: str) -> None:
    async def scenario(here: World) -> None:
        await here.answered(CITING, SAID_AT)
        await here.interact(payloads.pressed(ids.PASSAGE, key, ts=ts))
        assert WORDS.notes["not_yours"] in here.web.last("views.update").words

    play(scenario)


def test_the_last_verdict_counts() -> None:
    async def scenario(here: World) -> None:
        await here.answered(record(), SAID_AT)
        for value in ("bad", "good"):
            await here.interact(payloads.pressed(ids.FEEDBACK, value, ts=SAID_AT))
        assert [one["value"] for one in await verdicts(here)] == ["good"]
        assert here.web.methods.count("views.open") == 1, "only thumbs down are asked why"
        assert 'coach_slack_feedback_total{value="good"} 1.0' in here.counted

    play(scenario)


def test_reasons_are_kept_with_the_verdict_and_words_are_masked() -> None:
    async def scenario(here: World) -> None:
        await here.answered(record(), SAID_AT)
        await here.interact(payloads.pressed(ids.FEEDBACK, "bad", ts=SAID_AT))
        view = here.web.last("views.open").given["view"]
        assert isinstance(view, dict)
        reason = WORDS.feedback.reasons[0].id
        fields = {
            ids.FIELD_REASONS: {"selected_options": [{"value": reason}]},
            ids.FIELD_WORDS: {"value": "I told you about Dr John Smith."},
        }
        await here.interact(payloads.sent(ids.MODAL_FEEDBACK, fields, about=view["private_metadata"]))
        (kept,) = await verdicts(here)
        assert reason in str(kept["reasons"])
        assert "Smith" not in str(kept["words"])
        assert WORDS.notes["feedback_kept"] in here.web.last("chat.postEphemeral").words

    play(scenario)


@pytest.mark.parametrize(("value", "ts"), [("good", "6.000001"), ("excellent", SAID_AT)])
def test_a_verdict_on_what_the_coach_did_not_say_is_none(value: str, ts: str) -> None:
    async def scenario(here: World) -> None:
        await here.answered(record(), SAID_AT)
        await here.interact(payloads.pressed(ids.FEEDBACK, value, ts=ts))
        assert await verdicts(here) == []

    play(scenario)


def test_a_verdict_on_a_reply_that_was_erased_is_answered() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.FEEDBACK, "bad", ts=SAID_AT))
        assert WORDS.notes["not_yours"] in here.web.last("chat.postEphemeral").words
        assert "views.open" not in here.web.methods

    play(scenario)


def test_reasons_for_a_message_that_is_not_the_coachs_are_not_kept() -> None:
    async def scenario(here: World) -> None:
        about = json.dumps({"channel": "D2", "ts": SAID_AT})
        await here.interact(payloads.sent(ids.MODAL_FEEDBACK, {}, about=about))
        assert await verdicts(here) == []

    play(scenario)


@pytest.mark.parametrize("ts", [SAID_AT, ""])
def test_help_is_a_press_away_from_every_reply_and_from_home(ts: str) -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.HELP_NOW, ts=ts))
        assert "0800 000 000" in here.web.last("views.open").words

    play(scenario)


@pytest.mark.parametrize("ts", [SAID_AT, ""])
def test_help_comes_where_no_dialogue_can_be_opened(ts: str) -> None:
    async def scenario(here: World) -> None:
        here.web.errors["views.open"] = "expired_trigger_id"
        await here.interact(payloads.pressed(ids.HELP_NOW, ts=ts))
        written = here.web.last("chat.postEphemeral")
        assert "0800 000 000" in written.words
        assert (written.given["channel"], written.given["user"]) == (payloads.DIRECT, payloads.DOCTOR)

    play(scenario)
