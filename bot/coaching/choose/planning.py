"""What a message does to the plan: makes one or leaves it alone; ideas that are not yet a plan are kept apart."""

import re

from bot.coaching import commitments
from bot.coaching.choose import plan_answers, plan_spans, plan_words
from bot.coaching.choose.plan_words import SURE, Said
from bot.coaching.commitments import Act, Force, corrections, helps, numbers, snags
from bot.coaching.model import Commitment, Stage, TurnKind

_PLANNING = {Stage.IDEA, Stage.OPTIONS, Stage.COMMITMENT, Stage.OBSTACLE, Stage.CONFIDENCE}
_NOTHING_TO_TAKE = {TurnKind.CONFUSED, TurnKind.HOSTILE, TurnKind.JUST_TELL}
_OF_SOMETHING_ELSE = {"choice", "switch", "reopen", "look_back", "learned"}
_EARLIEST_PLAN = 2
_NAMED = 4
_MOST_OF_A_TIME = 6
_UNDATED_PLAN = 5
_DECIDES = re.compile(r"\bthat(?:['’]?s| is) (?:the|my) plan\b|\b(?:i['’]ll|i will|ill) do (?:that|it)\b", re.I)
_SAID_ALREADY = re.compile(
    r"\balready (?:said|told)|\bjust (?:said|told you)|\bthat(?:['’]?s| is) (?:the|my) plan\b|\bis that a plan"
    r"|\bi(?:['’]ve)? told you",
    re.I,
)
_ONE_BY_NAME = re.compile(r"\b(?:that|this one|go(?:ing)? with|the (?:first|second|third|last)|one|both)\b", re.I)


def taken(said: Said) -> dict[str, object]:
    """What of the state changes by the message, so far as plan, options, obstacle and number go."""
    state = said.state
    if said.reading.kind in _NOTHING_TO_TAKE or state.expecting in _OF_SOMETHING_ELSE:
        return {}
    if state.commitment is not None and state.commitment.what:
        noticed = plan_spans.of_the_plan(said, state.commitment)
        return noticed if noticed is not None else plan_answers.of_the_plan(said, state.commitment)
    return _first_plan(said) or _options(said)


def _first_plan(said: Said) -> dict[str, object]:
    """A plan where there was none: asked for, or told on the way in firm words."""
    if corrections.takes_back(said.text) and corrections.restated(said.text) is None:
        return {}
    before = said.state.commitment
    asked = said.state.expecting in plan_words.ASKED_FOR_ACT or before is not None
    plan = plan_spans.first(said) or (_asked(said) if asked else _unasked(said))
    if plan is None:
        return {}
    if before is not None and plan.when is None:
        plan = plan.model_copy(update={"when": before.when, "due": before.due})
    if plan.when is None and plan.what:
        plan = commitments.retimed(plan, _day_told_before(said, plan.what), said.today)
    number = numbers.sure_unasked(said.text, plan.what)
    sure = {"told": (*said.state.told, SURE)} if plan_words.certain(said.text) else {}
    return {"commitment": plan.model_copy(update={"confidence": number}), **sure}


def _asked(said: Said) -> Commitment | None:
    """An answer to 'what and when': an act of any force, one of the options, or only the day."""
    text, options = said.text, said.state.options[-_NAMED:]
    found = commitments.acts(text)
    several = len(commitments.ideas(text)) > 1 and all(one.force is Force.IDEA for one in found)
    doubted = re.search(r"\b(?:maybe|perhaps)\b", text, re.I) and commitments.when_alone(text) is None
    if found and not several and not (doubted and found[0].force is Force.IDEA):
        best = plan_words.main(found)
        return commitments.made_of(best.what, text, best.sentence, said.today)
    picked = commitments.chosen(text, options) if not several else None
    when = commitments.when_alone(text)
    if picked is None and len(options) == 1 and (when or _ONE_BY_NAME.search(text)):
        picked = options[0]
    if picked is not None:
        return commitments.retimed(commitments.made_of(picked, text, picked, said.today), when, said.today)
    if _SAID_ALREADY.search(text):
        return _told_before(said)
    if when and not found and numbers.sure(text, "") is None:
        return commitments.retimed(Commitment(what=""), when, said.today)
    return plan_words.in_few_words(said)


def _unasked(said: Said) -> Commitment | None:
    """Firm words with a day once the talk has begun, without one later on; less firm ones late and with a day."""
    state, text = said.state, said.text
    planning = state.stage in _PLANNING
    if state.turn < _EARLIEST_PLAN and not planning:
        return None
    if planning and _SAID_ALREADY.search(text) and not commitments.acts(text):
        return _told_before(said)
    if state.expecting == "options" and _listed(text):
        return None
    only_when = state.expecting == "options" and len(text.split()) <= _MOST_OF_A_TIME and commitments.when_alone(text)
    if state.options and (_DECIDES.search(text) or only_when) and not commitments.acts(text):
        return commitments.made_of(state.options[-1], text, state.options[-1], said.today)
    late = planning or state.turn >= _UNDATED_PLAN
    for act in sorted(commitments.acts(text), key=lambda one: -one.force):
        dated = commitments.when_of(text, act.sentence) is not None
        firm = act.force is Force.FIRM and (dated or late)
        near = dated and planning and (act.force is Force.BARE or _single(text, act))
        if firm or near:
            found = commitments.acts(text)
            what = plan_words.main(found[found.index(act) :]).what
            return commitments.made_of(what if what.startswith(act.what) else act.what, text, act.sentence, said.today)
    return None


def _listed(text: str) -> bool:
    """True where the doctor lists what could be done and decides on none of it, whatever day one of them names."""
    firm = any(one.force is Force.FIRM for one in commitments.acts(text))
    return not firm and len(commitments.ideas(text)) > 1 and commitments.when_alone(text) is None


def _single(text: str, act: Act) -> bool:
    """True where a less firm act stands alone with its day, as 'I think I can speak with him on Monday'."""
    named = commitments.find_when(act.sentence) is not None or commitments.when_alone(text) is not None
    return named and len(commitments.ideas(text)) == 1 and not re.search(r"\b(?:maybe|perhaps|might|or)\b", text, re.I)


def _told_before(said: Said) -> Commitment | None:
    """The last plan among the doctor's earlier words, where they say that they have told it; None where none is."""
    for line in reversed(said.state.said.splitlines()):
        firm = [
            one
            for one in commitments.acts(line)
            if one.force is Force.FIRM or (one.force is Force.BARE and commitments.when_of(line, one.sentence))
        ]
        if firm:
            return commitments.made_of(firm[0].what, f"{line}\n{said.text}", firm[0].sentence, said.today)
    return None


def _day_told_before(said: Said, what: str) -> str | None:
    """The day that an earlier message gave to the same deed; None where none did."""
    for line in reversed(said.state.said.splitlines()):
        for one in commitments.acts(line):
            when = commitments.when_of(line, one.sentence) if helps.shares(one.what, what) else None
            if when is not None:
                return when
    return None


def _options(said: Said) -> dict[str, object]:
    """Ideas that are not yet a plan, kept apart; in answer to 'what could you do' a short answer counts as it is."""
    state, text = said.state, said.text
    asked = state.expecting in {"options", *plan_words.ASKED_FOR_ACT}
    if (
        plan_words.refused(text)
        or corrections.takes_back(text)
        or not (asked or state.stage in _PLANNING or state.turn >= _UNDATED_PLAN)
    ):
        return {}
    found = commitments.ideas(text, asked=asked)
    short = (
        len(text.split()) <= plan_words.SHORT
        and not text.rstrip().endswith("?")
        and not plan_words.TO_THE_COACH.search(text)
    )
    telling = said.reading.kind in {TurnKind.TELLING, TurnKind.PLAN, TurnKind.WISH}
    bare_time = commitments.when_alone(text) is not None or snags.if_then(text) is not None
    if not found and state.expecting == "options" and short and telling and not bare_time:
        found = (commitments.tidy(text),)
    known = {one.casefold() for one in state.options}
    fresh = tuple(commitments.cut(one, plan_words.SHORT) for one in found if one.casefold() not in known)
    return {"options": (*state.options, *fresh)} if fresh else {}
