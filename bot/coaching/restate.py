"""A clause of the doctor's turned to 'you': only where grammar leaves no doubt, else None and it is quoted instead."""

import re
from typing import Final

from bot.coaching.plain import with_apostrophes

FEWEST_WORDS: Final = 3
MOST_WORDS: Final = 13
_MOST_COPIED: Final = 7
"""Words in a row that may come back unchanged outside quotation marks."""

_SECOND: Final = re.compile(r"\b(?:you|your|yours|yourself|u|ur|ya|ye|yous|youse)\b", re.I)
_PLURAL: Final = re.compile(r"\b(?:we|us|our|ours|we're|we've|we'd|we'll)\b", re.I)
_SINGULAR: Final = re.compile(r"\b(?:i|me|my|mine|myself|i'm|i've|i'd|i'll)\b", re.I)
_OWN: Final = re.compile(r"(?:i|i'm|i've|i'd|my|we|we're|we've|we'd|our)\b", re.I)
_OTHERS: Final = re.compile(
    r"(?:(?:nobody|no one|no-one|everyone|everybody|they|he|she|there)\b"
    r"|(?:the|a|an|his|her|their|one of the|two of the|some of the|most of the|half the) (?:[\w'-]+ ){1,3}?"
    r"(?:is|isn't|was|wasn't|are|aren't|were|weren't|has|hasn't|had|have|haven't|does|doesn't|did|didn't|don't"
    r"|never|just"
    r"|keeps?|kept|went|came|left|got|took|made|gave|stood|sat|saw|ran|rang|knows?|wants?|says no|can't|won't"
    r"|will|would"
    r"|[a-z]{3,}ed)\b)",
    re.I,
)
_MARKS: Final = re.compile(r"[.!?;]\s|[\"()\[\]/*#@&%:]|\d{3,}|(?<!\w)'|'(?!\w)")
_SLANG: Final = re.compile(
    r"\b(?:lol|haha|tbh|ngl|imo|idk|wtf|omg|pls|cos|coz|gonna|wanna|dunno|kinda|sorta|innit|nowt|owt|summat|aye"
    r"|wee|yeah|yep"
    r"|fucking|bloody|shit|god|jesus)\b",
    re.I,
)
_OPEN: Final = re.compile(
    r"\b(?:think|thinks|thought|said|says|saying|told|asked|wonder|guess|suppose|suspect|know|mean|means|hope"
    r"|hoped|reckon|find"
    r"|if|whether|why|how|what|which|who|guarantee\w*|promise\w*)\b",
    re.I,
)
"""Words that open another's clause, in which 'I' may be somebody else."""

_I: Final = re.compile(r"i\b(?! (?:said|goes|was like)\b)", re.I)
"""Begins with the doctor as the subject: whatever opens then, 'I' stays the doctor."""

_DISAGREES: Final = re.compile(r"^\s*i\b.*\b(?:are|has|is|does)\b", re.I)

_TURNS: Final = (
    (re.compile(r"\bi was\b", re.I), "you were"),
    (re.compile(r"\bi wasn't\b", re.I), "you weren't"),
    (re.compile(r"\bi am\b", re.I), "you are"),
    (re.compile(r"\bi'm\b", re.I), "you're"),
    (re.compile(r"\bi've\b", re.I), "you've"),
    (re.compile(r"\bi'd\b", re.I), "you'd"),
    (re.compile(r"\bi'll\b", re.I), "you'll"),
    (re.compile(r"\bi\b", re.I), "you"),
    (re.compile(r"\bme\b", re.I), "you"),
    (re.compile(r"\bmy\b", re.I), "your"),
    (re.compile(r"\bmine\b", re.I), "yours"),
    (re.compile(r"\bmyself\b", re.I), "yourself"),
    (re.compile(r"\bwe\b", re.I), "you"),
    (re.compile(r"\bus\b", re.I), "you"),
    (re.compile(r"\bour\b", re.I), "your"),
    (re.compile(r"\bours\b", re.I), "yours"),
)
_CLASH: Final = re.compile(r"\byou you|\byou your\b|\band you$|\byou and\b|\bwas you\b|\bam\b", re.I)
_JOINED: Final = re.compile(r"\b(?:and|or|nor)\s*$|[\w']\s*&\s*$", re.I)
_ENDS: Final = re.compile(
    r"[\"'”’)]*\s*(?:$|[.,;:!?()\-–—/]|(?:and|but|so|because|cos|then|or|nor|when|while|if|though|although|yet|which|who)\b)",
    re.I,
)


def restated(clause: str, text: str) -> str | None:
    """The clause with 'I' as 'you', as a sentence without its full stop; None where that could go wrong.

    `text` is the whole message: 'the sister and I are not speaking' must not become 'you are not speaking'.
    """
    bare = with_apostrophes(" ".join(clause.replace("’", "'").split()))
    short = FEWEST_WORDS <= len(bare.split()) <= MOST_WORDS
    if not short or not (_OWN.match(bare) or _OTHERS.match(bare)) or _torn_out(clause, text):
        return None
    mixed = _PLURAL.search(bare) and _SINGULAR.search(bare)
    doubtful = _OPEN.search(bare) and not _I.match(bare)
    if mixed or doubtful or _DISAGREES.match(bare) or any(one.search(bare) for one in (_SECOND, _MARKS, _SLANG)):
        return None
    turned = bare
    for pattern, to in _TURNS:
        turned = pattern.sub(to, turned)
    return (
        None
        if _copied(turned, with_apostrophes(text.replace("’", "'"))) or _copied(turned, text) or _CLASH.search(turned)
        else turned[0].upper() + turned[1:]
    )


def _copied(turned: str, text: str) -> bool:
    """Whether too many words in a row stand in the message as well: outside quotation marks that is parroting."""
    ours, theirs = (re.findall(r"\w+", one.casefold()) for one in (f"so {turned}", text))  # as a phrase may begin
    runs = {tuple(theirs[at : at + _MOST_COPIED + 1]) for at in range(len(theirs) - _MOST_COPIED)}
    return any(tuple(ours[at : at + _MOST_COPIED + 1]) in runs for at in range(len(ours) - _MOST_COPIED))


def _torn_out(clause: str, text: str) -> bool:
    """Whether it is quoted, is one of two subjects, or left its end behind: 'I've wanted this since a pt'."""
    whole, part = " ".join(text.split()), " ".join(clause.split())
    found = whole.casefold().find(part.casefold())
    quoted = whole[:found].count('"') % 2 or whole[:found].count("“") > whole[:found].count("”")
    return (
        found < 0 or bool(quoted) or bool(_JOINED.search(whole[:found])) or not _ENDS.match(whole[found + len(part) :])
    )
