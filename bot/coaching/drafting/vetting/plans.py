"""What the doctor decided is kept: the day, the person and the deed of a plan are theirs, and a close says it back."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting import figures, plainly
from bot.coaching.drafting.vetting.look import Look
from bot.coaching.model import Commitment
from bot.coaching.record import Problem

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = "january february march april may june july august september october november december".split()
_DAY: Final = re.compile(r"\b(?:(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur|urs|r)?(?:days?)?)\b")
_MONTH: Final = re.compile(r"\b(january|february|march|april|june|july|august|september|october|november|december)\b")
_NEAR: Final = re.compile(
    r"\b(tomorrow|tonight|today|this (?:morning|afternoon|evening)|next week|next month|the weekend)\b"
)
_NEAR_WORDS: Final = {
    "tomorrow": r"tomorrow|tmrw|tmr|tmw|tomoz|tomoro|2moro|2mrw|in the morning",
    "tonight": r"tonight|2nite|tonite|this evening|on nights?|night",
}
_HE: Final = re.compile(
    r"\b(?:he|him|his|himself|hes|hed|man|men|mans|bloke|boy|guy|lad|fella|fellas|father|dad|brother|husband|son|mr"
    r"|sir|gentleman|chap|king|uncle|grandad)\b"
)
_SHE: Final = re.compile(
    r"\b(?:she|her|hers|herself|shes|shed|shell|woman|women|womans|lady|ladies|girl|mother|mum|mums|mam|sister|wife"
    r"|daughter|mrs|ms|miss|madam|matron"
    r"|midwife|queen|aunt|nan|gran|female)\b"
)
_SAID_SHE: Final = re.compile(r"\b(?:she|her|hers|herself)\b")
_SAID_HE: Final = re.compile(r"\b(?:he|him|his|himself)\b")
_WHEN: Final = re.compile(
    r"\b(before|after|with|without) (?:(?:the|my|your|a|any|every|each|all) )?(?!that|this|it|them|him|her|you|me"
    r"|which|what)(\w+)"
)
_OPPOSITE: Final = {"before": "after", "after": "before", "with": "without", "without": "with"}
_CLOCK: Final = re.compile(
    r"\bat (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|lunch\w*)\b"
)
_TIMED: Final = re.compile(
    r"\b(\d{1,2})(?:[.:]\d\d| ?[ap]m| ?o'?clock)|\b(?:for|by|after|before|til|till|until|around|about) (\d{1,2})\b"
)
_ROLE: Final = re.compile(
    r"\b(consultant|registrar|sister|matron|manager|pharmacist|nurse|midwife|physio|receptionist|porter|supervisor"
    r"|professor|director|lead|boss"
    r"|coordinator|secretary|clerk|partner|trainee|student|colleague|mentor|chair|anaesthetist|surgeon|radiographer"
    r"|governor|union|patient)s?\b"
)
_ALIASES: Final = {
    "consultant": "cons",
    "registrar": "reg",
    "professor": "prof",
    "receptionist": "reception",
    "supervisor": "es",
    "coordinator": "coord",
}
_CLOSING: Final = "close"
_PLAN_MOVES: Final = frozenset(
    {"ask_when", "ask_obstacle", "ask_confidence", "raise_confidence", "close", "after_closed"}
)
_CHANNEL: Final = re.compile(
    r"\b(email|ring|text|phone|write to|whatsapp|letter|note|message|slide|poster|screen|in person|face to face)\b"
)
_CALLS: Final = frozenset({"ring", "phone"})
_PICKS_UP: Final = re.compile(r"\b(?:call\w*|rang|pick(?:s|ed)? up|voicemail|bleep\w*)\b")
_WAYS: Final = re.compile(
    r"\b(together|alone|separately|privately|publicly|anonymously|by yourself|without (?:telling|asking))\b"
)
_NOT: Final = re.compile(r"\bnot\b[^,;.]*\b(?:alone|by yourself)\b")
_DEEDS: Final = re.compile(
    r"\byou (?:(?:will|then|also|can|just) )*(tell|send|report|ring|email|text|write|invite|apologise|offer|show"
    r"|present"
    r"|complain|explain|warn|promise|cancel|postpone)\b"
)
"""What somebody does with another person: of a plan that is said back it is the doctor's deed, by the doctor's word."""
_ENOUGH: Final = 0.3


def faults(look: Look) -> Iterator[Problem]:
    """Another day, another person, another plan; a close without the plan."""
    yield from _days(look)
    yield from _persons(look)
    yield from _turned_round(look)
    if look.sheet.move.name in _PLAN_MOVES:
        yield from _counts(look)
        yield from _means(look)
        yield from _roles(look)
    plan = look.sheet.state.commitment
    if plan is not None and look.sheet.move.name == _CLOSING:
        yield from _said_back(look, plan)
    if plan is not None and look.sheet.move.name in _PLAN_MOVES:
        yield from _another_option(look, plan)


def _days(look: Look) -> Iterator[Problem]:
    """Days and months that nobody named; near ones only where a plan is said back."""
    known, own = look.known.casefold(), look.own.casefold()
    told = {one[:3] for one in _DAY.findall(known)}
    strange = next(
        (one for one in _DAY.findall(own) if one not in told and f"{one}" not in ("sat", "sun", "mon", "wed")), None
    )
    strange = strange or next((day for day in _DAYS if re.search(rf"\b{day}", own) and day[:3] not in told), None)
    if strange:
        yield Problem(code="plan_changed", detail=f"a day that nobody named: {strange!r}")
    months = [one for one in _MONTH.findall(own) if one[:3] not in known]
    if months:
        yield Problem(code="plan_changed", detail=f"a month that nobody named: {months[0]!r}")
    if look.sheet.move.name in _PLAN_MOVES:
        for near in _NEAR.findall(" ".join(one.own.casefold() for one in look.lines if not one.asks)):
            if not re.search(_NEAR_WORDS.get(near, near), known):
                yield Problem(code="plan_changed", detail=f"a time that nobody named: {near!r}")
                return


def _persons(look: Look) -> Iterator[Problem]:
    """A 'him' or a 'her' where nobody of that kind was spoken of."""
    told = look.known.casefold().replace("'", "")
    for said, anybody, other in ((_SAID_SHE, _SHE, _SAID_HE), (_SAID_HE, _HE, _SAID_SHE)):
        hit = said.search(look.plain)
        if hit and not anybody.search(told) and other.search(told):
            yield Problem(code="person_changed", detail=f"speaks of somebody who was not spoken of: {hit.group(0)!r}")


def _another_option(look: Look, plan: Commitment) -> Iterator[Problem]:
    """An option that was not chosen, said back as the plan."""
    chosen = plainly.stems(f"{plan.what} {plan.if_then or ''} {look.sheet.message}")
    own = plainly.stems(" ".join(one.own for one in look.lines if not one.asks))
    for option in look.sheet.state.options:
        if len(own & (plainly.stems(option) - chosen)) > 1:
            yield Problem(code="plan_changed", detail="says back an option that was not chosen")
            return


def _said_back(look: Look, plan: Commitment) -> Iterator[Problem]:
    what = plainly.stems(plan.what) or frozenset(plainly.tokens(plan.what))
    said = plainly.stems(look.text) | frozenset(plainly.tokens(look.text))
    if len(what & said) < max(1.0, _ENOUGH * len(what)):
        yield Problem(code="plan_missing", detail="closes without saying the plan back")
    fallback = plainly.stems(plan.if_then or "")
    if fallback and re.search(r"\b(?:if|should|in case)\b", look.plain) and len(fallback & said) * 2 < len(fallback):
        yield Problem(code="plan_changed", detail="another way round than the doctor's")
    day = _DAY.search((plan.when or "").casefold())
    if day and day[1] not in {one[:3] for one in _DAY.findall(look.text.casefold())}:
        yield Problem(code="plan_missing", detail="closes without the day of the plan")
    if plan.confidence is not None and re.search(r"\bout of (?:10|ten)|/ ?10\b", look.text.casefold()):
        given = {int(one) for one in re.findall(r"\b(\d{1,2})\b(?= ?(?:out of|/))", look.text)}
        if given and plan.confidence not in given:
            yield Problem(code="plan_changed", detail="another number than the doctor's")


def _turned_round(look: Look) -> Iterator[Problem]:
    """'Before the huddle' where all that was said is 'after the huddle', and the like."""
    said = set(_WHEN.findall(look.known_plain))
    for prep, what in _WHEN.findall(look.plain):
        if (prep, what) not in said and (_OPPOSITE[prep], what) in said:
            yield Problem(code="plan_changed", detail=f"turns the order round: {prep} {what}")
            return


def _means(look: Look) -> Iterator[Problem]:
    """An email where a call was planned, and 'alone' or 'together' where nobody said so."""
    plain = [one.plain for one in look.lines if not one.asks]
    told = look.known_plain
    planned = set(_CHANNEL.findall(told))
    called = _CALLS if planned & _CALLS or _PICKS_UP.search(told) else frozenset()
    strange = [one for text in plain for one in _CHANNEL.findall(text) if planned and one not in planned | called]
    strange += [one for text in plain for one in _WAYS.findall(text) if one not in told and not _NOT.search(text)]
    strange += [one for text in plain for one in _DEEDS.findall(text) if plainly.stem(one) not in look.known_stems]
    if strange:
        yield Problem(code="plan_changed", detail=f"another way than the plan's: {strange[0]!r}")


def _counts(look: Look) -> Iterator[Problem]:
    """Another number than was said, where a plan is said back."""
    known = figures.numbers(look.known)
    said = figures.numbers(" ".join(one.own for one in look.lines if not one.asks))
    strange = sorted(one for one in said if one > 1 and one not in known)
    if strange:
        yield Problem(code="plan_changed", detail=f"a number that the plan has not: {strange[0]:g}")


def _roles(look: Look) -> Iterator[Problem]:
    """Somebody else than whom the plan and the message speak of, and another hour."""
    plan = look.sheet.state.commitment
    words = (plan.what, plan.if_then, plan.with_whom, plan.easier, plan.when) if plan else ()
    told = plainly.straight(
        " . ".join((look.sheet.message, *(one for one in words if one), *look.sheet.state.options))
    ).casefold()
    told = " . ".join(
        (told, look.doctor.casefold(), look.sheet.guided.text.casefold(), (look.sheet.state.obstacle or "").casefold())
    )
    for line in look.lines:
        for role in _ROLE.findall(line.plain):
            if not line.asks and role not in told and not re.search(rf"\b{_ALIASES.get(role, role)}", told):
                yield Problem(code="plan_changed", detail=f"speaks of somebody whom the plan does not name: {role!r}")
                return
    known = figures.numbers(
        " ".join(_CLOCK.findall(look.known.casefold()))
        + " "
        + " ".join(one for pair in _TIMED.findall(look.known.casefold()) for one in pair)
    )
    strange = figures.numbers(" ".join(_CLOCK.findall(look.own.casefold()))) - known
    if strange:
        yield Problem(code="plan_changed", detail="another hour than the plan's")
