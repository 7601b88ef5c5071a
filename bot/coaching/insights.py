"""A message in which the doctor has just come to see something: the sentence that says it."""

import re
from functools import lru_cache
from typing import Final

from bot.coaching.commitments.sentences import sentences, without_quotations

_MARK: Final = re.compile(
    r"^\W*(?:(?:oh|huh|hmm?|ah+|hang on|wait|right|god|fine|ok(?:ay)?|actually|so|christ|blimey|well"
    r"|fair enough|yeah)"
    r"\b(?:\.{2,}|[.,!…:;]|\s+-)*\s*)+",
    re.I,
)
"""How somebody stops short: 'oh.', 'huh', 'right. so', and what comes after it."""

_STOPPED: Final = re.compile(
    r"^\W*(?:oh|huh|hmm?|ah+|hang on|wait|god|christ|blimey)\b(?! (?:and|yes|yeah|no|well|sorry|thanks|ok))", re.I
)
_OF_MYSELF: Final = re.compile(
    r"\bi(?:['’]?ve| have|['’]?m| am|['’]?d be)?(?: \w+){0,3} (?:never(?: once| even| actually)?"
    r"|precisely nobody|no ?one"
    r"|nobody|the one|exactly the same|just as|no better|do(?:ing)? (?:exactly |just )?(?:the same|it too"
    r"|that too)|my own|asking (?:them|him|her|people))\b"
    r"|\b(?:it|that)(?:['’]?s| is| was) (?:all )?(?:me|on me|down to me|my (?:own )?(?:doing|fault)"
    r"|mine)\b(?= (?:who|that"
    r"|doing|not)|\W*$)",
    re.I,
)
_RECAST: Final = re.compile(
    r"\b(?:it|that|this)(?:['’]?s| is|s| was) (?!not\b)[^.;!?]{3,50}?[,.;]? (?:and )?not (?:an?|the|another"
    r"|more|any|about|me|him|her"
    r"|them|really|just)\b|\b(?:maybe|perhaps) (?:it|that|this|the \w+)(?:['’]?s| is| was|s)? ?(?:not|n['’]t|never"
    r"|really|less about|more about)\b|\b(?:maybe|perhaps) (?:the \w+ |it |that |this )?(?:wasn['’]?t|isn['’]?t"
    r"|weren['’]?t)\b",
    re.I,
)
"""'It's reassurance they order, not a scan': the thing seen as something else."""

_STRONG: Final = re.compile(
    r"\bi(?:['’]?ve| have)(?: (?:only|just|all))* (?:ever |always |only |just )?(?:been (?!told|asked|given|put"
    r"|made|sent|moved|signed|working|there|here|doing)\w+ (?!for\b|on\b"
    r"|in\b|at\b|here\b)[^.;!?]*\b(?:as|like|for something)\b|(?:only |always )(?:ever )?(?:thought|seen|talked"
    r"|looked"
    r"|treated|heard|asked|written|heard) )"
    r"|\b(?:maybe|perhaps|i (?:bet|wonder if)) (?:nobody|no ?one|none of (?:us|them)|we|i)(?:['’]?s| has|['’]ve| have"
    r"|['’]d)? (?:ever|never|all|both|only)\b"
    r"|\b(?:i(?:['’]ve| have)? (?:just|only(?: just| now)?|finally) (?:realised?|realized?|noticed?|seen|see"
    r"|clicked|worked out|twigged)"
    r"|it(?:['’]s| has|s)? (?:just|only just) (?:hit|dawned|occurred|struck|clicked)|(?:it"
    r"|that) (?:just )?(?:hit|dawned on"
    r"|occurred to|struck) me|i (?:hadn['’]?t|had not|never) (?:seen|thought of|looked at|realised|put) (?:it"
    r"|that|this)\b"
    r"|i thought (?:you|i|it) (?:had to|was|were|needed)\b[^.;!?]{4,}|(?:when|now) (?:that )?i (?:say|hear|see"
    r"|write|type|read) "
    r"(?:it|that|this)(?: (?:out loud|written|back|down|like that|aloud|here))?"
    r"|(?:saying|writing|typing) (?:it|that|this) (?:out loud|down|here)|now (?:that )?i think (?:about|of) it"
    r"|come to think of it|i (?:see|get) (?:it |that )?now|i can see (?:(?:that|it|this) )?now)\b"
    r"|\bi(?:['’]ve| have)? been [^.;!?]{3,60}\b(?:something|things?|someone|somebody|people|an? \w+) (?:that |who )?"
    r"i(?:['’]ve| have|['’]d| had)? (?:never|didn['’]?t|hadn['’]?t|haven['’]?t)\b"
    r"|\b(?:can['’]?t|couldn['’]?t|cannot) have [^.;!?]{3,50}\bif\b"
    r"|\b(?:i(?:['’]d| would) be (?:\w+ing )?(?:a |the )?[^.;!?]{0,40}?(?:first to|one who))\b"
    r"|\b(?:i suppose|i guess|so),? (?:it|that)(?:['’]?s| is| was) [^.;!?]{3,40}?,? (?:then|(?:is|was)n['’]?t it)\b",
    re.I,
)
_ALREADY: Final = re.compile(
    r"\b(?:i(?:['’]ve| have)? (?:known|always known|told (?:him|her|them)|said so)|as i said|like i said)\b", re.I
)
_FEWEST: Final = 4
_OF_A_PLAN: Final = re.compile(r"\b(?:i['’]?ll|i will|i['’]?m going to|gonna)\b", re.I)


@lru_cache(maxsize=8)
def insight(text: str) -> str | None:
    """The sentence in which something is newly seen; None where a message only tells how things are."""
    if text.rstrip().endswith("?"):
        return None
    told = _joined(sentences(text))
    found = [one for number, one in enumerate(told) if _is_one(one, told[number - 1] if number else "")]
    return next((one for one in found if _STRONG.search(one)), found[0] if found else None)


def _joined(told: list[str]) -> list[str]:
    """The sentences, with 'not a scan' and 'that's on me' beside what they speak of."""
    kept: list[str] = []
    for one in told:
        if kept and _GOES_WITH.match(one):
            kept[-1] = f"{kept[-1]} {one}"
        else:
            kept.append(one)
    return kept


def _is_one(sentence: str, before: str) -> bool:
    line = " ".join(without_quotations(sentence).split())
    bare = _MARK.sub("", line)
    if len(bare.split()) < _FEWEST or line.endswith("?") or _OF_A_PLAN.search(line) or _ALREADY.search(line):
        return False
    if _STRONG.search(line):
        return True
    marked = bool(_MARK.match(line)) or bool(before and not _MARK.sub("", before).strip(" .,!?"))
    stopped = _STOPPED.match(line) or (marked and before and _STOPPED.match(before))
    mine, recast = _OF_MYSELF.search(bare), _RECAST.search(bare)
    plainly = recast and (_SOFT.search(bare) or _REALLY.match(bare))
    return bool((stopped and (mine or recast)) or (marked and mine and _TURNS.search(bare)) or plainly)


_GOES_WITH: Final = re.compile(
    r"^\W*(?:not (?:a|an|the|just|because|about|me|him|her|them)\b|(?:and |so )?(?:that|it)(?:['’]?s| is"
    r"|s) (?:all )?(?:on me|my"
    r" (?:own )?(?:doing|fault|bit)|me|down to me)\W*$)",
    re.I,
)
_TURNS: Final = re.compile(
    r"\b(?:and i|but i|either|too|as well|myself|same|so i|never once|precisely|on me|down to me)\b", re.I
)
_REALLY: Final = re.compile(
    r"^(?:it|that)(?:['’]?s| is|s) \w+(?: \w+)? (?:they|we|he|she|people|everyone)(?:['’]re|['’]s|['’]m| are"
    r"| is| want| need)\b",
    re.I,
)
_SOFT: Final = re.compile(r"\b(?:maybe|perhaps|really)\b", re.I)
