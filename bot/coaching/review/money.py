"""Cost words in a draft, and the same said as what patients get too much or too little of."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found, at
from bot.coaching.review.harsh import PEOPLE, finite
from bot.coaching.review.parts import core, large, plainly, small, up_to_break
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_FIGURE: Final = (
    r"(?:[£$€]\s?\d[\d,.]*\s?(?:k|m|bn|million|thousand)?|\d[\d,.]*\s?(?:k|quid|million|grand|pounds)"
    r"|\d[\d,.]*\s?(?:%|per cent))"
)
_SPENT: Final = re.compile(
    rf"(?P<figure>{_FIGURE})?[^.;]*?\b(?:over|overspent|overspend\w*|spend(?:ing)?|spent|budget|bill|wast(?:e|ed"
    rf"|ing))\b[^.;]*?\b(?:on|for)\s+(?P<thing>.+)$",
    re.I,
)
_COSTS: Final = re.compile(
    rf"^(?P<thing>(?:an?|the|every|each|our|these|those)?\s?.{{3,40}}?) costs? (?:the \w+ |us "
    rf")?(?P<figure>{_FIGURE}).*$",
    re.I,
)
_REDUCE: Final = re.compile(
    r"\b(?:cut|reduce|bring down|lower|save on) (?:the )?(?:cost|costs|spend|spending|bill|use) (?:of|on|for) "
    r"(?P<thing>.+)$",
    re.I,
)
_MONEY: Final = re.compile(
    r"\bwast(?:e|ed|ing) (?:a fortune|money|thousands|\w+ on)|[£$€]\s?\d|\b(?:overspen\w+|savings|budget)\b", re.I
)
_NEEDLESS: Final = re.compile(
    r"\b(?:inappropriate|unnecessary|needless|excess(?:ive)?|too many|avoidable) (?P<thing>(?:[\w-]+ )?[\w-]+)", re.I
)
CARE: Final = re.compile(
    r"\b(?:scans?|cts?|mris?|x-?rays?|imaging|bloods?|blood tests?|crps?|paracetamol|antibiotics?|ivs?|iv \w+"
    r"|cannulas?"
    r"|feeds?|dressings?|catheters?"
    r"|tests?|admissions?|drugs?|inhalers?|opioids?|ppis?|cultures?|echos?|echocardiograms?|appointments?|follow[- "
    r"]?ups?|transfusions?|platelets"
    r"|oxygen|fluids?|steroids?|statins?|bed days?|d-?dimers?|troponins?|endoscop(?:y|ies)|ultrasounds?|medicines?"
    r"|medication|gloves|physio|clotting)\b",
    re.I,
)
_NO_MATTER: Final = re.compile(
    r"\b(?:no (?:money|cost|extra)|free of charge|costs? (?:us )?nothing|cost neutral|neutral|not about (?:the "
    r")?(?:money|cost|saving)|nobody gets measured|rather than)\b",
    re.I,
)
_GRANTED: Final = re.compile(
    r"^\W*(?:and |but )?(?:i|we)(?:['’]m| am| do)? (?:aware|know|understand|appreciate|realise|recognise|accept|see)\b",
    re.I,
)
"""Money granted to the reader, and not put forward."""

_SAVES: Final = re.compile(
    rf"^(?P<subject>[^,;:]{{2,70}}?) (?:would|will|could|can|should|is (?:expected|projected) to) (?:also |then "
    rf")?(?P<rest>(?:save|free up|deliver|release|generate|pay for)\b.*(?:{_FIGURE}|money|budget|cash|saving).*)$",
    re.I,
)
_THING_ENDS: Final = re.compile(
    r"\s+(?:this|last|per|each|every|by|which|that|in|from|since|and|at|compared|when|because|alone|so|but|for"
    r"|with|to"
    r"|out|again|unless|a (?:year|month|week|quarter))\b.*$|[,;:(].*$",
    re.I,
)
_OF_MONEY: Final = re.compile(r"\b(?:finance|accounts?|procurement|treasurer|costing)\b", re.I)
"""Whom the draft is to: people whose language money is."""

_ADDRESS: Final = 40
_FOR_THEM: Final = re.compile(r"\b(?:patients?|infections?|harm|safer|stays?|pain|waits?)\b", re.I)
_EVERYDAY: Final = re.compile(
    r"\b(?:mess|parking|rent|coffee|curry|sky|kettle|biscuits|leaving do|collection|alarms?|staff safety"
    r"|rest (?:rooms?|facilities)|taxis?)\b",
    re.I,
)
_SINGLE: Final = re.compile(
    r"\b(antibiotic|scan|test|drug|feed|cannula|dressing|catheter|appointment|transfusion|inhaler|steroid|statin"
    r"|opioid|admission|x-ray|ct|mri|echo)$",
    re.I,
)
_PATIENTS: Final = re.compile(r"\b(?:patients?|children|babies|famil(?:y|ies)|women|residents)\b", re.I)
_NO_USE: Final = re.compile(r"\b(?:out-of-date|expired|unopened|unused|wasted|missing|is|are|was|were|down|up)\b", re.I)
_TOTAL: Final = 5


def costs(draft: Draft) -> Iterator[Found]:
    """The sentence of money that weighs most: one, since it is one habit."""
    told = [
        one
        for one in draft.body
        if (one.has(Label.COST) or _MONEY.search(one.text))
        and not _GRANTED.match(one.text)
        and not (_NO_MATTER.search(one.text) or one.has(Label.OWNERSHIP))
    ]
    if not told or _is_set_right(draft, told) or _OF_MONEY.search(draft.text[:_ADDRESS]):
        return
    early = draft.body[:2]
    for piece in told:
        much = 1.5 * (piece in early) + 0.4 * (len(told) - 1) - 1.0 * draft.any(Label.PATIENT_BENEFIT)
        much -= 2.0 * piece.has(Label.CLOSED_QUESTION, Label.OPEN_QUESTION, Label.INVITATION, Label.PATIENT_BENEFIT)
        form, slots = _form(draft, piece)
        if form:
            yield at(piece, "cost", form, slots, much + (1.0 if form == "overuse" else 0.0))


def _is_set_right(draft: Draft, told: list[Piece]) -> bool:
    """Whether patients come first, or the draft asks about money, with little of it told."""
    first = next((one for one in draft.body if one.has(Label.PATIENT_BENEFIT)), None)
    asked = sum(one.has(Label.OPEN_QUESTION, Label.INVITATION) for one in draft.body)
    if first is not None and first.start <= told[0].start and len(told) * 3 <= len(draft.body):
        return True
    return asked > 1 and len(told) <= asked and not any(one.has(Label.LEADING_QUESTION, Label.BLAME) for one in told)


def _form(draft: Draft, piece: Piece) -> tuple[str, Mapping[str, str]]:
    said = core(piece.text)
    for pattern in (_NEEDLESS, _SPENT, _COSTS, _REDUCE):
        found = pattern.search(said)
        thing = thing_of(found.group("thing")) if found else ""
        if found and thing and CARE.search(thing) and not _NO_USE.search(thing):
            figure = (found.groupdict().get("figure") or _a_figure(said)).strip()
            return ("overuse" if figure else "overuse_bare"), {"thing": small(thing), "figure": figure}
    figure, needless = _a_figure(said), _NEEDLESS.search(draft.text)
    spent = thing_of(needless.group("thing")) if needless else ""
    if figure and spent and CARE.search(spent) and "%" not in figure:
        return "overuse", {"thing": small(spent), "figure": figure}
    saves = _SAVES.match(said)
    patient = _patient(draft, piece)
    if saves and not piece.text.rstrip().endswith("?"):
        rest = up_to_break(saves.group("rest"), 16) or saves.group("rest")
        slots = {"subject": small(saves.group("subject")), "rest": rest, "patient": patient}
        return ("saving_and_patient" if patient else "saving"), slots
    plain = (
        not piece.text.rstrip().endswith("?")
        and draft.kind is not DraftKind.APOLOGY
        and not piece.has(Label.BLAME)
        and not _FOR_THEM.search(said)
    )
    if not plain or len(said.split()) > 24 or _EVERYDAY.search(draft.text):
        return "", {}
    if patient:
        return "patient_first", {"patient": patient, "cost": large(plainly(piece.text))}
    own = re.search(
        r"\b(?:i['’]?m owed|owed|my (?:pay|salary|leave)|i (?:pay|paid|found)|fines?|in the pot)\b", said, re.I
    )
    told = re.search(
        r"[£$€]\s?\d|\d\s?(?:k|quid|grand)\b|\b(?:sav\w+|spen\w+|budget|cost\w*|agency|overdrawn)\b", said, re.I
    )
    care = draft.kind in {DraftKind.PITCH, DraftKind.SLIDES} or CARE.search(draft.text) or PEOPLE.search(draft.text)
    fits = told and not own and care and finite(said)
    return ("for_patients", {"cost": large(plainly(piece.text))}) if fits else ("", {})


def thing_of(words: str) -> str:
    """What money goes on, as a patient would get it: several, without article or what follows; '' where long."""
    short = re.sub(
        r"^(?:the|our|all|all this|all these|unnecessary|needless|inappropriate)\s+",
        "",
        _THING_ENDS.sub("", words).strip(),
        flags=re.I,
    )
    short = re.sub(_SINGLE, r"\1s", short)
    return short if 0 < len(short.split()) <= _TOTAL else ""


def _a_figure(said: str) -> str:
    found = re.search(_FIGURE, said, re.I)
    return found.group(0) if found else ""


def _patient(draft: Draft, piece: Piece) -> str:
    """The doctor's own sentence of what it means for patients, short enough to lead with."""
    for one in draft.body:
        if (
            one is not piece
            and one.has(Label.PATIENT_BENEFIT)
            and one.has(Label.ASSERTION)
            and not one.has(Label.BLAME, Label.COST)
            and _PATIENTS.search(one.text)
            and ":" not in one.text
            and not re.match(r"\W*(?:so|but|and|my|i|we|it|this|that|which)\b", one.text, re.I)
        ):
            said = core(one.text)
            if 3 < len(said.split()) <= 20:
                return large(said)
    return ""
