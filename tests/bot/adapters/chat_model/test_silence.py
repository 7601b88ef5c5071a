"""Nothing of what is sent goes anywhere but to the model: not to LangChain's own service, not into a log."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.checkout import ROOT
from tests.stubmodel.client import StubModel

SECRET, KEY = "wallaby", "sk-kookaburra"
BEGINS = """
import logging, sys
from bot.compose_llm import chat_model
from bot.settings import Settings
chat_model(Settings.from_environment())
print({name: logging.getLogger(name).getEffectiveLevel() for name in ("openai", "openai._base_client", "httpx")})
"""
OURS = """
import logging, sys
logging.basicConfig(level=logging.DEBUG)
from bot.compose_llm import chat_model
from bot.coaching.drafting.shape import Worded
from bot.coaching.drafting.sheet import Prompt
from bot.settings import Settings
model = chat_model(Settings.from_environment())
for _ in range(int(sys.argv[2])):
    asked = model.ask(Prompt(f"System {sys.argv[1]}.", f"<doctor>{sys.argv[1]}</doctor>", "v"), Worded, 30.0)
    print("failure", asked.failure, asked.usage.calls)
"""
PLAIN = """
import os, sys
from langchain.chat_models import init_chat_model
from langchain_core.tracers.langchain import wait_for_all_tracers
model = init_chat_model("openai:stub-1", base_url=os.environ["COACH_LLM_URL"], api_key="none")
model.invoke(sys.argv[1])
wait_for_all_tracers()
"""


@dataclass
class Trap:
    """A service that takes whatever it is sent, and says so afterwards."""

    url: str
    paths: list[str] = field(default_factory=list)


@pytest.fixture
def trap() -> Iterator[Trap]:
    caught: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def _take(self) -> None:
            caught.append(self.path)
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        do_GET = do_POST = do_PATCH = _take  # noqa: N815 - the names that the library calls

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield Trap(f"http://127.0.0.1:{server.server_port}", caught)
        server.shutdown()
        thread.join()


def child(code: str, stub: StubModel, trap: Trap, more: Mapping[str, str] | None = None, times: int = 1) -> str:
    """What a process says, on both channels, in an environment that wants everything traced."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("COACH_", "LANG"))}
    environment |= {
        "COACH_LLM": "openai:stub-1",
        "COACH_LLM_URL": stub.url,
        "COACH_LLM_KEY": KEY,
        "LANGSMITH_TRACING": "true",
        "LANGSMITH_API_KEY": "lsv2_pt_none",
        "LANGSMITH_ENDPOINT": trap.url,
        "LANGCHAIN_TRACING_V2": "true",
        "LANGCHAIN_ENDPOINT": trap.url,
        **(more or {}),
    }
    command = [sys.executable, "-c", code, SECRET, str(times)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_the_trap_catches_what_langchain_sends_by_itself(stub: StubModel, trap: Trap) -> None:
    child(PLAIN, stub, trap)
    assert any("runs" in path for path in trap.paths)


def test_nothing_is_traced_even_where_the_environment_says_so(stub: StubModel, trap: Trap) -> None:
    assert "failure None 1" in child(OURS, stub, trap)
    assert trap.paths == []


def test_langchains_gateway_is_passed_by(stub: StubModel, trap: Trap) -> None:
    """Without an address of our own the provider's is taken, never the gateway: here that of the provider is the stub."""
    said = child(OURS, stub, trap, {"COACH_LLM_URL": "", "OPENAI_BASE_URL": stub.url, "LANGSMITH_GATEWAY": trap.url})
    assert "failure None 1" in said
    assert trap.paths == []


def test_an_old_switch_for_tracing_breaks_nothing(stub: StubModel, trap: Trap) -> None:
    old = {"LANGCHAIN_TRACING": "true", "LANGCHAIN_TRACING_V2": "", "LANGSMITH_TRACING": "", "LANGCHAIN_HANDLER": "x"}
    assert "failure None 1" in child(OURS, stub, trap, old)


def test_nothing_of_what_is_sent_or_answered_is_logged_nor_the_key(stub: StubModel, trap: Trap) -> None:
    faults = (
        "parrot",
        "canary",
        "truncated",
        "wrong_types",
        "refusal",
        "500",
        "cut",
        "429",
        "filtered_400",
        "html_200",
    )
    stub.faults(*faults)
    said = child(OURS, stub, trap, {"OPENAI_LOG": "debug"}, times=7)
    assert said.count("failure") == 7
    assert stub.count("requests") > 7
    assert SECRET not in said
    assert KEY not in said
    assert "the chat model gave no answer" in said  # the log itself is there


def test_a_packages_own_switch_for_logging_is_off_again_once_it_is_loaded(stub: StubModel, trap: Trap) -> None:
    said = child(BEGINS, stub, trap, {"OPENAI_LOG": "debug"})
    assert "{'openai': 50, 'openai._base_client': 50, 'httpx': 50}" in said
