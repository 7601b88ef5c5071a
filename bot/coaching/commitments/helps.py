"""What would make a plan likelier, and whether two phrases speak of the same deed."""

import re
from typing import Final

from bot.coaching.commitments.acts import acts
from bot.coaching.commitments.sentences import sentences, tidy, without_quotations

_NUMBER_LAST: Final = re.compile(
    r"(?:\W*\b(?:then )?(?:it(?:['’]?s|['’]?d be| is| would be)|i['’]?d say|(?:that )?(?:would|might|could"
    r"|['’]d|will)"
    r" (?:make|take|bring) it(?: (?:up )?to)?))?\W+(?:maybe |about |an? |to )*(?:10|\d|six|seven|eight|nine"
    r"|ten)\b(?: then)?\W*$",
    re.I,
)
_NUMBER_FIRST: Final = re.compile(r"^\W*(?:(?:maybe|about|an?|then|it['’]?d be)\W+)*(?:10|\d)\b\W*", re.I)
_LEAD: Final = re.compile(
    r"^\W*(?:(?:well|maybe|perhaps|probably|um+|ok|so|and|but|actually|i (?:think|suppose|guess)"
    r"|it['’]?d (?:go up|help|be easier)"
    r"|it would (?:go up|help|be easier)|that['’]?d help|that would help)\b\W*)+",
    re.I,
)
_COULD_DO: Final = re.compile(r"^\W*what i (?:could|can|might|would) do is\s+", re.I)
_NO_HELP: Final = re.compile(
    r"\b(?:says? no|said no|refus\w+|isn['’]?t|doesn['’]?t|doesnt|didn['’]?t|didnt|wouldn['’]?t|won['’]?t (?:be"
    r"|help|do|come)"
    r"|dunno|don['’]?t know|not sure|i said|i meant|you\b|the (?:missing|other|rest)|still (?:not|unsure)|nothing)\b"
    r"|^\W*(?:then|it['’]?s|its|that['’]?s|thats)\b|\bnot \d",
    re.I,
)
_LEFT_OVER: Final = re.compile(r"^\W*(?:if|with|when|once|by)?\W*$", re.I)
_SMALL: Final = frozenset(
    "the and for with that this them they she her him his you but not one will would then first just from about into"
    " out can could have has had get got make take ill".split()
)
_FEWEST: Final = 2


def easier(text: str) -> str | None:
    """What would raise the number, without the number that comes with it; None where nothing told is a help."""
    told = sorted(sentences(text), key=lambda one: not (acts(one) or _COULD_DO.match(one)))
    for sentence in told:  # a deed before a remark on it: 'I just said, the smaller thing. tell her at the sink'
        numberless = tidy(_NUMBER_FIRST.sub("", _NUMBER_LAST.sub("", sentence)))
        bare = _LEAD.sub("", _COULD_DO.sub("", numberless))
        meant = not (sentence.rstrip().endswith("?") or _NO_HELP.search(bare) or _LEFT_OVER.match(bare))
        if meant and len(bare.split()) >= _FEWEST:
            return tidy(bare)
    return None


def shares(one: str, other: str) -> bool:
    """True where two phrases speak of the same deed: their first verb, or most of the lesser one's words, in common."""
    first, second = _content(one), _content(other)
    return bool(first & second) and 2 * len(first & second) >= min(len(first), len(second))


def _content(text: str) -> set[str]:
    words = re.findall(r"[a-z]{3,}", without_quotations(text).casefold())
    return {word[:4] for word in words if word not in _SMALL}
