"""What the coach may say of itself: that it hears, asks, wonders, is not sure; all else in the first person is made up.

Software that does nothing but this conversation has few true sentences that begin with 'I', so these are listed, and
what a model might claim in its stead (a life, feelings, deeds, files, orders) need not be.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting.held import only_heard
from bot.coaching.drafting.vetting.look import Look
from bot.coaching.record import Problem

_SAYS_I: Final = re.compile(
    r"(?<![\w'])i (?P<rest>(?:(?:also|still|only|just|do|really|now|then|well|first|so|quite|simply|rather) )*"
    r"(?P<verb>[a-z]+)(?: [a-z]+){0,3})"
)
_MAY: Final = re.compile(
    r"(?:lost|read|offer|only have|like|hear|heard|wonder|notice|noticed|see\b(?! (?:you|from|in|on)\b)|read (?:it"
    r"|that|this|you|your)|take it"
    r"|took|ask"
    r"|asked|say|said"
    r"|mean|meant|think|thought|guess|suspect|misread|misheard|missed|hold|leave|left|hope|know|understand|gather"
    r"|suppose|need|want|stop|stay|keep|get|got|follow|find|see|have been (?:doing|asking|quoting|repeating|missing"
    r"|getting|turning|pushing|giving|hearing)|had (?:that|it|you|this)|can (?:go|look|still|talk"
    r"|rule|judge|give|keep|hear|see|think|help"
    r"|say|only|tell|ask|offer|follow|understand|imagine|be|take|leave|stop|stay|work|hold|listen|read)"
    r"|could (?:be|have|give|say|tell|offer|ask)|cannot|can not|did not|not|have (?:a\b|the|this|read|misunderstood"
    r"|understood|corrected|heard"
    r"|not|no|nothing|only|one|never|had|half|kept|left"
    r"|missed|"
    r"taken|it\b|that|of|is|been|just|put that|asked|so|misread|your|what|you|got)|am (?:interested|in no|afraid|able"
    r"|no\b|made|staying|going (?:to (?:ask|be|stop|stay)|on|by)|not|sure|unsure|software|here"
    r"|listening|sorry|asking|glad"
    r"|curious|still|only|a coach|a program|a piece|wrong|guessing|wondering|hearing|with you|stopping|on)|may|might"
    r"|was (?:built|made|not|wrong|asking|unclear|slow|too)|will (?:follow|ask|be|begin|keep|look|not|stay|start|stop"
    r"|leave|work|hold"
    r"|take|say|come|listen|wait|go|put|try)|would (?:push|leave|stay|follow|sooner|keep|like|rather|guess|add|be|say"
    r"|call|asked?|want|put|still|not|hear"
    r"|love|only|spend|have heard|begin|start|heard)|shall|should|must have|put|call|go|come (?:back|to|in"
    r"|at)\b(?! (?:a|the) )|take|work|tell|give|do)\b"
)
_MY: Final = re.compile(r"\bmy (?:own )?(?P<thing>[a-z]+)")
_MY_OWN: Final = frozenset(
    "own mistake misreading guess reading question questions understanding word words error fault part side view"
    " impression"
    " sense hunch count answer job role aim picture summary apologies ear ears hands turn head list next last only"
    " one slip doing wording way".split()
)
_TOLD: Final = re.compile(r"\b(?:if|as if|as though|would|had|than|where|what) $")


_AUXILIARY: Final = frozenset("have had am was will would can could do did may might".split())


def _is_said_back(hit: re.Match[str], look: Look) -> bool:
    """Whether the doctor says as much of themselves; of a verb that only helps another, that one is looked at."""
    words = hit.group(0).split()
    return look.is_said_back(" ".join(words[: 3 if hit["verb"] in _AUXILIARY else 2]))


def faults(look: Look) -> Iterator[Problem]:
    """The first thing that the coach says of itself and that is not its own; what the playbooks say is."""
    for line in look.lines:
        for hit in _SAYS_I.finditer(line.plain):
            whole = hit.group(0)
            own = _MAY.match(hit["rest"]) or _MAY.match(f"{hit['verb']} ") or whole in look.guided_plain
            told = _TOLD.search(line.plain[: hit.start()]) or _is_said_back(hit, look)
            if not own and not told and not only_heard(hit, line.plain):
                yield Problem(code="human_claim", detail=f"says of itself what is not so: {whole!r}")
                return
        for hit in _MY.finditer(line.plain):
            if hit["thing"] not in _MY_OWN and hit.group(0) not in look.guided_plain:
                yield Problem(code="human_claim", detail=f"has what it cannot have: {hit.group(0)!r}")
                return
