"""Everything of a message that a question can grow out of, what bears most first."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.cold_starts import is_cold
from bot.coaching.growing import around, counted, denied, going_on, happened, knowing, wanting
from bot.coaching.growing.evidence import Evidence
from bot.coaching.growing.slots import grave
from bot.coaching.plain import with_apostrophes

_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_SENTENCE: Final = re.compile(r"(?<=[.!?…])[\"')]*\s+|\n+|(?<=[a-z0-9])\.\.+\s*|\s+[-–—]+\s+|;\s*")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']+(?:'(?=\w)[^']*)*'(?!\w)")
_OF_THE_COACH: Final = re.compile(r"\b(?:coach|chat ?bot|bot|software|prompt|instructions?)\b", re.I)
"""Words to the coach or of it: a question that grew from them would say for others what they want said."""
_LATE: Final = 0.5
_IN_MIND: Final = 1.0


def evidence(text: str, charged: str = "", expecting: str = "") -> tuple[Evidence, ...]:
    """What `text` surely holds, the best to ask from first; what somebody quotes is left out.

    `charged` are the words that carry most, `expecting` what the last question asked for.
    """
    told = with_apostrophes(text.translate(_STRAIGHT))
    bare = _QUOTED.sub('"', told)
    sentences = [one for one in _SENTENCE.split(bare) if one and one.strip()]
    ranked: list[tuple[float, Evidence]] = []
    for place, sentence in enumerate(sentences):
        before = sentences[place - 1] if place else ""
        if grave(sentence) or _OF_THE_COACH.search(sentence) or is_cold(sentence):
            continue
        late = _LATE * (place + 1) / len(sentences)
        near = _IN_MIND if _likely_in(charged, sentence) else 0.0
        ranked += [(one.weight + late + near, one) for one in _of(sentence, before, expecting) if one is not None]
    if not grave(bare):
        ranked += [(one.weight, one) for one in around.evidence(bare) if one is not None]
    ranked.sort(key=lambda each: -each[0])
    return tuple({(one.form, one.key): one for _, one in ranked}.values())


def _of(sentence: str, before: str, expecting: str) -> Iterator[Evidence | None]:
    yield from knowing.evidence(sentence)
    yield from wanting.evidence(sentence, expecting)
    yield from denied.evidence(sentence)
    yield from going_on.evidence(sentence)
    yield from counted.evidence(sentence)
    yield from happened.evidence(sentence, before)


def _likely_in(charged: str, sentence: str) -> bool:
    words = charged.casefold().translate(_STRAIGHT).strip(" .,;:!?")
    return bool(words) and with_apostrophes(words) in sentence.casefold()
