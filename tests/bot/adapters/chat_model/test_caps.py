"""How much a model may write: a cap where it harms nobody, and no answer of any length beyond what is read."""

import json

import pytest

from bot.adapters.chat_model import shapes
from bot.adapters.chat_model.caps import MOST_TOKENS, cap
from bot.adapters.chat_model.langchain_model import Asking
from bot.adapters.chat_model.opening import Opening, open_model
from bot.coaching.drafting.shape import Worded
from tests.bot.adapters.chat_model.conftest import prompt
from tests.stubmodel.client import StubModel


@pytest.mark.parametrize(
    ("provider", "model", "option"),
    [
        ("openai", "gpt-4.1-mini", "max_tokens"),
        ("openai", "gpt-4o-2024-08-06", "max_tokens"),
        ("anthropic", "claude-sonnet-4-5", "max_tokens"),
        ("ollama", "llama3.3", "num_predict"),
        ("ollama", "qwen2.5:7b", "num_predict"),
    ],
)
def test_a_model_that_does_not_think_is_capped(provider: str, model: str, option: str) -> None:
    assert cap(provider, model, own_server=provider == "ollama") == {option: MOST_TOKENS}


@pytest.mark.parametrize(
    ("provider", "model"),
    [
        ("openai", "o3-mini"),
        ("openai", "gpt-5.5"),
        ("openai", "ft:whatever"),
        ("azure_openai", "gpt-4o"),
        ("ollama", "deepseek-r1:8b"),
        ("ollama", "qwen3"),
        ("ollama", "phi4-reasoning"),
        ("ollama", "gpt-oss:20b"),
        ("anthropic", "claude-next-9"),
        ("groq", "llama3"),
    ],
)
def test_a_model_that_thinks_or_may_is_not(provider: str, model: str) -> None:
    assert cap(provider, model, own_server=False) == {}


def test_a_server_of_ones_own_whose_context_nobody_knows_is_not() -> None:
    assert cap("openai", "gpt-4o", own_server=True) == {}


@pytest.mark.parametrize(("model", "sent"), [("gpt-4.1", MOST_TOKENS), ("gpt-5.5", None)])
def test_the_cap_is_sent(stub: StubModel, monkeypatch: pytest.MonkeyPatch, model: str, sent: int | None) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    open_model(Opening(Asking(f"openai:{model}"))).ask(prompt(), Worded, 30.0)
    assert json.loads(stub.last()[-1]).get("max_completion_tokens") == sent


def test_an_answer_is_read_up_to_its_longest() -> None:
    text = json.dumps({"sentences": ["reflect: You have three nights."]})
    assert len(shapes.read(Worded, text.ljust(shapes.LONGEST)).sentences) == 1
    with pytest.raises(ValueError, match="longer than any answer"):
        shapes.read(Worded, text.ljust(shapes.LONGEST + 1))


def test_the_arguments_of_a_call_are_held_to_the_same_length() -> None:
    with pytest.raises(ValueError, match="longer than any answer"):
        shapes.read(Worded, {"sentences": [f"reflect: {'night ' * 90}"] * 8})
