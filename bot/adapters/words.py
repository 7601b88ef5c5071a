"""Reading the words (playbooks, phrases, safety routes) strictly, and keeping a compiled copy that loads at once."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from pydantic import BaseModel, RootModel

from bot.coaching.playbook import Challenge, Playbook
from bot.coaching.uptake import Gist, Reflection
from bot.coaching.words import About, ContactRegister, Routes, Words, naming
from bot.errors import CoachError
from knowledge import strict_yaml
from prompts import library

_CHALLENGES = "challenges.yaml"
_PHRASES = "phrases/coaching.yaml"
_FIRST_CONTACT = "phrases/first_contact.yaml"
_ABOUT = "phrases/about.yaml"
_ROUTES = "safety/routes.yaml"
_CONTACTS = "safety/contacts.yaml"
_BESIDE = ("rehearsal", "rehearsal/roles", "review")
"""Folders of what is said in rehearsals and of drafts: read by adapters of their own, and part of what made a turn."""

_FIXED = (_CHALLENGES, _PHRASES, _FIRST_CONTACT, _ABOUT, _ROUTES, _CONTACTS)


class Phrases(RootModel[dict[str, tuple[str, ...]]]):
    """Named groups of phrases, each used in turn."""


class Reflections(RootModel[tuple[Reflection, ...]]):
    """One file of the bank of reflections."""


class Gists(RootModel[tuple[Gist, ...]]):
    """One file of what messages may amount to."""


class FirstContact(BaseModel):
    """What is said once, before the first reply."""

    lines: tuple[str, ...]
    lines_with_model: tuple[str, ...]


class Compiled(BaseModel):
    """All words of the product, checked, in one file."""

    digest: str
    phrases: dict[str, tuple[str, ...]]
    first_contact: FirstContact
    about: About
    routes: Routes
    contact_register: ContactRegister
    titles: dict[str, str]
    choices: dict[str, str]
    reflections: tuple[Reflection, ...]
    gists: tuple[Gist, ...]


class Books(Mapping[str, Playbook]):
    """Playbooks by situation, each checked when it is first needed."""

    def __init__(self, raw: Mapping[str, object]) -> None:
        self._raw = raw
        self._read: dict[str, Playbook] = {}

    def __getitem__(self, situation: str) -> Playbook:
        if situation not in self._read:
            self._read[situation] = Playbook.model_validate(self._raw[situation])
        return self._read[situation]

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


def playbook_files() -> tuple[Path, ...]:
    """The playbooks as they lie in `prompts/playbooks`, one file a situation."""
    return library.files("playbooks")


def reflection_files() -> tuple[Path, ...]:
    """The bank of reflections as it lies in `prompts/reflections`, one file a theme."""
    return library.files("reflections")


def gist_files() -> tuple[Path, ...]:
    """What messages may amount to, as it lies in `prompts/gists`."""
    return library.files("gists")


def digest() -> str:
    """A hash over every word file; the compiled copy and each turn's record name it."""
    return library.digest(
        *_FIXED,
        *(f"playbooks/{one.name}" for one in playbook_files()),
        *(f"reflections/{one.name}" for one in reflection_files()),
        *(f"gists/{one.name}" for one in gist_files()),
        *(f"{folder}/{one.name}" for folder in _BESIDE for one in library.files(folder)),
    )


def compile_words() -> tuple[Compiled, dict[str, Playbook]]:
    """Read every word file strictly. Errors name the file and the line; a playbook's id must be its file's name."""
    books = {}
    common = tuple(one for one, _ in strict_yaml.load_list(library.file(_CHALLENGES), Challenge))
    for path in playbook_files():
        book = strict_yaml.load(path, Playbook)
        if book.id != path.stem:
            message = f"{path.name}: id is {book.id!r}; it must be the file's name, {path.stem!r}"
            raise CoachError(message, code="bad_playbook")
        books[book.id] = book.model_copy(update={"challenges": (*book.challenges, *common)})
    compiled = Compiled(
        digest=digest(),
        phrases=strict_yaml.load(library.file(_PHRASES), Phrases).root,
        first_contact=strict_yaml.load(library.file(_FIRST_CONTACT), FirstContact),
        about=strict_yaml.load(library.file(_ABOUT), About),
        routes=strict_yaml.load(library.file(_ROUTES), Routes),
        contact_register=strict_yaml.load(library.file(_CONTACTS), ContactRegister),
        titles={book.id: book.title for book in books.values()},
        choices={book.id: book.choice for book in books.values()},
        reflections=_reflections(),
        gists=_gists(),
    )
    return compiled, books


def _reflections() -> tuple[Reflection, ...]:
    """The whole bank; two entries of one name are an error that names them."""
    found = [one for path in reflection_files() for one in strict_yaml.load(path, Reflections).root]
    _named_once("reflections", [one.id for one in found])
    return tuple(found)


def _gists() -> tuple[Gist, ...]:
    """All gists; two of one name are an error that names them."""
    found = [one for path in gist_files() for one in strict_yaml.load(path, Gists).root]
    _named_once("gists", [one.id for one in found])
    return tuple(found)


def _named_once(folder: str, names: Sequence[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        message = f"prompts/{folder}: more than one entry is called {', '.join(twice)}"
        raise CoachError(message, code="bad_reflection")


def write_compiled(folder: Path) -> None:
    """Compile the words into `folder`, replacing what is there in one step."""
    _write(folder, _compiled())


def load(folder: Path) -> tuple[Compiled, Books]:
    """The compiled words; compiled anew where a word file has changed since, and kept where that can be written."""
    whole = _read(folder / "words.json")
    if whole is None or _digest_of(whole) != digest():
        whole = _compiled()
        with suppress(OSError):  # a data folder that is read only: it takes a second more at each start
            _write(folder, whole)
    books = whole["books"]
    if not isinstance(books, dict):
        message = f"{folder / 'words.json'} cannot be read: delete it and start again"
        raise CoachError(message, code="bad_words")
    return Compiled.model_validate(whole["words"]), Books(books)


def _compiled() -> dict[str, object]:
    compiled, books = compile_words()
    return {
        "words": compiled.model_dump(mode="json"),
        "books": {name: book.model_dump(mode="json") for name, book in books.items()},
    }


def _write(folder: Path, whole: dict[str, object]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / "words.json.new"
    fresh.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    fresh.replace(folder / "words.json")


def first_contact(compiled: Compiled, told: str = "") -> tuple[str, ...]:
    """What is said before the first reply; `told` names the language model that words replies, where one does."""
    said = compiled.first_contact
    return naming(said.lines_with_model, told) if told else said.lines


def words_of(compiled: Compiled, nation: str, told: str = "") -> Words:
    """The words as the core takes them: each situation's name, and all lines to take up a message with, are phrases.

    `told` names the language model that words replies, as doctors are told of it; "" where there is none.
    """
    named = {f"name:{situation}": (choice,) for situation, choice in compiled.choices.items()}
    taken_up: tuple[Reflection | Gist, ...] = (*compiled.reflections, *compiled.gists)
    said = {f"say:{one.id}": one.say for one in taken_up}
    asked = {f"ask:{one.id}": one.ask for one in taken_up}
    return Words(
        phrases={**compiled.phrases, **named, **said, **asked},
        routes=compiled.routes.routes,
        register=compiled.contact_register,
        about=compiled.about.with_model(told) if told else compiled.about,
        nation=nation,
    )


def _read(file: Path) -> dict[str, object] | None:
    try:
        found: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found


def _digest_of(whole: dict[str, object]) -> object:
    words = whole.get("words")
    return words.get("digest") if isinstance(words, dict) else None
