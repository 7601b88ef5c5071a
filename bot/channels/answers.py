"""Turn records and readings as lines of the machine interface."""

from bot.channels import wire
from bot.coaching.model import Commitment, Identifier, Reading, Scored
from bot.coaching.record import TurnRecord
from knowledge.model import SearchResult

_PLAUSIBLE = 0.05
_MOST_SITUATIONS = 5


def chat(record: TurnRecord) -> wire.ChatOut:
    """A turn as the harness reads it."""
    reply, reading = record.reply, record.reading
    return wire.ChatOut.model_validate(
        {
            "conversation": record.message.conversation_id,
            "turn": record.number,
            "text": reply.text,
            "intent": reading.intent,
            "situations": _situations(reading),
            "move": record.move.name,
            "stage": record.move.stage,
            "reason": record.move.reason,
            "acts": reply.acts,
            "citations": [one.model_dump(exclude={"author"}) for one in reply.citations],
            "notices": reading.notices,
            "safety": _safety(record),
            "commitment": _commitment(record.state.commitment),
            "engine": reply.engine,
            "problems": [one.model_dump() for one in reply.problems],
            "ms": record.ms,
        }
    )


def search(query_id: str, result: SearchResult) -> wire.SearchOut:
    """A search result, passages present even where the sources do not say."""
    passages = tuple(
        wire.PassageOut(
            text=hit.text,
            doc=hit.doc,
            section=hit.section,
            card=hit.card,
            start=hit.start,
            end=hit.end,
            score=round(hit.score, 4),
        )
        for hit in result.hits
    )
    return wire.SearchOut(id=query_id, abstain=result.abstain, passages=passages)


def understood(
    message_id: str, reading: Reading, found: tuple[Identifier, ...], masked: str, ms: float
) -> wire.UnderstandOut:
    """A reading of one message on its own."""
    return wire.UnderstandOut.model_validate(
        {
            "id": message_id,
            "intent": reading.intent,
            "situations": _situations(reading),
            "ranking": [_scored(one) for one in reading.ranking],
            "notices": reading.notices,
            "safety": {"route": reading.risk.route, "check_in": reading.risk.check_in} if reading.risk else None,
            "identifiers": [one.model_dump() for one in found],
            "masked": masked,
            "ms": ms,
        }
    )


def _situations(reading: Reading) -> list[dict[str, object]]:
    kept = [one for one in reading.situations if one.confidence >= _PLAUSIBLE][:_MOST_SITUATIONS]
    return [_scored(one) for one in kept or reading.situations[:1]]


def _scored(one: Scored) -> dict[str, object]:
    return {"id": one.id, "confidence": min(1.0, one.confidence)}


_IN_A_PART = {"rehearse_line", "rehearse_pause", "rehearse_debrief"}
"""Moves in which what reads like a danger was said in a part; what was not has stopped the rehearsal."""


def _safety(record: TurnRecord) -> dict[str, object] | None:
    risk = record.reading.risk
    route = risk.route if risk else record.state.route
    if route is None or record.move.name in _IN_A_PART:
        return None
    return {
        "route": route,
        "check_in": bool(risk and risk.check_in and record.move.name == "safety_check_in"),
        "contacts": [one.model_dump() for one in record.reply.contacts],
    }


def _commitment(plan: Commitment | None) -> dict[str, object] | None:
    if plan is None or not plan.what:
        return None
    # What makes it easier is for the summary; the published line keeps the fields that it has.
    told = plan.model_dump(exclude={"easier", "obstacle"})
    return {**told, "due": plan.due.isoformat() if plan.due else None}
