"""Names of patients, relatives and fully named colleagues: titles, what befell them, and every name found again."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from bot.coaching.identifiers.cues import (
    CALLED,
    FAMILY_OF,
    FATES,
    HAS,
    HELPERS,
    KIN,
    LEARNED_TITLES,
    LITTLE,
    LOOKED,
    OWNERS,
    PASSIVES,
    PATIENTS,
    RECORDED,
    SURE_TITLES,
    TENDED,
    TITLES,
    VERB_SUBJECTS,
    WARD_TITLES,
)
from bot.coaching.identifiers.people import by_called, by_kin, by_name_is, by_patient
from bot.coaching.identifiers.runs import Span, full_names, joined, known_to_all, namely, run_end
from bot.coaching.identifiers.words import PARTICLES, NameLists, Sort, Word

_AFTER_TITLE: Final = re.compile(r"\.?[ \t\u00a0]+$|\.$")
_AGE: Final = re.compile(r"\s?(?:, ?|\()\d{1,3}[,)]")
_INITIALS: Final = 3
_SHORTEST_ECHO: Final = 3

Rule = Callable[[list[Word], int, NameLists], Span | None]


def named(words: list[Word], names: NameLists) -> list[Span]:
    """Return the spans, as word indices, of every name that counts, and of its words where they come again."""
    found = list(full_names(words, names))
    for at, word in enumerate(words):
        for cues, rule in _RULES:
            if word.low in cues and (span := rule(words, at, names)):
                found.append(span)
        if namely(word) and (span := _by_fate(words, at, names)):
            found.append(span)
    return found + list(_echoes(words, found))


def _echoes(words: list[Word], found: list[Span]) -> Iterator[Span]:
    """Once somebody is named, each of their names by itself names them too."""
    told = {
        (word.low, word.cased)
        for first, end in found
        for word in words[first:end]
        if word.sort >= Sort.UNKNOWN and len(word.low) >= _SHORTEST_ECHO
    }
    for at, word in enumerate(words):
        if (word.low, word.cased) in told:
            yield (at, at + 1)


def _titled(words: list[Word], at: int, names: NameLists) -> Span | None:
    """A name behind Mr, Mrs, Dr, Sister and the like, with or without initials between."""
    title, first = words[at], at + 1
    if title.low in ("ms", "sr") and title.shouted:
        return None
    while first < len(words) and first - at <= _INITIALS and _follows(words[first]) and len(words[first].low) == 1:
        first += 1
    if first == len(words) or not _follows(words[first]) or f"{title.low} {words[first].low}" in names.public:
        return None
    if words[first].low in PARTICLES and not (words[first].cased or words[first].shouted):
        return _particled(words, at, first)
    if first > at + 1 and not namely(words[first]):
        return None
    named_so = _by_capital if words[first].cased or words[first].shouted else _by_lower
    end = run_end(words, first)
    known = known_to_all(words, first, end, names) and words[at].low in LEARNED_TITLES
    return (at + 1, end) if named_so(words, at, first, names) and not known else None


def _follows(word: Word) -> bool:
    return bool(_AFTER_TITLE.match(word.gap))


def _particled(words: list[Word], at: int, first: int) -> Span | None:
    """`Mrs de Souza`: a particle counts where a name follows it."""
    ahead = first
    while ahead < len(words) - 1 and words[ahead].low in PARTICLES:
        ahead += 1
    end = words[ahead]
    sure = end.cased or (words[at].low in (*SURE_TITLES, "dr", "miss") and end.sort >= Sort.UNKNOWN)
    return (at + 1, run_end(words, ahead)) if sure and joined(end) and end.sort != Sort.ORDINARY else None


def _by_capital(words: list[Word], at: int, first: int, names: NameLists) -> bool:
    title, word = words[at], words[first]
    listed = word.low in names.given or word.low in names.surnames
    if word.shouted:
        return word.sort != Sort.ORDINARY and (len(word.low) > 2 or word.low in names.surnames)
    if _verb_miss(words, at) or (word.sort == Sort.ORDINARY and not _led_on(words, first)):
        return False
    if title.low in LEARNED_TITLES and word.low in names.public:
        return listed and title.low in ("dr", "doctor")
    only_given = word.low in names.given and word.low not in names.surnames
    return not (title.low in WARD_TITLES and only_given and run_end(words, first) - first == 1)


def _led_on(words: list[Word], first: int) -> bool:
    """`Dr Honour Okafor`: an ordinary word with a capital that a plain name follows."""
    after = words[first + 1 : first + 2]
    return bool(after) and joined(after[0]) and after[0].cased and after[0].sort >= Sort.UNKNOWN


def _by_lower(words: list[Word], at: int, first: int, names: NameLists) -> bool:
    """Without a capital: any but an ordinary word behind mr and mrs, less behind titles that are words too."""
    title, word = words[at].low, words[first]
    if word.sort == Sort.ORDINARY or (words[at].cased and title not in SURE_TITLES):
        return False
    if word.sort == Sort.EITHER:
        return _either_lower(title, word, names)
    if title in WARD_TITLES:
        return not (at and words[at - 1].low in OWNERS) and word.low in names.surnames and word.low not in names.given
    return not _verb_miss(words, at)


def _either_lower(title: str, word: Word, names: NameLists) -> bool:
    return title in ("mr", "mrs", "mx", "dr") and word.low in names.surnames and word.low not in HELPERS


def _verb_miss(words: list[Word], at: int) -> bool:
    """`I miss Leeds`: the verb."""
    return words[at].low == "miss" and not words[at].cased and at > 0 and words[at - 1].low in VERB_SUBJECTS


def _little(words: list[Word], at: int, names: NameLists) -> Span | None:
    """`baby Noah`, `wee Callum`."""
    if at + 1 == len(words) or not joined(words[at + 1]):
        return None
    name = words[at + 1]
    known = name.low in names.given or (words[at].low == "baby" and name.sort == Sort.UNKNOWN)
    return (at + 1, run_end(words, at + 1)) if namely(name) and known else None


def _tended(words: list[Word], at: int, _names: NameLists) -> Span | None:
    """`clerked Margaret`; `looking after Margaret` only where a patient is spoken of."""
    if at + 1 == len(words) or not joined(words[at + 1]) or words[at + 1].possessive or not namely(words[at + 1]):
        return None
    looked = f"{words[at - 1].low} {words[at].low}" in LOOKED if at else False
    about = looked and any(word.low in PATIENTS for word in words)
    return (at + 1, run_end(words, at + 1)) if words[at].low in TENDED or about else None


def _by_fate(words: list[Word], at: int, names: NameLists) -> Span | None:
    """A lone name that died, was discharged, has a next of kin."""
    word, after = words[at], [one.low for one in words[at + 1 : at + 4]]
    if word.low in names.public or not after or (word.sort == Sort.EITHER and word.low not in names.given):
        return None
    if after[0] in RECORDED or _AGE.match(words[at + 1].gap):
        return (at, at + 1)
    if not joined(words[at + 1]):
        return None
    if word.possessive:
        theirs = after[0] in FAMILY_OF or after[:3] == ["next", "of", "kin"]
    else:
        passive = after[0] in HAS and any(one in PASSIVES | {"died"} for one in after[1:3])
        theirs = after[0] in FATES or after[:2] == ["passed", "away"] or passive
    return (at, at + 1) if theirs else None


_RULES: Final[tuple[tuple[frozenset[str], Rule], ...]] = (
    (TITLES, _titled),
    (KIN, by_kin),
    (PATIENTS, by_patient),
    (CALLED, by_called),
    (frozenset(("name",)), by_name_is),
    (LITTLE, _little),
    (TENDED | {"after", "for", "with"}, _tended),
)
