"""What graders look at, opened from the settings: the index in use, the source texts, the register, the encoder."""

import hashlib
import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

import bot
import knowledge
import prompts
from bot.coaching.words import Words
from bot.compose import House
from bot.settings import Settings
from evals import rubric
from evals.casebook.case import Case, Said
from evals.detectors.head import Detector, Head
from evals.rubric.wording import sentences
from evals.rubric.world import CardPlace, Nearness, RouteWords, World
from knowledge.cards import load_cards

_CODE = (bot, knowledge, prompts)
_KINDS = (".py", ".yaml", ".json", ".onnx", ".npz")
_AUTHORS = {
    "Bohmer": {"bohmer-2012"},
    "Dickinson": {"dickinson-ham-2008"},
    "Chris Ham": {"ham-slides", "dickinson-ham-2008"},
    "Reform": {"reform-2015"},
}


def open_world(settings: Settings, cases: Iterable[Case]) -> World:
    """Everything that the graders need; the other doctors of the swap test are those of `cases`."""
    house = House(settings)
    entries = house.words.register.contacts
    return World(
        cards=_cards(house),
        received=_received(settings.sources),
        routes={name: _route(name, house.words) for name in house.words.routes},
        contacts=frozenset(said for one in entries for said in (one.number, one.address) if said),
        authors={name: frozenset(documents) for name, documents in _AUTHORS.items()},
        nearness=Nearness(house.reading_encoder, others(cases)),
        detect=Detector(Head.load(), house.reading_encoder),
    )


def others(cases: Iterable[Case]) -> Sequence[str]:
    """One message of each family of cases that tells something: the other doctors of the swap test."""
    found: dict[str, str] = {}
    for case in cases:
        says = (
            case.doctor.opening
            if case.doctor
            else next((one.says for one in case.turns if one.said is Said.TELLING), None)
        )
        if says:
            found.setdefault(case.family, says)
    ordered = sorted(found.values(), key=lambda says: hashlib.sha256(says.encode()).hexdigest())
    return tuple(ordered)


def versions(settings: Settings) -> dict[str, str]:
    """What decides the replies and their grades: the code, words and models, the index, the rubric."""
    house = House(settings)
    return {
        "coach": version("leadership-coach"),
        "code": _digest([Path(str(one.__file__)).parent for one in _CODE]),
        "index": house.evidence.version,
        "model": house.reader.version,
        "rubric": _digest([Path(str(rubric.__file__)).parent]),
        "nation": settings.nation,
    }


def machine() -> dict[str, str]:
    """What the run is made on, as far as it can bear on a reply."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "cores": str(os.cpu_count()),
        "onnxruntime": version("onnxruntime"),
    }


def _cards(house: House) -> dict[str, CardPlace]:
    places = {}
    for card in load_cards():
        kept = house.cards.get(card.id)
        if kept:
            places[card.id] = CardPlace(
                doc=kept.doc,
                section=kept.section,
                author=kept.author,
                quote=kept.quote,
                start=kept.start,
                end=kept.end,
                says=f"{kept.says} {kept.offer}",
                situations=card.situations,
            )
    return places


def _route(name: str, words: Words) -> RouteWords:
    """A route's wording as it is sent in the nation that is set."""
    route = words.routes[name]
    questions = [
        sentence for line in (route.check_in, route.ask_again) for sentence in sentences(words.safety_line(line))
    ]
    given = [said for one in words.contacts(name) if (said := one.number or one.address)]
    return RouteWords(
        first=tuple(words.safety_line(line) for line in route.first),
        stay=tuple(words.safety_line(line) for block in route.stay for line in block),
        questions=tuple(one for one in questions if one.endswith("?")),
        contacts=tuple(given),
    )


def _received(folder: Path) -> tuple[str, ...]:
    if not folder.is_dir():
        return ()
    return tuple(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt")))


def _digest(folders: Sequence[Path]) -> str:
    """A hash over every file that decides what is said."""
    total = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in _KINDS and file.is_file():
                total.update(f"{file.relative_to(folder)}|".encode())
                total.update(file.read_bytes())
    return total.hexdigest()[:16]
