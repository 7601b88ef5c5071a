"""The dialogue in which a doctor shows a draft, what it hands back, and every sentence of one that was looked at."""

from collections.abc import Iterator

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import SECTION, Block, asked, context, sections
from bot.channels.slack.render.escape import shown
from bot.channels.slack.render.split import short
from bot.channels.slack.views import fields
from bot.channels.slack.views.fields import View
from bot.channels.slack.views.frames import one_of, text_field, to_read, to_send
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.coaching.reviewed import DraftKind, Review
from bot.coaching.speech_acts import Labelled

_ANY = "text"
"""The kind of a draft whose doctor leaves it to the coach: no `DraftKind`, so that it is worked out."""
_SENTENCES = 48
"""Two blocks each, and three lines around them: all stay under Slack's 100."""
_WORDS = 700


def draft(words: SlackWords, *, text: str = "", kind: DraftKind | None = None) -> Block:
    """Something that the doctor is writing; `text` and `kind` are those of the version before, where there is one."""
    told = words.draft
    kinds = [(_ANY, told.any_kind), *told.kinds.items()]
    shortened = sections(told.shortened) if len(shown(text)) > SECTION else ()
    return to_send(
        ids.MODAL_DRAFT,
        (told.title, told.submit, told.close),
        (
            *sections(told.warning),
            asked(told.kind, ids.FIELD_KIND, one_of("static_select", kinds, kind or _ANY), hint=told.kind_hint),
            *shortened,
            asked(told.text, ids.FIELD_TEXT, text_field(text), hint=told.text_hint),
        ),
    )


def handed_over(view: View, words: SlackWords) -> str:
    """What `draft` asks for, as the coach takes a draft, not masked; "" where nothing was pasted."""
    pasted, kind = fields.typed(view, ids.FIELD_TEXT), fields.picked(view, ids.FIELD_KIND)
    known = kind if kind in set(DraftKind) else _ANY
    return fill(words.draft.begin, kind=known, text=pasted) if pasted else ""


def every_sentence(words: SlackWords, found: Review) -> Block:
    """Each sentence of a draft in its order, and what it does."""
    told = words.review
    shown_here = found.sentences[:_SENTENCES]
    blocks = [*sections(told.opening), *(one for each in shown_here for one in _sentence(each, found, words))]
    if len(found.sentences) > _SENTENCES:
        blocks.append(context(told.more_left_out))
    return to_read(ids.MODAL_SENTENCES, told.title, told.close, blocks)


def gone(words: SlackWords) -> Block:
    """Says that the draft cannot be found any more."""
    told = words.review
    return to_read(ids.MODAL_SENTENCES, told.title, told.close, sections(words.notes["not_yours"]))


def _sentence(one: Labelled, found: Review, words: SlackWords) -> Iterator[Block]:
    told = words.review
    does = ", ".join(told.does[label] for label in one.labels) or told.does_nothing
    said = short(shown(found.kept.text[one.start : one.end]), _WORDS)
    yield from sections(fill(told.quoted, words=said))
    yield context(f"{does[:1].upper()}{does[1:]}.")
