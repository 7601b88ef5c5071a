"""A second version of a draft: D8 what is new is named, D9 no change is claimed that was not made."""

import re
from collections.abc import Iterator
from itertools import pairwise

from evals.casebook.case import Said
from evals.rubric import banks, wording
from evals.rubric.talk import Exchange, Talk
from evals.rubric.verdicts import Finding, not_met, of
from evals.rubric.world import World

_DONE_TO_IT = re.compile(r"\b(?:you|has|have|had|been)\b.*\b(?:it|that|this)\b|^\W*(?:it|that|this)['’ ]", re.I)
"""What is said of the words just quoted: 'so glad that you dropped it'."""


def d8_compares(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """The second version is held against the first: what is new is named, or that nothing is."""
    del talk, world
    if one.said is not Said.REDRAFT or not (one.turn.changed or one.turn.unchanged):
        return
    groups = one.turn.changed or one.turn.unchanged
    denied = banks.found("denies_a_change", one.reply.own)
    if one.turn.changed and denied:
        yield not_met("D8", "says that nothing changed, and it did", denied)
        return
    said = next((each for each in one.reply.sentences if _compares(each)), "")
    named = next((hit for group in groups if (hit := wording.any_of(one.reply.text, group))), None)
    right = bool(said) and (named is not None or bool(denied))
    reason = f"compares it with the first: {named}" if right else "does not say what is new in it"
    yield of("D8", reason, said, yes=right)


def _compares(sentence: str) -> bool:
    bare = wording.own(sentence)
    return any(banks.found(name, bare) for name in ("compares", "claims_a_change", "denies_a_change"))


def d9_claims_what_was_not(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Negative: says that something was changed which stands as it stood."""
    del talk, world
    if one.said is not Said.REDRAFT or not one.turn.unchanged:
        return
    wrong = next((each for each in _with_what_it_means(one) if _claims(each, one)), "")
    yield of(
        "D9",
        "claims a change that was not made" if wrong else "claims no change that was not made",
        wrong,
        yes=bool(wrong),
    )


def _with_what_it_means(one: Exchange) -> Iterator[str]:
    """Every sentence, and every 'it' and 'that' with the sentence before it."""
    yield from one.reply.sentences
    for before, each in pairwise(one.reply.sentences):
        if _DONE_TO_IT.search(wording.own(each)) and wording.quotes(before):
            yield f"{before} {each}"


def _claims(sentence: str, one: Exchange) -> bool:
    """Whether a sentence says of what was left as it was that it is changed; where all was left, of anything at all."""
    bare = wording.own(sentence)
    seen = any(one.may_see("claims_change", each) for each in wording.sentences(sentence))
    claims = banks.found("claims_a_change", bare) or seen
    if not claims or banks.found("still_there", bare):
        return False
    left = any(wording.any_of(sentence, group) for group in one.turn.unchanged)
    return left or not one.turn.changed
