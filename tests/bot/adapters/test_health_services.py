"""What `coach doctor` says of a chat model, a Chroma server and a collector of traces, and what mends each."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import SecretStr

from bot.adapters import health_services
from bot.adapters.findings import Finding
from bot.adapters.health_services import chroma, model_set, model_tried, traces, tried
from bot.cli.main import coach
from bot.coaching.drafting.shape import Worded, WordedSentence
from bot.coaching.drafting.sheet import Prompt
from bot.coaching.kinds import Act
from bot.ports.chat_model import Asked, Failure, Shape, Usage
from bot.settings import Settings
from knowledge.index import chroma_store
from knowledge.index.build import build_index
from knowledge.index.vector_index import load_vectors
from tests.bot.adapters.collector import collector
from tests.fakes import FakeChatModel
from tests.knowledge.small_library import WordEncoder, small_library
from tests.stubmodel.client import StubModel

TOLD = "GPT-x, run by Example in the UK"
READY = Worded(sentences=(WordedSentence(text="Ready.", act=Act.INFORM),))


@pytest.fixture(scope="module")
def stub() -> Iterator[StubModel]:
    with StubModel.running() as made:
        yield made


@pytest.fixture
def nowhere() -> Iterator[str]:
    """An address at which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


def states(found: list[Finding]) -> list[str]:
    return [one.state for one in found]


def local(url: str, **more: object) -> Settings:
    """A model on a server of one's own."""
    return Settings.model_validate(
        {"llm": "openai:stub", "llm_url": url, "llm_told": TOLD, "llm_prices": "2.5,1.25,10", **more}
    )


def test_without_any_of_them_the_doctor_is_content() -> None:
    settings = Settings()
    assert [*model_tried(settings), *chroma(settings), *traces(settings)] == []
    assert states(model_set(settings)) == ["ok"]


def test_a_model_whose_package_and_key_are_there_is_well_without_being_asked(stub: StubModel) -> None:
    asked = stub.count("requests")
    assert states(model_set(local(stub.url))) == ["ok"]
    assert stub.count("requests") == asked


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ({"llm": "gpt-5"}, "COACH_LLM"),
        ({"llm_url": "nowhere"}, "COACH_LLM_URL"),
        ({"llm_prices": "much"}, "COACH_LLM_PRICES"),
        ({"llm_told": ""}, "COACH_LLM_TOLD"),
    ],
)
def test_a_setting_of_the_model_that_is_wrong_is_named(more: dict[str, object], named: str) -> None:
    found = [one for one in model_set(local("http://127.0.0.1:9/v1", **more)) if one.state == "missing"]
    assert len(found) == 1
    assert found[0].mend
    assert named in found[0].what + found[0].mend


def test_a_model_without_a_key_is_found_out_and_no_key_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    (found,) = model_set(local(""))
    assert (found.state, "COACH_LLM_KEY" in found.what) == ("missing", True)
    told = model_set(local("", llm_key=SecretStr("sk-hidden")))
    assert states(told) == ["ok"]
    assert "sk-hidden" not in str(told)


def test_without_prices_there_is_a_note_and_no_more() -> None:
    assert states(model_set(local("http://127.0.0.1:9/v1", llm_prices=""))) == ["ok", "note"]


def test_a_model_that_is_tried_tells_how_long_it_took_and_what(stub: StubModel) -> None:
    stub.forget()
    (found,) = model_tried(local(stub.url))
    assert found.state == "ok"
    assert "tokens read" in found.what
    assert stub.count("requests") == 1


@pytest.mark.parametrize("failure", list(Failure))
def test_of_a_model_that_does_not_answer_it_is_told_why_and_what_mends_it(failure: Failure) -> None:
    found = tried(FakeChatModel([failure]), 1.0)
    assert (found.state, failure.value in found.what, bool(found.mend)) == ("missing", True, True)


def test_one_that_is_tried_is_asked_nothing_of_anybodys() -> None:
    model = FakeChatModel([READY])
    assert tried(model, 3.0).state == "ok"
    assert model.asked == [(health_services._WORD, 3.0)]


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("AuthenticationError:401", "the key was refused: put COACH_LLM_KEY right"),
        ("PermissionDeniedError:403", "the key was refused: put COACH_LLM_KEY right"),
        ("NotFoundError:404", "COACH_LLM_URL (it ends in /v1)"),
        ("BadRequestError:400", "check the model's name"),
    ],
)
def test_of_a_model_that_turns_the_request_away_it_is_told_which_setting(kind: str, named: str) -> None:
    found = tried(TurnedAway(kind), 1.0)
    assert (found.state, named in found.mend) == ("missing", True)


class TurnedAway(FakeChatModel):
    """A model whose provider answers with a status that no other try helps against."""

    def __init__(self, kind: str) -> None:
        super().__init__([])
        self._kind = kind

    def ask(self, prompt: Prompt, shape: type[Shape], within_s: float) -> Asked[Shape]:
        """Nothing, and why."""
        return Asked(None, Failure.MISCONFIGURED, Usage(), self._kind)


def test_a_model_that_the_server_does_not_know_is_told_with_its_setting(stub: StubModel) -> None:
    (found,) = model_tried(local(stub.url.removesuffix("/v1") + "/elsewhere"))
    assert (found.state, "COACH_LLM_URL (it ends in /v1)" in found.mend) == ("missing", True)


@pytest.fixture
def indexed(tmp_path: Path) -> Settings:
    """A data folder with a small index, and a Chroma server that is set beside it."""
    build_index(tmp_path / "index", small_library(), WordEncoder())
    return Settings(data=tmp_path, chroma="http://user:hidden@127.0.0.1:9")


def test_a_chroma_server_that_is_away_is_told_of_without_its_password(indexed: Settings, nowhere: str) -> None:
    away = indexed.model_copy(update={"chroma": nowhere.replace("//", "//user:hidden@")})
    (found,) = chroma(away)
    assert (found.state, "COACH_CHROMA" in found.mend) == ("missing", True)
    assert "hidden" not in found.what


@pytest.mark.parametrize(("lacks", "state", "mend"), [(0, "ok", ""), (1, "missing", "coach ingest")])
def test_a_chroma_server_must_hold_every_vector_of_the_index_that_is_here(
    indexed: Settings, monkeypatch: pytest.MonkeyPatch, lacks: int, state: str, mend: str
) -> None:
    held = sum(len(rows) for rows in load_vectors(indexed.data / "index" / "current").values())
    monkeypatch.setattr(chroma_store, "stored", lambda folder, place: held - lacks)
    (found,) = chroma(indexed)
    assert (found.state, found.mend) == (state, mend)


def test_a_collector_that_takes_traces_is_well_and_is_sent_none() -> None:
    with collector() as here:
        assert states(traces(Settings(traces=here.address))) == ["ok"]
        assert here.spans() == []


@pytest.mark.parametrize(("status", "state", "named"), [(401, "note", "HEADERS"), (404, "missing", "COACH_TRACES")])
def test_a_collector_that_turns_traces_away_is_told_of(status: int, state: str, named: str) -> None:
    with collector(status=status) as here:
        (found,) = traces(Settings(traces=here.address))
    assert (found.state, named in found.mend) == (state, True)


def test_a_collector_that_is_away_is_told_of(nowhere: str) -> None:
    (found,) = traces(Settings(traces=nowhere))
    assert (found.state, "COACH_TRACES" in found.mend) == ("missing", True)


def test_the_command_tries_the_model_only_where_it_is_asked_to(
    stub: StubModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"DATA": str(tmp_path), "LLM": "openai:stub", "LLM_URL": stub.url, "LLM_TOLD": TOLD}.items():
        monkeypatch.setenv(f"COACH_{name}", value)
    stub.forget()
    assert "chat model: openai:stub" in CliRunner().invoke(coach, ["doctor"]).output
    assert stub.count("requests") == 0
    assert "answers in the shape" in CliRunner().invoke(coach, ["doctor", "--live"]).output
    assert stub.count("requests") == 1
