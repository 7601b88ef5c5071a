"""The dialogue about a doctor's rota and quiet hours, and what it hands back as typed values."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import Block, asked, option, sections
from bot.channels.slack.render.dates import day_to_come
from bot.channels.slack.views import fields
from bot.channels.slack.views.fields import View
from bot.channels.slack.views.frames import one_of, ticks, to_send
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.ports.people import Person, RotaKind, RotaSpan

_HOURS = 24
_MOST = 10
_LONGEST = timedelta(days=366)
"""Of one span, both ends counted."""
_FURTHEST = timedelta(days=2 * 366)
"""From today to the end of a span."""
_FIELDS = (
    (RotaKind.NIGHTS, ids.FIELD_NIGHTS_FROM, ids.FIELD_NIGHTS_TO),
    (RotaKind.LEAVE, ids.FIELD_LEAVE_FROM, ids.FIELD_LEAVE_TO),
    (RotaKind.OFF, ids.FIELD_OFF_FROM, ids.FIELD_OFF_TO),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the dialogue hands back: quiet hours (None where none were chosen), spans to add, keys of those to drop."""

    quiet: tuple[int, int] | None
    spans: tuple[RotaSpan, ...]
    removed: frozenset[str]


def rota(words: SlackWords, person: Person, *, quiet: tuple[int, int], today: date) -> Block:
    """Quiet hours, and spans of nights, leave and days off; `quiet` are the hours that hold now."""
    told = words.rota
    kept = [one for one in person.rota if one.last >= today][:_MOST]
    removable = [option(key(one), span_told(words, one)) for one in kept]
    hours = [(str(hour), f"{hour:02}:00") for hour in range(_HOURS)]
    blocks = [
        *sections(told.opening),
        asked(told.quiet_from, ids.FIELD_QUIET_FROM, one_of("static_select", hours, str(quiet[0]))),
        asked(told.quiet_to, ids.FIELD_QUIET_TO, one_of("static_select", hours, str(quiet[1])), hint=told.quiet_hint),
        *([asked(told.remove, ids.FIELD_REMOVE, ticks(removable), optional=True)] if removable else []),
        *_days(words),
    ]
    return to_send(ids.MODAL_ROTA, (told.title, told.submit, told.close), blocks)


def _days(words: SlackWords) -> Iterator[Block]:
    for kind, first, last in _FIELDS:
        hint = words.rota.nights_hint if kind is RotaKind.NIGHTS else ""
        yield asked(fill(words.rota.first, kind=words.rota.kinds[kind.value]), first, _PICKER, hint=hint, optional=True)
        yield asked(fill(words.rota.last, kind=words.rota.kinds[kind.value]), last, _PICKER, optional=True)


_PICKER: Block = {"type": "datepicker"}


def key(span: RotaSpan) -> str:
    """How a span is named in the dialogue."""
    return f"{span.kind.value}:{span.first.isoformat()}"


def span_told(words: SlackWords, span: RotaSpan) -> str:
    """A span as a person would write it."""
    kind = words.rota.kinds[span.kind.value]
    return fill(words.rota.span, kind=kind, first=day_to_come(span.first), last=day_to_come(span.last))


def submitted(view: View) -> Told:
    """What was chosen; where one end of a span was left out it is one day, and ends that were swapped are put right."""
    hours = [fields.picked(view, field) for field in (ids.FIELD_QUIET_FROM, ids.FIELD_QUIET_TO)]
    quiet = (int(hours[0]), int(hours[1])) if all(one.isdecimal() and int(one) < _HOURS for one in hours) else None
    spans = (_span(view, kind, first, last) for kind, first, last in _FIELDS)
    return Told(quiet, tuple(one for one in spans if one), frozenset(fields.ticked(view, ids.FIELD_REMOVE)))


def wrong(words: SlackWords, view: View, today: date) -> dict[str, str]:
    """What is wrong with the days that were chosen, by the field to put it under: a slip of the year, mostly."""
    found = {}
    for kind, first, last in _FIELDS:
        span = _span(view, kind, first, last)
        if span is None:
            continue
        field = last if _day(view, last) else first
        if span.last - today > _FURTHEST:
            found[field] = words.rota.too_far
        elif span.last - span.first >= _LONGEST:
            found[field] = words.rota.too_long
    return found


def _span(view: View, kind: RotaKind, first: str, last: str) -> RotaSpan | None:
    days = sorted(one for one in (_day(view, first), _day(view, last)) if one)
    return RotaSpan(kind, days[0], days[-1]) if days else None


def _day(view: View, field: str) -> date | None:
    chosen = fields.held(view, field).get("selected_date")
    try:
        return date.fromisoformat(chosen) if isinstance(chosen, str) else None
    except ValueError:
        return None
