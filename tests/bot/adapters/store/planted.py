"""Doctors with marked words in everything that the store can hold of them, and what opens of it all."""

from datetime import timedelta
from functools import cache

from sqlalchemy import Connection, insert, select, update

from bot.adapters.store import growing, outbox, vault
from bot.adapters.store.commitments import keep_outcomes
from bot.adapters.store.conversations import save_on
from bot.adapters.store.inbox import accept
from bot.adapters.store.key_tables import KEYS
from bot.adapters.store.mentoring import tags, tallies
from bot.adapters.store.mentoring_tables import REVIEW_EVENTS, SHARES
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.schema import COMMITMENTS
from bot.adapters.store.sealed_columns import SEALED
from bot.adapters.store.writer import Writer
from bot.coaching.model import Commitment
from bot.coaching.practice import Attempt
from bot.coaching.record import TurnRecord
from bot.mentoring.tally import Counts
from bot.ports.incoming import conversation_of
from bot.ports.people import Feedback, Value
from bot.ports.post import Finished
from tests.bot.adapters.store.offices import AT, letter, records, said

SIGN = "plantedword"
"""Every marked word begins so."""
PLACES = ("message", "reply", "state", "what", "when", "whom", "ifthen", "feedback", "waiting", "text", "blocks",
          "name", "note", "leftout", "review", "tag", "counted", "obstacle", "learned", "about", "situation")  # fmt: skip
"""Where marked words are; all but the first three once a doctor."""
_A_TURN = 3


def word(doctor: int, place: str, number: int = 0) -> str:
    """A word of a doctor's that is nowhere else."""
    return f"{SIGN}{place}{doctor}of{number}end"


def person(doctor: int) -> str:
    return f"T1:U{doctor}PERSON"


def lane(doctor: int) -> str:
    return f"T1:D{doctor}LANE"


def planted(doctor: int, turns: int) -> set[str]:
    """All of a doctor's words."""
    once = {word(doctor, place) for place in PLACES[_A_TURN:]}
    return once | {word(doctor, place, number) for place in PLACES[:_A_TURN] for number in range(1, turns + 1)}


@cache
def _usual() -> TurnRecord:
    return records("The bins are full.")[0]


def _record(doctor: int, number: int) -> TurnRecord:
    usual = _usual()
    plan = Commitment(
        what=f"sign the {word(doctor, 'what')}",
        when=word(doctor, "when"),
        with_whom=word(doctor, "whom"),
        if_then=word(doctor, "ifthen"),
        obstacle=word(doctor, "obstacle"),
    )
    text = f"The {word(doctor, 'message', number)} ledger."
    return usual.model_copy(
        update={
            "number": number,
            "message": usual.message.model_copy(update={"text": text}),
            "reply": usual.reply.model_copy(update={"text": f"You said {word(doctor, 'reply', number)}."}),
            "state": usual.state.model_copy(
                update={"said": word(doctor, "state", number), "closed": True, "commitment": plan}
            ),
        }
    )


def _talk(connection: Connection, doctor: int, turns: int) -> None:
    talk = conversation_of(lane(doctor))
    for number in range(1, turns + 1):
        save_on(connection, talk, person(doctor), _record(doctor, number))
    finished = Finished(lane(doctor), "", {}, conversation_id=talk, person=person(doctor))
    keep_outcomes(connection, finished, _record(doctor, turns), AT, vault.locker(connection, person(doctor)))
    _grow(connection, doctor, talk, turns)
    accept(connection, said(doctor, f"A {word(doctor, 'waiting')}", channel=f"D{doctor}LANE", user=f"U{doctor}PERSON"))
    block = {"type": "section", "text": {"type": "mrkdwn", "text": word(doctor, "blocks")}}
    to = {"lane": lane(doctor), "to": f"D{doctor}LANE", "text": word(doctor, "text"), "blocks": (block,)}
    outbox.put(connection, [letter(f"unsent{doctor}", **to)], AT)


def _grow(connection: Connection, doctor: int, talk: str, turns: int) -> None:
    keys, record = vault.locker(connection, person(doctor)), _record(doctor, turns)
    state = record.state.model_copy(update={"situation": word(doctor, "situation")})
    attempt = Attempt(kind="rehearsal", about=word(doctor, "about"), asking=1, telling=2, end="won")
    finished = Finished(lane(doctor), "", {}, conversation_id=talk, person=person(doctor))
    growing.note(connection, finished, record.model_copy(update={"state": state, "attempt": attempt}), AT, keys)
    where = vault.place("commitments", f"{talk}|{record.state.session}", "learned")
    told = {"learned": keys.seal(where, word(doctor, "learned"))}
    connection.execute(update(COMMITMENTS).where(COMMITMENTS.c.conversation_id == talk).values(**told))


def _share(connection: Connection, doctor: int) -> None:
    keys, share = vault.locker(connection, person(doctor)), f"share-{doctor}"
    sealed = {
        "name": keys.seal(vault.place("shares", share, "name"), word(doctor, "name")),
        "note": keys.seal(vault.place("shares", share, "note"), word(doctor, "note")),
        "left_out": keys.seal_json(vault.place("shares", share, "left_out"), [word(doctor, "leftout")]),
    }
    row = {"id": share, "person_id": person(doctor), "conversation_id": conversation_of(lane(doctor)), "session": 1,
           "first": 1, "last": 2, "turns": 2, "mentor_id": "T1:M1", "purpose": "feedback", "for_cases": False,
           "situation": "", "stage": "", "safety": False, "status": "unreviewed", "flagged": False, "unread": 0,
           "shared_at": AT, "expires_at": AT + timedelta(days=30)}  # fmt: skip
    connection.execute(insert(SHARES), {**row, **sealed})
    text = keys.seal(vault.place("review_events", f"event-{doctor}", "text"), word(doctor, "review"))
    name = keys.seal(vault.place("review_events", f"event-{doctor}", "name"), word(doctor, "tag"))
    said_of_it = {"share_id": share, "uid": f"event-{doctor}", "author": "T1:M1", "kind": "tagged", "name": name}
    connection.execute(insert(REVIEW_EVENTS), {**said_of_it, "text": text, "at": AT})
    tags.put(connection, share, [word(doctor, "tag")])
    counts = Counts(situation=word(doctor, "counted"))
    tallies.put(connection, person(doctor), conversation_of(lane(doctor)), 1, counts, AT)


async def plant(writer: Writer, doctor: int, turns: int) -> None:
    """Everything of one doctor."""
    await SqlPeople(writer).know(person(doctor), channel=f"D{doctor}LANE")
    await writer.write(lambda connection: _talk(connection, doctor, turns))
    await writer.write(lambda connection: _share(connection, doctor))
    verdict = Feedback(f"D{doctor}LANE", "1.1", Value.BAD, ("cold",), word(doctor, "feedback"))
    await SqlPeople(writer).judge(person(doctor), verdict, AT)


def opens(writer: Writer) -> list[str]:
    """All that opens in the store, by whose it is and where it stands, in order."""

    def work(connection: Connection) -> list[str]:
        found = []
        for owner in connection.execute(select(KEYS.c.owner)).scalars().all():
            keys = vault.locker(connection, owner)
            for one in SEALED:
                for row in connection.execute(select(one.table).where(one.whose(owner))).mappings().all():
                    texts = (keys.open(one.place(row, name), row[name]) for name in one.columns if row[name])
                    found += [f"{owner} {one.table.name} {text}" for text in texts]
        return sorted(found)

    return writer.submit(work).result()
