"""Whether a wish may stand as the aim of a talk: none to be away, none half meant, no cry of 'how do I get them to'."""

import re
from typing import Final, Literal

from bot.coaching.commitments import sentences, tidy
from bot.coaching.growing import verbs

_FEWEST: Final = 2
_WISHES: Final = re.compile(
    r"\b(?:i|me|part of me|half of me)(?:['’]?d)? (?:\w+ ){0,2}(?:wants?|wish|like|love)\b", re.I
)
_GONE: Final = re.compile(
    r"\b(?:(?:ground|floor|earth|sea) (?:to |would |could )?(?:just )?(?:swallow|open)|swallow me|disappear\w*"
    r"|vanish\w*|curl up|crawl (?:into|under|away)|(?:not|never) (?:to )?(?:be|have been) (?:there|here|seen|around"
    r"|born)|be (?:anywhere|somewhere) (?:else|but)|it all to (?:just )?(?:stop|end|go away|be over))\b",
    re.I,
)
"""A wish not to be there."""

_AWAY: Final = re.compile(
    r"^(?:(?:not|just|really) )*(?:to )?(?:just )?(?:hide|run away|be (?:left alone|invisible)|stay in bed|call in sick"
    r"|go home|get out(?: of here)?|scream|cry|die|throttle|strangle|punch|slap|kill|quit|pack it (?:all )?in|walk out"
    r"|sleep|give up|be done with|forget)\b",
    re.I,
)
"""What is said to be wanted, and no doctor means to be helped with."""

_FEARED: Final = re.compile(
    r"^\W*(?:that )?(?:s?he|they|it|people|everyone|everybody|someone|nobody|the \w+|my \w+)(?:['’]?(?:ll|d|re|s)"
    r"| will| would| might| may| could| is| are)? (?:all |just |not |never |probably )*(?:think|say|judge|laugh"
    r"|find out|hate|know|report|sack|refuse|ignore|blame|shout|see (?:me|that)|dangerous|useless|angry|cross"
    r"|furious)\b",
    re.I,
)
"""What is dreaded, told in answer to what is wanted: 'that they'll think I am dangerous'."""

_BOTH_WAYS: Final = re.compile(
    r"\b(?:but|and|yet|though|although|while) (?:(?:i|then|at the same time) )*(?:also|equally|part of me|half of me"
    r"|(?:also )?(?:don['’]?t|do not|dont) (?:really |actually |even )?want|want(?:ed)? (?:to|the|it|him|her|them)\b"
    r"|would (?:rather|sooner)|(?:['’]d) (?:rather|sooner))|\b(?:part|half) of me\b|\bat the same time\b|\btorn\b"
    r"|\b(?:but|yet|though) (?:i['’]?d|i would) (?:(?:much|also|really) )?(?:rather|sooner|prefer)\b"
    r"|\bi (?:want|need) (?:\w+ ){1,6}and i (?:don['’]?t|do not|dont)\b|\bbut also\b|\bas much as i\b",
    re.I,
)
_THEN_AGAIN: Final = re.compile(
    r"[,;]?\s+\b(?:but|though|although|except|only)\b(?! (?:not|in|on|without|still|also be|for|to|with|what"
    r"|who|one)\b).*$",
    re.I | re.S,
)
"""What stands in the way of a wish, told behind it: 'to raise it, but he is my supervisor'."""

_DENIED: Final = re.compile(
    r"\b(?:not that|not saying|never|don['’]?t|dont|didn['’]?t|didnt|wouldn['’]?t|no longer|used to|stopped"
    r"|isn['’]?t that"
    r"|not because|why would|why should|who says|(?:he|she|they|people|everyone) (?:all )?(?:thinks?|says?|said"
    r"|assumes?))"
    r" (?:\w+ ){0,4}?$",
    re.I,
)
_HOW: Final = re.compile(
    r"^\W*how (?:on earth |the hell |exactly |in god['’]?s name )*(?:do|can|could|should|would|am|are)\b", re.I
)
_CRY: Final = re.compile(
    r"\bhow (?:on earth|the hell|in god|am i (?:meant|supposed)|are (?:we|you) (?:meant|supposed)|can (?:i|we"
    r"|you|anyone)"
    r" possibly|(?:do|would) you even|(?:do|can) (?:i|we) even)\b"
    r"|\bhow .*\b(?:when|if) (?:s?he|they|nobody|no ?one|it|half|most|people|everyone|the \w+)\b",
    re.I,
)
_OF_OTHERS: Final = re.compile(
    r"^\W*how (?:do|can|could|should|would) (?:i|we|you|one) (?:\w+ )?(?:get|make|persuade|convince|force|teach"
    r"|stop)\b"
    r"(?! (?:better|past|over|started|through|round|myself|ready|to|it (?:across|right))\b)",
    re.I,
)


_HAPPENED: Final = re.compile(
    rf"^\W*(?:(?:my|the|our|his|her|their|a|an|one of \w+|some|most) (?:[\w-]+ ){{1,3}}?|(?:s?he|they|it|we|i|nobody) )"
    rf"(?:(?:just|then|only|all|even|never|actually) )*{verbs.PAST}\b",
    re.I,
)
"""What somebody did, told where an aim was asked for: 'my consultant laughed'."""


_DOES: Final = re.compile(
    r"^\W*(?:my|the|our|his|her|their) (?:[\w-]+ ){1,2}?(?:(?:just|always|only|never) )*(?P<verb>[a-z]+s) \w+", re.I
)


def torn(text: str) -> Literal["both", "away"] | None:
    """'both' where a wish is told both ways, 'away' where it is to be away, and no more; None elsewhere."""
    wished = [one for one in sentences(text) if _WISHES.search(one)]
    if any(_is_both_ways(one) for one in wished):
        return "both"
    return "away" if any(_GONE.search(one) for one in wished) else None


def _is_both_ways(sentence: str) -> bool:
    """Whether two wishes pull in a sentence: 'and I don't want to be weird' alone is no second one."""
    found = _BOTH_WAYS.search(sentence)
    if found is None:
        return False
    only_not = re.search(r"\b(?:do(?:n['’]?t| not)|dont)\b.*\bwant\b", found[0], re.I)
    return not only_not or bool(_WISHES.search(sentence[: found.end()].replace(only_not[0], " ")))


def _goes_on(aim: str) -> bool:
    """Whether it tells what somebody or something does, with more behind it: 'the switchboard puts it all through'."""
    found = _DOES.match(aim)
    return found is not None and verbs.of_third(found["verb"]) in verbs.BARE | verbs.STATES


def fit(aim: str | None, text: str, *, asked: bool = False) -> str | None:
    """The aim as it may be kept, with what only stands in its way cut off; None where it is no aim.

    `text` is what it was said in, `asked` whether an aim had been asked for.
    """
    if aim is None or _GONE.search(aim) or _AWAY.match(aim) or _FEARED.match(aim):
        return None
    around, before = _sentence(aim, text)
    if _BOTH_WAYS.search(around) or _GONE.search(around) or _DENIED.search(_to_the_wish(before)):
        return None
    if _HOW.match(aim) and (_CRY.search(around) or (_OF_OTHERS.match(aim) and not asked)):
        return None
    if not before.strip() and (_HAPPENED.match(aim) or _goes_on(aim)):
        return None
    kept = tidy(_THEN_AGAIN.sub("", aim))
    return kept if len(kept.split()) >= _FEWEST else None


def _sentence(aim: str, text: str) -> tuple[str, str]:
    """The sentence of the message that holds the aim, and what stands before it there; ("", "") where none does."""
    wanted = " ".join(aim.split()).casefold()
    for one in sentences(text):
        told = " ".join(one.split())
        at = told.casefold().find(wanted)
        if at >= 0:
            return told, told[:at]
    return "", ""


def _to_the_wish(before: str) -> str:
    """What stands before 'I want' or its like, up to and with the 'I': 'it is not that I'."""
    found = re.search(r"\b(?:i|i['’]d|i['’]m|id)\b(?=[^,.;]*$)", before, re.I)
    return before[: found.start()] if found else before
