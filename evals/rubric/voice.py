"""Whose voice words of a review are in: words of business that no doctor writes, and the doctor's own name (D4, D6)."""

from evals.rubric import banks, wording
from evals.rubric.talk import Exchange

_OF_THE_WRITER = frozenset("i i'm i've i'd i'll me my mine we we're we've we'd we'll us our".split())
_IN_THEIR_NAME = 3
_REWRITTEN = 40
_JARGON = 2


def jargon(words: str, told: str) -> str:
    """Words that no doctor writes to a colleague, and this one did not: one that is nothing else, or several."""
    plain = banks.found("management_speak", words)
    if plain and not wording.has(told, plain):
        return plain
    found = {hit.lower() for hit in banks.every("jargon", words) if not wording.has(told, hit)}
    return ", ".join(sorted(found)) if len(found) >= _JARGON else ""


def in_the_doctors_name(one: Exchange) -> bool:
    """Whether the reply goes on for several sentences as the doctor would write, in the first person."""
    mine = [each for each in wording.sentences(one.reply.own) if _OF_THE_WRITER & set(wording.tokens(each))]
    return len(mine) >= _IN_THEIR_NAME and sum(len(each.split()) for each in mine) >= _REWRITTEN
