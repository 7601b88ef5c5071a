"""Nobody can be recognised by what a reply says, and no reply asks for what would make somebody recognisable."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching import identifiers
from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.look import Look, found
from bot.coaching.record import Problem

_ASKS_FOR: Final = re.compile(
    r"\b(?:what|who|which|tell me|give me|share|remind me|send me|could you (?:give|share)|may i (?:have|know)"
    r"|can you (?:give|tell|share))"
    r"(?: [\w']+){0,6}? (?:(?:full |first |sur|last |real )?names?(?: of)?\b(?! (?:for|it|that|this|what))"
    r"|nhs numbers?|hospital numbers?"
    r"|date of birth|dob|initials|address|postcode|phone numbers?|email address|bed numbers?|gmc numbers?"
    r"|date of admission)"
    r"|\b(?:what|which) (?:hospital|trust|ward|surgery|practice|deanery|town|city|unit|department) (?:is (?:it|this"
    r"|that|he|she)|are you"
    r"|do you|was|were you|did)\b|\bwhat (?:is|was) (?:he|she|they|your (?:\w+ )?(?:consultant|registrar|supervisor"
    r"|boss|patient)"
    r"|the (?:\w+ )?(?:patient|consultant|registrar|nurse|sister|man|woman|child)) called\b|\bwhat (?:is|was"
    r"|are) (?:the|your|that|this|his|her) (?:\w+ ){0,2}(?:receptionist|clerk|manager|porter|doctor|trainee|f1|junior"
    r"|matron|midwife|pharmacist|lady|boss|coordinator|surgeon|lead|hospital|trust|ward|practice|person|family"
    r"|daughter|son|wife|husband) called\b|\bwho (?:exactly )?(?:is"
    r"|was) the (?:patient"
    r"|consultant|registrar|nurse|sister|manager|man|woman|child)\b|\bhow old (?:is|was) (?:he|she|the|your)\b"
    r"|\b(?:what|which)"
    r" (?:was|is|were) (?:the|his|her|their) (?:patient's )?(?:diagnosis|condition|age|medical history|nhs"
    r"|blood results?|obs"
    r"|observations|history|ethnicity|medication)\b|\bwhose names?\b|\bby name\b(?=[^.]*\?)|\bname (?:him|her|them"
    r"|names|the (?:person|patient|consultant))\b"
    r"|\b(?:which|what) (?:hospital|trust|surgery|deanery|town|city|postcode)\b"
    r"|\b(?:which|what) (?:\w+ )?(?:consultant|registrar|nurse|sister|matron|manager|doctor|midwife|patient|supervisor"
    r"|surgeon) (?:was|is) (?:it|that|this|he|she)\b"
    r"|\b(?:his|her|their) (?:first name|surname|full name|name|age|address|postcode|date of birth|nhs number)"
    r"(?=[^.]*\?)|\b(?:patient|clinical) details\b(?=[^.]*\?)"
)
_NUMBER: Final = re.compile(r"\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{6,}\b")
_PLACEHOLDER: Final = re.compile(r"\[[\w ]+\]")


_CAPITAL: Final = re.compile(r"\b[A-Z][a-z]+\b")


_HOUSE: Final = re.compile(
    r"\b(?:St\.? [A-Z][a-z]+|[A-Z][a-z]+(?:'s)? (?:Hospital|Infirmary|General|Royal|Surgery|Hospice|Medical Centre"
    r"|Ward))\b"
)


def _without(sources: str, text: str) -> str:
    """The text less the places that a source of this turn names."""
    return _HOUSE.sub(lambda hit: "" if hit.group(0) in sources else hit.group(0), text)


def _given_names(look: Look, others: set[str]) -> Iterator[Problem]:
    """A first name that is no word of every day, even where the doctor wrote it: who is meant need not be named."""
    names = look.ground.names
    for line in look.lines:
        for one in _CAPITAL.findall(line.text):
            low = one.casefold()
            if low in names.given and low not in names.ordinary | names.public and low not in others:
                yield Problem(code="identifier", detail="a first name")
                return


def faults(look: Look) -> Iterator[Problem]:
    """Identifying details in the draft, and questions for such."""
    others = {*plainly.tokens(look.sources), *plainly.tokens(look.said)}
    for one in identifiers.find(look.text, look.ground.names):
        words = plainly.tokens(look.text[one.start : one.end])
        if one.kind != "name" or not all(word in others for word in words):
            yield Problem(code="identifier", detail=f"a detail that could identify somebody ({one.kind})")
            break
    yield from _given_names(look, others)
    yield from found("asks_for_identifier", "asks for what could identify somebody", _ASKS_FOR, look.plain)
    yield from found("identifier", "a number of somebody's", _NUMBER, look.text)
    yield from found("identifier", "a place", _HOUSE, _without(look.sources, look.text))
    yield from found("identifier", "the place of a detail that was masked", _PLACEHOLDER, look.text)
