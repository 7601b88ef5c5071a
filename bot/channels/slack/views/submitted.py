"""What a dialogue hands back, as typed values. Each function takes the view as Slack sends it.

What is not there, or not of its kind, reads as nothing: the view comes from outside.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.channels.slack.render import actions as ids
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords

View = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Judged:
    """Why a reply was no good, and which: the one at (`channel`, `ts`). The words are not masked yet."""

    channel: str
    ts: str
    reasons: tuple[str, ...]
    words: str


def text(view: View) -> str:
    """The text of `reflect`, not masked; "" where there is none."""
    return _typed(view, ids.FIELD_TEXT)


def draft(view: View, words: SlackWords) -> str:
    """What `draft` asks for, as the doctor would say it, not masked; "" where nothing was pasted."""
    what, pasted = _typed(view, ids.FIELD_WHAT), _typed(view, ids.FIELD_TEXT)
    if not pasted:
        return ""
    if not what:
        return fill(words.draft.begin_unnamed, text=pasted)
    return fill(words.draft.begin, what=what.rstrip(".!? "), text=pasted)


def channel(view: View) -> str:
    """The channel that `reflect` was opened in; "" where it is not told."""
    return str(_about(view).get("channel", ""))


def judged(view: View, words: SlackWords) -> Judged:
    """What `feedback_reasons` hands back; a reason that it does not offer is left out."""
    about = _about(view)
    known = {one.id for one in words.feedback.reasons}
    ticked = _held(view, ids.FIELD_REASONS).get("selected_options")
    chosen = ticked if isinstance(ticked, Sequence) else ()
    values = [str(one.get("value")) for one in chosen if isinstance(one, Mapping)]
    return Judged(
        channel=str(about.get("channel", "")),
        ts=str(about.get("ts", "")),
        reasons=tuple(one for one in values if one in known),
        words=_typed(view, ids.FIELD_WORDS),
    )


def day(view: View) -> tuple[int, date] | None:
    """The commitment of `day` and the day chosen; None where either is missing."""
    commitment = _about(view).get("commitment")
    chosen = _held(view, ids.FIELD_DAY).get("selected_date")
    if not isinstance(commitment, int) or not isinstance(chosen, str):
        return None
    try:
        return commitment, date.fromisoformat(chosen)
    except ValueError:
        return None


def _typed(view: View, field: str) -> str:
    value = _held(view, field).get("value")
    return value.strip() if isinstance(value, str) else ""


def _held(view: View, field: str) -> Mapping[str, object]:
    """The state of a field."""
    held: object = view
    for key in ("state", "values", field, field):
        held = held.get(key) if isinstance(held, Mapping) else None
    return held if isinstance(held, Mapping) else {}


def _about(view: View) -> Mapping[str, object]:
    """The ids that a dialogue was opened with."""
    told = view.get("private_metadata")
    try:
        about = json.loads(told) if isinstance(told, str) and told else {}
    except ValueError:
        return {}
    return about if isinstance(about, dict) else {}
