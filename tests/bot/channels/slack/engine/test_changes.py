import asyncio
from dataclasses import replace
from pathlib import Path

from bot.channels.slack.render import actions
from bot.ports.incoming import Kind
from tests.bot.channels.slack.engine.seeing import buttons
from tests.bot.channels.slack.engine.world import Doctor, Hospital, hospital
from tests.bot.channels.slack.render.samples import WORDS


async def stored(here: Hospital, doctor: Doctor) -> str:
    """All that is kept of a doctor, as one text."""
    return str(await here.parts.people.export(doctor.person))


# ---------------------------------------------------------------- edits and deletions


def test_an_edit_before_the_answer_is_what_is_answered(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            await doctor.says("slow")
            await here.until(here.answerer.begun.is_set)
            told = doctor.writes("I told him")
            await doctor.told(told, doctor.edits(told.ts, "I told her"))
            here.answerer.go.set()
            await here.quiet()
            assert doctor.hears() == ["Turn 1: slow, after nothing", "Turn 2: I told her, after slow"]

    asyncio.run(run())


def test_an_edit_after_the_answer_is_offered_one_of_its_own_and_the_old_words_go(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            (told,) = await doctor.says("I shouted at Barnaby")
            await here.quiet()
            await doctor.told(doctor.edits(told.ts, "I shouted at somebody"))
            await here.quiet()
            assert len(doctor.hears()) == 2
            assert buttons(doctor)[actions.ANSWER_EDIT] == told.ts
            assert "Barnaby" not in await stored(here, doctor)

    asyncio.run(run())


def test_spelling_put_right_is_nothing_to_speak_of(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            (told,) = await doctor.says("i shouted at the consultnat")
            await here.quiet()
            await doctor.told(doctor.edits(told.ts, "I shouted at the consultant."))
            await here.quiet()
            assert len(doctor.hears()) == 1
            assert "consultnat" in await stored(here, doctor)

    asyncio.run(run())


def test_an_edit_of_something_long_answered_takes_the_words_away_without_a_word(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            (told,) = await doctor.says("I shouted at Barnaby")
            for number in range(4):
                await here.quiet()
                await doctor.says(f"and on {number}")
            await here.quiet()
            await doctor.told(doctor.edits(told.ts, "I shouted at somebody"))
            await here.quiet()
            assert len(doctor.hears()) == 5
            export = await here.parts.people.export(doctor.person)
            assert "I shouted at Barnaby" not in [one["message"] for one in _turns(export)]

    asyncio.run(run())


def _turns(export: object) -> list[dict[str, str]]:
    """Every mapping with a message in it, wherever it lies in an export."""
    if isinstance(export, dict):
        here = [export] if isinstance(export.get("message"), str) else []
        return [*here, *(one for value in export.values() for one in _turns(value))]
    if isinstance(export, list | tuple):
        return [one for value in export for one in _turns(value)]
    return []


def test_a_message_deleted_before_its_answer_gets_none(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            await doctor.says("slow")
            await here.until(here.answerer.begun.is_set)
            told = doctor.writes("I regret this")
            await doctor.told(told, doctor.writes("and this stays"), doctor.deletes(told.ts))
            here.answerer.go.set()
            await here.quiet()
            assert doctor.hears() == ["Turn 1: slow, after nothing", "Turn 2: and this stays, after slow"]

    asyncio.run(run())


def test_a_message_deleted_after_its_answer_goes_from_the_store_and_from_the_answer(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            (told,) = await doctor.says("I shouted at Barnaby")
            await here.quiet()
            await doctor.told(doctor.deletes(told.ts))
            await here.quiet()
            assert doctor.hears() == [WORDS.changed.deleted]
            assert "Barnaby" not in await stored(here, doctor)

    asyncio.run(run())


def test_a_message_answered_anew_goes_in_its_new_words_too_when_it_is_deleted(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            (told,) = await doctor.says("I shouted")
            await here.quiet()
            anew = replace(
                told, event_id="start", kind=Kind.START, text="I shouted at Barnaby", about_ts=told.ts, ts="",
                sent=here.slack.state.now(),
            )  # fmt: skip
            await doctor.told(anew)
            await here.quiet()
            assert "Barnaby" in await stored(here, doctor)
            await doctor.told(doctor.deletes(told.ts))
            await here.quiet()
            assert doctor.hears() == [WORDS.changed.deleted] * 2
            assert "Barnaby" not in await stored(here, doctor)

    asyncio.run(run())


def test_a_turn_is_not_built_on_words_taken_back_in_the_same_breath(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working() as engine:
            doctor = here.doctor()
            await doctor.consent()
            (told,) = await doctor.says("Barnaby")
            await here.quiet()
            for one in (doctor.writes("go on"), doctor.deletes(told.ts)):
                await here.parts.post.accept(one)
            engine.wake(doctor.lane, urgent=False)
            await here.quiet()
            assert not any("Barnaby" in one for one in doctor.hears())
            assert "Barnaby" not in await stored(here, doctor)

    asyncio.run(run())


# ---------------------------------------------------------------- what cannot be answered


def test_what_is_too_long_is_told_so_and_what_follows_is_answered(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            await doctor.says("a" * 8001, "short")
            await here.quiet()
            assert doctor.hears() == [WORDS.notes["too_long"], "Turn 1: short, after nothing"]

    asyncio.run(run())
