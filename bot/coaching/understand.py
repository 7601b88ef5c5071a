"""Message + history -> Reading: rules where certainty is needed, the models' numbers for the rest."""

import re
from collections.abc import Mapping
from typing import Final

from bot.coaching import safety, safety_answers
from bot.coaching.about_me import is_about_me
from bot.coaching.clauses import clauses, led_by
from bot.coaching.commitments import is_action
from bot.coaching.elsewhere import is_elsewhere
from bot.coaching.foremost import foremost
from bot.coaching.kinds import TurnKind
from bot.coaching.labels import COACHING, INTENTS, NOTICES, STOPS
from bot.coaching.model import Reading, Risk, Scored, State
from bot.coaching.noticed import Noticed, Spans
from bot.coaching.reading_asked import is_of_the_reading
from bot.coaching.safety_colleague import COLLEAGUE, settled
from bot.coaching.signals import Signals
from bot.coaching.turns import kind_of

INTENT_AT: Final = 0.5
INTENT_MIDWAY_AT: Final = 0.75
NOTICE_AT: Final = 0.3
SURE_AT: Final = 0.5

_FEW_WORDS: Final = 4
_ASKED_ONCE: Final = {"mistreatment"}
"""Asked about once a session, whatever the answer: it lasts, where danger can arise anew."""

_SHORT_BYE: Final = 10
_A_STORY: Final = 16
_CHAT: Final = ("smalltalk", "end_session")
"""What a message of some length is not, however it ends: 'go on then' closes a story told to a stranger."""

_TAKES_LEAVE: Final = re.compile(
    r"\b(?:bye|thanks|thank you|cheers|ta|later|tomorrow|tonight|gotta|(?:got|have|need) to|must|run|dash|stop|pause"
    r"|leave|enough|night|bed|off|done|pick (?:this|it) up|come back|back to|finish|wrap|park|that'?s (?:it|all|me)"
    r"|called)\b",
    re.I,
)
_LABEL_OF: Final = {COLLEAGUE: "patient_safety_now"}
"""What a route without a label of its own is read as: danger to somebody else, on which someone must act."""

_ASIDES: Final = tuple(one for one in INTENTS if one not in STOPS)
_BYE: Final = re.compile(
    (
        r"^\W*(?:bye\b|goodbye\b|night night\b|good ?night\b|(?:gotta|got to|have to|need to) go(?= now\b"
        r"|\s*[,.!;-]|\W*$)"
        r"|stop(?:,? (?:here|now|there|please|for (?:now|today|tonight)))*\W*$"
        r"|that'?s (?:all|enough|it) (?:for )?(?:now|today|tonight)\b|end (?:session|it here)\b"
        r"|(?:(?:let'?s|please|no,?|we can|i'?d rather) )?leave it t?here\b)"
    ),
    re.I,
)
_GREETED: Final = re.compile(
    r"^\W*(?:hi|hiya|hello|hey|good (?:morning|evening|afternoon)|morning|evening)\b(?: there| coach)?[\s,.!-]+"
    r"(?P<rest>\S+(?:\s+\S+){4,})",
    re.I | re.S,
)
_OF_THE_TALK: Final = re.compile(
    r"\b(?:you|your|u|this|here|thanks?|testing|test|portfolio|weather|weekend|birthday|tea|coffee|match|holiday)\b",
    re.I,
)
_LEAVING: Final = re.compile(
    r"\b(?:(?:gotta|(?:got|have|need) to) (?:go|run|dash)(?=\W*$|\s*[,.!;-]| (?:now|sorry|bleep|crash)\b)"
    r"|bleep(?:'?s| is| has)? (?:going|gone)(?: off)?(?=\W*$|[,.])|got a bleep(?=\W*$|[,.])"
    r"|(?:heading|signing|logging) off(?=\W*$|[,.!]| now\b)|talk (?:later|tomorrow)\W*$|that'?s me (?:done|off)\b"
    r"|(?:be|i'?m) back later\b|been called (?:to|away|in)\b)|^\W*(?:sorry\W+)?crash call\W*$"
    r"|\b(?:good ?night|night night|cheers,? night|bye)\W*$",
    re.I,
)
_SOURCES: Final = re.compile(
    r"\b(?:what|which|who|where|how|is there|are there|any|does|do|did)\b[^.!?]{0,60}\b(?:evidence|research|literature"
    r"|sources?|stud(?:y|ies)|papers?|reports?|framework|author|bohmer|dickinson|ham|reform|king'?s fund|edmondson"
    r"|argyris|kotter|berwick)\b[^.!?]{0,40}\b(?:say|says|said|show|shows|find|found|argue|argues|suggest|suggests"
    r"|recommend\w*|mean|means|call|calls|define|describe|on|about|for|that|behind|wrote|came up)\b[^.!]*\?"
    r"|(?:^|[.!?,]\s+)(?:so )?(?:what (?:does|do)|is there|are there) (?:the |any )?[^.!?]{0,20}\b(?:evidence|research"
    r"|literature|sources?)\b[^.!?]{0,80}$"
    r"|\b(?:have|got|is there|any|what(?:'?s| is)) (?:you got |you |a |an |the |any )*(?:good |proper )?(?:definition"
    r"|reference|citation|paper) (?:of|for|on)\b[^.!]*\?",
    re.I,
)
_FIGURES: Final = re.compile(
    r"\b(?:what|which|any)\b[^.!?]{0,30}\b(?:figures?|statistics|stats|evidence|research|stud(?:y"
    r"|ies))\b[^.!?]{0,60}\?",
    re.I,
)
_ANGER: Final = re.compile(
    r"\b(?:furious|fuming|livid|raging|seething|apoplectic|pissed off|incandescent|(?:so|bloody|really"
    r"|absolutely) angry"
    r"|sick of (?:this|it|him|her|them|being)|makes? my blood boil|could (?:scream|throttle)|how dare)\b",
    re.I,
)
_LOW_MOOD: Final = re.compile(
    r"\b(?:what'?s the point|no point any ?more|hopeless|numb|in tears|crying (?:in|on|at)|can'?t stop crying"
    r"|cried (?:all|in the car)"
    r"|worthless|empty inside|nothing left|don'?t care any ?more|can'?t face|dread(?:ing)? (?:every|going in"
    r"|work)|burnt? out|so low|really low)\b",
    re.I,
)
_ANSWERING: Final = {
    TurnKind.MINIMAL,
    TurnKind.CONFUSED,
    TurnKind.YES,
    TurnKind.NO,
    TurnKind.DONT_KNOW,
    TurnKind.NUMBER,
    TurnKind.CORRECTION,
    TurnKind.HOSTILE,
    TurnKind.JUST_TELL,
}


def understand(text: str, signals: Signals, noticed: Noticed, state: State, *, identifiable: bool) -> Reading:
    """Read one message (already masked) in a conversation that stands at `state`; words that carry most come first."""
    kind = kind_of(text, state.expecting)
    risk = _risk(text, signals, noticed.spans, kind, state)
    ranking = _ranked(signals.labels, risk)
    situations = tuple(one for one in ranking if one.id not in INTENTS)
    intent, decided_by = _intent(text, ranking, kind, state, risk)
    return Reading(
        intent=intent,
        situations=_shared_out(situations),
        ranking=ranking,
        kind=kind,
        notices=_notices(text, signals, identifiable=identifiable),
        risk=risk,
        clauses=() if risk and not risk.check_in else foremost(text, led_by(clauses(text), noticed.spans.words, text)),
        noticed=noticed,
        told=(),
        near=(),
        sure=bool(ranking) and ranking[0].confidence >= SURE_AT,
        decided_by=decided_by,
    )


def _risk(text: str, signals: Signals, spans: Spans, kind: TurnKind, state: State) -> Risk | None:
    certain = safety.explicit(text)
    if certain is not None:
        return certain
    if (len(text.split()) < _FEW_WORDS and kind in _ANSWERING) or _says_no_to_it(text, state):
        return None
    midway = _is_midway(state)
    place = safety.Place(midway=midway, cleared=settled(state), leaving=_only_a_model_ends(text, signals))
    risk = safety.judged(signals.stops, text, place)
    if risk is not None and risk.route not in (*safety.ASK_AT, COLLEAGUE) and is_about_me(text):
        return None  # 'turn off the AI please' is no attack: only a danger comes before a question about the coach
    if risk is not None and risk.check_in and risk.route in _ASKED_ONCE and f"safety:{risk.route}" in state.asked:
        return None
    if risk is None or not midway:
        return risk
    plan_told = risk.check_in and bool(spans.step or spans.way or is_action(text))
    drug_in_a_story = risk.route == "clinical_advice" and "?" not in text
    return None if plan_told or drug_in_a_story else risk


def _only_a_model_ends(text: str, signals: Signals) -> bool:
    """Whether it reads like a goodbye without saying one: 'can't do this any more'."""
    return max(signals.labels, key=lambda one: signals.labels[one], default="") == "end_session" and not _says_bye(text)


def _says_no_to_it(text: str, state: State) -> bool:
    """A plain no to a safety question is believed, whatever a model makes of it."""
    asked = state.expecting.startswith("safety:")
    return asked and safety_answers.denies(text, state.expecting.removeprefix("safety:"))


def _is_midway(state: State) -> bool:
    """Whether the message answers the coach: a situation is settled, or a question was asked. Not after a full stop.

    What is said right after the end is mostly said of the end, and answers as well.
    """
    return (state.situation is not None or bool(state.expecting)) and state.route is None


def _ranked(labels: Mapping[str, float], risk: Risk | None) -> tuple[Scored, ...]:
    scores = dict(labels)
    if risk is not None and not risk.check_in:
        scores[_LABEL_OF.get(risk.route, risk.route)] = max(scores.values(), default=0.0) + 1.0
    total = sum(scores.values()) or 1.0
    ordered = sorted(scores.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Scored(id=name, confidence=round(value / total, 4)) for name, value in ordered)


def _shared_out(situations: tuple[Scored, ...]) -> tuple[Scored, ...]:
    """The situations' confidences among themselves: how sure, given that it is coaching at all."""
    total = sum(one.confidence for one in situations) or 1.0
    return tuple(Scored(id=one.id, confidence=round(one.confidence / total, 4)) for one in situations)


def _intent(text: str, ranking: tuple[Scored, ...], kind: TurnKind, state: State, risk: Risk | None) -> tuple[str, str]:
    """The intent and what decided it. In mid-coaching an answer is an answer unless the model is very sure."""
    if risk is not None:
        return _LABEL_OF.get(risk.route, risk.route), risk.decided_by
    outright = _outright(text)
    if outright is not None:
        return outright
    best = ranking[0]
    midway = (state.situation is not None or bool(state.choosing)) and not state.closed
    asked = state.expecting in {"choice", "switch", "confidence"} and kind is not TurnKind.QUESTION
    if kind in _ANSWERING and state.expecting and not state.closed:
        return COACHING, "answers what was asked"
    if midway and (kind in _ANSWERING or asked):
        return COACHING, "answers what was asked"
    needed = INTENT_MIDWAY_AT if midway else 0.0
    a_story = len(text.split()) >= _A_STORY and not (best.id == "end_session" and _TAKES_LEAVE.search(text))
    told_as_chat = best.id in _CHAT and (a_story or _brings_a_matter(text))
    if best.id in _ASIDES and best.confidence >= needed and not told_as_chat:
        return best.id, f"reads like other messages of its kind ({best.confidence:.2f})"
    if best.id in STOPS:
        return COACHING, "not sure enough to stop coaching"
    return COACHING, f"reads like {best.id} ({best.confidence:.2f})"


def _brings_a_matter(text: str) -> bool:
    """Whether a greeting is followed by something from work: 'hi, my consultant ignores my audit idea'."""
    greeted = _GREETED.match(text)
    return greeted is not None and not _OF_THE_TALK.search(greeted["rest"])


def _outright(text: str) -> tuple[str, str] | None:
    """An intent that the words themselves name, wherever the talk stands, and what decided it."""
    if _says_bye(text):
        return "end_session", "says goodbye"
    if is_about_me(text):
        return "about_coach", "asks about the coach itself"
    if _SOURCES.search(text) or _FIGURES.search(text) or is_of_the_reading(text):
        return "source_question", "asks what the sources say"
    if is_elsewhere(text):
        return "off_topic", "asks for something that is outside what the coach does"
    return None


def _says_bye(text: str) -> bool:
    return bool(_BYE.search(text)) or (len(text.split()) <= _SHORT_BYE and bool(_LEAVING.search(text)))


def _notices(text: str, signals: Signals, *, identifiable: bool) -> tuple[str, ...]:
    """What the model is fairly sure of, and what the words say outright."""
    found = {name for name, value in signals.notices.items() if value >= NOTICE_AT}
    for name, holds in (
        ("identifiable", identifiable),
        ("anger", _ANGER.search(text)),
        ("low_mood", _LOW_MOOD.search(text)),
    ):
        if holds:
            found.add(name)
    return tuple(one for one in NOTICES if one in found)
