"""Whether a rewording may go out as it stands: what is kept must be worth sending, and nothing else may hurt in it."""

import re
from typing import Final

from bot.coaching.review import clauses
from bot.coaching.review.draft import Draft
from bot.coaching.review.found import Found
from bot.coaching.review.harsh import SHARP, finite, wounds
from bot.coaching.review.place_words import PLACES
from bot.coaching.review.stings import STINGS
from bot.coaching.reviewed import DraftKind

_CUTS: Final = frozenset({"cut", "trim"})
CHAT: Final = re.compile(
    r"\b(?:hope (?:you|this|your|all|everyone)|weather|holiday|weekend was|just wanted to|drop you a line|anyway"
    r"|behind us|move on|how are you|as you know|it is what it is|do anything|(?:totally|completely"
    r"|fully) understand|i know (?:you|it)|everyone does|make (?:it )?up"
    r" (?:for it|to you))\b",
    re.I,
)
"""What says nothing, so that nobody would send it alone."""
_ACCUSES: Final = re.compile(
    r"^\W*(?:so |and |but )?(?:who|why|how come|whose|surely)\b|\b(?:unacceptable|disappoint\w*|disgrace\w*|ridiculous"
    r"|yet again|once again|as usual|for the \w+ time|ignored|bother\w*|blame\w*|fault|fail(?:ed|ure|s)?|refus\w+"
    r"|must|supposed to|not good enough)\b",
    re.I,
)
"""What still hurts in the words that are kept."""
_SHOUTS: Final = re.compile(r"\b(?:AGAIN|NOT|NEVER|ALWAYS|NOW|ALL|STOP|EVERY|MUST|ANY|NO ONE|NOBODY|[A-Z]{6,})\b|!{2,}")
_WHOLE: Final = re.compile(r"\bplease [a-z]|\bsorry (?:(?:that )?i|about|for) \w+", re.I)
"""What is whole without a verb that is known as one."""
_DANGLES: Final = re.compile(
    r"(?:^\W*|\b(?:and|but|or|so) )(?:if|when|unless|because|although|until|while)\b[^,?]*[.!]?$", re.I
)
"""A condition with nothing behind it."""
_HOLDS: Final = re.compile(
    r"\d|\b(?:was|were|had|did|been|came|went|sent|left|got|took|rang|lost|overran|ran|twice|two|three|four|five|six"
    r"|please|can (?:you|u|we|someone)"
    r"|could (?:you|u|we|someone)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|\w{3,}ed)\b",
    re.I,
)
_SORRY: Final = re.compile(r"\b(?:sorry|apologi[sz]e|apologies)\b", re.I)
_NO_SORRY: Final = re.compile(
    r"\b(?:misunderst\w+|any \w+ caused|if (?:you|i|any\w*|it)|move (?:on|forward)"
    r"|regret)\b",
    re.I,
)
"""What is no sorry to leave standing alone."""
_POINTS: Final = re.compile(
    r"\b(?:they|you|he|she|nobody|no ?one|assistants|nurses|surgeons|medics|managers?|management|consultants?|juniors"
    r"|registrars?|radiology|ortho|pharmacy|estates|switchboard|porters|staff|the \w+ team|ed|your \w+)\b[^.?!,]*"
    r"\b(?:not|never|left (?:us|me|it)|fail\w*|refus\w*|forgot\w*|ignor\w*|gone (?:to|off|home)|dump\w*|\w+n['’]t"
    r"|dont|didnt|cant|wont|does ?nt)\b",
    re.I,
)
"""Somebody and what they did not do: the reproach is still there."""
_ASKED: Final = re.compile(
    r"\b(?:please|pls|plz|(?:could|can|would|will) (?:you|u|we|someone|somebody)|(?:i|we) (?:need|want|require|ask)"
    r"|response|reply|hear from)\b"
    r"|(?:^|[.!?] )\W*(?:fix|mend|sort|send|correct|reply|answer|confirm|change|bring|get|stop|do|give|pay|call|ring"
    r"|put"
    r"|keep|take|write|open|let)\b[^.?!]*\bor\b",
    re.I,
)
"""A request, which must not go out with the line that hurts."""
_VAGUE: Final = re.compile(r"\b(?:some(?:body|one|thing)|this|that|it) (?:did|do|does|should|must|needs?|is)\b", re.I)
_OWN: Final = frozenset({"excuse", "but_apology", "if_apology"})
"""Remarks whose kept words tell what the doctor did wrong: that is what an apology is for."""
_LEANS: Final = re.compile(r"\W*(?:this|that|these|those|it|which|so|then|he|she|they)\b", re.I)
_TURNS: Final = frozenset({"you", "mine", "done_by", "hear_by", "could", "bare"})
"""Forms that turn a sentence and are not a cut: read more strictly, for most is added in them."""
_LONGEST_TURNED: Final = 22
_FEWEST: Final = 4
_FEWEST_ALONE: Final = 6
"""Words that a line needs to stand for the one beside it: "can you sort it" does not."""
_JOINTS: Final = re.compile(r"\b(?:and|but|because|which|so|unless|if|or)\b|[;:(]", re.I)


def sendable(draft: Draft, found: Found, said: str) -> bool:
    """Whether the doctor could paste a rewording as it stands."""
    place = draft.text[found.start : found.end]
    if found.form in _TURNS:
        return _plain_turn(found, said) and not (found.form == "mine" and (hurts(said, draft) or _VAGUE.search(said)))
    if found.form not in _CUTS:
        return True
    return (
        (not hurts(said, draft) or (found.id in _OWN and bool(re.search(r"\bsorry|\bapolog", said, re.I))))
        and _trimmed(draft, found, said, place)
        and _alone(found, said, place)
        and not CHAT.search(said)
        and _says_enough(said)
        and not _hangs(said, place)
    )


def hurts(said: str, draft: Draft) -> bool:
    """Whether anything is left in the kept words that a reader would answer."""
    stung = any(pattern.search(said) for _, pattern in STINGS) or wounds(said) or SHARP.search(said)
    placed = any(pattern.search(said) for _, kinds, _, pattern in PLACES if draft.kind in kinds)
    return bool(stung or placed or _ACCUSES.search(said) or _SHOUTS.search(said))


def _trimmed(draft: Draft, found: Found, said: str, place: str) -> bool:
    """Whether what is left of a trimmed sentence tells something, and points at nobody."""
    if found.form != "trim":
        return True
    if found.id == "grovel":
        return "sorry" in said.casefold()
    if _DANGLES.search(said) or not (_HOLDS.search(said) or _WHOLE.search(said)):
        return draft.kind is DraftKind.PITCH and place.startswith(said.rstrip(".")) and not _DANGLES.search(said)
    return draft.kind is DraftKind.FEEDBACK or not _POINTS.search(said)


def _alone(found: Found, said: str, place: str) -> bool:
    """Whether a line can stand for the one beside it: a fact or a request, and an apology where it was one."""
    if found.form != "cut":
        return True
    if found.id == "but_apology":
        return not _NO_SORRY.search(said)
    if found.id == "excuse":
        return bool(_SORRY.search(said)) and not _NO_SORRY.search(said)
    if _ASKED.search(place.replace(said, "")) and not _ASKED.search(said):
        return False
    enough = len(said.split()) >= _FEWEST_ALONE or re.search(r"\d", said)
    return bool(enough and (_HOLDS.search(said) or _ASKED.search(said))) and not _POINTS.search(said)


def _says_enough(said: str) -> bool:
    whole = finite(said) or clauses.stands(said) or _WHOLE.search(said) or said.rstrip().endswith("?")
    return len(said.split()) >= _FEWEST and bool(whole)


def _hangs(said: str, place: str) -> bool:
    """Whether what is kept leans on what went before it: "It was approved by the lead."."""
    return bool(_LEANS.match(said)) and not place.strip().startswith(said.strip()[:12])


def _plain_turn(found: Found, said: str) -> bool:
    """Whether a sentence that was turned is short and in one piece, with nothing hung on to it."""
    asked = re.split(r"(?<=[.?]) (?=If not,|How do you)", said)[0]
    joints = _JOINTS.findall(asked)
    return len(asked.split()) <= _LONGEST_TURNED and len(joints) <= (1 if found.form == "done_by" else 0)
