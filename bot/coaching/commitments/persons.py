"""With whom: the person or the people that a step is done with, by role, by name or by pronoun."""

import re
from dataclasses import dataclass
from typing import Final

from bot.coaching.commitments import person_words as said
from bot.coaching.commitments.act_words import GERUND, VERB
from bot.coaching.commitments.corrections import denied
from bot.coaching.commitments.sentences import tidy, without_quotations

_TOKEN: Final = re.compile(r"\[name\](?:['’]s\b)?|w/|[A-Za-z0-9](?:[\w'’&/-]*\w)?['’]?")
_IN_ONE: Final = re.compile(r"[ \t]*\.?[ \t]*|,[ \t]+", re.I)
_PRONOUN: Final = re.compile(
    r"\b(?:with|ask|asking|tell|telling|see|meet|catch|ring|call|phone|email|text|message|invite|grab|thank|offer"
    r"|show|give|join|shadow|let|find|get|have"
    r"|help|speak to|talk to|speak with|talk with|sit down with|write to|go to|to|bleep|approach|pull|take|sit"
    r"|remind|chase|between|from)"
    r"\s+(?P<who>him|her|them)\b(?!\s+(?!what|how|if|why|when|where|who|that|to|for|about|in|on|at|and|by|after"
    r"|before|i\b|she|he|they|down|whether|then|straight"
    r"|again|first|a\b|the\b|my\b|one|tomorrow|tonight|today|privately|face|know|why|over|back|out|say|lead|run"
    r"|chair|speak|talk|go|do|present|so\b|n\b|weds|thurs|tues|mon|fri|sat|sun)"
    r"[a-z]+)",
    re.I,
)
_TALKED_OF: Final = re.compile(
    r"\b(?:about|of|than|like|on behalf of|re|regarding|by|in between|who['’]?s|is|was|am|i['’]?m|be|being|as|bc"
    r"|because|behind"
    r"|how|when|what|thought|thinks?|said|says)(?:\s+(?:a|an|the|my|our|his|her|their))?\s*$",
    re.I,
)
_PARTS_OF: Final = re.compile(
    r"\b(?:one|two|three|four|some|all|both|each|each one|a few|any|half|most)(?: of)?(?: the| my)?\s*$", re.I
)
_PAST: Final = re.compile(r"\b(?:past|it by|that by|approved by|agreed by)(?:\s+(?:the|my|our))?\s*$", re.I)
_WATCHED: Final = re.compile(r"\b(?:observ|watch|see|listen to|learn)\w* how(?: the| our| my)?\s*$", re.I)
_SPECIALIST: Final = re.compile(r"(?:ologist|iatrist|ician|chemist|ographer|botomist|therapist|etist|aecologist)$")
_AT_HOME: Final = re.compile(
    r"\s+(?:door|office|room|desk|clinic door|pa|secretary|inbox|ear|pigeonhole|views?|opinions?|input|take|advice"
    r"|permission"
    r"|request|offer|invitation|question|idea|blessing|thoughts|ok|okay|side)\b",
    re.I,
)
_CLAUSE: Final = re.compile(
    r"\b(?:what|how|whether|why|if|so (?:that )?(?:i|we|they|he|she)|because|cos|which|where|until|till|whenever|before"
    r"|after|that (?:i|we|they|he|she|it|the)|rather than|instead of|for (?:he|she|they|it|nobody))\b",
    re.I,
)
_NAME_TOLD: Final = re.compile(
    r"(?:\b(?:name is|called|it is|it['’]s|namely)\s+|[,:(]\s*)(?P<name>\[name\]|[A-Z][a-z]{2,})(?=\W*(?:$|[,.;)]))"
)
_MOST: Final = 3
_MOST_BEFORE: Final = 4
_VERB_LEAD: Final = re.compile(
    r"\b(?:to|i|and|then|i['’]ll|will|could|just|let me|me|us|them|him|her|people|everyone)\s*$|^\W*$", re.I
)
_A_DEED: Final = frozenset({"lead", "chair", "staff", "help", "coach", "partner", "number", "group", "desk", "office"})
_GERUND: Final = re.compile(rf"{GERUND}$", re.I)
_VERB: Final = re.compile(rf"{VERB}$", re.I)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text with their places."""

    text: str
    places: tuple[tuple[int, int], ...]
    plain: tuple[str, ...]

    def beside(self, at: int) -> bool:
        """Whether the word at `at` stands beside the one before it, with nothing but a space between."""
        return at > 0 and bool(re.fullmatch(r"\.?\s+", self.text[self.places[at - 1][1] : self.places[at][0]]))

    def before(self, at: int) -> str:
        """The word before, without its case; empty at a start."""
        return self.plain[at - 1] if self.beside(at) else ""

    def after(self, at: int) -> str:
        """The word after, without its case; empty at an end."""
        return self.plain[at + 1] if at + 1 < len(self.plain) and self.beside(at + 1) else ""


def whom(text: str) -> str | None:
    """Who the step is done with, three at most; None where it is done alone. People who are spoken of are not."""
    told = denied(without_quotations(text))
    found = _CLAUSE.search(told, 1)
    main = told[: found.start()] if found else told
    for part in dict.fromkeys((main, told)):
        people = [(start, end) for start, end in _people(part) if _is_met(part, start)]
        if people:
            return " and ".join(dict.fromkeys(tidy(part[start:end]) for start, end in people[:_MOST]))
        if part is main and (bare := _PRONOUN.search(part)):
            return bare["who"]
    later = _PRONOUN.search(told)
    return later["who"] if later else None


def mentioned(text: str) -> str | None:
    """The last person named at all in a text, for whom a later 'her' may stand."""
    told = without_quotations(text)
    named = [(start, end) for start, end in _people(told)]
    return tidy(told[named[-1][0] : named[-1][1]]) if named else None


def _people(text: str) -> list[tuple[int, int]]:
    """Every person in the text, by role, title or name, in its order and whole: 'the student nurse, Bethany'."""
    found = list(_TOKEN.finditer(text))
    words = _Words(text, tuple(one.span() for one in found), tuple(_plain(one[0]) for one in found))
    people: list[tuple[int, int]] = []
    for at in range(len(words.plain)):
        place = _role(words, at) or _name(words, at, people) or _joined(words, at, people)
        if place is None:
            continue
        if people and place[0] <= people[-1][1] + 2 and _appended(text, people[-1], place):
            people[-1] = people[-1][0], place[1]
        elif not people or place[0] >= people[-1][1]:
            people.append(place)
    return people


def _appended(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the other is the same person told once more: 'sister kate', 'the infection nurse, Beatriz'."""
    between, name = text[one[1] : other[0]], text[other[0] : other[1]]
    return other[0] < one[1] or between == " " or (between == ", " and bool(re.match(r"\[name\]|[A-Z]", name)))


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def _stem(word: str) -> str:
    bare = re.sub(r"(?:'s|')$", "", word)
    single = bare if bare in said.ROLES else bare.removesuffix("s")
    return "specialist" if _SPECIALIST.search(single) else single


def _role(words: _Words, at: int) -> tuple[int, int] | None:
    """The phrase with this word as its head, where that is somebody."""
    stem, before = _stem(words.plain[at]), words.before(at)
    titled = words.plain[at] in said.TITLES and words.after(at) and _may_be_name(words, at + 1)
    if titled and words.plain[at + 1].endswith("'s"):
        end = words.places[at + 1][1]
        return (_from(words, at), end - 2) if _AT_HOME.match(words.text[end:]) else None
    if titled:
        return _from(words, at), words.places[at + 1][1]
    if stem == "person" and before.endswith("est"):
        return _from(words, at), words.places[at][1]
    if stem not in said.ROLES or (stem in said.ONLY_AFTER and before not in said.ONLY_AFTER[stem]):
        return None
    if stem in _A_DEED | {"es", "cs", "it", "cd", "md"} and _VERB_LEAD.search(words.text[: words.places[at][0]]):
        return None  # 'lead the round' is a deed
    if words.after(at) and _stem(words.plain[at + 1]) in said.ROLES - said.ONLY_AFTER.keys():
        return None  # the next word is who it is: 'the jdf rep'
    owned = re.search(r"['’]s?$", words.text[slice(*words.places[at])])
    following = words.text[words.places[at][1] :]
    if (owned and not _AT_HOME.match(following)) or said.NO_ONE_NEXT.match(following):
        return None
    charge = re.match(r"\s+in charge\b|\s+of (?!the\b|our\b|my\b|a\b|them\b)[a-z]+(?: working)?\b(?= |\W*$)", following)
    own = len(owned[0]) if owned else 0
    return _from(words, at), words.places[at][1] - own + (charge.end() if charge else 0)


def _from(words: _Words, at: int) -> int:
    """Where the phrase with its head at `at` begins."""
    first = at
    while first > 0 and at - first < _MOST_BEFORE and words.beside(first) and _of_it(words.plain[first - 1]):
        first -= 1
        if words.plain[first] in said.DETERMINERS:
            while first > 0 and words.beside(first) and words.plain[first - 1] in said.DETERMINERS:
                first -= 1
            break
    night = re.search(r"\b(?:hospital at|out of|head of|director of) $", words.text[: words.places[first][0]], re.I)
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


def _name(words: _Words, at: int, people: list[tuple[int, int]]) -> tuple[int, int] | None:
    """A name that stands alone."""
    start, end = words.places[at]
    word, before = words.text[start:end], words.before(at)
    if re.search(r"['’]s?$", word) or not _may_be_name(words, at):
        return None
    told_more = people and re.fullmatch(r",? ", words.text[people[-1][1] : start])
    if told_more and (word == "[name]" or re.fullmatch(r"[A-Z][a-z]+", word)):
        return start, end
    if word == "[name]" or (word[0].isupper() and at and words.beside(at) and re.search(r"[a-z]", word)):
        governed = before in said.TO_SOMEBODY | said.AT_TIMES | {"to", "from", "and", "of"} or word == "[name]"
        return (start, end) if governed else None
    after = words.after(at)
    if before in said.TO_SOMEBODY and not said.NO_ONE_NEXT.match(words.text[end:]):
        return start, end
    twice = words.plain[at - 2] if at > 1 else ""
    if before in {"to", "from"} and (twice in said.TO_BEFORE) and (not after or after in said.AFTER_A_NAME):
        return start, end
    if word.endswith("ed") and before != "let":
        return None
    return (start, end) if before in said.AT_TIMES and after in said.AFTER_A_NAME - {"a"} else None


def _may_be_name(words: _Words, at: int) -> bool:
    word, plain = words.text[slice(*words.places[at])], words.plain[at]
    if plain in {"[name]", "[name]'s"}:
        return True
    if not re.fullmatch(r"(?:[OD]['’])?[A-Za-z][A-Za-z-]+", word) or plain in said.NO_NAMES:
        return False
    if word[0].isupper() and not word.isupper():
        return plain not in said.NO_NAME or plain in {"will", "may", "grace", "hope"}
    return plain not in said.NO_NAME and not _GERUND.match(plain) and not plain.endswith("ly")


def _joined(words: _Words, at: int, people: list[tuple[int, int]]) -> tuple[int, int] | None:
    """A second name behind 'and': 'the ward clerk and tom'."""
    if words.before(at) not in {"and", "or", "n"} or not people or not _may_be_name(words, at):
        return None
    start, end = words.places[at]
    near = people[-1][1] >= words.places[at - 1][0] - 1
    return (start, end) if near and not said.NO_ONE_NEXT.match(words.text[end:]) else None


def _is_met(text: str, start: int) -> bool:
    before = text[:start]
    if _WATCHED.search(before):
        return True
    return not _TALKED_OF.search(before) or bool(_PARTS_OF.search(before) or _PAST.search(before))
