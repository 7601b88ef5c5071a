"""What a message does to the plan: makes one, completes it, puts it right, takes it back, or leaves it alone."""

import re
from dataclasses import dataclass
from datetime import date

from bot.coaching import commitments
from bot.coaching.commitments import Act, Force, corrections, numbers, snags
from bot.coaching.model import Commitment, Reading, Stage, State, TurnKind

SURE = "plan/sure"
"""Noted among what was told: the doctor has said, without a number, that it will happen."""

_PLANNING = {Stage.IDEA, Stage.OPTIONS, Stage.COMMITMENT, Stage.OBSTACLE, Stage.CONFIDENCE}
_ASKED_FOR_ACT = {"commitment", "what", "when"}
_NOTHING_TO_TAKE = {TurnKind.CONFUSED, TurnKind.HOSTILE, TurnKind.JUST_TELL}
_OF_SOMETHING_ELSE = {"choice", "switch", "reopen", "look_back", "learned"}
_EARLIEST_PLAN = 2
_UNDATED_PLAN = 5
_FEW_WORDS = 3
_LONGEST_STEP = 22
_SHORT_OPTION = 12
_FEWEST_OPTION = 2
_SAID_ALREADY = re.compile(
    r"\balready (?:said|told)|\bjust (?:said|told you)|\bthat(?:['’]?s| is) (?:the|my) plan\b|\bis that a plan|\bi(?:['’]ve)? told you",
    re.I,
)
_ONE_BY_NAME = re.compile(r"\b(?:that|that one|this one|do that|go with|going with|that(?:['’]?s| is) (?:the|my) plan|the (?:first|second|third|last)"
    r"(?: one)?|one|both)\b", re.I)  # fmt: skip
_CERTAIN = re.compile(
    r"\b(?:(?:very|quite|pretty|fairly|100%|absolutely|completely|dead) (?:sure|certain|confident)|(?:i['’]?m|i am) (?:sure|certain|confident) (?:i|it|that)"
    r"|no doubt (?:i|about)|(?:definitely|certainly) (?:will|going to|happening)|will (?:definitely|certainly)|it(?:['’]ll| will) happen|nothing will stop me)\b",
    re.I,
)
_UNSURE = re.compile(r"\b(?:not|n['’]t|less) (?:\w+ )?(?:sure|certain|confident)\b", re.I)
_INSTEAD = re.compile(r"\b(?:instead|rather|actually|on second thoughts|change of plan|better|scrap that)\b", re.I)
_REFUSED = re.compile(
    r"^\W*(?:no|nope|nah|nothing|none|neither|not (?:really|now|that|this|any)|whatever|doesn'?t matter|can'?t say)\b"
    r"(?:[^.!?;,]{0,24})\W*$",
    re.I,
)
_TO_THE_COACH = re.compile(
    r"\byou (?:didn['’]?t|never|did not|skipped|asked|said|keep|quoted|already)\b|\b(?:go|carry) on\b", re.I
)
_STARTS_IF = re.compile(r"^\W*(?:(?:and|so|but)\W+)?(?:if|when|unless)\b", re.I)


@dataclass(frozen=True, slots=True)
class Said:
    """A message, as read, at the point of the conversation where it comes."""

    text: str
    reading: Reading
    state: State
    today: date | None


def refused(text: str) -> bool:
    """True where the doctor declines to name anything: no aim, idea or option to keep."""
    return bool(_REFUSED.match(text))


def taken(said: Said) -> dict[str, object]:
    """What of the state changes by the message, so far as plan, options, obstacle and number go."""
    state = said.state
    if said.reading.kind in _NOTHING_TO_TAKE or state.expecting in _OF_SOMETHING_ELSE:
        return {}
    if state.commitment is not None and (state.commitment.what or state.expecting not in _ASKED_FOR_ACT):
        return _of_the_plan(said, state.commitment)
    return _first_plan(said) or _options(said)


def _first_plan(said: Said) -> dict[str, object]:
    """A plan where there was none: asked for, or told on the way in firm words."""
    if corrections.takes_back(said.text) and corrections.restated(said.text) is None:
        return {}
    plan = _asked(said) if said.state.expecting in _ASKED_FOR_ACT else _unasked(said)
    if plan is None:
        return {}
    before = said.state.commitment
    if before is not None and plan.when is None:
        plan = plan.model_copy(update={"when": before.when, "due": before.due})
    number = numbers.sure_unasked(said.text, plan.what)
    sure = {"told": (*said.state.told, SURE)} if _certain(said.text) else {}
    return {"commitment": plan.model_copy(update={"confidence": number}), **sure}


def _asked(said: Said) -> Commitment | None:
    """An answer to 'what and when': an act of any force, one of the options, or only the day."""
    text, options = said.text, said.state.options
    found = commitments.acts(text)
    several = len(commitments.ideas(text)) > 1 and all(one.force is Force.IDEA for one in found)
    doubted = re.search(r"\b(?:maybe|perhaps)\b", text, re.I) and commitments.when_alone(text) is None
    if found and not several and not (doubted and found[0].force is Force.IDEA):
        best = _main(found)
        return commitments.made_of(best.what, text, best.sentence, said.today)
    picked = commitments.chosen(text, options) if not several else None
    when = commitments.when_alone(text)
    if picked is None and len(options) == 1 and (when or _ONE_BY_NAME.search(text)):
        picked = options[0]
    if picked is not None:
        return commitments.retimed(commitments.made_of(picked, text, picked, said.today), when, said.today)
    if _SAID_ALREADY.search(text):
        return _told_before(said)
    if when and not found:
        return commitments.retimed(Commitment(what=""), when, said.today)
    return _in_few_words(said)


def _in_few_words(said: Said) -> Commitment | None:
    """A short answer that names no act we know a word for: kept as it is, unless it is none or said to the coach."""
    text = said.text
    none = said.reading.kind in {TurnKind.DONT_KNOW, TurnKind.MINIMAL, TurnKind.CORRECTION, TurnKind.QUESTION, TurnKind.YES, TurnKind.NO, TurnKind.THANKS}  # fmt: skip
    long = len(text.split()) > _SHORT_OPTION or text.rstrip().endswith("?")
    if (
        none
        or long
        or refused(text)
        or _TO_THE_COACH.search(text)
        or commitments.is_vague(text)
        or re.match(r"\W*i\b", text, re.I)
    ):
        return None
    what = commitments.tidy(text)
    return commitments.made_of(what, text, text, said.today) if len(what.split()) >= _FEWEST_OPTION else None


def _unasked(said: Said) -> Commitment | None:
    """Firm words with a day at any time after the first turns, without one later on; with a day, less firm ones late."""
    state, text = said.state, said.text
    planning = state.stage in _PLANNING
    if state.turn < _EARLIEST_PLAN and not planning:
        return None
    if _SAID_ALREADY.search(text) and not commitments.acts(text):
        return _told_before(said)
    late = planning or state.turn >= _UNDATED_PLAN
    for act in sorted(commitments.acts(text), key=lambda one: -one.force):
        dated = commitments.when_of(text, act.sentence) is not None
        firm = act.force is Force.FIRM and (dated or late)
        near = dated and planning and (act.force is Force.BARE or _single(text, act))
        if firm or near:
            found = commitments.acts(text)
            what = _main(found[found.index(act) :]).what
            return commitments.made_of(what if what.startswith(act.what) else act.what, text, act.sentence, said.today)
    return None


def _single(text: str, act: Act) -> bool:
    """True where a less firm act stands alone with its day, as 'I think I can speak with him on Monday'."""
    named = commitments.find_when(act.sentence) is not None or commitments.when_alone(text) is not None
    return named and len(commitments.ideas(text)) == 1 and not re.search(r"\b(?:maybe|perhaps|might|or)\b", text, re.I)


def _main(found: tuple[Act, ...]) -> Act:
    """The firmest act, and with it what follows and is no mere idea: 'ring her. Ask her to help' is one step."""
    best = max(found, key=lambda one: one.force)
    what = best.what
    for one in found[found.index(best) + 1 :]:
        if one.force is not Force.IDEA and len(f"{what} {one.what}".split()) <= _LONGEST_STEP:
            what = f"{what}, and {one.what[:1].lower()}{one.what[1:]}"
    return Act(what, best.force, best.sentence)


def _told_before(said: Said) -> Commitment | None:
    """The last plan among the doctor's earlier words, where they say that they have told it; None where none is."""
    for line in reversed(said.state.said.splitlines()):
        firm = [one for one in commitments.acts(line) if one.force is not Force.IDEA]
        if firm:
            return commitments.made_of(firm[0].what, f"{line}\n{said.text}", firm[0].sentence, said.today)
    return None


def _options(said: Said) -> dict[str, object]:
    """Ideas that are not yet a plan, kept apart; in answer to 'what could you do' a short answer counts as it is."""
    state, text = said.state, said.text
    asked = state.expecting in {"options", *_ASKED_FOR_ACT}
    if refused(text) or not (asked or state.stage in _PLANNING or state.turn >= _UNDATED_PLAN):
        return {}
    found = commitments.ideas(text)
    short = len(text.split()) <= _SHORT_OPTION and not text.rstrip().endswith("?") and not _TO_THE_COACH.search(text)
    telling = said.reading.kind in {TurnKind.TELLING, TurnKind.PLAN, TurnKind.WISH}
    if not found and state.expecting == "options" and short and telling:
        found = (commitments.tidy(text),)
    known = {one.casefold() for one in state.options}
    fresh = tuple(commitments.cut(one, _SHORT_OPTION) for one in found if one.casefold() not in known)
    return {"options": (*state.options, *fresh)} if fresh else {}


def _of_the_plan(said: Said, plan: Commitment) -> dict[str, object]:
    """What a message does to a plan that is there."""
    text, state = said.text, said.state
    if corrections.takes_back(text) or (state.closed and corrections.puts_right(text)):
        return {"commitment": _put_right(said, plan)}
    if state.closed:
        number = numbers.sure_unasked(text, plan.what)
        return {"commitment": plan.model_copy(update={"confidence": number})} if number is not None else {}
    update = _answered(said, plan)
    if _certain(text):
        update["told"] = (*state.told, SURE)
    return update


def _answered(said: Said, plan: Commitment) -> dict[str, object]:
    """An answer to a question about the plan, and whatever else of the plan the message tells."""
    text, expecting = said.text, said.state.expecting
    number = (
        numbers.sure(text, plan.what) if expecting in {"confidence", "raise"} else numbers.sure_unasked(text, plan.what)
    )
    if number is not None:
        plan = plan.model_copy(update={"confidence": number})
    if corrections.puts_right(text) and expecting not in {"obstacle", "raise"}:
        plan = _put_right(said, plan) or plan
        return {"commitment": plan}
    if expecting in _ASKED_FOR_ACT:
        return {"commitment": _completed(said, plan)}
    if _only_a_time(text):
        when = plan.when or ""
        new = text.strip(" .!,")
        joined = new if commitments.due_date(new, date.min) else " ".join(filter(None, (when, new)))
        return {"commitment": commitments.retimed(plan, joined, said.today).model_copy(update={"due": plan.due}) if plan.due and joined != new else commitments.retimed(plan, joined, said.today)}  # fmt: skip
    plan = _sharper(said, plan)
    pair = snags.if_then(text) if expecting != "raise" else None
    update: dict[str, object] = {}
    if (
        expecting == "obstacle"
        and said.reading.kind not in {TurnKind.YES, TurnKind.NO, TurnKind.MINIMAL, TurnKind.DONT_KNOW}
        and number is None
    ):
        pair = snags.snag(text)
        update["obstacle"] = pair
    if pair and (plan.if_then is None or expecting == "obstacle"):
        plan = plan.model_copy(update={"if_then": pair})
    if expecting == "raise":
        plan = _easier(said, plan)
    return {**update, "commitment": plan}


def _completed(said: Said, plan: Commitment) -> Commitment:
    """A day, or a better act, in answer to 'what' and 'when'."""
    text = said.text
    found = [one for one in commitments.acts(text) if one.force is not Force.IDEA or said.state.expecting == "what"]
    timed = commitments.retimed(plan, commitments.when_alone(text) or commitments.find_when(text), said.today)
    if not found:
        short = _in_few_words(said) if said.state.expecting == "what" else None
        return timed.model_copy(update={"what": short.what}) if short else timed
    best = _main(tuple(found))
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


def _sharper(said: Said, plan: Commitment) -> Commitment:
    """Told on the way: the day that was missing, or another act in place of the first."""
    firm = [one for one in commitments.acts(said.text) if one.force is Force.FIRM]
    if firm and _INSTEAD.search(said.text) and said.state.expecting != "obstacle":
        when = commitments.when_of(said.text, firm[0].sentence)
        return commitments.retimed(plan.model_copy(update={"what": firm[0].what}), when, said.today)
    if plan.when is None or said.state.expecting == "raise":
        return commitments.retimed(plan, commitments.when_alone(said.text), said.today)
    return plan


def _easier(said: Said, plan: Commitment) -> Commitment:
    """What would make it likelier: kept beside the plan, without the number that came with it."""
    if said.reading.kind in {
        TurnKind.MINIMAL,
        TurnKind.DONT_KNOW,
        TurnKind.NO,
        TurnKind.YES,
        TurnKind.NUMBER,
    } or refused(said.text):
        return plan
    for sentence in commitments.sentences(said.text):
        words = re.sub(
            r"\b(?:,? ?then )?(?:it(?:['’]?s| is| would be) )?(?:maybe |about |an? )*(?:10|\d)\b(?: then)?\W*$",
            "",
            sentence,
        )
        bare = commitments.tidy(
            re.sub(r"^\W*(?:(?:well|maybe|perhaps|probably|um+|ok|so)\b\W*)+", "", words, flags=re.I)
        )
        about_coach = _TO_THE_COACH.search(bare) or sentence.rstrip().endswith("?")
        if len(bare.split()) >= _FEW_WORDS and not about_coach and commitments.when_alone(sentence) is None:
            return plan.model_copy(update={"easier": bare})
    return plan


def _put_right(said: Said, plan: Commitment) -> Commitment | None:
    """The plan as the doctor corrects it; None where they take it back and put nothing in its place."""
    text = said.text
    so = corrections.denied(text)
    number = numbers.sure_unasked(so, plan.what)
    when = commitments.when_alone(so) or commitments.find_when(so)
    what = corrections.restated(text) or _stated(so)
    if corrections.takes_back(text) and what is None and number is None:
        return None
    changed = plan if number is None else plan.model_copy(update={"confidence": number})
    if what is not None:
        changed = changed.model_copy(update={"what": _joined(plan.what, what) if corrections.left_out(text) else what})
    if what is not None or re.search(r"\bnot (?:with )?(?:the|my|him|her|them)\b|\bonly\b", text, re.I):
        changed = changed.model_copy(update={"with_whom": corrections.only_with(text)})
    return commitments.retimed(changed, when, said.today)


def _stated(text: str) -> str | None:
    """The act in a correction that does not say 'the plan is'; the firmest one."""
    found = commitments.acts(text)
    return _main(found).what if found else None


def _joined(first: str, more: str) -> str:
    return first if more.casefold() in first.casefold() else f"{first}, and {more}"


def _only_a_time(text: str) -> bool:
    few = len(text.split()) <= _FEW_WORDS + 1
    return few and commitments.find_when(text) is not None and not _STARTS_IF.match(text)


def _certain(text: str) -> bool:
    return bool(_CERTAIN.search(text)) and not _UNSURE.search(text)
