"""A step that may only be thought about: told apart from a plan, kept as an option, asked about and confirmed."""

import re
from datetime import date
from typing import Final

from bot.coaching import commitments
from bot.coaching.choose import late_words, plan_remarks, plan_words, undertaken
from bot.coaching.choose.plan_words import DOUBT, OFFERED, Said
from bot.coaching.growing import verbs
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.model import Commitment

_LATE = 3
_EXPLORING = {Stage.AIM, Stage.REALITY, Stage.BENEATH}
_TELLS_A_STEP = {TurnKind.TELLING, TurnKind.WISH, TurnKind.PLAN, TurnKind.CONFESSION, TurnKind.FEELING}
_MOST_FEARED = 24
_WHOLE_STEP = 5
_MOST_OF_A_DAY = 6
_EACH_TIME = re.compile(
    r"\b(?:every|each|always|usually|normally|mostly|all the time|so far|as usual|again and again)\b", re.I
)
_THAT_IS_IT = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|well|i think|i guess|i suppose|probably|oh|mm+|no)\W+)*(?:yes|yeah|yep|yup|aye"
    r"|definitely|sure"
    r"|(?:that|it|this)(?:['’]?s| is|s)? (?:it|the (?:step|one|plan)|my (?:step|plan|one))|the step\b|a step\b"
    r"|(?:i['’]?ll|i will|ill|i am going to|i['’]?m (?:going to|gonna)) (?:do (?:it|that)|try (?:it|that)|say so)\b"
    r"|i (?:mean|meant) it|decided|going with (?:it|that))",
    re.I,
)
_STILL_OPEN = re.compile(
    r"\b(?:still|just|only) (?:thinking|wondering|mulling|an idea|a thought)|\bthinking (?:out loud|about it|still)\b"
    r"|\bnot (?:yet|sure yet|decided|there yet)\b|^\W*(?:no|nope|nah|neither|thinking)\b",
    re.I,
)

_DO_THE_SAME: Final = re.compile(
    r"^\W*(?:(?:yeah|yes|yep|ok(?:ay)?|well|so|actually|maybe|perhaps|hm+|oh|i suppose|i guess|suppose)\W+)*i(?:['’]?d"
    r"|['’]?ll| could| can| might| should| will| would) (?:(?:just|always|probably) )?(?:do|try|copy|steal|use) (?:that"
    r"|the same|it|this)\b[^.?!]{0,24}\W*$",
    re.I,
)
_USED_TO: Final = re.compile(r"\bused to (?P<do>[a-z]+ [^.;!?\n]+)", re.I)
_OF_DARING: Final = re.compile(
    r"(?:dare|manage|try|remember|bottle|chicken|duck|put it off|back out|do (?:it|this|that))\b", re.I
)
"""No act of its own: it speaks of doing the one that was asked about."""


def confirmed(said: Said) -> Commitment | None:
    """The step that was asked about, where the doctor says that this is it, or speaks of it as one to be afraid of."""
    if said.state.expecting != "meant" or not said.state.options:
        return None
    day = commitments.find_when(said.text)
    dated = bool(day and commitments.due_date(day, date.min)) and not any(map(_is_own, commitments.acts(said.text)))
    taken = dated or feared(said) or _THAT_IS_IT.match(said.text) or late_words.snag(said.text)
    if not taken or is_left_open(said):
        return None
    return commitments.retimed(commitments.made_of(said.state.options[-1], said.text), day, said.today)


def dated_option(said: Said) -> Commitment | None:
    """The one idea told just before, where the message is its day and no more: 'could message her', then 'tonight'."""
    before = said.state.said.splitlines()[-1:]
    if not before or len(said.text.split()) > _MOST_OF_A_DAY or len(before[0].split()) > plan_words.SHORT:
        return None
    day = commitments.when_alone(said.text)
    if day is None or not commitments.due_date(day, date.min):
        return None
    told = [one for one in commitments.ideas(before[0], asked=True) if undertaken.is_act(one, before[0])]
    if len(told) != 1 or _STILL_OPEN.search(before[0]):
        return None
    return commitments.retimed(commitments.made_of(told[0], before[0]), day, said.today)


def taken_over(said: Said) -> Commitment | None:
    """What somebody used to do, told just before, where the doctor says that they could do the same."""
    before = said.state.said.splitlines()[-1:]
    told = _USED_TO.search(before[0]) if before and _DO_THE_SAME.match(said.text) else None
    if told is None or told["do"].split()[0].casefold() not in verbs.BARE:
        return None
    day = commitments.find_when(said.text)
    return commitments.retimed(Commitment(what=commitments.cut(told["do"], plan_words.SHORT)), day, said.today)


def feared(said: Said) -> tuple[str, ...]:
    """The answer to whether this is the step, where it tells what makes it hard: 'i might bottle it'; else nothing."""
    own = any(_is_own(act) for act in commitments.acts(said.text) if not _OF_DARING.match(act.what))
    asked = said.state.expecting == "meant"
    hard = asked and bool(plan_remarks.wavers(said.text) or late_words.snag(said.text)) and not own
    return (commitments.cut(said.text, _MOST_FEARED),) if hard else ()


def _is_own(act: commitments.Act) -> bool:
    """Whether an act is the doctor's, so that it stands in place of the one that was asked about."""
    return undertaken.is_act(act.what, act.sentence)


def is_left_open(said: Said) -> bool:
    """Whether the doctor says of the step asked about that it is still only thought of."""
    return (
        said.state.expecting == "meant"
        and bool(_STILL_OPEN.search(said.text))
        and not plan_words.FIRM.search(said.text)
    )


def is_doubtful(said: Said, what: str) -> bool:
    """Whether a step told unasked is one wished for or weighed, so that it is not clear that it will be done."""
    unasked = said.state.expecting not in plan_words.ASKED_FOR_ACT - {OFFERED} and said.state.commitment is None
    return unasked and bool(what) and undertaken.verdict(what, said.text) == "doubtful"


def doubted(said: Said, what: str) -> dict[str, object]:
    """A step that may only be thought about is kept as an option, and noted to be asked about."""
    apart = tuple(one for one in said.state.options if one.casefold() != what.casefold())
    return {"options": (*apart, commitments.cut(what, plan_words.SHORT)), "told": (*said.state.told, DOUBT)}


def dated_thought(said: Said) -> str | None:
    """The one thing thought of with its day, unasked: 'i want to have a word with him on thursday maybe'."""
    told = commitments.acts(said.text)
    unasked = said.state.expecting not in plan_words.ASKED_FOR_ACT | {"aim"} and said.state.commitment is None
    if len(told) != 1 or not unasked or said.state.turn < _LATE:
        return None
    day = commitments.find_when(said.text)
    if day is None or not commitments.due_date(day, date.min):
        return None
    return told[0].what if undertaken.verdict(told[0].what, said.text) == "doubtful" else None


def led_with(said: Said) -> str | None:
    """A step that a message begins with though none was asked for: 'ask the two of them whether they would open'."""
    asked = said.state.expecting in plan_words.ASKED_FOR_ACT | {"options", "aim"}
    early = said.state.turn < _LATE or said.state.stage not in _EXPLORING or said.reading.kind not in _TELLS_A_STEP
    if asked or early or said.state.commitment is not None or _EACH_TIME.search(said.text):
        return None
    first = commitments.sentences(said.text)[:1]
    begun = undertaken.leads(said.text) or bool(said.reading.noticed.spans.step)
    told = [one for one in commitments.acts(said.text) if one.sentence in first and begun]
    whole = next((one.what for one in told if undertaken.verdict(one.what, said.text) == "meant"), "")
    return whole if len(whole.split()) >= _WHOLE_STEP else None
