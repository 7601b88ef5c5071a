"""A coach as it is on a fresh machine, with nothing beside it (an index of the cards alone) or with the source texts."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import compose
from bot.adapters import model_files
from bot.coach import Coach
from bot.coaching.model import IncomingMessage, Reading, State
from bot.settings import Settings
from evals.understanding import Answer
from knowledge.encoder.exporting import DEFAULT_PACKAGE
from knowledge.index.index_folder import INDEX
from knowledge.library import Places, index_library
from knowledge.search.searcher import Searcher


@pytest.fixture(scope="session")
def cards_only(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a data folder made from the cards alone; the exported encoder is taken from `make setup`."""
    folder = _with_encoders(tmp_path_factory.mktemp("product"))
    return _indexed(Settings(data=folder, sources=folder / "no-sources"))


@pytest.fixture(scope="session")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """The search over the source texts; the index of `make setup` is taken where it is up to date."""
    made = Settings.from_environment()
    if not any(made.sources.glob("*.txt")):
        pytest.skip("the source texts are not at hand (set COACH_SOURCES to their folder)")
    folder = _with_encoders(tmp_path_factory.mktemp("sources"))
    if (made.data / INDEX).is_dir():
        shutil.copytree(made.data / INDEX, folder / INDEX, symlinks=True)
    return compose.House(_indexed(Settings(data=folder, sources=made.sources))).searcher


def _with_encoders(folder: Path) -> Path:
    made = Settings.from_environment().data
    for name in (model_files.ENCODER, model_files.READING):
        if (made / name).is_dir():
            (folder / name).symlink_to(made / name)
    model_files.prepare(folder, DEFAULT_PACKAGE)
    return folder


def _indexed(settings: Settings) -> Settings:
    places = Places(sources=settings.sources, added=(), data=settings.data)
    index_library(places, compose.House(settings).encoder, compose.vector_settings(settings))
    return settings


@pytest.fixture(scope="session")
def house(cards_only: Settings) -> compose.House:
    """Everything opened once for all product tests."""
    return compose.House(cards_only)


@pytest.fixture
def coach(house: compose.House) -> Coach:
    """A coach with an empty store."""
    return house.coach("sqlite://")


@pytest.fixture(scope="session")
def understand(house: compose.House) -> Callable[[str], Reading]:
    """Reads a message on its own, as `coach understand` does."""
    return _reader(house, State())


@pytest.fixture(scope="session")
def understand_answer(house: compose.House) -> Callable[[Answer], Reading]:
    """Reads a message as an answer in the middle of coaching, to the question that was asked."""
    coach = house.coach("sqlite://")
    midway = State(situation="speaking_up", expecting="facet:speaking_up/seen", turn=4)

    def read(answer: Answer) -> Reading:
        masked, found = coach.mask(_message(answer.text))
        return coach.read(masked.text, midway, identifiable=bool(found), asked=answer.asked)

    return read


def _reader(house: compose.House, state: State) -> Callable[[str], Reading]:
    coach = house.coach("sqlite://")

    def read(text: str) -> Reading:
        masked, found = coach.mask(_message(text))
        return coach.read(masked.text, state, identifiable=bool(found))

    return read


def _message(text: str) -> IncomingMessage:
    return IncomingMessage(event_id="e", conversation_id="c", person_id="p", text=text)
