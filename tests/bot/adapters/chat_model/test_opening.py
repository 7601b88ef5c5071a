"""Opening a model: what is wrong is named with its setting, and nothing of the key or of the environment goes astray."""

import json
import subprocess
import sys

import pytest

from bot.adapters.chat_model.langchain_model import Asking, LangChainModel
from bot.adapters.chat_model.opening import Opening, open_model
from bot.coaching.drafting.shape import Worded
from bot.compose_llm import chat_model
from bot.errors import CoachError
from bot.settings import Settings
from tests.bot.adapters.chat_model.conftest import Opener, prompt
from tests.checkout import ROOT
from tests.stubmodel.client import StubModel


def settings(**given: str) -> Settings:
    return Settings.from_environment({f"COACH_LLM{name}": value for name, value in given.items()})


def test_without_a_name_there_is_no_model() -> None:
    assert chat_model(settings()) is None


def test_a_model_of_the_settings_answers(stub: StubModel) -> None:
    model = chat_model(settings(**{"": "openai:stub-1", "_URL": stub.url, "_OUTPUT": "json_mode", "_PRICES": "1,1,1"}))
    assert model is not None
    assert model.name == "openai:stub-1"
    asked = model.ask(prompt(), Worded, 30.0)
    assert asked.answer is not None
    assert asked.usage.cost == pytest.approx((asked.usage.input_tokens + asked.usage.output_tokens) / 1e6)


@pytest.mark.parametrize("name", ["gpt-5.5", ":gpt", "openai:", "OpenAI:gpt-5.5", "openai: gpt", "open-ai:gpt"])
def test_a_name_of_another_form_is_named(name: str) -> None:
    with pytest.raises(CoachError, match=r"^COACH_LLM: provider:model is wanted") as raised:
        chat_model(settings(**{"": name}))
    assert raised.value.code == "bad_setting"


@pytest.mark.parametrize("provider", ["anthropic", "ollama"])
def test_a_provider_whose_package_is_missing_names_the_extra(provider: str) -> None:
    with pytest.raises(CoachError, match=rf"\.venv/bin/pip install -e '\.\[{provider}\]'$"):
        chat_model(settings(**{"": f"{provider}:some-model"}))


def test_a_provider_without_an_extra_names_its_package() -> None:
    with pytest.raises(CoachError, match=r"^COACH_LLM: groq:llama .*langchain-groq"):
        chat_model(settings(**{"": "groq:llama"}))


def test_a_provider_that_nobody_knows_is_named() -> None:
    with pytest.raises(CoachError, match=r"^COACH_LLM: nonsense:model cannot be opened"):
        chat_model(settings(**{"": "nonsense:model"}))


def test_a_missing_key_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(CoachError, match=r"^COACH_LLM: openai:gpt-5.5 cannot be opened \(is COACH_LLM_KEY set\?\)"):
        chat_model(settings(**{"": "openai:gpt-5.5"}))


@pytest.mark.parametrize("name", ["nonsense:model", "groq:llama"])
def test_a_key_is_asked_after_only_where_one_is_missing(name: str) -> None:
    with pytest.raises(CoachError) as raised:
        chat_model(settings(**{"": name}))
    assert "COACH_LLM_KEY" not in str(raised.value)


def test_what_a_package_finds_wrong_is_told_not_how_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_VERSION", raising=False)
    with pytest.raises(CoachError, match=r"cannot be opened: Must provide either the `api_version`"):
        chat_model(settings(**{"": "azure_openai:some", "_KEY": "some"}))


def test_azure_is_opened_through_its_address_that_speaks_openais_protocol() -> None:
    model = chat_model(
        settings(**{"": "openai:a-deployment", "_URL": "https://r.openai.azure.com/openai/v1/", "_KEY": "some"})
    )
    assert model is not None


def test_an_address_of_another_form_is_named() -> None:
    with pytest.raises(CoachError, match=r"^COACH_LLM_URL: "):
        chat_model(settings(**{"": "openai:m", "_URL": "localhost:11434"}))


def test_a_way_of_holding_it_that_the_provider_does_not_know_is_named(stub: StubModel) -> None:
    with pytest.raises(CoachError, match=r"^COACH_LLM_OUTPUT: openai cannot be held to a shape by prayer"):
        open_model(Opening(Asking("openai:stub-1", "prayer"), url=stub.url))


def test_bad_prices_are_named_even_where_no_model_is() -> None:
    with pytest.raises(CoachError, match=r"^COACH_LLM_PRICES: "):
        chat_model(settings(_PRICES="cheap"))


def test_the_key_of_the_provider_is_not_sent_to_another_address(
    stub: StubModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "the-providers-own")
    model = open_model(Opening(Asking("openai:stub-1"), url=stub.url))
    assert model.ask(prompt(), Worded, 30.0).failure is None
    assert stub.keys() == ["none"]


def test_the_system_text_is_the_same_bytes_in_every_turn_and_stands_first(opened: Opener, stub: StubModel) -> None:
    for output in ("json_schema", "function_calling", "json_mode"):
        model = opened(output)
        for doctor in ("I have three nights.", "And now a fourth, with nobody to ask."):
            assert model.ask(prompt(doctor), Worded, 30.0).failure is None
        first, second = stub.last()[-2:]
        shared = json.dumps(prompt().system)[1:-1]
        assert first != second
        assert first[: first.index(shared) + len(shared)] == second[: second.index(shared) + len(shared)]
        assert first.index(shared) < 100
    assert stub.figures()["tokens"] != {"cached": 0}


def test_anthropic_is_told_what_to_keep(opened: Opener) -> None:
    model = LangChainModel(opened()._model, Asking("anthropic:claude"))
    system, turn = model._messages(prompt(), Worded)
    assert system.content == [{"type": "text", "text": prompt().system, "cache_control": {"type": "ephemeral"}}]
    assert turn.content == prompt().turn


def test_nothing_of_langchain_is_loaded_without_a_model() -> None:
    code = (
        "import sys, bot.compose, bot.compose_llm; from bot.settings import Settings\n"
        "assert bot.compose_llm.chat_model(Settings()) is None\n"
        "print(sorted({'langchain', 'langchain_core', 'langsmith', 'openai', 'tenacity'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
