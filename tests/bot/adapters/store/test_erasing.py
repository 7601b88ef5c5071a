"""Erasing: of a person no row and no byte is left but keys that name nobody, and nobody else loses anything."""

import asyncio
import re
from pathlib import Path

from sqlalchemy import select

from bot.adapters.store.key_tables import KEYS
from bot.adapters.store.schema import INBOX, LANES, METADATA, OUTBOX, PEOPLE
from bot.coaching.model import Commitment
from bot.ports.incoming import Kind, conversation_of
from bot.ports.people import Feedback, Person, Value
from tests.bot.adapters.store.offices import (
    AT,
    CHANNEL,
    LANE,
    PERSON,
    World,
    answered,
    claimed,
    delivered,
    letter,
    records,
    said,
    turn,
)

HERS = ("U1PLANTED", "D1PLANTED", "zanzibar")
"""What must not be left anywhere: her id, her channel, her words."""
LANE_OF_HERS, HER = "T1:D1PLANTED", "T1:U1PLANTED"


def everything(here: World) -> str:
    """Every row of every table, as one text."""
    return here.writer.submit(
        lambda connection: "\n".join(
            f"{table.name}: {row}" for table in METADATA.sorted_tables for row in connection.execute(select(table))
        )
    ).result()


async def fill(
    here: World, number: int, channel: str = "D1PLANTED", user: str = "U1PLANTED", word: str = "zanzibar"
) -> None:
    """All that can be kept of a doctor: turns, commitments, feedback, what waits, letters sent and unsent."""
    office, people = here.office(), here.people
    lane, person = f"T1:{channel}", f"T1:{user}"
    own = {"channel": channel, "user": user}
    kept = {"conversation_id": conversation_of(lane), "person": person}
    first, second = records(f"The {word} ledger.", f"I will sign the {word} ledger.")
    plan = Commitment(what=f"sign the {word} ledger")
    second = second.model_copy(update={"state": second.state.model_copy(update={"closed": True, "commitment": plan})})
    await people.consent(person, 1, AT)
    await people.know(person, channel=channel, timezone="Europe/London")
    sent, unsent = (letter(f"{name}{number}", lane=lane, to=channel, turn=1) for name in ("sent", "unsent"))
    await turn(office, first, said(number, text=first.message.text, **own), sent, **kept)
    await delivered(office, channel)
    await turn(office, second, said(number + 1, text=second.message.text, **own), unsent, **kept)
    await people.judge(person, Feedback(channel, "1.1", Value.BAD, ("cold",), word), AT)
    await office.accept(said(number + 2, text=word, **own))
    await office.accept(said(number + 3, text="", channel="C9", user=user, kind=Kind.MENTION))
    await office.post([letter(f"first:{person}:1", lane=lane, to=channel), letter(f"m{number}", lane=person, to=user)])


def test_of_a_person_nothing_is_left_but_keys(here: World) -> None:
    async def scenario() -> None:
        await fill(here, 1)
        assert all(word in everything(here) for word in HERS if word != "zanzibar"), "her words are sealed"
        await here.people.erase(HER)
        assert await here.people.person(HER) == Person(HER)
        assert (await here.people.kept(HER)).turns == 0

    asyncio.run(scenario())
    left = everything(here)
    assert not [word for word in HERS if word in left]
    assert set(re.findall(r"^(\w+):", left, re.M)) - {"secrets", "record", "record_head"} == {
        "inbox",
        "lanes",
        "workers",
    }
    assert here.count(INBOX) == 4
    assert here.count(KEYS) == 0
    assert here.column(LANES, "lane") == ["T1:C9"]


def test_nobody_else_loses_anything(here: World) -> None:
    async def scenario() -> None:
        await fill(here, 11, "D2", "U2", "bin")
        await fill(here, 1)
        told = await here.people.export("T1:U2")
        others = {row for row in everything(here).splitlines() if not any(word in row for word in HERS)}
        await here.people.erase(HER)
        assert await here.people.export("T1:U2") == told
        assert others <= set(everything(here).splitlines())

    asyncio.run(scenario())


def test_what_was_taken_in_before_is_still_known_and_what_comes_after_is_new(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await office.accept(said(1))
        await here.people.erase(PERSON)
        assert not await office.accept(said(1))
        assert not await office.accept(said(2, ts=said(1).ts, client_msg_id=None))
        assert not await office.accept(said(3, client_msg_id="client-1"))
        assert await office.lanes_waiting() == []
        assert await office.accept(said(4))
        claim = await claimed(office)
        assert (claim.consented, claim.conversation.state.turn) == (0, 0)

    asyncio.run(scenario())


def test_the_first_contact_is_made_again_with_who_comes_back(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await here.people.know(PERSON, channel=CHANNEL)
        first = letter(f"first:{PERSON}:1")
        assert await office.post([first]) == 1
        await delivered(office)
        await here.people.erase(PERSON)
        assert await office.post([first]) == 1

    asyncio.run(scenario())


def test_work_that_is_under_way_while_somebody_is_erased_comes_to_nothing(here: World) -> None:
    (record,) = records("The bins are full.")

    async def scenario() -> None:
        office = here.office()
        await turn(office, record, said(1), letter("r1"))
        (sending,) = await office.take(1)
        await office.accept(said(2))
        claim = await claimed(office)
        await here.people.erase(PERSON)
        assert not await office.finish(answered(claim, None, letter("late")))
        await office.post([letter("new")])
        await office.sent(sending.id, CHANNEL, "1.1")
        assert await office.answered(LANE, "1.1") is None
        assert [one.letter.key for one in await office.take(5)] == ["new"]

    asyncio.run(scenario())
    assert here.column(PEOPLE, "id") == []


def test_not_a_byte_of_what_was_erased_is_in_the_files(tmp_path: Path, here: World) -> None:
    if here.engine.dialect.name != "sqlite":
        return  # PostgreSQL's files are its own

    def planted() -> list[str]:
        files = [one for one in tmp_path.iterdir() if one.is_file()]
        return [f"{word} in {one.name}" for one in files for word in HERS if word.encode() in one.read_bytes()]

    async def scenario() -> None:
        office = here.office()
        for number in range(60):
            text = f"The zanzibar ledger, {'page after page ' * (number * 7 % 90)}{number}"
            await office.accept(said(number, text=text, channel="D1PLANTED", user="U1PLANTED"))
            if number % 3:
                words = {"type": "section", "text": {"type": "mrkdwn", "text": text * 3}}
                out = letter(f"r:{HER}:{number}", lane=LANE_OF_HERS, to="D1PLANTED", blocks=(words,))
                assert await office.finish(answered(await claimed(office, LANE_OF_HERS), None, out))
            if number % 5 == 0:
                await fill(here, 1000 + number * 10, f"D{number}", f"U{number}", "bin")
        await fill(here, 5000)
        assert len(planted()) >= len(HERS)
        await here.people.erase(HER)
        assert planted() == []
        assert (await here.people.kept("T1:U5")).turns == 2

    asyncio.run(scenario())


def test_a_letter_of_somebody_whose_id_begins_like_theirs_stays(here: World) -> None:
    mine = [f"waiting:{PERSON}:1", f"waiting:{PERSON}", f"waiting:{PERSON}#2", f"first:{PERSON}:1#2"]
    others = [f"waiting:{PERSON}2:1", f"waiting:{PERSON}2", f"waiting:X{PERSON}:1", "waiting:T1:U2#2"]
    letters = [letter(key, lane="T1:D12", to="D12") for key in (*mine, *others)]

    async def scenario() -> None:
        assert await here.office().post(letters) == len(letters)
        await here.people.erase(PERSON)

    asyncio.run(scenario())
    assert here.column(OUTBOX, "key") == others
