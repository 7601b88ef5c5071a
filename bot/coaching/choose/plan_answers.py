"""An answer to a question about the plan: it completes the plan, sharpens it, puts it right or takes it back."""

import re
from datetime import date

from bot.coaching import commitments
from bot.coaching.choose import plan_helps, plan_words
from bot.coaching.commitments import Force, corrections, helps, mends, numbers, snags, ways
from bot.coaching.model import Commitment

_ABOUT_THE_PLAN = {"obstacle", "way", "raise"}
"""Questions about a plan that stands: what is told in answer is a snag or a help, and seldom another plan."""
_IN_MARKS = re.compile(r"[\"“]([^\"”]{2,60})[\"”]|(?<!\w)['‘]([^'’\"]{2,60})['’](?!\w)")


def of_the_plan(said: plan_words.Said, plan: Commitment) -> dict[str, object]:
    """What a message does to a plan that is there."""
    text, state = said.text, said.state
    mend = mends.read(text, plan.what)
    if corrections.takes_back(text) or (state.closed and (corrections.puts_right(text) or mend.anything)):
        return _mended(said, plan, mend)
    if state.closed and state.expecting == "mend" and (short := plan_words.in_few_words(said)):
        return {"commitment": plan.model_copy(update={"what": short.what, "when": short.when or plan.when})}
    if state.closed:
        number = numbers.sure_unasked(text, plan.what)
        return {"commitment": plan.model_copy(update={"confidence": number})} if number is not None else {}
    update = _answered(said, plan)
    if plan_words.certain(text):
        update["told"] = (*state.told, plan_words.SURE)
    return update


def _answered(said: plan_words.Said, plan: Commitment) -> dict[str, object]:
    """An answer to a question about the plan, and whatever else of the plan the message tells."""
    text, expecting = said.text, said.state.expecting
    number = (
        numbers.sure(text, plan.what) if expecting in {"confidence", "raise"} else numbers.sure_unasked(text, plan.what)
    )
    if number is not None:
        plan = plan.model_copy(update={"confidence": number})
    mended = plan_helps.way_put_right(said, plan) or _corrected(said, plan)
    if mended is not None:
        return mended
    if expecting in plan_words.ASKED_FOR_ACT:
        return {"commitment": _completed(said, plan)}
    if plan_words.only_a_time(text):
        return {"commitment": _with_the_time(said, plan)}
    plan = _sharper(said, plan)
    if expecting == "raise" or (expecting == "confidence" and plan_helps.names_less(text, plan)):
        return {"commitment": plan_helps.easier(said, plan)}
    if number is None and expecting not in _ABOUT_THE_PLAN and _says_the_plan(text):
        return {"commitment": _completed(said, plan)}
    told = number is None and not plan_words.certain(text) and said.reading.kind not in plan_words.NO_ANSWER
    if told and expecting in {"obstacle", "way"} and said.reading.intent != "end_session":
        return _snagged(said, plan)
    pair = plan.if_then or snags.if_then(text)
    return {"commitment": plan.model_copy(update={"if_then": pair})}


def _corrected(said: plan_words.Said, plan: Commitment) -> dict[str, object] | None:
    """What a correction in the answer changes; None where the answer corrects nothing."""
    text, expecting = said.text, said.state.expecting
    mend = mends.read(text, plan.what)
    if expecting in _ABOUT_THE_PLAN and (mend.what or mend.when):
        return _with_the_rest(said, _slots(said, plan, mend))
    again = expecting not in _ABOUT_THE_PLAN or corrections.restated(text) is not None
    if not (corrections.puts_right(text) and again):
        return None
    changed = _mended(said, plan, mend)
    return changed if changed["commitment"] is not None else {"commitment": plan}


def _snagged(said: plan_words.Said, plan: Commitment) -> dict[str, object]:
    """What may stop the plan and what would be done then, each in its own place."""
    if said.state.expecting == "way":
        return {"commitment": plan.model_copy(update={"if_then": ways.way_only(said.text) or plan.if_then})}
    found = ways.parted(said.text)
    return {
        "obstacle": found.snag or said.state.obstacle,
        "commitment": plan.model_copy(update={"if_then": found.way or plan.if_then}),
    }


def _says_the_plan(text: str) -> bool:
    """True where, whatever was asked, the doctor says in firm words and with a day what they will do."""
    firm = [one for one in commitments.acts(text) if one.force is Force.FIRM]
    return bool(firm) and snags.if_then(text) is None and commitments.when_of(text, firm[0].sentence) is not None


def _with_the_time(said: plan_words.Said, plan: Commitment) -> Commitment:
    """A time told late goes with the day that is known; another day takes its place."""
    new = said.text.strip(" .!,")
    if commitments.due_date(new, date.min):
        return commitments.retimed(plan, new, said.today)
    joined = " ".join(filter(None, (plan.when, new)))
    return plan.model_copy(update={"when": joined})


def _completed(said: plan_words.Said, plan: Commitment) -> Commitment:
    """A day, or a better act, in answer to 'what' and 'when'."""
    text = said.text
    found = [one for one in commitments.acts(text) if one.force is not Force.IDEA or said.state.expecting == "what"]
    timed = commitments.retimed(plan, commitments.when_alone(text) or commitments.find_when(text), said.today)
    if not found:
        short = plan_words.in_few_words(said) if said.state.expecting == "what" else None
        return timed.model_copy(update={"what": short.what}) if short else timed
    best = plan_words.main(tuple(found))
    fresh = commitments.made_of(best.what, text, best.sentence, said.today)
    return fresh.model_copy(
        update={
            "when": fresh.when or plan.when,
            "due": fresh.due if fresh.when else plan.due,
            "with_whom": fresh.with_whom or plan.with_whom,
            "if_then": fresh.if_then or plan.if_then,
            "confidence": plan.confidence,
        }
    )


def _sharper(said: plan_words.Said, plan: Commitment) -> Commitment:
    """Told on the way: the day that was missing, or another act in place of the first."""
    firm = [one for one in commitments.acts(said.text) if one.force is Force.FIRM]
    if firm and plan_helps.INSTEAD.search(firm[0].sentence) and said.state.expecting not in {"obstacle", "way"}:
        when = commitments.when_of(said.text, firm[0].sentence)
        return commitments.retimed(plan.model_copy(update={"what": firm[0].what}), when, said.today)
    beside = said.state.expecting in _ABOUT_THE_PLAN and helps.step_beside(said.text, plan.what)
    if not beside and (plan.when is None or said.state.expecting == "raise"):
        return commitments.retimed(plan, commitments.when_alone(said.text), said.today)
    return plan


def _only_what(restated: str | None) -> str | None:
    """The deed of a plan said again, without the day at its end: that has a place of its own."""
    if restated is None:
        return None
    positive = re.sub(r",?\s+not (?:to )?.*$", "", restated, flags=re.I | re.S)
    restated = positive if len(positive.split()) >= plan_words.FEWEST_OPTION else restated
    when = commitments.find_when(restated)
    bare = (
        commitments.tidy(re.sub(r",?\s*(?:on )?$", "", restated[: -len(when)]))
        if when and restated.endswith(when)
        else ""
    )
    return bare if len(bare.split()) > plan_words.FEWEST_OPTION else restated


def _put_right(said: plan_words.Said, plan: Commitment) -> Commitment | None:
    """The plan as the doctor corrects it; None where they take it back and put nothing in its place."""
    text = said.text
    so = corrections.denied(text)
    in_marks = _IN_MARKS.search(text)
    if (
        in_marks
        and (in_marks[1] or in_marks[2]).casefold() not in plan.what.casefold()
        and corrections.restated(text) is None
    ):
        return plan
    asked = said.state.expecting in {"confidence", "raise"} and not said.state.closed
    number = numbers.sure(so, plan.what) if asked else numbers.sure_unasked(so, plan.what)
    when = commitments.when_alone(so) or commitments.find_when(so)
    what = _only_what(corrections.restated(text)) or (
        plan_words.main(found).what if (found := commitments.acts(so)) else None
    )
    if corrections.takes_back(text) and what is None and number is None:
        return None
    changed = plan if number is None else plan.model_copy(update={"confidence": number})
    if what is not None:
        changed = changed.model_copy(update={"what": _joined(plan.what, what) if corrections.left_out(text) else what})
    if what is not None or re.search(r"\bnot (?:with )?(?:the|my|him|her|them)\b|\bonly\b", text, re.I):
        changed = changed.model_copy(update={"with_whom": corrections.only_with(text)})
    if when and plan.when and what is None:
        changed = changed.model_copy(update={"what": commitments.tidy(changed.what.replace(plan.when, " "))})
    return commitments.retimed(changed, when, said.today)


def _mended(said: plan_words.Said, plan: Commitment, mend: mends.Mend) -> dict[str, object]:
    """The plan with the parts that a correction names; the whole of it read anew where the doctor says it again."""
    whole = corrections.restated(said.text) is not None or not mend.anything
    base = _put_right(said, plan) if whole else plan
    if base is None:
        return {"commitment": None}
    changed = _slots(said, base, mend, whole=whole)
    return {"commitment": changed, **({"obstacle": mend.snag} if mend.snag else {})}


def _with_the_rest(said: plan_words.Said, plan: Commitment) -> dict[str, object]:
    """The mended plan, with the snag and the way round that the rest of the message tells."""
    rest = [one for one in commitments.sentences(said.text) if not helps.shares(one, plan.what)]
    told = ways.parted(". ".join(one for one in rest if not plan_words.NO_FIRST.match(one)))
    return {
        "obstacle": told.snag or said.state.obstacle,
        "commitment": plan.model_copy(update={"if_then": told.way or plan.if_then}),
    }


def _slots(said: plan_words.Said, plan: Commitment, mend: mends.Mend, *, whole: bool = False) -> Commitment:
    """The plan with each part in its place that the correction names."""
    known = commitments.acts(said.text)
    firm = tuple(one for one in known if one.force is Force.FIRM and not snags.begins_if(one.sentence))
    free = known and mend.when is None and not (whole or mend.way)
    what = (
        plan_words.main(firm).what
        if mend.what and firm
        else mend.what or (plan_words.main(known).what if free else None)
    )
    update: dict[str, object] = {"if_then": mend.way or plan.if_then}
    if what is not None and not whole:
        update["what"] = what
    if mend.no_help:
        update["easier"] = None
    named = commitments.find_when(said.text)
    loose = commitments.when_alone(said.text) or (named if named and commitments.due_date(named, date.min) else None)
    when = mend.when or (None if whole or mends.days_elsewhere(said.text) else loose)
    return commitments.retimed(plan.model_copy(update=update), when, said.today)


def _joined(first: str, more: str) -> str:
    return first if more.casefold() in first.casefold() else f"{first}, and {more}"
