"""A desk: the console's world, and a mentor's browser in it, asked from tests that do not wait."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence

import httpx
import pytest

from bot.channels.console.parts import Options
from tests.bot.channels.console.world import MENTOR, URL, World, with_parts, world


class Desk:
    """Sends requests as a colleague who is signed in; a browser for each of them is kept."""

    def __init__(self, here: World, runner: asyncio.Runner) -> None:
        self.world = here
        self._runner = runner

    def change(self, **parts: object) -> None:
        """Give the console other parts."""
        self.world = with_parts(self.world, **parts)

    def get(self, path: str, who: str = MENTOR) -> httpx.Response:
        return self._runner.run(self._get(path, who))

    def page(self, path: str, who: str = MENTOR) -> str:
        """The page as it is sent, which must be there."""
        found = self.get(path, who)
        assert found.status_code == 200
        return found.text

    def post(self, path: str, form: Mapping[str, str | Sequence[str]], who: str = MENTOR) -> httpx.Response:
        return self._runner.run(self._post(path, form, who))

    async def _get(self, path: str, who: str) -> httpx.Response:
        return await (await self.world.signed_in(who)).get(path)

    async def _post(self, path: str, form: Mapping[str, str | Sequence[str]], who: str) -> httpx.Response:
        browser = await self.world.signed_in(who)
        return await browser.web.post(path, data={"csrf": browser.csrf, **form}, headers={"Origin": URL})


@pytest.fixture
def desk() -> Iterator[Desk]:
    with asyncio.Runner() as runner:
        context = world(Options(URL))
        here = runner.run(context.__aenter__())
        yield Desk(here, runner)
        runner.run(context.__aexit__(None, None, None))
