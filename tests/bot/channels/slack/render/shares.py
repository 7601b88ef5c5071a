"""Talks, mentors and shares for the tests of what a doctor is shown of them."""

from datetime import datetime, timedelta
from functools import cache

from bot.coaching.record import TurnRecord
from bot.ports.people import Value
from bot.ports.sharing import Opened, Preview, Purpose, Remark, Shared, Talk, Verdict
from bot.ports.staff import Colleague, Role
from tests.bot.channels.slack.render.samples import MADE, record

CONVERSATION = "slack:T1:D1"
SITUATIONS = {"speaking_up": "how to raise it with somebody senior"}


def mentor(name: str = "Dr Osei", number: int = 7, *, assesses_all: bool = False, team: str = "T1") -> Colleague:
    return Colleague(f"{team}:U{number}", name, frozenset({Role.MENTOR}), assesses_all=assesses_all)


def talk(what: str = "ask the porters", session: int = 3, **more: object) -> Talk:
    began = more.get("began_at", MADE)
    assert began is None or isinstance(began, datetime)
    conversation = str(more.get("conversation_id", CONVERSATION))
    return Talk(conversation, session, 1, int(str(more.get("last", 2))), began, "speaking_up", what)


def shared(
    number: str = "a-share",
    *,
    what: str = "ask the porters",
    withdrawn_at: datetime | None = None,
    opened: tuple[datetime, ...] = (),
) -> Shared:
    """A share of thirty days, from `MADE` on."""
    return Shared(
        id=number,
        talk=talk(what),
        mentor_id="T1:U7",
        mentor="Dr Osei",
        purpose=Purpose.SUPERVISION,
        shared_at=MADE,
        expires_at=MADE + timedelta(days=30),
        withdrawn_at=withdrawn_at,
        opened=tuple(Opened("Dr Osei", at) for at in opened),
    )


def remark(text: str = "What made you wait?", turn: int | None = 2) -> Remark:
    return Remark(11, "a-share", "T1:U7", "Dr Osei", turn, text, MADE)


def a_preview(*texts: str, conversation_id: str = CONVERSATION, session: int = 3) -> Preview:
    """A talk in which the doctor wrote these texts, the coach says them back, and the second reply was no good."""
    records, usual = [], _turn(session)
    for number, text in enumerate(texts, 1):
        about = {"text": text, "received_at": MADE, "conversation_id": conversation_id}
        reply = {"text": f'You say "{text}". What would you like to be different?'}
        changed = {
            "number": number,
            "message": usual.message.model_copy(update=about),
            "reply": usual.reply.model_copy(update=reply),
        }
        records.append(usual.model_copy(update=changed))
    whole = talk(session=session, last=len(texts), conversation_id=conversation_id)
    return Preview(whole, tuple(records), (Verdict(2, Value.BAD, ("too_long",), "It went on."),))


@cache
def _turn(session: int) -> TurnRecord:
    return record(session=session)
