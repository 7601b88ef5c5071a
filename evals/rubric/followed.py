"""Commitments: C13 said back as the doctor's own, C14 learns from how it went."""

import re
from collections.abc import Iterator

from evals.casebook.case import Said
from evals.rubric import asking, banks, quoting, wording
from evals.rubric.asking import Purpose
from evals.rubric.talk import Exchange, Talk
from evals.rubric.verdicts import Finding, not_met, of
from evals.rubric.world import World

_SAID_BACK_WITHIN = 2
_LEAST_ADDED, _HARDLY = 3, 0.4
_PLAN_WORDS = ("plan", "step", "recap", "confirm", "settled", "summary", "writing", "written", "going", "commit")
_DAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|rday|nesday|urday|sday|day)?\b", re.I)
_PLANS = frozenset({Purpose.WILL, Purpose.WHEN, Purpose.CONFIDENCE, Purpose.AIM})


def c13_said_back(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """The plan is said back soon, as the doctor gave it: all that matters of it, no other day, no words not theirs."""
    del world
    if not one.turn.commits:
        return
    following = [each for each in talk.exchanges[one.number - 1 :] if each.session == one.session]
    soon = "\n".join(each.reply.text for each in following[: _SAID_BACK_WITHIN + 1])
    missing = next((group for group in one.turn.commits if not wording.any_of(soon, group)), None)
    if missing:
        yield not_met("C13", f"of the plan is not said back: {', '.join(missing)}", one.reply.text[:120])
        return
    told = talk.said_up_to(one)
    stated = " ".join(each for each in one.reply.sentences if _states(each))
    days = {day[:3].lower() for day in _DAY.findall(told)}
    other = next((day for day in _DAY.findall(stated) if day[:3].lower() not in days), "")
    words = quoting.invented(one.reply.text, [told])
    added = _added(talk, one)
    reason = f"a day that was not named: {other}" if other else "words that are not the doctor's"
    reason = reason if other or words else f"what the doctor did not plan: {added}"
    wrong = other or words or added
    yield of("C13", reason if wrong else "said back as it was said", wrong, yes=not wrong)


def _states(sentence: str) -> bool:
    """Whether a sentence states something, if only to have it confirmed: 'so that is you ringing on Monday, yes?'."""
    return not wording.asks(sentence) or asking.only_sounds_like_one(sentence)


def _with_lead(one: Exchange, question: str) -> str:
    """A question with the sentence before it, in which the coach may turn to something else."""
    place = one.reply.sentences.index(question)
    return " ".join(wording.own(each) for each in one.reply.sentences[max(0, place - 1) : place + 1])


def _added(talk: Talk, one: Exchange) -> str:
    """A sentence that says what the doctor will do, with hardly a word of what was said so far; or nothing."""
    said = " ".join([talk.said_up_to(one), *(each.reply.text for each in talk.before(one))])
    for sentence in one.reply.sentences:
        bare = wording.own(sentence)
        stems = wording.stems(bare) - wording.stems(" ".join(_PLAN_WORDS))
        known = stems & wording.stems(said)
        states = _states(sentence) and banks.found("states_a_plan", bare)
        if states and len(stems) >= _LEAST_ADDED and len(known) <= _HARDLY * len(stems):
            return sentence
    return ""


def c14_learns(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """What came of a plan is asked about, openly, so that something can be learnt from it; the next plan can wait."""
    del world
    if one.turn.outcome is None:
        return
    plans = " ".join(each.turn.says for each in talk.before(one) if each.said is Said.PLAN)
    known = wording.stems(f"{plans} {one.turn.says}")
    asked = [each for each in one.reply.questions if asking.is_open(each) and not _PLANS & set(one.purposes(each))]
    asked = [each for each in asked if not banks.found("turns_to_what_is_new", _with_lead(one, each))]
    learns = next(
        (each for each in asked if wording.stems(each) & known or banks.found("looks_for_the_lesson", each)), ""
    )
    yield of(
        "C14",
        "asks what can be learnt from it" if learns else "asks nothing about how it went",
        learns,
        yes=bool(learns),
    )
