"""What an apology does well: it says what was done, says sorry and stops, claims no excuse, tells what will change."""

import re
from collections.abc import Iterator

from bot.coaching.review import praised
from bot.coaching.review.draft import Piece
from bot.coaching.review.plainest import Seen, place
from bot.coaching.speech_acts import Label


def of_apology(piece: Piece) -> Iterator[Seen]:
    """What may be praised in a sentence of an apology."""
    text = piece.text
    if found := praised.WRONG_SORRY.search(text):
        yield place(piece, "own_slip", found.start())
    plain = piece.has(Label.APOLOGY) and not re.search(r"\bif\b|\bbut\b|\bany\b|\bsorry sorry\b|\bso so\b", text, re.I)
    if plain and re.search(r"\bi\b|\bmy\b", text, re.I) and len(text.split()) > 4:
        yield place(piece, "plain_sorry")
    if re.search(r"\bno excuse\b|\bnot an excuse\b|\b(?:doesn['’]?t|does not) excuse\b|\bmine to manage\b", text, re.I):
        yield place(piece, "no_excuse")
    if found := praised.CHANGED.search(text):
        yield place(piece, "what_changes", found.start())
