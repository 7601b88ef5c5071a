"""A coach as it is on a fresh machine with nothing beside it: exported encoder, index of the cards alone."""

from collections.abc import Callable

import pytest

from bot import compose
from bot.adapters import model_files
from bot.coach import Coach
from bot.coaching.model import IncomingMessage, Reading, State
from bot.settings import Settings
from knowledge.exporting import DEFAULT_PACKAGE
from knowledge.library import Places, index_library


@pytest.fixture(scope="session")
def cards_only(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a data folder made from the cards alone; the exported encoder is taken from `make setup`."""
    folder = tmp_path_factory.mktemp("product")
    made = Settings().data
    for name in (model_files.ENCODER, model_files.READING):
        if (made / name).is_dir():
            (folder / name).symlink_to(made / name)
    model_files.prepare(folder, DEFAULT_PACKAGE)
    settings = Settings(data=folder, sources=folder / "no-sources")
    places = Places(sources=settings.sources, added=(), data=folder)
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
    alone = house.coach("sqlite://")

    def read(text: str) -> Reading:
        masked, found = alone.mask(IncomingMessage(event_id="e", conversation_id="c", person_id="p", text=text))
        return alone.read(masked.text, State(), identifiable=bool(found))

    return read
