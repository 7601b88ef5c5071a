"""The record as an admin reads it."""

import asyncio

import pytest

from bot.channels.console.pages.record import ACTS, SIZE
from bot.ports.staff import Act, Entry, Flaw
from tests.bot.channels.console.world import ADMIN, MENTOR, World, world


def filled(here: World, count: int) -> None:
    here.record.kept[:] = [
        Entry(here.clock.now(), MENTOR, Act.OPENED, f"share-{number}") for number in range(1, count + 1)
    ]


def test_every_act_has_words() -> None:
    assert set(ACTS) == set(Act)


def test_it_is_read_a_page_at_a_time_without_gap_or_overlap() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            filled(here, 2 * SIZE + 30)
            path, seen = "/record", list[str]()
            while path:
                page = (await browser.get(path)).text
                seen += [row.partition("<")[0] for row in page.split('<th scope="row" class="number">')[1:]]
                older = page.partition('href="/record?before=')[2].partition('"')[0]
                path = f"/record?before={older}" if older else ""
            numbers = [int(one) for one in seen]
            assert numbers == list(range(2 * SIZE + 31, 0, -1))

    asyncio.run(main())


def test_that_it_was_looked_at_stands_in_it_already() -> None:
    async def main() -> None:
        async with world() as here:
            page = await (await here.signed_in(ADMIN)).get("/record")
            assert "looked at this record" in page.text
            assert "Ada Admin" in page.text
            assert here.record.acts()[-1] is Act.SAW_RECORD

    asyncio.run(main())


def test_whether_it_is_whole_is_said_when_asked() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            assert "The record is whole" in (await browser.get("/record?check=yes")).text
            here.record.broken = [Flaw(number, "edited") for number in range(1, 31)]
            page = (await browser.get("/record?check=yes")).text
            assert "The record was changed" in page
            assert "Entry 1: edited" in page
            assert "and 10 more" in page
            assert "The record" not in (await browser.get("/record")).text

    asyncio.run(main())


@pytest.mark.parametrize("before", ["x", "-1", "1.5", "٣", "99999999999", "2147483648", "1e3", " 1"])
def test_a_number_that_is_none_is_not_found(before: str) -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            assert (await browser.web.get("/record", params={"before": before})).status_code == 404
            assert (await browser.web.get("/record", params={"before": "2147483647"})).status_code == 200

    asyncio.run(main())
