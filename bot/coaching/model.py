"""The frozen types that flow through a turn, from message to reply, and the state that is kept between turns."""

from datetime import date, datetime

from bot.coaching.frozen import Frozen
from bot.coaching.kinds import ClauseKind, Stage, TurnKind
from bot.coaching.noticed import Noticed
from bot.coaching.practice import Practice
from bot.coaching.reviewed import Reviewed


class IncomingMessage(Frozen):
    """One message as it reached a channel. `received_at` is None where the caller keeps no clock.

    `practise_with` is who is to be practised with, where a command names them.
    """

    event_id: str
    conversation_id: str
    person_id: str
    text: str
    received_at: datetime | None = None
    practise_with: str = ""


class Identifier(Frozen):
    """A detail that could identify somebody: what kind, and where it stood in the text as received."""

    kind: str
    start: int
    end: int


class Risk(Frozen):
    """Why coaching stops or pauses: the route, whether only a question is due, and what decided it."""

    route: str
    check_in: bool
    decided_by: str


class Scored(Frozen):
    """A label and how sure the coach is of it, 0 to 1."""

    id: str
    confidence: float


class Clause(Frozen):
    """A run of the doctor's own words, short enough to hand back in quotation marks."""

    text: str
    kind: ClauseKind
    charge: float


class Uptake(Frozen):
    """Something in a message that the coach can take up in its own words.

    `id` and `weight` are the reflection's or the gist's; `sentence` (in plain spelling) proves it; `values` are words
    it lends. One that is `general` may be true of much else in the message; one only `likely` is asked on from, not
    said. Where it `adds` nothing, the words that prove it are handed back alone.
    """

    id: str
    weight: int
    sentence: str
    values: tuple[tuple[str, str], ...] = ()
    general: bool = False
    likely: bool = False
    adds: bool = False


class Reading(Frozen):
    """What the coach understood of one message."""

    intent: str
    situations: tuple[Scored, ...]
    ranking: tuple[Scored, ...]
    kind: TurnKind
    notices: tuple[str, ...]
    risk: Risk | None
    clauses: tuple[Clause, ...]
    told: tuple[str, ...]
    near: tuple[Scored, ...]
    uptakes: tuple[Uptake, ...] = ()
    noticed: Noticed = Noticed()
    sure: bool
    decided_by: str


class Commitment(Frozen):
    """What the doctor decided to do, in their own words; `due` where these name a day that can be worked out.

    `easier` is what would make it likelier, told where the number was low, `obstacle` what may get in its way.
    """

    what: str
    when: str | None = None
    due: date | None = None
    with_whom: str | None = None
    if_then: str | None = None
    confidence: int | None = None
    easier: str | None = None
    obstacle: str | None = None


class LookedBack(Frozen):
    """An earlier plan as it was looked back at: what became of it, and what the doctor said they take from it."""

    plan: Commitment
    outcome: str
    learned: str | None = None


class Remembered(Frozen):
    """Something the doctor said that is worth coming back to."""

    turn: int
    text: str
    kind: ClauseKind


class State(Frozen):
    """All that is kept of a conversation between turns, apart from the turns themselves.

    `expecting` names what the last reply asked for: a facet as `facet:<id>`, else one of the words in `choose.py`.
    `matters` are the two subjects of a change, and `put_aside` the one left for later, in the doctor's own words.
    `closed_at` is when the session ended, where the caller keeps a clock; `kept` is the plan of an earlier session that
    has still to be looked back at while another matter is worked on. `practice` and `reviewed` are the last of either.
    """

    turn: int = 0
    stage: Stage = Stage.OPENING
    situation: str | None = None
    leaning: tuple[Scored, ...] = ()
    choosing: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    expecting: str = ""
    opening_words: str = ""
    topic_words: str = ""
    matters: tuple[str, str] = ("", "")
    put_aside: str = ""
    said: str = ""
    aim: str | None = None
    told: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    insight: str | None = None
    options: tuple[str, ...] = ()
    obstacle: str | None = None
    commitment: Commitment | None = None
    memory: tuple[Remembered, ...] = ()
    route: str | None = None
    cleared: tuple[str, ...] = ()
    held: "Held | None" = None
    stuck: int = 0
    session: int = 1
    closed: bool = False
    closed_at: datetime | None = None
    kept: Commitment | None = None
    past: LookedBack | None = None
    practice: Practice | None = None
    reviewed: Reviewed | None = None


class Held(Frozen):
    """A message that was asked about, or stopped, before it was answered, and the conversation as it stood before it.

    Where the doctor says that nobody is in danger, it is answered after all.
    """

    text: str
    before: State


State.model_rebuild()


class Move(Frozen):
    """What the policy decided to do next, and why, in words that a mentor can read.

    `name` is of a closed list (`choose/context.py`); `line` names the content chosen; `expecting` is what the reply
    asks for; `lead` names what it begins with: a danger that the doctor has just denied, or a group of phrases.
    """

    name: str
    reason: str
    stage: Stage
    expecting: str = ""
    line: str = ""
    needs_evidence: bool = False
    query: str = ""
    lead: str = ""
