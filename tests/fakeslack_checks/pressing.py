"""For tests of what people press: an app that hears of nothing else, its messages with buttons, and its modals."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.fakeslack.jsons import Json, decoded, record, text
from tests.fakeslack.manifest import Manifest
from tests.fakeslack_checks.bench import App, Bench, button, fake, listening

SUBMIT = {"type": "plain_text", "text": "Send"}


def field(name: str, **more: object) -> Json:
    element: Json = {"type": "plain_text_input", "action_id": f"{name}:said", **more}
    return {"type": "input", "block_id": name, "label": {"type": "plain_text", "text": name}, "element": element}


@asynccontextmanager
async def world(app: Manifest | None = None) -> AsyncIterator[tuple[Bench, App, str]]:
    async with listening() as heard, fake(mode="http", app=app, events_url=heard.url) as bench:
        bench.world.events.app = Manifest(events=frozenset())  # only what people press is of interest here
        yield bench, heard, await bench.driver.add_user("Amara Osei")


def payload(app: App) -> Json:
    """The last thing that the app was told of."""
    return record(decoded(app.bodies[-1]["payload"]))


async def posted(bench: Bench, user: str, *elements: Json, kind: str = "actions") -> Json:
    """Where a message of the app with these elements lies."""
    block: Json = {"type": kind, "block_id": "row", "elements": list(elements)}
    answer = await bench.call("chat.postMessage", channel=user, text="x", blocks=[block])
    return {"channel": answer["channel"], "ts": answer["ts"]}


async def opened(bench: Bench, app: App, user: str, view: Json) -> str:
    """The id of a modal that the app has opened after a click."""
    where = await posted(bench, user, button())
    await bench.driver.act("click", user=user, action_id="go", **where)
    answer = await bench.call("views.open", trigger_id=payload(app)["trigger_id"], view=view)
    return text(record(answer["view"]), "id")
