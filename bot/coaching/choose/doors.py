"""Words at the door of a session: thanks, assent or a goodbye, with nothing new in them."""

import re

from bot.coaching.choose.context import share
from bot.coaching.kinds import TurnKind

_LONG = 18
ANOTHER = re.compile(
    r"\b(?:(?:an)?other (?:thing|matter|problem)|something else|different (?:thing|matter|problem"
    r"|question|topic)|new (?:topic|problem|thing))\b",
    re.I,
)
AFTERWORDS = {TurnKind.THANKS, TurnKind.MINIMAL, TurnKind.YES, TurnKind.NO, TurnKind.DONT_KNOW, TurnKind.CONFUSED}
_DOORWAY = re.compile(
    r"\b(?:thanks|thank you|cheers|bye|goodbye|good ?night|(?:i(?:['’]ll| will)|i have to|got to|gotta"
    r"|need to) (?:go|run|dash)\b|off (?:home|to (?:bed|get|do)))",
    re.I,
)
_LAST_WORD = re.compile(
    r"\b(?:thanks|thank you|cheers|bye|goodbye|good ?night|night night|ta|will let you know|tell you how it goes)\b"
    r"[^.?]{0,40}\W*$",
    re.I,
)
_ASSENTS = re.compile(
    r"^\W*(?:yes|yeah|yep|ok|right|correct)?\W*(?:that(?:['’]?s| is) (?:it|right|correct)|all good)\b", re.I
)


def at_the_door(text: str) -> bool:
    """Thanks, assent or a goodbye, however worded, with nothing new in it."""
    leaving = share(text) <= _LONG and bool(_DOORWAY.search(text))
    return (leaving or bool(_LAST_WORD.search(text) or _ASSENTS.match(text))) and not ANOTHER.search(text)
