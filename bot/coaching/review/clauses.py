"""A sentence cut into clauses, and what is left of it when some are taken out."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.coaching.review.harsh import dangles, finite
from bot.coaching.review.parts import large

Span = tuple[int, int]

_JOINT: Final = re.compile(
    r"\s*[;:](?=\s)\s*|\s+[-–—]+(?=\s)|,(?=\s)|\s+(?=\()|(?<=\))\s+"
    r"|\s+(?=(?:because|cos|since|although|though|while|whereas|unless|until|which|who|but|yet|if"
    r"|as (?:you|if|though|usual|always|ever|we|it|per|some)|so (?:i|you|we|they|it|that|please|don)|or (?:else|i|we)"
    r"|then (?:honestly|i|we|you|maybe|perhaps)"
    r"|and (?:i|we|you|he|she|they|it|its|it['’]s|i['’]m|i['’]ve|im|ive|this|that|there|nobody|no one|everyone"
    r"|everybody"
    r"|frankly|honestly|to be honest|quite|clearly|please|hr|the \w+|then|whose|do|don['’]?t|your|my|not|yet|still|as"
    r"|because|if|apparently|obviously|somehow|dump\w*|just))\b)",
    re.I,
)
_DEPENDS: Final = re.compile(
    r"^[\s,;:–—-]*(?:because|cos|since|as|so|which|who|if|to|unless|until|then|though|although|whereas|even|(?:and"
    r"|but|or) (?:with|they|them|he|she|it|then|see|if|as|still|don|that you|to))\b",
    re.I,
)
"""A clause that says nothing without the one before it."""

_FRONTED: Final = re.compile(
    r"^\W*(?:(?:and|but|so) )?(?:if|when|unless|since|as|given|because|while|after|until"
    r"|once)\b",
    re.I,
)
_HANGS: Final = re.compile(
    r"^[\s,;:–—-]*(?:and|but|or|so(?! sorry)|that|because|which|who|as|(?:and|but) that)\b", re.I
)
_HEAD: Final = re.compile(r"^[\s,;:.–—-]*(?:(?:and|but|so|or|yet|then|also|anyway|because)\b,?\s+)*", re.I)
_NEW: Final = re.compile(r"^\s*(?:[;:–—-]|,?\s*(?:and|but|so|yet|then|also|anyway|please)\b)", re.I)
"""What begins a thought that stands by itself."""

_SORRY: Final = re.compile(r"^(?:so |very |really )*sorry (?P<rest>(?:about|for|that) .+)$", re.I)
_LEANS: Final = re.compile(
    r"^(?:they|them|he|she|it|its|it['’]s|this|that|those|these|which|who|whose|to|with|for|of|than|if|when|unless"
    r"|as|not|even|until|by|from)\b",
    re.I,
)
_HOLLOW: Final = re.compile(
    r"^(?:further to|with (?:all|the)|as (?:you|per)|to be (?:honest|fair|clear|frank)|for the record|just so you"
    r" know|quite frankly|i(?:['’]m| am) (?:writing|afraid)|i (?:just )?(?:want|wanted|would like|wish) to (?:say"
    r"|point out))[^,]*$",
    re.I,
)
_SAYS_SORRY: Final = re.compile(r"\bsorry (?:about|for|that) \w", re.I)
_FEWEST: Final = 3
_SHORT: Final = 8


def clauses(text: str) -> list[Span]:
    """Where each clause begins and ends; the joint between two belongs to the later one."""
    cuts = [0, *(found.start() for found in _JOINT.finditer(text) if found.start() > 0), len(text)]
    cuts = sorted(set(cuts))
    return [(start, end) for start, end in pairwise(cuts) if text[start:end].strip(" ,;:.–—-")]


def widened(text: str, parts: Sequence[Span], hit: Sequence[bool]) -> list[bool]:
    """The clauses that go, with those that say nothing without them."""
    gone = list(hit)
    for number in range(1, len(parts)):
        said = text[slice(*parts[number])]
        if gone[number - 1] and _DEPENDS.match(said) and not re.search(r"\d", said):
            gone[number] = True
    first = next((number for number, one in enumerate(gone) if one), len(gone))
    if 0 < first < len(gone) and all(_depends_on_later(text[slice(*one)]) for one in parts[:first]):
        gone[:first] = [True] * first
    for number in range(first - 1, -1, -1):
        said = text[slice(*parts[number])]
        if gone[number] or finite(said) or not _HANGS.match(said):
            break
        gone[number] = True
    return gone


def _depends_on_later(said: str) -> bool:
    hollow = _HOLLOW.match(said.strip()) and len(said.split()) <= _SHORT
    return bool(_FRONTED.match(said) or hollow)


def left(text: str, parts: Sequence[Span], gone: Sequence[bool], *, upper: bool) -> str:
    """What stays of a sentence, as a sentence; '' where it cannot stand. `upper`: whether it begins with a capital."""
    kept = [one for one, is_gone in zip(parts, gone, strict=True) if not is_gone]
    if not kept:
        return ""
    said = "".join(text[start:end] for start, end in kept)
    if kept[0][0] > 0:
        before, behind = text[: kept[0][0]], _HEAD.sub("", said)
        if _LEANS.match(behind) or (finite(before) and not _NEW.match(said)):
            return ""
        said = behind
    elif kept[-1][1] < len(text) and len(kept) > 1 and re.match(r",?\s*and\b", text[kept[-1][1] :]):
        said = re.sub(
            r",(?= (?:that|i|we|he|she|they|you|the \w+ (?:is|are|was|were|has|have|did)) [^,]*$)", " and", said
        )
    said = " ".join(said.split()).strip(" ,;:–—-(")
    said += ")" * (said.count("(") - said.count(")"))
    sorry = _SORRY.match(said)
    if sorry:
        said = f"I'm sorry {sorry.group('rest')}"
    if not stands(said):
        return ""
    asks = said.endswith("?")
    ended = text.rstrip()[-1:]
    said = said.rstrip(".!")
    said = large(said) if upper else said
    return said if asks or ended.isalnum() else f"{said}."


def stands(said: str) -> bool:
    """Whether words can stand as a sentence of their own."""
    bare = said.strip(" .!?,;:")
    told = finite(bare) or bool(_SAYS_SORRY.search(bare))
    whole = len(bare.split()) >= _FEWEST and told and not dangles(bare)
    whole = whole and not (_HOLLOW.match(bare) and len(bare.split()) <= _SHORT)
    return whole and bare.count("(") == bare.count(")") and bare.count('"') % 2 == 0 and not _FRONTED_ONLY.match(bare)


_FRONTED_ONLY: Final = re.compile(
    r"^(?:if|when|unless|since|because|while|until|whoever|anyone|those|which|who|whose)\b[^,?]*$", re.I
)
