"""A doctor shares a talk: the ways in, and that only what was seen is shared, without what was left out."""

import json
from dataclasses import asdict, replace
from datetime import timedelta

import pytest

from bot.channels.slack.render import actions as ids
from bot.channels.slack.views.preview_fields import place_of
from bot.mentoring.shared_talk import shared_talk
from bot.ports.sharing import Purpose
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.sharing_steps import (
    CONVERSATION,
    OSEI,
    TEXTS,
    given,
    opened,
    previewed,
    send,
    shown,
    with_a_talk,
)
from tests.bot.channels.slack.edge.world import PERSON, World, play
from tests.bot.channels.slack.render.samples import WORDS
from tests.bot.channels.slack.render.shares import a_preview, mentor
from tests.bot.channels.slack.views.filling import filled, words

# ---------------------------------------------------------------- the ways in


def test_the_home_tab_offers_to_share_and_the_dialogue_is_opened_at_once() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        await here.event(payloads.opened("home"))
        assert await here.app.settle(10)
        assert ids.HOME_SHARE in here.web.last("views.publish").words
        view = await opened(here)
        assert WORDS.waiting.text in here.web.last("views.open").words
        assert "how to raise it with somebody senior" in words(view)

    play(scenario)


def test_the_command_opens_the_same_dialogue() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        await here.command("share")
        assert shown(here)["callback_id"] == ids.MODAL_SHARE
        assert here.web.said == []

    play(scenario)


def test_the_button_under_the_end_of_a_talk_begins_with_that_talk() -> None:
    async def scenario(here: World) -> None:
        older = await with_a_talk(here)
        here.sharing.previews[PERSON] = [a_preview("Newer.", conversation_id=CONVERSATION, session=4), older]
        view = await opened(here, button=ids.SHARE_SESSION, value="s:3", ts="5.000001")
        preview = await send(here, view, mentor=OSEI.id)
        assert "Marigold" in words(preview)

    play(scenario)


def test_who_has_not_agreed_to_how_the_coach_works_now_is_asked_to_do_so_first() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        await here.parts.people.erase(PERSON)
        await here.parts.people.consent(PERSON, WORDS.consent.version - 1, here.clock.now())
        assert WORDS.elsewhere.not_agreed in words(await opened(here))

    play(scenario)


def test_where_there_is_no_mentor_it_is_said_with_what_to_do() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        here.sharing.staff = [mentor("Elsewhere", 9, team="T9"), replace(OSEI, roles=frozenset())]
        assert WORDS.share.no_mentors in words(await opened(here))

    play(scenario)


def test_nobody_can_choose_themselves() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        here.sharing.staff = [replace(OSEI, id=PERSON)]
        assert WORDS.share.no_mentors in words(await opened(here))

    play(scenario)


# ---------------------------------------------------------------- what is seen is what is shared


def test_what_the_preview_shows_is_what_the_mentor_will_see() -> None:
    async def scenario(here: World) -> None:
        found = await with_a_talk(here)
        view = await previewed(here, length="7", purpose="supervision")
        assert view["callback_id"] == ids.MODAL_PREVIEW
        await send(here, view)
        new = given(here)
        assert (new.person_id, new.mentor_id, new.purpose) == (PERSON, OSEI.id, Purpose.SUPERVISION)
        assert new.expires_at == here.clock.now() + timedelta(days=7)
        assert (new.conversation_id, new.session, new.last, new.name, new.note) == (CONVERSATION, 3, 2, "", "")
        assert not new.for_cases
        told = words(view)
        for turn in shared_talk(found.records, new.left_out, found.verdicts).turns:
            assert f"You:\n{turn.doctor}" in told
            assert f"Coach:\n{turn.coach}" in told

    play(scenario)


def test_what_is_left_out_is_shown_to_be_gone_before_anything_is_shared() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        view = await previewed(here)
        again = await send(here, view, left_out="the floor")
        assert here.sharing.given == []
        assert WORDS.preview.changed in words(again)
        assert "I looked at [left out]" in words(again)
        await send(here, again)
        assert "the floor" in given(here).left_out

    play(scenario)


def test_words_to_be_left_out_that_stand_nowhere_are_named() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        again = await send(here, await previewed(here), left_out="the flor\nthe floor")
        assert 'look at how they are written there: "the flor".' in words(again)

    play(scenario)


def test_words_that_were_left_out_stand_nowhere_else_in_what_is_kept_or_sent() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        typed = {"left_out": "zebra crossing\nMarigold", "name": "Zebra Crossing", "note": "See the zebra  crossing."}
        view = await send(here, await previewed(here), **typed, case=("yes",))
        await send(here, view)
        new = given(here)
        assert {"zebra crossing", "Marigold"} <= set(new.left_out)
        assert new.for_cases
        others = {name: str(value) for name, value in asdict(new).items() if name != "left_out"}
        assert "zebra" not in str(others).casefold()
        assert "[left out]" in new.note
        letters = [one.letter for one in await here.parts.post.take(10)]
        assert letters
        assert "zebra" not in str(letters).casefold()
        assert "marigold" not in str(letters).casefold()

    play(scenario)


def test_a_note_is_masked_and_shown_as_the_mentor_will_read_it() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        first = await previewed(here)
        again = await send(here, first, note="Ring me on 07700 900123 about it.")
        assert here.sharing.given == []
        assert "900123" not in json.dumps(again)
        done = await send(here, again)
        assert WORDS.shared.after in words(done)
        assert "900123" not in given(here).note
        assert "Ring me on" in given(here).note

    play(scenario)


def test_a_talk_that_has_changed_since_it_was_seen_is_shown_again() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        view = await previewed(here)
        here.sharing.previews[PERSON] = [a_preview("Something else.", TEXTS[1], conversation_id=CONVERSATION)]
        again = await send(here, view)
        assert here.sharing.given == []
        assert "Something else." in words(again)

    play(scenario)


def test_what_was_said_after_the_preview_is_not_shared() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        view = await previewed(here)
        here.sharing.previews[PERSON] = [a_preview(*TEXTS, "And now this.", conversation_id=CONVERSATION)]
        await send(here, view)
        assert given(here).last == 2

    play(scenario)


def test_a_long_talk_is_shared_only_after_its_last_page() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here, *(f"This is number {number}." for number in range(60)))
        view, seen = await previewed(here), ""
        pages = 0
        while view["callback_id"] == ids.MODAL_PREVIEW:
            assert here.sharing.given == []
            seen += words(view)
            pages += 1
            view = await send(here, view)
        assert pages > 1
        assert all(f"This is number {number}." in seen for number in range(60))
        assert given(here).last == 60

    play(scenario)


def test_the_page_before_can_be_looked_at_again_with_what_was_typed() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here, *(f"This is number {number}." for number in range(60)))
        second = await send(here, await previewed(here))
        assert place_of(second).page == 1
        await here.interact(payloads.pressed_in(filled(second), ids.PREVIEW_BACK))
        first = shown(here)
        assert place_of(first).page == 0
        await here.interact(payloads.pressed_in(filled(first, left_out="number 1"), ids.PREVIEW_AGAIN))
        again = shown(here)
        assert WORDS.preview.changed in words(again)
        assert "This is [left out]." in words(again)
        assert here.sharing.given == []

    play(scenario)


@pytest.mark.parametrize("digest", ["", "0" * 32])
def test_a_preview_that_was_not_shown_so_is_shown_and_not_shared(digest: str) -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        view = await previewed(here)
        about = json.loads(str(view["private_metadata"])) | {"digest": digest}
        again = await send(here, {**view, "private_metadata": json.dumps(about)})
        assert again["callback_id"] == ids.MODAL_PREVIEW
        assert here.sharing.given == []

    play(scenario)
