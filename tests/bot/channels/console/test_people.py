"""Giving and taking roles."""

import asyncio

import pytest

from bot.channels.console.parts import Options, SlackSignIn
from bot.ports.staff import Act, Colleague, Role
from tests.bot.channels.console.world import ADMIN, MENTOR, OTHER, TRAINER, URL, Browser, World, with_parts, world

NEW = {"id": "T1:UNEW", "name": "Nadia New", "roles": "mentor"}


async def add(browser: Browser, **changed: str) -> int:
    return (await browser.post("/people", {**NEW, **changed})).status_code


def test_everybody_with_a_role_is_listed_and_that_it_was_seen_is_on_record() -> None:
    async def main() -> None:
        async with world() as here:
            page = await (await here.signed_in(ADMIN)).get("/people")
            assert all(name in page.text for name in ("Ada Admin", "Mina Mentor", "Olu Other", "Tess Trainer"))
            assert here.record.acts()[-1] is Act.SAW_PEOPLE

    asyncio.run(main())


def test_a_colleague_is_added_with_what_they_may_do_and_whom_they_assess() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            body = "id=T1%3AUNEW&name=+Nadia+New+&roles=mentor&roles=trainer&assesses=T1%3AU5%0D%0A+T1%3AU6%0D%0A"
            headers = {"Origin": URL, "Content-Type": "application/x-www-form-urlencoded"}
            added = await browser.web.post("/people", content=f"csrf={browser.csrf}&{body}", headers=headers)
            assert (added.status_code, added.headers["location"]) == (303, "/people?done=added")
            roles = frozenset({Role.MENTOR, Role.TRAINER})
            wanted = Colleague("T1:UNEW", "Nadia New", roles, frozenset({"T1:U5", "T1:U6"}))
            assert here.staff.people["T1:UNEW"] == wanted
            assert (here.record.kept[-1].act, here.record.kept[-1].actor) == (Act.CHANGED_ROLES, ADMIN)
            assert "Added." in (await browser.get("/people?done=added")).text

    asyncio.run(main())


@pytest.mark.parametrize(
    "changed",
    [
        {"id": ""},
        {"id": "UNEW"},
        {"id": "T1:"},
        {"id": "T1:U1:U2"},
        {"id": "T1:U 1"},
        {"id": f"T1:{'U' * 81}"},
        {"id": MENTOR},
        {"name": ""},
        {"name": "  "},
        {"name": "x" * 121},
        {"name": "a\nb"},
        {"name": "\u202egnp"},
        {"roles": ""},
        {"roles": "owner"},
        {"assesses": "everybody"},
        {"assesses": "\n".join(f"T1:U{number}" for number in range(501))},
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept_and_nothing_is_typed_twice(changed: dict[str, str]) -> None:
    async def main() -> None:
        async with world() as here:
            before = dict(here.staff.people)
            answer = await (await here.signed_in(ADMIN)).post("/people", {**NEW, **changed})
            assert answer.status_code == 400
            assert "That cannot be kept yet" in answer.text
            assert 'aria-invalid="true"' in answer.text or 'id="roles-wrong"' in answer.text
            assert NEW["name"] in answer.text or "name" in changed
            assert here.staff.people == before
            assert (here.record.kept[-1].act, here.record.kept[-1].actor) == (Act.SAW_PEOPLE, ADMIN), (
                "the list was seen"
            )

    asyncio.run(main())


def in_slack(here: World) -> World:
    return with_parts(here, options=Options(URL, sign_in=SlackSignIn("1.2", "s", "T1")))


def test_where_slack_signs_in_the_member_id_is_enough_and_another_workspace_is_refused() -> None:
    async def main() -> None:
        async with world() as one:
            here = in_slack(one)
            browser = await here.signed_in(ADMIN)
            assert await add(browser, id="UNEW") == 303
            assert "T1:UNEW" in here.staff.people
            assert await add(browser, id="T2:UELSE") == 400

    asyncio.run(main())


def test_a_change_shows_and_who_had_another_role_is_signed_out() -> None:
    async def main() -> None:
        async with world() as here:
            admin, mentor = await here.signed_in(ADMIN), await here.signed_in(MENTOR)
            form = await admin.get(f"/people/{MENTOR}")
            assert 'value="mentor" checked' in form.text
            sent = await admin.post(f"/people/{MENTOR}", {"name": "Mina", "roles": "trainer", "assesses_all": "yes"})
            assert sent.status_code == 303
            assert here.staff.people[MENTOR] == Colleague(MENTOR, "Mina", frozenset({Role.TRAINER}), assesses_all=True)
            assert (await mentor.get("/keys")).status_code == 303
            assert "every doctor" in (await admin.get("/people")).text

    asyncio.run(main())


def test_the_only_admin_stays_one() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            for path, form in ((f"/people/{ADMIN}/remove", {}), (f"/people/{ADMIN}", {"name": "A", "roles": "mentor"})):
                answer = await browser.post(path, form)
                assert answer.status_code == 409
                assert "the only admin" in answer.text
                assert (here.record.kept[-1].act, here.record.kept[-1].subject) == (Act.SAW_PEOPLE, ADMIN)
                assert Role.ADMIN in here.staff.people[ADMIN].roles
            await browser.post(f"/people/{OTHER}", {"name": "Olu", "roles": "admin"})
            assert (await browser.post(f"/people/{ADMIN}/remove")).status_code == 303

    asyncio.run(main())


def test_who_is_removed_has_no_role_and_no_session() -> None:
    async def main() -> None:
        async with world() as here:
            admin, trainer = await here.signed_in(ADMIN), await here.signed_in(TRAINER)
            assert (await admin.post(f"/people/{TRAINER}/remove")).headers["location"] == "/people?done=removed"
            assert TRAINER not in here.staff.people
            assert (await trainer.get("/")).status_code == 303
            assert (await admin.get(f"/people/{TRAINER}")).status_code == 404

    asyncio.run(main())


@pytest.mark.parametrize("colleague_id", ["T1:UNOBODY", "x", "%00", "%27", "x" * 400, "T1:U%2f.."])
def test_a_colleague_who_is_not_there_is_not_found(colleague_id: str) -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            assert (await browser.get(f"/people/{colleague_id}")).status_code == 404
            assert (await browser.post(f"/people/{colleague_id}", NEW)).status_code == 404
            assert (await browser.post(f"/people/{colleague_id}/remove")).status_code == 404

    asyncio.run(main())


def test_what_somebody_is_called_stays_text() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            assert await add(browser, name="<script>alert(1)</script>") == 303
            for path in ("/people", "/people/T1:UNEW", "/record"):
                assert "<script>" not in (await browser.get(path)).text

    asyncio.run(main())
