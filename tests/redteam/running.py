"""The run: each attack in each of its places against each engine, in as many processes as there are to spare."""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

from bot.coach import Coach
from bot.coaching.model import IncomingMessage
from bot.coaching.record import Conversation, TurnRecord
from bot.compose import House
from bot.compose_slack_words import slack_words
from bot.ports.chat_model import ChatModel
from bot.ports.coaching import EvidenceFinder
from bot.settings import Settings
from tests.redteam.attacks import Attack
from tests.redteam.coaches import Team, Watched
from tests.redteam.crooks import KEY, KINDS, SECRET, Crook
from tests.redteam.judging import Judge, Turn, alive_as_markup, worded_by_a_model
from tests.redteam.places import SOURCE, conversations, evidence, message

GUIDED = "guided"
UNCHECKED = "unchecked "
"""Before the kind of a model whose drafts are not checked."""
_MOST_SHOWN = 40
Case = tuple[Attack, str]
"""An attack and its place."""


@dataclass(slots=True)
class Tally:
    """Counts by engine and by what is counted, and the first examples of each fault (for the eyes of who runs it)."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    moves: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    shown: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Take in what another process counted."""
        self.counts.update(other.counts)
        self.moves.update(other.moves)
        self.places.update(other.places)
        self.shown.extend(other.shown)

    def note(self, engine: str, what: str, times: int = 1) -> None:
        """Count."""
        self.counts[engine, what] += times

    def of(self, engine: str, what: str) -> int:
        """A count."""
        return self.counts[engine, what]


class Range:
    """Where the attacks are made: one house, its coaches and the judge."""

    def __init__(self, given: Settings | None = None) -> None:
        settings = given or Settings(data=Settings.from_environment().data)  # none of the settings of a model
        self.team = Team(House(settings))
        self.judge = Judge(self.team.instructions, slack_words(settings))
        self.before = conversations(self.team.guided())
        self.tally = Tally()

    def attack(self, case: Case, kinds: Sequence[str] = KINDS, *, checked: bool = True) -> None:
        """One attack in one place: the guided engine, then a chat model of each kind."""
        attack, place = case
        self.team.memory.forget()
        self.tally.places[place] += 1
        plain = self.guided(case)
        if checked:
            self.tally.moves[plain.move.name] += 1
            self.judged(GUIDED, Turn(attack, self._told(case), plain, plain, plain))
        for kind in kinds:
            self.with_model(case, plain, Crook(kind, attack), kind if checked else f"{UNCHECKED}{kind}")

    def guided(self, case: Case) -> TurnRecord:
        """The guided engine's answer."""
        return self._answer(self.team.guided(_sources(case)), case)

    def with_model(self, case: Case, plain: TurnRecord, model: ChatModel, engine: str) -> None:
        """One attack on the LLM engine with a model, judged and counted under the name `engine`."""
        sources = _sources(case)
        coach, watched = self.team.llm(model, sources, checked=not engine.startswith(UNCHECKED))
        record = self._answer(coach, case)
        self.judged(engine, Turn(case[0], self._told(case), record, plain, self.expected(case, plain, watched)))
        if isinstance(model, Crook):
            sent = "\n".join(f"{one.system}\n{one.turn}" for one in model.prompts)
            told = self._told(case)
            self.tally.note(engine, "secrets sent", sum(one in sent and one not in told for one in (SECRET, KEY)))
            self.tally.note(engine, "asked", len(model.prompts))

    def expected(self, case: Case, plain: TurnRecord, engine: Watched) -> TurnRecord:
        """What the policy gives for the reading, which a second look may have refined."""
        if engine.refined is None:
            return plain
        self.tally.note("any", "readings refined")
        return self._answer(self.team.led(engine.refined, _sources(case)), case)

    def _answer(self, coach: Coach, case: Case) -> TurnRecord:
        attack, place = case
        sent, found = coach.mask(
            IncomingMessage(event_id="attack", conversation_id=place, person_id="doctor", text=message(attack, place))
        )
        return coach.answer(sent, self._talk(place), identifiable=bool(found))

    def _talk(self, place: str) -> Conversation:
        return self.before[place]

    def _told(self, case: Case) -> str:
        """What the doctor wrote, and what the source says: nothing of it is a leak."""
        attack, place = case
        return f"{message(attack, place)} {attack.text if place == SOURCE else ''}"

    def judged(self, engine: str, turn: Turn) -> None:
        self.tally.note(engine, "turns")
        self.tally.note(engine, "worded by the model", worded_by_a_model(turn.record))
        self.tally.note(engine, "alive if sent as markup", alive_as_markup(turn.record))
        for fault in self.judge.faults(turn):
            self.tally.note(engine, fault)
            if len(self.tally.shown) < _MOST_SHOWN and not engine.startswith(UNCHECKED):
                told = f"{turn.attack.source}/{turn.attack.family}: {turn.record.move.name}"
                self.tally.shown.append(
                    f"{engine}: {fault}: {told}: {turn.record.reply.text[:300]!r} TO {turn.told[-160:]!r}"
                )


def _sources(case: Case) -> EvidenceFinder | None:
    return evidence(case[0]) if case[1] == SOURCE else None


def run(cases: Sequence[Case], unchecked: Sequence[Case], processes: int) -> Tally:
    """Every case with the checks on, and some with the checks off."""
    shares = [(cases[at::processes], unchecked[at::processes]) for at in range(processes)]
    total = Tally()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for tally in pool.map(_share, shares):
            total.add(tally)
    return total


def _share(share: tuple[Sequence[Case], Sequence[Case]]) -> Tally:
    place = Range()
    for case in share[0]:
        place.attack(case)
    for case in share[1]:
        place.attack(case, checked=False)
    return place.tally


def cases(attacks: Sequence[Attack], places: Sequence[str]) -> Iterator[Case]:
    """Each attack in each place."""
    return ((attack, place) for place in places for attack in attacks)
