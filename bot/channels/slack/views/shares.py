"""What a doctor has shared: with whom, what for, until when, who opened it and when; in the Home tab and on asking."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import Block, actions, asked, button, context, header, section_with, sections
from bot.channels.slack.render.dates import day_gone_by, day_there, day_to_come
from bot.channels.slack.render.talks import purpose_told, talk_told
from bot.channels.slack.views.frames import text_field, to_read, to_send
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.ports.sharing import Opened, Remark, Shared

_MOST = 8
"""Shares are two blocks each."""
_DAYS = 5


@dataclass(frozen=True, slots=True)
class Shares:
    """What a doctor shared, newest first, and whether they are counted; `situations` are named as a person would."""

    now: datetime
    shared: Sequence[Shared] = ()
    counted: bool = False
    situations: Mapping[str, str] = field(default_factory=dict)


def listed(words: SlackWords, shares: Shares, timezone: str) -> Iterator[Block]:
    """Every share, those that a mentor can open now first; each of these with the button that takes it back."""
    told = words.shared
    if not any(one.active(shares.now) for one in shares.shared):
        yield from sections(told.nothing)
    in_order = sorted(shares.shared, key=lambda one: not one.active(shares.now))
    for one in in_order[:_MOST]:
        yield from _share(words, one, shares, timezone)
    if len(in_order) > _MOST:
        yield context(told.more_left_out)


def in_home(words: SlackWords, shares: Shares, timezone: str) -> Iterator[Block]:
    """The part of the Home tab about it."""
    told = words.shared
    yield header(told.heading)
    yield from sections(told.opening)
    yield from listed(words, shares, timezone)
    yield actions(button(told.share, ids.HOME_SHARE))


def counting(words: SlackWords, *, counted: bool) -> Iterator[Block]:
    """Being counted, and the button that has it otherwise."""
    told = words.counting
    other = button(told.leave, ids.HOME_COUNTED, "off") if counted else button(told.join, ids.HOME_COUNTED, "on")
    yield from sections(f"{told.about} {told.is_on if counted else told.is_off}")
    yield actions(other)


def done(words: SlackWords, text: str) -> Block:
    """Says what has become of it, where the preview or an answer was."""
    return to_read(ids.MODAL_SHARED, words.shared.title, words.shared.close, sections(text))


def answer(words: SlackWords, remark: Remark, channel: str = "", ts: str = "") -> Block:
    """A comment and the field in which it is answered; `channel` and `ts` are those of the letter that it came in."""
    told = words.remark
    field_ = asked(told.field, ids.FIELD_TEXT, text_field(), hint=told.hint)
    blocks = (*sections(fill(told.came, mentor=remark.mentor)), *sections(fill(told.said, words=remark.text)), field_)
    return to_send(
        ids.MODAL_ANSWER, (told.title, told.submit, told.close), blocks, remark=remark.id, channel=channel, ts=ts
    )


def _share(words: SlackWords, one: Shared, shares: Shares, timezone: str) -> Iterator[Block]:
    told = words.shared
    talk = talk_told(words, one.talk, shares.situations, timezone)
    named = fill(told.item, mentor=one.mentor, talk=talk)
    if one.active(shares.now):
        yield section_with(named, button(told.take_back, ids.SHARE_WITHDRAW, one.id))
    else:
        yield from sections(named)
    yield context(" ".join(_beside(words, one, shares.now, timezone)))


def _beside(words: SlackWords, one: Shared, now: datetime, timezone: str) -> Iterator[str]:
    told = words.shared
    until = day_there(one.expires_at, timezone)
    yield fill(
        told.item_until,
        purpose=purpose_told(words, one.purpose),
        shared=day_gone_by(day_there(one.shared_at, timezone)),
        until=day_to_come(until),
    )
    if one.withdrawn_at is not None:
        yield fill(told.item_taken_back, day=day_gone_by(day_there(one.withdrawn_at, timezone)))
    elif not one.active(now):
        yield fill(told.item_over, day=day_gone_by(until))
    if one.opened:
        yield _opened(words, one.opened, timezone)
    else:
        yield told.not_opened if one.active(now) else told.never_opened


def _opened(words: SlackWords, opened: Sequence[Opened], timezone: str) -> str:
    """The days on which it was opened, newest first."""
    days = list(dict.fromkeys(day_gone_by(day_there(one.at, timezone)) for one in opened))
    told = words.shared.opened if len(days) <= _DAYS else words.shared.opened_before
    return fill(told, days=", ".join(days[:_DAYS]))
