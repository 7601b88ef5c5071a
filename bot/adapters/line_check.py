"""What no line of the coach's may hold: a leading question, a stock phrase, American spelling."""

import re
from collections.abc import Iterable

_EASIEST = 100.0

_LEADING = re.compile(
    (
        r"(?:\bhave you (?:considered|thought of)|(?:^|[.?!] )have you tried|\bdon'?t you think|\bwouldn'?t it"
        r"|\bwhy (?:didn'?t|don'?t) you|\bshouldn'?t you|\bcould you perhaps|\bisn'?t it)\b"
    ),
    re.I,
)
_STOCK = re.compile(
    (
        r"\b(?:sorry to hear|that must be|great question|i understand how you feel|it'?s important to|journey"
        r"|unpack|reach out|lean into)\b|!"
    ),
    re.I,
)
_AMERICAN = re.compile(
    (
        r"\b(?:behavior|organiz(?:e|ation|ing)|recogniz\w+|prioritiz\w+|color|center|favorite|realiz\w+|analyz\w+"
        r"|program(?!me)s?\b)"
    ),
    re.I,
)


def line_faults(place: str, line: str) -> Iterable[str]:
    """Every fault of one line, naming its place."""
    for name, pattern in (("leading question", _LEADING), ("stock phrase", _STOCK), ("American spelling", _AMERICAN)):
        found = pattern.search(line)
        if found:
            yield f"{place}: {name} {found.group(0)!r} in {line!r}"


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
