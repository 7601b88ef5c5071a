"""The address of a chat model: its password is told to nobody, and what goes in clear beyond this network is said."""

import logging

import pytest

from bot.adapters import health_services
from bot.adapters.chat_model.address import goes_in_clear, scrubbed, shown
from bot.adapters.chat_model.langchain_model import Asking
from bot.adapters.chat_model.opening import Opening, open_model
from bot.errors import CoachError
from bot.settings import Settings
from tests.stubmodel.client import StubModel


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("ward:hunter2@10.0.0.5:8000/v1", "10.0.0.5:8000/v1"),
        ("http://ward:hunter2@llm:8000/v1?key=hunter2#hunter2", "http://llm:8000/v1"),
        ("ftp://ward:hun/ter2@llm", "ftp://llm"),
        ("ward:hunter2@llm:8000/a b", "llm:8000/a b"),
        ("http://llm:8000/v1", "http://llm:8000/v1"),
    ],
)
def test_an_address_is_shown_without_what_is_secret_in_it(url: str, told: str) -> None:
    assert shown(url) == told


def test_an_address_that_is_none_is_told_without_its_password() -> None:
    with pytest.raises(CoachError, match=r"not 'llm:8000'") as raised:
        open_model(Opening(Asking("openai:m"), url="ward:hunter2@llm:8000"))
    assert "hunter2" not in str(raised.value)


def test_what_a_package_says_of_an_address_is_told_without_its_password() -> None:
    url = "http://ward:hunter2@llm:80a/v1"
    assert scrubbed(f"bad port in {url}: 'ward:hunter2@llm' (hunter2)", url) == (
        "bad port in http://llm:80a/v1: '***@llm' (***)"
    )
    with pytest.raises(CoachError, match=r"^COACH_LLM: openai:m cannot be opened.* port: '\*\*\*'") as raised:
        open_model(Opening(Asking("openai:m"), url="http://ward:hun/ter2@llm/v1"))  # the package takes hun for a port
    assert "hun" not in str(raised.value)


@pytest.mark.parametrize("url", ["http://llm.example.org/v1", "HTTP://8.8.8.8:80", "http://[2a00:1450::1]/v1"])
def test_what_goes_out_in_clear_is_known(url: str) -> None:
    assert goes_in_clear(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://llm.example.org/v1",
        "http://localhost:11434",
        "http://127.0.0.1:9/v1",
        "http://[::1]:9",
        "http://10.1.2.3",
        "http://192.168.0.7:8000/v1",
        "http://ollama:11434/v1",
        "http://gpu.ward.internal",
        "http://[bad",
    ],
)
def test_what_stays_in_the_house_or_is_encrypted_is_not(url: str) -> None:
    assert not goes_in_clear(url)


def test_the_log_and_the_doctor_say_that_it_goes_in_clear(stub: StubModel, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        open_model(Opening(Asking("openai:m"), url=stub.url))
        assert "http://" not in caplog.text
        open_model(Opening(Asking("openai:m"), url="http://llm.example.org/v1"))
    assert "the chat model is asked over http:// outside this network" in caplog.text
    given = {"COACH_LLM": "openai:m", "COACH_LLM_URL": "http://llm.example.org/v1"}
    notes = [one.what for one in health_services.model_set(Settings.from_environment(given)) if one.state == "note"]
    assert any("http:// outside this network" in one for one in notes)
