"""The one door to LangChain's chat models: by `provider:model`, with address and key, and nothing sent elsewhere."""

import logging
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from typing import Final

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel
from pydantic import SecretStr, ValidationError

from bot.adapters.chat_model.address import goes_in_clear, scrubbed, shown
from bot.adapters.chat_model.breaker import Breaker, fair_s
from bot.adapters.chat_model.caps import cap
from bot.adapters.chat_model.langchain_model import Asking, LangChainModel
from bot.coaching.drafting.shape import SecondLook, Worded
from bot.errors import CoachError

TEMPERATURE: Final = 0.3
"""Low: the wording may vary a little, what it says may not."""
_NAME: Final = re.compile(r"(?P<provider>[a-z][a-z0-9_]*):(?P<model>\S+)")
_URL: Final = re.compile(r"https?://\S+")
_EXTRAS: Final = {
    "openai": ("langchain_openai", "openai"),
    "azure_openai": ("langchain_openai", "openai"),
    "anthropic": ("langchain_anthropic", "anthropic"),
    "ollama": ("langchain_ollama", "ollama"),
}
_OTHERWISE: Final = {("anthropic", "json_mode"): "json_schema"}
"""Ways of holding a model to a shape that its package replaces by another, with a warning."""
_OF_A_KEY: Final = re.compile(r"credential|api[ _-]?key", re.I)
"""What a package says where it has no key."""
_NO_KEY: Final = "none"
"""For a server of one's own: its clients insist on a key, and the provider's own is not for it."""
_ELSEWHERE: Final = (
    "LANGSMITH_TRACING",
    "LANGSMITH_TRACING_V2",
    "LANGCHAIN_TRACING",
    "LANGCHAIN_TRACING_V2",
    "LANGCHAIN_HANDLER",
    "LANGSMITH_GATEWAY",
)
"""Variables by which LangChain sends what it is given to a service of its own, or fails where that is not there."""
_TALKATIVE: Final = "openai anthropic ollama httpx httpx2 httpcore httpcore2 langchain langchain_core langsmith".split()
"""Loggers of the packages beneath: at the lower levels they log what is sent, and failures are told of here."""

_LOG = logging.getLogger(__name__)
_make: Callable[..., BaseChatModel] = init_chat_model


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a model is; `url` "" means the provider's own address, `key` "" the provider's own variable."""

    asking: Asking
    url: str = ""
    key: SecretStr = field(default_factory=lambda: SecretStr(""))
    timeout_s: float = 60.0
    streaming: bool = False


def open_model(opening: Opening) -> LangChainModel:
    """The model, not yet asked anything. Raises CoachError that names the setting to put right."""
    asking = opening.asking
    named = _NAME.fullmatch(asking.name)
    if named is None:
        message = f"COACH_LLM: provider:model is wanted, as openai:gpt-4o-mini or ollama:llama3.3, not {asking.name!r}"
        raise CoachError(message, code="bad_setting")
    if opening.url and not _URL.fullmatch(opening.url):
        message = (
            f"COACH_LLM_URL: an address that begins with http:// or https:// is wanted, not {shown(opening.url)!r}"
        )
        raise CoachError(message, code="bad_setting")
    provider = named["provider"]
    _installed(provider)
    _send_nothing_elsewhere()
    if goes_in_clear(opening.url):
        _LOG.warning("the chat model is asked over http:// outside this network", extra={"code": "llm_in_clear"})
    given = {**_client(provider, opening), **cap(provider, named["model"], own_server=bool(opening.url))}
    try:
        model = _make(named["model"], model_provider=provider, temperature=TEMPERATURE, **given)
    except Exception as error:  # noqa: BLE001 - whatever a provider's package raises for a missing key or package
        raise _not_opened(opening, error) from None  # its words may hold the password of the address
    finally:
        _quieten()  # a package that has just been loaded may have set its own level, as OPENAI_LOG asks
    held = replace(asking, output=_OTHERWISE.get((provider, asking.output), asking.output))
    opened = LangChainModel(model, held, Breaker(fair=fair_s(opening.timeout_s)))
    try:
        for shape in (Worded, SecondLook):
            opened.hold(shape)
    except Exception as error:  # whatever a provider's package raises for a way that it does not know
        message = f"COACH_LLM_OUTPUT: {provider} cannot be held to a shape by {asking.output}; try another"
        raise CoachError(message, code="bad_setting") from error
    return opened


def _installed(provider: str) -> None:
    package, extra = _EXTRAS.get(provider, ("", ""))
    if package and find_spec(package) is None:
        message = f"COACH_LLM: {provider} needs the extra '{extra}': .venv/bin/pip install -e '.[{extra}]'"
        raise CoachError(message, code="bad_setting")


def _send_nothing_elsewhere() -> None:
    """Neither LangChain's tracing nor its gateway, whatever the environment says, and no content in logs."""
    for name in _ELSEWHERE:
        os.environ[name] = "false"
    _quieten()


def _quieten() -> None:
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _client(provider: str, opening: Opening) -> Mapping[str, object]:
    """What the provider's own client is told: no tries of its own, which would not know of the deadline."""
    given: dict[str, object] = {"base_url": opening.url} if opening.url else {}
    if provider == "ollama":
        return {**given, "client_kwargs": {"timeout": opening.timeout_s}}
    key = opening.key.get_secret_value() or (_NO_KEY if opening.url else "")
    given |= {"api_key": SecretStr(key)} if key else {}
    given |= {"max_retries": 0, "timeout": opening.timeout_s, "streaming": opening.streaming}
    if provider != "openai":
        return given
    if opening.url:  # a server that speaks as OpenAI did: no newer door, and none of OpenAI's own parameters
        return {**given, "use_responses_api": False, "stream_usage": True}
    return {**given, "store": False}


def _not_opened(opening: Opening, error: Exception) -> CoachError:
    why = str(error.errors(include_input=False)[0]["msg"]) if isinstance(error, ValidationError) else str(error)
    said = scrubbed(why.removeprefix("Value error, ").strip().partition("\n")[0], opening.url)[:200]
    hint = " (is COACH_LLM_KEY set?)" if _OF_A_KEY.search(said) else ""
    return CoachError(f"COACH_LLM: {opening.asking.name} cannot be opened{hint}: {said}", code="bad_setting")
