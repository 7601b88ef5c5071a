"""2,000 messages through the real coach while its chat model fails three times in ten: a proper reply to each, in time."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from bot.adapters import instructions
from bot.adapters.chat_model.langchain_model import Asking
from bot.adapters.chat_model.opening import Opening, open_model
from bot.coach import Coach
from bot.coaching import identifiers
from bot.coaching.check import Against, check
from bot.coaching.drafting.guide import MoveGuide
from bot.coaching.model import IncomingMessage
from bot.coaching.record import TurnRecord
from bot.coaching.write.writer import SAFETY_MOVES
from bot.compose import House, SystemClock
from bot.llm_engine import Limits, LlmEngine
from bot.settings import Settings
from knowledge import names
from tests.proving import talk
from tests.proving.figures import Figure, Proof, none
from tests.proving.proper import Judge
from tests.stubmodel.client import StubModel

_OVER_S = 0.1
_BEFORE = 160
"""Messages without faults, to warm up and to see how many of the stub's drafts hold."""


@dataclass(frozen=True, slots=True)
class Given:
    """How a run is made.

    Four threads: on two cores, which the stub shares, as many as wait for a model that hangs without making each other
    wait for the processor, which is no part of the deadline. 24 are as many as the bot has where a model is set: there
    the deadline is held against what was waited for the model, and the whole turn is told without a bound.
    """

    messages: int = 2_000
    rate: float = 0.3
    deadline_s: float = 2.0
    threads: int = 4
    seed: int = 5


@dataclass(slots=True)
class Turn:
    """One message answered: its record, or what was raised, and how long it took."""

    record: TurnRecord | None
    said_before: tuple[str, ...]
    ms: float
    raised: str = ""


@dataclass(slots=True)
class _Run:
    """All turns of a run."""

    turns: list[Turn] = field(default_factory=list)

    @property
    def records(self) -> list[TurnRecord]:
        return [one.record for one in self.turns if one.record is not None]

    def engines(self) -> Counter[str]:
        """Replies by the engine that they went out from."""
        return Counter(one.reply.engine for one in self.records)

    def reasons(self) -> Counter[str]:
        """Why a chat model's wording did not go out: failures by name, problems by code."""
        words = [use for one in self.records for use in one.model_uses if use.purpose == "wording"]
        return Counter(use.problems[0].code if use.problems else use.outcome for use in words if use.outcome != "used")

    def waits(self) -> list[float]:
        """Milliseconds that each turn waited for the model, all that it was asked together."""
        return [sum(use.ms for use in one.model_uses) for one in self.records]

    def share_worded(self) -> float:
        """Part of the replies that a model may word which went out in its words."""
        by = self.engines()
        return by["llm"] / max(1, by["llm"] + by["guided_after_llm"])


def prove(given: Given) -> Proof:
    """Run it."""
    began = time.monotonic()
    with StubModel.running() as stub, _coach(stub, given) as (coach, engine):
        before = _talk(coach, replace(given, messages=_BEFORE), "before")
        stub.forget()
        stub.chance(given.rate, seed=given.seed)
        run = _talk(coach, given, "proof")
        left_open = 0 if stub.closed() else stub.count("open")
        seen = stub.figures()
    times = sorted(one.ms for one in run.turns)
    engines = run.engines()
    wrong = _judged(run, engine)
    looks = Counter(_counts(seen["looks"]))
    limit = 1000 * (given.deadline_s + _OVER_S)
    figures = [
        Figure("messages", len(run.turns), at_least=given.messages, at_most=given.messages),
        Figure("proper replies", 100 * sum(not one for one in wrong) / len(run.turns), "%", at_least=100),
        none("exceptions", sum(bool(one.raised) for one in run.turns)),
        Figure("p99", quantiles(times, n=100)[98], "ms", at_most=limit if given.threads <= Given().threads else None),
        Figure("p99 of what was waited for the model", quantiles(run.waits(), n=100)[98], "ms", at_most=limit),
        Figure("p50", quantiles(times, n=100)[49], "ms"),
        Figure("longest", times[-1], "ms"),
        none("requests left open", left_open),
        Figure("worded by the model", engines["llm"]),
        Figure("guided instead of it", engines["guided_after_llm"]),
        Figure("guided, never a model's", engines["guided"]),
        Figure("worded, of what may be", 100 * run.share_worded(), "%"),
        Figure("worded before the faults began", 100 * before.share_worded(), "%"),
        Figure("second looks asked", looks.total()),
        Figure("second looks that met a fault", looks.total() - looks["none"]),
        Figure("time", time.monotonic() - began, "s"),
    ]
    notes = [f"instead: {_listed(run.reasons())}", f"met: {_listed(Counter(_counts(seen['by_fault'])))}"]
    notes += [f"improper: {_listed(Counter(name for one in wrong for name in one))}"] * any(wrong)
    notes += [f"second looks met: {_listed(looks)}", f"circuit open: {run.reasons()['resting']} wordings"]
    notes += [f"before the faults: {_listed(before.reasons())}"] * bool(before.reasons())
    shown = {"rate": given.rate, "deadline": f"{given.deadline_s:g} s", "threads": given.threads, "seed": given.seed}
    name = "model-faults" if given.threads == Given().threads else f"model-faults-{given.threads}"
    return Proof(name, shown, figures, notes)


@contextmanager
def _coach(stub: StubModel, given: Given) -> Iterator[tuple[Coach, LlmEngine]]:
    """The real coach over this machine's data folder, its store in a folder of its own, its model the stub."""
    house = House(Settings(data=Settings.from_environment().data))  # none of the settings of a model
    told = instructions.load()
    model = open_model(Opening(Asking("openai:stub-1"), url=stub.url, timeout_s=given.deadline_s))
    name_lists = identifiers.NameLists(**names.load())
    engine = LlmEngine(model, told, name_lists, SystemClock(), Limits(deadline_s=given.deadline_s))
    with TemporaryDirectory() as folder:
        guided = house.coach(f"sqlite:///{Path(folder) / 'proof.db'}")
        yield Coach(replace(guided._parts, llm=engine)), engine


def _talk(coach: Coach, given: Given, name: str) -> _Run:
    """So many messages, by doctors who talk at the same time; each waits for the answer to the last."""
    per = len(talk.lines()) // talk.COUNT
    doctors = range(-(-given.messages // per))

    def talks(doctor: int) -> list[Turn]:
        most = min(per, given.messages - doctor * per)
        return _one(coach, f"{name}-{doctor}", [talk.line(doctor, number) for number in range(most)])

    with ThreadPoolExecutor(given.threads) as pool:
        return _Run([turn for turns in pool.map(talks, doctors) for turn in turns])


def _one(coach: Coach, conversation: str, texts: Sequence[str]) -> list[Turn]:
    turns: list[Turn] = []
    said: tuple[str, ...] = ()
    for number, text in enumerate(texts):
        message = IncomingMessage(
            event_id=f"{conversation}-{number}", conversation_id=conversation, person_id=conversation, text=text
        )
        began = time.perf_counter()
        record, raised = None, ""
        try:
            record = coach.reply(message)
        except Exception as error:  # noqa: BLE001 - that is what is counted
            raised = type(error).__name__
        turns.append(Turn(record, said, 1000 * (time.perf_counter() - began), raised))
        said = (*said, record.reply.text) if record else said
    return turns


def _judged(run: _Run, engine: LlmEngine) -> list[tuple[str, ...]]:
    """What is wrong with each turn."""
    guides, judge = engine.instructions.guides, Judge(engine.instructions)
    return [tuple(faults(one, guides, judge)) for one in run.turns]


def faults(turn: Turn, guides: Mapping[str, MoveGuide], judge: Judge) -> Iterator[str]:
    """What is wrong with a turn: no reply, one that a model spoilt, or that fails the last look, or tells no reason."""
    record = turn.record
    if record is None:
        yield "no reply"
        return
    yield from judge.faults(record.message.text, record.reply.text)
    if not _explained(turn, record, guides):
        yield "unexplained"


def _explained(turn: Turn, record: TurnRecord, guides: Mapping[str, MoveGuide]) -> bool:
    """Whether the reply passes the last look, and tells why where it is not the model's."""
    reply, move = record.reply, record.move.name
    again = check(record.draft, Against(record.message.text, turn.said_before, move in SAFETY_MOVES))
    match reply.engine:
        case "llm":
            return not again.problems and not reply.problems
        case "guided_after_llm":
            return reply.text == again.text and any(use.outcome != "used" for use in record.model_uses)
        case _:
            nothing_found = record.move.needs_evidence and not record.draft.citations
            return reply.text == again.text and (move not in guides or nothing_found)


def _counts(seen: object) -> dict[str, int]:
    return {str(name): int(count) for name, count in seen.items()} if isinstance(seen, dict) else {}


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common())
