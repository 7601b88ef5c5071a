"""A message as it bears on the plan: declined, certain, only a time, an act in few words, the main act of several."""

import re
from dataclasses import dataclass
from datetime import date

from bot.coaching import commitments
from bot.coaching.commitments import Act, Force
from bot.coaching.model import Commitment, Reading, State, TurnKind

SURE = "plan/sure"
"""Noted among what was told: the doctor has said, without a number, that it will happen."""
ASKED_FOR_ACT = {"commitment", "what", "when"}
NO_ANSWER = {TurnKind.YES, TurnKind.NO, TurnKind.MINIMAL, TurnKind.DONT_KNOW}
NO_ACT = {*NO_ANSWER, TurnKind.CORRECTION, TurnKind.QUESTION, TurnKind.THANKS}
FEW_WORDS = 3
_LONGEST_STEP = 22
SHORT = 12
FEWEST_OPTION = 2
_CERTAIN = re.compile(
    r"\b(?:(?:very|quite|pretty|fairly|100%|absolutely|completely|dead) (?:sure|certain|confident)|(?:i['’]?m"
    r"|i am) (?:sure|certain|confident) (?:i|it|that)"
    r"|no doubt (?:i|about)|(?:definitely|certainly) (?:will|going to|happening)|will (?:definitely|certainly)"
    r"|it(?:['’]ll| will) happen|nothing will stop me)\b",
    re.I,
)
_UNSURE = re.compile(r"\b(?:not|n['’]t|less) (?:\w+ )?(?:sure|certain|confident)\b", re.I)
_REFUSED = re.compile(
    r"^\W*(?:no|nope|nah|nothing|none|neither|not (?:really|now|that|this|any)|whatever|doesn'?t matter|can'?t say)\b"
    r"(?:[^.!?;,]{0,24})\W*$"
    r"|\b(?:do(?:n['’]?t| not)|dont) (?:really )?(?:want|need) (?:a |any |an )?(?:second|other|another|more|third)\b"
    r"|^\W*(?:no\W+)?(?:just|only) (?:that|this|the one|the first|one)\b[^?]{0,16}$",
    re.I,
)
TO_THE_COACH = re.compile(
    r"\byou (?:didn['’]?t|never|did not|skipped|asked|said|keep|quoted|already)\b|\b(?:go|carry) on\b", re.I
)
NO_FIRST = re.compile(r"^\W*(?:no|nope|nah|sorry|not)\b", re.I)
STARTS_IF = re.compile(r"^\W*(?:(?:and|so|but)\W+)?(?:if|when|unless)\b", re.I)


@dataclass(frozen=True, slots=True)
class Said:
    """A message, as read, at the point of the conversation where it comes."""

    text: str
    reading: Reading
    state: State
    today: date | None


def refused(text: str) -> bool:
    """True where the doctor declines to name anything: no aim, idea or option to keep."""
    return bool(_REFUSED.match(text))


def only_a_time(text: str) -> bool:
    """True where a short answer names a time and no act."""
    few = len(text.split()) <= FEW_WORDS + 1
    return few and commitments.find_when(text) is not None and not STARTS_IF.match(text)


def certain(text: str) -> bool:
    """True where the doctor says, without a number, that it will happen."""
    return bool(_CERTAIN.search(text)) and not _UNSURE.search(text)


def in_few_words(said: Said) -> Commitment | None:
    """A short answer that names no act we know a word for: kept as it is, unless it is none or said to the coach."""
    text = said.text
    none = (
        said.reading.kind in NO_ACT
        or said.reading.intent == "end_session"
        or NO_FIRST.match(text)
        or STARTS_IF.match(text)
    )
    long = len(text.split()) > SHORT or text.rstrip().endswith("?")
    if (
        none
        or long
        or refused(text)
        or TO_THE_COACH.search(text)
        or commitments.is_vague(text)
        or re.match(r"\W*i\b", text, re.I)
    ):
        return None
    what = commitments.tidy(text)
    return commitments.made_of(what, text, text, said.today) if len(what.split()) >= FEWEST_OPTION else None


def main(found: tuple[Act, ...]) -> Act:
    """The firmest act, and with it what follows and is no mere idea: 'ring her. Ask her to help' is one step."""
    best = max(found, key=lambda one: one.force)
    if best.force is Force.BARE and commitments.find_when(best.sentence) is None:
        best = next((one for one in found if commitments.find_when(one.sentence)), best)
    what = best.what
    for one in found[found.index(best) + 1 :]:
        if one.force is not Force.IDEA and len(f"{what} {one.what}".split()) <= _LONGEST_STEP:
            what = f"{what}, and {one.what[:1].lower()}{one.what[1:]}"
    return Act(what, best.force, best.sentence)
