"""The words of a message as the search for names sees them: where each stands, how it is written, what lists it is on."""

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
_SENTENCE_GAP: Final = re.compile(r"[.!?…\n:\"“”]|^\W*$")
_FORMED: Final = re.compile(r"(?:tion|sion|ment|ness|ship|olog(?:y|ist)|ical|ability|ising|izing|itis|osis|aemia|ectomy|oscopy|ostomy|gram|graphy)s?$")
_VERBAL: Final = re.compile(r"\w{3}(?:ed|ing|ly|ful|less|able|ish|s)$")
PARTICLES: Final = frozenset(
    "al el bin bint binti ibn ben de da do dos das del della di du la le van von der den ter ten ap ab ferch ní ni ó ua uí nic mac dela abu st".split()
)
_FEWEST_FOR_TITLE_CASE: Final = 6
_MOST_CAPITALS: Final = 0.6


def words_of(text: str, names: NameLists) -> list[Word]:
    """Cut a message into words. Where nearly every word has a capital, capitals say nothing and are not heeded."""
    matches = list(_WORD.finditer(text))
    capitals = sum(text[match.start()].isupper() for match in matches)
    heed = len(matches) < _FEWEST_FOR_TITLE_CASE or capitals < _MOST_CAPITALS * len(matches)
    words: list[Word] = []
    last = 0
    for match in matches:
        gap = text[last : match.start()]
        last = match.end()
        words.append(_word(match, gap, heed, names))
    return words


def _word(match: re.Match[str], gap: str, heed: bool, names: NameLists) -> Word:
    raw = match.group()
    possessive = raw[-2:] in ("'s", "’s", "'S", "’S") and len(raw) > 3  # noqa: PLR2004, RUF001
    bare = raw[:-2] if possessive else raw
    shouted = len(bare) > 1 and bare.isupper()
    cased = heed and bare[0].isupper() and not shouted
    if "’" in bare or "ʼ" in bare:  # noqa: RUF001
        bare = bare.replace("’", "'").replace("ʼ", "'")  # noqa: RUF001
    low = bare.casefold()
    opens = match.start() == 0 or bool(_SENTENCE_GAP.search(gap))
    sort = sort_of(low, cased and not opens, names)
    if "-" in bare and cased and sort == Sort.UNKNOWN and _half_capital(bare):
        sort = Sort.ORDINARY
    return Word(low, match.start(), match.end() - (2 if possessive else 0), gap, cased, heed and shouted, opens, possessive, sort)


def sort_of(low: str, capital: bool, names: NameLists) -> Sort:
    """Say what a word can be; a plain ending such as -ed makes an unlisted word ordinary unless a capital says otherwise."""
    listed = low in names.given or low in names.surnames
    if low in names.ordinary:
        return Sort.EITHER if listed else Sort.ORDINARY
    if listed:
        return Sort.NAME
    if "-" in low or "'" in low:
        return _compound(low, names)
    if low in names.public or _FORMED.search(low) or (not capital and _VERBAL.search(low)):
        return Sort.ORDINARY
    return Sort.UNKNOWN


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


def _half_capital(bare: str) -> bool:
    """True for `Tigrinya-speaking`: a later part without a capital, and no particle such as `al-` before it."""
    first, *rest = bare.split("-")
    return any(part[0].islower() for part in rest) and first.casefold() not in PARTICLES and "'" not in bare and rest[-1].casefold() not in _SECOND_HALVES


_SECOND_HALVES: Final = frozenset("wai mei ling jin kai ming yin fai fung lan hua wah sang".split())
