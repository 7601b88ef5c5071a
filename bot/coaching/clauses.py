"""Cutting a message into clauses of the doctor's own words, and ranking them by how much they carry."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.coaching.borders import AT_MOST, FEWEST_WORDS, ends_there, is_whole, terse, whole_runs
from bot.coaching.charge import FELT, charge
from bot.coaching.kinds import ClauseKind
from bot.coaching.model import Clause

_FOREMOST: Final = 99.0
_ALIKE: Final = 0.4
_FEW_WORDS: Final = 4

_SENTENCE_END: Final = re.compile(
    r"(?<=[.!?…])[\"'”’)]*\s+|\n+|(?<=[a-z0-9])\.\.+\s*|\s+[-–—]+\s+|;\s*|:\s+|\s*(?<!\w)\d\)\s+"
)
_LEADING: Final = re.compile(
    r"^(?:(?:and|but|so(?! far| much| many| few| little| long)|because|bc|cos|cause|then|also|well|anyway|basically"
    r"|honestly|tbh|like|ok|okay|yeah|yes|oh(?=,)"
    r"|no(?=,)|right(?=,)"
    r"|actually|i mean|which|though|although|plus|or)\b[\s,]*)+",
    re.I,
)
_QUOTED: Final = re.compile(
    r"[\"“]([^\"“”]{6,90})[\"”]"
    r"|(?<!\w)['‘]([^'‘’]{6,90}(?:['’](?=\w)[^'‘’]{1,60})*)['’](?!\w)"
)

_SAYING: Final = re.compile(
    r"\b(?:said|says|told|asked|replied|reckons?|thinks?|was like|call(?:s|ed) (?:me|it|us))\b", re.I
)
_PLAN: Final = re.compile(
    (
        r"\b(?:i'?ll|i will|i'?m going to|im gonna|i'?m gonna|going to|i plan to|i could|i might|i'?d like to"
        r"|i want to|i need to)\b"
    ),
    re.I,
)
_DOUBT: Final = re.compile(
    r"\b(?:not sure|don'?t know|dunno|wonder(?:ing)?|maybe|perhaps|half of me|part of me|is it just me|unsure"
    r"|should i|can'?t decide)\b",
    re.I,
)
_OWN: Final = re.compile(r"\bi\b(?!\s*['’]?ll)|\bi['’](?:ve|d|m)\b", re.I)
_OTHER: Final = re.compile(
    (
        r"\b(?:he|she|they|we|consultant|cons|reg|registrar|sister|nurse|nurses|matron|manager|boss|team|partner|gp"
        r"|f1|f2|sho|charge nurse)\b"
    ),
    re.I,
)
_ASIDE: Final = re.compile(
    r"^(?:hi|hello|hey|sorry|thanks|thank you|cheers|good (?:morning|evening|afternoon)|long story|to be fair|tbf"
    r"|fwiw"
    r"|so yeah|anyway|any thoughts?|thoughts|help|please|pls|not sure if|does that make sense|where to begin"
    r"|at least i|go on then|hang on|not asking you|(?:like )?what % \w+|before you (?:say|ask)"
    r"|(?:i )?(?:just )?wanted to (?:tell|ask|say|talk)|(?:if|hope) that makes sense|if this is|promise"
    r"|(?:have|do|did|are|can|has anyone|is it) (?:you|ever|anyone)\b|(?:i |you )?need (?:a|the) (?:fix|answer|line)"
    r"|(?:can|could|may) i (?:just )?(?:ask|throw|say)|i did say|i am writing|i'm writing|(?:who|that|which) (?:is"
    r"|are|was|were|has|had|he|she|they|died|would))\b",
    re.I,
)
_TO_THE_COACH: Final = re.compile(
    r"^(?:what (?:do you mean|would you)\b|(?:dunno|idk|(?:i )?don'?t know|no (?:idea|clue)|not sure)\s*[.,;]"
    r"|you\b(?! (?:could|can) (?:hear|feel|see|cut)\b)"
    r"|(?:that )?(?:(?:i|i've|i have|i'd)(?: just| already| literally)? )?(?:told|asked|gave|given) you\b"
    r"|(?:that )?you (?:just |already |only )?(?:asked|told|cut|said|keep|ignored|missed)\b|what (?:do|did) you want\b"
    r"|(?:literally |already )?(?:just )?said (?:that|so|it)\b|(?:are|do|did|can|could|will|would) you\b)",
    re.I,
)
"""Said of the talk itself, to the coach: never what the doctor would want handed back."""

_SAYS_SOMETHING: Final = re.compile(
    r"\b(?:i|i'?m|i'?ve|he'?s?|she'?s?|they(?:'?re)?|we(?:'?re)?|it'?s?|there'?s?|that'?s|nobody'?s?|no one"
    r"|everyone|everybody"
    r"|is|was|are|were|am|be|been|being|has|have|had|do|does|did|don'?t|didn'?t|doesn'?t|isn'?t|wasn'?t|can'?t"
    r"|won'?t|not"
    r"|never|no|would|could|should|will|want\w*|need\w*|feel\w*|felt|say|says|said|tell|told|ask|went|got|made"
    r"|came|left"
    r"|kept|ran|took|cut|put|gave|lost|broke|stood|sat|wrote|rang|saw|heard|\w{2,}(?:ed|ing|n't))\b",
    re.I,
)
"""Something is said of somebody or something: a bare place, time or thing is no line to hand back."""

_INTRODUCTION: Final = re.compile(
    r"^(?:i'?m (?:an? )?|i am (?:an? )?|as an? )?(?:f[12y]\w*|fy[12]|st[1-8]|ct[1-3]|sho|reg|registrar"
    r"|imt\s?\d?|gp(?:st)? ?(?:trainee|reg|registrar|partner)?|clinical fellow|sas|trust grade)\b"
    r"[\w\s,/-]{0,40}(?:here|in|on|at|job)?\b",
    re.I,
)
_OF_MANY: Final = re.compile(r"(?<=\w)s['’](?=\s+\w)(?![^'‘’]*['’](?!\w))")
"""The apostrophe of 'the porters' walk', which closes no quotation."""

_NOBODY: Final = re.compile(r"(?:nobody|no one|nothing|everyone|everybody)\b", re.I)
_PLACEHOLDER: Final = re.compile(r"\[[a-z ]+\]")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words that could be handed back; `quoted`: reported speech; `asked`: its sentence is a question."""

    text: str
    kind: ClauseKind
    quoted: bool
    asked: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    quoted: bool
    asked: bool


def clauses(text: str) -> tuple[Clause, ...]:
    """Return runs of 3 to 12 of the doctor's own words, word for word, the most charged first.

    A run never contains a masked identifier, a greeting or an introduction of the writer. Empty when nothing fits.
    """
    found: dict[str, Clause] = {}
    for run in runs(text):
        carried = round(charge(text, run.text, run.kind, quoted=run.quoted, asked=run.asked), 3)
        key = run.text.casefold()
        if key not in found or found[key].charge < carried:
            found[key] = Clause(text=run.text, kind=run.kind, charge=carried)
    return tuple(sorted(found.values(), key=lambda one: -one.charge))


def led_by(found: Sequence[Clause], words: Sequence[str], text: str) -> tuple[Clause, ...]:
    """The clauses with those first that are most nearly `words` of the same message `text`, one for each of these.

    A clause begins and ends where people do, `words` not always: they are handed back themselves only where they are
    a sentence of their own that no clause comes near.
    """
    first = [one for one in (_nearest(found, part) or _as_clause(part, text) for part in words) if one]
    known = {one.text.casefold() for one in first}
    return (*dict.fromkeys(first), *(one for one in found if one.text.casefold() not in known))


def _nearest(found: Sequence[Clause], words: str) -> Clause | None:
    enough = len(words.split()) >= FEWEST_WORDS
    best = max(found, key=lambda one: _likeness(one.text, words), default=None) if enough else None
    return best if best is not None and _likeness(best.text, words) >= _ALIKE else None


def _as_clause(words: str, message: str) -> Clause | None:
    text = _handed_back(words)
    if text is None or not is_whole(text) or not ends_there(text, message):
        return None
    return Clause(text=text, kind=_kind(text, quoted=False), charge=_FOREMOST)


def _likeness(one: str, other: str) -> float:
    """F1 of the words that two runs share."""
    left, right = Counter(one.casefold().split()), Counter(other.casefold().split())
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def _handed_back(words: str) -> str | None:
    """The words themselves, or the last sentence of them that is short enough and whole."""
    trimmed = (_trim(one) for one in (words, *reversed(_SENTENCE_END.split(words))) if one and one.strip())
    fit = (one for one in trimmed if FEWEST_WORDS <= len(one.split()) <= AT_MOST)
    return next((one for one in fit if not (_unbalanced(one) or "[" in one or _TO_THE_COACH.search(one))), None)


def runs(text: str) -> Iterator[Run]:
    """Every run that is fit to be handed back, in no order, some of them twice."""
    for piece in _pieces(text):
        trimmed = _trim(piece.text)
        if _fits(trimmed, quoted=piece.quoted):
            yield Run(trimmed, _kind(trimmed, quoted=piece.quoted), piece.quoted, piece.asked)


def _pieces(text: str) -> list[_Piece]:
    pieces = [_Piece(match.group(1) or match.group(2), quoted=True, asked=False) for match in _QUOTED.finditer(text)]
    sentences = [one.strip() for one in _SENTENCE_END.split(text) if one and one.strip()]
    for sentence in sentences:
        asked = sentence.rstrip("\"'”’) ").endswith("?")
        pieces += [_Piece(run, quoted=False, asked=asked) for run in whole_runs(sentence)]
    return [*pieces, *(_Piece(run, quoted=False, asked=False) for run in terse(text))]


def _trim(text: str) -> str:
    bare = text.strip().strip(".,;:!?…()*_-–—").strip()
    bare = bare if bare.count("[") == bare.count("]") else bare.strip("[] ")  # of a detail that was struck out
    if bare.count('"') % 2 or bare.count("“") != bare.count("”"):
        bare = bare.strip('"“” ')
    shorter = _LEADING.sub("", bare).strip()
    kept = shorter if len(shorter.split()) >= FEWEST_WORDS else bare
    unwrapped = kept.strip("\"“”' ‘’")
    return kept if _unbalanced(unwrapped) else unwrapped


def _fits(text: str, *, quoted: bool) -> bool:
    bare = _LEADING.sub("", text)
    if bare != text and len(bare.split()) < FEWEST_WORDS and not _NOBODY.match(bare):
        return False
    return FEWEST_WORDS <= len(text.split()) <= AT_MOST and not _unfit(text, quoted=quoted)


def _unfit(text: str, *, quoted: bool) -> bool:
    return bool(
        _unbalanced(text)
        or (not quoted and (_TO_THE_COACH.search(text) or _bare(text)))
        or _PLACEHOLDER.search(text)
        or any(
            _ASIDE.match(one) or _INTRODUCTION.fullmatch(one.strip(" .,!")) for one in _SENTENCE_END.split(text) if one
        )
    )


def _bare(text: str) -> bool:
    return len(text.split()) <= _FEW_WORDS and not _SAYS_SOMETHING.search(text)


def _unbalanced(text: str) -> bool:
    """True where a quotation or a bracket was cut: it opens or closes inside the run and not both."""
    if text.count('"') % 2 or any(text.count(left) != text.count(right) for left, right in ("“”", "()")):
        return True
    text = _OF_MANY.sub("s", text)
    opens, closes = len(re.findall(r"(?<!\w)['‘\"“]", text)), len(re.findall(r"['’\"”](?!\w)", text))
    return opens != closes


def _kind(text: str, *, quoted: bool) -> ClauseKind:
    checks = (
        (ClauseKind.SPEECH, quoted or bool(_SAYING.search(text))),
        (ClauseKind.DOUBT, bool(_DOUBT.search(text))),
        (ClauseKind.FEELING, bool(FELT.is_in(text)) and bool(_OWN.search(text))),
        (ClauseKind.PLAN, bool(_PLAN.search(text))),
        (ClauseKind.OWN_ACT, bool(_OWN.search(text))),
        (ClauseKind.OTHERS_ACT, bool(_OTHER.search(text))),
    )
    return next((kind for kind, holds in checks if holds), ClauseKind.FACT)
