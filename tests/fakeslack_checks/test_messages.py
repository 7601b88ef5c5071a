"""Messages of the app: what is refused, who sees what, and what can be read back."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.fakeslack.jsons import Json, record, records, text
from tests.fakeslack_checks.bench import SECTION, Bench, button, fake

LETTER: Json = {"event_type": "coach_letter", "event_payload": {"key": "k1"}}


def in_a_direct(check: Callable[[Bench, str, str], Awaitable[None]]) -> None:
    """Run a check with a person and their direct conversation."""

    async def go() -> None:
        async with fake() as bench:
            user = await bench.driver.add_user("Amara Osei")
            channel = text(await bench.driver.look("dm", user=user), "channel")
            await check(bench, user, channel)

    asyncio.run(go())


LONG = {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3000}}
REFUSED: list[tuple[str, Json, str]] = [
    ("nothing", {}, "no_text"),
    ("too much text", {"text": "x" * 40_001}, "msg_too_long"),
    ("too much markdown", {"markdown_text": "x" * 12_001}, "msg_too_long"),
    ("text and markdown", {"text": "x", "markdown_text": "x"}, "markdown_text_conflict"),
    ("a wrong block", {"text": "x", "blocks": [{"type": "section"}]}, "invalid_blocks"),
    ("too many blocks", {"text": "x", "blocks": [SECTION] * 51}, "invalid_blocks"),
    ("too much text in blocks", {"text": "x", "blocks": [LONG] * 5}, "msg_blocks_too_long"),
    ("metadata without a payload", {"text": "x", "metadata": {"event_type": "letter"}}, "invalid_metadata_format"),
    ("an unknown thread", {"text": "x", "thread_ts": "1.000000"}, "thread_not_found"),
]


@pytest.mark.parametrize(("sent", "error"), [one[1:] for one in REFUSED], ids=[one[0] for one in REFUSED])
def test_a_message_that_slack_would_refuse_is_refused_and_a_problem(sent: Json, error: str) -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        assert await bench.error("chat.postMessage", channel=channel, **sent) == error
        assert bench.problems == [("chat.postMessage", error)]
        assert await bench.driver.transcript(user) == []

    in_a_direct(check)


def test_what_is_just_short_enough_goes_out() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        blocks = [LONG] * 4 + [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 1200}}]
        assert await bench.error("chat.postMessage", channel=channel, text="x" * 40_000) is None
        assert await bench.error("chat.postMessage", channel=channel, text="x", blocks=blocks) is None
        assert bench.problems == []

    in_a_direct(check)


def test_blocks_without_notification_text_are_let_through_and_a_problem() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        assert await bench.error("chat.postMessage", channel=channel, blocks=[SECTION]) is None
        assert bench.problems == [("chat.postMessage", "no_notification_text")]

    in_a_direct(check)


def test_a_message_to_a_person_goes_to_their_direct_conversation() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        assert (await bench.call("chat.postMessage", channel=user, text="hello"))["channel"] == channel
        assert await bench.error("chat.postMessage", channel="U0NOBODY", text="hello") == "channel_not_found"

    in_a_direct(check)


def test_the_app_posts_only_where_it_is_a_member() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        away = text(await bench.driver.act("channel", name="ward-8", members=[user], bot=False), "channel")
        assert await bench.error("chat.postMessage", channel=away, text="hello") == "not_in_channel"

    in_a_direct(check)


def test_a_reply_goes_under_the_message_that_began_the_thread() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        ts = await bench.driver.say(user, "first")
        reply = await bench.call("chat.postMessage", channel=channel, text="second", thread_ts=ts)
        assert await bench.error("chat.postMessage", channel=channel, text="third", thread_ts=reply["ts"]) == (
            "cannot_reply_to_message"
        )
        first, second = await bench.driver.transcript(user)
        assert (first["reply_count"], second["thread_ts"], second["parent_user_id"]) == (1, ts, user)

    in_a_direct(check)


def test_time_stamps_are_unique_and_increase() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        stamps = [bench.world.state.now() for _ in range(2000)]
        assert stamps == sorted(set(stamps))

    in_a_direct(check)


def test_the_app_changes_and_deletes_its_own_messages_only() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        theirs = await bench.driver.say(user, "mine")
        own = (await bench.call("chat.postMessage", channel=channel, text="a", blocks=[SECTION], metadata=LETTER))["ts"]
        assert await bench.error("chat.update", channel=channel, ts=theirs, text="b") == "cant_update_message"
        assert await bench.error("chat.delete", channel=channel, ts=theirs) == "cant_delete_message"
        assert await bench.error("chat.update", channel=channel, ts=own, text="b") is None
        changed = (await bench.driver.transcript(user))[-1]
        assert changed["text"] == "b"
        assert "blocks" not in changed, "text alone takes the blocks away"
        assert changed["metadata"] == LETTER, "metadata stays"
        assert await bench.error("chat.delete", channel=channel, ts=own) is None
        assert await bench.error("chat.update", channel=channel, ts=own, text="c") == "message_not_found"
        assert len(await bench.driver.transcript(user)) == 1

    in_a_direct(check)


def test_an_ephemeral_message_is_seen_by_one_and_is_in_no_history() -> None:
    async def go() -> None:
        async with fake() as bench:
            one, other = [await bench.driver.add_user(name) for name in ("Amara Osei", "Tom Reid")]
            channel = text(await bench.driver.act("channel", name="ward-7", members=[one, other]), "channel")
            assert await bench.error("chat.postEphemeral", channel=channel, user=one, text="only you") is None
            seen = [
                records((await bench.driver.look("transcript", channel=channel, user=who))["messages"])
                for who in (one, other)
            ]
            assert [len(found) for found in seen] == [1, 0]
            assert (await bench.call("conversations.history", channel=channel))["messages"] == []
            outside = await bench.driver.add_user("Nobody There")
            assert (
                await bench.error("chat.postEphemeral", channel=channel, user=outside, text="x")
                == "user_not_in_channel"
            )

    asyncio.run(go())


async def _pages(bench: Bench, **sent: object) -> list[list[str]]:
    """The texts of each page, following the cursor."""
    found: list[list[str]] = []
    cursor: object = ""
    while True:
        page = await bench.call("conversations.history", **sent, **({"cursor": cursor} if cursor else {}))
        found.append([text(one, "text") for one in records(page["messages"])])
        cursor = record(page["response_metadata"])["next_cursor"]
        if not cursor:
            return found


def test_history_is_read_newest_first_page_by_page() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        for number in range(5):
            await bench.driver.say(user, str(number))
        assert await _pages(bench, channel=channel, limit=2) == [["4", "3"], ["2", "1"], ["0"]]

    in_a_direct(check)


def test_history_from_a_moment_on_begins_with_the_oldest_page() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        stamps = [await bench.driver.say(user, str(number)) for number in range(6)]
        assert await _pages(bench, channel=channel, limit=2, oldest=stamps[0]) == [["2", "1"], ["4", "3"], ["5"]]
        both = {"oldest": stamps[1], "latest": stamps[3]}
        assert await _pages(bench, channel=channel, **both) == [["2"]]
        assert await _pages(bench, channel=channel, inclusive=True, **both) == [["3", "2", "1"]]

    in_a_direct(check)


def test_history_has_metadata_only_for_who_asks_and_no_replies() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        ts = (await bench.call("chat.postMessage", channel=channel, text="a", metadata=LETTER))["ts"]
        await bench.call("chat.postMessage", channel=channel, text="b", thread_ts=ts, metadata=LETTER)
        plain = records((await bench.call("conversations.history", channel=channel))["messages"])
        whole = records(
            (await bench.call("conversations.history", channel=channel, include_all_metadata=True))["messages"]
        )
        assert [("metadata" in one, one["text"]) for one in plain] == [(False, "a")]
        assert [one.get("metadata") for one in whole] == [LETTER]
        thread = await bench.client.conversations_replies(channel=channel, ts=str(ts), include_all_metadata=True)
        assert [(one["text"], one["metadata"]) for one in thread["messages"]] == [("a", LETTER), ("b", LETTER)]

    in_a_direct(check)


@pytest.mark.parametrize(
    ("sent", "error"),
    [({"limit": 0}, "invalid_limit"), ({"limit": 1000}, "invalid_limit"), ({"cursor": "x"}, "invalid_cursor")],
)
def test_a_page_has_its_limits(sent: Json, error: str) -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        assert await bench.error("conversations.history", channel=channel, **sent) == error

    in_a_direct(check)


def test_conversations_are_opened_once_and_listed_page_by_page() -> None:
    async def go() -> None:
        async with fake() as bench:
            users = [await bench.driver.add_user(f"Doctor {number}") for number in range(3)]
            opened = [await bench.call("conversations.open", users=user) for user in (*users, users[0])]
            assert [one["already_open"] for one in opened] == [False, False, False, True]
            first = await bench.call("conversations.list", types="im", limit=2)
            cursor = record(first["response_metadata"])["next_cursor"]
            rest = await bench.call("conversations.list", types="im", limit=2, cursor=cursor)
            assert [one["user"] for one in records(first["channels"]) + records(rest["channels"])] == users
            assert record(rest["response_metadata"])["next_cursor"] == ""

    asyncio.run(go())


def test_what_a_person_typed_is_written_down_as_slack_writes_it() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        await bench.driver.say(user, "a < b & <!channel> see https://example.org/x")
        found = (await bench.driver.transcript(user))[0]
        assert found["text"] == "a &lt; b &amp; &lt;!channel&gt; see <https://example.org/x>"

    in_a_direct(check)


def test_what_a_person_sees_of_a_person() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        abroad = text(await bench.driver.act("user", name="Amara Osei", tz="Asia/Kolkata"), "user")
        found = record((await bench.call("users.info", user=abroad))["user"])
        assert (found["tz"], found["tz_offset"], found["is_bot"]) == ("Asia/Kolkata", 19_800, False)
        assert await bench.error("users.info", user="U0NOBODY") == "user_not_found"

    in_a_direct(check)


def test_buttons_get_an_id_of_their_block_where_they_have_none() -> None:
    async def check(bench: Bench, user: str, channel: str) -> None:
        await bench.call(
            "chat.postMessage", channel=user, text="x", blocks=[{"type": "actions", "elements": [button()]}]
        )
        assert all(text(one, "block_id") for one in records((await bench.driver.transcript(user))[0]["blocks"]))

    in_a_direct(check)
