"""What stands under a reply: sources, people to reach, what can be done next, a verdict."""

from datetime import datetime
from typing import TypedDict

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import pieces, practice
from bot.channels.slack.render.blocks import Block, verdict
from bot.channels.slack.words import SlackWords
from bot.coaching.record import TurnRecord
from bot.coaching.write.writer import SAFETY_MOVES


class Manner(TypedDict, total=False):
    """How a reply goes out, where it is not in the usual way.

    `urgent` overtakes other conversations. `remind_at` is when the commitment that it closes with is asked about, told
    as a day in `timezone` (Europe/London where none is given). `closes` says that the session ends with it.
    """

    urgent: bool
    remind_at: datetime | None
    timezone: str
    closes: bool


def beneath(record: TurnRecord, words: SlackWords, manner: Manner) -> tuple[Block, ...]:
    """What stands under a reply; one that stopped the coaching is not to be judged, or shown to a mentor."""
    made = [*pieces.contacts(record.reply.contacts, words), *pieces.sources(record.reply.citations, words)]
    remind_at, session = manner.get("remind_at"), ids.of_session(record.state.session)
    if remind_at is not None:
        made += pieces.remind_buttons(remind_at, manner.get("timezone", ""), session, words)
    if record.move.name in SAFETY_MOVES:
        return (*made, pieces.help_row(words))
    made += practice.beneath(record, words)
    if manner.get("closes") and record.state.commitment is not None:
        made.append(practice.first_row(words, session))
    help_row = pieces.help_row(words, share=session if manner.get("closes") else "")
    if record.step is not None and record.step.voice == "other":  # it is their line, and no reply of the coach's
        return (*made, help_row)
    return (*made, help_row, verdict(words.feedback.good, words.feedback.bad, ids.FEEDBACK))
