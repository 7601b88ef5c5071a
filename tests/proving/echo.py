"""The yardsticks: a bare Bolt app on Bolt's own server that says each message again, or answers it with the coach.

The second shows what thinking costs: it keeps conversations in memory and promises nothing. `python -m
tests.proving.echo OPTIONS`.
"""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from aiohttp import web
from slack_bolt.async_app import AsyncApp, AsyncSay
from slack_sdk.web.async_client import AsyncWebClient

from bot.coaching.model import IncomingMessage, State
from bot.coaching.record import Conversation
from bot.compose import House
from bot.settings import Settings
from tests.fakeslack.known import BOT_TOKEN, SIGNING_SECRET

Event = dict[str, str]
Answer = Callable[[Event], Awaitable[str]]
_WORKERS = 2


async def echo(event: Event) -> str:
    """What was said."""
    return event["text"]


def thinking() -> Answer:
    """Answers as the coach does; conversations are kept in memory."""
    coach = House(Settings.from_environment({})).coach("sqlite://")
    talks: dict[str, Conversation] = {}
    pool = ThreadPoolExecutor(_WORKERS)

    async def answer(event: Event) -> str:
        channel = event["channel"]
        talk = talks.get(channel) or Conversation(id=channel, person_id=event["user"], state=State())
        message = IncomingMessage(
            event_id=event["ts"], conversation_id=channel, person_id=event["user"], text=coach.masked(event["text"])[0]
        )
        work = partial(coach.answer, message, talk, identifiable=False)
        record = await asyncio.get_running_loop().run_in_executor(pool, work)
        talks[channel] = talk.model_copy(update={"state": record.state, "said": (*talk.said, record.reply.text)})
        return record.reply.text

    return answer


def build(api: str, answer: Answer) -> AsyncApp:
    """The app as Bolt's own documentation has it."""
    app = AsyncApp(signing_secret=SIGNING_SECRET, client=AsyncWebClient(token=BOT_TOKEN, base_url=api))

    @app.event("message")
    async def answered(event: Event, say: AsyncSay) -> None:
        await say(await answer(event))

    return app


def main() -> None:
    """Serve until the process is ended."""
    given = json.loads(sys.argv[1])
    answer = thinking() if given["thinks"] else echo
    served = build(given["api"], answer).server(port=given["port"], path="/slack/events", host="127.0.0.1").web_app
    served.router.add_get("/readyz", _ready)
    web.run_app(served, host="127.0.0.1", port=given["port"], print=None, access_log=None)


async def _ready(_request: web.Request) -> web.Response:
    return web.Response(text="ready")


if __name__ == "__main__":
    main()
