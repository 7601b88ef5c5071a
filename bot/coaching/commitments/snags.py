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
_THIRD: Final = re.compile(
    r"(?:,\s*|\bit\s+|\bme\s+|\bwrong\s+|\bpanic\s+|\bup\s+|\boff\s+)(?=(?:(?:the|my) )?[a-z]+ (?:calls|takes"
    r"|steps|covers|rings"
    r"|reminds|backs|asks|starts|comes|does|will|can|could|would)\b)",
    re.I,
)
_THE_OTHER: Final = re.compile(
    r"\s(?=(?:the|my) (?:\w+ )?\w+ (?:takes over|steps in|calls|covers|rings|reminds|backs|starts|will|can"
    r"|could|would)\b)",
    re.I,
)
"""Where somebody else is the answer: 'if I lose it the sister takes over'."""


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
    if _WHAT_IF.match(veiled) or veiled.rstrip().endswith("?") or _SAID_TO_THE_COACH.search(veiled):
        return False
    cue = _IF.search(veiled)
    if cue is None:
        return False
    if _IF_FIRST.match(veiled):
        return answer_of(veiled) is not None
    return bool(_DOES.search(veiled[: cue.start()])) and cue.group(0).casefold() in {"if", "unless", "in case"}


def answer_of(sentence: str) -> str | None:
    """What follows from the 'if' of a sentence that begins with one: its second half; None where it has none."""
    cue = _IF_FIRST.match(sentence) or _IF.search(sentence)
    found = _ANSWER.search(sentence, cue.end()) if cue else None
    if found is None and (third := _THIRD.search(sentence) or _THE_OTHER.search(sentence)):
        return sentence[third.end() :]
    return sentence[found.start() :] if found else None


def begins_if(sentence: str) -> bool:
    """True where a sentence begins with 'if', 'unless' or 'when'."""
    return bool(_IF_FIRST.match(sentence))


def without_lead(sentence: str) -> str:
    """The sentence without 'as I said', 'well' and the like at its head."""
    return _LEAD.sub("", sentence).strip()


def beside(sentence: str) -> bool:
    """True where a sentence is a joke or is said to the coach about the coach."""
    return bool(_SAID_TO_THE_COACH.search(sentence) or _JOKE.search(sentence))
