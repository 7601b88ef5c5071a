"""Names that the words before them give away: somebody's kin, a patient, somebody called so."""

import re
from typing import Final

from bot.coaching.identifiers.cues import AGES, ANYONE, CARED_FOR, HELPERS, KIN, NOT_KIN_ALONE, NOT_OWN_KIN, OWNERS
from bot.coaching.identifiers.runs import Span, joined, namely, run_end, strong
from bot.coaching.identifiers.words import NameLists, Sort, Word

_AFTER_CUE: Final = re.compile(r"\s*[,(:–-]?\s*[\"'“‘(]?$")


def by_kin(words: list[Word], at: int, names: NameLists) -> Span | None:
    """A name behind `his daughter`, `the patient's wife`, `mum`."""
    if at + 1 == len(words) or words[at].possessive or not _AFTER_CUE.match(words[at + 1].gap):
        return None
    kin = _owned(words, at) or _kin_alone(words, at, names)
    return (at + 1, run_end(words, at + 1)) if kin and _called_so(words, at + 1, names) else None


def _kin_alone(words: list[Word], at: int, names: NameLists) -> bool:
    """`mum Jean`, `the mother, Jean,`: nobody owns the relative; a sister may be the ward's."""
    name = words[at + 1]
    if words[at].low in NOT_KIN_ALONE or not name.cased:
        return False
    apart = _enclosed(words, at + 1) and at > 0 and words[at - 1].low == "the"
    return apart or (joined(name) and strong(name) and name.low in names.given)


def _owned(words: list[Word], at: int) -> bool:
    """Whether somebody's kin is spoken of; `my partner` is as likely a colleague."""
    for back in words[max(0, at - 2) : at]:
        if back.possessive or (back.low in OWNERS and not (back.low == "my" and words[at].low in NOT_OWN_KIN)):
            return True
    return at > 0 and words[at - 1].low in ("late", "patient's", "pt's")


def _called_so(words: list[Word], at: int, names: NameLists) -> bool:
    """Whether the word behind a cue is the name: any with a capital, without one only where it cannot be a verb."""
    word = words[at]
    if word.cased:
        return word.sort != Sort.ORDINARY
    unknown = word.sort == Sort.UNKNOWN and (joined(word) or _enclosed(words, at))
    return unknown or (strong(word) and word.low in names.given)


def _enclosed(words: list[Word], at: int) -> bool:
    """A word between two commas or brackets."""
    return at + 1 < len(words) and words[at].gap.strip() in (",", "(") and words[at + 1].gap.lstrip()[:1] in (",", ")")


def by_patient(words: list[Word], at: int, names: NameLists) -> Span | None:
    """A name right behind `patient`: capitals, a listed given name, two unknown words, or one between commas."""
    if at + 1 == len(words) or words[at].possessive or not _AFTER_CUE.match(words[at + 1].gap):
        return None
    word = words[at + 1]
    sure = namely(word) or (strong(word) and word.low in names.given)
    lone = word.sort == Sort.UNKNOWN and (_enclosed(words, at + 1) or _two_unknown(words[at + 1 : at + 3]))
    return (at + 1, run_end(words, at + 1)) if sure or lone else None


def _two_unknown(pair: list[Word]) -> bool:
    return len(pair) > 1 and all(word.sort == Sort.UNKNOWN and joined(word) for word in pair)


def by_called(words: list[Word], at: int, names: NameLists) -> Span | None:
    """`a lady called Margaret`, `an 84 year old man called Arthur`, `a daughter named Aoife`."""
    if at + 1 == len(words) or not joined(words[at + 1]) or not _somebody(words[max(0, at - 6) : at]):
        return None
    word = words[at + 1]
    either = word.sort == Sort.EITHER and word.low in names.given and word.low not in HELPERS
    sure = namely(word) if word.cased else word.sort >= Sort.UNKNOWN or either
    return (at + 1, run_end(words, at + 1)) if sure else None


def _somebody(before: list[Word]) -> bool:
    """Whether a patient or a relative was just spoken of, or a man or woman with an age or a bed."""
    near = {word.low for word in before[-4:]}
    return bool(
        near & (CARED_FOR | KIN - {"partner", "sister"}) or (near & ANYONE and {word.low for word in before} & AGES)
    )


def by_name_is(words: list[Word], at: int, names: NameLists) -> Span | None:
    """`mum's name is Jean Ellis`, `her name was Margaret`."""
    if at == 0 or at + 2 >= len(words) or words[at + 1].low not in ("is", "was"):
        return None
    whose, name = words[at - 1], words[at + 2]
    theirs = (whose.possessive and whose.low in KIN | CARED_FOR) or (
        whose.low in ("his", "her") and words[at + 1].low == "was"
    )
    return (at + 2, run_end(words, at + 2)) if theirs and joined(name) and _called_so(words, at + 2, names) else None
