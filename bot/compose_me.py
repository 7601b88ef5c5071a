"""What a doctor has of their own, put together: settings -> commitments, growth, reflections."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot import compose_data, compose_store
from bot.adapters.reflections.formats import MAKERS
from bot.adapters.store.mentoring.sharing import SqlSharing
from bot.adapters.store.people import SqlPeople
from bot.coaching import identifiers
from bot.compose import House
from bot.days import day_there
from bot.growth import Growth, growth
from bot.ports.growing import AttemptKept
from bot.ports.people import CommitmentKept, Outcome
from bot.ports.sharing import Talk
from bot.reflection.paper import Paper
from bot.reflection.press import Press
from bot.reflection.words import ReflectionWords
from bot.reflection.writing import Source, reflection
from bot.settings import Settings
from knowledge import strict_yaml
from prompts import library

_TALKS = 100
_IN_USE = (
    "another coach is using the store, and a SQLite file is for one process at a time: stop that coach and do this "
    "again. In Slack all of this is in your Home tab"
)


@dataclass(frozen=True, slots=True)
class Own:
    """What is kept of a doctor that they may want to look at."""

    commitments: Sequence[CommitmentKept]
    attempts: Sequence[AttemptKept]
    growth: Growth


@dataclass(frozen=True, slots=True)
class Desk:
    """What the doctor's own commands work with; `person` is the doctor."""

    people: SqlPeople
    sharing: SqlSharing
    house: House
    person: str

    async def own(self) -> Own:
        """Commitments, newest first, and growth."""
        commitments, attempts = await self.people.commitments(self.person), await self.people.attempts(self.person)
        worked_on = await self.people.worked_on(self.person)
        told = growth(commitments, attempts, worked_on, self._situations, self._timezone)
        return Own(commitments, attempts, told)

    async def settle(self, commitment_id: int, outcome: Outcome) -> bool:
        """Say what became of a commitment. False where it is not theirs."""
        return await self.people.settle(self.person, commitment_id, outcome, datetime.now(UTC))

    async def talk(self, conversation: str = "") -> Talk | None:
        """The last talk, or the last of a conversation by its name in the terminal; None where there is none."""
        wanted = {conversation, f"{self.person}:{conversation}"}
        talks = await self.sharing.talks(self.person, _TALKS)
        return next((one for one in talks if not conversation or one.conversation_id in wanted), None)

    async def reflection(self, talk: Talk, made_on: date, *, whole_talk: bool) -> Paper | None:
        """A talk written up; None where it is not there any more."""
        seen = await self.sharing.preview(self.person, talk.conversation_id, talk.session)
        if seen is None:
            return None
        source = Source.of(seen, await self.people.commitments(self.person), self._situations, self._timezone)
        return reflection(source, press().words, self._mask, made_on, whole_talk=whole_talk)

    def day(self, at: datetime) -> date:
        """The day that it is for the doctor."""
        return day_there(at, self._timezone)

    def _mask(self, text: str) -> str:
        return identifiers.mask(text, identifiers.find(text, self.house.names))

    @property
    def _situations(self) -> Mapping[str, str]:
        return self.house.compiled[0].choices

    @property
    def _timezone(self) -> str:
        return self.house.settings.timezone


@contextmanager
def opened(settings: Settings, person: str) -> Iterator[Desk]:
    """The store that is set, closed behind it.

    Raises CoachError where there is none, it or its key file cannot be opened, or a running coach has the SQLite file.
    """
    compose_data.must_exist(settings)
    with compose_store.opened(settings, _IN_USE) as writer:
        yield Desk(SqlPeople(writer), SqlSharing(writer), House(settings), person)


def press() -> Press:
    """What writes reflections. Raises KnowledgeError that names the file and the line of a word that is wrong."""
    return Press(strict_yaml.load(library.file("reflection.yaml"), ReflectionWords), MAKERS)
