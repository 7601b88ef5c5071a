"""Whether a rewording may be offered: whole, certain, with nothing lost, and nothing left that wounds."""

import re
from typing import Final

from bot.coaching.review import certain, cutting, natural
from bot.coaching.review.draft import Draft
from bot.coaching.review.found import Found
from bot.coaching.review.guard import sound
from bot.coaching.review.harsh import wounds

_HANGS_ON: Final = re.compile(r"\W*(?:do|did|are|is|can|would|have|will) (?:you|they|we|i)\?", re.I)
"""What stands behind a cut and would have nothing left to hang on: "Managers go home at 5. Do you?"."""

_COMPLAINS: Final = re.compile(
    r"\b(?:ed|they|nurses|doctors|surgeons|medics|managers|management|consultants|juniors|radiology|ortho|pharmacy"
    r"|the \w+ team)"
    r" (?:just |simply )?(?:don['’]?t|do not|won['’]?t|will not|never|always|can['’]?t|refuse)\b",
    re.I,
)
"""What still runs others down."""

_SORRY: Final = re.compile(r"\b(?:sorry (?:for|that|about)\b|apologi[sz]e (?:for|that))", re.I)

_SAID_SORRY: Final = re.compile(r"\b(?:sorry|apologi)", re.I)

_OWN: Final = frozenset(
    {
        "if_apology",
        "but_apology",
        "excuse",
        "defence",
        "not_owned",
        "not_said_what",
        "nothing_changes",
        "hedge",
        "move_on",
    }
)
"""Remarks whose rewording may run down the doctor: what they did was thoughtless, and they say so."""

_MAY_LOSE: Final = frozenset(
    {
        "excuse",
        "but_apology",
        "defence",
        "guilt",
        "grovel",
        "pathos",
        "overclaim",
        "thick_jargon",
        "agenda_gripe",
        "agenda_blame",
    }
)
"""Remarks about a reason, a debt or a drama: figures in those are part of what goes."""

_THEIRS: Final = frozenset({"whoever", "trim"})
"""Forms of the doctor's own words, which were searched for what wounds already."""

_RESAID: Final = frozenset({"grovel"})
"""Remarks whose sorry is put together anew from its own words."""

_FEW, _SOFT = 2, 4
"""Words that may go from the middle of a sentence: of cushions a few more."""

_UNSURE: Final = re.compile(r"(?:it|there|the|this|that|they)\b", re.I)
"""How a softened sentence begins that says more than the doctor meant, once it is bare: "The list is long."."""

_CUTS: Final = frozenset({"trim", "cut"})
"""Forms that leave something out and add nothing."""


def holds(draft: Draft, found: Found, said: str) -> bool:
    """Whether a rewording of a find may be offered."""
    place = draft.text[found.start : found.end]
    whole = sound(said, place, figures=not found.drops, own=found.id in _OWN or found.form in _THEIRS)
    certainly = whole and _stands(draft, found, said, place) and _certain(draft, found, said, place)
    return certainly and natural.sendable(draft, found, said)


def _stands(draft: Draft, found: Found, said: str, place: str) -> bool:
    """Whether a cut leaves nothing hanging, keeps the sorry, and is cut where a sentence begins or ends."""
    if found.form in _CUTS and _HANGS_ON.match(draft.text[found.end :]):
        return False
    if found.form == "trim" and (wounds(said) or _COMPLAINS.search(said)):
        return False
    hedge = found.id == "hedge"
    if not hedge and _SORRY.search(place) and not _SAID_SORRY.search(said):
        return False
    if hedge and found.form != "trim" and _UNSURE.match(said):
        return False
    checked = found.form in _CUTS and found.id not in _RESAID
    return not checked or cutting.clean(place, said, _SOFT if hedge else _FEW)


def _certain(draft: Draft, found: Found, said: str, place: str) -> bool:
    """Whether nothing in a rewording stands where it cannot, is foreign to the draft, or has lost a fact."""
    keeps = found.id in _MAY_LOSE or not certain.lost(place, said)
    return keeps and certain.fits(said) and not certain.foreign(said, draft.text)
