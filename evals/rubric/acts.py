"""What a sentence of a reply does, seen in its text alone: a target's own tags are held against this."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from evals.rubric import asking, banks, forms, wording

_A_QUESTION_THAT_ADVISES = re.compile(r"\b(?:why not|how about)\b", re.I)
_LEAD = 80  # characters before a quotation in which it may be said what the quotation is for
_A_ROW = re.compile(r",(?: and| or)? |,? (?:and|or|&) (?=an?\b|the\b|[a-z]+ing\b|[a-z]+[.!]?$)")
_SHORT = 4
_LONGEST_COPY = 8
_A_LONG_MESSAGE = 20
_MOSTLY = 0.6
_SOME, _A_LIST = 2, 3
_TAGGED = frozenset({"reflect", "ask_open", "ask_closed"})


def advises(sentence: str) -> bool:
    """Whether a sentence tells the doctor what to do, as an order, an opinion, or an option that nobody asked for."""
    bare = wording.own(sentence).strip()
    if not bare or (_truly_asks(sentence) and not _A_QUESTION_THAT_ADVISES.search(bare)):
        return False
    if _only_steers(bare):
        return False
    names = ("orders", "advises", "a_thing_to_try")
    listed = forms.ways(bare) >= _A_LIST or lists_things(bare)
    held_out = "?" in bare and asking.only_sounds_like_one(bare) and forms.ways(bare) > 0
    return listed or held_out or any(banks.found(name, bare) for name in names)


def lists_things(bare: str) -> bool:
    """Whether three things that would help are named in a row: 'quick wins: a lead, a list, a huddle'."""
    return bool(banks.found("announces_a_list", bare)) and len(_A_ROW.findall(bare)) >= _SOME


def _truly_asks(sentence: str) -> bool:
    """Whether a sentence is a question, and not something to do with a question mark behind it."""
    held_out = forms.ways(sentence) or banks.found("a_thing_to_try", wording.own(sentence))
    return wording.asks(sentence) and not (asking.only_sounds_like_one(sentence) and held_out)


def _only_steers(bare: str) -> bool:
    """Whether it steers the talk, or is about identifying details, and is no list of things to do."""
    steers = banks.found("not_advice", bare) or banks.found("names_the_matters", bare)
    ways = forms.ways(bare)
    return (steers is not None and ways < _SOME) or (ways < _A_LIST and of_identifiers(bare))


def advice_in(text: str, told: str = "", seen: Mapping[str, frozenset[str]] | None = None) -> tuple[str, ...]:
    """The sentences of a reply that advise, by their form or by what the detectors saw.

    One that mostly says the doctor's own words again is a reflection.
    """
    kinds = seen or {}
    return tuple(
        one
        for one in wording.sentences(text)
        if (advises(one) or _seen_to_advise(one, kinds))
        and (banks.found("in_its_own_name", one) or not mostly_told(one, told))
    )


def _seen_to_advise(sentence: str, seen: Mapping[str, frozenset[str]]) -> bool:
    bare = wording.own(sentence).strip()
    said_back = bool(wording.quotes(sentence)) and not offers_words(sentence, wording.quotes(sentence)[0])
    told = forms.is_seen(seen.get(sentence, frozenset()), sentence, "advice")
    return told and not _only_steers(bare) and not _truly_asks(sentence) and not said_back


def of_identifiers(bare: str) -> bool:
    """Whether it is identifying details that are to be left out, and nothing else."""
    return bool(banks.found("asks_for_no_identifiers", bare) and banks.found("of_identifiers", bare))


def pieces_of_advice(text: str, told: str = "", seen: Mapping[str, frozenset[str]] | None = None) -> int:
    """How many things to do a reply names: each sentence that advises, twice where it names several."""
    return sum(1 + bool(banks.found("several_options", one)) for one in advice_in(text, told, seen))


def leaves_choice(text: str) -> bool:
    """Whether what is offered is offered, and the choice left open; an order needs that in so many words."""
    own = wording.own(text)
    if banks.found("commands", own):
        return banks.found("leaves_it", own) is not None
    return banks.found("permits", own) is not None or banks.found("leaves_it", own) is not None


def parroted(own: str, message: str) -> str:
    """The copied run, where eight words or more outside quotation marks, or most of the message, is said again."""
    mine, theirs = wording.tokens(own), wording.tokens(message)
    length, where = wording.longest_copied(mine, theirs)
    run = " ".join(mine[where : where + length])
    if length >= _LONGEST_COPY:
        return run
    short = len(theirs) >= _LONGEST_COPY and length >= _MOSTLY * len(theirs)
    return run if short and length >= _MOSTLY * _LONGEST_COPY else ""


def plays_back(text: str, message: str) -> str:
    """The run of words where a long message is said again whole, in quotation marks or out of them."""
    mine, theirs = wording.turned(text), wording.turned(message)
    length, where = wording.longest_copied(mine, theirs)
    whole = len(theirs) >= _A_LONG_MESSAGE and length >= len(theirs) - 1
    return " ".join(wording.tokens(text)[where : where + length]) if whole else ""


def is_hollow(text: str, message: str) -> bool:
    """Whether a reply is nothing, or hardly more than the message said again: then it is no reply at all."""
    if not text.strip():
        return True
    mine = wording.turned(wording.own(text))
    copied, _ = wording.longest_copied(mine, wording.turned(message))
    return len(mine) >= _SHORT and copied >= _MOSTLY * len(mine) and copied >= _SHORT and not wording.quotes(text)


@lru_cache(maxsize=4096)
def hands_back(sentence: str, message: str, told: str) -> bool:
    """Whether a sentence quotes what was told, or states it with a word of it, and is no copy, courtesy or advice."""
    if wording.asks(sentence) or not sentence.strip():
        return False
    if any(_quotes(one, told) for one in wording.quotes(sentence)):
        return True
    bare = wording.own(sentence).strip()
    if (
        not is_statement(sentence)
        or wording.longest_copied(wording.tokens(bare), wording.tokens(message))[0] >= _LONGEST_COPY
    ):
        return False
    return bool(wording.stems(bare) & wording.stems(told))


def is_statement(sentence: str) -> bool:
    """Whether a sentence says something: no question, no courtesy, no advice."""
    bare = wording.own(sentence).strip()
    cheers = bare.endswith("!") or wording.bullets(bare)
    return bool(bare) and not (wording.asks(sentence) or cheers or banks.found("filler", bare) or advises(sentence))


def offers_words(text: str, quote: str) -> bool:
    """Whether a quotation is wording that is offered to be said: 'you could say "..."'."""
    place = text.find(quote)
    return banks.found("offers_words", text[max(0, place - _LEAD) : place]) is not None


def falsely_tagged(acts: Sequence[str], sentences: Sequence[str]) -> str:
    """The act that a target claims and its text does not bear out, or nothing.

    `reflect` needs a statement (R2 asks whether it belongs to this message), `ask_open` and `ask_closed` a question.
    """
    claimed = _TAGGED & set(acts)
    if "reflect" in claimed and not any(is_statement(one) or wording.quotes(one) for one in sentences):
        return "reflect"
    if claimed & {"ask_open", "ask_closed"} and not any(wording.asks(one) for one in sentences):
        return "ask_open" if "ask_open" in claimed else "ask_closed"
    return ""


def _quotes(quote: str, told: str) -> bool:
    words = wording.turned(quote)
    return bool(words) and wording.longest_copied(words, wording.turned(told))[0] >= _MOSTLY * len(words)


def mostly_told(sentence: str, told: str) -> bool:
    """Whether a sentence mostly says again what was told, so that it is a reflection whatever its form."""
    stems = wording.stems(wording.own(sentence))
    return bool(stems) and len(stems & wording.stems(told)) >= _MOSTLY * len(stems)
