"""The chat model that the settings name, if they name one; nothing of LangChain is loaded where they do not."""

from bot.adapters.chat_model.prices import Prices
from bot.ports.chat_model import ChatModel
from bot.settings import Settings


def chat_model(settings: Settings) -> ChatModel | None:
    """The model that words the coach's moves; None for the guided engine alone.

    Raises:
        CoachError: COACH_LLM, _URL or _PRICES cannot be read, or the provider's package or key is missing.
    """
    prices = Prices.parse(settings.llm_prices)
    if not settings.llm:
        return None
    from bot.adapters.chat_model.langchain_model import Asking  # noqa: PLC0415 - takes a second to load
    from bot.adapters.chat_model.opening import Opening, open_model  # noqa: PLC0415 - the same

    asking = Asking(settings.llm, settings.llm_output, prices)
    return open_model(Opening(asking, settings.llm_url, settings.llm_key, settings.llm_deadline))
