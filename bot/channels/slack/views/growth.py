"""What grows over time, in the Home tab, and the dialogue in which a talk is written up as a reflection."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import Block, actions, asked, button, header, option, sections
from bot.channels.slack.views import fields
from bot.channels.slack.views.fields import View
from bot.channels.slack.views.frames import one_of, ticks, to_read, to_send
from bot.channels.slack.views.sharing import value_of
from bot.channels.slack.words import SlackWords
from bot.growth import Growth
from bot.ports.sharing import Talk
from bot.reflection.press import FORMATS

_MOST_CHOICES = 100
_LONGEST_VALUE = 150
_YES = "yes"


@dataclass(frozen=True, slots=True)
class Grown:
    """What there is to tell, and whether there is a talk that could be written up."""

    growth: Growth = field(default_factory=Growth)
    talks: bool = False


def in_home(words: SlackWords, grown: Grown) -> Iterator[Block]:
    """The part of the Home tab about it, in few blocks, as it has a hundred in all; nothing while there is nothing."""
    told, parts = words.growing, grown.growth.parts
    if not parts and not grown.talks:
        return
    yield header(told.heading)
    told_parts = ("\n".join((" ".join(one.sentences), *one.chart)) for one in parts)
    paragraphs = (*((told.opening,) if parts else ()), *told_parts, *((told.write_up,) if grown.talks else ()))
    yield from sections("\n\n".join(paragraphs))
    if grown.talks:
        yield actions(button(told.button, ids.HOME_REFLECTION))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written up, and as what: ids and numbers, no words."""

    conversation_id: str
    session: int
    ending: str
    whole_talk: bool


def choose(words: SlackWords, talks: Sequence[tuple[Talk, str]]) -> Block:
    """Which talk (each with its name), as what; where there is none, it says so."""
    told = words.reflection
    offered = [(value, name) for one, name in talks if len(value := value_of(one)) <= _LONGEST_VALUE]
    if not offered:
        return to_read(ids.MODAL_ELSEWHERE, told.title, words.elsewhere.close, sections(told.no_talks))
    named = told.formats.model_dump()
    formats = [(one, str(named[one])) for one in FORMATS]
    blocks = (
        *sections(told.warning),
        asked(told.talk, ids.FIELD_TALK, one_of("static_select", offered[:_MOST_CHOICES], offered[0][0])),
        asked(told.format, ids.FIELD_FORMAT, one_of("radio_buttons", formats, FORMATS[0])),
        asked(told.whole, ids.FIELD_WHOLE, ticks([option(_YES, told.whole_tick)]), optional=True),
    )
    return to_send(ids.MODAL_REFLECTION, (told.title, told.submit, told.close), blocks)


def said(words: SlackWords, text: str) -> Block:
    """One of the texts of `words.reflection`, where the dialogue was."""
    return to_read(ids.MODAL_ELSEWHERE, words.reflection.title, words.elsewhere.close, sections(text))


def wanted(view: View) -> Wanted | None:
    """What `choose` hands back; None where anything is missing."""
    session, _, conversation_id = fields.picked(view, ids.FIELD_TALK).partition("|")
    ending = fields.picked(view, ids.FIELD_FORMAT)
    if not (conversation_id and session.isascii() and session.isdigit() and ending in FORMATS):
        return None
    return Wanted(conversation_id, int(session), ending, whole_talk=_YES in fields.ticked(view, ids.FIELD_WHOLE))
