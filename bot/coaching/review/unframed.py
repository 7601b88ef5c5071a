"""The smallest edit of a line that stings: the judgement around a fact goes, and the fact stays as it stands."""

import re
from typing import Final

from bot.coaching.review.harsh import finite, wounds
from bot.coaching.review.parts import large, small
from bot.coaching.review.sting_sly import SLY

_BAD: Final = (
    r"(?:ridiculous|unacceptable|not (?:acceptable|good enough)|inexcusable|intolerable|absurd|laughable|embarrassing"
    r"|shameful|farcical|pathetic|shocking|appalling|outrageous"
    r"|disgraceful|scandalous|unbelievable|astonishing|ludicrous|insulting|a joke"
    r"|a disgrace|a farce|madness|beyond belief)"
)
_JUDGED: Final = re.compile(
    rf"^(?:and |but |so )?(?:it['’]?s|it is|i find it)(?: (?:frankly|quite|just|simply|really|absolutely|utterly"
    rf"|completely|truly|a bit))* {_BAD} that (?P<fact>.+)$",
    re.I | re.S,
)
_ACCUSES: Final = re.compile(r"(?:nobody|no ?one|none|you|your|they|their|he|she|people|every(?:one|body))\b", re.I)
"""A fact that would be an accusation without its judgement too."""

_FOND: Final = re.compile(
    r"^(?:your|their|the) (?:[\w&'’-]+ ){0,3}?(?:obsession|fixation|preoccupation|infatuation|love affair) with "
    r"(?P<thing>(?:the |our |a )?(?:[\w'’-]+ ){0,3}?[\w'’-]+) (?P<rest>(?:is|are|was|were|has|have|means|meant|puts"
    r"|leaves|makes)\b.+)$",
    re.I | re.S,
)
_PUSHED: Final = re.compile(
    r"^(?:you lot|your lot|you guys|you|they|your (?:team|department|ward|lot)|ed|medicine|surgery|ortho) keeps? "
    r"(?:on )?(?:pushing|sending|dumping|shoving|bouncing|offloading|referring|shipping|transferring) "
    r"(?P<whom>(?:\w+ )?(?:patients|people|referrals|outliers|admissions|transfers)) (?P<rest>(?:(?:up|over|down|across"
    r"|through|round) )?to (?:us|the|our|ward)\b.*)$",
    re.I | re.S,
)
_WASTE: Final = re.compile(
    r"^(?P<what>(?:the|our|this|current)\b[\w' -]{2,40}?) (?:is|are) (?:an? )?(?:complete |total |utter |absolute )?"
    r"(?:waste of (?:[\w'’]+ )?(?:\w+ )?time|joke|shambles|farce|disgrace|mess), it(?:['’]?s| is) "
    r"(?P<rest>(?:at |on |in )?\d.*)$",
    re.I | re.S,
)
_LABELLED: Final = re.compile(
    r"^(?P<when>(?:when|while|after|as) [^.?!]+?),? you (?:came across|come across|seemed|were|sounded|looked)\b"
    r"[^.?!]{3,40}[.!]?$",
    re.I,
)
_DID: Final = re.compile(r"^you (?!were|are|seemed|should|need|must|came across)\w+ ", re.I)


def unframed(text: str) -> str:
    """A sentence without the frame that judges or accuses; '' where it has none that is known."""
    bare = text.strip()
    judged, fond, pushed, waste = (one.match(bare) for one in (_JUDGED, _FOND, _PUSHED, _WASTE))
    if judged and finite(judged["fact"]) and not _ACCUSES.match(judged["fact"]):
        said = judged["fact"]
    elif fond:
        said = f"{fond['thing']} {fond['rest']}"
    elif pushed:
        said = f"{pushed['whom']} keep coming {pushed['rest']}"
    elif waste:
        said = f"{waste['what']} is {waste['rest']}"
    else:
        return ""
    if wounds(said) or any(pattern.search(said) for _, pattern in SLY):
        return ""
    return large(said) if bare[:1].isupper() else said


def joined(text: str, following: str) -> str:
    """When something happened, from a line that labels a person, joined to what that person did; '' where neither."""
    labelled, did = _LABELLED.match(text.strip()), _DID.match(following.strip())
    return f"{labelled['when']}, {small(following.strip())}" if labelled and did else ""
