"""A talk to write up, with details in it that were not recognised when it was kept, and the words of the product."""

from datetime import UTC, date, datetime
from functools import cache

from bot.coaching import identifiers
from bot.coaching.cited import Cited
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.model import Commitment, Risk, State
from bot.coaching.practice import Attempt
from bot.coaching.record import TurnRecord
from bot.ports.people import CommitmentKept, Outcome
from bot.ports.sharing import Talk
from bot.reflection.paper import Paper
from bot.reflection.words import ReflectionWords
from bot.reflection.writing import Source, reflection
from knowledge import strict_yaml
from prompts import library
from tests.bot.small_world import NAMES
from tests.bot.small_world import Talk as Talking

AT = datetime(2026, 11, 3, 9, tzinfo=UTC)
MADE_ON = date(2026, 11, 22)
NAME = "Priya Raghunathan"
PLAN = Commitment(
    what=f"ask {NAME} what she would drop first",
    when="on Friday",
    with_whom=NAME,
    if_then="if she is off I write to the rota team",
    confidence=7,
)
BOHMER = Cited(
    key="[a]", card="a", doc="bohmer-2012", section="5 Doing", author="Bohmer 2012", quote=None, start=None, end=None
)
HAPPENED = "The list was cancelled again and I shouted at the coordinator in front of everybody."
NOTICED = "I think I was frightened that nobody would take me seriously after that."
DANGER = "I do not want to be here any more and I have thought about how."


@cache
def words() -> ReflectionWords:
    return strict_yaml.load(library.file("reflection.yaml"), ReflectionWords)


def mask(text: str) -> str:
    return identifiers.mask(text, identifiers.find(text, NAMES))


@cache
def _turn() -> TurnRecord:
    return Talking(at=AT).say("The bins are full.")


def said(
    text: str,
    stage: Stage = Stage.REALITY,
    *,
    kind: TurnKind = TurnKind.TELLING,
    intent: str = "coaching",
    risk: Risk | None = None,
    state: State | None = None,
) -> TurnRecord:
    """A turn that answers `text` and leaves the talk at `stage`."""
    made = _turn()
    return made.model_copy(
        update={
            "message": made.message.model_copy(update={"text": text}),
            "reading": made.reading.model_copy(update={"kind": kind, "intent": intent, "risk": risk}),
            "reply": made.reply.model_copy(update={"text": "What happened next?", "citations": ()}),
            "state": state or State(stage=stage),
        }
    )


def whole_talk() -> tuple[TurnRecord, ...]:
    """A talk from its opening to its end."""
    cited = said("no idea, really, what else to say", Stage.IDEA, kind=TurnKind.DONT_KNOW)
    cited = cited.model_copy(update={"reply": cited.reply.model_copy(update={"citations": (BOHMER,)})})
    practised = said("So how are the nights?", Stage.IDEA, intent="rehearsal")
    practised = practised.model_copy(
        update={"attempt": Attempt(kind="rehearsal", about="charge_nurse", asking=4, telling=2, end="won")}
    )
    end = State(
        stage=Stage.CLOSED,
        closed=True,
        commitment=PLAN,
        aim="to know how to say sorry",
        options=("write to her", PLAN.what),
    )
    return (
        said(HAPPENED),
        said(f"It was {NAME} who had to ring the family, on 07700 900123.", Stage.BENEATH),
        said(NOTICED, Stage.BENEATH),
        cited,
        practised,
        said("yes", Stage.COMMITMENT, kind=TurnKind.YES),
        said("I will ask her on Friday.", kind=TurnKind.PLAN, state=end),
    )


def kept(outcome: Outcome = Outcome.KEPT) -> CommitmentKept:
    return CommitmentKept(
        id=3,
        conversation_id="talk",
        session=1,
        what=PLAN.what,
        when=None,
        due=None,
        with_whom=None,
        if_then=None,
        confidence=None,
        made_at=AT,
        outcome=outcome,
        outcome_at=None if outcome is Outcome.OPEN else datetime(2026, 11, 10, 9, tzinfo=UTC),
    )


def talk() -> Talk:
    return Talk("talk", 1, 1, 7, AT, "speaking_up", "")


def paper(*records: TurnRecord, commitment: CommitmentKept | None = None, whole: bool = False) -> Paper:
    """The talk written up, or these turns of one."""
    source = Source(
        talk(), records or whole_talk(), commitment, "how to raise it with somebody senior", "Europe/London"
    )
    return reflection(source, words(), mask, MADE_ON, whole_talk=whole)


def text_of(made: Paper) -> str:
    """Every word of a paper, a line a block."""
    return "\n".join(line for one in made.whole for line in (one.heading, *(block.text for block in one.blocks)))
