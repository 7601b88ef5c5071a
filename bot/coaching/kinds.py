"""The closed lists a turn is described by: how far a talk is, what a sentence does, what a message and a clause are."""

from enum import StrEnum


class Stage(StrEnum):
    """How far a coaching conversation has come."""

    OPENING = "opening"
    AIM = "aim"
    REALITY = "reality"
    BENEATH = "beneath"
    IDEA = "idea"
    OPTIONS = "options"
    COMMITMENT = "commitment"
    OBSTACLE = "obstacle"
    CONFIDENCE = "confidence"
    CLOSED = "closed"


class Act(StrEnum):
    """What one sentence of a reply does; `enact` speaks as the other person of a rehearsal."""

    REFLECT = "reflect"
    AFFIRM = "affirm"
    ASK_OPEN = "ask_open"
    ASK_CLOSED = "ask_closed"
    INFORM = "inform"
    ADVISE = "advise"
    CHALLENGE = "challenge"
    SIGNPOST = "signpost"
    SUMMARISE = "summarise"
    PLAN = "plan"
    CLOSE = "close"
    ENACT = "enact"


class TurnKind(StrEnum):
    """What the doctor does with a message, apart from what it is about."""

    TELLING = "telling"
    FEELING = "feeling"
    CONFESSION = "confession"
    WISH = "wish"
    PLAN = "plan"
    QUESTION = "question"
    JUST_TELL = "just_tell"
    ASKS_VERDICT = "asks_verdict"
    TOLD_ALREADY = "told_already"
    DONT_KNOW = "dont_know"
    MINIMAL = "minimal"
    CONFUSED = "confused"
    UNCLEAR = "unclear"
    YES = "yes"
    NO = "no"
    CORRECTION = "correction"
    HOSTILE = "hostile"
    THANKS = "thanks"
    NUMBER = "number"


class ClauseKind(StrEnum):
    """What a clause of the doctor's holds, so that it is handed back in a sentence that suits it."""

    SPEECH = "speech"
    FEELING = "feeling"
    OWN_ACT = "own_act"
    OTHERS_ACT = "others_act"
    DOUBT = "doubt"
    PLAN = "plan"
    FACT = "fact"
