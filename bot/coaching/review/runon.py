"""A message without full stops, cut where a new thought begins: a reviewer needs its parts, not one long sentence."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from bot.coaching.review.harsh import finite
from bot.coaching.speech_acts import Labelled

_BEGINS: Final = re.compile(
    r"(?<=[\w,)'’])\s+(?="
    r"(?:and |but |so |also |anyway |because |cos )?(?!that were\b)"
    r"(?:(?:i|we|you|u|he|she|they|it|there|this|that|someone|nobody|no one|everyone) (?:is|are|was|were|am|has"
    r"|have|had|do|does|did|don['’]?t|didn['’]?t|can|cant|can['’]t"
    r"|could|will|wont|would|should|must|need|needs|know|think|went|came|got|told|said|asked|tried|keep|keeps|still"
    r"|just|also|never|always|completely|totally|appreciate|suppose)\b"
    r"|(?:im|ive|ill|id|weve|were|youre|youve|hes|shes|theyre|theyve|its|theres|thats|i['’]m|i['’]ve|i['’]ll"
    r"|it['’]s|he['’]s|she['’]s|they['’]re|there['’]s|that['’]s|we['’]ve)\b"
    r"|(?:his|her|their|my|your|the) \w+(?: \w+)? (?:is|are|was|were|has|have|wont|will)\b"
    r"|no (?:rush|worries|pressure|hurry)\b|please\b|pls\b|(?:can|could) (?:you|u|someone|somebody|we)\b|why\b|not"
    r" asking\b"
    r"|thanks\b|cheers\b|anyway\b|honestly\b|tbh\b|genuine\b)"
    r")",
    re.I,
)
_HELD: Final = frozenset(
    """that if when because cos what how why who which where think thinks thought know knows knew said says say
    saying hope wonder wondering sure see like as than before after until till and but so or since while to
    for with of in on at by from about not once whether told feel feels felt believe guess mean means only
    even all everything time way thing reason day one ones both either just also really probably maybe
    please can could would will should the a an this my your is are was were am be been i we you they he she
    it asked ask sorry though although unless then every each bit case patient patients man lady woman guy
    person people things jobs anyway""".split()
)
_BARE: Final = re.compile(r"\b(?:its|im|hes|shes|theyre|youre|thats|theres|dont|isnt|wasnt|cant|wont|didnt)\b", re.I)
_WAITS: Final = re.compile(r"\b(?:if|whether|when|because|cos|that)\b(?P<rest>[^,]*)$", re.I)
"""A clause that was begun and has no verb yet."""

_LONG: Final = 16
_FEWEST: Final = 4
_STOPS: Final = re.compile(r"[.;?!]\s")


def parted(
    text: str, sentences: Sequence[Labelled], label: Callable[[str], tuple[Labelled, ...]]
) -> tuple[Labelled, ...]:
    """The sentences, with each that runs on without a stop as the thoughts that it holds."""
    return tuple(part for one in sentences for part in _parts(text, one, label))


def _parts(text: str, one: Labelled, label: Callable[[str], tuple[Labelled, ...]]) -> Iterator[Labelled]:
    words = text[one.start : one.end]
    cuts = _cuts(words) if _runs_on(words) else []
    if not cuts:
        yield one
        return
    for start, end in zip([0, *cuts], [*cuts, len(words)], strict=True):
        part = words[start:end]
        left = one.start + start + len(part) - len(part.lstrip())
        right = one.start + start + len(part.rstrip(" ,"))
        labels = tuple(label for found in label(text[left:right]) for label in found.labels)
        yield Labelled(start=left, end=right, labels=tuple(dict.fromkeys(labels)))


def _runs_on(words: str) -> bool:
    """Whether it is long, has no stop in it and is written as people type on a telephone."""
    count = len(words.split())
    typed = words.rstrip()[-1:].isalnum() or (words[:1].islower() and not words.rstrip().endswith(("?", "!")))
    return typed and count >= _LONG and words.count(",") * 12 <= count and not _STOPS.search(words)


def _cuts(words: str) -> list[int]:
    cuts: list[int] = []
    for found in _BEGINS.finditer(words):
        last = cuts[-1] if cuts else 0
        before, after = words[last : found.start()], words[found.end() :]
        word = re.findall(r"[\w'’]+", before)[-1:] or [""]
        comma = before.rstrip().endswith(",")
        waits = _WAITS.search(before)
        if waits and not finite(waits.group("rest")):
            continue
        if (
            (word[0].casefold() in _HELD and not comma)
            or len(before.split()) < _FEWEST
            or not (finite(before) or _BARE.search(before))
        ):
            continue
        if len(after.split()) >= _FEWEST - 1:
            cuts.append(found.end())
    return cuts
