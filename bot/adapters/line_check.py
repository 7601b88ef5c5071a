"""What no line of the coach's may hold: a leading question, two in one, a stock phrase, American spelling."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.coaching.asking import AMERICAN, JOINED, LEADING, QUOTED

_EASIEST = 100.0

_STOCK = re.compile(
    (
        r"\b(?:sorry to hear|that must be|great question|i understand how you feel|it'?s important to|journey"
        r"|unpack|reach out|lean into)\b|!"
    ),
    re.I,
)
_WHAT_AND_WHEN = frozenset({"ask_which", "ask_commitment"})
"""Phrases that ask for a plan: what, and when."""


def line_faults(place: str, line: str) -> Iterable[str]:
    """Every fault of one line, naming its place."""
    for name, pattern in (("leading question", LEADING), ("stock phrase", _STOCK), ("American spelling", AMERICAN)):
        found = pattern.search(line)
        if found:
            yield f"{place}: {name} {found.group(0)!r} in {line!r}"


def question_faults(place: str, question: str) -> Iterable[str]:
    """A second question behind 'and', 'or', 'but': a doctor who answers one of them is not heard on the other."""
    found = JOINED.search(QUOTED.sub(" ", question))
    if found:
        yield f"{place}: a question asks one thing, and {found.group(0)!r} begins a second in {question!r}"


def phrase_faults(phrases: Mapping[str, Sequence[str]]) -> list[str]:
    """Every fault of the questions among the phrases, naming the group."""
    asked = [(name, line) for name, lines in phrases.items() if name not in _WHAT_AND_WHEN for line in lines]
    return sorted(fault for name, line in asked for fault in question_faults(f"phrase {name}", line))


def reading_ease(text: str) -> float:
    """Flesch reading ease (1948): 206.8 less 1.015 words a sentence less 84.6 syllables a word; 60 and up is plain."""
    words = re.findall(r"[a-z']+", text.casefold())
    if not words:
        return _EASIEST
    sentences = max(1, len(re.findall(r"[.!?]+(?:\s|$)", text)))
    syllables = sum(_syllables(word) for word in words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / len(words)


def _syllables(word: str) -> int:
    """Runs of vowels, less a silent 'e' at the end: right for most English words."""
    runs = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith("le") and runs > 1
    return max(1, runs - silent)
