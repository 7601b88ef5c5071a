"""Modals, forms and home tabs: opened by a trigger, updated as they were seen, sent with their values."""

import asyncio

import pytest

from tests.fakeslack.jsons import Json, record, records, text
from tests.fakeslack_checks.bench import SECTION, button, modal
from tests.fakeslack_checks.pressing import SUBMIT, field, opened, payload, posted, world


def test_a_modal_is_opened_by_a_trigger_once_and_soon() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            assert await bench.error("views.open", trigger_id="1.T", view=modal()) == "invalid_trigger_id"
            await opened(bench, app, user, modal())
            trigger = payload(app)["trigger_id"]
            assert await bench.error("views.open", trigger_id=trigger, view=modal()) == "exchanged_trigger_id"
            await bench.driver.act("clock", trigger=0)
            where = await posted(bench, user, button())
            await bench.driver.act("click", user=user, action_id="go", **where)
            late = payload(app)["trigger_id"]
            assert await bench.error("views.open", trigger_id=late, view=modal()) == "expired_trigger_id"

    asyncio.run(go())


def test_a_modal_that_is_wrong_is_not_opened_and_its_trigger_stays_good() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            where = await posted(bench, user, button())
            await bench.driver.act("click", user=user, action_id="go", **where)
            trigger = payload(app)["trigger_id"]
            assert await bench.error("views.open", trigger_id=trigger, view=modal(field("a"))) == "invalid_arguments"
            assert await bench.error("views.open", trigger_id=trigger, view=modal(field("a"), submit=SUBMIT)) is None

    asyncio.run(go())


def test_a_view_is_updated_only_as_it_was_seen() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            name = await opened(bench, app, user, modal())
            first = record((await bench.call("views.update", view_id=name, view=modal(callback_id="b")))["view"])
            assert await bench.error("views.update", view_id=name, hash="old", view=modal()) == "hash_conflict"
            assert await bench.error("views.update", view_id=name, hash=first["hash"], view=modal()) is None
            await bench.driver.act("close_view", user=user, view_id=name)
            assert await bench.error("views.update", view_id=name, view=modal()) == "not_found"
            assert bench.problems == []

    asyncio.run(go())


def test_a_home_tab_is_published_only_as_it_was_seen() -> None:
    async def go() -> None:
        async with world() as (bench, _, user):
            home: Json = {"type": "home", "blocks": [SECTION]}
            first = record((await bench.call("views.publish", user_id=user, view=home))["view"])
            assert await bench.error("views.publish", user_id=user, hash="old", view=home) == "hash_conflict"
            assert await bench.error("views.publish", user_id=user, hash=first["hash"], view=home) is None
            assert (await bench.driver.look("home", user=user))["hash"] != first["hash"]

    asyncio.run(go())


def test_a_form_is_sent_with_its_values_and_closes() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            view = modal(field("a"), field("b", initial_value="as it was"), submit=SUBMIT, private_metadata="meta")
            name = await opened(bench, app, user, view)
            answer = await bench.driver.act("submit", user=user, view_id=name, values={"a": {"a:said": "words"}})
            said = record(payload(app)["view"])
            values = record(record(said["state"])["values"])
            assert answer["response"] == {"ok": True}
            assert (payload(app)["type"], said["callback_id"], said["private_metadata"]) == (
                "view_submission",
                "form",
                "meta",
            )
            assert record(record(values["a"])["a:said"])["value"] == "words"
            assert record(record(values["b"])["b:said"])["value"] == "as it was"
            assert (await bench.driver.look("views", user=user))["views"] == []

    asyncio.run(go())


def test_slack_itself_asks_for_what_is_missing_or_too_long() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            view = modal(field("a"), field("b", max_length=3) | {"optional": True}, submit=SUBMIT)
            name = await opened(bench, app, user, view)
            before = len(app.bodies)
            answer = record(
                (await bench.driver.act("submit", user=user, view_id=name, values={"b": "long"}))["response"]
            )
            assert answer["errors"] == {
                "a": "Please complete this required field.",
                "b": "Please use no more than 3 characters.",
            }
            assert len(app.bodies) == before

    asyncio.run(go())


def test_choices_and_days_are_sent_in_their_own_shapes() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            options = [{"text": {"type": "plain_text", "text": one}, "value": one} for one in ("x", "y")]

            def asks(name: str, kind: str, **more: object) -> Json:
                return field(name) | {"element": {"type": kind, "action_id": name, **more}}

            view = modal(
                asks("day", "datepicker"),
                asks("many", "checkboxes", options=options),
                asks("one", "radio_buttons", options=options, initial_option=options[1]),
                submit=SUBMIT,
            )
            name = await opened(bench, app, user, view)
            await bench.driver.act("submit", user=user, view_id=name, values={"day": "2026-05-01", "many": ["x"]})
            values = record(record(record(payload(app)["view"])["state"])["values"])
            assert record(record(values["day"])["day"])["selected_date"] == "2026-05-01"
            assert record(record(values["many"])["many"])["selected_options"] == [options[0]]
            assert record(record(values["one"])["one"])["selected_option"] == options[1]

    asyncio.run(go())


@pytest.mark.parametrize(
    ("said", "open_afterwards", "problem"),
    [
        ({"response_action": "errors", "errors": {"a": "no"}}, ["form"], False),
        ({"response_action": "errors", "errors": {"elsewhere": "no"}}, ["form"], True),
        ({"response_action": "update", "view": modal(callback_id="new")}, ["new"], False),
        ({"response_action": "update", "view": modal(title={})}, ["form"], True),
        ({"response_action": "push", "view": modal(callback_id="top")}, ["form", "top"], False),
        ({"response_action": "clear"}, [], False),
    ],
    ids=["errors", "errors of no field", "update", "a wrong update", "push", "clear"],
)
def test_an_answer_to_a_form_changes_the_views(said: Json, open_afterwards: list[str], problem: bool) -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            name = await opened(bench, app, user, modal(field("a"), submit=SUBMIT))
            app.answer = lambda number, body: (200, said)
            await bench.driver.act("submit", user=user, view_id=name, values={"a": "words"})
            views = records((await bench.driver.look("views", user=user))["views"])
            assert [one["callback_id"] for one in views] == open_afterwards
            assert bool(bench.problems) is problem

    asyncio.run(go())


def test_three_modals_lie_on_top_of_one_another_and_no_more() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            top = await opened(bench, app, user, modal({"type": "actions", "elements": [button()]}))
            errors: list[object] = []
            for _ in range(3):
                await bench.driver.act("click", user=user, view_id=top, action_id="go")
                view = modal({"type": "actions", "elements": [button()]})
                answer = await bench.call("views.push", trigger_id=payload(app)["trigger_id"], view=view)
                errors.append(answer.get("error"))
                top = text(record(answer.get("view")), "id", top)
            assert errors == [None, None, "push_limit_reached"]

    asyncio.run(go())


def test_closing_a_modal_is_told_to_who_asked_for_it() -> None:
    async def go() -> None:
        async with world() as (bench, app, user):
            name = await opened(bench, app, user, modal(notify_on_close=True))
            await bench.driver.act("close_view", user=user, view_id=name)
            assert payload(app)["type"] == "view_closed"

    asyncio.run(go())
