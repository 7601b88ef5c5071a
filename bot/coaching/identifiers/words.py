"""The words of a message as the search for names sees them: where each stands, how it is written, on what lists."""

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple


@dataclass(frozen=True, slots=True)
class NameLists:
    """Word lists, all in lower case. `public` holds words and phrases that name nobody's patient or colleague."""

    given: frozenset[str]
    surnames: frozenset[str]
    ordinary: frozenset[str]
    public: frozenset[str]


class Sort(IntEnum):
    """What a word can be: an ordinary word only, either, on no list at all, or a name only."""

    ORDINARY = 0
    EITHER = 1
    UNKNOWN = 2
    NAME = 3


class Word(NamedTuple):
    """A word of the message, with what stands between it and the word before."""

    low: str
    start: int
    end: int
    gap: str
    cased: bool
    shouted: bool
    opens: bool
    possessive: bool
    sort: Sort


_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")  # noqa: RUF001
_JOINED_PARTICLE: Final = re.compile(r"(?:al|el|abu|bin|ben|d|l|o|ud|ur)['’-](?=\S)[^\W\d_](?-i:(?<=[A-ZÀ-Þ]))", re.I)
_SENTENCE_GAP: Final = re.compile(r"[.!?…\n:\"“”]")
_FORMED: Final = re.compile(
    r"(?:tion|sion|ment|ness|ship|olog(?:y|ist)|ical|ability|ising|izing"
    r"|itis|osis|aemia|ectomy|oscopy|ostomy|gram|graphy)s?$"
)
_VERBAL: Final = re.compile(r"\w{3}(?:ed|ing|ly|ful|less|able|ish)$")
_SHORTEST_PLURAL: Final = 4
_INFLECTED: Final = re.compile(r"(\w{2,}?)(?:e?s|ies|er|est|y)$")
PARTICLES: Final = frozenset(
    "al el bin bint binti ibn ben de da do dos das del della di du la le van von der den ter ten ap ab ferch "
    "ní ni ó ua uí nic mac dela abu st".split()
)


def words_of(text: str, names: NameLists) -> list[Word]:
    """Cut a message into words."""
    words: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        words.append(_word(match, text[last : match.start()], names))
        last = match.end()
    return words


def _word(match: re.Match[str], gap: str, names: NameLists) -> Word:
    raw = match.group()
    possessive = raw[-2:] in ("'s", "’s", "'S", "’S") and len(raw) > 3
    bare = raw[:-2] if possessive else raw
    shouted = len(bare) > 1 and bare.isupper()
    cased = not shouted and (bare[0].isupper() or bool(_JOINED_PARTICLE.match(bare)))
    if "’" in bare or "ʼ" in bare:  # noqa: RUF001
        bare = bare.replace("’", "'").replace("ʼ", "'")  # noqa: RUF001
    low = bare.casefold()
    opens = match.start() == len(gap) or bool(_SENTENCE_GAP.search(gap))
    sort = sort_of(low, names, capital=cased and not opens)
    if "-" in bare and cased and sort == Sort.UNKNOWN and _half_capital(bare, names):
        sort = Sort.ORDINARY
    end = match.end() - (2 if possessive else 0)
    return Word(low, match.start(), end, gap, cased, shouted, opens, possessive, sort)


def sort_of(low: str, names: NameLists, *, capital: bool) -> Sort:
    """Say what a word can be; an ending such as -ed makes an unlisted word ordinary unless a capital says otherwise."""
    listed = low in names.given or low in names.surnames
    if low in names.ordinary:
        return Sort.EITHER if listed else Sort.ORDINARY
    if listed:
        return Sort.NAME
    if "-" in low or "'" in low:
        return _compound(low, names)
    ordinary = low in names.public or _FORMED.search(low) or _plural(low, names)
    if not capital:
        ordinary = ordinary or _VERBAL.search(low) or _inflected(low, names)
    return Sort.ORDINARY if ordinary else Sort.UNKNOWN


def _plural(low: str, names: NameLists) -> bool:
    return low[-1] == "s" and len(low) > _SHORTEST_PLURAL and low[:-1] in names.ordinary


def _inflected(low: str, names: NameLists) -> bool:
    """A plural, a verb in -s or a comparison of an ordinary word."""
    match = _INFLECTED.match(low)
    return bool(match) and any(match.group(1) + ending in names.ordinary for ending in ("", "e", "y") if match)


def _compound(low: str, names: NameLists) -> Sort:
    """A word with a hyphen or apostrophe: a name where a part is one, ordinary where every part is ordinary."""
    if low in names.public:
        return Sort.ORDINARY
    parts = [part for part in re.split(r"['-]", low) if part and part not in PARTICLES]
    listed = [part for part in parts if part in names.given or part in names.surnames]
    if any(part not in names.ordinary for part in listed):
        return Sort.NAME
    if all(part in names.ordinary or part in names.public or _VERBAL.search(part) for part in parts):
        return Sort.EITHER if len(listed) == len(parts) > 1 else Sort.ORDINARY
    return Sort.UNKNOWN


def _half_capital(bare: str, names: NameLists) -> bool:
    """True for `Tigrinya-speaking`, where a later part is an ordinary word without a capital; not for `Kwok-wai`."""
    first, *rest = bare.split("-")
    return first.casefold() not in PARTICLES and any(part in names.ordinary for part in rest)
