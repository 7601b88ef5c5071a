"""How far a name runs from its first word, and whether a run of words stands as a full name by itself."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.identifiers.cues import ARTICLES, AT_PLACES, BEFORE_TIMES, INSTITUTIONS, LETTERED, TIMES
from bot.coaching.identifiers.words import PARTICLES, NameLists, Sort, Word

Span = tuple[int, int]

MOST_WORDS: Final = 5
_BLANK: Final = re.compile(r"[ \t\u00a0]+$")
_AFTER_INITIAL: Final = re.compile(r"\.?[ \t\u00a0]*$")


def joined(word: Word) -> bool:
    """True where only a blank stands between this word and the one before."""
    return bool(_BLANK.match(word.gap))


def namely(word: Word) -> bool:
    """True where the word is written as a name is and is not an ordinary word only."""
    return word.cased and word.sort != Sort.ORDINARY


def strong(word: Word) -> bool:
    """True where a word is a name on a list and nothing else."""
    return word.sort == Sort.NAME


def run_end(words: list[Word], first: int) -> int:
    """The index behind the last word of a name whose first word is known: further names, initials and particles."""
    end = first + 1
    if words[first].possessive:
        return end
    while end < len(words) and end - first < MOST_WORDS:
        step = _step(words, end, first)
        if not step:
            break
        end += step
        if words[end - 1].possessive:
            break
    return end


def _step(words: list[Word], at: int, first: int) -> int:
    """How many more words belong to the name: 0, 1, or more where particles lead to a further name."""
    ahead = _past_particles(words, at)
    if ahead == len(words):
        return 0
    word = words[ahead]
    if _initial(words, ahead):
        return ahead + 1 - at
    if not joined(word):
        return 0
    return ahead + 1 - at if _goes_on(words[first], word, particle=ahead > at) else 0


def _past_particles(words: list[Word], at: int) -> int:
    """The index of the first word that is no particle such as `van der`."""
    while at < len(words) and words[at].low in PARTICLES and not words[at].cased and joined(words[at]):
        at += 1
    return at


def _initial(words: list[Word], at: int) -> bool:
    """A single capital in the middle of a name; `I` is a pronoun."""
    word = words[at]
    single = word.end - word.start == 1 and word.cased and word.low not in ("i", "a")
    return single and at + 1 < len(words) and namely(words[at + 1])


def _goes_on(first: Word, word: Word, *, particle: bool) -> bool:
    """Whether a further word belongs to the name: it is written in the way the first was."""
    if first.cased or first.shouted:
        return namely(word) or (word.shouted and word.sort >= Sort.UNKNOWN and first.shouted)
    return not word.cased and (strong(word) or word.sort == Sort.UNKNOWN or (particle and word.sort == Sort.EITHER))


def full_names(words: list[Word], names: NameLists) -> Iterator[Span]:
    """Spans, as word indices, of given name with surname that no cue need point to."""
    at = 0
    while at < len(words):
        if namely(words[at]):
            end = run_end(words, at)
            if end - at > 1:
                yield from _as_full_name(words, at, end, names)
            at = end
        elif _plain_pair(words, at, names) or _initialled(words, at, names):
            end = run_end(words, at + 1)
            yield (at, end)
            at = end
        else:
            at += 1


def _as_full_name(words: list[Word], first: int, end: int, names: NameLists) -> Iterator[Span]:
    """The run itself where it reads as a name, less a month, or an opening word such as `Will` before two more."""
    opening = words[first].opens and words[first].sort == Sort.EITHER and end - first > 2
    if opening or _is_time(words, first):
        first += 1
    if end - first == 1 or known_to_all(words, first, end, names) or _institution(words, first, end, names):
        return
    if _name_like(words[first], words[end - 1], names):
        yield (first, end)


def _is_time(words: list[Word], at: int) -> bool:
    """`in May`, `last Summer`."""
    return words[at].low in TIMES and at > 0 and words[at - 1].low in BEFORE_TIMES


def known_to_all(words: list[Word], first: int, end: int, names: NameLists) -> bool:
    """True where the run, or its first or last two words, are known to everyone."""
    lows = [word.low for word in words[first:end]]
    pairs = {" ".join(lows), " ".join(lows[:2]), " ".join(lows[-2:])}
    return (end - first > 1 and bool(pairs & names.public)) or _only_public(words[end - 1], names)


def _only_public(word: Word, names: NameLists) -> bool:
    return word.low in names.public and not (word.low in names.given or word.low in names.surnames)


def _institution(words: list[Word], first: int, end: int, names: NameLists) -> bool:
    """True where the words in it or around it say that a place or a thing bears the name."""
    if words[end - 1].low in INSTITUTIONS and words[first].low not in names.given:
        return True
    if end < len(words) and words[end].low in INSTITUTIONS and joined(words[end]) and not words[end - 1].possessive:
        return True
    if first == 0 or not joined(words[first]) or words[first].opens:
        return False
    before = words[first - 1].low
    return before in ARTICLES or (before in AT_PLACES and words[first].low not in names.given)


def _name_like(first: Word, last: Word, names: NameLists) -> bool:
    """Weigh first and last word: words that are ordinary too need a partner that is a name."""
    if first.sort == Sort.EITHER and last.sort == Sort.EITHER:
        return not first.opens and first.low in names.given and last.low in names.surnames
    if first.sort == Sort.EITHER:
        return first.low in names.given and (
            last.low in names.surnames or (last.sort == Sort.UNKNOWN and not first.opens)
        )
    if last.sort == Sort.EITHER:
        return last.low in names.surnames and (first.low in names.given or not first.opens)
    if first.opens and first.sort == Sort.UNKNOWN:
        return last.low not in names.given or last.low in names.surnames
    return True


def _initialled(words: list[Word], at: int, names: NameLists) -> bool:
    """`J. Okafor`: an initial with its stop, unless it is the letter of a plan B, a team A."""
    if at + 1 == len(words) or len(words[at].low) > 1 or not words[at].cased or words[at + 1].gap not in (". ", "."):
        return False
    lettered = at > 0 and joined(words[at]) and words[at - 1].low in LETTERED
    last = words[at + 1]
    return not lettered and namely(last) and (last.sort == Sort.UNKNOWN or last.low in names.surnames)


def _plain_pair(words: list[Word], at: int, names: NameLists) -> bool:
    """A listed given name and a listed surname side by side without capitals, neither an ordinary word."""
    word = words[at]
    if word.cased or not strong(word) or word.low not in names.given or word.possessive:
        return False
    ahead = _past_particles(words, at + 1)
    if ahead >= len(words) or not joined(words[ahead]):
        return False
    last = words[ahead]
    return (
        strong(last) and not last.cased and last.low in names.surnames and f"{word.low} {last.low}" not in names.public
    )
