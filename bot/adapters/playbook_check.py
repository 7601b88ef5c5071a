"""What a strict reader finds wrong with the playbooks beyond their schema: stems, questions, regexes, cards."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.adapters.line_check import line_faults, question_faults, reading_ease
from bot.coaching.playbook import Facet, Playbook
from knowledge.cards import load_cards

_MOST_QUESTION_WORDS = 26
_SAME_STEM = 3
_WAYS_OF_ASKING = 4
_HEARD = 8
_PLAIN = 75
_LEAST = {
    "facets": 6,
    "meanings": 8,
    "challenges": 4,
    "ideas from different cards": 5,
    "options": 5,
    "first steps": 4,
}


def faults(books: Mapping[str, Playbook]) -> list[str]:
    """Every fault, as a line that names the playbook and the place."""
    cards = {one.id for one in load_cards()}
    found = [f"{name}: {fault}" for name, book in books.items() for fault in _of_one(book, cards)]
    return sorted(found)


def _of_one(book: Playbook, cards: set[str]) -> Iterable[str]:
    facets = {one.id for one in book.facets}
    yield from _depth(book)
    for facet in book.facets:
        yield from _facet(facet, facets)
    yield from _stems(book)
    yield from (fault for place, line in _spoken(book) for fault in line_faults(place, line))
    yield from (fault for place, line in _asked(book) for fault in question_faults(place, line))
    for offer in book.offers:
        if offer.card not in cards:
            yield f"offer {offer.card!r}: no such card"
        yield from (f"offer {offer.card!r}: no such facet {one!r}" for one in offer.fits if one not in facets)
    for challenge in book.challenges:
        yield from (
            f"challenge {challenge.id!r}: no such facet {one!r}" for one in challenge.missing if one not in facets
        )
    for place, pattern in _patterns(book):
        if not _compiles(pattern):
            yield f"{place}: not a regular expression: {pattern!r}"


def _depth(book: Playbook) -> Iterable[str]:
    """What a playbook in full depth holds at least."""
    held = {
        "facets": len(book.facets),
        "meanings": len(book.meanings),
        "challenges": len(book.challenges),
        "ideas from different cards": len({one.card for one in book.offers}),
        "options": len(book.options),
        "first steps": len(book.first_steps),
    }
    yield from (f"{held[name]} {name}, at least {least} wanted" for name, least in _LEAST.items() if held[name] < least)
    questions = " ".join(question.text for facet in book.facets for question in facet.ask)
    if reading_ease(questions) < _PLAIN:
        yield f"the questions read at {reading_ease(questions):.0f} (Flesch); {_PLAIN} and up is plain"


def _facet(facet: Facet, facets: set[str]) -> Iterable[str]:
    for question in facet.ask:
        where = f"facet {facet.id!r}, {question.text!r}"
        if question.text.count("?") != 1 and not question.text.lower().startswith("tell me"):
            yield f"{where}: exactly one question"
        if len(question.text.split()) > _MOST_QUESTION_WORDS:
            yield f"{where}: too long to answer from a phone"
        if question.presupposes and not (question.needs or question.cues):
            yield f"{where}: presupposes something and nothing makes sure of it"
        yield from (f"{where}: no such facet {one!r}" for one in question.needs if one not in facets)
    if all(one.needs or one.cues for one in facet.ask):
        yield f"facet {facet.id!r}: no question that is safe without knowing the case"
    if len(facet.ask) < _WAYS_OF_ASKING:
        yield f"facet {facet.id!r}: {len(facet.ask)} ways of asking, {_WAYS_OF_ASKING} wanted"
    if not facet.cues or len(facet.heard) < _HEARD:
        yield f"facet {facet.id!r}: could hardly be heard: {len(facet.cues)} cues, {len(facet.heard)} phrases"
    yield from (f"facet {facet.id!r}: echo without {{quote}}: {one!r}" for one in facet.echo if "{quote}" not in one)


def _stems(book: Playbook) -> Iterable[str]:
    stems = Counter(" ".join(question.text.casefold().split()[:2]) for facet in book.facets for question in facet.ask)
    total = sum(stems.values())
    yield from (
        f"{count} of {total} questions begin {stem!r}" for stem, count in stems.items() if count * _SAME_STEM > total
    )


def _spoken(book: Playbook) -> Iterable[tuple[str, str]]:
    """Every line that a doctor may read, with its place."""
    yield from ((f"facet {facet.id!r}", one.text) for facet in book.facets for one in facet.ask)
    yield from ((f"facet {facet.id!r}", one) for facet in book.facets for one in facet.echo)
    yield from ((f"meaning {one.id!r}", one.say) for one in book.meanings)
    yield from ((f"challenge {one.id!r}", f"{one.say} {one.ask}") for one in book.challenges)
    yield from ((f"offer {one.card!r}", one.ask) for one in book.offers)
    yield from ((f"first step {one.id!r}", f"{one.step} {one.words}") for one in book.first_steps)
    yield "ending", book.ending


def _asked(book: Playbook) -> Iterable[tuple[str, str]]:
    """Every question that a doctor may be asked, with its place."""
    yield from ((f"facet {facet.id!r}", one.text) for facet in book.facets for one in facet.ask)
    yield from ((f"challenge {one.id!r}", one.ask) for one in book.challenges)
    yield from ((f"offer {one.card!r}", one.ask) for one in book.offers)


def _patterns(book: Playbook) -> Iterable[tuple[str, str]]:
    for facet in book.facets:
        yield from ((f"facet {facet.id!r}", one) for one in facet.cues)
        yield from ((f"facet {facet.id!r}", one) for question in facet.ask for one in question.cues)
    yield from ((f"meaning {one.id!r}", cue) for one in book.meanings for cue in (*one.evidence, *one.unless))
    yield from ((f"challenge {one.id!r}", cue) for one in book.challenges for cue in one.evidence)
    yield from ((f"offer {one.card!r}", cue) for one in book.offers for cue in one.cues)
    yield from ((f"first step {one.id!r}", cue) for one in book.first_steps for cue in one.cues)


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
