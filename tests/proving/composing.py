"""The channel put together for a proof: its real edge, engine, sender and store, with a probe and an answerer of choice."""

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bot.adapters.store.engine import open_engine
from bot.adapters.store.mentoring.sharing import SqlSharing
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.post import SqlPostOffice
from bot.adapters.store.workspaces import SqlWorkspaces
from bot.adapters.store.writer import Writer
from bot.channels import web
from bot.channels.slack import bolt, logs
from bot.channels.slack.clients import Clients, Connection
from bot.channels.slack.engine.engine import Engine
from bot.channels.slack.metrics import Metrics
from bot.channels.slack.parts import Options, Parts, WallClock
from bot.channels.slack.serving.run import Service
from bot.channels.slack.words import SlackWords
from bot.compose import House, SystemClock, passage_text
from bot.compose_me import press
from bot.compose_slack import following
from bot.ports.coaching import Answerer
from bot.settings import Settings
from knowledge import strict_yaml
from prompts import library
from tests.bot.adapters.store.databases import KEYRING
from tests.fakeslack.known import BOT_TOKEN, SIGNING_SECRET
from tests.proving.chain import ChainAnswerer
from tests.proving.clocks import MovedClock
from tests.proving.faulty import Faults
from tests.proving.plans import Plan
from tests.proving.spending import Spending
from tests.proving.traced import TracedCoach

Reached = Callable[[str], None]


@cache
def words() -> SlackWords:
    """The channel's words, as the product has them."""
    return strict_yaml.load(library.file("slack/words.yaml"), SlackWords)


def consent_version() -> int:
    """The version of the first-contact text that doctors of a proof have agreed to."""
    return words().consent.version


def run(plan: Plan, reached: Reached) -> None:
    """Be the bot until the process is told to end."""
    logs.configure(plan.log_level, sys.stdout)
    spending = Spending(Path(plan.spending)) if plan.spending else None
    if spending:
        spending.start()
    try:
        web.run(_serve(plan, reached))
    finally:
        if spending:
            spending.stop()


@dataclass(frozen=True, slots=True)
class _Store:
    """The store, opened."""

    writer: Writer
    post: SqlPostOffice
    people: SqlPeople
    workspaces: SqlWorkspaces
    sharing: SqlSharing

    @classmethod
    def opened(cls, plan: Plan, reached: Reached) -> "_Store":
        writer = Writer(open_engine(plan.database, KEYRING))
        now = _clock(plan).now
        post = SqlPostOffice(writer, plan.owner, now=now, reached=reached, without=frozenset(plan.without))
        return cls(writer, post, SqlPeople(writer), SqlWorkspaces(writer), SqlSharing(writer))


def _answerer(plan: Plan, house: House) -> Answerer:
    if plan.answerer == "chain":
        return ChainAnswerer(seconds=plan.answer_seconds)
    coach = house.coach("sqlite://")
    return TracedCoach(coach, seconds=plan.answer_seconds) if plan.answerer == "traced" else coach


def _settings(plan: Plan) -> Settings:
    """Those of a coach on this machine, or of a replica with a data folder of its own."""
    own = {"COACH_DATA": plan.data, "COACH_CHROMA": plan.chroma, "COACH_DATABASE": plan.database}
    return Settings.from_environment(own if plan.chroma else {})


def _parts(plan: Plan, store: _Store, house: House) -> Parts:
    faults = Faults(plan.faults, plan.secret, Path(plan.thrown))
    return Parts(
        answerer=faults.put_into("answerer", _answerer(plan, house)),
        post=faults.put_into("post", store.post),
        people=faults.put_into("people", store.people),
        workspaces=store.workspaces,
        sharing=faults.put_into("sharing", store.sharing),
        press=press(),
        words=words(),
        passages=faults.function("passages", passage_text),
        clock=_clock(plan),
        metrics=Metrics(),
        help_lines=("Somebody to talk to: the ward telephone",),
        options=_options(plan),
    )


def _clock(plan: Plan) -> WallClock:
    return MovedClock(Path(plan.clock)) if plan.clock else SystemClock()


def _options(plan: Plan) -> Options:
    usual = Options(join=plan.join, doubt=plan.doubt, poll=plan.poll, workers=plan.workers)
    often = replace(usual, remind=plan.poll) if plan.clock else usual
    return replace(often, quiet_from=0, quiet_to=0) if "quiet" in plan.without else often


async def _serve(plan: Plan, reached: Reached) -> None:
    store, settings = _Store.opened(plan, reached), _settings(plan)
    house = House(settings)
    beside = await following(settings, store.writer, house)
    parts = _parts(plan, store, house)
    connection = Connection(signing_secret=SIGNING_SECRET, bot_token=BOT_TOKEN, api_url=plan.api)
    clients = Clients(connection, parts.workspaces)
    engine = Engine(parts, clients, reached=reached, without=frozenset(plan.without))
    app = bolt.build(parts, engine, connection, clients=clients, reached=reached)
    gc.collect()
    gc.freeze()  # as the product does
    await Service(parts, app, engine, clients, port=plan.port, reached=reached, beside=beside).serve()
    store.writer.close()
