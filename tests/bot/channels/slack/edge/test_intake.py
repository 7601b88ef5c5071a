import asyncio
from datetime import UTC, datetime

import pytest

from bot.ports.incoming import Kind
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.refusing import Refusing
from tests.bot.channels.slack.edge.world import LANE, World, world


def test_a_message_is_on_disk_masked_before_it_is_acknowledged_and_the_engine_is_woken() -> None:
    async def run() -> None:
        async with world() as here:
            response = await here.event(payloads.message("My consultant is Dr John Smith, ring 07700 900123."))
            (kept,) = await here.waiting()
            assert response.status == 200
            assert "Smith" not in kept.text
            assert "900123" not in kept.text
            assert kept.identifiable
            assert here.engine.woken == [(LANE, False)]

    asyncio.run(run())


def test_words_of_danger_are_urgent() -> None:
    async def run() -> None:
        async with world() as here:
            await here.event(payloads.message("I want to kill myself tonight."))
            assert here.engine.woken == [(LANE, True)]
            assert [one.urgent for one in await here.waiting()] == [True]

    asyncio.run(run())


def test_what_no_database_takes_is_left_out_of_a_message_and_does_not_keep_it_out() -> None:
    async def run() -> None:
        async with world() as here:
            await here.event(payloads.message("I \x00want\ud83d to kill myself tonight."))
            (kept,) = await here.waiting()
            assert kept.text == "I want to kill myself tonight."
            assert kept.urgent

    asyncio.run(run())


SAME = payloads.message("It went badly.", ts="1.000001", client_msg_id="cm-1")


@pytest.mark.parametrize(
    ("again", "event_id"),
    [
        (payloads.message("It went badly.", ts="2.000001", client_msg_id="cm-2"), "Ev-same"),
        (payloads.message("It went badly.", ts="1.000001", client_msg_id="cm-2"), "Ev-other"),
        (payloads.message("It went badly.", ts="2.000001", client_msg_id="cm-1"), "Ev-other"),
    ],
    ids=["event_id", "place", "client_msg_id"],
)
def test_a_gesture_is_taken_in_once_by_whatever_it_is_known_again(again: dict[str, object], event_id: str) -> None:
    async def run() -> None:
        async with world() as here:
            await here.event(SAME, event_id="Ev-same")
            response = await here.event(again, event_id=event_id, x_slack_retry_num="1")
            assert response.status == 200, "what is known already is acknowledged, too"
            assert len(await here.waiting()) == 1
            assert len(here.engine.woken) == 1
            assert "coach_slack_duplicates_total 1.0" in here.counted

    asyncio.run(run())


def test_two_hundred_deliveries_of_ten_events_at_once_are_ten() -> None:
    async def run() -> None:
        async with world() as here:
            events = [(payloads.message(f"number {n}"), f"Ev{n}") for n in range(10)]
            every = [here.event(event, event_id=event_id) for event, event_id in events * 20]
            responses = await asyncio.gather(*every)
            assert {one.status for one in responses} == {200}
            assert sorted(one.text for one in await here.waiting()) == [f"number {n}" for n in range(10)]

    asyncio.run(run())


def test_an_acknowledgement_waits_for_nobody_who_has_to_ask_slack() -> None:
    async def run() -> None:
        async with world() as here:
            here.web.slow["auth.test"] = 30
            response = await asyncio.wait_for(here.event(payloads.message("hello")), 10)
            assert response.status == 200
            assert here.web.calls == []

    asyncio.run(run())


@pytest.mark.parametrize("event", [payloads.message("hello"), payloads.stop()], ids=["message", "stop"])
def test_a_store_that_fails_is_no_acknowledgement(event: dict[str, object]) -> None:
    async def run() -> None:
        async with world(post=Refusing()) as here:
            response = await here.event(event)
            assert response.status == 503
            assert here.engine.woken == []
            assert here.engine.stops == []
            assert 'kind="store_failed"' in here.counted

    asyncio.run(run())


def test_what_is_no_persons_is_acknowledged_and_kept_nowhere() -> None:
    async def run() -> None:
        async with world() as here:
            response = await here.event(payloads.message("hello", bot_id="B1"))
            assert response.status == 200
            assert await here.waiting() == ()
            assert (await here.event({"type": "reaction_added", "user": "U1"})).status == 200

    asyncio.run(run())


def test_edits_and_deletions_are_taken_in_and_wake_the_engine() -> None:
    async def run() -> None:
        async with world() as here:
            said = payloads.message("It went badly.")
            await here.event(said)
            await here.event(payloads.changed(said, "It went well."))
            await here.event(payloads.deleted(said))
            kinds = [one.kind for one in await here.waiting()]
            assert kinds == [Kind.MESSAGE, Kind.EDIT, Kind.DELETION]
            assert len(here.engine.woken) == 3

    asyncio.run(run())


def test_a_file_without_words_waits_for_its_answer_and_one_with_words_has_a_note_of_its_own() -> None:
    async def run() -> None:
        async with world() as here:
            await here.event(payloads.message("", subtype="file_share", files=[{"id": "F1"}]))
            assert [one.text for one in await here.waiting()] == [""]
            assert await here.outgoing() == []
            await here.event(payloads.message("see this", subtype="file_share", files=[{"id": "F1"}], ts="7.000001"))
            assert "no_files:T0FAKE:D1:7.000001" in await here.outgoing()
            assert here.engine.letters == 1

    asyncio.run(run())


def test_far_too_much_is_cut_where_nobody_would_read_on_and_stays_too_much() -> None:
    async def run() -> None:
        async with world() as here:
            await here.event(payloads.message("and so on " * 4000))
            (kept,) = await here.waiting()
            assert 8000 < len(kept.text) <= 12_000

    asyncio.run(run())


def test_a_stop_that_the_store_could_not_take_is_taken_when_it_is_sent_again() -> None:
    async def run() -> None:
        office = Refusing()
        async with world(post=office) as here:
            assert (await here.event(payloads.stop(), event_id="Ev-stop")).status == 503
            assert (await here.event(payloads.stop(), event_id="Ev-stop")).status == 503, "not taken for a duplicate"
            assert here.engine.stops == []

    asyncio.run(run())


def test_stop_ends_what_waits_and_a_stop_sent_again_ends_nothing_newer() -> None:
    async def run() -> None:
        async with world() as here:
            await here.event(payloads.message("one"))
            await here.event(payloads.stop(), event_id="Ev-stop")
            assert await here.waiting() == ()
            assert here.engine.stops == [LANE]
            await here.event(payloads.message("two"))
            await here.event(payloads.stop(), event_id="Ev-stop", x_slack_retry_num="1")
            assert [one.text for one in await here.waiting()] == ["two"]
            assert here.engine.stops == [LANE]

    asyncio.run(run())


@pytest.mark.parametrize("event", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"bot": ["U0"]}}])
def test_a_workspace_that_took_the_app_out_is_purged_and_nothing_more_of_it_is_kept(event: dict[str, object]) -> None:
    async def run() -> None:
        async with world(oauth=True) as here:
            await install(here)
            await here.event(payloads.message("hello"))
            assert len(await here.waiting()) == 1
            assert (await here.event(event)).status == 200
            assert here.workspaces.kept == {}
            await here.event(payloads.message("sent before, come late"))
            assert len(await here.waiting()) == 1, "only what the store's own purge is for"

    asyncio.run(run())


def test_with_one_workspaces_token_nothing_more_is_kept_either_once_the_app_is_taken_out() -> None:
    async def run() -> None:
        async with world() as here:
            await here.event({"type": "app_uninstalled"})
            assert (await here.event(payloads.message("sent before, come late"))).status == 200
            assert await here.waiting() == ()
            assert list(await here.clients.teams()) == []

    asyncio.run(run())


async def install(here: World) -> None:
    await here.workspaces.install(payloads.WORKSPACE, datetime(2026, 11, 21, tzinfo=UTC))


@pytest.mark.parametrize("changed", ["body", "secret", "age"])
def test_a_request_that_is_not_slacks_has_no_effect(changed: str) -> None:
    async def run() -> None:
        async with world() as here:
            headers = {
                "body": {"x_slack_signature": "v0=" + "0" * 64},
                "secret": {"x_slack_signature": ""},
                "age": {"x_slack_request_timestamp": "1500000000"},
            }[changed]
            response = await here.event(payloads.message("hello"), **headers)
            assert response.status == 401
            assert await here.waiting() == ()
            assert 'kind="forged"' in here.counted

    asyncio.run(run())


def test_slacks_own_check_of_the_address_is_answered() -> None:
    async def run() -> None:
        async with world() as here:
            response = await here.post('{"type": "url_verification", "challenge": "c"}', "application/json")
            assert (response.status, '"c"' in response.body) == (200, True)

    asyncio.run(run())
