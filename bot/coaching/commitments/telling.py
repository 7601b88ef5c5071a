"""What a message tells of a plan: the words found in it, mended by the form of the sentence that they stand in."""

import re
from typing import Final

from bot.coaching.commitments import days, irony, picking
from bot.coaching.commitments.due_days import names_day
from bot.coaching.commitments.labelled import Form, form
from bot.coaching.commitments.parting import parted
from bot.coaching.commitments.runs import clauses, without_taken_back
from bot.coaching.commitments.sentences import tidy
from bot.coaching.commitments.time_words import FULL_DAY, TOMORROW
from bot.coaching.noticed import Spans

_SUPPOSED: Final = re.compile(r"^\W*(?:if|when|whenever)\s+", re.I)
_ONLY_IF: Final = re.compile(
    r"^\W*(?:if|when|unless)\b(?:(?!,|\bi['’]?(?:ll|d)\b|\bi (?:will|would|can|could)\b|\bthen\b|\bwe['’]?ll\b).)*$",
    re.I,
)
_CORRECTED: Final = re.compile(
    r"\b(?:actually|or rather|make (?:it|that)|let(?:['’]?s| us) (?:say|make it)|call it|i mean|scrap that|no,? wait"
    r"|sorry,? no)\b[\s,]*(?:no\b[\s,]*)?(?P<rest>.*)",
    re.I | re.S,
)
_CLEAN_BEFORE: Final = re.compile(
    r"^\W*(?:(?:on|by|before|after|at|from|in|until|the|first|thing|end|of|start|this|next|coming|during|over)\W+)*$",
    re.I,
)
_CLEAN_AFTER: Final = re.compile(
    r"^(?:['’]s)?\W*(?:(?:at|after|before|when|while|once|during|in|on|over|until|by|as soon as|am|pm|morning"
    r"|afternoon|evening|night"
    r"|lunch\w*|list|clinic|round|handover|huddle|teaching|meeting|shift|break)\b(?:[\s'’]+[\w'’]+){0,7})?\W*$",
    re.I,
)


def told(text: str, spans: Spans, *, asked: bool) -> Spans:
    """The spans of a message, whole: the step to the end of its clause, its time, what then and the snag apart from it.

    `asked`: the coach has just asked what the doctor will do; then an act in plain words is one where none was found.
    """
    named = form(text)
    if named is not None and asked and named.step:
        return _of_form(named, spans)
    parts = parted(text)
    if irony.of_a_plan(text, dated=bool(days.find_when(parts.step))):
        return spans.model_copy(update={"step": (), "way": (), "when": ()})
    kept = without_taken_back(parts.step)
    when = time_in(kept, spans.when) or time_in(_SUPPOSED.sub("", text), spans.when)
    found = picking.steps(kept, spans, when, asked=asked)
    steps = found or (picking.steps(parts.step, spans, when, asked=asked) if kept != parts.step else ())
    when = (_time_of(kept, steps) if asked and found else None) or _own_time(parts.step, steps) or when
    when = when or (days.clause_of_time(kept) if asked and steps else None)
    steps = tuple(picking.undated(one, when) for one in steps) if when and names_day(when) else steps
    ways = (
        (parts.way,) if parts.way else tuple(one for one in spans.way if _alone(one, steps) and not _ONLY_IF.match(one))
    )
    snags = (parts.snag,) if parts.snag else tuple(one for one in spans.snag if _alone(one, (*steps, *ways)))
    more = spans.when[1:] if when and len(steps) > 1 and when in spans.when[:1] else ()
    return spans.model_copy(
        update={"step": steps, "when": ((when,) if when else ()) + more, "way": ways, "snag": snags}
    )


def _of_form(named: Form, spans: Spans) -> Spans:
    """The spans of a plan that is written like a form, line by line."""
    when = next((one for line in (named.when, named.step, named.lead) if (one := days.find_when(line))), None)
    step = picking.undated(named.step, when)
    return spans.model_copy(
        update={
            "step": (step,),
            "when": (when or tidy(named.when),) if when or named.when else (),
            "way": (named.way,) if named.way else (),
            "snag": (named.snag,) if named.snag else (),
        }
    )


def _own_time(text: str, steps: tuple[str, ...]) -> str | None:
    """The day that comes with the step, where one to pass first stands before it: 'nights until Sunday, so Monday'."""
    at = text.find(steps[0]) if steps else -1
    after = days.find_when(text[at:]) if at > 0 and not _CORRECTED.search(text) else None
    before = days.find_when(text[:at]) if after else None
    return after if after and before and names_day(after) and _UNTIL.search(before) else None


def _time_of(text: str, steps: tuple[str, ...]) -> str | None:
    """The time in the clause of the first step, where it names a day or no other clause does."""
    told = clauses(text)
    near = [days.find_when(one) for step in steps for one in told if step in one]
    own = near[0] if near else None
    dated = next((when for when in near if when and names_day(when)), None)
    if dated:
        return dated
    beside = [when for one in told if steps[0] not in one and (when := days.find_when(one)) and names_day(when)]
    return None if beside else own


_UNTIL: Final = re.compile(r"^(?:until|till)\b", re.I)
_DENIED_DAY: Final = re.compile(
    rf"\b(?P<day>{FULL_DAY}|{TOMORROW}|tonight|today)\b[\s,.;:–—-]+(?:oh |ah |argh |sorry,? )?"
    r"(?:no|nope|wait|hang on|scrap that)\b",
    re.I,
)


def time_in(text: str, noticed: tuple[str, ...]) -> str | None:
    """The words that say when: those that name a day, with what was noticed around them where that belongs to it."""
    passed = _UNTIL.match(days.find_when(text) or "")
    text = (
        text.partition(days.find_when(text) or "")[2]
        if passed and days.find_when(text.partition(days.find_when(text) or "")[2])
        else text
    )
    text = _without_denied_day(text)
    again = _CORRECTED.search(text)
    by_form = (days.find_when(again["rest"]) if again else None) or days.find_when(text)
    near = next((one for one in noticed if by_form and by_form.casefold() in one.casefold()), None)
    if by_form and near:
        before, _, after = near.casefold().partition(by_form.casefold())
        return tidy(near) if _CLEAN_BEFORE.match(before) and _CLEAN_AFTER.match(after) else by_form
    seen = next((_with_lead(one, text) for one in noticed if one in text and not re.fullmatch(r"[\d\W]+", one)), None)
    return by_form or (seen if seen and not names_day(seen) else None)


def _with_lead(words: str, text: str) -> str:
    """A time that was noticed, with the 'once' or 'when' that stands right before it."""
    lead = re.search(
        r"\b(?:once|when(?:ever)?|as soon as|after|before|until|during|while)\s+$", text[: text.find(words)], re.I
    )
    return tidy(f"{lead[0] if lead else ''}{words}")


def _without_denied_day(text: str) -> str:
    """The text without a day that is taken back behind it, wherever it is named, where it names another."""
    denied = _DENIED_DAY.search(text)
    if denied is None:
        return text
    left = re.sub(rf"\b{re.escape(denied['day'])}\b", "", text, flags=re.I)
    named = days.find_when(left)
    return left if named and names_day(named) else text


def _alone(words: str, others: tuple[str, ...]) -> bool:
    return not any(words in one or one in words for one in others)
