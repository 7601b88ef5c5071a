"""How the words of a time are typed: days, months and parts of the day with their slips, short and regional forms."""

import re
from typing import Final

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH: Final = rf"(?:{'|'.join(f'{one[:3]}(?:{one[3:]})?' if one[3:] else one for one in MONTHS)}|sept)"
TOMORROW: Final = (
    r"the (?:morra|morrow|morn)\b|tom+or+[oa]w?|tomm?or?ow|tomorra|tmorrow|tmrw|tmrow|tmr|tmw|tmoz|tomoro|tomoz|tomo"
    r"|2mor?row|2moro|2moz|2mrw|2mw"
)
TONIGHT: Final = r"(?:tonight|tonite|tonit|2nite|2night|tnight|tn(?=\W*$|[.,!]))"
TODAY: Final = r"(?:today|2day|todya|tday)"
_IN_FULL: Final = (
    r"m[on]{1,3}d(?:ay|ya|y|sy)|modnay|monady",
    r"t[ues]{2,4}d(?:ay|ya|y|sy)|tuedsay|tuesady",
    r"w[ednis]{2,7}d(?:ay|ya|y|sy)|wendsay|wednesady",
    r"th[urs]{1,5}d(?:ay|ya|y|sy)|thurdsay|thursady",
    r"f[ri]{1,3}d(?:ay|ya|y|sy)|frdiay|friady",
    r"sat[uaer]{0,3}d(?:ay|ya|y|sy)|saturady|sautrday",
    r"s[un]{2,3}d(?:ay|ya|y|sy)|sudnay|sunady",
)
_SHORT: Final = ("mon", "tues?", "we(?:ds?|ns)", "thu(?:rs?)?", "fri", "sat", "sun")
DAYS: Final = tuple(f"{whole}|{short}" for whole, short in zip(_IN_FULL, _SHORT, strict=True))
"""The days of the week, Monday first, with the slips of a quick thumb: 'wensday', 'teusday', 'firday'."""

FULL_DAY: Final = rf"(?:{'|'.join(_IN_FULL)}|tues?|weds|wens|thu(?:rs?)?|fri)"
BEFORE: Final = r"(?:before|b4|befor|bfore|bfr|afore)"
AFTER: Final = r"(?:after|aftr|afta|afer)"
NEXT: Final = r"(?:next|nxt|nex)"
WEEK: Final = r"(?:week|wk|wek)"
WEEKEND: Final = r"(?:weekend|wkend|wknd|wkd)"
NIGHT: Final = r"(?:night|nite|nyt)"
MORNING: Final = r"(?:morning|mornin|morn|mrng)"
AFTERNOON: Final = r"(?:afternoon|aftrnoon|arvo|avo|aft)"
EVENING: Final = r"(?:evening|evenin|eve)"
_SPELT: Final = tuple(
    (re.compile(rf"\b{pattern}(?P<many>s?)\b"), word)
    for pattern, word in (
        (r"(?:the )?day after (?:the )?morra", "day after tomorrow"),
        (rf"(?:{TOMORROW})", "tomorrow"),
        (TONIGHT, "tonight"),
        (TODAY, "today"),
        (BEFORE, "before"),
        (AFTER, "after"),
        (NEXT, "next"),
        (WEEKEND, "weekend"),
        (WEEK, "week"),
        (NIGHT, "night"),
        (MORNING, "morning"),
        (AFTERNOON, "afternoon"),
        (EVENING, "evening"),
        (r"frm", "from"),
    )
)


def spelt(when: str) -> str:
    """The words of a time in small letters as a dictionary spells them, days of the week left as they are."""
    words = " ".join(when.casefold().replace("’", "'").split())
    for pattern, word in _SPELT:
        words = pattern.sub(rf"{word}\g<many>", words)
    return words
