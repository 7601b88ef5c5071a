"""A small world to talk in: two short playbooks of our own, the product's fixed words, fakes for the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from bot.adapters import words as words_adapter
from bot.coach import Coach, Parts
from bot.coaching.choose.studio import Studio
from bot.coaching.identifiers import NameLists
from bot.coaching.model import IncomingMessage
from bot.coaching.playbook import Challenge, Facet, FacetStage, FirstStep, Meaning, Offer, Playbook, Question
from bot.coaching.record import TurnRecord, Versions
from bot.coaching.uptake import Gist, Reflection
from bot.coaching.words import About, ContactRegister, Routes, Words
from bot.llm_engine import LlmEngine
from bot.ports.coaching import ConversationStore, MessageReader
from knowledge import names as name_files
from knowledge import strict_yaml
from prompts import library
from tests.bot.small_bank import BANK, GISTS
from tests.bot.small_studio import small_studio
from tests.fakes import FakeClock, FakeEvidence, FakeListener, FakeReader, memory_store

NAMES = NameLists(**name_files.load())
VERSIONS = Versions(code="test", playbook="test", prompts="test", model="test", index="test")
BINS, LIFTS = "bins", "lifts"


def facet(name: str, stage: str, weight: int, *, cue: str = "", echo: str = "") -> Facet:
    questions = [Question(text=f"What about the {name}, to begin with?"), Question(text=f"How else is the {name}?")]
    if cue:
        questions.append(
            Question(text=f"Who painted the {name}?", presupposes="it was painted", cues=(r"\bpainted\b",))
        )
    return Facet(
        id=name,
        about=f"the {name}",
        stage=FacetStage(stage),
        weight=weight,
        cues=(rf"\b{name}\b",),
        heard=("one", "two", "three", "four"),
        echo=(echo,) if echo else (),
        ask=tuple(questions),
    )


def playbook(name: str) -> Playbook:
    return Playbook(
        id=name,
        title=f"About {name}",
        choice=f"what to do about the {name}",
        aims=("a first step", "a plain sentence"),
        facets=(
            facet("colour", "reality", 5, cue="painted", echo="As to its colour: {quote}."),
            facet("weight", "reality", 5),
            facet("owner", "reality", 4),
            facet("age", "reality", 4),
            facet("smell", "reality", 1),
            facet("belief", "beneath", 5),
            facet("rival", "beneath", 4),
            facet("worry", "beneath", 4),
        ),
        meanings=(
            Meaning(id="alone", evidence=(r"\balone\b", r"\bnight\b"), unless=(r"\bglad\b",), say="It may be lonely."),
        ),
        challenges=(
            Challenge(id="lazy", about="lazy", evidence=(r"\blazy\b",), say="Lazy is a word.", ask="What was seen?"),
            Challenge(id="obvious", about="obvious", evidence=(r"\bobvious",), say="To you.", ask="And to others?"),
            Challenge(id="mine", about="mine", evidence=(r"\bmy idea\b",), say="Yours alone.", ask="Whose else?"),
            Challenge(id="fire", about="fire", evidence=(r"\bfire\b",), at_once=True, say="Now.", ask="Who knows?"),
        ),
        offers=(
            Offer(card="plain-card", ask="How does that strike you?"),
            Offer(card="fitting-card", fits=("belief",), cues=(r"\bwheels?\b",), ask="How near is that to yours?"),
        ),
        options=("count them", "ask the porters", "move one by a yard", "write it on the wall"),
        first_steps=(
            FirstStep(id="count", step="Count them on Monday.", words="May I count the bins with you?"),
            FirstStep(id="oil", cues=(r"\bsqueak",), step="Oil one of them and listen.", words="Listen to this one."),
        ),
        ending="Off you go.",
    )


def small_books() -> dict[str, Playbook]:
    return {BINS: playbook(BINS), LIFTS: playbook(LIFTS)}


def small_reader() -> FakeReader:
    """Lifts where lifts are named, the asides and stops by a word of their own, else bins."""
    return FakeReader(
        situations=(BINS, LIFTS),
        cues={
            "source_question": r"\bliterature\b",
            "draft_review": r"\bdraft\b",
            "rehearsal": r"\brehearse\b",
            "smalltalk": r"\bweather\b",
            "about_coach": r"\bsoftware\b",
            "off_topic": r"\bfootball\b",
            LIFTS: r"\blifts?\b",
        },
        stops={
            "crisis_self": r"\bpit\b",
            "mistreatment": r"\bgroped\b",
            "clinical_advice": r"\bmilligrams\b",
            "patient_safety_now": r"\bsinking\b",
        },
        doubts={"crisis_self": r"\bcliff\b", "patient_safety_now": r"\bunseen\b"},
        notices={"colleague_at_risk": r"\bcolleague\b"},
        torn=r"\bboth of them\b",
        default=BINS,
    )


@cache
def fixed_words() -> tuple[dict[str, tuple[str, ...]], Routes, ContactRegister, About]:
    return (
        strict_yaml.load(library.file("phrases/coaching.yaml"), words_adapter.Phrases).root,
        strict_yaml.load(library.file("safety/routes.yaml"), Routes),
        strict_yaml.load(library.file("safety/contacts.yaml"), ContactRegister),
        strict_yaml.load(library.file("phrases/about.yaml"), About),
    )


def words_with(books: Mapping[str, Playbook], nation: str = "england") -> Words:
    phrases, routes, register, about = fixed_words()
    named = {f"name:{one.id}": (one.choice,) for one in books.values()}
    taken_up: tuple[Reflection | Gist, ...] = (*BANK.reflections.values(), *GISTS)
    said = {f"say:{one.id}": one.say for one in taken_up}
    asked = {f"ask:{one.id}": one.ask for one in taken_up}
    return Words({**phrases, **named, **said, **asked}, routes.routes, register, about, nation)


def coach(  # noqa: PLR0913 - one parameter for each part that a test may want another of
    books: Mapping[str, Playbook] | None = None,
    reader: MessageReader | None = None,
    store: ConversationStore | None = None,
    evidence: FakeEvidence | None = None,
    listener: FakeListener | None = None,
    llm: LlmEngine | None = None,
    studio: Studio | None = None,
) -> Coach:
    held = books if books is not None else small_books()
    return Coach(
        Parts(
            store=store or memory_store(),
            reader=reader or small_reader(),
            evidence=evidence or FakeEvidence(),
            listener=listener or FakeListener(),
            gist_bank={one.id: one for one in GISTS},
            words=words_with(held),
            books=held,
            bank=BANK,
            situation_names={one.id: one.choice for one in held.values()},
            names=NAMES,
            clock=FakeClock(),
            versions=VERSIONS,
            timezone=ZoneInfo("Europe/London"),
            studio=studio or small_studio(),
            llm=llm,
        )
    )


@dataclass
class Talk:
    """One doctor in one conversation; `turns` keeps every record."""

    coach: Coach = field(default_factory=coach)
    conversation: str = "talk"
    person: str = "doctor"
    at: datetime | None = None
    turns: list[TurnRecord] = field(default_factory=list)

    def say(self, *texts: str) -> TurnRecord:
        for text in texts:
            message = IncomingMessage(
                event_id=f"event-{len(self.turns)}",
                conversation_id=self.conversation,
                person_id=self.person,
                text=text,
                received_at=self.at,
            )
            self.turns.append(self.coach.reply(message))
        return self.turns[-1]

    def until(self, move: str, text: str = "It stands by the door and it is green.", most: int = 12) -> TurnRecord:
        """Go on telling things until the coach makes `move`; a failure where it never does."""
        for number in range(most):
            if self.turns and self.turns[-1].move.name == move:
                return self.turns[-1]
            self.say(f"{text} That was number {number}.")
        assert self.turns[-1].move.name == move, self.moves
        return self.turns[-1]

    @property
    def moves(self) -> list[str]:
        return [one.move.name for one in self.turns]

    @property
    def replies(self) -> list[str]:
        return [one.reply.text for one in self.turns]


def to_the_plan(with_coach: Coach | None = None) -> Talk:
    """A talk up to the question that asks for one step."""
    talk = Talk(with_coach or coach())
    talk.until("ask_commitment", most=16)
    return talk
