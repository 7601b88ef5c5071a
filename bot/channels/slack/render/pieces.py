"""What several letters and views have in common: help, sources, and what may become of a commitment."""

from collections.abc import Sequence
from datetime import datetime

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import Block, actions, button, section_with, sections
from bot.channels.slack.render.dates import day_there, day_to_come
from bot.channels.slack.render.split import short
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.coaching.cited import Cited
from bot.coaching.record import Contact
from bot.ports.people import Outcome

_PLACE = 300
_NAMED = 35


def place(cited: Cited) -> str:
    """A citation as a reader would write it."""
    named = cited.author or cited.doc
    return f"{named}, {cited.section}" if cited.section else named


def help_button(words: SlackWords) -> Block:
    """The way to people, which every private letter has."""
    return button(words.help.button, ids.HELP_NOW)


def help_row(words: SlackWords, *, share: str = "") -> Block:
    """The way to people, and beside it to a mentor where `share` names the talk that could be shown."""
    more = (button(words.share.button, ids.SHARE_SESSION, share),) if share else ()
    return actions(help_button(words), *more)


def contact_line(words: SlackWords, name: str, number: str) -> str:
    """Somebody to turn to, and where."""
    return fill(words.help.contact, name=name, number=number)


def contacts(given: Sequence[Contact], words: SlackWords) -> tuple[Block, ...]:
    """Whom to reach, a line each; nothing where there is nobody."""
    lines = [contact_line(words, one.name, one.number or one.address or "") for one in given]
    return sections("\n".join([words.help.contacts, *lines])) if lines else ()


def sources(cited: Sequence[Cited], words: SlackWords) -> tuple[Block, ...]:
    """Where a reply comes from: a line for each place, with a button beside it that shows the passage."""
    return tuple(_source(one, words) for one in {one.key: one for one in cited}.values())


def remind_buttons(remind_at: datetime, timezone: str, about: str, words: SlackWords) -> tuple[Block, ...]:
    """On which day the coach will ask, and the ways to have it otherwise."""
    told = fill(words.reminders.will_ask, day=day_to_come(day_there(remind_at, timezone)))
    other = button(words.reminders.other_day, ids.REMIND_OTHER_DAY, about)
    off = button(words.reminders.no_reminder, ids.REMIND_OFF, about)
    return (*sections(told), actions(other, off))


def outcome_buttons(words: SlackWords, commitment_id: int) -> Block:
    """What may have become of a commitment, to be pressed."""
    ends, about = words.outcomes, ids.of_commitment(commitment_id)
    return actions(
        button(ends.kept, ids.OUTCOME_KEPT, about),
        button(ends.partly, ids.OUTCOME_PARTLY, about),
        button(ends.not_yet, ids.OUTCOME_NOT, about),
        button(ends.let_go, ids.OUTCOME_LET_GO, about),
    )


def outcome_told(words: SlackWords, outcome: Outcome) -> str:
    """What became of a commitment, in words."""
    told = words.outcomes
    return {
        Outcome.OPEN: told.is_open,
        Outcome.KEPT: told.was_kept,
        Outcome.PARTLY: told.was_partly,
        Outcome.NOT: told.was_not,
        Outcome.LET_GO: told.was_let_go,
    }[outcome]


def _source(cited: Cited, words: SlackWords) -> Block:
    told = fill(words.sources.from_place, place=short(place(cited), _PLACE))
    label = fill(words.sources.label, place=short(place(cited), _NAMED))
    return section_with(told, button(words.sources.button, ids.PASSAGE, cited.key, label=label))
