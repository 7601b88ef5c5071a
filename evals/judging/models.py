"""The one door to chat models for the judge: any that LangChain knows, pinned, at temperature 0."""

from langchain.chat_models import init_chat_model

from evals.errors import EvalsError
from evals.judging.judge import Ask

_PATIENCE_S = 60


def open_model(name: str) -> Ask:
    """A chat model by its `provider:model` name, as a function from prompt to text.

    Raises EvalsError where the provider's package is missing or the name is not known.
    """
    try:
        model = init_chat_model(name, temperature=0, timeout=_PATIENCE_S)
    except Exception as error:  # whatever a provider's package raises for a missing key or a wrong name
        message = f"the judge {name} cannot be opened: {' '.join(str(error).split())}"
        raise EvalsError(message) from error

    def ask(prompt: str) -> str:
        return model.invoke(prompt).text

    return ask
