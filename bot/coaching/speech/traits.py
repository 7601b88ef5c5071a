"""What the small head sees of a sentence beside its meaning: cues, how it asks, who speaks of whom, where it stands."""

import re
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from bot.coaching.speech.cue_table import CUES, found, plain
from bot.coaching.speech.heard import overlap
from bot.coaching.speech.questions import Question, question_in
from bot.coaching.speech.rules import labels_of
from bot.coaching.speech_acts import Label

_KINDS: Final = ("wh", "aux", "negative", "noun")
_SHORT, _BRIEF, _LONG = 2, 4, 20
_SPREAD: Final = 30.0
_NEAR: Final = 600
"""Characters on each side of a sentence that are looked at: a long text is read in time that grows with its length."""
_MARKED_OFF: Final = re.compile(r"(?:^|\n)[ \t]*(?:\(?\d{1,2}[.):]|[a-h][.)]|[-•*·])[ \t]*$")
_TIMED: Final = re.compile(r"\d{1,2}[.:]?\d{2}\b|item \d", re.I)
_TOKEN: Final = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?!£%:,.…]")
BUCKETS: Final = 4096
"""Into how many places words and pairs of words fall; two that share one are told apart by their company."""


def _has(words: str) -> Callable[[str], bool]:
    pattern = re.compile(words, re.I)
    return lambda sentence: pattern.search(sentence) is not None


_SURFACE: Final[Mapping[str, Callable[[str], bool]]] = MappingProxyType(
    {
        "says I": _has(r"\bi\b|\bi'|\b(?:im|ive|id|ill)\b"),
        "says me, my": _has(r"\b(?:me|my|mine|myself)\b"),
        "says we": _has(r"\b(?:we|us|our|ours)\b"),
        "says you": _has(r"\b(?:you|your|yours|u|ur|yourself)\b"),
        "says they": _has(r"\b(?:they|them|their|he|she|his|her|him)\b"),
        "begins with I": _has(r"^\W*(?:and |but |so |well |also )*i\b"),
        "begins with we": _has(r"^\W*(?:and |but |so )*we\b"),
        "begins with you": _has(r"^\W*(?:and |but |so )*(?:you|your|u|ur)\b"),
        "begins with they": _has(r"^\W*(?:and |but |so )*(?:they|he|she|the \w+|\w+s)\b"),
        "will": _has(r"\b(?:i|we)(?:'?ll| will| shall|'m going to| am going to)\b"),
        "would": _has(r"\b(?:would|could|might|may)\b|'d\b"),
        "denies": _has(r"n't\b|\b(?:not|never|no|nothing|nobody|none|dont|cant|wont|didnt|wasnt|isnt|havent)\b"),
        "if": _has(r"\bif\b"),
        "but": _has(r"\bbut\b"),
        "please": _has(r"\b(?:please|pls|plz)\b"),
        "number": _has(r"\d"),
        "exclaims": _has(r"!"),
        "marks twice": _has(r"\?\s*\?|\?!|!\?|!!"),
        "ends with a colon": _has(r":\s*$"),
        "ends with a comma": _has(r",\s*$"),
        "ends with a stop": _has(r"[.…]\W*$"),
        "no end": _has(r"\w\s*$"),
        "small letter first": lambda sentence: sentence[:1].islower(),
        "shouts": lambda sentence: re.search(r"\b[A-Z]{4,}\b", sentence) is not None,
        "quotes": _has(r"\"|(?<!\w)'"),
        "names": lambda sentence: re.search(r"\[name\]|\b(?:Dr|Mr|Mrs|Ms|Sister|Prof)\b", sentence) is not None,
        "past": _has(r"\b(?:was|were|had|did|didn't|went|came|said|told|\w{3,}ed)\b"),
        "verb": _has(
            r"\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|can|could|will|would|should|must|may|might|need|needs"
            r"|want|wants|think|know|get|gets|go|goes|take|takes|make|makes|\w{3,}(?:ed|ing|n't))\b|'(?:s|re|ve|ll|m|d)\b"
        ),
    }
)
NAMES: Final = (
    *CUES,
    *(f"rule {label.value}" for label in Label),
    *(f"asks {kind}" for kind in (*_KINDS, "otherwise")),
    "asks, marked",
    "asks, after telling",
    "asks of you",
    *_SURFACE,
    "two words",
    "four words",
    "many words",
    "length",
    "own line",
    "after a greeting",
    "set off",
    "set off and asks",
    "overlap",
    "answers",
    "blamed by their deeds",
    "elsewhere: blame",
    "elsewhere: own part",
    "elsewhere: asked in",
)
"""What each trait is called, in the order of `traits`."""


def traits(text: str, start: int, end: int, before: str = "") -> tuple[float, ...]:
    """The traits of the sentence at this place of a text; `before` is what the other person said last."""
    sentence = plain(text[start:end])
    earlier, later = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    length = len(sentence.split())
    has = dict.fromkeys(found(sentence), 1.0)
    has |= {f"rule {label.value}": 1.0 for label in labels_of(sentence, before)}
    has |= _asking(question_in(sentence))
    has |= {name: 1.0 for name, holds in _SURFACE.items() if holds(sentence)}
    has |= {
        "two words": float(length <= _SHORT),
        "four words": float(length <= _BRIEF),
        "many words": float(length >= _LONG),
        "length": min(length / _SPREAD, 1.0),
        "own line": float(_alone(text, start, end)),
        "after a greeting": float(earlier.rstrip().endswith(",")),
        "overlap": overlap(sentence, before) if before else 0.0,
        "answers": float(bool(before)),
        "blamed by their deeds": float("blame.harsh" in has and ("blame.at_them" in has or "says you" in has)),
    }
    set_off = _MARKED_OFF.search(earlier) is not None or _TIMED.match(sentence) is not None
    has |= {"set off": float(set_off), "set off and asks": float(set_off and "?" in sentence)}
    has |= _elsewhere(earlier, later)
    return tuple(has.get(name, 0.0) for name in NAMES)


def wording(sentence: str) -> tuple[int, ...]:
    """The places, below `BUCKETS`, of the sentence's words and of its pairs of neighbours, with its two ends."""
    words = ["#" if word.isdigit() else word for word in _TOKEN.findall(plain(sentence).casefold())]
    pairs = zip(["^", *words], [*words, "$"], strict=True)
    grams = {*(f"1 {word}" for word in words), *(f"2 {left} {right}" for left, right in pairs)}
    return tuple(sorted({zlib.crc32(gram.encode()) % BUCKETS for gram in grams}))


def _elsewhere(earlier: str, later: str) -> dict[str, float]:
    """The tone of the rest of the text: one reproach makes the next likelier."""
    cues = found(earlier) | found(later)
    blaming = {"blame.you_never", "blame.nobody", "blame.fault", "blame.sarcasm", "blame.harsh"}
    return {
        "elsewhere: blame": len(cues & blaming) / len(blaming),
        "elsewhere: own part": float(not cues.isdisjoint({"ownership.fault", "ownership.doubt"})),
        "elsewhere: asked in": float(any(cue.startswith("invitation.") for cue in cues)),
    }


def _asking(question: Question | None) -> dict[str, float]:
    if question is None:
        return {}
    return {
        f"asks {question.kind or 'otherwise'}": 1.0,
        "asks, marked": float(question.marked),
        "asks, after telling": float(question.told),
        "asks of you": float(re.search(r"\b(?:you|u|your|ur)\b", question.words, re.I) is not None),
    }


def _alone(text: str, start: int, end: int) -> bool:
    """Whether it is the only sentence of its line."""
    return text[:start].rstrip(" \t-*•")[-1:] in ("", "\n") and text[end:].lstrip(" \t")[:1] in ("", "\n")
