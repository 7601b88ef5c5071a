"""Numbers for how sure somebody is that are no plain digits: 'sevn', '50/50', 'seventy per cent', 'three quarters'."""

import re
from typing import Final

from bot.coaching.plain import OnNeed, small

_TENS: Final = {
    "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "sevnty": 70, "eighty": 80, "eigthy": 80, "eighy": 80, "ninety": 90, "ninty": 90, "nintey": 90, "hundred": 100,
}  # fmt: skip
_SLIPS: Final = {
    "thre": "three", "threee": "three", "htree": "three", "theee": "three", "fuor": "four", "foru": "four",
    "fourr": "four", "foour": "four", "fiv": "five", "fve": "five", "fvie": "five", "fivve": "five", "siix": "six",
    "sixx": "six", "sxi": "six", "sevn": "seven", "sven": "seven", "seve": "seven", "sevem": "seven", "sevin": "seven",
    "sevven": "seven", "sevne": "seven", "svn": "seven", "eigth": "eight", "eigt": "eight", "eght": "eight",
    "eihgt": "eight", "eigh": "eight", "ieght": "eight", "eightt": "eight", "nien": "nine", "nin": "nine",
    "ninne": "nine", "niine": "nine", "tenn": "ten", "tne": "ten",
}  # fmt: skip
"""What a quick thumb makes of the words; none of them is a word of its own."""

_LEAD: Final = (
    r"^\W*(?:(?:an?|about|abuot|around|maybe|perhaps|probs?|probably|like|say|so|ok|um+|er+|hmm+|well|honestly"
    r"|tbh|dunno"
    r"|only|solid|roughly|good|strong|bit|more|hopefully|i['’]?m|i am|im|(?:a )?(?:at|of)|it['’]?s|its|it is"
    r"|i['’]?d say"
    r"|id say|i would say|i think|i guess|i suppose|call it|prob)\b[\s,:]*)*"
)
_TAIL: Final = (
    r"(?:ish)?(?:[\s,]+(?:ish|maybe|tbh|i think|i guess|i suppose|i reckon|prob|probs|probably|really|lol|then|now|sure"
    r"|confident|today|at the moment|at best|or so))*\W*"
)
_SLIP: Final = OnNeed(
    rf"{_LEAD}(?P<slip>{'|'.join(_SLIPS)}){_TAIL}(?:$|(?:out ?of|/) ?(?:10|ten)\b|[,;]|\bbut\b)", re.I
)
_HALF: Final = OnNeed(
    rf"{_LEAD}(?:50 ?[/:-] ?50|50 50|fifty[ /-]*fifty|half and half|(?:a )?toss[- ]?up|(?:a )?coin[- ]?(?:flip|toss))"
    rf"{_TAIL}(?:$|[,;.]|\b(?:but|whether|if|that|because|cos|as|on (?:that|it|this))\b)",
    re.I,
)
_PARTS: Final = (
    (OnNeed(rf"{_LEAD}(?:three|3) quarters{_TAIL}$", re.I), "75%"),
    (OnNeed(rf"{_LEAD}(?:full|top) marks{_TAIL}$", re.I), "10"),
)
_SPELT_SHARE: Final = OnNeed(
    rf"\b(?:an? |one )?(?P<tens>{'|'.join(_TENS)})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|odd"
    rf"|ish|or so))?"
    r" ?(?P<mark>%|per ?cent|pc\b)",
    re.I,
)
_MAY_HOLD: Final = OnNeed(
    rf"%|per ?cent|\bpc\b|\b50\b|fifty|half and|toss|coin|quarters|marks|\b(?:{'|'.join(_SLIPS)})"
)
_SHARE: Final = OnNeed(
    r"\b(\d{2,3})\s*(?:%|per ?cent) (?:sure|certain|confident|likely|there|chance|on (?:that|it|this))\b"
    r"|^\W*(?:(?:about|maybe|like|say|i['’]d say|around|honestly|prob(?:ably)?)\W+)*(\d{2,3})\s*(?:%|per ?cent)\W*$",
    re.I,
)
_IN_HUNDRED: Final = OnNeed(r"\b(\d{2,3})\s*(?:%|per ?cent)", re.I)


def in_digits(text: str) -> str:
    """The text with such numbers put as digits; any other text, as most are, as it is."""
    if not _MAY_HOLD.search(small(text)):
        return text
    if _HALF.search(text):
        return "5"
    for pattern, number in _PARTS:
        if pattern.search(text):
            return number
    if slip := _SLIP.search(text):
        text = f"{text[: slip.start('slip')]}{_SLIPS[slip['slip'].casefold()]}{text[slip.end('slip') :]}"
    return _SPELT_SHARE.sub(lambda found: f"{_TENS[found['tens'].casefold()]}%", text)


def share(text: str, *, anywhere: bool = False) -> int | None:
    """The number, 0 to 10, of '70% sure', or of a share that is all of the message; `anywhere`: of any share in it."""
    found = (_IN_HUNDRED if anywhere else _SHARE).search(text)
    told = next((one for one in found.groups() if one), None) if found else None
    return round(min(100, int(told)) / 10) if told else None
