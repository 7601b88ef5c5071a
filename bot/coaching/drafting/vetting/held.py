"""How a sentence holds open what it says: as the doctor's view, or as one of several ways to see it."""

import re
from typing import Final

VIEW: Final = re.compile(
    r"\b(?:you|your|part of you) (?:\w+ )?(?:feel|felt|think|thought|say|said|see|saw|call|called|believe|suspect"
    r"|wonder|worry|fear"
    r"|have (?:her|him|them) (?:down )?as|describe|read|put|told|tell|take|took|are afraid|would (?:say|call)|hear"
    r"|heard)\b"
    r"|\b(?:as you (?:see|tell|put)|to you|in your (?:eyes|view|telling)|from where you|on your account|whether|if)\b"
)
HEDGED: Final = re.compile(
    r"\b(?:perhaps|maybe|may|might|could|wonder|possibly|as if|as though|seems?|sounds?|looks?|if|whether|say|says"
    r"|said|told|suppose|put me right"
    r"|correct me|or not)\b"
)
_HEARD: Final = re.compile(r"i have (?:met|seen|heard|had|known)\b|i know (?:that|the|how|what)\b")
_LIMIT: Final = re.compile(
    r"\b(?:only|just|one (?:side|end|voice|telling|account|half)|half (?:of )?(?:it|the)|through you|from you|by you"
    r"|your (?:side|end|telling|account|words|chair|view))\b"
)


def only_heard(hit: re.Match[str], text: str) -> bool:
    """Whether the coach says no more than how little of it has reached it: 'I have met him only through you'."""
    sentence = re.split(r"[.;]", text[hit.start() :])[0]
    return bool(_HEARD.match(hit.group(0)) and _LIMIT.search(sentence))
