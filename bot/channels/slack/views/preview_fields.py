"""What a doctor can still take out and add in the preview: the fields, and what they hold when it comes back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import Block, asked, header, option
from bot.channels.slack.views import fields
from bot.channels.slack.views.fields import View
from bot.channels.slack.views.frames import text_field, ticks
from bot.channels.slack.words import SlackWords

_IN_A_GROUP = 10
"""Things to tick that Slack shows under one heading."""
_MOST_SUGGESTED = 20
_NAME, _NOTE, _LEFT_OUT = 80, 1000, 2000
"""Characters that the fields take."""
_MOST_LINES = 50


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the doctor takes out and adds; `suggested` are numbers of suggestions, None before they were ever shown."""

    suggested: tuple[int, ...] | None = None
    left_out: tuple[str, ...] = ()
    name: str = ""
    note: str = ""
    for_cases: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the preview a doctor is: the page, from 0, and which showing this is, by which fields are told apart.

    `digest` is of what they saw.
    """

    page: int = 0
    showing: int = 0
    digest: str = ""


def suggested_at_first(suggestions: Sequence[str]) -> tuple[int, ...]:
    """Which suggestions are ticked before the doctor has looked: all, as leaving one in is then their own decision."""
    return tuple(range(min(len(suggestions), _MOST_SUGGESTED)))


def left_out(suggestions: Sequence[str], wishes: Wishes) -> tuple[str, ...]:
    """All phrases that are to go."""
    numbers = suggested_at_first(suggestions) if wishes.suggested is None else wishes.suggested
    ticked = [suggestions[number] for number in numbers if 0 <= number < len(suggestions)]
    return tuple(dict.fromkeys([*ticked, *wishes.left_out]))


def place_of(view: View) -> Place:
    """Where the doctor was when the preview came back."""
    about = fields.about(view)
    page, showing, seen = about.get("page"), about.get("showing"), about.get("digest")
    if not isinstance(page, int) or not isinstance(showing, int) or not isinstance(seen, str):
        return Place()
    return Place(page, showing, seen)


def wishes_of(view: View) -> Wishes:
    """What the fields of the preview hold; not masked."""
    showing = place_of(view).showing
    groups = range(-(-_MOST_SUGGESTED // _IN_A_GROUP))
    chosen = [one for group in groups for one in fields.ticked(view, _field(_group(group), showing))]
    lines = fields.typed(view, _field(ids.FIELD_LEFT_OUT, showing)).splitlines()
    phrases = dict.fromkeys(" ".join(one.split()) for one in lines[:_MOST_LINES])
    return Wishes(
        suggested=tuple(int(one) for one in chosen if one.isascii() and one.isdigit()),
        left_out=tuple(one for one in phrases if one),
        name=" ".join(fields.typed(view, _field(ids.FIELD_NAME, showing)).split())[:_NAME],
        note=fields.typed(view, _field(ids.FIELD_NOTE, showing))[:_NOTE],
        for_cases=bool(fields.ticked(view, _field(ids.FIELD_CASE, showing))),
    )


def asking(words: SlackWords, suggestions: Sequence[str], wishes: Wishes, showing: int) -> Iterator[Block]:
    """The fields. They go by another name at each showing: under the same one, Slack keeps what was typed before."""
    told = words.preview
    yield header(told.yours)
    yield from _suggested(words, suggestions, wishes, showing)
    lines = text_field("\n".join(wishes.left_out), most=_LEFT_OUT)
    case = ticks([option("yes", told.case_tick)], ("yes",) if wishes.for_cases else ())
    name, note = text_field(wishes.name, lines=False, most=_NAME), text_field(wishes.note, most=_NOTE)
    for label, named, element, hint in (
        (told.left_out, ids.FIELD_LEFT_OUT, lines, told.left_out_hint),
        (told.name, ids.FIELD_NAME, name, told.name_hint),
        (told.note, ids.FIELD_NOTE, note, told.note_hint),
        (told.case, ids.FIELD_CASE, case, ""),
    ):
        yield asked(label, _field(named, showing), element, hint=hint, optional=True)


def _suggested(words: SlackWords, suggestions: Sequence[str], wishes: Wishes, showing: int) -> Iterator[Block]:
    told = words.preview
    numbers = suggested_at_first(suggestions) if wishes.suggested is None else wishes.suggested
    ticked = [str(one) for one in numbers]
    offered = [option(str(number), one) for number, one in enumerate(suggestions[:_MOST_SUGGESTED])]
    for start in range(0, len(offered), _IN_A_GROUP):
        group = ticks(offered[start : start + _IN_A_GROUP], ticked)
        named = _field(_group(start // _IN_A_GROUP), showing)
        yield asked(told.suggested, named, group, hint=told.suggested_hint, optional=True)


def _group(number: int) -> str:
    return f"{ids.FIELD_SUGGESTED}_{number}"


def _field(name: str, showing: int) -> str:
    return f"{name}:{showing}"
