"""The first steps of sharing: choosing a talk and a mentor, and the warning where that mentor also assesses."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import Block, asked, bullets, sections
from bot.channels.slack.render.talks import purpose_told, talk_told
from bot.channels.slack.views import fields
from bot.channels.slack.views.fields import View
from bot.channels.slack.views.frames import one_of, to_read, to_send
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.ports.sharing import Purpose, Talk
from bot.ports.staff import Colleague

LENGTHS = (7, 14, 30)
"""Days for which a talk can be shared; the last is chosen where nothing else is."""
_MOST_CHOICES = 100
_LONGEST_VALUE = 150


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen, as it travels with the dialogue: ids and numbers, no words.

    `last` is the last turn that is shown, 0 before the first preview. `warned` says that the warning was passed.
    """

    share_id: str
    conversation_id: str
    session: int
    mentor_id: str
    purpose: Purpose
    days: int
    last: int = 0
    warned: bool = False


def choose(
    words: SlackWords, talks: Sequence[tuple[Talk, str]], mentors: Sequence[Colleague], *, share_id: str, talk: str
) -> Block:
    """Which talk (each with its name), to whom, what for, for how long. `talk` is the value of the one to begin with.

    Where there is nothing to show or nobody to show it to, it says so.
    """
    told = words.share
    offered = [(value, name) for one, name in talks if len(value := value_of(one)) <= _LONGEST_VALUE]
    people = [(one.id, one.name) for one in mentors if len(one.id) <= _LONGEST_VALUE]
    if not offered or not people:
        missing = told.no_talks if people else told.no_mentors
        return to_read(ids.MODAL_ELSEWHERE, told.title, words.elsewhere.close, sections(missing))
    begin_with = talk if talk in dict(offered) else offered[0][0]
    purposes = [(one.value, purpose_told(words, one)) for one in Purpose]
    lengths = [(str(days), fill(told.days, days=str(days))) for days in LENGTHS]
    blocks = (
        *sections(told.opening),
        asked(told.talk, ids.FIELD_TALK, one_of("static_select", offered[:_MOST_CHOICES], begin_with)),
        asked(told.mentor, ids.FIELD_MENTOR, one_of("static_select", people[:_MOST_CHOICES])),
        asked(told.purpose, ids.FIELD_PURPOSE, one_of("radio_buttons", purposes, Purpose.FEEDBACK)),
        asked(told.length, ids.FIELD_LENGTH, one_of("radio_buttons", lengths, str(LENGTHS[-1]))),
    )
    return to_send(ids.MODAL_SHARE, (told.title, told.submit, told.close), blocks, share_id=share_id)


def assessed(words: SlackWords, mentor: Colleague, choice: Choice) -> Block:
    """The warning, to be passed or not."""
    told = words.assessed
    blocks = (*sections(fill(told.who, mentor=mentor.name)), *bullets(told.lines))
    return to_send(ids.MODAL_ASSESSED, (told.title, told.submit, told.close), blocks, **asdict(choice))


def gone(words: SlackWords) -> Block:
    """Says that the talk or the mentor is there no more, and nothing was shared."""
    return to_read(ids.MODAL_ELSEWHERE, words.share.title, words.elsewhere.close, sections(words.share.gone))


def value_of(talk: Talk) -> str:
    """The value by which a talk is chosen."""
    return talk_value(talk.conversation_id, talk.session)


def talk_value(conversation_id: str, session: int) -> str:
    """The same, of a session of a conversation."""
    return f"{session}|{conversation_id}"


def named(
    words: SlackWords, talks: Sequence[Talk], situations: Mapping[str, str], timezone: str
) -> list[tuple[Talk, str]]:
    """Talks with their names."""
    return [(one, talk_told(words, one, situations, timezone)) for one in talks]


def chosen(view: View) -> Choice | None:
    """What `choose` hands back; None where anything is missing."""
    session, _, conversation_id = fields.picked(view, ids.FIELD_TALK).partition("|")
    held = {
        "share_id": fields.about(view).get("share_id"),
        "conversation_id": conversation_id,
        "session": int(session) if session.isascii() and session.isdigit() else 0,
        "mentor_id": fields.picked(view, ids.FIELD_MENTOR),
        "purpose": fields.picked(view, ids.FIELD_PURPOSE),
        "days": next((days for days in LENGTHS if str(days) == fields.picked(view, ids.FIELD_LENGTH)), 0),
    }
    return _choice(held)


def carried(view: View) -> Choice | None:
    """What was chosen, as a later step carries it; None where it is none of ours."""
    return _choice(fields.about(view))


def _choice(held: Mapping[str, object]) -> Choice | None:
    share_id, conversation_id = _text(held, "share_id"), _text(held, "conversation_id")
    session, days, mentor_id = _number(held, "session"), _number(held, "days"), _text(held, "mentor_id")
    purpose = _text(held, "purpose")
    if not (share_id and conversation_id and session and mentor_id) or days not in LENGTHS:
        return None
    if purpose not in set(Purpose):
        return None
    return Choice(
        share_id=share_id,
        conversation_id=conversation_id,
        session=session,
        mentor_id=mentor_id,
        purpose=Purpose(purpose),
        days=days,
        last=_number(held, "last"),
        warned=held.get("warned") is True,
    )


def _text(held: Mapping[str, object], name: str) -> str:
    value = held.get(name)
    return value if isinstance(value, str) else ""


def _number(held: Mapping[str, object], name: str) -> int:
    value = held.get(name)
    return value if isinstance(value, int) else 0
