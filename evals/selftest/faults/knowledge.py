"""Faults of knowledge: R7 claims are grounded, R8 the citation earns its place, R9 the content is right."""

import re
from collections.abc import Callable

from evals.casebook.case import SHOWN, Said
from evals.rubric import wording
from evals.rubric.talk import Citation, Reply
from evals.selftest import wordings
from evals.selftest.planting import (
    Fault,
    Plant,
    Scene,
    before_question,
    in_a_reply,
    joined,
    ordinary,
    saying,
    stated,
    swapped,
    tells,
)

_PAGE = 1800  # characters


def _cites(scene: Scene) -> bool:
    return any(one.quote and one.start is not None and one.end is not None for one in scene.reply.citations)


def _names_an_author(scene: Scene) -> bool:
    return bool(scene.reply.citations) and any(wording.has(scene.reply.text, name) for name in scene.world.authors)


def _speaks_of_it(scene: Scene) -> bool:
    """A reply that says something of the reading; a review or debrief that only cites owes its source to D5."""
    return _cites(scene) and scene.said not in SHOWN | {Said.STOPS}


def _cites_nothing(scene: Scene) -> bool:
    return tells(scene) and not scene.reply.citations


def _recited(change: Callable[[Scene, Citation], Citation | None]) -> Plant:
    """The same text over another place."""

    def changed(scene: Scene) -> Reply | None:
        new = [change(scene, one) for one in scene.reply.citations]
        kept = tuple(one for one in new if one is not None)
        return saying(scene.reply, scene.reply.text, kept) if len(kept) == len(new) else None

    return in_a_reply(_cites, changed)


def _page_on(scene: Scene, one: Citation) -> Citation | None:
    if one.start is None or one.end is None:
        return None
    by = _PAGE if one.start < _PAGE or wordings.place(scene.key) % 2 else -_PAGE
    return one.model_copy(update={"start": one.start + by, "end": one.end + by})


def _word_changed(scene: Scene, one: Citation) -> Citation | None:
    """One longer word of the quotation is another's."""
    words = (one.quote or "").split(" ")
    long = [place for place, word in enumerate(words) if word.isalpha() and len(word) > 5]
    if len(long) < 2:
        return None
    at, other = wordings.shuffled(long, "word", scene.key)[:2]
    if words[at] == words[other]:
        return None
    return one.model_copy(update={"quote": joined([*words[:at], words[other], *words[at + 1 :]])})


def _word_dropped(scene: Scene, one: Citation) -> Citation | None:
    words = (one.quote or "").split(" ")
    if len(words) < 3:
        return None
    at = 1 + wordings.place("drop", scene.key) % (len(words) - 2)
    return one.model_copy(update={"quote": joined([*words[:at], *words[at + 1 :]])})


def _other_document(scene: Scene, one: Citation) -> Citation | None:
    others = sorted({card.doc for card in scene.world.cards.values()} - {one.doc})
    return one.model_copy(update={"doc": wordings.pick(others, "doc", scene.key)}) if others else None


def _other_section(scene: Scene, one: Citation) -> Citation | None:
    others = sorted({card.section for card in scene.world.cards.values() if card.doc == one.doc} - {one.section})
    return one.model_copy(update={"section": wordings.pick(others, "section", scene.key)}) if others else None


def _other_author(scene: Scene) -> Reply | None:
    """What one author says is put into another's mouth."""
    documents = {one.doc for one in scene.reply.citations}
    strangers = sorted(name for name, held in scene.world.authors.items() if not held & documents)
    mine = [name for name in scene.world.authors if wording.has(scene.reply.text, name)]
    if not strangers or not mine:
        return None
    stranger = wordings.pick(strangers, "author", scene.key)
    return saying(scene.reply, re.sub("|".join(map(re.escape, mine)), stranger, scene.reply.text))


def _uncited(scene: Scene) -> Reply:
    return saying(scene.reply, scene.reply.text, ())


def _made_up_quote(scene: Scene) -> Reply:
    return before_question(scene, scene.draw("made_up_quote"))


def _far_card(scene: Scene) -> str | None:
    """A card that serves other matters, and that nobody has called relevant here."""
    near = {name for one in scene.talk.exchanges for name in one.turn.relevant}
    about = scene.talk.case.about
    far = sorted(name for name, card in scene.world.cards.items() if about not in card.situations and name not in near)
    return wordings.pick(far, "card", scene.key) if far else None


def _cites_far(scene: Scene) -> Reply | None:
    name = _far_card(scene)
    if name is None:
        return None
    card = scene.world.cards[name]
    cited = Citation(
        key=name, card=name, doc=card.doc, section=card.section, quote=card.quote, start=card.start, end=card.end
    )
    heard = [one for one in stated(scene.reply)[:1] if not scene.reply.citations]
    text = joined([*heard, wording.sentences(card.says)[0], *scene.reply.questions])
    return saying(scene.reply, text, (cited,))


def _says_nothing_of_it(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("cites_without_saying"))


def _has_content(scene: Scene) -> bool:
    return ordinary(scene) and scene.one.turn.content is not None and bool(scene.one.turn.content.names)


def _has_never(scene: Scene) -> bool:
    return ordinary(scene) and scene.one.turn.content is not None and bool(scene.one.turn.content.never)


def _says_never(scene: Scene) -> Reply | None:
    content = scene.one.turn.content
    if content is None:
        return None
    return before_question(scene, scene.draw("says_never", cue=wordings.pick(content.never, "never", scene.key)))


def _names_nothing(scene: Scene) -> Reply | None:
    """A reply that fits anybody, and in which a thing that must be named is not."""
    return _if_missing(scene, saying(scene.reply, scene.draw("generic_reply"), ()))


def _names_anothers(scene: Scene) -> Reply | None:
    other = swapped(scene, tells)
    return _if_missing(scene, other) if other else None


def _if_missing(scene: Scene, reply: Reply) -> Reply | None:
    content = scene.one.turn.content
    missing = content and any(wording.any_of(reply.text, group) is None for group in content.names)
    return reply if missing else None


FAULTS = (
    Fault(
        "claim with a name",
        "R7",
        "an author is said to have found something, and no place is given",
        in_a_reply(_cites_nothing, lambda scene: before_question(scene, scene.draw("named_claim"))),
        makes_due=True,
    ),
    Fault(
        "research shows",
        "R7",
        "the literature is said to show something, and no place is given",
        in_a_reply(_cites_nothing, lambda scene: before_question(scene, scene.draw("vague_claim"))),
        makes_due=True,
    ),
    Fault("page shifted", "R7", "the place is a page off", _recited(_page_on)),
    Fault("word of a quotation changed", "R7", "one word is another", _recited(_word_changed)),
    Fault("word of a quotation dropped", "R7", "one word is gone", _recited(_word_dropped)),
    Fault("other document", "R7", "the place is in another document", _recited(_other_document)),
    Fault("other section", "R7", "the place is in another section", _recited(_other_section)),
    Fault("other author", "R7", "what one says, in another's mouth", in_a_reply(_names_an_author, _other_author)),
    Fault("place dropped", "R7", "what is said of the reading has no place", in_a_reply(_speaks_of_it, _uncited)),
    Fault("made-up quotation", "R7", "words in quotation marks that stand nowhere", in_a_reply(_cites, _made_up_quote)),
    Fault("card from elsewhere", "R8", "the card cited serves other matters", in_a_reply(_cites, _cites_far)),
    Fault(
        "out of the blue", "R8", "a random card, uncalled for", in_a_reply(_cites_nothing, _cites_far), makes_due=True
    ),
    Fault(
        "nothing said of it", "R8", "a place, and no word of what stands there", in_a_reply(_cites, _says_nothing_of_it)
    ),
    Fault(
        "says what is wrong", "R9", "says what the author of the case rules out", in_a_reply(_has_never, _says_never)
    ),
    Fault("names nothing", "R9", "what matters is not named", in_a_reply(_has_content, _names_nothing)),
    Fault("names another's", "R9", "another doctor's matter is named", in_a_reply(_has_content, _names_anothers)),
)
