import asyncio
import contextlib
from pathlib import Path

import pytest

from tests.bot.channels.slack.engine.world import KilledError, Probe, hospital

IN_THE_STORE = ("turn_in_transaction",)
IN_THE_ENGINE = ("turn_after_commit", "before_post", "post_before_mark", "after_mark")


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("point", [*IN_THE_ENGINE])
def test_a_process_that_ends_anywhere_answers_each_message_once(tmp_path: Path, point: str, times: int) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here:
            doctor = here.doctor()
            async with here.working():
                await doctor.consent()
                await here.parts.post.accept(doctor.writes("one"))
            for _ in range(times):
                probe = Probe(point)
                async with here.working(probe=probe):
                    await doctor.told(doctor.writes("more"))
                    await here.until(lambda struck=probe: struck.struck)  # type: ignore[misc]
            async with here.working():
                await here.quiet()
            expected = ["one", *("more" for _ in range(times))]
            assert [one.split(",")[0] for one in doctor.hears()] == [
                f"Turn {number}: {word}" for number, word in enumerate(expected, 1)
            ]

    asyncio.run(run())


def test_without_the_look_a_process_that_ends_at_the_wrong_moment_says_it_twice(tmp_path: Path) -> None:
    async def run() -> None:
        async with hospital(tmp_path) as here:
            doctor = here.doctor()
            probe = Probe("post_before_mark")
            async with here.working(probe=probe):
                await doctor.consent()
                await doctor.says("one")
                await here.until(lambda: probe.struck)
            async with here.working(without=frozenset({"in_doubt"})):
                await here.quiet()
            assert len(doctor.hears()) == 2

    asyncio.run(run())


def test_a_transaction_that_is_broken_off_keeps_nothing(tmp_path: Path) -> None:
    class BrokenError(Exception):
        """What a database may say in the middle."""

    broken = ["turn_in_transaction", "turn_in_transaction"]

    def reached(point: str) -> None:
        if point in broken:
            broken.remove(point)
            raise BrokenError

    async def run() -> None:
        async with hospital(tmp_path) as here, here.working(probe=reached):
            doctor = here.doctor()
            await doctor.consent()
            await doctor.says("one")
            await here.quiet()
            assert broken == []
            assert doctor.hears() == ["Turn 1: one, after nothing"]

    asyncio.run(run())


def test_the_probe_itself_ends_only_once() -> None:
    probe = Probe("here")
    with contextlib.suppress(KilledError):
        probe("here")
    probe("here")
    assert probe.struck
