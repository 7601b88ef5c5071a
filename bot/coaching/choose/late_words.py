"""What is told of a plan just after it was summed up, when nothing can have happened yet: a snag, or what then."""

import re
from typing import Final

from bot.coaching import commitments
from bot.coaching.commitments import corrections, outcomes
from bot.coaching.growing import verbs

_MOST: Final = 26
_LED: Final = (
    r"^\W*(?:(?:ok(?:ay)?|right|well|um+|er+|hmm+|oh|cheers|thanks|thank you|great"
    r"|yeah|yes|no|so|and|but|only|though|actually|probably|prob|honestly"
    r"|thing is|just|still|mind you|i (?:guess|suppose|think|reckon|bet)|i['’]m (?:worried|scared|afraid)|maybe|perhaps"
    r"|problem is|that(?= (?:i|s?he|they|it|the|my|nobody|there)\b))\b[\s,.:;–-]*)*"
)
_THEY: Final = (
    r"(?:s?he|they|it|there|nobody|no ?one|somebody|someone|everyone|people|(?:the|my|his|her|our|their|a|an|one of"
    r" the) [\w'’-]+(?: [\w'’-]+)?|[a-z]+)"
)
_NOT_THEM: Final = r"(?!(?:i|ill|id|we|you|then|that|what|if|or|and|who|which|this|could|would|should)\b)"
_SNAG: Final = re.compile(
    rf"{_LED}(?:what if (?:s?he|they|it|i|the|my|nobody|there|lunch|theatre)\b"
    rf"|{_NOT_THEM}{_THEY}(?:['’]?ll|['’]d| will| wo(?:n['’]?t|nt)| might| may| could| would)\b(?! (?:be (?:fine|ok"
    r"|good|great|happy|there|able)|like (?:it|that)|love)\b)"
    rf"|{_NOT_THEM}{_THEY}(?:['’]?s|['’]?re| is| are| has| have)? (?:always|never|usually|rarely|hardly ever|often)\b"
    rf"|{_NOT_THEM}{_THEY}(?:['’]?s|['’]?re| is| are) (?:actually |probably |always )?(?:on (?:annual )?(?:leave|nights"
    r"|call|holiday)|away|off|not (?:in|there|on|around)|too \w+)\b"
    r"|i(?:['’]ll| will| might| may| could|ll)? (?:just |probably |prob |only |well |always )*(?:bottle|forget|freeze"
    r"|chicken|panic|lose my nerve|back out|put it off|cave|cry|run out|be (?:too|on|off|late|away|stuck))\b"
    r"|(?:lunch|theatre|clinic|the list|the round|it)\b[^.!?]{0,12}\b(?:might|may|could|overruns?|run over)\b)",
    re.I,
)
_THEIRS: Final = re.compile(
    rf"{_LED}(?:s?he|they|nobody|no ?one|people|everyone|the [\w'’-]+|my [\w'’-]+)(?:['’]?ll|['’]?d| will| might| may"
    r"| could| would)\b",
    re.I,
)
_THEN: Final = re.compile(
    rf"{_LED}(?:or |and )?(?:then\s+(?P<then>(?:i|we)(?:['’]ll|['’]d| will| would| could| can| might|ll|d)? \S.+"
    r"|(?:just|only|maybe) \S.+|(?P<verb>[a-z]+) .+)"
    r"|(?P<if>(?:if|in case|unless) (?:not|s?he|they|it|that|so|there|the \w+|my \w+|nobody|i)\b.+)"
    r"|(?:i )?(?:could|can) always (?P<always>.+)|(?P<else>(?:otherwise|failing that|else|worst case) .+))$",
    re.I | re.S,
)
_BEHIND: Final = re.compile(
    r"\b(?:did(?:n['’]?t| not)?|was|were|wasn['’]?t|had|said|told|asked|went|came|got|gave|yesterday|earlier|this"
    r" morning|last (?:night|week))\b",
    re.I,
)
_NUMBER: Final = re.compile(
    r"^\W*(?:10|\d)(?:\s*(?:/|out of)\s*10)?\b(?![:.]\d|\s*[ap]m\b|th\b)[\s.,;:–-]*(?=\w)", re.I
)
"""How sure they are, told before the snag: '5. I might put it off'."""

_ANEW: Final = re.compile(r"\b(?:instead|rather than|scrap|change it|not on|make it|move it)\b", re.I)
_DOES: Final = re.compile(r"\b(?:i|we)(?:['’]?ll|['’]?d| will| would| could| can)\b|,\s*(?:then )?[a-z]+ \w+", re.I)


def way(text: str) -> str | None:
    """What would be done if it snags, as a message after the end tells it; None where it tells none."""
    text = _NUMBER.sub("", text)
    if not _may_be(text) or _ANEW.search(text) or corrections.puts_right(text):
        return None
    found = _THEN.match(text.strip())
    if found is None or (found["verb"] and found["verb"].casefold() not in verbs.BARE):
        return None
    if found["if"] and not _DOES.search(found["if"]):
        return None
    told = found["then"] or found["always"] or found["if"] or found["else"]
    return commitments.tidy(told)


def snag(text: str) -> str | None:
    """What may get in the way of it, as a message after the end tells it; None where it tells none."""
    text = _NUMBER.sub("", text)
    if corrections.puts_right(text) and not _THEIRS.match(text.strip()):
        return None  # 'she might say it is not her job' puts nothing right
    if not _may_be(text) or way(text) or not _SNAG.match(text.strip()):
        return None
    return commitments.tidy(re.sub(_LED, "", text.strip(), flags=re.I))


def of_the_plan(text: str) -> bool:
    """Whether a message looks ahead on the plan: it reports nothing that has happened."""
    return bool(way(text) or snag(text))


def _may_be(text: str) -> bool:
    done = _BEHIND.search(text) and outcomes.reports(text)
    asks = text.rstrip().endswith("?") and not re.match(r"\W*what if\b", text, re.I)
    return not (done or asks or _BEHIND.match(text.strip())) and len(text.split()) <= _MOST
