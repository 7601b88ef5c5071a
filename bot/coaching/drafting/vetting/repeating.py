"""Nothing is said twice, and the doctor's words are not said back without quotation marks."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.look import ASKS, Look
from bot.coaching.kinds import Act
from bot.coaching.record import Problem

_ALIKE: Final = 0.75
_ALL_ALIKE: Final = 0.6
_FEWEST: Final = 5
_LONGEST_RUN: Final = 8
_LONGEST_LOOSE: Final = 10
_OF_SENTENCE: Final = 0.7
_LONGEST_TURNED: Final = 12
_PATCHED: Final = 0.88
_FEWEST_PATCHED: Final = 12
"""A sentence is pieced together of the message's runs of three words, with 'you' for 'I', where so much of it is."""
_QUOTED: Final = re.compile(r'"[^"]*"')
_LONGEST_QUOTE: Final = 30
_LONG_QUOTE: Final = 4


def faults(look: Look) -> Iterator[Problem]:
    """Sentences and questions that were said before, and long runs of the message."""
    yield from _repeats(look)
    yield from _quotes_again(look)
    yield from _parrots(look)


def _repeats(look: Look) -> Iterator[Problem]:
    before = [_bare(one) for reply in look.sheet.said_before for one in plainly.sentences(plainly.straight(reply))]
    for line in (one for one in look.lines if one.act is not Act.SUMMARISE):
        for sentence in plainly.sentences(line.text):
            words = _bare(sentence)
            if len(words) >= _FEWEST and any(plainly.alike(words, one) >= _ALIKE for one in before):
                yield Problem(code="repeat", detail=f"says again what was said before: {sentence!r}")
                return
    whole = plainly.tokens(look.own)
    for reply in look.sheet.said_before:
        said = plainly.tokens(_QUOTED.sub(" ", plainly.straight(reply)))
        if len(whole) >= _FEWEST and plainly.alike(whole, said) >= _ALL_ALIKE:
            yield Problem(code="repeat", detail="is hardly different from an earlier reply")
            return


def _bare(sentence: str) -> tuple[str, ...]:
    return plainly.tokens(_QUOTED.sub(" ", sentence))


def _quotes_again(look: Look) -> Iterator[Problem]:
    """The same words handed back a second time, where no plan is said back."""
    if look.sheet.state.commitment or look.sheet.state.options or not look.acts & ASKS:
        return
    before = [
        plainly.tokens(one) for reply in look.sheet.said_before for one in _QUOTED.findall(plainly.straight(reply))
    ]
    ours = [words for one in look.quotes if len(words := plainly.tokens(one)) >= _LONG_QUOTE]
    if ours and all(words in before for words in ours) and not any(set(words) <= set(_now(look)) for words in ours):
        yield Problem(code="repeat", detail="hands back the same words of the doctor's as before")


def _now(look: Look) -> tuple[str, ...]:
    return plainly.tokens(look.sheet.message)


def _parrots(look: Look) -> Iterator[Problem]:
    message = plainly.tokens(look.sheet.message)
    theirs = plainly.turned(message)
    for line in look.lines:
        for sentence in plainly.sentences(line.own):
            words = plainly.tokens(sentence)
            run = plainly.longest_shared(words, message)
            again = plainly.longest_shared(plainly.turned(words), theirs)
            there = plainly.covered(words, message)
            patched = there >= _FEWEST_PATCHED and there >= _PATCHED * len(words)
            whole = len(run) >= _LONGEST_RUN and len(run) >= _OF_SENTENCE * len(words)
            if whole or patched or len(run) > _LONGEST_LOOSE or len(again) > _LONGEST_TURNED:
                yield Problem(code="parroting", detail=f"the doctor's words without quotation marks: {' '.join(run)!r}")
                return
    for quote in look.quotes:
        if len(quote.split()) > _LONGEST_QUOTE:
            yield Problem(code="parroting", detail=f"quotes {len(quote.split())} words at a stretch")
