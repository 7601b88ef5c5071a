"""People: what is kept of each, asked about when its time has come, shown, and nobody else's."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from datetime import timedelta

import pytest

from bot.adapters.store.mentoring.sharing import SqlSharing
from bot.adapters.store.stored import written
from bot.ports.incoming import conversation_of
from bot.ports.people import Feedback, Kept, Person, Value
from tests.bot.adapters.store.offices import AT, PERSON, World, letter, records, said, turn
from tests.bot.adapters.store.plans import EVENING, closed, one_commitment


def test_of_somebody_unknown_nothing_is_kept(here: World) -> None:
    async def scenario() -> None:
        assert await here.people.person(PERSON) == Person(PERSON)
        assert await here.people.kept(PERSON) == Kept(0, 0, None, 0, 0)
        assert await here.people.commitments(PERSON) == ()

    asyncio.run(scenario())


def test_what_is_learnt_of_a_person_is_added_and_an_empty_word_leaves_what_is_there(here: World) -> None:
    async def scenario() -> None:
        await here.people.know(PERSON)
        await here.people.know(PERSON, channel="D1")
        await here.people.know(PERSON, timezone="Europe/Paris")
        await here.people.pause(PERSON, paused=True)
        await here.people.reminders(PERSON, wanted=False)
        told = Person(PERSON, channel="D1", timezone="Europe/Paris", paused=True, reminders=False)
        assert await here.people.person(PERSON) == told
        await here.people.pause(PERSON, paused=False)
        assert not (await here.people.person(PERSON)).paused

    asyncio.run(scenario())


def test_consent_is_kept_once_a_version(here: World) -> None:
    async def scenario() -> None:
        later = AT + timedelta(days=1)
        assert await here.people.consent(PERSON, 2, AT)
        assert not await here.people.consent(PERSON, 2, later)
        assert (await here.people.person(PERSON)).consented_at == AT
        assert await here.people.consent(PERSON, 3, later)
        told = await here.people.person(PERSON)
        assert (told.consented, told.consented_at) == (3, later)
        assert await here.people.consent(PERSON, 2, AT), "back to the former text"
        assert (await here.people.person(PERSON)).consented == 2

    asyncio.run(scenario())


def test_the_last_verdict_on_a_reply_counts(here: World) -> None:
    async def scenario() -> None:
        people = here.people
        await people.judge(PERSON, Feedback("D1", "1.1", Value.GOOD), AT)
        await people.judge(PERSON, Feedback("D1", "1.1", Value.BAD, ("too_long", "cold"), "It was cold."), AT)
        await people.judge(PERSON, Feedback("D1", "1.2", Value.GOOD), AT)
        assert (await people.kept(PERSON)).feedback == 2
        told = (await people.export(PERSON))["feedback"]
        assert isinstance(told, list)
        assert [(one["ts"], one["value"], one["reasons"], one["words"]) for one in told] == [
            ("1.1", "bad", ["too_long", "cold"], "It was cold."),
            ("1.2", "good", [], ""),
        ]

    asyncio.run(scenario())


def test_how_much_is_kept_is_counted(here: World) -> None:
    first, second = records("I will ask.", "Thanks.")

    async def scenario() -> None:
        office = here.office()
        await here.people.consent(PERSON, 1, AT - timedelta(days=1))
        await turn(office, closed(first), said(1))
        await turn(office, closed(second), said(2))
        await turn(office, first, said(3, user="U2", channel="D2"), conversation_id=conversation_of("T1:D2"))
        assert await here.people.kept(PERSON) == Kept(1, 2, AT - timedelta(days=1), 1, 0)
        assert await here.people.kept("T1:U2") == Kept(1, 1, AT, 0, 0)

    asyncio.run(scenario())


def test_an_export_is_everything_that_is_kept_and_fit_for_json(here: World) -> None:
    first, second = records("I will ask.", "Thanks.")

    async def scenario() -> None:
        office, people = here.office(), here.people
        await people.consent(PERSON, 1, AT)
        await turn(office, closed(first), said(1), letter("unsent"), remind_at=EVENING)
        await turn(office, second, said(2))
        await people.judge(PERSON, Feedback("D1", "1.1", Value.GOOD), AT)
        await office.accept(said(3, text="Still waiting."))
        await office.accept(said(4, text="Somebody else's.", user="U2", channel="D2"))
        told = await people.export(PERSON)
        assert json.loads(json.dumps(told)) == told
        assert set(told) == {
            "person",
            "conversations",
            "commitments",
            "attempts",
            "worked_on",
            "feedback",
            "waiting",
            "unsent",
            "model_use",
            "rota",
            "shared",
        }
        talks = told["conversations"]
        assert isinstance(talks, list)
        (talk,) = talks
        assert talk["turns"] == [json.loads(written(one)) for one in (closed(first), second)]
        assert talk["state"] == second.state.model_dump(mode="json")
        text = json.dumps(told)
        assert "Still waiting." in text
        assert "What unsent says." in text
        assert "ask the porter" in text
        assert "Somebody else" not in text

    asyncio.run(scenario())


def test_an_export_of_somebody_unknown_holds_nothing(here: World) -> None:
    async def scenario() -> None:
        told = await here.people.export(PERSON)
        assert told["person"] == {"id": PERSON}
        assert told["shared"] == {"shares": [], "counted": False}
        assert not any(told[name] for name in told if name not in {"person", "shared"})

    asyncio.run(scenario())


_TRACES: dict[str, Callable[[World], Coroutine[object, object, object]]] = {
    "a message that waits": lambda here: here.office().accept(said(1)),
    "a letter to them": lambda here: here.office().post([letter(lane="T1:C1", to="U1")]),
    "that they are counted": lambda here: SqlSharing(here.writer).count(PERSON, wanted=True),
    "a setting": lambda here: here.people.pause(PERSON, paused=True),
    "a verdict": lambda here: here.people.judge(PERSON, Feedback("D1", "1.1", Value.GOOD), AT),
    "a plan": one_commitment,
}


@pytest.mark.parametrize("trace", list(_TRACES))
def test_whatever_is_kept_of_a_person_they_are_known_by_until_they_are_erased(here: World, trace: str) -> None:
    async def scenario() -> None:
        assert not await here.people.known(PERSON)
        await _TRACES[trace](here)
        assert await here.people.known(PERSON)
        assert not await here.people.known("T1:U12")
        assert not await here.people.known("T2:U1")
        await here.people.erase(PERSON)
        assert not await here.people.known(PERSON)

    asyncio.run(scenario())
