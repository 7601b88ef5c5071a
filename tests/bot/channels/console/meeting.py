"""A console whose people sign in with Slack, its provider on loopback, and a browser before them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

from bot.channels.console.limits import Rates
from bot.channels.console.parts import Options, SlackSignIn
from tests.bot.channels.console.issuer import CLIENT, SECRET, Issuer, issuing
from tests.bot.channels.console.world import GENEROUS, URL, Browser, World, world


@dataclass
class Meeting:
    """A console, its provider, and a browser before them."""

    here: World
    issuer: Issuer
    browser: Browser

    async def begin(self) -> str:
        """Ask to sign in; what Slack sends back with."""
        sent = await self.browser.get("/sign-in/slack")
        assert sent.status_code == 303
        assert sent.headers["location"].startswith(f"{self.issuer.url}/openid/connect/authorize?")
        return self.issuer.authorize(sent.headers["location"])

    async def back(self, query: str) -> httpx.Response:
        return await self.browser.get(f"/sign-in/back?{query}")

    async def try_once(self) -> httpx.Response:
        return await self.back(await self.begin())


@asynccontextmanager
async def meeting(rates: Rates = GENEROUS) -> AsyncIterator[Meeting]:
    async with issuing() as issuer:
        options = Options(URL, sign_in=SlackSignIn(CLIENT, SECRET, "T1", issuer.url))
        async with world(options, rates) as here:
            yield Meeting(here, issuer, await here.browser())
