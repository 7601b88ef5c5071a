"""The composition root: settings -> coach, searcher and what the commands need. The only importer of adapters."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.adapters import words as words_adapter
from bot.adapters.evidence import SearchEvidence
from bot.adapters.gists import GistHead
from bot.adapters.heads import Heads
from bot.adapters.keyring import Keyring
from bot.adapters.listener import ModelListener
from bot.adapters.model_files import ENCODER, LISTENING, READING, UNDERSTANDING
from bot.adapters.query_encoder import QueryEncoder
from bot.adapters.reader import ModelReader, load_facets
from bot.adapters.spans import SpanHead
from bot.adapters.store.conversations import SqlConversationStore
from bot.adapters.store.engine import open_engine
from bot.adapters.telltale import Telltale
from bot.adapters.tracing import Traces, open_traces
from bot.coach import Coach, Parts
from bot.coaching import identifiers
from bot.coaching.cited import Cited
from bot.coaching.record import Versions
from bot.coaching.uptake import Bank
from bot.coaching.words import Words
from bot.compose_llm import chat_model
from bot.compose_studio import StudioHouse
from bot.errors import CoachError
from bot.ports.chat_model import ChatModel
from bot.settings import Settings
from knowledge import names
from knowledge.encoder.embedding import EncoderError, OnnxEncoder
from knowledge.evidence_cards import EvidenceCards
from knowledge.index.index_folder import INDEX
from knowledge.index.vector_index import VectorSettings

if TYPE_CHECKING:
    from bot.coaching.drafting.brief import Instructions
    from bot.llm_engine import Limits, LlmEngine
    from knowledge.search.searcher import Searcher

_LAST_TRACES_S = 2.0


class SystemClock:
    """The machine's own clock."""

    def elapsed_ms(self) -> float:
        """Milliseconds on a clock that only goes forward."""
        return time.perf_counter() * 1000

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Opened:
    """A coach ready to talk, and what its channels show beside its replies."""

    coach: Coach
    first_contact: tuple[str, ...]
    passages: Callable[[Cited], str]
    close: Callable[[], object] = lambda: None


class House:
    """Everything that can be opened from the settings, each opened once and only when it is needed."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def encoder(self) -> OnnxEncoder:
        """The frozen encoder, exported at set-up."""
        return _encoder(self.settings.ready / ENCODER)

    @cached_property
    def reading_encoder(self) -> OnnxEncoder:
        """The frozen encoder's int8 copy."""
        return _encoder(self.settings.ready / READING)

    @cached_property
    def tuned(self) -> OnnxEncoder:
        """The tuned encoder, committed."""
        return _encoder(UNDERSTANDING)

    @cached_property
    def searcher(self) -> "Searcher":
        """The current index."""
        from knowledge.search.searcher import Searcher  # noqa: PLC0415 - not loaded before something is looked for

        return Searcher(index_root(self.settings), QueryEncoder(self.reading_encoder), vector_settings(self.settings))

    @cached_property
    def cards(self) -> EvidenceCards:
        """The cards of the current index, with their places."""
        return EvidenceCards(index_root(self.settings))

    @cached_property
    def compiled(self) -> tuple[words_adapter.Compiled, words_adapter.Books]:
        """All words, checked."""
        return words_adapter.load(self.settings.ready)

    @cached_property
    def words(self) -> Words:
        """Every fixed sentence, with the contacts of the nation that is set."""
        return words_adapter.words_of(self.compiled[0], self.settings.nation, self.settings.told)

    @cached_property
    def reader(self) -> ModelReader:
        """The understanding models."""
        compiled, books = self.compiled
        facets = load_facets(self.settings.ready, compiled.digest, books, self.reading_encoder)
        heads = Heads.load(UNDERSTANDING), Telltale.load(UNDERSTANDING)
        return ModelReader(self.reading_encoder, self.tuned, heads, facets)

    @cached_property
    def listener(self) -> ModelListener:
        """The listening model."""
        return ModelListener(lambda: _encoder(LISTENING), GistHead.load(LISTENING), SpanHead.load(LISTENING))

    @cached_property
    def evidence(self) -> SearchEvidence:
        """Ideas and answers from the current index; opened at the first that is needed."""
        return SearchEvidence(lambda: self.searcher, self.cards, index_root(self.settings))

    @cached_property
    def studio(self) -> StudioHouse:
        """What rehearsals and drafts need."""
        return StudioHouse(lambda: self.reading_encoder, lambda: self.evidence)

    @cached_property
    def names(self) -> identifiers.NameLists:
        """The names by which people are recognised."""
        return identifiers.NameLists(**names.load())

    @cached_property
    def instructions(self) -> "Instructions":
        """What a chat model is told. Raises CoachError or KnowledgeError that names the file and the line."""
        from bot.adapters import instructions  # noqa: PLC0415 - not loaded where no chat model is set

        return instructions.load()

    @cached_property
    def llm(self) -> "LlmEngine | None":
        """The engine that lets the chat model of the settings word the moves; None where none is set."""
        model = chat_model(self.settings)
        if model is None:
            return None
        from bot.llm_engine import Limits  # noqa: PLC0415 - as above

        return self.engine(model, Limits(self.settings.llm_deadline, self.settings.llm_tokens_a_day))

    def engine(self, model: ChatModel, limits: "Limits") -> "LlmEngine":
        """An engine with the given chat model."""
        from bot.llm_engine import LlmEngine  # noqa: PLC0415 - as above

        return LlmEngine(model, self.instructions, self.names, SystemClock(), limits, tracer=self.traces.tracer)

    @cached_property
    def traces(self) -> Traces:
        """Where traces go; whoever opened the house closes them."""
        return open_traces(self.settings.traces, self.settings.replica)

    def coach(self, store_url: str, llm: "LlmEngine | None" = None) -> Coach:
        """A coach whose conversations are kept at `store_url`, with the engine of the settings or the one given."""
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
                names=self.names,
                clock=SystemClock(),
                versions=self._versions(compiled.digest),
                timezone=ZoneInfo(self.settings.timezone),
                studio=self.studio.studio,
                llm=llm or self.llm,
                tracer=self.traces.tracer,
            )
        )

    def _versions(self, digest: str) -> Versions:
        code, model, index = version("leadership-coach"), self.reader.version, self.evidence.version
        return Versions(code=code, playbook=digest, prompts=digest, model=model, index=index)


def open_coach(settings: Settings, store_url: str) -> Opened:
    """Open everything that a conversation needs."""
    house = House(settings)
    coach = house.coach(store_url)
    return Opened(
        coach=coach,
        first_contact=words_adapter.first_contact(house.compiled[0], settings.told),
        passages=passage_text,
        close=lambda: house.traces.close(_LAST_TRACES_S),
    )


def passage_text(cited: Cited) -> str:
    """The passage behind a citation, or where it would be found."""
    if cited.quote:
        return f'"{cited.quote}" ({cited.author}, {cited.section})'
    return f"The source text is not installed here; the place is {cited.author}, {cited.section}."


def vector_settings(settings: Settings) -> VectorSettings:
    """Where the vectors are kept; a server beside a database of several processes is read by all of them."""
    token = settings.chroma_token.get_secret_value() or None
    return VectorSettings(server=settings.chroma or None, token=token, shared=shares_index(settings))


def index_root(settings: Settings) -> Path:
    """The folder of indexes that is read; where the index is shared, the one into which it is fetched."""
    return settings.data / INDEX if shares_index(settings) else settings.index


def shares_index(settings: Settings) -> bool:
    """Whether the index is published in the database for all replicas: a SQLite file is one process' own."""
    return bool(settings.chroma) and not settings.database_url.startswith("sqlite")


def _encoder(folder: Path) -> OnnxEncoder:
    try:
        return OnnxEncoder(folder)
    except EncoderError as error:
        message = f"{error}. Run: coach setup"
        raise CoachError(message, code="no_encoder") from error
