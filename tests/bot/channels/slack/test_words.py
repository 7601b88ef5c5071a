"""The wording of the Slack channel: whole, checked when it is read, plain, and true to the rest of the house."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from bot.channels.slack.wording import fill
from bot.channels.slack.words import NOTES, SlackWords
from knowledge import strict_yaml
from knowledge.errors import KnowledgeError
from prompts import library

FILE = library.file("slack/words.yaml")
WORDS = strict_yaml.load(FILE, SlackWords)
_EMOJI = re.compile("[\u2190-\u2bff\U0001f000-\U0001ffff\ufe0f]")
_GUSH = re.compile(r"!|\b(?:amazing|awesome|great|exciting|delighted|thrilled|journey|oops|please note|simply)\b", re.I)


def lines(held: object) -> Iterator[str]:
    if isinstance(held, Mapping):
        held = list(held.values())
    if isinstance(held, list | tuple):
        for one in held:
            yield from lines(one)
    elif isinstance(held, str):
        yield held


_IDS = {one.id for one in WORDS.feedback.reasons}
EVERY_LINE = tuple(one for one in lines(WORDS.model_dump()) if one not in _IDS)


def altered(path: str, value: object) -> dict[str, object]:
    """The file with one thing changed."""
    made = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    *way, last = path.split(".")
    inner = made
    for one in way:
        inner = inner[one]
    inner[last] = value
    assert isinstance(made, dict)
    return made


def test_the_file_is_read_and_every_note_is_there() -> None:
    assert set(WORDS.notes) == NOTES
    assert WORDS.consent.version >= 1


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("consent.version", "1"),
        ("consent.version", 0),
        ("consent.lines", []),
        ("consent.agree.text", "a" * 76),
        ("privacy.title", "a" * 25),
        ("reminders.set", "I will ask."),
        ("reminders.set", "I will ask on {when}."),
        ("notes.sorry", "I could not answer {what}."),
        ("notes.unheard_of", "Of no use."),
        ("status", ""),
        ("feedback.reasons", [{"id": "Too long", "text": "Too long"}]),
        ("unknown", "key"),
    ],
)
def test_what_does_not_fit_is_refused_when_it_is_read(path: str, value: object) -> None:
    with pytest.raises(ValidationError):
        SlackWords.model_validate(altered(path, value))


def test_a_missing_note_is_refused() -> None:
    made = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    del made["notes"]["sorry"]
    with pytest.raises(ValidationError, match="sorry"):
        SlackWords.model_validate(made)


def test_a_wrong_file_names_the_line_to_mend(tmp_path: Path) -> None:
    wrong = tmp_path / "words.yaml"
    wrong.write_text(FILE.read_text(encoding="utf-8").replace("version: 2", "version: two"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"words\.yaml:\d+: consent\.version"):
        strict_yaml.load(wrong, SlackWords)


@pytest.mark.parametrize("line", EVERY_LINE)
def test_every_line_is_plain(line: str) -> None:
    assert not _EMOJI.search(line)
    assert not _GUSH.search(line)
    assert not re.search(r"[<>*_`]|https?:", line)
    assert line == line.strip()


def test_the_ids_of_reasons_are_each_used_once() -> None:
    known = [one.id for one in WORDS.feedback.reasons]
    assert len(known) == len(set(known))


def test_a_slot_is_filled_once_and_braces_of_the_doctors_own_stay() -> None:
    assert fill("{a} and {b}", a="{b}", b="two") == "{b} and two"
    with pytest.raises(KeyError):
        fill("{a}")


def test_no_helpline_stands_here_but_the_emergency_number() -> None:
    register = library.file("safety/contacts.yaml").read_text(encoding="utf-8")
    numbers = {"".join(one.split()) for one in re.findall(r"number: '?([\d ]+)", register)} - {"999"}
    assert not [one for line in EVERY_LINE for one in numbers if one in "".join(line.split())]
