"""Reading turns and drafts of them, and rebuilding what a draft is held against."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.coaching.cited import Cited
from bot.coaching.drafting import brief
from bot.coaching.drafting.brief import Instructions
from bot.coaching.drafting.guide import Example, MoveGuide
from bot.coaching.drafting.shape import Worded, WordedSentence
from bot.coaching.drafting.sheet import Ground, Sheet
from bot.coaching.identifiers import NameLists
from bot.coaching.kinds import Act, Stage
from bot.coaching.model import Commitment, Move, Remembered, State
from bot.coaching.record import Draft, Sentence
from evals.errors import EvalsError

FOLDER: Final = Path(__file__).resolve().parent
GOOD: Final = "good"
_WORDS: Final = 70


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Remains(_Row):
    """What the state held of the doctor's words."""

    opening_words: str = ""
    topic_words: str = ""
    aim: str | None = None
    insight: str | None = None
    options: tuple[str, ...] = ()
    obstacle: str | None = None
    commitment: Commitment | None = None
    memory: tuple[Remembered, ...] = ()


class Turn(_Row):
    """One turn before it is worded: `before` is the coach's last reply, `said` its last replies, oldest first.

    `guided` is the playbooks' wording, `cites` and `author` the keys and the authors of its evidence.
    """

    id: str
    move: str
    stage: Stage
    reason: str
    message: str
    before: str
    said: tuple[str, ...]
    situation: str
    state: Remains
    evidence: str
    cites: tuple[str, ...]
    author: tuple[str, ...]
    fixed: int
    guided: tuple[Sentence, ...]


class Written(_Row):
    """A draft of a turn: `kind` is "good" or the fault that was planted, `note` what the writer meant by it."""

    turn: str
    kind: str
    sentences: tuple[WordedSentence, ...] = Field(min_length=1)
    note: str = ""


_Of = TypeVar("_Of", bound=_Row)


def turns(files: Sequence[Path]) -> dict[str, Turn]:
    """The turns of some files by their ids. Raises EvalsError that names the file and the line."""
    return {one.id: one for file in files for one in _rows(file, Turn)}


def drafts(files: Sequence[Path]) -> list[Written]:
    """The drafts of some files. Raises EvalsError that names the file and the line."""
    return [one for file in files for one in _rows(file, Written)]


def worded(one: Written, turn: Turn) -> Worded:
    """A draft in the shape that a chat model answers in; the notices that stand in front of a turn it does not word."""
    own = one.sentences
    while turn.fixed and len(own) > 1 and own[0].act is Act.SIGNPOST:
        own = own[1:]
    return Worded(sentences=own)


def ground(turn: Turn, instructions: Instructions, names: NameLists) -> Ground:
    """What a draft of the turn is held against. A move without a guide gets one made from its guided wording."""
    sheet = Sheet(
        message=turn.message,
        move=Move(name=turn.move, reason=turn.reason, stage=turn.stage),
        guide=instructions.guides.get(turn.move) or _made_up(turn),
        state=State(**dict(turn.state)),
        said_before=turn.said or ((turn.before,) if turn.before else ()),
        situation=turn.situation.replace("_", " "),
        guided=Draft(sentences=turn.guided, citations=_cited(turn), fixed=turn.fixed),
        evidence=turn.evidence,
    )
    return Ground(sheet, brief.wording(instructions, sheet), instructions.marker, names)


def _cited(turn: Turn) -> tuple[Cited, ...]:
    return tuple(
        Cited(key=key, card=key, doc="", section="", author=author, quote=None, start=None, end=None)
        for key, author in zip(turn.cites, turn.author, strict=True)
    )


def _made_up(turn: Turn) -> MoveGuide:
    acts = tuple(dict.fromkeys(one.act for one in turn.guided))
    asks = tuple(one for one in acts if one in (Act.ASK_OPEN, Act.ASK_CLOSED))
    example = Example(doctor="-", coach=(WordedSentence(text="-", act=Act.REFLECT),))
    return MoveGuide(goal=turn.reason, acts=acts, needs=asks, words=_WORDS, examples=(example, example))


def _rows(file: Path, shape: type[_Of]) -> list[_Of]:
    read = []
    for number, line in enumerate(_text(file).splitlines(), 1):
        if not line.strip():
            continue
        try:
            read.append(shape.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            message = f"{file}, line {number}: {place or 'the row'}: {first['msg']}"
            raise EvalsError(message) from error
    return read


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        message = f"{file} cannot be read: {error.strerror}"
        raise EvalsError(message) from error
