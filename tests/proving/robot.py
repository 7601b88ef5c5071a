"""A doctor who presses everything: every button in sight, every dialogue filled in and sent, every command given."""

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from tests.proving.fake import Fake, Json
from tests.proving.people import Doctor

_TYPED = ("plain_text_input", "rich_text_input", "email_text_input")
_MOST_VIEWS = 8
_LOOK, _CALM, _LOOKS = 0.1, 4, 40
"""Seconds between looks, looks that must be alike, and looks at most."""


class Robot:
    """Presses and types for one doctor; everything typed holds the same words. `pressed` names what was tried."""

    def __init__(self, fake: Fake, doctor: Doctor, words: str) -> None:
        self._fake = fake
        self._doctor = doctor
        self._words = words
        self._seen: set[str] = set()
        self.pressed: list[str] = []

    async def say(self, text: str, **more: str) -> str:
        """Write to the coach and wait until things are quiet; gives the message's time stamp."""
        self.pressed.append("message in a thread" if more else "message")
        posted = await self._fake.post("message", {"user": self._doctor.user, "text": text, **more})
        await self.settle()
        return str(posted["ts"])

    async def change(self, what: str, ts: str, **more: str) -> None:
        """Edit or delete a message, and wait until things are quiet."""
        await self.do(what, {"channel": self._doctor.channel, "ts": ts, **more})
        await self.settle()

    async def settle(self) -> None:
        """Wait until the direct channel has not changed for a moment."""
        shown, calm = "", 0
        for _ in range(_LOOKS):
            await asyncio.sleep(_LOOK)
            now = json.dumps(await self._messages())
            calm = calm + 1 if now == shown else 0
            shown = now
            if calm >= _CALM:
                return

    async def press_all(self) -> None:
        """Every button of every message in the direct channel, each kind once."""
        for message in await self._messages():
            for element in elements(message.get("blocks", ())):
                name = f"{element['action_id']}/{element.get('value', '')}"
                if name not in self._seen:
                    self._seen.add(name)
                    await self.press(element, {"channel": self._doctor.channel, "ts": message["ts"]})
        await self.settle()

    async def press_home(self) -> None:
        """Every button of the App Home, as it is now."""
        await self.do("open", {"user": self._doctor.user, "tab": "home"})
        view = (await self._fake.get("home", user=self._doctor.user))["view"]
        for element in elements(view):
            await self.press(element, {"view_id": cast("Json", view)["id"]})

    async def press(self, element: Mapping[str, object], place: Mapping[str, object]) -> None:
        """Press one button, and send and close whatever opens."""
        body = {"user": self._doctor.user, "action_id": element["action_id"], "value": element.get("value"), **place}
        await self.do("click", {name: value for name, value in body.items() if value is not None})
        await self.send_dialogues()

    async def send_dialogues(self) -> None:
        """Fill in and send every open dialogue; close what stays open."""
        for _ in range(_MOST_VIEWS):
            views = await self._views()
            if not views:
                return
            view = views[-1]
            if view.get("submit"):
                body = {"user": self._doctor.user, "view_id": view["id"], "values": self._filled(view)}
                await self.do("submit", body)
            if any(one["id"] == view["id"] for one in await self._views()):
                await self.do("close_view", {"user": self._doctor.user, "view_id": view["id"]})

    async def do(self, what: str, body: Mapping[str, object]) -> None:
        """One gesture; what the fake refuses is none of ours to judge here."""
        command = str(body.get("text", "")).split(" ")[0] if what == "command" else ""
        name = f"{what} {body.get('action_id') or body.get('callback_id') or command or ''}".strip()
        try:
            await self._fake.post(what, dict(body))
        except AssertionError as error:
            name += f" ({str(error)[:80]})"
        self.pressed.append(name)

    async def _messages(self) -> list[Json]:
        return await self._fake.transcript(self._doctor.channel, self._doctor.user)

    async def _views(self) -> Sequence[Json]:
        return cast("Sequence[Json]", (await self._fake.get("views", user=self._doctor.user))["views"])

    def _filled(self, view: Mapping[str, object]) -> dict[str, dict[str, object]]:
        """The state of a dialogue in which every field says the words, or takes the first thing on offer."""
        values: dict[str, dict[str, object]] = {}
        for block in cast("Sequence[Mapping[str, object]]", view.get("blocks", ())):
            element = block.get("element")
            if isinstance(element, Mapping):
                values[str(block["block_id"])] = {str(element["action_id"]): self._field(element)}
        return values

    def _field(self, element: Mapping[str, object]) -> dict[str, object]:
        kind = str(element["type"])
        if kind in _TYPED:
            return {"type": kind, "value": self._words}
        if kind == "datepicker":
            return {"type": kind, "selected_date": element.get("initial_date", "2030-01-07")}
        options = cast("Sequence[object]", element.get("options", ()))
        if kind in ("checkboxes", "multi_static_select"):
            return {"type": kind, "selected_options": list(options[:1])}
        return {"type": kind, "selected_option": options[0] if options else None}


def elements(value: object) -> Iterator[Mapping[str, object]]:
    """Everything with an `action_id` that can be pressed, inside blocks."""
    if isinstance(value, Mapping):
        if value.get("type") == "feedback_buttons":
            for side in ("positive_button", "negative_button"):
                yield {"action_id": value["action_id"], "value": cast("Json", value[side])["value"]}
        elif value.get("type") in ("button", "icon_button"):
            yield value
        for one in value.values():
            yield from elements(one)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for one in value:
            yield from elements(one)
