"""A playbook read back to its writer: what the coach needs to know, in what order it may ask, what else it can say."""

from collections.abc import Iterable

from bot.coaching.playbook import Facet, Playbook


def lines(book: Playbook) -> Iterable[str]:
    """The playbook as lines of plain text, one thing a line, in the order in which a conversation uses it."""
    yield f"{book.title} ({book.id})"
    yield from _part("A session might leave the doctor with", book.aims)
    for facet in sorted(book.facets, key=lambda one: (one.stage.value != "reality", -one.weight)):
        yield from _facet(facet)
    yield from _part("Tentative meanings", (one.say for one in book.meanings))
    yield from _part("Challenges", (f"{one.say} {one.ask}  [{one.about}]" for one in book.challenges))
    yield from _part("Ideas from the cards", (f"{one.card}: {one.ask}" for one in book.offers))
    yield from _part("What others have tried: some", book.options)
    yield from _part(
        "First steps", (f'{one.step} "{one.words}"' if one.words else one.step for one in book.first_steps)
    )
    yield from _part("Goodbye", (book.ending,))


def _facet(facet: Facet) -> Iterable[str]:
    yield ""
    yield f"{facet.about} [{facet.id}, {facet.stage.value}, weight {facet.weight}]"
    for question in facet.ask:
        yield f"  - {question.text}" + (f"  [only where {question.presupposes}]" if question.presupposes else "")


def _part(title: str, entries: Iterable[str]) -> Iterable[str]:
    yield ""
    yield f"{title}:"
    yield from (f"  - {one}" for one in entries)
