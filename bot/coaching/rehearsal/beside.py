"""What the coach says beside the other person: in a pause, to a complaint or a tear, and on the way back in."""

from bot.coaching.practice import Practice, Step
from bot.coaching.rehearsal import steering
from bot.coaching.rehearsal.asides import Aside
from bot.coaching.rehearsal.cast import Cast
from bot.coaching.rehearsal.debrief import said
from bot.coaching.rehearsal.people import said_last, who


def paused(practice: Practice, text: str, cast: Cast) -> Step:
    """The doctor steps out: what they had just heard, or a way to begin where they want words."""
    if steering.asks_what_to_say(text):
        return spoken(practice.model_copy(update={"paused": True}), "pause", "stem", cast)
    group = "pause" if said_last(practice, cast) else "pause_empty"
    return spoken(practice.model_copy(update={"paused": True}), "pause", group, cast)


def thinking(practice: Practice, text: str, beside: frozenset[Aside], cast: Cast) -> Step:
    """The coach's answer to what is said to it, outside the rehearsal."""
    there = practice.model_copy(update={"paused": True})
    words = steering.their_words(text)
    if words and practice.moments and (practice.paused or Aside.UNLIKE in beside):
        last = practice.moments[-1].model_copy(update={"answer": words})
        return spoken(there.model_copy(update={"moments": (*practice.moments[:-1], last)}), "pause", "taken_up", cast)
    for aside, group in ((Aside.UPSET, "upset"), (Aside.UNLIKE, "unlike"), (Aside.WORDS, "stem")):
        if aside in beside:
            return spoken(there, "pause", group, cast)
    if Aside.HOW in beside:
        return spoken(there, "pause", "how" if practice.moments else "how_empty", cast)
    closed = bool(practice.moments) and practice.moments[-1].opened < 0
    told = any(one.startswith("coach/thinking_closed") for one in practice.used)
    group = "thinking_closed" if closed and not told else "thinking"
    return spoken(there, "pause", "stem" if steering.asks_what_to_say(text) else group, cast)


def back(practice: Practice, cast: Cast) -> Step:
    """The doctor steps in again."""
    there = practice.model_copy(update={"paused": False})
    return spoken(there, "back", "back" if said_last(practice, cast) else "back_empty", cast)


def spoken(practice: Practice, event: str, group: str, cast: Cast) -> Step:
    """A line of the coach's own, beside the rehearsal."""
    used = list(practice.used)
    moments = practice.moments
    asking, telling = sum(one.asking for one in moments), sum(one.telling for one in moments)
    values: dict[str, object] = {
        "name": who(practice, cast).name,
        "said": said_last(practice, cast),
        "asking": asking,
        "telling": telling,
        "moved": _moved(moments[-1].opened if moments else 0),
    }
    text = said(group, used, cast, **values)
    return Step(practice=practice.model_copy(update={"used": tuple(used)}), voice="coach", event=event, text=text)


def _moved(opened: int) -> str:
    if opened > 0:
        return "came a little nearer"
    return "drew back a little" if opened < 0 else "stayed where they were"
