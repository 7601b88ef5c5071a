"""The mentors' console put together: beside Slack, by itself on a shared database, or over sample talks."""

import asyncio
import secrets
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path

from bot import compose_store
from bot.adapters.store.mentoring import counting
from bot.adapters.store.mentoring.doors import SqlDoors
from bot.adapters.store.mentoring.record import SqlRecord
from bot.adapters.store.mentoring.reviewing import SqlReviewing
from bot.adapters.store.mentoring.sharing import SqlSharing
from bot.adapters.store.mentoring.staff import SqlStaff
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.post import SqlPostOffice
from bot.adapters.store.writer import Writer
from bot.channels import web
from bot.channels.console.parts import Options, Parts, SlackSignIn
from bot.channels.console.serving import Service
from bot.channels.slack.render.mentoring import SlackNotices
from bot.compose import House, SystemClock, passage_text
from bot.compose_slack_words import slack_words
from bot.errors import CoachError
from bot.ports.incoming import conversation_of
from bot.ports.sharing import Notices
from bot.ports.staff import Colleague, Role
from bot.ports.trainers import Trainers
from bot.samples import holding, talks
from bot.settings import Settings

_SUITE = "leadership_coach.trainers"
_SAMPLE_MENTOR = Colleague("local:mentor", "Sample Mentor", frozenset(Role))
_OTHER_MENTOR = Colleague("local:second", "Second Mentor", frozenset({Role.MENTOR}))
_OTHERS_EACH = 9
_LINK_LASTS = timedelta(minutes=30)


def trainers() -> Trainers | None:
    """The evaluation suite, where it is installed."""
    found = next(iter(entry_points(group=_SUITE)), None)
    suite: Trainers | None = found.load()() if found else None
    return suite


def parts_of(settings: Settings, writer: Writer, house: House, notices: Notices | None, *, sample: bool) -> Parts:
    """What the console works with, on an open store."""
    return Parts(
        staff=SqlStaff(writer),
        doors=SqlDoors(writer),
        record=SqlRecord(writer),
        reviewing=SqlReviewing(writer),
        clock=SystemClock(),
        options=Options(
            url=settings.console_url,
            sign_in=_sign_in(settings),
            timezone=settings.timezone,
            sample=sample,
        ),
        situations=dict(house.compiled[0].choices),
        passages=passage_text,
        trainers=trainers(),
        notices=notices,
    )


def service(settings: Settings, writer: Writer, house: House, listening: Callable[[str], None]) -> Service:
    """The console of a hospital, to be run beside Slack or by itself.

    Raises CoachError, naming the setting, where what is given is not enough.
    """
    notices = SlackNotices(slack_words(), settings.console_url)
    return Service(
        parts_of(settings, writer, house, notices, sample=False),
        host=settings.console_host,
        port=settings.console_port,
        listening=listening,
    )


def _sign_in(settings: Settings) -> SlackSignIn | None:
    if not settings.console_team:
        return None
    secret = settings.slack_client_secret.get_secret_value()
    if not (settings.slack_client_id and secret):
        message = "the console signs in with Slack: set COACH_SLACK_CLIENT_ID and COACH_SLACK_CLIENT_SECRET too"
        raise CoachError(message, code="no_slack")
    return SlackSignIn(settings.slack_client_id, secret, settings.console_team)


@contextmanager
def opened(settings: Settings, listening: Callable[[str], None]) -> Iterator[Service]:
    """The console by itself, on the store that is set, which is closed behind it.

    Raises CoachError where the store cannot be opened, or a running coach has the SQLite file.
    """
    with compose_store.opened(settings) as writer:
        yield service(settings, writer, House(settings), listening)


@dataclass(frozen=True, slots=True)
class Show:
    """How sample talks are shown; without a `store` everything is forgotten when it ends."""

    browser: bool = True
    store: Path | None = None
    tell: Callable[[str], None] = print


async def show(settings: Settings, how: Show) -> None:
    """Fill a store with sample talks and serve the console over it until it is stopped; a link signs in once.

    Raises CoachError where the store or the port cannot be had.
    """
    with tempfile.TemporaryDirectory(prefix="coach-console-") as folder:
        file = (how.store or Path(folder) / "samples.db").resolve()
        own = _of_samples(settings, file)
        web.listen(own.console_host, own.console_port, "COACH_CONSOLE_PORT").close()  # before a wait for nothing
        house = House(own)
        with compose_store.opened(own) as writer:
            how.tell("Holding the sample talks with the coach ...")
            await fill(writer, house)
            parts = parts_of(own, writer, house, None, sample=True)
            link = await sign_in_link(parts, _SAMPLE_MENTOR.id)

            def listening(_url: str) -> None:
                how.tell(f"Open {link} (good once, for half an hour). Ctrl-C ends it.")
                if how.browser and sys.stdout.isatty():
                    webbrowser.open(link)

            await Service(parts, host=own.console_host, port=own.console_port, listening=listening).serve()


def _of_samples(settings: Settings, file: Path) -> Settings:
    """Settings for sample talks in a file: on this machine alone, and no chat model, which each start would pay."""
    own = {
        "database": f"sqlite:///{file}",
        "key_file": file.with_name(f"{file.name}.key"),
        "console_url": f"http://127.0.0.1:{settings.console_port}",
        "console_host": "127.0.0.1",
        "console_team": "",
        "llm": "",
    }
    return settings.model_copy(update=own)


async def fill(writer: Writer, house: House) -> None:
    """Put the sample talks, and two mentors for them, into a store."""
    now = SystemClock().now()
    staff = SqlStaff(writer)
    for one in (_SAMPLE_MENTOR, _OTHER_MENTOR):
        await staff.put(one, by="operator", at=now - timedelta(days=22))
    store = holding.Store(
        post=SqlPostOffice(writer, "samples"),
        people=SqlPeople(writer),
        sharing=SqlSharing(writer),
        reviewing=SqlReviewing(writer),
    )
    mentors = holding.Mentors(_SAMPLE_MENTOR.id, _OTHER_MENTOR.id)
    coach = await asyncio.to_thread(house.coach, "sqlite://")
    samples = talks.load()
    await holding.fill(samples, coach, store, mentors, now)
    await _count_others(writer, [one.person for one in samples], now)


async def _count_others(writer: Writer, doctors: Sequence[str], at: datetime) -> None:
    """The same talks as of others who share nothing and agreed to be counted: figures of ten doctors tell nothing."""
    for number, doctor in enumerate(doctors, start=1):
        told = await SqlSharing(writer).preview(doctor, conversation_of(f"{talks.TEAM}:D{number}"), session=1)
        for copy in range(_OTHERS_EACH if told else 0):
            talk = conversation_of(f"{talks.TEAM}:E{number}-{copy}")
            theirs = partial(counting.count_as, person_id=f"{doctor}-{copy}", conversation_id=talk, at=at)
            await writer.write(partial(theirs, records=told.records if told else ()))


async def sign_in_link(parts: Parts, colleague_id: str) -> str:
    """A link that signs a colleague in once."""
    token, now = secrets.token_urlsafe(32), parts.clock.now()
    await parts.doors.make_link(colleague_id, token, now + _LINK_LASTS, by="operator", at=now)
    return f"{parts.options.url}/sign-in/link/{token}"
