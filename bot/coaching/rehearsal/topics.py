"""What a question is about: the topic of a character that lies nearest, by meaning and by shared words."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from bot.coaching.rehearsal.model import Role, Topic

FLOOR: Final = 0.46
"""Nearness from which a topic is taken for what was asked."""

_STEM: Final = 5
_A_WORD: Final = 0.05
_MOST_WORDS: Final = 3
_GOES_ON: Final = 0.10
_MORE: Final = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|right|and|so|oh|please|could you|can you|would you|i'd like to hear)\W+)*(?:go on"
    r"|tell me (?:a bit )?more|say (?:a bit )?more|how so"
    r"|in what way|why(?: is (?:that|it))?|how come|what do you mean|what happened(?: then| next)?|and then"
    r"|what then|like what|such as"
    r"|hear more)(?: (?:about|of|on) (?:that|it|this))?\W*$",
    re.I,
)
"""Asks for more of the same and names nothing."""

_GOING_ON: Final = re.compile(
    r"\b(?:that|it|this|there|then|those|more)\b|^\W*(?:and|so|why|how come|go on|how so|tell me more|say more)\b", re.I
)
_LITTLE: Final = frozenset(
    "about would could should think really thing things what when where which there their these those might going"
    " doing being have does from with your you're like know tell mean much more some".split()
)


def ranked(
    questions: Sequence[str],
    role: Role,
    near: Callable[[str, Sequence[str]], tuple[float, ...]],
    last: str = "",
) -> tuple[tuple[float, Topic], ...]:
    """The topics of a character, the nearest to any of the questions first; one under way (`last`) has the edge."""
    phrases = [phrase for topic in role.topics for phrase in topic.about]
    best = dict.fromkeys((topic.id for topic in role.topics), -1.0)
    for question in questions:
        figures = iter(near(question, phrases))
        goes_on = 1.0 if _MORE.match(question) else _GOES_ON if _GOING_ON.search(question) else 0.0
        for topic in role.topics:
            score = max(next(figures) + _A_WORD * _shared(question, phrase) for phrase in topic.about)
            best[topic.id] = max(best[topic.id], score + (goes_on if topic.id == last else 0.0))
    return tuple(sorted(((best[one.id], one) for one in role.topics), key=lambda pair: -pair[0]))


def _shared(one: str, other: str) -> int:
    return min(_MOST_WORDS, len(_telling(one) & _telling(other)))


def _telling(text: str) -> set[str]:
    found = re.findall(r"[a-z]+", text.casefold().replace("’", "'"))
    return {word[:_STEM] for word in found if len(word) > _STEM - 1 and word not in _LITTLE}
