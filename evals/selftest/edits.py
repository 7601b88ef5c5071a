"""Edits of a talk that change nothing that matters, and so must change no verdict."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from evals.rubric import wording
from evals.rubric.talk import Exchange, Reply, Talk
from evals.rubric.world import World
from evals.selftest.synonyms import reworded

_SPELLINGS = {
    "organis": "organiz", "realis": "realiz", "recognis": "recogniz", "summaris": "summariz", "prioritis": "prioritiz",
    "apologis": "apologiz", "behaviour": "behavior", "colour": "color", "favour": "favor", "labour": "labor",
    "honour": "honor", "programme": "program", "centre": "center", "judgement": "judgment", "practise": "practice",
    "learnt": "learned", "towards": "toward", "whilst": "while", "grey": "gray", "defence": "defense",
    "rumour": "rumor", "neighbour": "neighbor", "travelled": "traveled", "paediatric": "pediatric",
}  # fmt: skip
_BACK = ("organis", "realis", "recognis", "summaris", "prioritis", "apologis", "behaviour", "colour", "honour")
_CONTRACTED = {
    "do not": "don't", "does not": "doesn't", "did not": "didn't", "is not": "isn't", "are not": "aren't",
    "was not": "wasn't", "were not": "weren't", "has not": "hasn't", "have not": "haven't", "cannot": "can't",
    "could not": "couldn't", "would not": "wouldn't", "should not": "shouldn't", "it is": "it's", "that is": "that's",
    "you are": "you're", "you have": "you've", "you will": "you'll", "you would": "you'd", "I am": "I'm",
    "I have": "I've", "I will": "I'll", "there is": "there's", "what is": "what's", "who is": "who's",
}  # fmt: skip
_NAMES = {
    "ron": "ken", "doreen": "maureen", "imogen": "harriet", "alan": "brian", "dave": "steve", "steve": "dave",
    "sarah": "helen", "helen": "sarah", "priya": "anita", "tom": "ben", "ben": "tom", "emma": "laura", "james": "peter",
    "mohammed": "yusuf", "ahmed": "omar", "karen": "linda", "linda": "karen", "sandra": "brenda", "jo": "lou",
    "kate": "anna", "anna": "kate", "mike": "paul", "paul": "mike", "john": "david", "david": "john",
    "janet": "gillian", "gary": "kevin", "kev": "baz", "fatima": "amina", "claire": "nicola", "lisa": "tracy",
    "tracy": "lisa", "simon": "martin", "martin": "simon", "maureen": "doreen", "sheila": "eileen", "barnaby": "rupert",
    "colin": "nigel", "nigel": "colin", "graham": "trevor", "trevor": "graham", "bev": "deb",
}  # fmt: skip
_NAME = re.compile(rf"\b(?:{'|'.join(_NAMES)})\b(?!-)", re.I)
_BULLET = re.compile(r"^\s*[-*•–]\s+", re.M)
_ENDS_CLAUSE = re.compile(r"^\s*(?:[.,;:!?]|$)")


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: `make` gives the edited talk, or None where there is nothing to edit."""

    name: str
    about: str
    make: Callable[[Talk, World], Talk | None]


def _own_words(change: Callable[[str], str]) -> Callable[[Talk, World], Talk | None]:
    """A change to what the coach says of its own: not to quotations, and not to the wording of a safety route."""

    def make(talk: Talk, world: World) -> Talk | None:
        fixed = tuple(one for words in world.routes.values() for one in (*words.first, *words.stay, *words.questions))

        def edited(reply: Reply) -> str:
            if reply.safety or any(one in reply.text for one in fixed):
                return reply.text
            return _outside_quotes(reply.text, change)

        return _with_texts(talk, edited)

    return make


def _anywhere(change: Callable[[str], str]) -> Callable[[Talk, World], Talk | None]:
    """A change to the whole text of every reply."""

    def make(talk: Talk, world: World) -> Talk | None:
        del world
        return _with_texts(talk, lambda reply: change(reply.text))

    return make


def _outside_quotes(text: str, change: Callable[[str], str]) -> str:
    pieces = []
    rest = text
    for quote in filter(None, wording.quotes(text)):
        before, found, rest = rest.partition(quote)
        pieces += [change(before), found]
    return "".join([*pieces, change(rest)])


def _with_texts(talk: Talk, edited: Callable[[Reply], str]) -> Talk | None:
    exchanges = tuple(_with_text(one, edited(one.reply)) for one in talk.exchanges)
    return replace(talk, exchanges=exchanges) if exchanges != talk.exchanges else None


def _with_text(one: Exchange, text: str) -> Exchange:
    if text == one.reply.text:
        return one
    return replace(one, reply=Reply.model_validate(one.reply.model_dump() | {"text": text}))


def _swaps(pairs: Mapping[str, str], *, whole: bool) -> Callable[[str], str]:
    end = r"\b" if whole else ""
    longest_first = "|".join(re.escape(one) for one in sorted(pairs, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{longest_first}){end}", re.I)
    lower = {one.lower(): other for one, other in pairs.items()}

    def swap(text: str) -> str:
        return pattern.sub(lambda one: _like(one[0], lower[one[0].lower()]), text)

    return swap


def _like(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _contracted(text: str) -> str:
    """Contractions; 'is' before a stop stays, since nobody writes 'that is how it's.'."""
    swap = _swaps(_CONTRACTED, whole=True)
    pieces = re.split(r"(?<=[.,;:!?])", text)
    return "".join(one if re.search(r"\b(?:is|are|have|am)\W*$", one) else swap(one) for one in pieces)


def _expanded(text: str) -> str:
    back = {short: long for long, short in _CONTRACTED.items() if short.endswith(("n't", "'re", "'ve", "'ll", "'m"))}
    return _swaps(back, whole=True)(text.replace("’", "'"))


def _ampersands(text: str) -> str:
    return re.sub(r"\band\b", "&", text)


def _curly(text: str) -> str:
    opened = re.sub(r'(^|[\s(])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)", "’", opened)


def _straight(text: str) -> str:
    return text.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")


def _doubled_spaces(text: str) -> str:
    return re.sub(r"(?<=[.?!]) (?=\S)", "  ", text)


def _trailed(text: str) -> str:
    return f"{text} \n" if text else text


def _bullets_turned(text: str) -> str:
    """The items of a list in the other order."""
    lines = text.split("\n")
    places = [place for place, line in enumerate(lines) if _BULLET.match(line)]
    for place, line in zip(places, [lines[place] for place in reversed(places)], strict=True):
        lines[place] = line
    return "\n".join(lines)


def _renamed(talk: Talk, world: World) -> Talk | None:
    """First names of others are other first names, in messages and replies alike."""
    del world
    exchanges = tuple(_with_names(one) for one in talk.exchanges)
    return replace(talk, exchanges=exchanges) if exchanges != talk.exchanges else None


def _with_names(one: Exchange) -> Exchange:
    turn, reply = one.turn, one.reply
    if not _NAME.search(turn.says) and not _NAME.search(reply.text):
        return one
    groups = tuple(tuple(_all_names(group)) for group in turn.content.names) if turn.content else ()
    content = turn.content.model_copy(update={"names": groups}) if turn.content else None
    renamed = {"says": _names(turn.says), "identifiers": tuple(_all_names(turn.identifiers)), "content": content}
    return replace(_with_text(one, _names(reply.text)), turn=turn.model_copy(update=renamed))


def _names(text: str) -> str:
    return _NAME.sub(lambda one: _like(one[0], _NAMES[one[0].lower()]), text)


def _all_names(texts: Iterable[str]) -> Iterable[str]:
    return (_names(one) for one in texts)


EDITS = (
    Edit("American spelling", "-ize, -or, -er", _own_words(_swaps(_SPELLINGS, whole=False))),
    Edit("British spelling", "-ise, -our", _own_words(_swaps({_SPELLINGS[one]: one for one in _BACK}, whole=False))),
    Edit("ampersand", "'&' for 'and'", _own_words(_ampersands)),
    Edit("curly marks", "curly quotation marks and apostrophes", _anywhere(_curly)),
    Edit("straight marks", "straight quotation marks and apostrophes", _anywhere(_straight)),
    Edit("other names", "other first names of third parties", _renamed),
    Edit("bullets turned", "the items of a list in the other order", _anywhere(_bullets_turned)),
    Edit("trailing space", "a space and a line end after the text", _anywhere(_trailed)),
    Edit("double spaces", "two spaces between sentences", _anywhere(_doubled_spaces)),
    Edit("contracted", "'don't' for 'do not'", _own_words(_contracted)),
    Edit("expanded", "'do not' for 'don't'", _own_words(_expanded)),
    Edit("synonyms", "neutral words for others", _own_words(reworded)),
)
