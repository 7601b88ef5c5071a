"""A guided turn, from the message received to the state on disk, as a multiple of one encoder call on the same text."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from bot import resident
from bot.coach import Coach
from bot.coaching.model import IncomingMessage
from bot.compose import House
from evals.bench.outcome import Inputs, Measured, Outcome, Row
from evals.bench.timing import Clock, Pair, in_ms, in_turns, median, now, p50_of_pairs, ratios, seconds
from knowledge.encoder.embedding import TextEncoder

REACH = 2.5
POSITIONS = {1: "first", 3: "third"}
_WHEN = datetime(2025, 3, 4, 9, 30, tzinfo=UTC)
_WARM = 5


class Talker(Protocol):
    """What is timed: a turn that is on disk when it returns, and one call of the frozen encoder."""

    def reply(self, conversation: str, text: str) -> float:
        """Answer, and tell the milliseconds of the turn without the saving."""
        ...

    def encode(self, text: str) -> object:
        """Encode one text."""
        ...


@dataclass(frozen=True, slots=True)
class Guided:
    """The coach itself, and the encoder beside it."""

    coach: Coach
    encoder: TextEncoder

    def reply(self, conversation: str, text: str) -> float:
        """Answer, and tell the milliseconds of the turn without the saving."""
        message = IncomingMessage(
            event_id=f"{conversation}-{text[:20]}",
            conversation_id=conversation,
            person_id="bench",
            text=text,
            received_at=_WHEN,
        )
        return self.coach.reply(message).ms

    def encode(self, text: str) -> object:
        """Encode one text."""
        return self.encoder.encode([text])


def measure(inputs: Inputs) -> Outcome:
    """Talk with a coach whose store is a file on the disk that the conversations of this machine are kept on."""
    house = House(inputs.settings)
    encoder = house.encoder  # says at once, and plainly, where the set-up was not run
    with tempfile.TemporaryDirectory(dir=inputs.settings.data, prefix="bench-") as folder:
        coach = house.coach(f"sqlite:///{Path(folder) / 'turns.db'}")
        talker = Guided(coach, encoder)
        for number, text in enumerate(inputs.texts[:_WARM]):
            talker.reply(f"warm-{number}", text)
            talker.encode(text)
        resident.settle()  # as whoever serves doctors does
        return Measured(rows_of(talker, inputs.texts, inputs.rounds))


def rows_of(talker: Talker, texts: Sequence[str], rounds: int, clock: Clock = now) -> tuple[Row, ...]:
    """One row for each position of the message in its conversation."""
    return tuple(_row(talker, texts, rounds, position, clock) for position in POSITIONS)


def _row(talker: Talker, texts: Sequence[str], rounds: int, position: int, clock: Clock) -> Row:
    unsaved: list[float] = []
    pairs: list[Pair] = []
    for number in range(rounds):
        timed = [
            _turn(talker, texts, place, f"{position}-{number}-{place}", position, clock) for place in range(len(texts))
        ]
        pairs.append(p50_of_pairs([pair for pair, _ in timed]))
        unsaved.append(median([ms for _, ms in timed]))
    detail = f"p50 of {len(texts)} messages: {in_ms(pairs)}; before the state is saved {median(unsaved):.2f} ms"
    name = f"guided turn, {POSITIONS[position]} of its conversation / one encoder call"
    return Row(name, ratios(pairs), detail, reach=REACH)


def _turn(
    talker: Talker, texts: Sequence[str], place: int, conversation: str, position: int, clock: Clock
) -> tuple[Pair, float]:
    """One timed turn, after as many untimed ones as its position asks for."""
    for before in range(1, position):
        talker.reply(conversation, texts[(place + before) % len(texts)])
    text = texts[place]
    unsaved: list[float] = []
    pair = in_turns(
        place,
        lambda: seconds(lambda: unsaved.append(talker.reply(conversation, text)), clock),
        lambda: seconds(lambda: talker.encode(text), clock),
    )
    return pair, unsaved[0]
