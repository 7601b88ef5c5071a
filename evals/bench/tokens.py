"""Tokens of a turn worded by a chat model, as a share of stock LangChain RAG over the same conversations."""

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.coach import Coach
from bot.coaching.drafting.shape import SecondLook, WordedSentence
from bot.coaching.drafting.sheet import Prompt
from bot.coaching.model import IncomingMessage
from bot.coaching.record import TurnRecord
from bot.compose import House
from bot.llm_engine import Limits
from bot.ports.chat_model import Asked, Failure, Shape, Usage
from bot.samples import talks
from evals.bench.outcome import Inputs, Measured, Outcome, Row
from evals.bench.stock_chat import A_MESSAGE, StockChat, whole
from evals.bench.timing import Spread
from evals.casebook.load import load
from evals.rubric.talk import Reply
from evals.runs.playing import play
from knowledge.encoder.counting import counter
from knowledge.search.langchain_retriever import CoachRetriever

REACH = 0.6
PASSAGES = 4
SHORTEST = 5
"""Messages from which a script is a conversation and no single question."""
_PARTS = ((1, 3), (4, 8), (9, 99))
_BEGINS = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
_PATIENT = Limits(deadline_s=600.0)
_LOOK = SecondLook(situation="none", danger="none", plainly=False).model_dump_json()
Count = Callable[[str], int]


@dataclass(slots=True)
class Weighing:
    """A chat model that counts what it is sent and then declines, so that the guided wording goes out."""

    tokens: Count
    name: str = "bench:weighing"
    reading: int = 0
    wording: int = 0

    def ask(self, prompt: Prompt, shape: type[Shape], within_s: float) -> Asked[Shape]:
        """Count the prompt with the schema of its answer."""
        del within_s
        texts = (prompt.system, prompt.turn, json.dumps(shape.model_json_schema()))
        sent = sum(map(self.tokens, texts)) + 2 * A_MESSAGE
        if shape is SecondLook:
            self.reading += sent + self.tokens(_LOOK)
        else:
            self.wording += sent
        return Asked(None, Failure.REFUSED, Usage())


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: what was said, and the tokens of all calls that it took, second looks apart.

    `written` of those of the wording are the model's own.
    """

    message: str
    answer: str
    wording: int
    reading: int
    written: int = 0


@dataclass(slots=True)
class Held:
    """Conversations with the coach, each message weighed; a session as the evaluations have it."""

    coach: Coach
    model: Weighing
    turns: list[Turn] = field(default_factory=list)

    def reply(self, conversation: str, text: str, at: datetime) -> Reply:
        """Answer a message, and count."""
        self.model.reading = self.model.wording = 0
        message = IncomingMessage(
            event_id=f"{conversation}-{len(self.turns)}",
            conversation_id=conversation,
            person_id=conversation,
            text=text,
            received_at=at,
        )
        record = self.coach.reply(message)
        own = self.model.tokens(written(record)) if self.model.wording else 0
        self.turns.append(Turn(text, record.reply.text, self.model.wording + own, self.model.reading, own))
        return Reply(text=record.reply.text)

    def close(self) -> None:
        """Nothing is held open."""


def written(record: TurnRecord) -> str:
    """A turn's reply as a chat model would have to write it: as long on both sides, ours in its shape."""
    own = record.draft.sentences[record.draft.fixed :]
    lines = [WordedSentence(text=one.text, act=one.act, cites=one.cites).line for one in own]
    return json.dumps({"sentences": lines}, ensure_ascii=False)


def measure(inputs: Inputs) -> Outcome:
    """Hold the conversations with the coach, then count each of them the stock way."""
    house, tokens = House(inputs.settings), counter()
    model = Weighing(tokens)
    retriever = CoachRetriever(searcher=house.searcher, k=PASSAGES, even_if_unanswered=True)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        coach = house.coach(f"sqlite:///{Path(folder) / 'turns.db'}", house.engine(model, _PATIENT))
        held = tuple(conversations(coach, model))
    said = [[(one.message, one.answer) for one in talk] for talk in held]
    stock = [whole(talk, StockChat(retriever, tokens)) for talk in said]
    rewritten = [whole(talk, StockChat(retriever, tokens, rewrites=True)) for talk in said]
    return Measured(tuple(rows(held, stock, rewritten)))


def conversations(coach: Coach, model: Weighing) -> Iterator[tuple[Turn, ...]]:
    """The rubric's conversations and the console's samples, from the first word to the last."""
    for case in load():
        if case.doctor or len(case.context) + len(case.turns) >= SHORTEST:
            session = Held(coach, model)
            play(case, session)
            yield tuple(session.turns)
    for sample in talks.load():
        session = Held(coach, model)
        for number, line in enumerate(sample.messages):
            session.reply(f"sample-{sample.id}", line, _BEGINS + number * timedelta(minutes=2))
        yield tuple(session.turns)


def rows(
    held: Sequence[Sequence[Turn]], stock: Sequence[Sequence[int]], rewritten: Sequence[Sequence[int]]
) -> Iterator[Row]:
    """The share over all turns, then by how far a conversation has come."""
    ours = [[one.wording + one.reading for one in talk] for talk in held]
    turns = [one for talk in held for one in talk]
    worded = sum(one.wording > 0 for one in turns)
    looks = sum(one.reading > 0 for one in turns)
    detail = (
        f"{len(turns)} turns of {len(held)} conversations: {_mean(ours):.0f} tokens against {_mean(stock):.0f}; "
        f"{worded / len(turns):.0%} are worded by a model, {looks / len(turns):.0%} read a second time "
        f"({sum(one.reading for one in turns) / len(turns):.0f} of the tokens); "
        f"{sum(one.written for one in turns) / len(turns):.0f} of them are written by it"
    )
    yield Row("tokens of a turn / stock LangChain RAG", _share(ours, stock), detail, reach=REACH)
    both = [
        (one.wording + one.reading, theirs)
        for talk, beside in zip(held, stock, strict=True)
        for one, theirs in zip(talk, beside, strict=True)
        if one.wording
    ]
    if both:
        own, stocked = [[one for one, _ in both]], [[one for _, one in both]]
        detail = f"{_mean(own):.0f} tokens against {_mean(stocked):.0f}"
        yield Row("  of it, only turns that a model words", _share(own, stocked), detail)
    for first, last in _PARTS:
        mine, theirs = _between(ours, first, last), _between(stock, first, last)
        name = f"  of it, turns {first} to {last}" if last < _PARTS[-1][1] else f"  of it, turn {first} and later"
        if sum(map(sum, theirs)):
            yield Row(name, _share(mine, theirs), f"{_mean(mine):.0f} tokens against {_mean(theirs):.0f}")
    detail = f"{_mean(ours):.0f} tokens against {_mean(rewritten):.0f}"
    yield Row("  against the same with LangChain's rewriting of the question", _share(ours, rewritten), detail)


def _share(ours: Sequence[Sequence[int]], theirs: Sequence[Sequence[int]]) -> Spread:
    ratio = sum(map(sum, ours)) / sum(map(sum, theirs))
    return Spread(ratio, ratio, ratio, 1)


def _mean(talks_: Sequence[Sequence[int]]) -> float:
    return sum(map(sum, talks_)) / max(1, sum(map(len, talks_)))


def _between(all_: Sequence[Sequence[int]], first: int, last: int) -> list[Sequence[int]]:
    return [talk[first - 1 : last] for talk in all_]
