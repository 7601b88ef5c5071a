"""What a dialogue hands back, as typed values. Each function takes the view as Slack sends it.

What is not there, or not of its kind, reads as nothing: the view comes from outside.
"""

from dataclasses import dataclass
from datetime import date

from bot.channels.slack.render import actions as ids
from bot.channels.slack.views import fields
from bot.channels.slack.views.fields import View
from bot.channels.slack.words import SlackWords


@dataclass(frozen=True, slots=True)
class Judged:
    """Why a reply was no good, and which: the one at (`channel`, `ts`). The words are not masked yet."""

    channel: str
    ts: str
    reasons: tuple[str, ...]
    words: str


def text(view: View) -> str:
    """The text of `reflect`, not masked; "" where there is none."""
    return fields.typed(view, ids.FIELD_TEXT)


def channel(view: View) -> str:
    """The channel that `reflect` was opened in; "" where it is not told."""
    return str(fields.about(view).get("channel", ""))


def judged(view: View, words: SlackWords) -> Judged:
    """What `feedback_reasons` hands back; a reason that it does not offer is left out."""
    about = fields.about(view)
    known = {one.id for one in words.feedback.reasons}
    return Judged(
        channel=str(about.get("channel", "")),
        ts=str(about.get("ts", "")),
        reasons=tuple(one for one in fields.ticked(view, ids.FIELD_REASONS) if one in known),
        words=fields.typed(view, ids.FIELD_WORDS),
    )


def day(view: View) -> tuple[int, date] | None:
    """The commitment of `day` and the day chosen; None where either is missing."""
    commitment = fields.about(view).get("commitment")
    chosen = fields.held(view, ids.FIELD_DAY).get("selected_date")
    if not isinstance(commitment, int) or not isinstance(chosen, str):
        return None
    try:
        return commitment, date.fromisoformat(chosen)
    except ValueError:
        return None
