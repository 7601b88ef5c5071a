"""What a turn leaves behind: the draft, the checked reply, and the record of how both came about."""

from bot.coaching.frozen import Frozen
from bot.coaching.model import Act, IncomingMessage, Move, Reading, State


class Sentence(Frozen):
    """One sentence of a draft, what it does, and the key of the source it rests on, where it does."""

    text: str
    act: Act
    cites: str | None = None


class Cited(Frozen):
    """The place that a reply rests on, and the source's own words there where they are installed."""

    key: str
    card: str | None
    doc: str
    section: str
    author: str
    quote: str | None
    start: int | None
    end: int | None


class Contact(Frozen):
    """Where help can be had: as printed in the dated registry."""

    id: str
    name: str
    number: str | None = None
    address: str | None = None


class Draft(Frozen):
    """A reply before it is checked."""

    sentences: tuple[Sentence, ...]
    citations: tuple[Cited, ...] = ()
    contacts: tuple[Contact, ...] = ()
    used: tuple[str, ...] = ()
    writer: str = "guided"

    @property
    def text(self) -> str:
        """The reply as the doctor will read it."""
        return " ".join(one.text for one in self.sentences).strip()


class Problem(Frozen):
    """Something wrong with a draft: a code for programs and a sentence for mentors."""

    code: str
    detail: str


class Reply(Frozen):
    """What goes out to the doctor."""

    text: str
    acts: tuple[Act, ...]
    citations: tuple[Cited, ...]
    contacts: tuple[Contact, ...]
    problems: tuple[Problem, ...]
    engine: str


class Versions(Frozen):
    """What produced a turn, so that it can be explained later."""

    code: str
    playbook: str
    prompts: str
    model: str
    index: str


class TurnRecord(Frozen):
    """One turn, whole: what is stored, what mentors read and what evaluations grade. The message is already masked."""

    number: int
    message: IncomingMessage
    reading: Reading
    move: Move
    draft: Draft
    reply: Reply
    state: State
    versions: Versions
    ms: float


class Conversation(Frozen):
    """A conversation as loaded: who it is with, where it stands, and the coach's last replies, oldest first.

    `before` counts turns that it had and that were forgotten since: it begins anew, and its turns are numbered on.
    """

    id: str
    person_id: str
    state: State
    said: tuple[str, ...] = ()
    before: int = 0

    @property
    def turns(self) -> int:
        """The number of its last turn; 0 where it never had one."""
        return self.before + self.state.turn
