"""What somebody does not do: the verb behind 'does not' stands bare, so that it can be asked what it would take."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from bot.coaching.growing.evidence import Evidence, found
from bot.coaching.growing.people import START, SUBJECT, somebody
from bot.coaching.growing.seldom import Seldom
from bot.coaching.growing.slots import hopeful, reach, shorter, yours
from bot.coaching.growing.verbs import BARE, PAST, STATES, of_past, of_perfect, of_third

_NOT_NOW: Final = r"(?:won't|doesn't|don't|can't|will not|does not|do not|can not|refuses? to|never (?:wants to|lets?))"
_OTHERS: Final = Seldom(
    rf"{START}{SUBJECT} (?:just |still |simply |really |also )?{_NOT_NOW} (?:even |ever |always |really"
    rf" )?(?P<do>[a-z].*)",
    needs=r"n't|not|refuse|never",
)
_OTHERS_PAST: Final = Seldom(
    rf"{START}{SUBJECT} (?:just |still |simply )?(?:didn't|wouldn't|couldn't|did not|would not) (?:even |ever"
    rf" )?(?P<do>[a-z].*)",
    needs=r"n't|not",
)
_NOBODY: Final = re.compile(
    rf"{START}(?:nobody|no one|no-one|none of (?:us|them))(?: (?:on|in|at|from) (?:the|our|my|this)"
    rf" [a-z]+)?(?:'s| has| have)? (?:ever |actually |really |even |else )?"
    r"(?P<verb>[a-z]+)(?P<rest>.*)",
    re.I,
)
_NOBODY_WILL: Final = re.compile(
    rf"{START}(?:nobody|no one|no-one|none of (?:us|them)) (?:will|can|(?P<then>could|would)|wants to|dares?(?:"
    rf" to)?) (?:ever |even )?"
    r"(?P<do>[a-z].*)",
    re.I,
)
_OWN: Final = re.compile(
    r"\b(?P<who>i|we) (?:just |still |simply |really )?(?P<not>can't|won't|don't|can not|do not) "
    r"(?:even |ever |always |really )?(?P<do>[a-z].*)",
    re.I,
)
_OWN_PAST: Final = re.compile(
    r"\bi (?:just |still |simply )?(?:didn't|couldn't|did not|could not)(?P<want> (?:want|dare) to)? (?:even "
    r"|ever |actually )?"
    r"(?P<do>[a-z].*)",
    re.I,
)
_NEVER: Final = Seldom(
    rf"{START}{SUBJECT} (?:just |still )?never (?:ever |even )?(?P<verb>[a-z]+)(?P<rest>\b.*)", needs="never"
)
_NOT_YET: Final = Seldom(
    rf"{START}{SUBJECT}(?: has| have|'s|'ve)?(?: still| just)? (?:never|hasn't|haven't|has not|have not)(?:"
    rf" even| ever| once)? "
    r"(?P<verb>[a-z]+)(?P<rest>\b.*)",
    needs=r"never|n't|not",
)
_OWN_NOT_YET: Final = re.compile(
    r"(?:\b(?:i've|i have|we've|we have|i)|^\W*(?:no,? |have)?)(?: still| just| literally)? ?(?:never|haven't"
    r"|have not)(?: even| ever| once"
    r"| actually)? (?P<verb>[a-z]+)(?P<rest>\b.*)",
    re.I,
)
_NO_LOSS: Final = re.compile(
    r"(?:withdraw|complain|blame|mind|object|hurt|harm|laugh|shout|quit|fall|lose|suffer|argue|fight|refuse"
    r"|moan|gossip|snap|interrupt"
    r"|bully|cry|panic|yell|scream|swear|sulk|miss|fail|forget|stop|leave|make (?:a |it )?(?:fuss|worse"
    r"|mistakes?)|get (?:hurt|sick))\b",
    re.I,
)
"""Nobody would ask what it takes for this to be done."""

_NOT_WISHED: Final = re.compile(
    r"\b(?:each other|one another)\b|\b(?:call|say|do|want) (?:that|this|it)(?: (?:something|anything))?$|^want\b",
    re.I,
)
"""Of one alone this is no English, or it asks for what nobody meant: 'for somebody to look at each other'."""

_ALONE_NOT: Final = frozenset(
    "meet say do get make take put have see find give tell bring use set let keep leave hack".split()
)
_IDLE: Final = re.compile(r"(?:wait|tell|imagine|face|afford|see|say|remember|recall|get)\b", re.I)
"""What 'I can't' says little with."""

_UNAWARE: Final = re.compile(r"(?:see|notice|recognise|spot|find|hear|get)\b", re.I)
_BEFORE_PAST: Final = re.compile(
    r"i|you|he|she|they|we|it|who|what|that|which|a|an|the|my|your|our|his|her|their|one|two|some|be|been|being"
    r"|get|have|had|has"
    r"|was|were|is|are|'s|.*'s|.*'ve|and|or|how|why|where|when|as|not|just|never|most|only"
)
_BARE: Final = re.compile(r"[a-z]{2,}$")
_NO_VERB: Final = re.compile(
    r"(?:not|so|that|to|a|the|an|it|they|been|done|got|had|just|really|even|much|all|any|do|as|in|on|worry|mind"
    r"|blame|bother"
    r"|help but|deny|complain|stand|cope|go on|sleep|exactly|yet|me|us|because|say (?:it|that|much|exactly)|come across"
    r"|have|say (?:if|who|why|when)|get me wrong|see why|really|speak for|trust myself|(?:say|tell)(?: \w+)?"
    r" anything wrong)\b",
    re.I,
)


def evidence(sentence: str) -> Iterator[Evidence | None]:
    """All that a sentence denies of others, of everybody, and of the doctor."""
    yield from _of_nobody(sentence)
    for pattern, form in ((_OTHERS, "withheld"), (_OTHERS_PAST, "withheld_then")):
        for match in pattern.finditer(sentence):
            yield _of_others(match, form, "")
    for match in _NEVER.finditer(sentence):
        bare = of_third(match["verb"]) or match["verb"].casefold()
        yield _of_others(match, "withheld", bare if bare in BARE else None)
    for match in _NOT_YET.finditer(sentence):
        yield _of_others(match, "withheld", of_perfect(match["verb"]))
    yield from _of_self(sentence)


def _of_self(sentence: str) -> Iterator[Evidence | None]:
    for match in _OWN_NOT_YET.finditer(sentence):
        bare = of_perfect(match["verb"])
        yield found("not_yet", 5, do=deed(f"{bare}{match['rest']}")) if bare else None
    for match in _OWN.finditer(sentence):
        if not _IDLE.match(match["do"]):
            yield _of_own(match["do"], "unable", 4)
    for match in _OWN_PAST.finditer(sentence):
        if not _UNAWARE.match(match["do"]):
            yield _of_own(match["do"], "held_back", 5)


def deed(rest: str, most: int = 9, *, being: bool = False) -> str | None:
    """A bare verb with what belongs to it, turned; None where it is no deed or no whole one. `being`: 'be' counts."""
    for words in (*shorter(reach(rest, far=True)), reach(rest)):
        told = _deed(words, most, being=being)
        if told:
            return told
    return None


def _deed(words: str, most: int, *, being: bool) -> str | None:
    first = words.split(" ", 1)[0] if words else ""
    state = first.casefold() in STATES and not (being and first.casefold() == "be" and " " in words)
    if not _BARE.match(first) or state or _NO_VERB.match(words) or _lost(words):
        return None
    if first.casefold() not in BARE and re.search(r"(?:ed|ing)$", first):
        return None
    if words.casefold() in _ALONE_NOT or re.match(r"[a-z]+ that (?:it|he|she|they|we|i)\b", words, re.I):
        return None
    if re.fullmatch(r"(?:do|get|like|see) it|\w+ (?:that|this)", words, re.I):
        return None
    told = yours(hopeful(words), most)
    return told[0].lower() + told[1:] if told else None


def _lost(words: str) -> bool:
    """Whether a verb in the past stands behind a noun: then this is a sentence that begins with one, and no deed."""
    told = words.casefold().split()
    pairs = pairwise(told)
    return any(of_past(two) and two not in BARE and not _BEFORE_PAST.fullmatch(one) for one, two in pairs)


def _of_nobody(sentence: str) -> Iterator[Evidence | None]:
    for match in _NOBODY_WILL.finditer(sentence):
        yield _wished("nobody_then" if match["then"] else "nobody", deed(match["do"]))
    for match in _NOBODY.finditer(sentence):
        now, then = of_third(match["verb"]), of_past(match["verb"])
        if now and now not in STATES:
            yield _wished("nobody", deed(f"{now}{match['rest']}"))
        elif then and re.fullmatch(PAST, match["verb"], re.I):
            yield _wished("nobody_then", deed(f"{then}{match['rest']}"))


def _wished(form: str, do: str | None) -> Evidence | None:
    hollow = do is None or _NO_LOSS.match(do) or _NOT_WISHED.search(do)
    return None if hollow else found(form, 5, do=do)


def _of_others(match: re.Match[str], form: str, verb: str | None) -> Evidence | None:
    """`verb`: the bare verb where it was told in another form, "" where it was told bare, None where none is known."""
    who = somebody(match["who"])
    if who is None or verb is None:
        return None
    do = deed(f"{verb}{match['rest']}") if verb else deed(match["do"])
    return None if do is None or _NO_LOSS.match(do) else found(form, 5 + who.named, they=who.they, them=who.them, do=do)


def _of_own(rest: str, form: str, weight: int) -> Evidence | None:
    return found(form, weight, do=deed(rest))
