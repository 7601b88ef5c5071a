"""The dialogues: each a view for `views.open` or `views.update`. What they hand back is read in `submitted.py`."""

from collections.abc import Sequence
from datetime import date

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import SECTION, Block, asked, bullets, header, option, sections
from bot.channels.slack.render.escape import shown
from bot.channels.slack.views.frames import text_field, ticks, to_read, to_send
from bot.channels.slack.words import SlackWords

_QUOTES = ('"', "\u201c")


def waiting(words: SlackWords) -> Block:
    """Opened at once, as what opens a dialogue is good for three seconds only; updated when there is more to show."""
    return to_read(ids.MODAL_WAITING, words.waiting.title, words.waiting.close, sections(words.waiting.text))


def elsewhere(words: SlackWords, text: str) -> Block:
    """Says that what a button has brought is in another tab, one of the texts of `words.elsewhere`."""
    return to_read(ids.MODAL_ELSEWHERE, words.elsewhere.title, words.elsewhere.close, sections(text))


def passage(words: SlackWords, cited_text: str, place: str) -> Block:
    """What stands behind a citation: the source's words in quotation marks, or that they are not installed here."""
    quoted = cited_text.lstrip().startswith(_QUOTES)
    blocks = [header(place), *sections(cited_text), *(sections(words.sources.about) if quoted else ())]
    return to_read(ids.MODAL_PASSAGE, words.sources.title, words.sources.close, blocks)


def help_now(words: SlackWords, lines: Sequence[str]) -> Block:
    """People who can be reached, a line each, as the register of contacts has them."""
    told = [one for line in lines for one in sections(line)]
    blocks = [*sections(words.help.opening), *told, *sections(words.help.closing)]
    return to_read(ids.MODAL_HELP, words.help.title, words.help.close, blocks)


def privacy(words: SlackWords) -> Block:
    """The whole text about privacy."""
    blocks = [block for part in words.privacy.sections for block in (header(part.heading), *bullets(part.lines))]
    return to_read(ids.MODAL_PRIVACY, words.privacy.title, words.privacy.close, blocks)


def feedback_reasons(words: SlackWords, *, channel: str, ts: str) -> Block:
    """Why the reply at that place was no good; all of it may be left empty."""
    told = words.feedback
    reasons = ticks([option(one.id, one.text) for one in told.reasons])
    return to_send(
        ids.MODAL_FEEDBACK,
        (told.title, told.submit, told.close),
        (
            asked(told.which, ids.FIELD_REASONS, reasons, optional=True),
            asked(told.more, ids.FIELD_WORDS, text_field(), hint=told.hint, optional=True),
        ),
        channel=channel,
        ts=ts,
    )


def reflect(words: SlackWords, *, text: str, channel: str) -> Block:
    """A message to think through: the warning first, then its masked words, to be changed before they go anywhere."""
    told = words.reflect
    shortened = sections(told.shortened) if len(shown(text)) > SECTION else ()
    return to_send(
        ids.MODAL_REFLECT,
        (told.title, told.submit, told.close),
        (*sections(told.warning), *shortened, asked(told.label, ids.FIELD_TEXT, text_field(text), hint=told.hint)),
        channel=channel,
    )


def erase(words: SlackWords) -> Block:
    """Asks once more before everything is deleted."""
    told = words.erase
    blocks = [block for line in told.lines for block in sections(line)]
    return to_send(ids.MODAL_ERASE, (told.title, told.submit, told.close), blocks)


def day(words: SlackWords, *, commitment_id: int, initial: date) -> Block:
    """Another day on which to ask about a commitment."""
    told = words.reminders
    picker = {"type": "datepicker", "initial_date": initial.isoformat()}
    return to_send(
        ids.MODAL_DAY,
        (told.title, told.submit, told.close),
        (asked(told.which, ids.FIELD_DAY, picker, hint=told.hint),),
        commitment=commitment_id,
    )
