"""Clauses whose grammar is not the one we would write in: they are quoted as they stand, never said again as ours."""

import re
from typing import Final

_BARE: Final = (
    "ask|bring|call|come|complain|do|feel|get|give|go|have|ignore|know|leave|look|make|need|say|see|seem|shout|speak"
    "|stay|take|talk|tell|think|treat|want|work|write"
)
_ONE: Final = "(?:he|she|it)"
_PATTERNS: Final = (
    r"^\s*i\b.*\b(?:are|has|is|does)\b",  # 'I has told them'
    r"\bwants? (?:that )?(?:i|he|she|we|they)\b",  # 'I want they know me'
    r"(?:n't|\bnot) want (?:ask|be|complain|do|go|have|make|say|speak|tell)\b",  # 'I don't want complain'
    rf"(?:^\s*|[,;]\s*|\b(?:and|but|because|so) ){_ONE} (?:always |never |only |just )?(?:{_BARE})\b",
    r"\bsince (?:an?|one|two|three|four|five|six|\d+) (?:day|week|month|year)s?\b(?! ago)",
    r"\bd(?:id|oes)(?:n't| not)? (?:came|gave|knew|said|saw|told|took|went)\b",  # 'he didn't told'
    rf"\b{_ONE} (?:don't|have not|haven't|are|aren't|were not|weren't)\b",
    r"\b(?:people|they|we) (?:is|was|has)\b",
    r"\b(?:is|was|are|were|do|does|did|have|has|ca|wo|would|should)n't (?:it|i|he|she|they|we|you)\W*$",  # 'isn't it'
)
_BROKEN: Final = re.compile("|".join(_PATTERNS), re.I)


def is_broken(clause: str) -> bool:
    """Whether saying it again in our own voice would be saying it wrong: 'you don't want complain'."""
    return _BROKEN.search(clause) is not None
