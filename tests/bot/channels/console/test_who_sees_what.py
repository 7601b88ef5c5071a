"""Every way into the console, for everybody, in every state of a share: nobody sees more than was shared with them."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.channels.console.app import ways
from bot.channels.console.visit import Way
from bot.ports.staff import Act, Role
from tests.bot.channels.console.real import Hospital, hospital
from tests.bot.channels.console.world import ADMIN, MENTOR, NEEDLE, OTHER, TRAINER, URL, Browser

ROLE_OF = {MENTOR: Role.MENTOR, TRAINER: Role.TRAINER, ADMIN: Role.ADMIN}
WAYS = ways()
OF_SHARES = [way for way in WAYS if "{share_id}" in way.path]
LISTS = ["/talks", f"/talks?q={NEEDLE.split()[1]}", "/talks?mine=1", "/export.csv", "/export.jsonl"]
ODD_IDS = [
    "0" * 36,
    "1",
    "-1",
    "2147483649",
    "00000000-0000-0000-0000-000000000000",
    "' OR '1'='1",
    "%2e%2e%2fpeople",
    "..%5c..%5c",
    "%00",
    "%F0%9F%92%A3",
    "%ff",
    "{share_id}",
    "x" * 300,
]
FORM = {"comment": NEEDLE, "name": "a-case", "turn": "1"}


async def ask(browser: Browser, way: Way, path: str) -> httpx.Response:
    return await (browser.get(path) if way.method == "GET" else browser.post(path, dict(FORM)))


def filled(way: Way, share_id: str = "0" * 36) -> str:
    return way.path.replace("{share_id}", share_id).replace("{colleague_id}", MENTOR)


def nothing_of_a_talk(answer: httpx.Response) -> bool:
    text = " ".join(answer.text.split()).lower()
    return not any(word in text for word in (NEEDLE, "stapler", "purple"))


def test_every_way_is_open_to_its_roles_alone(tmp_path: Path) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            for way in WAYS:
                for colleague, role in ROLE_OF.items():
                    if way.roles and role not in way.roles:
                        answer = await ask(await here.signed_in(colleague), way, filled(way))
                        assert answer.status_code == 404, f"{way.method} {way.path} for {role}"
                        refused = (await here.parts.record.entries(limit=1))[0].entry
                        assert (refused.act, refused.actor) == (Act.REFUSED, colleague)

    asyncio.run(main())


def test_nobody_who_is_not_signed_in_gets_past_the_door(tmp_path: Path) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            share_id = await here.share(MENTOR)
            for way in WAYS:
                for sid in ("", "x" * 43, "not a session"):
                    browser = await here.browser()
                    if sid:
                        browser.web.cookies.set("__Host-sid", sid, domain="coach.example")
                    answer = await ask(browser, way, filled(way, share_id))
                    assert answer.status_code == (303 if way.method == "GET" else 403)
                    assert answer.headers.get("location", "/sign-in") == "/sign-in"
                    assert nothing_of_a_talk(answer)

    asyncio.run(main())


@dataclass(frozen=True)
class Hidden:
    """A share that somebody must not see: whose it is, and who asks."""

    owner: str
    asks: str
    days: int = 30
    withdrawn: bool = False


HIDDEN = {
    "foreign": Hidden(OTHER, MENTOR),
    "over": Hidden(MENTOR, MENTOR, days=0),
    "withdrawn": Hidden(MENTOR, MENTOR, withdrawn=True),
    "a trainer's": Hidden(MENTOR, TRAINER),
    "an admin's": Hidden(MENTOR, ADMIN),
    "foreign and over": Hidden(OTHER, MENTOR, days=0),
    "foreign and withdrawn": Hidden(OTHER, MENTOR, withdrawn=True),
}


async def shared(here: Hospital, what: Hidden) -> str:
    share_id = await here.share(what.owner, days=what.days, withdrawn=what.withdrawn)
    here.clock.pass_by(timedelta(seconds=1))
    return share_id


def test_what_is_theirs_is_found_on_every_one_of_these_ways(tmp_path: Path) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            share_id = await here.share(MENTOR)
            browser = await here.signed_in(MENTOR)
            for way in OF_SHARES:
                assert (await ask(browser, way, filled(way, share_id))).status_code != 404, f"{way.method} {way.path}"
            assert share_id in (await browser.get("/talks")).text

    asyncio.run(main())


@pytest.mark.parametrize("case", HIDDEN)
def test_a_share_that_is_not_theirs_to_see_is_not_found_whatever_they_do(case: str, tmp_path: Path) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            share_id, before = await shared(here, HIDDEN[case]), None
            browser = await here.signed_in(HIDDEN[case].asks)
            for way in OF_SHARES:
                for path in (filled(way, share_id), filled(way, share_id) + "?turn=1"):
                    answer = await ask(browser, way, path)
                    assert answer.status_code == 404, f"{way.method} {path}"
                    assert nothing_of_a_talk(answer)
                    refused = (await here.parts.record.entries(limit=1))[0]
                    assert refused.entry.act is Act.REFUSED
                    assert refused.number != before
                    before = refused.number
            for path in LISTS:
                answer = await browser.get(path)
                assert nothing_of_a_talk(answer) or "?q=" in path
                assert share_id not in answer.text
            assert not await here.parts.record.flaws()

    asyncio.run(main())


@pytest.mark.parametrize("way", OF_SHARES, ids=lambda one: f"{one.method} {one.path}")
def test_an_odd_id_is_not_found(way: Way, tmp_path: Path) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            await here.share(MENTOR)
            browser = await here.signed_in(MENTOR)
            for odd in ODD_IDS:
                answer = await ask(browser, way, filled(way, odd))
                assert answer.status_code == 404, odd
                assert nothing_of_a_talk(answer)

    asyncio.run(main())


def test_a_share_of_theirs_is_seen_until_it_is_withdrawn_or_over_or_they_are_no_mentor(tmp_path: Path) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            ids = [await here.share(MENTOR, days=days) for days in (7, 30, 30)]
            browser = await here.signed_in(MENTOR)
            for share_id in ids:
                answer = await browser.get(f"/talks/{share_id}")
                assert answer.status_code == 200
                assert NEEDLE in answer.text
            here.clock.pass_by(timedelta(days=7))
            browser = await here.signed_in(MENTOR)
            assert [(await browser.get(f"/talks/{one}")).status_code for one in ids] == [404, 200, 200]
            assert (await here.parts.staff.remove(MENTOR, by=ADMIN, at=here.clock.now())) is True
            assert [(await browser.get(f"/talks/{one}")).status_code for one in ids] == [303] * 3

    asyncio.run(main())


def test_what_is_refused_is_refused_with_the_very_same_page(tmp_path: Path) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            browser = await here.signed_in(MENTOR)
            pages = set()
            for case in ("foreign", "over", "withdrawn"):
                pages.add((await browser.get(f"/talks/{await shared(here, HIDDEN[case])}")).text)
            pages.add((await browser.get(f"/talks/{'0' * 36}")).text)
            assert len(pages) == 1

    asyncio.run(main())


def test_a_form_without_its_token_changes_nothing_on_any_way(tmp_path: Path) -> None:
    async def main() -> None:
        async with hospital(tmp_path) as here:
            share_id = await here.share(MENTOR)
            for way in WAYS:
                if way.method != "POST":
                    continue
                colleague = MENTOR if not way.roles or Role.MENTOR in way.roles else ADMIN
                browser = await here.signed_in(colleague)
                newest = (await here.parts.record.entries(limit=1))[0].number
                for form, headers in (
                    ({}, {"Origin": URL}),
                    ({"csrf": "x" * 43}, {"Origin": URL}),
                    ({"csrf": browser.csrf}, {}),
                    ({"csrf": browser.csrf}, {"Origin": "https://evil.example"}),
                    ({"csrf": browser.csrf}, {"Sec-Fetch-Site": "cross-site"}),
                ):
                    answer = await browser.web.post(filled(way, share_id), data={**FORM, **form}, headers=headers)
                    assert answer.status_code == 403, f"{way.path} {form.keys()} {headers}"
                assert (await here.parts.record.entries(limit=1))[0].number == newest

    asyncio.run(main())
