"""A message as it bears on the plan: declined, certain, the step and the day that were found in it."""

import re
from dataclasses import dataclass
from datetime import date

from bot.coaching import commitments
from bot.coaching.model import Reading, State
from bot.coaching.noticed import Spans

SURE = "plan/sure"
"""Noted among what was told: the doctor has said, without a number, that it will happen."""
ASKED_FOR_ACT = {"commitment", "what", "when"}
SHORT = 12
_LONGEST_STEP = 40
_FEWEST = 2
_FEW = 8
_LABEL = re.compile(r"^\W*(?:when|day|time)\s*[-–:]\s*", re.I)
_NO_DAY = re.compile(r"^(?:the |at |on )*(?:weekends|nights|mornings|evenings|days|shifts)$", re.I)
_TELLS = re.compile(r"\b(?:i|i['’]?m|is|he|hes|she|shes|they|we|by)\b", re.I)
_NO_STEP = re.compile(
    r"^(?:do with|let you know|see how|think about it|be honest|say)\b(?! (?:to|it|that|sorry|something|what|the|\"))",
    re.I,
)
STEP = "small_step"
"""The gist of a message that names a step."""
_LEAD = re.compile(
    r"^(?:(?:and|so|then|ok|well|just|probably|actually|to|i['’]?ll|i will|i['’]?d|i would|i could|i['’]?m going to"
    r"|im (?:going to|gonna)|gonna|going to)\s+)+",
    re.I,
)
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


@dataclass(frozen=True, slots=True)
class Said:
    """A message, as read, at the point of the conversation where it comes."""

    text: str
    reading: Reading
    state: State
    today: date | None

    @property
    def spans(self) -> Spans:
        """The words of the message that are something."""
        return self.reading.noticed.spans


def refused(text: str) -> bool:
    """True where the doctor declines to name anything: no aim, idea or option to keep."""
    return bool(_REFUSED.match(text))


def certain(text: str) -> bool:
    """True where the doctor says, without a number, that it will happen."""
    return bool(_CERTAIN.search(text)) and not _UNSURE.search(text)


def step(said: Said) -> str | None:
    """The step, or two that are told apart, from the verb on; None where there is none."""
    own = (one for one in said.spans.step if not said.text.partition(one)[0].count('"') % 2)  # not words to be said
    told = [commitments.tidy(_LEAD.sub("", _undated(one))) for one in own]
    whole = [
        one for one in told if len(one.split()) >= _FEWEST and not (commitments.is_torn(one) or _NO_STEP.match(one))
    ]
    if whole:
        return commitments.cut(", and ".join(whole), _LONGEST_STEP)
    return None


def _undated(words: str) -> str:
    """Without a sentence of it that is only the day: 'ask her. tuesday after the huddle'."""
    told = commitments.sentences(words)
    kept = [one for one in told if not (commitments.find_when(one) and not commitments.acts(one))]
    return commitments.tidy(". ".join(kept or told))


def step_by_form(said: Said) -> str | None:
    """The step where its words were not found and yet the message surely amounts to one: taken by its form."""
    sure = any(one.id == STEP and one.sure for one in said.reading.noticed.gists)
    best = max(commitments.acts(said.text), key=lambda one: one.force, default=None) if sure else None
    return best.what if best else None


def way(said: Said) -> str | None:
    """What would be done if it snags."""
    told = [commitments.tidy(one) for one in said.spans.way]
    return next((one for one in told if len(one.split()) >= _FEWEST and not commitments.is_torn(one)), None)


def when(spans: Spans) -> str | None:
    """Its day; two days in the order of the steps that they belong to, else what is added to the first in few words."""
    named = (commitments.tidy(_LABEL.sub("", one)) for one in spans.when)
    told = [one for one in named if not _NO_DAY.match(one)]
    if len(spans.step) > 1:
        return ", and ".join(told) or None
    more = len(told) > 1 and len(" ".join(told).split()) <= _FEW and not any(map(_TELLS.search, told[1:]))
    return ", ".join(told if more else told[:1]) or None
