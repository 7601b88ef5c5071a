"""Pages out of templates."""

import asyncio
from datetime import UTC, datetime

import pytest
from jinja2 import UndefinedError
from starlette.responses import Response

from bot.channels.console.app import build, ways
from bot.channels.console.parts import Options
from bot.channels.console.rendering import PLACES, render, shown
from bot.channels.console.visit import Visit, Way
from bot.ports.staff import Role
from tests.bot.channels.console.world import ADMIN, MENTOR, TRAINER, URL, world

SUMMER, WINTER = datetime(2026, 7, 1, 23, 30, tzinfo=UTC), datetime(2026, 12, 1, 23, 30, tzinfo=UTC)


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render(None, "error.html.j2", title="x")


def test_whatever_is_put_into_a_page_stays_text() -> None:
    page = render(None, "error.html.j2", title="<b>\"'&", what="</p><script>").body
    assert b"<script>" not in page
    assert b"<b>" not in page
    assert b"&lt;b&gt;&#34;&#39;&amp;" in page


def test_what_was_done_is_in_the_region_that_is_read_out() -> None:
    page = bytes(render(None, "error.html.j2", title="x", what="y", said="Saved <it>.").body).decode()
    assert '<div role="status" class="said"><p>Saved &lt;it&gt;.</p></div>' in page


def test_a_time_is_told_as_people_there_read_it() -> None:
    told: list[str] = []

    async def tell(visit: Visit) -> Response:
        told.extend([shown(visit, SUMMER), shown(visit, WINTER)])
        return Response()

    async def main() -> None:
        async with world() as here:
            here.app = build(here.parts, leading=[Way("GET", "/tell", tell)])
            await (await here.signed_in()).get("/tell")

    asyncio.run(main())
    assert told == ["2 Jul 2026, 00:30", "1 Dec 2026, 23:30"]


@pytest.mark.parametrize(("who", "first"), [(MENTOR, "/talks"), (TRAINER, "/figures"), (ADMIN, "/people")])
def test_everybody_begins_where_they_have_something_to_do(who: str, first: str) -> None:
    async def main() -> None:
        async with world() as here:
            answer = await (await here.signed_in(who)).get("/")
            assert (answer.status_code, answer.headers["location"]) == (303, first)

    asyncio.run(main())


def test_the_navigation_leads_to_pages_for_those_who_see_it() -> None:
    open_to = {one.path: one.roles for one in ways() if one.method == "GET"}
    assert {one.path: one.roles for one in PLACES} == {one.path: open_to.get(one.path) for one in PLACES}


def test_everybody_has_a_place() -> None:
    assert frozenset(Role) == frozenset().union(*(one.roles for one in PLACES))


def test_samples_say_on_every_page_that_they_are_samples() -> None:
    async def main() -> None:
        async with world(Options(URL, sample=True)) as here:
            assert "invented doctors" in (await (await here.signed_in(ADMIN)).get("/people")).text
        async with world() as here:
            assert "invented doctors" not in (await (await here.signed_in(ADMIN)).get("/people")).text

    asyncio.run(main())
