"""A clause of the doctor's turned to 'you': only where grammar leaves no doubt, else None and it is quoted instead."""

import re
from typing import Final

from bot.coaching.broken import is_broken
from bot.coaching.casing import spelt
from bot.coaching.plain import with_apostrophes

FEWEST_WORDS: Final = 3
MOST_WORDS: Final = 14
_MOST_COPIED: Final = 7
"""Words in a row that may come back unchanged outside quotation marks."""

_SECOND: Final = re.compile(r"\b(?:you|your|yours|yourself|u|ur|ya|ye|yous|youse)\b", re.I)
_PLURAL: Final = re.compile(r"\b(?:we|us|our|ours|we're|we've|we'd|we'll)\b", re.I)
_SINGULAR: Final = re.compile(r"\b(?:i|me|my|mine|myself|i'm|i've|i'd|i'll)\b", re.I)
_OWN: Final = re.compile(r"(?:i|i'm|i've|i'd|my|we|we're|we've|we'd|our)\b", re.I)
_OTHERS: Final = re.compile(
    r"(?:(?:nobody|no one|no-one|everyone|everybody|they|he|she|there|it['’]?s|it is|it was)\b"
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
    r"\b(?:think|thinks|thought|said|say|says|saying|told|asked(?! (?:her|him|them|for|about|anything)\b|\W*$)"
    r"|wonder|guess|suppose|suspect|know|mean|means|hope"
    r"|hoped|reckon|find"
    r"|if|whether|why|how|what|which|who|guarantee\w*|promise\w*)\b",
    re.I,
)
"""Words that open another's clause, in which 'I' may be somebody else."""

_I: Final = re.compile(r"i\b(?! (?:said|goes|was like)\b)", re.I)
"""Begins with the doctor as the subject: whatever opens then, 'I' stays the doctor."""

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
_MOST_AS_TOLD: Final = 10
_BESIDE: Final = 2
"""Words that a message has beside a run said again without marks: all of a message again would be an echo."""

_PLAIN_START: Final = re.compile(
    r"(?:(?:the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most|some|all|every|no|nobody"
    r"|no one|everyone|everybody|someone|somebody|he|she|they|there|it|nothing|none|patients|nurses|consultants|people"
    r"|families|trainees|midwives|surgeons|registrars|regs|managers|juniors|doctors|students|porters|pharmacists"
    r"|physios"
    r"|his|her|their|another|each|both)\b(?!['’]?ll\b))",
    re.I,
)
_TO_COACH: Final = re.compile(r"\b(?:if|whether|please|thanks|sorry|maybe|perhaps|or)\b", re.I)
_UNSPELT: Final = re.compile(
    r"\b(?:w|n|u|r|pt|pts|wk|wks|yr|yrs|mins?|hrs?|bc|tho|thru|thats|hes|shes|whos|its|cant|wont|dont|didnt|doesnt|isnt"
    r"|arent|wasnt|theyre|theyve|im|ive)\b|\b[a-z]{1,2}\d"
)
_WHEN_FIRST: Final = re.compile(
    r"^(?:(?:and|then|so|but) )*(?:(?:last (?:night|week|month|time|year)|yesterday|this (?:morning|afternoon|week)"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\s+)(?=(?:i|he|she|they|we|it|nobody|the|my)\b)",
    re.I,
)
"""When it was, before what happened: without it the rest is as true, and is said in fewer of the doctor's words."""

_SAID_BESIDE: Final = re.compile(
    r",? (?:if i'm (?:honest|being honest)|to be honest|tbh|honestly|really|though|lol|i mean)$", re.I
)
_ONLY_SAYS_MORE: Final = re.compile(
    r"\b(?:even|just|actually|honestly|literally|basically|really) (?!because|if)", re.I
)
_SHORT_FORMS: Final = (
    (re.compile(r"\bcan't\b", re.I), "cannot"),
    (re.compile(r"\bwon't\b", re.I), "will not"),
    (re.compile(r"\b(\w+)n't\b", re.I), r"\1 not"),
    (re.compile(r"\b(you|they|we)'ve\b", re.I), r"\1 have"),
    (re.compile(r"\b(you|they|we)'re\b", re.I), r"\1 are"),
    (re.compile(r"\b(\w+)'ll\b", re.I), r"\1 will"),
)
_CLASH: Final = re.compile(r"\byou you|\byou your\b|\band you$|\byou and\b|\bwas you\b|\bam\b", re.I)
_HANGS_ON: Final = re.compile(
    r"\b(?:which|whom|whose|who|where|what|how|why|if|whether|unless|until|than|as if|so that)\s*$", re.I
)
"""Before a clause that is no statement of its own: 'the group chat, which | I'm not in'."""

_FINITE: Final = re.compile(
    r"\b(?:is|was|are|were|am|has|had|have|did|does|do|said|says?|told|went|got|get|keep|kept|froze|took|gave|made|came"
    r"|sat|stood|saw|ran|rang|left|put|cut|let|lost|found|know|knew|think|thought|felt|feel|want|need|can|could"
    r"|will|would"
    r"|called?|[a-z]{3,}ed|\w+['’](?:ve|m|re|d|ll)|\w+n['’]?t)\b",
    re.I,
)
"""A verb: what stands before 'and' is a clause of its own then."""

_JOINED: Final = re.compile(r"\b(?:and|or|nor)\s*$|[\w']\s*&\s*$", re.I)
_REPORTS: Final = re.compile(
    r"\b(?!i\b)[\w'’]+ (?:(?:just|then|also|only|would|will|might|probably|now|always|all) )*(?:said|says?"
    r"|reckons?|wrote"
    r"|writes?|goes|(?:was|were|is|are) like|told (?:me|us|him|her|them)|asks?|asked)\b(?! to\b| for\b)",
    re.I,
)
_BEGINS_ANEW: Final = re.compile(r"(?:\b(?:and|but|so|then|because)|[,;:–—-])\s*$", re.I)
"""After these a clause is the doctor's own again: 'they call it banter and | I feel sick'."""

_WRITTEN: Final = re.compile(
    r"\b(?:comments?|feedback|forms?|emails?|letters?|notes?|reviews?|texts?|messages?|one|someone|somebody|another)\b"
    r"(?: \w+){0,2}? (?:said|says?|wrote|goes|reads?)\b",
    re.I,
)
"""Who writes or says so in words of their own: 'one comment says i never ask' is not the doctor's 'I'."""

_ENDS: Final = re.compile(
    r"[\"'”’)]*\s*(?:$|[.,;:!?()\-–—/]|(?:and|but|so|because|cos|then|or|nor|when|while|though|although|yet|which"
    r"|who)\b)",
    re.I,
)


def restated(clause: str, text: str) -> str | None:
    """The clause with 'I' as 'you', as a sentence without its full stop; None where that could go wrong.

    `text` is the whole message: 'the sister and I are not speaking' must not become 'you are not speaking'.
    """
    bare = _SAID_BESIDE.sub("", _WHEN_FIRST.sub("", with_apostrophes(" ".join(clause.replace("’", "'").split()))))
    short = FEWEST_WORDS <= len(bare.split()) <= MOST_WORDS
    if not short or not (_OWN.match(bare) or _OTHERS.match(bare)) or _torn_out(clause, text):
        return None
    if _reported(clause, text):
        return None
    mixed = _PLURAL.search(bare) and _SINGULAR.search(bare)
    doubtful = _OPEN.search(bare) and not _I.match(bare)
    if mixed or doubtful or is_broken(bare) or any(one.search(bare) for one in (_SECOND, _MARKS, _SLANG)):
        return None
    whole = with_apostrophes(text.replace("’", "'"))
    for words in (bare, _ONLY_SAYS_MORE.sub("", bare)):
        turned = words
        for pattern, to in _TURNS:
            turned = pattern.sub(to, turned)
        for one in (turned, _in_full(turned)):
            if not (_copied(one, whole) or _copied(one, text) or _CLASH.search(one)):
                return _as_sentence(one)
    return None


def _in_full(turned: str) -> str:
    """'You have' for 'you've', 'do not' for 'don't': the same words, said as another says them."""
    for pattern, to in _SHORT_FORMS:
        turned = pattern.sub(to, turned)
    return turned


def _as_sentence(words: str) -> str:
    told = spelt(words)
    return told[0].upper() + told[1:]


def as_told(clause: str, text: str) -> str | None:
    """A short run without 'I' as a sentence of its own, in the doctor's words; None where it should be quoted.

    'Nine on trolleys on a bad night.' needs no marks round it: nothing in it changes when another says it.
    """
    bare = with_apostrophes(" ".join(clause.replace("’", "'").split()))
    most = len(bare.split()) <= _MOST_AS_TOLD and len(text.split()) > len(bare.split()) + _BESIDE
    if not most or not _PLAIN_START.match(bare) or _torn_out(clause, text) or _reported(clause, text):
        return None
    if (
        _REPORTS.search(_before(clause, text))
        or any(one.search(bare) for one in (_SECOND, _PLURAL, _SINGULAR, _MARKS, _SLANG, _TO_COACH))
        or _UNSPELT.search(clause)
        or is_broken(bare)
    ):
        return None
    return next((_as_sentence(one) for one in (bare, _in_full(bare)) if not _copied(one, text)), None)


def _copied(turned: str, text: str) -> bool:
    """Whether too many words in a row stand in the message as well: outside quotation marks that is parroting."""
    ours, theirs = (re.findall(r"\w+", one.casefold()) for one in (f"so {turned}", text))  # as a phrase may begin
    runs = {tuple(theirs[at : at + _MOST_COPIED + 1]) for at in range(len(theirs) - _MOST_COPIED)}
    return any(tuple(ours[at : at + _MOST_COPIED + 1]) in runs for at in range(len(ours) - _MOST_COPIED))


def _reported(clause: str, text: str) -> bool:
    """Whether somebody else may be speaking: then 'I' is theirs, or 'our' is, as in 'they say sign our form'."""
    sentence = _before(clause, text)
    if not _REPORTS.search(sentence):
        return False
    within = not _BEGINS_ANEW.search(sentence)
    return bool(within or _WRITTEN.search(sentence) or _PLURAL.search(clause) or re.search(r"\bmy\b", clause, re.I))


def hangs_on(clause: str, text: str) -> bool:
    """Whether it is no statement of its own where it stands: 'the group chat, which | I'm not in'."""
    return bool(_HANGS_ON.search(_before(clause, text)))


def _before(clause: str, text: str) -> str:
    """What stands before it in its sentence."""
    whole, part = " ".join(text.split()), " ".join(clause.split())
    before = whole[: max(0, whole.casefold().find(part.casefold()))]
    return re.split(r"(?<=[.!?])\s+|\n", before)[-1]


def _torn_out(clause: str, text: str) -> bool:
    """Whether it is quoted, is one of two subjects, or left its end behind: 'I've wanted this since a pt'."""
    whole, part = " ".join(text.split()), " ".join(clause.split())
    found = whole.casefold().find(part.casefold())
    quoted = whole[:found].count('"') % 2 or whole[:found].count("“") > whole[:found].count("”")
    joined = _HANGS_ON.search(whole[:found]) or _one_of_two(whole[:found])
    return found < 0 or bool(quoted) or bool(joined) or not _ENDS.match(whole[found + len(part) :])


def _one_of_two(before: str) -> bool:
    """Whether the words before it end in 'and' after a bare name: 'the sister and | I are not speaking'."""
    joined = _JOINED.search(before)
    if joined is None:
        return False
    last = re.split(r"[.,;:!?\n]\s+", before[: joined.start()])[-1]
    return not _FINITE.search(last)
