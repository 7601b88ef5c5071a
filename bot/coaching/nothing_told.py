"""Messages that tell nothing: a shrug, or a word that only asks for what comes next."""

import re
from functools import lru_cache
from typing import Final, Literal

_SHRUG: Final = re.compile(
    r"(?:(?:i )?(?:really |honestly |still |just )*(?:do not|don['’]?t|didn['’]?t) (?:really |even |quite )?know"
    r"|dunno|idk|(?:i['’]?m |i am |im )?(?:really |still )?not (?:really |so |too |quite )?sure|no (?:idea|clue"
    r"|thoughts)"
    r"|(?:it['’]?s |its |that['’]?s )?(?:really )?hard to say|(?:i )?(?:can['’]?t|couldn['’]?t) (?:say|tell|think)"
    r"|who knows|nothing comes(?: to mind)?|pass|search me|haven['’]?t a clue|beats me|good question|depends"
    r"|(?:i )?(?:would|will)? ?need to think|let me think)",
    re.I,
)
_FILLER: Final = re.compile(
    r"\b(?:hm+|er+m?|um+|oh|well|god|honestly|tbh|really|actually|yet|yeah|no|so|just|now|then|right|ok(?:ay)?"
    r"|sorry|mate"
    r"|to be (?:fair|honest)|if i['’]?m honest|at the moment|off the top of my head|about that|what to say"
    r"|with that|either"
    r"|maybe|i guess|i suppose|of|a|bit|ha|lol|hard|tough|that|one)\b",
    re.I,
)
_NEXT: Final = re.compile(
    r"(?:go on|carry on|what (?:now|next|then|now then)|now what|and|next|fine|sure|cool|great|yes|yep|yup|alright"
    r"|fair enough"
    r"|got it|i see|see|next question|ready)",
    re.I,
)


@lru_cache(maxsize=16)
def tells_nothing(text: str) -> Literal["unsure", "next"] | None:
    """'unsure' where a message is a shrug and no more, 'next' where it only wants the talk to go on; None elsewhere."""
    shrugged = _SHRUG.sub(" ", text)
    if shrugged != text:
        return None if _left(shrugged) else "unsure"
    return None if _left(_NEXT.sub(" ", text)) or not text.strip() else "next"


def _left(text: str) -> bool:
    return bool(re.search(r"\w", _FILLER.sub(" ", text)))
