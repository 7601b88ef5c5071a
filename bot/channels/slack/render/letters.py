"""Everything that the coach sends, as letters: words, the place they go to, and the buttons beneath them.

A letter's `text` is what a lock screen shows, and tells nothing; its blocks carry the words, and are whole without it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Unpack

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import pieces
from bot.channels.slack.render.beneath import Manner, beneath
from bot.channels.slack.render.blocks import Block, actions, bullets, button, sections
from bot.channels.slack.render.dates import day_gone_by, day_to_come
from bot.channels.slack.render.escape import is_blank, shown, untrusted
from bot.channels.slack.render.practice import bodies
from bot.channels.slack.render.split import short
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.coaching.record import TurnRecord
from bot.ports.people import CommitmentKept, Outcome
from bot.ports.post import Action, Letter

_WHAT = 600
_TITLE = 40
_PROMPTS = 4
_LOOKED_BACK_AT = 2
_EVENING = 15
"""O'clock: from then on a doctor looks back at the day, and not forward to it."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a letter goes. `to` is a channel, or a person, whose direct channel is then opened."""

    team: str
    lane: str
    to: str
    thread_ts: str = ""


def reply(
    record: TurnRecord, words: SlackWords, where: Where, *, key: str, **manner: Unpack[Manner]
) -> tuple[Letter, ...]:
    """A turn's reply; a long one in several letters (`key`, `key#2`, ...), with what belongs beneath under the last."""
    told = bodies(record, words)
    return tuple(
        Letter(
            key=key if number == 1 else f"{key}#{number}",
            team=where.team,
            lane=where.lane,
            to=where.to,
            text=words.notifications.reply,
            blocks=(*body, *(beneath(record, words, manner) if number == len(told) else ())),
            thread_ts=where.thread_ts,
            urgent=manner.get("urgent", False),
            turn=record.number,
        )
        for number, body in enumerate(told, 1)
    )


def first_contact(words: SlackWords, where: Where, *, person: str, agreed_at: datetime | None = None) -> Letter:
    """What the coach is and what becomes of words, with the button that agrees; once a version and agreement."""
    told = words.consent
    since = f":{agreed_at:%Y%m%dT%H%M%S}" if agreed_at else ""
    return _letter(
        words,
        where,
        f"first:{person}:{told.version}{since}",
        *_first_words(words),
        *sections(told.closing),
        actions(
            button(told.agree, ids.CONSENT_AGREE, str(told.version), style="primary"),
            button(told.more, ids.CONSENT_MORE),
            pieces.help_button(words),
        ),
    )


def not_agreed_yet(words: SlackWords, where: Where, *, key: str) -> Letter:
    """Somebody writes again and has not agreed: what they wrote waits, and here is where to agree."""
    agree = button(words.consent.agree, ids.CONSENT_AGREE, str(words.consent.version), style="primary")
    return _letter(words, where, key, *sections(words.consent.waiting), actions(agree, pieces.help_button(words)))


def agreed(words: SlackWords, day: date) -> tuple[Block, ...]:
    """The first contact once it was agreed to: the day takes the place of the buttons and of what waits for them."""
    return (*_first_words(words), *sections(fill(words.consent.agreed, day=day_gone_by(day))), pieces.help_row(words))


def mention_in_channel(words: SlackWords, where: Where, *, key: str) -> Letter:
    """The short answer in a channel, where others read it: no coaching, nothing quoted, no buttons."""
    return _letter(words, where, key, *sections(words.mention.in_channel))


def mention_in_private(words: SlackWords, where: Where, *, key: str, text: str) -> Letter:
    """The way on from a mention; nothing is quoted, and a button begins with `text` (masked), where there is any."""
    if is_blank(shown(text)):
        return _letter(words, where, key, *sections(words.mention.in_private), pieces.help_row(words))
    begin = button(words.mention.start, ids.START_THERE, text, style="primary")
    return _letter(words, where, key, *sections(words.mention.with_text), actions(begin, pieces.help_button(words)))


def note(words: SlackWords, where: Where, *, key: str, name: str) -> Letter:
    """A short message of its own.

    Raises:
        KeyError: Where there is no note of that name (`words.NOTES` holds them).
    """
    return _letter(words, where, key, *sections(words.notes[name]), pieces.help_row(words))


def edited(words: SlackWords, where: Where, *, key: str, ts: str) -> Letter:
    """An answered message, that of `ts`, was changed: the new version is answered on asking."""
    again = button(words.changed.answer, ids.ANSWER_EDIT, ts)
    return _letter(words, where, key, *sections(words.changed.edited), actions(again, pieces.help_button(words)))


def deleted(words: SlackWords, where: Where, *, key: str, about_ts: str) -> Letter:
    """In the place of a reply, that at `about_ts`, whose message was deleted: it may have quoted it."""
    return Letter(
        key=key,
        team=where.team,
        lane=where.lane,
        to=where.to,
        text=words.notifications.letter,
        blocks=sections(words.changed.deleted),
        thread_ts=where.thread_ts,
        action=Action.UPDATE,
        about_ts=about_ts,
    )


def reminder(words: SlackWords, where: Where, *, key: str, commitment: CommitmentKept) -> Letter:
    """Asks what became of a commitment, in the doctor's own words."""
    asks, about = words.reminders, ids.of_commitment(commitment.id)
    what = short(shown(commitment.what), _WHAT)
    told = fill(asks.asked, what=what)
    if commitment.due is not None:
        told = fill(asks.asked_by, what=what, day=day_to_come(commitment.due))
    return _letter(
        words,
        where,
        key,
        *sections(told),
        *sections(asks.how),
        pieces.outcome_buttons(words, commitment.id),
        actions(
            button(asks.talk, ids.TALK_ABOUT, about),
            button(asks.snooze_day, ids.SNOOZE_DAY, about),
            button(asks.snooze_week, ids.SNOOZE_WEEK, about),
            pieces.help_button(words),
        ),
    )


def remind_set(words: SlackWords, where: Where, *, key: str, day: date, later: bool = False) -> Letter:
    """Says on which day a commitment will be asked about; `later` where that is not the day which was chosen."""
    told = fill(words.reminders.set_later if later else words.reminders.set, day=day_to_come(day))
    return _letter(words, where, key, *sections(told), pieces.help_row(words))


def plain_text(letter: Letter) -> str:
    """The letter's words without blocks, for where Slack refuses these; escaped, and fit to be a message's `text`.

    Send it with `parse` none and without unfurling. Buttons go; what they do can be had from the Home tab.
    """
    return untrusted("\n\n".join(_words_in(letter.blocks))) or letter.text


def suggested_prompts(
    words: SlackWords, commitments: Sequence[CommitmentKept], hour: int | None
) -> tuple[dict[str, str], ...]:
    """At most four ways in, with those that look back at an open commitment first.

    `hour` is of the doctor's day, 0 to 23; None where it is not known.
    """
    still_open = [one for one in commitments if one.outcome is Outcome.OPEN][:_LOOKED_BACK_AT]
    looking_back = [_look_back(words, one) for one in still_open]
    now = () if hour is None else words.prompts.evening if hour >= _EVENING else words.prompts.morning
    others = [{"title": one.title, "message": one.message} for one in (*now, *words.prompts.any)]
    return tuple([*looking_back, *others][:_PROMPTS])


def _look_back(words: SlackWords, commitment: CommitmentKept) -> dict[str, str]:
    told = words.prompts.look_back
    what = shown(commitment.what).replace("<", "\u2039").replace(">", "\u203a")  # it goes out as the doctor's markup
    return {
        "title": fill(told.title, what=short(what, _TITLE)),
        "message": fill(told.message, what=short(what, _WHAT)),
    }


def _first_words(words: SlackWords) -> tuple[Block, ...]:
    return (*sections(words.consent.opening), *bullets(words.consent.lines))


def _letter(words: SlackWords, where: Where, key: str, *blocks: Block) -> Letter:
    return Letter(
        key=key,
        team=where.team,
        lane=where.lane,
        to=where.to,
        text=words.notifications.letter,
        blocks=blocks,
        thread_ts=where.thread_ts,
    )


def _words_in(held: object) -> Iterator[str]:
    """What can be read in blocks, top to bottom; what only stands on buttons is left out."""
    if isinstance(held, list | tuple):
        for one in held:
            yield from _words_in(one)
    elif isinstance(held, Mapping):
        if held.get("type") == "plain_text":
            yield str(held["text"])
        elif held.get("type") in {"section", "header", "context"}:
            yield from _words_in(held.get("text"))
            yield from _words_in(held.get("elements"))
