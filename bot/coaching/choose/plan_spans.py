"""What the words found in a message do to the plan: a step, its day, a snag, a way round, each in its place."""

import re

from bot.coaching import commitments
from bot.coaching.choose.plan_words import ASKED_FOR_ACT, Said
from bot.coaching.commitments import corrections, helps, numbers
from bot.coaching.model import Commitment, Stage
from bot.coaching.noticed import Spans

_PLANNING = {Stage.IDEA, Stage.OPTIONS, Stage.COMMITMENT, Stage.OBSTACLE, Stage.CONFIDENCE}
_SECURING = {"obstacle", "way"}
_WEIGHING = {"confidence", "raise"}
_MOST = 40
_LEAD = re.compile(
    r"^(?:(?:and|so|then|ok|well|just|probably|actually|to|i['’]?ll|i will|i['’]?d|i would|i could|i['’]?m going to"
    r"|im (?:going to|gonna)|gonna|going to)\s+)+",
    re.I,
)
_BESIDE = re.compile(r"\b(?:also|too|as well|plus)\b|^\W*(?:oh\W+)?(?:and|plus)\b", re.I)


def first(said: Said) -> Commitment | None:
    """A plan where there was none: its step was asked for, or is told on the way with its day."""
    spans = said.reading.noticed.spans
    asked = said.state.expecting in ASKED_FOR_ACT or said.state.commitment is not None
    if not spans.step or not (asked or (spans.when and said.state.stage in _PLANNING)):
        return None
    step = _step(spans)
    plan = commitments.made_of(step, step, step, said.today)
    when = _when(spans) or commitments.when_alone(said.text) or commitments.find_when(said.text)
    way = spans.way[0] if spans.way else plan.if_then
    return commitments.retimed(plan.model_copy(update={"if_then": way}), when, said.today)


def of_the_plan(said: Said, plan: Commitment) -> dict[str, object] | None:
    """What the words change in a plan that stands; None where they change nothing."""
    spans, expecting = said.reading.noticed.spans, said.state.expecting
    if not (spans.step or spans.when or spans.snag or spans.way):
        return None
    if said.state.closed:
        changed = _put_right(said, plan)
    elif expecting in _SECURING:
        changed = _secured(said, plan)
    elif expecting in _WEIGHING | ASKED_FOR_ACT or corrections.puts_right(said.text):
        changed = _put_right(said, plan)
    else:
        return None
    number = (
        numbers.sure(said.text, plan.what)
        if expecting in _WEIGHING and not said.state.closed
        else numbers.sure_unasked(said.text, plan.what)
    )
    if number is not None:
        changed = changed.model_copy(update={"confidence": number})
    return {"commitment": changed, **({"obstacle": spans.snag[0]} if spans.snag else {})}


def _secured(said: Said, plan: Commitment) -> Commitment:
    """The answer to what may get in the way, or to what would be done then."""
    spans = said.reading.noticed.spans
    if spans.step and corrections.puts_right(said.text):
        return _put_right(said, plan)
    way = spans.way or spans.step
    return plan.model_copy(update={"if_then": commitments.tidy(way[0]) if way else plan.if_then})


def _put_right(said: Said, plan: Commitment) -> Commitment:
    """The plan with each part changed that was told, and all others as they were."""
    spans = said.reading.noticed.spans
    update: dict[str, object] = {}
    if spans.step:
        step = _step(spans)
        told = commitments.made_of(step, step, step, said.today)
        added = said.state.closed and _BESIDE.search(said.text) and not helps.shares(step, plan.what)
        update["what"] = f"{plan.what}, and {step}" if added else step
        update["with_whom"] = plan.with_whom if added else told.with_whom
    if spans.way:
        update["if_then"] = commitments.tidy(spans.way[0])
    changed = plan.model_copy(update=update)
    if not spans.when or (spans.way and not spans.step):
        return changed
    return commitments.retimed(changed, _when(spans), said.today)


def _step(spans: Spans) -> str:
    """The step, or two that are told apart, from the verb on."""
    told = [commitments.tidy(_LEAD.sub("", commitments.tidy(one))) for one in spans.step]
    return commitments.cut(", and ".join(told), _MOST)


def _when(spans: Spans) -> str | None:
    return ", and ".join(map(commitments.tidy, spans.when)) or None
