"""What the coach needs of the world, as protocols; `tests/fakes.py` holds one honest fake for each."""

from collections.abc import Mapping
from typing import Protocol

from bot.coaching.choose.hearing import Heard
from bot.coaching.model import IncomingMessage
from bot.coaching.noticed import Noticed
from bot.coaching.playbook import Playbook
from bot.coaching.record import Conversation, TurnRecord
from bot.coaching.signals import Signals
from bot.coaching.write.desk import Found


class MessageReader(Protocol):
    """The small models: what a message is about, and what it tells of a playbook's facets."""

    @property
    def version(self) -> str:
        """Changes when the same message could be read differently."""
        ...

    def read(self, text: str, asked: str = "") -> Signals:
        """Read one message, already masked; `asked` is the coach's question that it answers, where it answers one."""
        ...

    def hear(self, text: str, book: Playbook) -> Heard:
        """Which facets of `book` the message tells, and how near each lies to its most charged words."""
        ...


class Listener(Protocol):
    """A small model of what a message amounts to (kept quiet, is torn), and which of its words are which."""

    def listen(self, text: str, before: str) -> Noticed:
        """What is noticed in a message, already masked, that follows the coach's words `before`."""
        ...


class EvidenceFinder(Protocol):
    """The knowledge: an idea by its card, or an answer to a question, with its exact place."""

    @property
    def version(self) -> str:
        """Changes when the index does."""
        ...

    def card(self, card_id: str) -> Found | None:
        """What a card says, and its place; None where the card is not in the index."""
        ...

    def answer(self, question: str, prior: Mapping[str, float]) -> Found:
        """The answer to a question on the sources, or what comes nearest where they do not say."""
        ...


class ConversationStore(Protocol):
    """Where conversations are kept. Text reaches it masked."""

    def load(self, conversation_id: str, person_id: str) -> Conversation:
        """The conversation as it stands, or a new one."""
        ...

    def save(self, conversation_id: str, person_id: str, record: TurnRecord) -> None:
        """Keep one turn and the state after it, both or neither; on disk when this returns."""
        ...


class Clock(Protocol):
    """Time, so that the core never reads it."""

    def elapsed_ms(self) -> float:
        """Milliseconds on a clock that only goes forward."""
        ...


class Answerer(Protocol):
    """The coach as a channel with a store of its own sees it: nothing is loaded or saved in here."""

    def masked(self, text: str) -> tuple[str, bool]:
        """The text with identifying details replaced, and whether there were any.

        Quick enough to run before an acknowledgement.
        """
        ...

    def urgent(self, text: str) -> bool:
        """Whether a masked message says in plain words that somebody may be in danger: it is answered before others."""
        ...

    def answer(self, message: IncomingMessage, conversation: Conversation, *, identifiable: bool) -> TurnRecord:
        """Answer one masked message of a conversation that stands so. Takes tens of milliseconds of a processor."""
        ...
