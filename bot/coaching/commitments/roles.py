"""Which words of a text are somebody: by a role, by a title, or by a name that stands where people stand."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.coaching.commitments import person_words as said
from bot.coaching.commitments.act_words import GERUND, VERB
from bot.coaching.plain import OnNeed

_TOKEN: Final = OnNeed(r"\[name\](?:['’]s\b)?|w/|[A-Za-z0-9](?:[\w'’&/-]*\w)?['’]?")
_SPECIALIST: Final = OnNeed(r"(?:ologist|iatrist|ician|ionist|chemist|ographer|botomist|therapist|etist|aecologist)$")
_AT_HOME: Final = OnNeed(
    r"\s+(?:door|office|room|desk|clinic door|pa|secretary|inbox|ear|pigeonhole|views?|opinions?|input|take|advice"
    r"|permission"
    r"|request|offer|invitation|question|idea|blessing|thoughts|ok|okay|side)\b",
    re.I,
)
_LONG: Final = 6
_MOST_BEFORE: Final = 4
_VERB_LEAD: Final = OnNeed(
    r"\b(?:to|i|and|then|i['’]ll|will|could|just|let me|me|us|them|him|her|people|everyone)\s*$|^\W*$", re.I
)
_A_DEED: Final = frozenset({"lead", "chair", "staff", "help", "coach", "partner", "number", "group", "desk", "office"})
_GERUND: Final = OnNeed(rf"{GERUND}$", re.I)
_VERB: Final = OnNeed(rf"{VERB}$", re.I)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text with their places."""

    text: str
    places: tuple[tuple[int, int], ...]
    plain: tuple[str, ...]

    def beside(self, at: int) -> bool:
        """Whether the word at `at` stands beside the one before it, with nothing but a space between."""
        if at == 0:
            return False
        between = self.text[self.places[at - 1][1] : self.places[at][0]]
        titled = self.plain[at - 1] in said.TITLES or len(self.plain[at - 1]) == 1
        return bool(re.fullmatch(r"\.?\s+" if titled else r"\s+", between))

    def before(self, at: int) -> str:
        """The word before, without its case; empty at a start."""
        return self.plain[at - 1] if self.beside(at) else ""

    def after(self, at: int) -> str:
        """The word after, without its case; empty at an end."""
        return self.plain[at + 1] if at + 1 < len(self.plain) and self.beside(at + 1) else ""


def read(text: str) -> Words:
    """The words of a text with their places."""
    found = list(_TOKEN.finditer(text))
    plain = tuple(one[0].casefold().replace("’", "'") for one in found)
    return Words(text, tuple(one.span() for one in found), plain)


def _stem(word: str) -> str:
    bare = re.sub(r"(?:'s|')$", "", word)
    single = bare if bare in said.ROLES else bare.removesuffix("s")
    return "specialist" if _SPECIALIST.search(single) else single


@lru_cache(maxsize=256)
def _mended(word: str) -> str:
    """The role that a slip of the thumb left one letter short or muddled: 'radiologst', 'regsitrar'."""
    if len(word) < _LONG or word in said.ROLES or word.endswith("ed"):
        return word
    if _SPECIALIST.search(re.sub(r"(?:olgist|ologst|oligist|ologit|ologis)$", "ologist", word)):
        return "specialist"
    roles = [one for one in said.ROLES if len(one) >= _LONG and one[0] == word[0] and abs(len(one) - len(word)) <= 1]
    return next((one for one in roles if _near(word, one)), word)


def _near(word: str, role: str) -> bool:
    """Whether one letter was dropped, doubled or swapped with the next."""
    dropped = {role[:at] + role[at + 1 :] for at in range(len(role))}
    swapped = {role[:at] + role[at + 1] + role[at] + role[at + 2 :] for at in range(len(role) - 1)}
    added = {word[:at] + word[at + 1 :] for at in range(len(word))}
    return word in dropped | swapped or role in added


def role(words: Words, at: int) -> tuple[int, int] | None:
    """The phrase with this word as its head, where that is somebody."""
    if words.plain[at] in said.TITLES and words.after(at) and may_be_name(words, at + 1):
        return _titled(words, at)
    stem, before = _stem(words.plain[at]), words.before(at)
    if stem == "person" and before.endswith("est"):
        return _from(words, at), words.places[at][1]
    if before == "the" and words.plain[at] not in said.NO_NAME:
        stem = _mended(stem)
    if not _is_role(words, at, stem) or _owns(words, at):
        return None
    following = words.text[words.places[at][1] :]
    charge = re.match(r"\s+in charge\b|\s+of (?!the\b|our\b|my\b|a\b|them\b)[a-z]+(?: working)?\b(?= |\W*$)", following)
    return _from(words, at), words.places[at][1] - len(_ending(words, at)) + (charge.end() if charge else 0)


def _titled(words: Words, at: int) -> tuple[int, int] | None:
    """'Dr Shah'; with 's behind it only where something of theirs is gone to: 'Dr Shah's office'."""
    end = words.places[at + 1][1]
    if not words.plain[at + 1].endswith("'s"):
        return _from(words, at), end
    return (_from(words, at), end - 2) if _AT_HOME.match(words.text[end:]) else None


def _is_role(words: Words, at: int, stem: str) -> bool:
    """Whether the word names somebody here, and not what is done, so many hours or what the next word is."""
    lead = words.text[: words.places[at][0]]
    if stem == "hr" and re.search(r"(?:\d|\ban|\bper|\bhalf|\bfew|\bof)\s*$", lead):
        return False  # 'the 4 hrs' is a time
    if stem not in said.ROLES or (stem in said.ONLY_AFTER and words.before(at) not in said.ONLY_AFTER[stem]):
        return False
    a_deed = stem in _A_DEED | {"es", "cs", "it", "cd", "md"} and _VERB_LEAD.search(lead)
    if a_deed or _as_verb(words, at):
        return False  # 'lead the round' is a deed
    follows = words.after(at) and not _as_verb(words, at + 1)
    return not (follows and _stem(words.plain[at + 1]) in said.ROLES - said.ONLY_AFTER.keys())


def _ending(words: Words, at: int) -> str:
    owned = re.search(r"['’]s?$", words.text[slice(*words.places[at])])
    return owned[0] if owned else ""


def _owns(words: Words, at: int) -> bool:
    """Whether it is only whose something is, or the first half of a thing: 'the nurses' rota', 'the team meeting'."""
    following = words.text[words.places[at][1] :]
    owned = bool(_ending(words, at)) and not _AT_HOME.match(following)
    where = words.plain[at] == "teams" and words.before(at) in {"on", "via", "over", "by"}  # it is said on Teams
    return owned or where or bool(said.NO_ONE_NEXT.match(following))


def _as_verb(words: Words, at: int) -> bool:
    """Whether a word that may be a role is what somebody does here: 'let the physio lead the round'."""
    after_may = words.before(at) in {"can", "could", "to", "may", "might", "should", "will", "would", "i"}
    if words.plain[at] in _A_DEED and after_may and words.plain[at] in {"lead", "chair", "help", "coach", "partner"}:
        return True
    return words.plain[at] in _A_DEED and words.after(at) in {"the", "a", "an", "my", "our", "it", "this", "one"}


def _from(words: Words, at: int) -> int:
    """Where the phrase with its head at `at` begins."""
    first = at
    if words.plain[at] in {"everyone", "everybody"}:
        return words.places[at][0]
    while first > 0 and at - first < _MOST_BEFORE and words.beside(first) and _of_it(words.plain[first - 1]):
        first -= 1
        if words.plain[first] in said.DETERMINERS:
            while first > 0 and words.beside(first) and words.plain[first - 1] in said.DETERMINERS:
                first -= 1
            break
    night = re.search(
        r"\b(?:hospital at|out of|head of|director of|on[- ]call|on) $(?<! on $)|\bon[- ]call $",
        words.text[: words.places[first][0]],
        re.I,
    )
    return night.start() if night else words.places[first][0]


def _of_it(word: str) -> bool:
    if word in said.DETERMINERS or word in said.BEFORE_HEAD:
        return True
    return not (
        word in said.NOT_OF_IT
        or _VERB.match(word)
        or (
            _GERUND.match(word)
            and word not in {"nursing", "teaching", "wellbeing", "incoming", "outgoing", "visiting", "training"}
        )
    )


def name(words: Words, at: int, people: list[tuple[int, int]]) -> tuple[int, int] | None:
    """A name that stands alone."""
    start, end = words.places[at]
    word, before = words.text[start:end], words.before(at)
    if re.search(r"['’]s?$", word) or not may_be_name(words, at):
        return None
    if before in said.GIVEN_TO and said.A_WORD_TO.match(words.text[end:]):
        return start, end
    told_more = people and re.fullmatch(r",? ", words.text[people[-1][1] : start])
    if told_more and (word == "[name]" or re.fullmatch(r"[A-Z][a-z]+", word)):
        return start, end
    if word == "[name]" or (word[0].isupper() and at and words.beside(at) and re.search(r"[a-z]", word)):
        governed = before in said.TO_SOMEBODY | said.AT_TIMES | {"to", "from", "and", "of"} or word == "[name]"
        return (start, end) if governed else None
    return (start, end) if _shown(words, at) else None


def _shown(words: Words, at: int) -> bool:
    """Whether what stands around a word shows that it is a name, in small letters too: 'get freya to chair'."""
    start, end = words.places[at]
    word, before, after = words.text[start:end], words.before(at), words.after(at)
    if word[0].isupper() and after in said.ACTS and re.search(r"(?:^|[.,;:]|\band)\s*$", words.text[:start]):
        return True
    if at > 1 and words.before(at - 1) in {"the", "a", "my", "our", "one", "two", "half", "single", "front", "full"}:
        return False  # 'the phone starts', 'a one page summary'
    if before in said.TO_SOMEBODY and not said.NO_ONE_NEXT.match(words.text[end:]):
        return True
    twice = words.plain[at - 2] if at > 1 else ""
    if before in {"to", "from"} and twice in said.TO_BEFORE and (not after or after in said.AFTER_A_NAME):
        return True
    told_to = before in said.AT_TIMES and after in said.AFTER_A_NAME - {"a"}
    return told_to and (not word.endswith("ed") or before == "let")


def may_be_name(words: Words, at: int) -> bool:
    """Whether the word may be a name by its form, and is no other word that is known."""
    word, plain = words.text[slice(*words.places[at])], words.plain[at]
    if plain in {"[name]", "[name]'s"} or (re.fullmatch(r"[B-HJ-Z]", word) and words.before(at) in said.TITLES):
        return True
    if not re.fullmatch(r"(?:[OD]['’])?[A-Za-z][A-Za-z-]+", word) or plain in said.NO_NAMES:
        return False
    if word[0].isupper() and not word.isupper():
        return plain not in said.NO_NAME or plain in {"will", "may", "grace", "hope"}
    return plain not in said.NO_NAME and not _GERUND.match(plain) and not plain.endswith("ly")
