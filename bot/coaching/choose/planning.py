"""What a message does to the plan: makes one or leaves it alone; ideas that are not yet a plan are kept apart."""

import re

from bot.coaching import commitments, opening_lines
from bot.coaching.choose import (
    doubtful,
    fuller_acts,
    plan_changes,
    plan_remarks,
    plan_when,
    plan_words,
    relapses,
    two_ways,
    undertaken,
)
from bot.coaching.choose.plan_words import OFFERED, SURE, Said
from bot.coaching.commitments import corrections, numbers
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.model import Commitment
from bot.coaching.nothing_told import tells_nothing

_PLANNING = {Stage.IDEA, Stage.OPTIONS, Stage.COMMITMENT, Stage.OBSTACLE, Stage.CONFIDENCE}
_NOTHING_TO_TAKE = {TurnKind.CONFUSED, TurnKind.HOSTILE, TurnKind.JUST_TELL}
_OF_SOMETHING_ELSE = {"choice", "switch", "reopen", "look_back", "learned"}
_ASKED_FOR_IDEAS = {"options", "commitment"}
_NAMED = 4
_MOST_OF_A_TIME = 6
_LATE = 3
_MANY = 2
_NO_DEED = re.compile(
    r"^\W*(?:them|him|her|me|us|it|for|to|of|in|on|at|by|with|and|or|but|which|who|that|this|because|if|so)\b", re.I
)
_DEED_WORDS = 3
_ITS_MOMENT = re.compile(r"^\W*(?:when(?:ever)?|as soon as|once|next time)\b", re.I)
_BESIDE_A_NUMBER = re.compile(
    r"^\W*\d+(?: ?(?:/|out of) ?10)?\W+(?:tbh|ish|maybe|probably|i (?:guess|suppose|think)|lol)\W*$", re.I
)
_SUPPOSES = re.compile(
    r"\b(?:if|unless|should (?:s?he|they|it|the \w+)|otherwise|or else|failing that|worst case|in case"
    r"|in which case|plan b|back ?up)\b"
    r"|\bwhen(?:ever)? (?:s?he|they|it|some\w+)\b[^.!?]*,",
    re.I,
)
_DECIDES = re.compile(r"\bthat(?:['’]?s| is) (?:the|my) plan\b|\b(?:i['’]ll|i will|ill) do (?:that|it)\b", re.I)
_SAID_ALREADY = re.compile(
    r"\balready (?:said|told)|\bjust (?:said|told you)|\bthat(?:['’]?s| is) (?:the|my) plan\b|\bis that a plan"
    r"|\bi(?:['’]ve)? told you",
    re.I,
)
_ONCE_MORE = re.compile(
    r"^\W*(?:(?:ok|yes|yeah|well|just|no|i['’]?ll|i will|i['’]?d|gonna|then|so|and|maybe|want to)\W+)*"
    r"(?:(?:try|do|have|give|go at|ask|same)\s+(?:it |that |him |her |them |the same |thing |(?:it "
    r"|that )?another (?:go|try"
    r"|shot)|a (?:second|new) (?:go|try))*(?:again|once more|then|instead)?|again)\W*"
    r"(?=(?:on |at |by |this |next )?(?:mon|tue|wed|thu|fri|sat|sun|tom|ton|after|before|in|at|when)\w*)",
    re.I,
)
_ONE_BY_NAME = re.compile(r"\b(?:that|this one|go(?:ing)? with|the (?:first|second|third|last)|one|both)\b", re.I)


def taken(said: Said) -> dict[str, object]:
    """What of the state changes by the message, so far as plan, options, obstacle and number go."""
    state = said.state
    planned = state.commitment is not None and bool(state.commitment.what)
    plain = not planned and plan_words.is_plain(said.text, state)
    of_something_else = state.expecting in _OF_SOMETHING_ELSE and not (plain and state.expecting == "learned")
    if (said.reading.kind in _NOTHING_TO_TAKE and not plain) or of_something_else:
        return {}
    if plan_words.is_pasted(said.text) or tells_nothing(said.text) == "unsure":
        return {}
    if opening_lines.asks_how_to_begin(said.text) or opening_lines.would_say(said.text, state.asked):
        return {}
    if plan_remarks.only_asks(said.text, state):
        return {}
    if state.commitment is not None and state.commitment.what:
        return relapses.kept_apart(said, state.commitment) or plan_changes.of(said, state.commitment)
    return _first_plan(said) or _options(said)


def _first_plan(said: Said) -> dict[str, object]:
    """A plan where there was none: asked for, or told on the way with its day or in firm words."""
    if two_ways.weighed(said) or doubtful.is_left_open(said):
        return {}
    before = said.state.commitment
    plain = plan_words.is_plain(said.text, said.state)
    asked = said.state.expecting in plan_words.ASKED_FOR_ACT or before is not None or plain
    plan = (
        _once_more(said)
        or doubtful.confirmed(said)
        or doubtful.dated_option(said)
        or doubtful.taken_over(said)
        or (_told(said) if asked or _meant(said) else None)
    )
    if plan is not None and doubtful.is_doubtful(said, plan.what):
        several = len(commitments.ideas(said.text, asked=True)) > 1
        return {} if several else doubtful.doubted(said, plan.what)
    if plan is None:
        dated = asked and said.state.expecting != OFFERED
        plan = _picked(said, asked=asked) or _told_before(said) or (_only_a_day(said) if dated else None)
    if plan is None:
        led = doubtful.led_with(said) or doubtful.dated_thought(said)
        return doubtful.doubted(said, led) if led else {}
    if before is not None:
        plan = plan_when.with_day_of(before, plan, said)
    if plan.when is None and plan.what:
        plan = commitments.retimed(plan, _day_told_before(said, plan.what), said.today)
    plan = commitments.retimed(plan, fuller_acts.its_time(plan.when, said.text) or plan.when, said.today)
    number = numbers.sure_unasked(said.text, plan.what)
    sure = {"told": (*said.state.told, SURE)} if plan_words.certain(said.text) else {}
    snag = said.spans.snag[:1] or doubtful.feared(said)
    return {
        "commitment": plan.model_copy(update={"confidence": number}),
        **sure,
        **({"obstacle": snag[0]} if snag else {}),
    }


def _meant(said: Said) -> bool:
    """Whether a step told unasked is a plan: with its day once options are looked for or named, or in firm words."""
    planning, firm = said.state.stage in _PLANNING, bool(plan_words.FIRM.search(said.text))
    if not (said.state.options or planning or (firm and said.state.turn >= _LATE)):
        return False
    step = plan_words.step(said) or plan_words.step_by_form(said)
    if step is None:
        return False
    dated = said.spans.when or commitments.find_when(said.text)
    if dated and any(commitments.shares(step, one) for one in said.state.options):
        return True
    return (planning and (bool(said.spans.when) or firm)) or (
        firm and bool(said.spans.when) and said.state.turn >= _LATE
    )


def _told(said: Said) -> Commitment | None:
    """The step in the message, with its day and what would be done if it snags."""
    step = plan_words.step(said) or plan_words.step_by_form(said)
    if step is None:
        return None
    way = plan_words.way(said)
    supposed = said.spans.snag or _SUPPOSES.search(said.text)
    if way and step not in way and not supposed:  # nothing may go wrong yet: what comes next belongs to the step
        step, way = step if way in step else f"{step}, and {way[:1].lower()}{way[1:]}", None
    if way and step in way and _ITS_MOMENT.match(way):
        way = None  # 'when she asks I will say so' is the step with its moment, and no snag
    plan = commitments.made_of(step, said.text).model_copy(update={"if_then": way})
    return commitments.retimed(plan, plan_words.when(said.spans) or commitments.when_alone(said.text), said.today)


def _once_more(said: Said) -> Commitment | None:
    """The last plan for another day: 'try again tuesday at 1', once it was looked back at."""
    past = said.state.past
    if past is None or not past.plan.what or said.state.expecting not in {"again", "learned", "free"}:
        return None
    when = plan_words.when(said.spans) or commitments.find_when(said.text)
    if when is None or not _ONCE_MORE.match(said.text):
        return None
    again = Commitment(what=commitments.without_day(past.plan.what), with_whom=past.plan.with_whom)
    return commitments.retimed(again, when, said.today)


def _picked(said: Said, *, asked: bool) -> Commitment | None:
    """One of the options named before: 'the second', 'the tea', or 'that' of the only one."""
    text, options = said.text, said.state.options[-_NAMED:]
    if not options or corrections.takes_back(text):
        return None
    picked = commitments.chosen(text, options) if asked else None
    when = plan_words.when(said.spans) or commitments.when_alone(text)
    only_when = said.state.expecting == "options" and when and len(text.split()) <= _MOST_OF_A_TIME
    by_name = only_when or (asked and (when or _ONE_BY_NAME.search(text)))
    if picked is None and said.state.expecting in _ASKED_FOR_IDEAS:
        picked = fuller_acts.said_again(commitments.ideas(text, asked=True), options)
    if picked is None and (_DECIDES.search(text) or (len(options) == 1 and by_name)):
        picked = options[-1]
    if picked is None:
        return None
    return commitments.retimed(commitments.made_of(picked, text), when, said.today)


def _only_a_day(said: Said) -> Commitment | None:
    """The day alone, in answer to 'what and when': the step is asked for next."""
    when = plan_words.when(said.spans) or commitments.when_alone(said.text)
    if when is None or numbers.sure(said.text, "") is not None:
        return None
    return commitments.retimed(Commitment(what=""), when, said.today)


def _told_before(said: Said) -> Commitment | None:
    """The last plan among the doctor's earlier words, where they say that they have told it; None where none is."""
    if not _SAID_ALREADY.search(said.text):
        return None
    for line in reversed(said.state.said.splitlines()):
        firm = [one for one in commitments.acts(line) if one.force is commitments.Force.FIRM]
        if firm:
            plan = commitments.made_of(firm[0].what, line)
            return commitments.retimed(plan, commitments.when_of(line, firm[0].sentence), said.today)
    return None


def _day_told_before(said: Said, what: str) -> str | None:
    """The day that an earlier message gave to the same deed; None where none did."""
    for line in reversed(said.state.said.splitlines()):
        for one in commitments.acts(line):
            when = commitments.when_of(line, one.sentence) if commitments.shares(one.what, what) else None
            if when is not None:
                return when
    return None


def _is_deed(words: str) -> bool:
    """Whether words that a model took for a step can be one: 'them for' is what was left of a sentence."""
    return len(words.split()) >= _DEED_WORDS and not _NO_DEED.match(words)


def _options(said: Said) -> dict[str, object]:
    """Ideas that are not yet a plan, kept apart; in answer to 'what could you do' a short answer counts as it is."""
    state, text = said.state, said.text
    asked = state.expecting in {"options", *plan_words.ASKED_FOR_ACT}
    if (
        plan_words.refused(text)
        or corrections.takes_back(text)
        or not (asked or state.stage in _PLANNING or state.turn >= _LATE)
    ):
        return {}
    listed = len(two_ways.OR.findall(text)) >= _MANY
    found = commitments.ideas(text, asked=asked or listed) or tuple(
        filter(_is_deed, map(commitments.tidy, said.spans.step))
    )
    short = (
        len(text.split()) <= plan_words.SHORT
        and not text.rstrip().endswith("?")
        and not plan_words.TO_THE_COACH.search(text)
    )
    telling = said.reading.kind in {TurnKind.TELLING, TurnKind.PLAN, TurnKind.WISH}
    worded = re.search(r"[a-z]{3}", _BESIDE_A_NUMBER.sub("", text), re.I)  # a bare number is none
    if (
        not found
        and state.expecting == "options"
        and short
        and worded
        and telling
        and commitments.when_alone(text) is None
    ):
        found = (commitments.tidy(text),)
    found = tuple(one for one in found if undertaken.is_act(one, text))
    short_of_it = (commitments.cut(one, plan_words.SHORT) for one in found)
    fresh = tuple(one for one in short_of_it if not fuller_acts.is_among(one, state.options))
    return {"options": (*state.options, *fresh)} if fresh else {}
