"""Inquiry: R3 one open question, R4 moves on, R5 true inquiry, R11 fair challenge, C9 thinking shifted."""

import re
from collections.abc import Iterator

from evals.casebook.case import Said
from evals.rubric import acts, asking, banks, faults, wording
from evals.rubric.asking import Purpose
from evals.rubric.talk import Exchange, Talk
from evals.rubric.verdicts import Finding, met, not_met, of
from evals.rubric.world import World

_ASKED_BEFORE = 0.7
_WORD = r"(?:what|how|who|whom|whose|which|where|why|when)\b"
_ASKS_ON = re.compile(
    rf"\b{_WORD}.*(?:,|\b(?:and|or|but))(?: also| then| so| and| in| to| for| with| from)* {_WORD}(?! day)(?!\W*$)"
    r"|\b(?:and|or|but),? (?:do|did|does|is|are|was|were|have|has|can|could|will|would|should)"
    r" (?:you|he|she|they|it|that|there|we|this)\b",
    re.I,
)
"""A question that goes on into another; 'and when?' asks for the day of the same plan."""
_ASKS_FOR_IT = re.compile(
    r"^(?:so |and )?(?:would|could|can|will) you (?:please )?(?:tell me|say|fill me in|remind me|let me know)\W*$"
    r"|^(?:would|could|do) you (?:mind|know|remember)\W*$",
    re.I,
)
_LINKED = re.compile(
    rf"\b(?:along with|as well as|together with|plus|besides|in addition to|and (?:then )?also|and,? come to that,?)"
    rf" (?:{_WORD}|the (?:thing|one|bit|part|worst|best)\b)",
    re.I,
)
_OF_ONE_PLAN = re.compile(
    r"^(?:(?:so|and|then),? )?(?:what|where|which|how)\b[^,?]{0,40}"
    r"\b(?:do|start|begin|try|say)\b[^,?]{0,20},? and when\?",
    re.I,
)
"""What will be done and when: one thing, asked whole."""
_AND_WHEN = re.compile(r"\b(?:and|plus),? (?:by|on|at|in) (?:what|which) \w+\W*$", re.I)
_MOSTLY = 0.75
_SAYS_SOMETHING = 2.0  # nats
_WITHIN = 2
_LEAST_STEMS = 3
_WHOLE, _SHORT = 5, 6
_OF_THIS_TALK = 0.4  # set on the labelled replies that are shipped


def r3_one_open_question(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Exactly one question, open, and of this talk: a stock prompt that would fit any message is none."""
    questions = one.reply.questions
    marks = sum(wording.own(each).count("?") or 1 for each in questions)
    doubled = next((each for each in questions if _is_double(one, each)), None)
    if marks > 1 or doubled:
        yield not_met("R3", "asks more than one thing", doubled or questions[-1])
        return
    if not one.owes_question or _closes(talk, one):
        return
    if not questions:
        yield not_met("R3", "asks nothing where a question was due")
        return
    yield _one(one, questions[0], talk, world)


def _is_double(one: Exchange, question: str) -> bool:
    """Whether two things are asked in one sentence; what and on what day, of a plan, are one."""
    bare = wording.own(question)
    if _OF_ONE_PLAN.search(bare):
        return False
    twice = one.may_see("joined", question) and _ASKS_ON.search(bare) is not None
    plan = {Purpose.WILL, Purpose.WHEN, Purpose.AIM} & set(one.purposes(question))
    linked = _LINKED.search(bare) or (_AND_WHEN.search(bare) and not plan)
    return bool(linked or banks.found("two_in_one", bare)) or twice or one.sees("joined", question)


def _one(one: Exchange, question: str, talk: Talk, world: World) -> Finding:
    choice = one.said in {Said.BRIEF, Said.SHIFT, Said.HOSTILE} and asking.offers_a_choice(question)
    if not (asking.is_open(question) or choice):
        return not_met("R3", "the question can be answered by yes or no", question)
    if asking.is_stock(question, one.turn.says) or _would_fit_any(one, question, talk, world):
        return not_met("R3", "a question that would fit any message", question)
    return met("R3", "asks one open question", question)


def _would_fit_any(one: Exchange, question: str, talk: Talk, world: World) -> bool:
    """A general question: nearer to other doctors' messages, or in a reply that heard nothing of this one."""
    if one.said is not Said.TELLING or len(wording.stems(one.turn.says)) < _LEAST_STEMS:
        return False
    told = talk.said_up_to(one)
    family = tuple(each.turn.says for each in talk.exchanges)
    heard = any(acts.hands_back(each, one.turn.says, told) for each in one.reply.sentences)
    shared = wording.stems(question) & wording.stems(told)
    named = any(world.nearness.idf(stem) > _SAYS_SOMETHING for stem in shared)
    shelf = banks.found("off_the_shelf", wording.own(question)) or one.sees("generic", question)
    if (not heard or shelf) and not named:
        return True
    return world.nearness.share_beaten(wording.own(question), told, family) < _OF_THIS_TALK


def r4_moves_on(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """The question was not asked before, and does not ask for what was told."""
    del world
    earlier = [each for before in talk.before(one) for each in before.reply.questions]
    told = tuple(group for each in talk.exchanges[: one.number] for group in each.turn.told)
    given = one.said in {Said.PLAN, Said.CONFIDENCE}
    if not one.reply.questions or one.turn.route or not (earlier or told or given):
        return
    question = one.reply.questions[-1]
    again = next((each for each in earlier if _same(each, question)), None)
    if again and one.said is not Said.AFTER_ALARM:
        yield not_met("R4", "was asked before", question)
        return
    answered = _just_answered(one, question)
    if answered:
        yield not_met("R4", f"asks for the {answered} that was just given", question)
        return
    asked = _with_its_lead(one, question)
    known = next((cue for group in told if (cue := wording.any_of(wording.own(asked), group))), None)
    yield of("R4", f"asks for what was told: {known}" if known else "asks for something new", question, yes=not known)


def _with_its_lead(one: Exchange, question: str) -> str:
    """The question; where it asks for nothing by itself ('would you tell me?'), with the sentence before it."""
    if not _ASKS_FOR_IT.search(question):
        return question
    place = one.reply.sentences.index(question)
    return " ".join(one.reply.sentences[max(0, place - 1) : place + 1])


def _same(one: str, other: str) -> bool:
    """Whether two questions are one: word for word, or the same words of weight with another lead-in."""
    if wording.alike(one, other) >= _ASKED_BEFORE or _holds(other, one):
        return True
    left, right = wording.stems(wording.own(one)), wording.stems(wording.own(other))
    return len(left & right) >= _LEAST_STEMS and len(left & right) >= _MOSTLY * min(len(left), len(right))


def _holds(question: str, earlier: str) -> bool:
    """Whether an earlier question stands in another whole but for a word, whatever leads up to it."""
    words = wording.tokens(wording.own(earlier))
    run = wording.longest_copied(words, wording.tokens(wording.own(question)))[0]
    return len(words) >= _WHOLE and run >= len(words) - 1


def _just_answered(one: Exchange, question: str) -> str:
    """What the doctor has just given and is asked for again: the number, or the plan with its day."""
    purposes = set(one.purposes(question))
    if one.said is Said.CONFIDENCE and (Purpose.CONFIDENCE in purposes or _after_a_scale(one, question)):
        return "number"
    securing = {Purpose.OBSTACLE, Purpose.WAY_ROUND, Purpose.CONFIDENCE, Purpose.SUCCESS, Purpose.OTHER_VIEW}
    planned = one.said is Said.PLAN and banks.found("a_day", one.turn.says) is not None
    return "plan" if planned and purposes & {Purpose.WILL, Purpose.WHEN} and not purposes & securing else ""


def _after_a_scale(one: Exchange, question: str) -> bool:
    """Whether the sentence before a question holds out a scale, so that it asks for the number without naming it."""
    if len(wording.tokens(question)) > _SHORT:
        return False
    place = one.reply.sentences.index(question)
    before = " ".join(one.reply.sentences[max(0, place - 1) : place])
    return banks.found("a_scale", wording.own(before)) is not None


def r5_true_inquiry(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Negative: advice or blame dressed as a question."""
    del talk, world
    bad = next((each for each in one.reply.questions if _is_leading(one, each)), None)
    if one.reply.questions:
        yield of(
            "R5",
            "a hidden answer in a question" if bad else "no hidden answer in the question",
            bad or "",
            yes=bool(bad),
        )


def _is_leading(one: Exchange, question: str) -> bool:
    """Whether a question holds advice, blame or its answer; what begins with what, how or who mostly does not."""
    bare = wording.own(question).strip()
    if banks.found("asks_safety", bare) or banks.found("needs_help_now", bare):
        return False
    if asking.is_open(question) and not banks.found("for_reasons", bare):
        return bool(banks.found("leading_though_open", bare)) or one.sees("leading", question)
    return bool(banks.found("leading", bare)) or one.sees("leading", question)


def r11_fair_challenge(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Where a side is left out it is brought in, kindly; nothing is praised or sided with unearned."""
    del world
    if one.turn.route:
        return
    told = talk.said_up_to(one)
    flattery = faults.first(one, told, ("flattery", "sides"), ("flattery", "sides"))
    if flattery:
        yield not_met("R11", "praises or takes sides without anything that earned it", flattery)
        return
    harsh = faults.first(one, told, ("harsh",), ("harsh",))
    if harsh:
        yield not_met("R11", "challenges without kindness", harsh)
        return
    if one.turn.other_side:
        yield _challenge(talk, one)


def _challenge(talk: Talk, one: Exchange) -> Finding:
    """The challenge may come with this reply or the next."""
    for each in talk.exchanges[one.number - 1 : one.number - 1 + _WITHIN]:
        text = each.reply.text
        named = wording.any_of(each.reply.own, one.turn.other_side)
        turned = any(
            {Purpose.OTHER_VIEW, Purpose.ASSUMPTION} & set(each.purposes(question)) for question in each.reply.questions
        ) or bool(banks.found("challenges", text))
        if turned or (named and each.reply.questions):
            return met("R11", "brings in what was left out", named or (each.reply.questions or (text,))[-1])
    return not_met("R11", f"nothing asks about {', '.join(one.turn.other_side)}, or how another would see it")


def c9_thinking_shifted(talk: Talk, world: World) -> Iterator[Finding]:
    """A new thought of the doctor's, after a question about another's view or what is taken for granted."""
    del world
    if talk.case.doctor:
        came = [one for one in ("insight", "hidden") if one in talk.milestones]
        yield of(
            "C9",
            f"came out: {', '.join(came)}" if came else "neither new thought nor hidden obstacle came out",
            yes="insight" in came,
        )


def _closes(talk: Talk, one: Exchange) -> bool:
    """Whether the talk has come to its end, so that no question is due any more."""
    planned = any(each.said is Said.PLAN for each in talk.exchanges[: one.number])
    return planned and bool(banks.found("closes", one.reply.own))
