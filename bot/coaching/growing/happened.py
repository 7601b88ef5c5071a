"""What somebody did or said: told in the past, so that it can be asked what lay behind it."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.growing.denied import deed
from bot.coaching.growing.evidence import Evidence, found
from bot.coaching.growing.people import START, SUBJECT, somebody
from bot.coaching.growing.seldom import Seldom
from bot.coaching.growing.slots import reach, yours
from bot.coaching.growing.verbs import PAST, SAYING, of_perfect

_OTHERS: Final = re.compile(
    rf"{START}{SUBJECT} (?:just |then |also |only |even |actually |quietly |never )?(?P<did>{PAST}\b.*)", re.I
)
_HAS_DONE: Final = Seldom(
    rf"{START}{SUBJECT}(?: has| have|'ve|'s) (?:just |now |already |all |also )?(?P<verb>[a-z]+)(?P<rest> .*)",
    needs=r"has|have|'",
)
_OWN: Final = re.compile(rf"{START}i (?:just |then |also |only |even |actually |quietly )?(?P<did>{PAST}\b.*)", re.I)
_SAID: Final = Seldom(
    rf"{START}{SUBJECT} (?:just |then |also |only |even |actually )?(?:(?P<now>says|say)|said|told (?:me|us)"
    rf"|asked (?:me|us)|goes|shouted|replied)\b(?! to\b)",
    needs="say|said|told|asked|goes|shouted|replied",
)
_NEVER: Final = re.compile(r"\bnever (?=[a-z])", re.I)
_FLAT: Final = re.compile(r"(?:got|came|went|had|made|used|left|put|set|let|saw|heard|found)$", re.I)
"""A verb that says nothing without what follows it."""

_BY_ITSELF: Final = re.compile(
    r"laughed|cried|shouted|sighed|nodded|smiled|shrugged|froze|lied|quit|left|apologised|snapped|refused", re.I
)
_NO_DEED: Final = re.compile(r"(?:lost|fell|heard|saw|got|found|forgot|missed|failed|came|expected|worked)\b", re.I)
"""Told of oneself, these are no deeds."""

_PASSIVE: Final = re.compile(r"(?:got|was|were) \w+ed\b", re.I)
_TO_HAPPEN: Final = re.compile(
    r"did (?:say|ask|tell|try|go|get|see|hear|not|it|that)\b|used to\b|tried to\b|went on\b|called\b", re.I
)
_ALONE: Final = re.compile(rf"^\W*(?:just |then |so )?(?P<did>{PAST}\b(?! (?:by|at|up)\b).*)", re.I)
"""'Emailed the booking office 4 times': who leaves the subject out speaks of themselves, where nobody else just did."""

_OTHER: Final = re.compile(rf"\b(?:he|she|they|he's|she's|they've|everyone|nobody|someone)\b|{START}{SUBJECT} ", re.I)
_ANOTHER_CLAUSE: Final = re.compile(
    r"(?<!that)(?<!what)(?<!how)(?<!why)(?<!who)(?<!if)(?<!whether)(?<!where) (?:he|she|they|i|we|it)(?:'d|'s"
    r"|'ll|'re|'ve|'m)?(?: |$)",
    re.I,
)
_AS_A_STATE: Final = frozenset(
    "got gone left done stuck worried lost seen heard said been come found failed forgotten run set put".split()
)
_MOST: Final = 9
_A_NOUN: Final = re.compile(
    r"\s+(?!(?:in|on|at|to|for|with|by|from|through|about|and|a|an|the|what|how|why|that|after|before)\b)\w"
)
_HIM_OR_HER: Final = re.compile(r"\b(?P<who>him|her|them)\b", re.I)


def evidence(sentence: str, before: str) -> Iterator[Evidence | None]:
    """All that a sentence tells of what was done and said; `before` is the sentence before it."""
    if not _OTHER.search(before):
        for match in _ALONE.finditer(sentence):
            yield _of_own(match)
    for match in _SAID.finditer(sentence):
        who = somebody(match["who"])
        if who is not None:
            yield found("says" if match["now"] else "said", 2 + 2 * who.named, they=who.they, them=who.them)
    for match in _HAS_DONE.finditer(sentence):
        yield _of_perfect(match)
    for match in _OTHERS.finditer(sentence):
        yield _of_others(match)
    for match in _OWN.finditer(sentence):
        yield _of_own(match)


def _of_others(match: re.Match[str]) -> Evidence | None:
    who, did = somebody(match["who"]), _done(match["did"])
    if who is None or did is None:
        return None
    return found("others_did", 3 + who.named, clause=True, they=who.they, them=who.them, again=who.again, did=did)


def _of_perfect(match: re.Match[str]) -> Evidence | None:
    who, bare = somebody(match["who"]), of_perfect(match["verb"])
    if who is None or bare is None or match["verb"].casefold() in _AS_A_STATE:
        return None
    return found("has_done", 3 + who.named, they=who.they, them=who.them, do=deed(f"{bare}{match['rest']}"))


def _of_own(match: re.Match[str]) -> Evidence | None:
    did = _done(match["did"])
    if did is None or _NO_DEED.match(did):
        return None
    whom = _HIM_OR_HER.search(did)
    if whom is not None:
        they = {"him": "he", "her": "she", "them": "they"}[whom["who"].casefold()]
        if whom["who"] != "her" or not _A_NOUN.match(did[whom.end() :]):  # 'her list' is no person
            return found("did_to", 4, clause=True, did=did, they=they, them=whom["who"].casefold())
    return found("own_deed", 3, clause=True, did=did)


def _done(words: str) -> str | None:
    cut = reach(words)
    if not cut or _ANOTHER_CLAUSE.search(cut) or _FLAT.fullmatch(cut) or _PASSIVE.match(cut) or _TO_HAPPEN.match(cut):
        return None
    first = cut.split()[0].casefold()
    alone = len(cut.split()) == 1 and not _BY_ITSELF.fullmatch(cut)
    if alone or first in SAYING:
        return None
    told = yours(cut, _MOST)
    return told[0].lower() + told[1:] if told else None
