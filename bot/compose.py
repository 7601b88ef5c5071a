"""The composition root: settings -> coach, searcher and what the commands need. The only importer of adapters."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.adapters import words as words_adapter
from bot.adapters.evidence import SearchEvidence
from bot.adapters.gists import GistHead
from bot.adapters.heads import Heads
from bot.adapters.keyring import Keyring
from bot.adapters.listener import ModelListener
from bot.adapters.model_files import ENCODER, LISTENING, READING, UNDERSTANDING
from bot.adapters.reader import ModelReader, load_facets
from bot.adapters.spans import SpanHead
from bot.adapters.store.conversations import SqlConversationStore
from bot.adapters.store.engine import open_engine
from bot.channels.slack.words import SlackWords
from bot.coach import Coach, Parts
from bot.coaching import identifiers
from bot.coaching.record import Cited, Versions
from bot.coaching.uptake import Bank
from bot.coaching.words import Words
from bot.errors import CoachError
from bot.settings import Settings
from knowledge import names, strict_yaml
from knowledge.encoder.embedding import EncoderError, OnnxEncoder, Vectors
from knowledge.evidence_cards import EvidenceCards
from knowledge.index.index_folder import INDEX
from knowledge.index.vector_index import VectorSettings
from knowledge.search.searcher import Searcher
from prompts import library

_SLACK_WORDS = "slack/words.yaml"


class SystemClock:
    """The machine's own clock."""

    def elapsed_ms(self) -> float:
        """Milliseconds on a clock that only goes forward."""
        return time.perf_counter() * 1000

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return datetime.now(UTC)


class QueryEncoder:
    """Queries through the int8 copy of the encoder that made the index.

    Its vectors lie within a hundredth of the exact ones and retrieval figures move by as little, while a running coach
    is spared the exact one's memory. It carries the exact one's name, by which the index knows what it was made with.
    """

    def __init__(self, copy: OnnxEncoder) -> None:
        self._copy = copy
        self.fingerprint = copy.fingerprint_of("fp32")
        self.dimension = copy.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit row for each text."""
        return self._copy.encode(texts)


@dataclass(frozen=True, slots=True)
class Opened:
    """A coach ready to talk, and what its channels show beside its replies."""

    coach: Coach
    first_contact: tuple[str, ...]
    passages: Callable[[Cited], str]


class House:
    """Everything that can be opened from the settings, each opened once and only when it is needed."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def encoder(self) -> OnnxEncoder:
        """The frozen encoder, exported at set-up."""
        return _encoder(self.settings.data / ENCODER)

    @cached_property
    def reading_encoder(self) -> OnnxEncoder:
        """The frozen encoder's int8 copy."""
        return _encoder(self.settings.data / READING)

    @cached_property
    def tuned(self) -> OnnxEncoder:
        """The tuned encoder, committed."""
        return _encoder(UNDERSTANDING)

    @cached_property
    def searcher(self) -> Searcher:
        """The current index."""
        return Searcher(self.settings.data / INDEX, QueryEncoder(self.reading_encoder), vector_settings(self.settings))

    @cached_property
    def cards(self) -> EvidenceCards:
        """The cards of the current index, with their places."""
        return EvidenceCards(self.settings.data / INDEX)

    @cached_property
    def compiled(self) -> tuple[words_adapter.Compiled, words_adapter.Books]:
        """All words, checked."""
        return words_adapter.load(self.settings.data)

    @cached_property
    def words(self) -> Words:
        """Every fixed sentence, with the contacts of the nation that is set."""
        return words_adapter.words_of(self.compiled[0], self.settings.nation)

    @cached_property
    def reader(self) -> ModelReader:
        """The understanding models."""
        compiled, books = self.compiled
        facets = load_facets(self.settings.data, compiled.digest, books, self.reading_encoder)
        return ModelReader(self.reading_encoder, self.tuned, Heads.load(UNDERSTANDING), facets)

    @cached_property
    def listener(self) -> ModelListener:
        """The listening model."""
        return ModelListener(lambda: _encoder(LISTENING), GistHead.load(LISTENING), SpanHead.load(LISTENING))

    @cached_property
    def evidence(self) -> SearchEvidence:
        """Ideas and answers from the current index; opened at the first that is needed."""
        return SearchEvidence(lambda: self.searcher, self.cards, self.settings.data / INDEX)

    def coach(self, store_url: str) -> Coach:
        """A coach whose conversations are kept at `store_url`."""
        compiled, books = self.compiled
        keyring = Keyring.for_store(store_url, self.settings.sealing_key)
        return Coach(
            Parts(
                store=SqlConversationStore(open_engine(store_url, keyring)),
                reader=self.reader,
                evidence=self.evidence,
                listener=self.listener,
                gist_bank={one.id: one for one in compiled.gists},
                words=self.words,
                books=books,
                bank=Bank.of(compiled.reflections),
                situation_names=compiled.choices,
                names=identifiers.NameLists(**names.load()),
                clock=SystemClock(),
                versions=self._versions(compiled.digest),
                timezone=ZoneInfo(self.settings.timezone),
            )
        )

    def _versions(self, digest: str) -> Versions:
        return Versions(
            code=version("leadership-coach"),
            playbook=digest,
            prompts=digest,
            model=self.reader.version,
            index=self.evidence.version,
        )


def open_coach(settings: Settings, store_url: str) -> Opened:
    """Open everything that a conversation needs."""
    house = House(settings)
    coach = house.coach(store_url)
    return Opened(coach=coach, first_contact=house.compiled[0].first_contact, passages=passage_text)


def slack_words() -> SlackWords:
    """What only the Slack channel says, checked. Raises KnowledgeError that names the file and the line."""
    return strict_yaml.load(library.file(_SLACK_WORDS), SlackWords)


def passage_text(cited: Cited) -> str:
    """The passage behind a citation, or where it would be found."""
    if cited.quote:
        return f'"{cited.quote}" ({cited.author}, {cited.section})'
    return f"The source text is not installed here; the place is {cited.author}, {cited.section}."


def vector_settings(settings: Settings) -> VectorSettings:
    """Where the vectors are kept."""
    return VectorSettings(server=settings.chroma or None)


def _encoder(folder: Path) -> OnnxEncoder:
    try:
        return OnnxEncoder(folder)
    except EncoderError as error:
        message = f"{error}. Run: coach setup"
        raise CoachError(message, code="no_encoder") from error
