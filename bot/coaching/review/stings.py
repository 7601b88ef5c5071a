"""The worst lines of a draft: what stings in them, and what stays of a sentence without it."""

import re
from dataclasses import dataclass, replace
from typing import Final

from bot.coaching.review import clauses
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.harsh import finite
from bot.coaching.review.parts import large
from bot.coaching.review.sting_asides import ASIDES
from bot.coaching.review.sting_plain import PLAIN
from bot.coaching.review.sting_sly import SLY
from bot.coaching.review.sting_turns import EXCUSE, TURNS
from bot.coaching.review.sting_words import GROVEL, OWN
from bot.coaching.review.sting_words import STINGS as WORDS
from bot.coaching.review.unframed import unframed
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

STINGS: Final = (*WORDS, *TURNS, *ASIDES, *SLY, *PLAIN)
RANK: Final = ("threat", "insult", "motive", "us_and_them", "sarcasm", "shut", "guilt", "excuse", "never", "grovel")
"""Kinds of sting, the worst first."""

_SUPPOSES: Final = re.compile(r"[Ii] (?:assume|presume|suppose|imagine|guess) (?:that )?it(?:['’]?s)?\b")
_OFFERS: Final = re.compile(
    r"\b(?:tell me|together|for you|not you|happy to|if you (?:want|like|prefer|['’]d|would)|on your behalf|with"
    r" you|let me know|help you)\b",
    re.I,
)
_OF_THEMSELVES: Final = frozenset({"us_and_them", "threat", "guilt", "shut"})
_DENIED: Final = re.compile(r"(?:\bnot|n['’]?t)(?: \w+)? $|\bcalled (?:him|her|me|us|them|it) (?:an? )?$", re.I)
_ASKED_OPENLY: Final = re.compile(r"\W*(?:which|what|how|where|when) (?:\w+ )?(?:do|would|did)\b", re.I)
_AGAIN: Final = re.compile(r"\b(?:again|next time|happens|once more|one more time)\b", re.I)
WORDS_ALONE: Final = re.compile(
    r"(?: ?/ ?(?:not bothered|lazy|don['’]?t care|can['’]?t be bothered)(?=\W*$)| who (?:can |could "
    r"|will )actually \w+(?: it| this| them)?(?= )|\b(?:bloody|ffs|frankly|honestly"
    r"|obviously|clearly|apparently|simply|actually) ?"
    r"|,? ?\b(?:yet again|once again|once more|as usual|as per usual|as always|for the (?:umpteenth|nth|hundredth"
    r"|millionth) time)\b,?"
    r"|(?<=\byou) lot\b|(?<=\bu) lot\b|\b(?:needless to say|predictably|true to form|unsurprisingly|miraculously"
    r"|mysteriously|astonishingly|of course),? ?|,? though (?:sadly |perhaps )?not (?:entirely |exactly |wholly"
    r" )?surprised,?"
    r"|^(?:not being funny|no offence|no disrespect|sorry not sorry|i don['’]?t mean to be \w+),? (?:but )?|^(?:as"
    r" )?per my (?:last|previous|earlier)[^,]{0,30}, |,? genuine question\??)",
    re.I,
)
"""Words that may go without a change to the rest."""
_BRACKETED: Final = re.compile(
    r",\s*(?:needless to say|predictably|true to form|unsurprisingly|miraculously|mysteriously|astonishingly|of course"
    r"|as usual|as always|yet again|once again),\s*",
    re.I,
)
"""The same between two commas: both go with it."""
_HUNG: Final = re.compile(r"(?:\s*[,;]|\s+-)?\s+(?:and|but|so)\s+$|(?<=[.!?])\s+$", re.I)
_OPENS: Final = re.compile(r"(?:who|what|how|which|where|when) \w+ \w+", re.I)
_SORRY: Final = re.compile(r"^\W*(?:\w+ ){0,3}(?:sorry (?:i|about|for)|i apologise)\b", re.I)
_JOINED: Final = re.compile(r",?\s*(?:and|but) ", re.I)
_MORE: Final = re.compile(r"\d|[,;]\s+(?:and|but|so)\b", re.I)
"""What follows a sting and would be lost with it."""

_HABIT: Final = re.compile(r"as (?:usual|per usual|always)|yet again|once again", re.I)
_WISHES: Final = re.compile(
    r"\bsure (?:you|she|he|they)(?:['’]ll| will) (?:go far|do (?:well|brilliantly|great)|be (?:fine|great|brilliant)"
    r"|make|enjoy|find)\b",
    re.I,
)
_OF_OWN_QUESTION: Final = re.compile(
    r"\b(?:sorry if|probably|maybe|this is|it['’]?s|may be) (?:this is |it['’]?s )?(?:a |an |such a )?(?:really "
    r"|very )?"
    r"(?:stupid|silly|dumb|daft|basic|idiotic) (?:question|idea|thing|one|request)\b",
    re.I,
)
"""A hard word for the doctor's own question."""
_SOMEBODY: Final = re.compile(
    r"\b(?:they|he|she|you lot|nobody|no ?one|managers?|management|consultants?|nurses?|registrars?|surgeons?|juniors?"
    r"|radiology|pharmacy|ortho|estates|hr|switchboard|your (?:team|office|ward|department|doctors|nurses|staff)"
    r"|the \w+ team|left|late|ignored|you (?:have|were|did|are|never|left|forgot)|you['’](?:ve|re))\b",
    re.I,
)
"""Whom a word of habit accuses: without one of them it is only a way to talk."""

_LONGEST: Final = 44
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Sting:
    """A sentence with a sting in it: its kind, and the sentence without it, '' where nothing can stay."""

    piece: Piece
    kind: str
    kept: str


def stings(draft: Draft) -> list[Sting]:
    """Every sentence of a draft that stings, in its order."""
    found = (sting(one, draft) for one in draft.pieces if one.role in {"body", "heading", "closing"})
    return [one for one in found if one is not None]


def sting(piece: Piece, draft: Draft) -> Sting | None:
    """The worst that stings in a sentence, and what stays without it."""
    spans = [(kind, found.span()) for kind, pattern in STINGS for found in pattern.finditer(piece.text)]
    spans = [(kind, span) for kind, span in spans if _means_it(kind, span, piece)]
    if draft.kind is DraftKind.APOLOGY or piece.has(Label.APOLOGY):
        spans += [("grovel", one.span()) for one in GROVEL.finditer(piece.text)]
    if draft.kind is DraftKind.APOLOGY:
        spans += [("excuse", one.span()) for one in EXCUSE.finditer(piece.text)]
    if draft.kind is DraftKind.APOLOGY:
        spans = [(kind, span) for kind, span in spans if kind != "threat" and not _of_self(piece.text[: span[0]])]
    if not spans:
        return None
    parts = clauses.clauses(piece.text)
    hit = [any(start < end and begin < stop for _, (begin, end) in spans) for start, stop in parts]
    gone = clauses.widened(piece.text, parts, hit)
    kind = min((kind for kind, _ in spans), key=RANK.index)
    if (
        (draft.any(Label.APOLOGY) or _SORRY.search(draft.text))
        and EXCUSE.search(piece.text)
        and kind not in {"threat", "insult"}
    ):
        kind = "excuse"
    kept = "" if kind in {"grovel", "excuse"} else unframed(piece.text) or _without_words(piece.text)
    kept = kept or _before(piece.text, min(start for _, (start, _) in spans))
    kept = kept or clauses.left(piece.text, parts, gone, upper=piece.text[:1].isupper())
    whole = len(kept.split()) <= _LONGEST and not (kind == "threat" and _AGAIN.search(kept))
    return Sting(piece, kind, kept if whole else "")


def _of_self(before: str) -> bool:
    """Whether hard words that follow are said by the doctor of the doctor."""
    return bool(re.search(r"\b(?:i['’]?m|i am|i was|i feel|i['’]?ve been)\b[^.,;?!]*$", before, re.I))


def _before(text: str, start: int) -> str:
    """What stands before a sting that is only hung on; '' where it cannot stand, or more follows."""
    joined = _JOINED.match(text[start:])
    hung = _HUNG.search(text[: start + joined.end()] if joined else text[:start])
    said = text[: hung.start()].strip() if hung else ""
    asked = text.rstrip()[-1:] == "?" and _OPENS.match(said)
    if not said or _MORE.search(text[start:]) or not (clauses.stands(said) or asked):
        return ""
    quiet = not any(pattern.search(said) for _, pattern in STINGS)
    ends = text.rstrip()[-1:]
    ends = "" if said[-1:] in ".!?" else ends
    return (said + (ends if ends in ".?" else "." if ends == "!" else "")) if quiet else ""


def unstung(piece: Piece) -> list[Piece]:
    """What of a sentence may be praised: all of it, or the runs of clauses beside what stings."""
    spans = [
        found.span()
        for kind, pattern in STINGS
        for found in pattern.finditer(piece.text)
        if _means_it(kind, found.span(), piece)
    ]
    if not spans:
        return [piece]
    parts = clauses.clauses(piece.text)
    hit = [any(start < end and begin < stop for begin, end in spans) for start, stop in parts]
    gone = clauses.widened(piece.text, parts, hit)
    runs: list[Piece] = []
    for (start, end), is_gone in zip(parts, gone, strict=True):
        if is_gone:
            continue
        begin = start + len(re.match(r"[\s,;:–—-]*(?:(?:and|but|so|or) )?", piece.text[start:end], re.I).group(0))  # type: ignore[union-attr]
        if runs and piece.start + start <= runs[-1].end + 1:
            begin = runs.pop().start - piece.start
        runs.append(replace(piece, start=piece.start + begin, end=piece.start + end, text=piece.text[begin:end]))
    return runs


def _without_words(text: str) -> str:
    """The sentence without a few words that sting, where they are all that does; else ''."""
    said = " ".join(WORDS_ALONE.sub("", _BRACKETED.sub(" ", text)).split())
    quiet = said != " ".join(text.split()) and not any(pattern.search(said) for _, pattern in STINGS)
    return (
        (large(said) if text[:1].isupper() else said) if quiet and (clauses.stands(said) or _noted(text, said)) else ""
    )


def _noted(text: str, said: str) -> bool:
    """Whether a line was no sentence to begin with, as on a slide, and still says something."""
    return not finite(text.replace("bothered", "")) and len(said.split()) >= _FEW


def _meant_kindly(kind: str, text: str, span: tuple[int, int]) -> bool:
    """Whether it is a good wish, or a hard word for the doctor's own question."""
    wished = kind == "sarcasm" and _WISHES.search(text[slice(*span)])
    return bool(wished or (kind == "insult" and _OF_OWN_QUESTION.search(text)))


def _of_nobody(text: str, span: tuple[int, int]) -> bool:
    """Whether a word of habit is said of no person: the weather, the parking, business as usual."""
    return bool(_HABIT.fullmatch(text[slice(*span)]) and not _SOMEBODY.search(text[: span[0]] + text[span[1] :]))


def _means_it(kind: str, span: tuple[int, int], piece: Piece) -> bool:
    """Whether words sting here: not said of the doctor, not in an offer, not in somebody's mouth."""
    text = piece.text
    if _SUPPOSES.match(text[span[0] :]) or _meant_kindly(kind, text, span):
        return False
    parts = clauses.clauses(text)
    clause = next((text[start:end] for start, end in parts if start < span[1] <= end), text)
    says_i = re.match(r"i\b", text[span[0] :], re.I)
    if kind not in _OF_THEMSELVES and not says_i and OWN.match(clause.strip(" ,;:-–—")):
        return False
    if _ASKED_OPENLY.match(text) and " actually " in text[slice(*span)]:
        return False
    if kind in {"never", "insult"} and _DENIED.search(text[: span[0]]):
        return False
    if kind == "threat" and (_OFFERS.search(text) or piece.has(Label.APOLOGY)):
        return False
    if kind == "never" and (piece.has(Label.OPEN_QUESTION, Label.APOLOGY) or _of_nobody(text, span)):
        return False
    quoted = re.search(r"['\"‘“][^'\"’”]{0,60}$", text[: span[0]]) and re.match(
        r"[^'\"‘“]{0,60}['\"’”](?:\W|$)", text[span[1] :]
    )
    return not (quoted and not re.search(r"\w['’]\w*$", text[: span[0]]))
