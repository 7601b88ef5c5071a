"""Looking at what the coach may use beside itself: a chat model, a Chroma server, a collector of traces."""

from http.client import HTTPConnection, HTTPException, HTTPSConnection
from importlib.util import find_spec
from typing import Final
from urllib.parse import urlsplit

from bot.adapters.chat_model.address import goes_in_clear
from bot.adapters.findings import Finding
from bot.adapters.tracing import endpoint
from bot.coaching.drafting.shape import Worded
from bot.coaching.drafting.sheet import Prompt
from bot.errors import CoachError
from bot.ports.chat_model import Asked, ChatModel, Failure
from bot.settings import Settings
from knowledge.index import index_folder
from knowledge.index.vector_index import VectorSettings, load_vectors

_WAIT_S: Final = 5.0
_WORD: Final = Prompt(
    system="You are being tried out. Answer with one sentence of one word, the word ready, whose act is inform.",
    turn="Are you ready?",
    version="",
)
"""What the model is asked where it is tried: nothing of anybody's."""
_MENDS: Final = {
    Failure.SLOW: "raise COACH_LLM_DEADLINE, or choose a quicker model",
    Failure.UNREACHABLE: "check COACH_LLM_URL, and whether the server may be reached from here",
    Failure.BUSY: "ask the provider for a higher rate limit, or try again later",
    Failure.BROKEN: "the provider fails: try again later",
    Failure.MALFORMED: "set COACH_LLM_OUTPUT to function_calling or json_mode, or choose another model",
    Failure.REFUSED: "the provider or its filter declined a harmless line: choose another model",
    Failure.MISCONFIGURED: "check the model's name in COACH_LLM, COACH_LLM_KEY, and COACH_LLM_URL (it ends in /v1)",
    Failure.RESTING: "it failed too often: run coach doctor --live once more",
}
_MENDS_OF_STATUS: Final = {
    "401": "the key was refused: put COACH_LLM_KEY right",
    "403": "the key was refused: put COACH_LLM_KEY right",
    "404": "there is no such model or address: put COACH_LLM, or COACH_LLM_URL (it ends in /v1), right",
}


def model_set(settings: Settings) -> list[Finding]:
    """Whether a chat model is set, and all that it needs is there; nothing is asked of it."""
    if not settings.llm:
        return [Finding("ok", "replies: in people's words alone; no chat model is set (COACH_LLM)")]
    from bot.adapters.chat_model.prices import Prices  # noqa: PLC0415 - only where a model is set

    found: list[Finding] = []
    try:
        opened_model(settings)
        found.append(Finding("ok", f"chat model: {settings.llm}, its package is there; coach doctor --live asks it"))
        if Prices.parse(settings.llm_prices) is None:
            found.append(Finding("note", "chat model: no prices, so its cost is not counted", "set COACH_LLM_PRICES"))
    except CoachError as error:
        found.append(Finding("missing", f"chat model: {error}", "put the setting right, or unset COACH_LLM"))
    if goes_in_clear(settings.llm_url):
        what = "chat model: what is sent goes over http:// outside this network, for anybody on the way to read"
        found.append(Finding("note", what, "let COACH_LLM_URL begin with https://"))
    if not settings.llm_told:
        what = "chat model: doctors would not be told whose it is, and the coach does not begin in Slack"
        found.append(Finding("missing", what, "set COACH_LLM_TOLD, as: GPT-x, run by Azure OpenAI in the UK"))
    return found


def opened_model(settings: Settings) -> ChatModel:
    """The model that is set, not yet asked anything. Raises CoachError that names the setting to put right."""
    from bot.adapters.chat_model.langchain_model import Asking  # noqa: PLC0415 - takes a second to load
    from bot.adapters.chat_model.opening import Opening, open_model  # noqa: PLC0415 - the same
    from bot.adapters.chat_model.prices import Prices  # noqa: PLC0415 - the same

    asking = Asking(settings.llm, settings.llm_output, Prices.parse(settings.llm_prices))
    return open_model(Opening(asking, settings.llm_url, settings.llm_key, settings.llm_deadline))


def model_tried(settings: Settings) -> list[Finding]:
    """Whether the model answers in the shape that it is asked for: it is asked for one word, which costs a little."""
    if not settings.llm:
        return []
    try:
        return [tried(opened_model(settings), settings.llm_deadline)]
    except CoachError:
        return []  # told of already


def tried(model: ChatModel, within_s: float) -> Finding:
    """What came of asking for one word."""
    asked: Asked[Worded] = model.ask(_WORD, Worded, within_s)
    usage = asked.usage
    took = f"{usage.ms / 1000:.1f} s, {usage.input_tokens} tokens read, {usage.output_tokens} written"
    if asked.failure is not None:
        mend = _MENDS_OF_STATUS.get(asked.kind.rpartition(":")[2], _MENDS[asked.failure])
        return Finding("missing", f"chat model: no answer ({asked.failure.value}; {took})", mend)
    return Finding("ok", f"chat model: answers in the shape that is asked for ({took})")


def chroma(settings: Settings) -> list[Finding]:
    """Whether a Chroma server that is set answers and holds the vectors of the index that is here."""
    if not settings.chroma:
        return []
    from knowledge.index import chroma_store  # noqa: PLC0415 - chromadb takes a second to load

    root = settings.index
    folder = root / index_folder.current_version(root)
    place = VectorSettings(server=settings.chroma, token=settings.chroma_token.get_secret_value() or None)
    wanted = sum(len(rows) for rows in load_vectors(folder).values())
    try:
        held = chroma_store.stored(folder, place)
    except Exception as error:  # noqa: BLE001 - whatever the client raises, it is told here
        what = f"Chroma server at {_shown(settings.chroma)} does not answer ({type(error).__name__})"
        return [Finding("missing", what, "check COACH_CHROMA and COACH_CHROMA_TOKEN, and start the server")]
    if held != wanted:
        what = f"Chroma server: {held} of the {wanted} vectors of index {folder.name}"
        return [Finding("missing", what, "coach ingest")]
    return [Finding("ok", f"Chroma server: all {held} vectors of index {folder.name}")]


def traces(settings: Settings) -> list[Finding]:
    """Whether traces can be sent where they are to go."""
    if not settings.traces:
        return []
    url = endpoint(settings.traces)
    if not _is_installed("opentelemetry.exporter.otlp.proto.http"):
        return [Finding("missing", "traces: the packages are not installed", install("otel"))]
    try:
        status = _posted(url)
    except (OSError, HTTPException) as error:
        what = f"traces: the collector at {_shown(url)} does not answer ({type(error).__name__})"
        return [Finding("missing", what, "start it, or put COACH_TRACES right; replies do not depend on it")]
    if status in (401, 403):
        mend = "set OTEL_EXPORTER_OTLP_HEADERS, by which it is sent, as Authorization=Bearer%20..."
        return [Finding("note", "traces: the collector answers, and asks for a key", mend)]
    if status >= 400:
        what = f"traces: the collector at {_shown(url)} answers with status {status}"
        return [Finding("missing", what, "set COACH_TRACES to its OTLP/HTTP address, by default port 4318")]
    return [Finding("ok", f"traces: the collector at {_shown(url)} takes them")]


def install(extra: str) -> str:
    """The command that installs an extra into the checkout's own environment."""
    return f".venv/bin/pip install -e '.[{extra}]'"


def _posted(url: str) -> int:
    """The status with which no spans at all are taken in."""
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=_WAIT_S)
    try:
        connection.request("POST", parts.path, b"", {"Content-Type": "application/x-protobuf"})
        return connection.getresponse().status
    finally:
        connection.close()


def _is_installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ModuleNotFoundError:
        return False


def _shown(url: str) -> str:
    """An address without a password that may stand in it."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname}{f':{parts.port}' if parts.port else ''}{parts.path}"
