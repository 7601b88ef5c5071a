"""When the doctor says that the plan was noted wrongly, or that there is none, and what stands in its place."""

import re
from functools import lru_cache
from typing import Final

from bot.coaching.commitments.sentences import sentences, without_quotations
from bot.coaching.plain import OnNeed

_NO_PLAN: Final = OnNeed(
    r"\b(?:what plan|sure of what|if what happens|that what will happen|we agreed nothing|nothing (?:is|was"
    r"|has been) (?:agreed|decided)"
    r"|(?:there['’]?s|there is|there was|i(?:['’]ve| have) (?:got )?|we(?:['’]ve| have) (?:got )?) ?no plan"
    r"|(?:haven['’]?t|hadn['’]?t|don['’]?t|didn['’]?t) (?:made|make|got|get|have|had)"
    r" (?:one|a plan|any plan)|(?:still|haven['’]?t|hadn['’]?t) (?:have|got|get|havent got) (?:one|a plan)"
    r"|still haven['’]?t got (?:one|a plan)|no such plan|not decided (?:on )?(?:anything|yet)"
    r"|(?:not|n['’]?t) decided (?:on )?anything|did(?: not|n['’]?t) (?:say|agree|decide)(?: yet)? (?:that |to "
    r"|on )?(?:i (?:would|will)|that|anything|it)|only said maybe"
    r"|^\W*(?:(?:sorry|oh|lol|haha|oops|ignore that)\W+)*(?:(?:only |just )?(?:joking|kidding)|wrong (?:chat"
    r"|person|window|thread)"
    r"|ignore (?:that|me|this)|scrap that|that was for (?:somebody|someone) else)\W*$"
    r"|(?:you['’]?re|are you) making (?:this|that|it) up|i did(?:n['’]?t| not) say (?:that|i would|i will))",
    re.I,
)
_NOT_THE_PLAN: Final = OnNeed(
    r"(?:\b(?:is|was|are|['’]s|thats|its) ?(?:n['’]?t|not)|\bisnt|\bnot|n['’]t) (?:really |exactly |quite )?(?:a|the"
    r"|my|our) plan\b|\bno plan\b|\bnone of (?:that|this|it)['’]?s? (?:is |was )?right\b"
    r"|\b(?:nonsense|all wrong|that['’]?s wrong)\b",
    re.I,
)
_PUTS_RIGHT: Final = OnNeed(
    r"\b(?:not exactly right|not (?:quite )?right|isn['’]?t right|wrong (?:day|number|plan|person|thing)"
    r"|left (?:that |it |this )?out|missed (?:out )?(?:that|the|my|it)|you forgot|you(?:['’]ve| have)? (?:missed|put"
    r"|got|written)"
    r"|i (?:said|meant|never said|didn['’]?t (?:say|mean))|the plan(?:['’]?s| is| was)|my plan (?:is|was)|correction"
    r"|should (?:be|say)|what i(?:['’]ll| will) do is|and the (?:when|day|what)|change (?:that|it|the)"
    r"|it(?:['’]?s|s| is| was)? (?:only |just )?the\b|as i said)\b"
    r"|^\W*(?:(?:no|sorry|oh|wait|hang on|actually|lol|um+)\W+)*(?:not (?!sure|bad|really|yet|now|today|at all|that)"
    r"|it(?:['’]?s|s) |actually\b|no wait|wait\b|i mean\b|or rather\b|scrap that\b|(?:only |just )?(?:joking"
    r"|kidding)\b|wrong chat\b|for you:|no\W+(?=it|the|i|my|on|at|not))"
    r"|^\W*[\"“'‘][^\"”]{2,60}[\"”'’]\s*(?:\?|is not|isn|was)"
    r"|\bnot (?:with|at|on|by|the|my|him|her|a)\b[^.!?]{2,40}(?:,|\.|$)",
    re.I,
)
_LEFT_OUT: Final = OnNeed(
    r"\b(?:left (?:that |it |this )?out|missed (?:out|that)|you forgot|also said|and i said|forgot (?:the|that))\b",
    re.I,
)
_RESTATED: Final = OnNeed(
    r"\b(?:(?:the |my )?plan|(?:the|my) step|what i(?:['’]ll| will) do|what i said)(?:['’]?s|s| is"
    r"| was| should (?:be|read|say))\W+(?!not|n['’]t"
    r"|wrong|nonsense|only)(?:to |that |i['’]?ll |i will )*(?P<what>.+)"
    r"|\b(?:it(?:['’]?s|s| is| was)|i said)\s+(?:to |i['’]?ll |i['’]?d )*(?P<said>(?:give|tell|ask|talk|speak|reply"
    r"|ring|call|email|meet|see|message|text|start|open|lead|go|put|send|write|sit|show|say"
    r"|find|let|invite|book|catch|take|stop|bring|share|read|do|use|have|keep)\b.+)",
    re.I | re.S,
)
_JUDGED: Final = (
    r"(?:(?:all|quite|just|absolutely|perfectly|exactly|still|now|very|really|pretty|also) )*(?:right|fine|good"
    r"|ok(?:ay)?"
    r"|great|correct|clear|perfect|spot on|sound|there|kept|done|set|lovely|brilliant|grand|accurate|the same"
    r"|unchanged"
    r"|what i (?:want|wanted|said|meant)|as (?:it should be|i said|is))"
)
_ASSENT: Final = OnNeed(
    rf"\b(?:and |but |so )?(?:(?:the|my|that|your) )?(?:plan|step|day|rest|it|that|what"
    rf"|thing)(?: itself)?(?:['’]?s| is|s| looks"
    rf"| sounds| reads)\s+{_JUDGED}\b(?=\W*(?:$|[.,;!?]|thanks?|now|though|then|tho|and|but))",
    re.I,
)
"""'The plan is right' says nothing of what the plan is."""

_HOW_IT_READS: Final = OnNeed(
    r"^\W*(?:and |so )?(?:that(?:['’]?s| is)|thats|this is) (?:how it should (?:read|be)|what it should (?:say"
    r"|read|be)"
    r"|(?:the|my) (?:actual |real |whole )?plan)\b\W*(?P<what>.*)$",
    re.I | re.S,
)
_NOT_IT: Final = OnNeed(
    r"\b(?:that(?:['’]?s| is)|thats|its|it['’]?s|you(?:['’]?ve)? (?:have |got )?(?:it|that)) (?:the wrong way"
    r"|back ?wards|the other way|"
    r"upside down|muddled|mixed up|back to front|not (?:what i said|quite|right))",
    re.I,
)
_AGREES: Final = OnNeed(
    r"^\W*(?:yes|yeah|yep|that['’]?s (?:it|right)|thats (?:it|right)|correct|perfect|spot on|exactly)\b", re.I
)


@lru_cache(maxsize=8)
def takes_back(text: str) -> bool:
    """True where the doctor says that there is no plan, or that what was noted is none."""
    return bool(_NO_PLAN.search(text) or _NOT_THE_PLAN.search(text))


def puts_right(text: str) -> bool:
    """True where the doctor corrects what was noted of the plan."""
    told = without_assent(text)
    again = _restates(told)
    if again and "it should" in text.casefold():
        return True
    put = _PUTS_RIGHT.search(told) or _NOT_IT.search(told) or again
    return takes_back(text) or (bool(put) and not _AGREES.match(text))


def without_assent(text: str) -> str:
    """The message without 'the plan is right' and the like: assent changes nothing."""
    return _ASSENT.sub(" ", text)


def left_out(text: str) -> bool:
    """True where something the doctor said is missing from the plan, and the rest of it stands."""
    return bool(_LEFT_OUT.search(text))


def _restates(told: str) -> bool:
    """True where the doctor says the plan again: 'the plan's ...', 'it's reply to him tonight'."""
    sentences_told = map(without_quotations, sentences(told))
    return any(_HOW_IT_READS.match(one) or (_RESTATED.search(one) and not one.endswith("?")) for one in sentences_told)


def denied(text: str) -> str:
    """The message without what it says is not so: 'not at the weekend', 'not with the consultant'."""
    return re.sub(r"\bnot\b(?!\s+just)[^.,;!?]*|\b\w*n['’]t\b[^.,;!?]*", " ", text, flags=re.I)
