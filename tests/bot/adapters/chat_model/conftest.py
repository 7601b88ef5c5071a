"""One stub model for all of these tests, begun anew for each, and models that ask it."""

from collections.abc import Callable, Iterator

import pytest

from bot.adapters.chat_model.breaker import Breaker
from bot.adapters.chat_model.langchain_model import Asking, LangChainModel
from bot.adapters.chat_model.opening import Opening, open_model
from bot.adapters.chat_model.prices import Prices
from bot.coaching.drafting.sheet import Prompt
from tests.stubmodel.client import StubModel

PLAIN = "You have three nights in a row, and the rota is not yours. What is hardest in that?"
SYSTEM = "You are a coach, and the word is quokka.\nActs: reflect, ask_open. It must have: reflect. At most 40 words."
Opener = Callable[..., LangChainModel]


def prompt(doctor: str = "I have three nights in a row.", system: str = SYSTEM) -> Prompt:
    return Prompt(system=system, turn=f"<plain>{PLAIN}</plain>\n<doctor>{doctor}</doctor>", version="v")


@pytest.fixture(scope="session")
def running() -> Iterator[StubModel]:
    with StubModel.running() as stub:
        yield stub


@pytest.fixture
def stub(running: StubModel) -> StubModel:
    running.forget()
    return running


@pytest.fixture
def opened(stub: StubModel) -> Opener:
    """A model of the stub's, asked through the real client; each has a breaker of its own."""

    def open_one(
        output: str = "json_schema",
        *,
        streaming: bool = False,
        prices: str = "",
        breaker: Breaker | None = None,
        url: str = "",
    ) -> LangChainModel:
        asking = Asking("openai:stub-1", output, Prices.parse(prices))
        model = open_model(Opening(asking, url=url or stub.url, streaming=streaming))
        return model if breaker is None else LangChainModel(model._model, asking, breaker)

    return open_one
