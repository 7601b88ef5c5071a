"""What may stop a plan and what the doctor would do then: the sentence with both, not the joke after it."""

import re
from typing import Final

from bot.coaching.commitments.sentences import cut, sentences, tidy, without_quotations

_MOST: Final = 28
_BOTH: Final = 30
_LEAD: Final = re.compile(
    r"^\W*(?:(?:(?:i(?:['’]ve)? )?already (?:said|told you)|(?:as|like) i said|i said|just said|so|and|but|well"
    r"|ok(?:ay)?|yeah|yes|right"
    r"|um+|er+|hmm+|sorry|oh|fine|sure)\b\W*)+",
    re.I,
)
_IF: Final = re.compile(r"\b(?:if|unless|in case|when|whenever|should (?:he|she|they|it))\b", re.I)
_IF_FIRST: Final = re.compile(r"^\W*(?:if|unless|in case|when|whenever|should (?:he|she|they|it))\b", re.I)
_ANSWER: Final = re.compile(
    r"(?:,|\bthen\b)\s*(?:then\b|(?:probably |maybe |just )*(?:i|we|it|that)\b|i['’]?(?:ll|d)\b|id\b|ill\b"
    r"|[a-z]+ (?:her|him|them|the|it|a|my|an"
    r"|another|again|to|back|on)\b)"
    r"|\b(?:i['’]?ll|ill|i will|i['’]d|id|i can|i could|i would|we['’]?ll|i['’]?m going to)\b"
    r"|\bthen\b\s+\w+|\bi (?:ask|tell|ring|go|wait|say|count|text|email|call|catch|come|try|stop|move|do|take|use"
    r"|find|shut|leave)\b",
    re.I,
)
_DOES: Final = re.compile(
    r"\b(?:i['’]?ll|ill (?=[a-z])|i will|i['’]d|id|i would|i could|i can|then i|i['’]?m going to|so i)\b|^\W*(?:then"
    r"|so)\b",
    re.I,
)
_SAID_TO_THE_COACH: Final = re.compile(
    r"\b(?:you didn['’]?t|did you|can you|could you|are you|you (?:said|asked|skipped|keep)|are we done|given you"
    r"|told you|not happened yet|you(?:['’]ve)? (?:already|got)|this (?:summary|is nonsense)|my stop|bye\b"
    r"|is that (?:it|all)|does that mean)\b",
    re.I,
)
_JOKE: Final = re.compile(r"\b(?:lol|haha|ha ha|joking|kidding|or cry|i['’]ll cry)\b", re.I)
_WHAT_IF: Final = re.compile(r"^\W*(?:if|sure of|that) what\b", re.I)
_FEWEST: Final = 3


def if_then(text: str) -> str | None:
    """The snag with its answer, in the doctor's words; None where the message holds no such pair."""
    found: list[str] = []
    for sentence in sentences(text):
        bare = _LEAD.sub("", sentence).strip()
        if _is_pair(bare):
            found.append(bare)
    if not found:
        return None
    kept = [tidy(one) for one in found[:2]]
    both = "; ".join(kept)
    return both if len(both.split()) <= _BOTH else cut(found[0], _MOST)


def _is_pair(sentence: str) -> bool:
    veiled = without_quotations(sentence)
    if _WHAT_IF.match(veiled) or _SAID_TO_THE_COACH.search(veiled):
        return False
    cue = _IF.search(veiled)
    if cue is None:
        return False
    if _IF_FIRST.match(veiled):
        return bool(_ANSWER.search(veiled, cue.end()))
    return bool(_DOES.search(veiled[: cue.start()])) and cue.group(0).casefold() in {"if", "unless", "in case"}


def snag(text: str) -> str | None:
    """What answers 'what may stop it': the pair, else the first sentences that say it, with what is done about it."""
    pair = if_then(text)
    if pair is not None:
        return pair
    told = [
        one
        for one in sentences(text)
        if not (_SAID_TO_THE_COACH.search(one) or _JOKE.search(one) or one.rstrip().endswith("?"))
        and len(_LEAD.sub("", one).split()) >= _FEWEST
    ]
    if not told or _SAID_TO_THE_COACH.search(sentences(text)[0]):
        return None
    first = tidy(_LEAD.sub("", told[0]))
    if len(told) > 1 and _DOES.search(told[1]) and len(f"{first} {told[1]}".split()) <= _MOST:
        return f"{first}. {tidy(told[1])}"
    return cut(first, _MOST)
