"""What was found in a draft: every sentence, and the next version, from the turn that the message stands for."""

import pytest

from bot.channels.slack.render import actions as ids
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.world import World, play
from tests.bot.channels.slack.render.practising import DRAFT, reviewed
from tests.bot.channels.slack.render.samples import WORDS, record

SAID_AT = "5.000001"


def test_every_sentence_is_asked_for_at_once_and_filled_when_it_is_found() -> None:
    async def scenario(here: World) -> None:
        await here.answered(reviewed(), SAID_AT)
        await here.interact(payloads.pressed(ids.DRAFT_SENTENCES, ts=SAID_AT))
        assert ids.MODAL_WAITING in here.web.last("views.open").words
        filled = here.web.last("views.update")
        assert filled.given["view_id"] == "V1"
        assert "What have I missed?" in filled.words
        assert "Tells, presses." in filled.words

    play(scenario)


def test_the_next_version_begins_with_the_doctors_own_words_and_goes_to_be_compared() -> None:
    async def scenario(here: World) -> None:
        await here.answered(reviewed(), SAID_AT)
        await here.interact(payloads.pressed(ids.DRAFT_AGAIN, ts=SAID_AT))
        shown = here.web.last("views.update").words
        assert f'"initial_value": "{DRAFT}"' in shown
        assert '"initial_option": {"value": "email"' in shown
        fields = {
            ids.FIELD_KIND: {"selected_option": {"value": "email"}},
            ids.FIELD_TEXT: {"value": "Could we clear the bins?"},
        }
        await here.interact(payloads.sent(ids.MODAL_DRAFT, fields))
        assert [one.text for one in await here.waiting()] == ["Draft (email): Could we clear the bins?"]

    play(scenario)


@pytest.mark.parametrize("action", [ids.DRAFT_SENTENCES, ids.DRAFT_AGAIN])
@pytest.mark.parametrize("ts", [SAID_AT, "6.000001"])
def test_a_draft_that_is_gone_is_said_to_be(action: str, ts: str) -> None:
    async def scenario(here: World) -> None:
        await here.answered(record(), SAID_AT)
        await here.interact(payloads.pressed(action, ts=ts))
        assert WORDS.notes["not_yours"] in here.web.last("views.update").words

    play(scenario)
