"""Two mentors on one conversation, over the real store: each blind to the other until they have finished."""

import asyncio
import csv
import re
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select

from bot.adapters.store.mentoring import events
from bot.adapters.store.mentoring_tables import SHARES
from bot.ports.sharing import NewShare, Purpose
from tests.bot.channels.console.real import Hospital, hospital
from tests.bot.channels.console.world import MENTOR, OTHER, URL, Browser


@dataclass
class Reviewer:
    """A mentor at their own share of the conversation."""

    browser: Browser
    address: str

    async def save(self, **form: str) -> str:
        """Save a form; the page that it leads to."""
        sent = {"csrf": self.browser.csrf, "turn": "1", "action": "save", **form}
        answer = await self.browser.web.post(f"{self.address}/review", data=sent, headers={"Origin": URL})
        assert answer.status_code == 303
        return (await self.browser.web.get(answer.headers["location"])).text

    async def page(self, rest: str = "") -> httpx.Response:
        return await self.browser.get(f"{self.address}{rest}")


async def both(here: Hospital) -> tuple[Reviewer, Reviewer]:
    """The same conversation, shared with two mentors."""
    first = await here.share()
    mine = await here.writer.write(
        lambda connection: connection.execute(select(SHARES).where(SHARES.c.id == first)).mappings().one()
    )
    second = NewShare(
        id=str(uuid4()),
        person_id=mine["person_id"],
        conversation_id=mine["conversation_id"],
        session=mine["session"],
        last=mine["last"],
        mentor_id=OTHER,
        purpose=Purpose.FEEDBACK,
        expires_at=mine["expires_at"],
    )
    assert await here.sharing.share(second, (), here.clock.now())
    return (
        Reviewer(await here.signed_in(MENTOR), f"/talks/{first}"),
        Reviewer(await here.signed_in(OTHER), f"/talks/{second.id}"),
    )


def test_they_are_blind_until_both_have_finished_and_then_see_where_they_differ(tmp_path: Path) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            mina, olu = await both(here)
            await olu.save(**{"grade.R1": "not_met", "grade.R4": "met", "comment": "what Olu told the doctor"})
            await olu.save(turn="", action="finish", sure="1", note="what Olu noted")
            page = await mina.save(**{"grade.R1": "met", "grade.R4": "met", "tags": "too soon"})
            for blind in (page, (await mina.page()).text, (await mina.page("?turn=1")).text):
                assert "Mentor 1" not in blind
                assert "what Olu" not in blind
                assert OTHER not in blind
                assert not re.search(r">[^<]*\bOlu\b", blind)  # in a token of a form the letters may stand
            finished = await mina.save(turn="", action="finish", sure="1")
            assert "You both graded 2 things, and agree on 1 of them." in finished
            assert "what Olu" not in finished
            assert OTHER not in finished
            assert "Side by side" in (await olu.page()).text

    asyncio.run(main())


def test_grades_stand_once_finished_whatever_is_sent(tmp_path: Path) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            mina, _ = await both(here)
            await mina.save(**{"grade.R1": "met"}, action="finish", sure="1")
            await mina.save(**{"grade.R1": "not_met", "note": "afterwards"})
            kept = await here.writer.write(
                lambda connection: [
                    (one.what.kind.value, one.what.name)
                    for share in connection.execute(select(SHARES)).mappings().all()
                    for one in events.of_shares(connection, [share])[share["id"]]
                ]
            )
            assert kept == [("scored", "R1"), ("finished", ""), ("noted", "")]

    asyncio.run(main())


@pytest.mark.parametrize("path", ["", "?turn=first", "/case"])
def test_the_one_cannot_use_the_others_address(tmp_path: Path, path: str) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            mina, olu = await both(here)
            assert (await olu.browser.get(f"{olu.address}{path}")).status_code in (200, 404)
            answer = await mina.browser.get(f"{olu.address}{path}")
            assert answer.status_code == 404
            sent = {"csrf": mina.browser.csrf, "turn": "1", "note": "x"}
            refused = await mina.browser.web.post(f"{olu.address}/review", data=sent, headers={"Origin": URL})
            assert refused.status_code == 404

    asyncio.run(main())


def test_what_was_reviewed_is_found_again_by_tag_flag_and_words(tmp_path: Path) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            mina, _ = await both(here)
            await here.share()
            await mina.save(tags="too soon", flag="have a look")
            for query in ("tag=too+soon", "flagged=1", "mine=1", "status=begun", "tag=too+soon&q=stapler"):
                page = (await mina.browser.get(f"/talks?{query}")).text
                assert "1 conversation, newest first" in page, query
                assert mina.address in page, query
            assert "2 conversations, newest first" in (await mina.browser.get("/talks?q=staplers")).text
            assert "No conversation matches." in (await mina.browser.get("/talks?q=giraffe")).text
            rows = list(csv.reader((await mina.browser.get("/export.csv?flagged=1")).text.splitlines()))
            assert [row[12] for row in rows[1:]] == ["tagged", "flagged"]

    asyncio.run(main())


def test_a_doctors_answer_stands_in_the_queue_until_the_talk_is_opened_which_says_where_it_is(tmp_path: Path) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            share_id = await here.share()
            mina = Reviewer(await here.signed_in(MENTOR), f"/talks/{share_id}")
            await mina.save(turn="2", comment="Who comes last?")
            share = await here.writer.write(
                lambda connection: connection.execute(select(SHARES).where(SHARES.c.id == share_id)).mappings().one()
            )
            [said] = await here.writer.write(lambda connection: events.of_shares(connection, [share])[share_id])
            assert await here.sharing.answer(share["person_id"], said.id, "The same two.", (), here.clock.now())
            assert "1 new answer" in (await mina.browser.get("/talks")).text
            opened = (await mina.page("?turn=first")).text
            assert f'The doctor answered: <a href="{mina.address}?turn=2#turn-2">turn 2</a>' in opened
            assert "1 new answer" not in (await mina.browser.get("/talks")).text

    asyncio.run(main())
