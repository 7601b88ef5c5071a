"""Uploads in three steps, and installs by code."""

import asyncio

import aiohttp
import pytest

from tests.fakeslack.jsons import record, records, text
from tests.fakeslack.known import CLIENT_ID, CLIENT_SECRET, TEAM
from tests.fakeslack_checks.bench import Bench, fake

# Slack's own client still makes the header of `oauth.v2.access` in a way that aiohttp will drop.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")


def test_an_upload_by_slacks_own_client_ends_in_the_conversation() -> None:
    async def go() -> None:
        async with fake() as bench:
            user = await bench.driver.add_user("Amara Osei")
            channel = text(await bench.driver.look("dm", user=user), "channel")
            await bench.client.files_upload_v2(
                channel=channel, filename="mine.md", content="what I have said", title="Mine", initial_comment="Here."
            )
            (file,) = records((await bench.driver.look("files", user=user))["files"])
            assert (file["name"], file["title"], file["content"]) == ("mine.md", "Mine", "what I have said")
            (message,) = await bench.driver.transcript(user)
            assert (message["text"], len(records(message["files"]))) == ("Here.", 1)
            url = f"{bench.world.state.url}{file['url']}"
            async with aiohttp.ClientSession() as session, session.get(url) as response:
                assert await response.read() == b"what I have said"
            other = await bench.driver.add_user("Tom Reid")
            assert (await bench.driver.look("files", user=other))["files"] == []
            assert bench.problems == []

    asyncio.run(go())


async def _upload(bench: Bench, content: bytes, length: int) -> tuple[str, int]:
    answer = await bench.call("files.getUploadURLExternal", filename="a.txt", length=length)
    url = text(answer, "upload_url")
    async with aiohttp.ClientSession() as session, session.post(url, data=content) as response:
        return text(answer, "file_id"), response.status


def test_an_upload_has_the_length_that_was_announced_and_is_complete_before_it_is_shared() -> None:
    async def go() -> None:
        async with fake() as bench:
            file_id, status = await _upload(bench, b"abc", 4)
            assert status == 400
            assert (
                await bench.error("files.completeUploadExternal", files=[{"id": file_id}]) == "file_upload_incomplete"
            )
            assert await bench.error("files.completeUploadExternal", files=[{"id": "F0"}]) == "file_not_found"
            assert await bench.error("files.getUploadURLExternal", filename="a.txt", length=0) == "invalid_arguments"

    asyncio.run(go())


async def _token(bench: Bench, code: str, secret: str = CLIENT_SECRET) -> object:
    return await bench.client.oauth_v2_access(client_id=CLIENT_ID, client_secret=secret, code=code)


def test_a_code_gives_the_token_of_its_workspace_once() -> None:
    async def go() -> None:
        async with fake() as bench:
            installed = await bench.driver.act("install")
            code = text(installed, "code")
            bench.client.token = None
            answer = await bench.client.oauth_v2_access(client_id=CLIENT_ID, client_secret=CLIENT_SECRET, code=code)
            assert record(answer["team"])["id"] == installed["team"] != TEAM
            bench.client.token = answer["access_token"]
            assert (await bench.client.auth_test())["team_id"] == installed["team"]
            bench.client.token = None
            with pytest.raises(Exception, match="invalid_code"):
                await _token(bench, code)
            with pytest.raises(Exception, match="bad_client_secret"):
                await _token(bench, "x", "wrong")

    asyncio.run(go())


def test_workspaces_do_not_see_one_another() -> None:
    async def go() -> None:
        async with fake() as bench:
            team = text(await bench.driver.act("workspace", name="Hillside"), "team")
            user = text(await bench.driver.act("user", name="Tom Reid", team=team), "user")
            channel = text(await bench.driver.look("dm", user=user), "channel")
            assert await bench.error("chat.postMessage", channel=user, text="x") == "channel_not_found"
            assert await bench.error("conversations.history", channel=channel) == "channel_not_found"
            assert await bench.error("users.info", user=user) == "user_not_found"

    asyncio.run(go())


def test_an_app_that_was_taken_out_and_put_back_has_another_token() -> None:
    async def go() -> None:
        async with fake() as bench:
            before = bench.client.token
            await bench.driver.act("uninstall", team=TEAM)
            code = text(await bench.driver.act("install", team=TEAM), "code")
            bench.client.token = None
            answer = await bench.client.oauth_v2_access(client_id=CLIENT_ID, client_secret=CLIENT_SECRET, code=code)
            assert answer["access_token"] != before

    asyncio.run(go())


@pytest.mark.parametrize(("scope", "status"), [("chat:write", 302), ("admin", 400), ("", 400)])
def test_the_page_that_asks_for_consent_asks_for_no_more_than_the_manifest(scope: str, status: int) -> None:
    async def go() -> None:
        async with fake() as bench, aiohttp.ClientSession() as session:
            asked = {"client_id": CLIENT_ID, "scope": scope, "state": "s1", "redirect_uri": "http://127.0.0.1:1/back"}
            url = f"{bench.world.state.url}/oauth/v2/authorize"
            async with session.get(url, params=asked, allow_redirects=False) as response:
                assert response.status == status
                if status == 302:
                    assert response.headers["Location"].startswith("http://127.0.0.1:1/back?code=")
                    assert response.headers["Location"].endswith("state=s1")

    asyncio.run(go())
