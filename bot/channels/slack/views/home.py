"""The Home tab: help, a way to begin, what the doctor decided to do, and what is kept of them."""

from collections.abc import Iterator, Sequence

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import pieces
from bot.channels.slack.render.blocks import Block, actions, bullets, button, context, divider, header, sections
from bot.channels.slack.render.dates import count, day_gone_by, day_there, day_to_come
from bot.channels.slack.render.escape import shown
from bot.channels.slack.render.split import short
from bot.channels.slack.views.growth import Grown
from bot.channels.slack.views.growth import in_home as growth_in_home
from bot.channels.slack.views.rota import span_told
from bot.channels.slack.views.shares import Shares, counting, in_home, listed
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.ports.people import CommitmentKept, Kept, Outcome, Person

_OPEN = 12
"""Open commitments are three blocks each, the earlier ones and shares two: all stay under Slack's 100."""
_EARLIER = 8
_WHAT = 500
_NOTHING_GROWN = Grown()


def home(  # noqa: PLR0913 - each is what one part of the tab tells
    words: SlackWords,
    person: Person,
    commitments: Sequence[CommitmentKept],
    kept: Kept,
    shares: Shares,
    timezone: str,
    grown: Grown = _NOTHING_GROWN,
) -> Block:
    """The view for `views.publish`. `commitments` are newest first; days are those of `timezone`.

    Who has not agreed to how the coach works is not offered to share; what they have shared is told all the same.
    """
    agreed = person.consented == words.consent.version
    blocks = [
        header(words.home.help_heading),
        *sections(words.home.help),
        pieces.help_row(words),
        divider(),
        *(_begin(words) if agreed else _consent(words)),
        divider(),
        *_commitments(words, commitments, timezone),
        divider(),
        *growth_in_home(words, grown),
        *(in_home(words, shares, timezone) if agreed else listed(words, shares, timezone)),
        divider(),
        *_privacy(words, person, kept, timezone),
        *(counting(words, counted=shares.counted) if agreed or shares.counted else ()),
    ]
    return {"type": "home", "blocks": blocks}


def goals(words: SlackWords, commitments: Sequence[CommitmentKept], timezone: str) -> tuple[Block, ...]:
    """What is still open, for the answer to a command."""
    still_open = [one for one in commitments if one.outcome is Outcome.OPEN]
    if not still_open:
        return sections(words.command.no_goals)
    shown_here = [block for one in still_open[:_OPEN] for block in _open(words, one, timezone)]
    return (*sections(words.command.goals), *shown_here)


def _begin(words: SlackWords) -> Iterator[Block]:
    yield header(words.home.start_heading)
    yield from sections(words.home.start)
    yield actions(
        button(words.home.start_button, ids.HOME_START, style="primary"),
        button(words.rehearsal.start, ids.HOME_REHEARSE),
    )


def _consent(words: SlackWords) -> Iterator[Block]:
    """The first contact: nothing can be begun before it is agreed to, and here it can be found again."""
    told = words.consent
    yield header(words.home.start_heading)
    yield from sections(told.opening)
    yield from bullets(told.lines)
    agree = button(told.agree, ids.CONSENT_AGREE, str(told.version), style="primary")
    yield actions(agree, button(told.more, ids.CONSENT_MORE))


def _commitments(words: SlackWords, commitments: Sequence[CommitmentKept], timezone: str) -> Iterator[Block]:
    yield header(words.home.commitments_heading)
    if not commitments:
        yield from sections(words.home.no_commitments)
        return
    still_open = [one for one in commitments if one.outcome is Outcome.OPEN]
    earlier = [one for one in commitments if one.outcome is not Outcome.OPEN]
    if still_open:
        yield context(words.home.open_heading)
    for one in still_open[:_OPEN]:
        yield from _open(words, one, timezone)
    if earlier:
        yield context(words.home.earlier_heading)
    for one in earlier[:_EARLIER]:
        yield from _earlier(words, one, timezone)
    if len(still_open) > _OPEN or len(earlier) > _EARLIER:
        yield context(fill(words.home.more_left_out, count=count(len(commitments), words.counts.commitment)))


def _open(words: SlackWords, one: CommitmentKept, timezone: str) -> Iterator[Block]:
    yield from _what(one)
    told = [fill(words.home.made, day=day_gone_by(day_there(one.made_at, timezone)))]
    if one.due is not None:
        told.append(fill(words.home.due, day=day_to_come(one.due)))
    told_dates = f"{', '.join(told)}."
    if one.remind_at is not None and not one.reminded:
        asks = fill(words.home.will_ask, day=day_to_come(day_there(one.remind_at, timezone)))
        told_dates = f"{told_dates} {asks}."
    yield context(told_dates)
    yield pieces.outcome_buttons(words, one.id)


def _earlier(words: SlackWords, one: CommitmentKept, timezone: str) -> Iterator[Block]:
    yield from _what(one)
    told = pieces.outcome_told(words, one.outcome)
    if one.outcome_at is not None:
        told = fill(words.home.became, outcome=told, day=day_gone_by(day_there(one.outcome_at, timezone)))
    yield context(f"{told[0].upper()}{told[1:]}.")


def _what(one: CommitmentKept) -> tuple[Block, ...]:
    return sections(f'"{short(shown(one.what), _WHAT)}"')


def _privacy(words: SlackWords, person: Person, kept: Kept, timezone: str) -> Iterator[Block]:
    told = words.home
    yield header(told.privacy_heading)
    yield from sections(_kept(words, kept, timezone))
    if person.consented_at is not None:
        yield from sections(fill(told.agreed, day=day_gone_by(day_there(person.consented_at, timezone))))
    yield from sections(told.paused if person.paused else told.reminders_on if person.reminders else told.reminders_off)
    yield from _rota(words, person)
    yield actions(
        button(told.export, ids.HOME_EXPORT),
        button(told.resume, ids.HOME_RESUME) if person.paused else button(told.pause, ids.HOME_PAUSE),
        button(told.turn_reminders_off, ids.HOME_REMINDERS, "off")
        if person.reminders
        else button(told.turn_reminders_on, ids.HOME_REMINDERS, "on"),
        button(words.rota.button, ids.HOME_ROTA),
        button(told.more, ids.CONSENT_MORE),
        button(told.erase, ids.HOME_ERASE, style="danger"),
    )


def _rota(words: SlackWords, person: Person) -> Iterator[Block]:
    """What the doctor has told of their rota, so that it can be seen to be right."""
    told = [span_told(words, one) for one in person.rota]
    if told:
        yield context(fill(words.rota.known, spans="; ".join(told)))


def _kept(words: SlackWords, kept: Kept, timezone: str) -> str:
    if kept.since is None or not (kept.conversations or kept.turns or kept.commitments or kept.feedback):
        return words.home.kept_nothing
    counts = words.counts
    return fill(
        words.home.kept,
        day=day_gone_by(day_there(kept.since, timezone)),
        conversations=count(kept.conversations, counts.conversation),
        turns=count(kept.turns, counts.turn),
        commitments=count(kept.commitments, counts.commitment),
        feedback=count(kept.feedback, counts.feedback),
    )
