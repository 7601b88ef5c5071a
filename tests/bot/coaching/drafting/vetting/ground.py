"""A turn to hold drafts against: a registrar whose list is changed at five, with nobody there to be rung."""

from bot.coaching.cited import Cited
from bot.coaching.drafting.guide import Example, MoveGuide
from bot.coaching.drafting.shape import Worded, WordedSentence
from bot.coaching.drafting.sheet import Ground, Prompt, Sheet
from bot.coaching.drafting.vetting.vet import vet
from bot.coaching.identifiers import NameLists
from bot.coaching.kinds import Act, Stage
from bot.coaching.model import Commitment, Move, State
from bot.coaching.record import Draft, Sentence
from knowledge import names

REFLECT, ASK, ADVISE, INFORM = Act.REFLECT, Act.ASK_OPEN, Act.ADVISE, Act.INFORM
NAMES = NameLists(**names.load())
MESSAGE = (
    "the list gets changed at 5 and theres no clerk after 4, so i ring a desk nobody sits at. sister says it was always"
    " like that. ive asked him 3 times on tuesday"
)
GUIDED = (
    Sentence(text='You say "i ring a desk nobody sits at".', act=REFLECT),
    Sentence(text="Who else knows that the list is changed at five?", act=ASK),
)
EVIDENCE = (
    "Bohmer argues that goals among professionals hold better when those who do the work have made them, not least"
    " because they alone know what is realistic."
)
SYSTEM = "You are a coach. Marker zq81. Begin with what this message says and take up its most telling words always."
EXAMPLE = Example(
    doctor="the kettle is locked away again",
    coach=(WordedSentence(text="The kettle sits behind glass like a museum piece.", act=REFLECT),),
)


def ground(  # noqa: PLR0913 - each of these is varied by one test
    *,
    move: str = "follow_up",
    acts: tuple[Act, ...] = (REFLECT, ASK),
    needs: tuple[Act, ...] = (ASK,),
    message: str = MESSAGE,
    said: tuple[str, ...] = (),
    plan: Commitment | None = None,
    cited: bool = False,
    guided: tuple[Sentence, ...] = GUIDED,
) -> Ground:
    """The ground of that turn, with what a test changes in it."""
    citations = (
        Cited(
            key="k1-goal", card="c", doc="d", section="s", author="Richard Bohmer (2012)", quote=None, start=0, end=1
        ),
    )
    own = (*guided, Sentence(text=EVIDENCE, act=INFORM, cites="k1-goal")) if cited else guided
    sheet = Sheet(
        message=message,
        move=Move(name=move, reason="a test", stage=Stage.REALITY),
        guide=MoveGuide(goal="say what was heard", acts=acts, needs=needs, words=40, examples=(EXAMPLE, EXAMPLE)),
        state=State(commitment=plan),
        said_before=said,
        situation="",
        guided=Draft(sentences=own, citations=citations if cited else ()),
        evidence=EVIDENCE if cited else "",
    )
    return Ground(sheet, Prompt(SYSTEM, MESSAGE, "v"), "zq81", NAMES)


def draft(*sentences: tuple[str, Act] | tuple[str, Act, str]) -> Worded:
    """A draft of sentences, each with its act and, where it cites, the key."""
    return Worded(
        sentences=tuple(
            WordedSentence(text=one[0], act=one[1], cites=one[2] if len(one) > 2 else None) for one in sentences
        )
    )


def reply(reflection: str, question: str = "Who else knows that the list is changed at five?") -> Worded:
    """A reflection and a question."""
    return draft((reflection, REFLECT), (question, ASK))


def codes(worded: Worded, against: Ground | None = None) -> set[str]:
    """The codes of what is found."""
    return {one.code for one in vet(worded, against or ground())}
