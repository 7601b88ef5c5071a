"""Rehearsals and drafts in messages: who speaks, the look back, what was found in a draft, and the buttons beneath."""

import re
from collections.abc import Iterator
from typing import Final

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import Block, actions, button, context, header, sections
from bot.channels.slack.render.escape import is_blank, shown
from bot.channels.slack.render.split import parts, short
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.coaching.practice import Debrief, Step, Told
from bot.coaching.record import TurnRecord
from bot.coaching.review.plainest import PLAINEST
from bot.coaching.reviewed import Change, Comparison, Question, Review, Strength

Blocks = tuple[Block, ...]

MESSAGE: Final = 3500
"""Characters of the coach's words in one message: without blocks, Slack takes 4000 in one piece."""
_WORDS, _WHY, _REWORD = 300, 240, 500
"""Characters of a quotation, of what is said of it, of another way to put it: together they fit into one message."""
_SPOKEN: Final = re.compile(r'(?P<name>[^:"\n]{1,120}): "(?P<said>.+)"', re.S)
"""How the line of the other person stands in a reply."""


def bodies(record: TurnRecord, words: SlackWords) -> tuple[Blocks, ...]:
    """What a reply says, in as many messages as it needs: as it is, unless it is of a rehearsal or a draft."""
    told = shown(record.reply.text)
    lead = " ".join(one.text for one in record.draft.sentences[: record.draft.fixed])
    if told.startswith(lead) and (found := _found(record, words)):
        return ((*sections(lead), *found),)
    spoken = _SPOKEN.fullmatch(told.strip()) if record.step is not None and record.step.voice == "other" else None
    who = sections(fill(words.rehearsal.speaks, name=spoken["name"])) if spoken else ()
    pieces = [one for one in parts(spoken["said"] if spoken else told, MESSAGE) if not is_blank(one)] or [""]
    first, *others = (sections(one) for one in pieces)
    return ((*map(_small, who), *first), *others)


def beneath(record: TurnRecord, words: SlackWords) -> Blocks:
    """The ways on from a line of a rehearsal, from its end, or from a draft; nothing under any other reply."""
    if record.review is not None:
        told = words.review
        return (actions(button(told.sentences, ids.DRAFT_SENTENCES), button(told.again, ids.DRAFT_AGAIN)),)
    row = tuple(_ways_on(record.step, words)) if record.step is not None else ()
    return (actions(*row),) if row else ()


def first_row(words: SlackWords, about: str) -> Block:
    """The way to practise what was decided before it is done; `about` names the session that decided it."""
    return actions(button(words.rehearsal.first, ids.REHEARSE_FIRST, about))


def _ways_on(step: Step, words: SlackWords) -> Iterator[Block]:
    told, practice = words.rehearsal, step.practice
    if practice.over:
        if step.debrief is not None:
            yield button(told.anew, ids.REHEARSE_ANEW)
        return
    if practice.setting_up:  # the coach has asked something that no button answers
        return
    yield button(told.back, ids.REHEARSE_BACK) if practice.paused else button(told.pause, ids.REHEARSE_PAUSE)
    if practice.moments:
        yield button(told.again, ids.REHEARSE_AGAIN)
    yield button(told.stop, ids.REHEARSE_STOP)


def _found(record: TurnRecord, words: SlackWords) -> Blocks:
    """The look back, or what was found in a draft, in its parts; nothing where the turn has neither."""
    if record.step is not None and record.step.debrief is not None:
        return tuple(_debrief(record.step.debrief, words))
    return tuple(_review(record.review, words)) if record.review is not None else ()


def _debrief(found: Debrief, words: SlackWords) -> Iterator[Block]:
    told = words.rehearsal.debrief
    yield header(told.heading)
    for one in found.moments:
        yield from sections(_moment(one, words))
    if not found.moments:
        yield from sections(told.flat)
    yield from sections(fill(told.balance, asking=str(found.asking), telling=str(found.telling)))
    hidden = fill(told.hidden, hidden=short(shown(found.hidden or ""), _WORDS))
    yield from sections(told.told if found.hidden is None else hidden)
    retry = fill(told.retry, words=_quoted(found.try_words))
    yield from sections(f"{retry} {short(shown(found.try_how), _WHY)}")


def _moment(one: Told, words: SlackWords) -> str:
    told = words.rehearsal.debrief
    said = fill(told.opened if one.effect == "opened" else told.closed, words=_quoted(one.words))
    answered = fill(told.answered, words=_quoted(one.answer))
    return "\n".join((said, short(shown(one.why), _WHY), answered))


def _review(found: Review, words: SlackWords) -> Iterator[Block]:
    told = words.review
    if found.compared is not None:
        yield from sections(_compared(found.compared, words))
    if found.strengths:
        yield header(told.works)
    for one in found.strengths:
        yield from sections(_strength(one, words))
    if found.changes:
        yield header(told.change)
    for change in found.changes:
        yield from sections(_change(change, words))
    if found.question is not None:
        yield header(told.ask)
        yield from sections(_question(found.question, words))
    if not found.changes and found.question is None:
        yield from sections(told.nothing)
    kind = words.draft.kinds[found.kind]
    yield context(
        fill(told.balance, kind=kind[:1].lower() + kind[1:], asking=str(found.asking), telling=str(found.telling))
    )


def _compared(found: Comparison, words: SlackWords) -> str:
    named = len(found.taken_up) + len(found.still)
    told = words.review
    moved = fill(
        told.moved,
        asked=str(found.asking[0]),
        asking=str(found.asking[1]),
        told=str(found.telling[0]),
        telling=str(found.telling[1]),
    )
    taken = fill(told.compared, taken=str(len(found.taken_up)), count=str(named))
    return f"{taken} {moved}" if named else moved


def _strength(one: Strength, words: SlackWords) -> str:
    why = short(shown(one.why), _WHY)
    if one.id in PLAINEST:  # of the draft as a whole, which is not quoted
        return why
    return "\n".join((fill(words.review.quoted, words=_quoted(one.words)), why))


def _change(one: Change, words: SlackWords) -> str:
    reword = fill(words.review.reword, words=short(shown(one.reword), _REWORD))
    return "\n".join((_place(one.words, words), short(shown(one.why), _WHY), reword))


def _question(one: Question, words: SlackWords) -> str:
    return "\n".join((_place(one.words, words), short(shown(one.ask), _WHY)))


def _place(there: str, words: SlackWords) -> str:
    """The words of a place in the draft, or that something is missing there."""
    return fill(words.review.quoted, words=_quoted(there)) if there.strip() else words.review.missing


def _quoted(text: str) -> str:
    return short(shown(text), _WORDS)


def _small(section: Block) -> Block:
    """The same words as a small line."""
    return {"type": "context", "elements": [section["text"]]}
