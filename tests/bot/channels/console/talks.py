"""A talk of ten turns as a mentor finds it: with a reason for each move, evidence, a verdict, and a safety route."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import uuid4

from bot.coaching.cited import Cited
from bot.coaching.kinds import Act, Stage
from bot.coaching.record import Contact, Problem, Sentence, TurnRecord
from bot.mentoring.events import Event, NewEvent
from bot.ports.people import Value
from bot.ports.reviewing import Opening, Row, Status
from bot.ports.sharing import Purpose, Verdict
from tests.bot.channels.console.fakes import MemoryShare
from tests.bot.channels.console.world import MENTOR, World
from tests.bot.channels.slack.render.samples import record

TURNS = 10
SAID = (
    "Our handover starts late every night and nobody says why.",
    "The registrars arrive one by one. I just wait.",
    "I have not asked any of them.",
    "I think they are on their way from the ward round.",
    "If I asked they might say the round is mine to finish sooner.",
    "That would be fair, actually.",
    "Some days I cannot see why I go on at all.",
    "No, I am safe. It was a long week.",
    "I could ask the two who come last.",
    "I will ask them on Tuesday after the round.",
)
STAGES = (
    Stage.OPENING, Stage.AIM, Stage.REALITY, Stage.REALITY, Stage.BENEATH,
    Stage.BENEATH, Stage.BENEATH, Stage.IDEA, Stage.OPTIONS, Stage.COMMITMENT,
)  # fmt: skip
MOVES = (
    "open", "ask_aim", "explore", "explore", "go_beneath", "challenge", "safety_route", "offer_idea", "ask_options",
    "ask_commitment",
)  # fmt: skip
CITED = Cited(
    key="[goals]", card="goals", doc="bohmer-2012", section="5 What do medical leaders do?", author="Bohmer (2012)",
    quote="Goals hold better when those who do the work have made them.", start=0, end=60,
)  # fmt: skip


@cache
def _made() -> TurnRecord:
    """A turn of the coach's, whose words are then changed."""
    return record()


def turn(number: int, said: str, replied: str) -> TurnRecord:
    """Turn `number` (from 1) of the talk, whatever is said in it."""
    at = (number - 1) % TURNS
    made = _made()
    sentences = (Sentence(text=replied, act=Act.ASK_OPEN),)
    reply = made.reply.model_copy(
        update={
            "text": replied,
            "citations": (CITED,) if MOVES[at] == "offer_idea" else (),
            "contacts": (Contact(id="samaritans", name="Samaritans", number="116 123"),) if at == 6 else (),
            "problems": (Problem(code="too_long", detail="longer than it need be"),) if at == 2 else (),
        }
    )
    message = made.message.model_copy(
        update={"text": said, "received_at": datetime(2026, 11, 20, 18, number % 60, tzinfo=UTC)}
    )
    move = made.move.model_copy(update={"name": MOVES[at], "reason": f"the reason for move {number}"})
    state = made.state.model_copy(update={"stage": STAGES[at], "situation": "delegation"})
    draft = made.draft.model_copy(update={"sentences": sentences})
    update = {"number": number, "message": message, "move": move, "state": state, "reply": reply, "draft": draft}
    return made.model_copy(update=update)


def ten_turns() -> tuple[TurnRecord, ...]:
    return tuple(
        turn(number, said, f"You tell me something of number {number}. What makes it so?")
        for number, said in enumerate(SAID, start=1)
    )


def row(share_id: str, now: datetime, **changed: object) -> Row:
    usual = Row(
        share_id=share_id,
        doctor="Quiet Heron",
        situation="delegation",
        stage="commitment",
        turns=TURNS,
        purpose=Purpose.FEEDBACK,
        shared_at=now - timedelta(days=1),
        expires_at=now + timedelta(days=20),
        status=Status.UNREVIEWED,
        flagged=False,
        safety=True,
        tags=(),
        unread_answers=0,
    )
    return replace(usual, **changed)  # type: ignore[arg-type]


def put(world: World, mentor_id: str = MENTOR, **changed: object) -> str:
    """Share the ten turns with a mentor, with whatever of the opening is given; the id of the share."""
    share_id = str(uuid4())
    opening = Opening(
        row=row(share_id, world.clock.now()),
        note="Did I ask enough of them?",
        for_cases=True,
        records=ten_turns(),
        left_out=(),
        verdicts=(Verdict(2, Value.GOOD), Verdict(3, Value.BAD, ("scripted",), "It said that before.")),
        events=(),
        others=(),
    )
    share = MemoryShare(mentor_id, replace(opening, **changed))  # type: ignore[arg-type]
    world.reviewing.shares[share_id] = share
    return share_id


def events(world: World, share_id: str) -> list[NewEvent]:
    """What was kept of a review, in order."""
    return [one.what for one in world.reviewing.shares[share_id].opening.events]


def by(author: str, at: datetime, *what: NewEvent, first: int = 1) -> tuple[Event, ...]:
    """Events as they are kept."""
    return tuple(Event(number, author, at, one) for number, one in enumerate(what, start=first))


def of_kind(found: Sequence[NewEvent], kind: str) -> list[NewEvent]:
    return [one for one in found if one.kind == kind]
