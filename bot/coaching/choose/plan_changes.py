"""What a message does to a plan that stands: a part that is told takes its place, the others stay as they were."""

import re
from datetime import date

from bot.coaching import commitments
from bot.coaching.choose import late_words, plan_remarks, plan_when, plan_words, snags, undertaken
from bot.coaching.choose.plan_words import SURE, Said
from bot.coaching.commitments import corrections, numbers, parting
from bot.coaching.kinds import TurnKind
from bot.coaching.model import Commitment

_SECURING = frozenset({"obstacle", "way"})
_WEIGHING = frozenset({"confidence", "raise"})
_BARE = {TurnKind.MINIMAL, TurnKind.DONT_KNOW, TurnKind.NO, TurnKind.YES, TurnKind.NUMBER}
_A_TIME = re.compile(r"^\W*(?:(?:at|about|around) )?\d\S*(?: ?[ap]m)?\W*$|^\W*at \w+\W*$", re.I)
_ANSWERS = re.compile(
    r"\b(?:if|then|so|instead|i['’]?d|i['’]?ll|i will|i would|i can|could|would|might|try|plan b|back ?up)\b", re.I
)
_INSTEAD = re.compile(
    r"\b(?:too (?:much|big)|instead|rather|actually|scrap|change (?:it|that|the)|smaller|on second thoughts)\b", re.I
)
_THEN_I = re.compile(r"(?:^|[,;:]| so| and)\W*(then (?:i\b|we\b).+)", re.I)
_FEWEST = 2
_MOST_OF_A_TIME = 10
_MOST_OF_A_LEAVE = 6
_MOST_OF_A_WAY = 30
_A_STORY = 10
"""So many words with no deed in them are no way round: they tell more of how things are."""
_FEW_BESIDE = 5
_A_NUMBER = re.compile(r"\d|\b(?:three|four|five|six|seven|eight|nine|ten)\b", re.I)
_NUMBER_FIRST = re.compile(r"\W*(?:10|[1-9])[.,;:–-]\s+(?:i|it|he|she|they|because|bc|cos|as|but|my|the)\b", re.I)
"""'4. I am new here', right after the end: how sure, unasked."""
_WAY_LEAD = re.compile(
    r"^\W*(?:(?:well|um+|er+|hmm+|ok|so|then|i guess|i suppose|i think|probably|maybe|i['’]?d|i['’]?ll|i would"
    r"|i will)\b[,\s]*)+",
    re.I,
)
_SUPPOSED = re.compile(r"\bif i\b", re.I)
_UNSURE_LEAD = re.compile(r"^\W*(?:dunno|do(?:n['’]?t| not) know|dont know|not sure|no idea|hmm+)\b\W*", re.I)
_BESIDE = re.compile(r"\b(?:also|too|as well|plus|add(?: that| in)?|include)\b|^\W*(?:oh\W+)?(?:and|plus)\b", re.I)


def of(said: Said, plan: Commitment) -> dict[str, object]:
    """What of the state changes: the plan, what may get in its way, and whether it will surely happen."""
    if said.state.closed and (after := _told_after(said, plan)):
        return after
    if _only_leaves(said):
        return {}
    spans = said.spans
    step = plan_words.step(said)
    if corrections.takes_back(said.text) and not (step or spans.when or spans.way):
        return {"commitment": None}
    changed = _changed(said, plan)
    if changed.if_then != plan.if_then and not undertaken.is_way(changed.if_then or "", said.text):
        changed = changed.model_copy(update={"if_then": plan.if_then})
    number = _number(said, plan)
    if number is not None:
        changed = changed.model_copy(update={"confidence": number})
    update: dict[str, object] = {"commitment": changed}
    snag = snags.told_in(said, weighed=number is not None)
    if snag:
        update["obstacle"] = snag
    if plan_words.certain(said.text) and not said.state.closed:
        update["told"] = (*said.state.told, SURE)
    return update


def _told_late(said: Said, plan: Commitment) -> Commitment:
    """The plan with what comes beside a snag told after the end: what would be done then, and how sure they are."""
    way = plan.if_then or _then_i(said) or parting.snag_and_way(parting.without_remarks(said.text))[1]
    number = _number(said, plan)
    return plan.model_copy(update={"if_then": way, "confidence": plan.confidence if number is None else number})


def _told_after(said: Said, plan: Commitment) -> dict[str, object]:
    """A snag, with what comes beside it, or what would be done then, told once the plan was summed up."""
    if late := snags.in_few_words(said):
        return {"obstacle": late, "commitment": _told_late(said, plan)}
    if way := late_words.way(said.text):
        return {"commitment": plan.model_copy(update={"if_then": commitments.cut(way, _MOST_OF_A_WAY)})}
    snag, number = late_words.snag(said.text), _number(said, plan)
    sure = {} if number is None else {"commitment": plan.model_copy(update={"confidence": number})}
    return {"obstacle": snag, **sure} if snag else {}


def _only_leaves(said: Said) -> bool:
    """Whether the answer to a question about the plan is a word of leave and no more: 'thanks x' eases nothing."""
    asked = said.state.expecting in _SECURING | _WEIGHING and not said.state.closed
    few = len(said.text.split()) <= _MOST_OF_A_LEAVE and numbers.sure(said.text, "") is None
    return asked and few and plan_remarks.leaves(said.text)


def _then_i(said: Said) -> str | None:
    """A sentence that begins 'then I', as the way round is told once the snag was: 'then i write her a note'."""
    told = commitments.sentences(said.text)
    return next((commitments.tidy(found[1]) for one in told if (found := _THEN_I.search(one))), None)


def _way_round(said: Said) -> str | None:
    """The answer to 'and what would you do then', whatever its form: 'half of it, methods only'."""
    told = commitments.tidy(_WAY_LEAD.sub("", parting.without_remarks(parting.without_number(said.text))))
    number = numbers.sure(said.text, "") is not None and len(commitments.sentences(said.text)[0].split()) <= _FEW_BESIDE
    empty = (
        number
        or said.reading.kind in _BARE
        or plan_words.refused(said.text)
        or plan_when.UNKNOWN.search(told)
        or "?" in told
    )
    if empty or _is_story(told) or len(told.split()) < _FEWEST:
        return plan_words.way(said)
    return commitments.cut(told, _MOST_OF_A_WAY)


def _told_then(said: Said, plan: Commitment) -> Commitment | None:
    """The plan with what would be done then; as it was where the answer is a story, and None where it is neither."""
    if around := _way_round(said):
        return plan.model_copy(update={"if_then": around})
    only_told = plan_words.step(said) is None and _is_story(said.text) and not _ANSWERS.search(said.text)
    return plan if only_told else None


def _is_story(told: str) -> bool:
    """Whether an answer to what then goes on without any deed in it: it tells more of how things are."""
    return len(told.split()) >= _A_STORY and not commitments.ideas(told, asked=True)


def _number(said: Said, plan: Commitment) -> int | None:
    """How sure the doctor is, of 10."""
    timeless = said.text
    for when in (*said.reading.noticed.spans.when, *said.spans.when):  # 'about 1' is when the list ends
        timeless = timeless.replace(when, " ")
    bare = said.state.expecting in _SECURING and len(timeless.split()) <= _FEW_BESIDE and _A_NUMBER.search(timeless)
    asked = (said.state.expecting in _WEIGHING or bool(bare)) and not said.state.closed
    late = said.state.closed and plan.confidence is None and _NUMBER_FIRST.match(timeless)
    return numbers.sure(timeless, plan.what) if asked or late else numbers.sure_unasked(timeless, plan.what)


def _changed(said: Said, plan: Commitment) -> Commitment:
    """The plan by what was asked: a way round, a help, or any part put right."""
    expecting, spans = said.state.expecting, said.spans
    if said.state.closed or corrections.puts_right(said.text):
        return _put_right(said, plan)
    step = plan_words.step(said)
    then = _then_i(said)
    if expecting == "obstacle" and not spans.way:
        _, told = parting.snag_and_way(parting.without_remarks(said.text))
        if told:
            return plan.model_copy(update={"if_then": told})
    if expecting == "way" and (kept := _told_then(said, plan)):
        return kept
    if expecting in _SECURING and (spans.way or step or spans.snag or then):
        way = plan_words.way(said) or step or then
        if expecting == "obstacle" and not _ANSWERS.search(said.text):
            return plan  # 'I bottle it and go do a cannula' is the snag and nothing to do about it
        return plan.model_copy(update={"if_then": way}) if way else plan
    if expecting in _WEIGHING and not _INSTEAD.search(said.text):
        return _weighed(said, plan, step)
    return _put_right(said, plan)


def _weighed(said: Said, plan: Commitment, step: str | None) -> Commitment:
    """What comes with the number: a day, a step beside the plan, or what would make it likelier."""
    if step is None or commitments.shares(step, plan.what):
        when = plan_words.when(said.spans)
        dated = (
            _retimed(plan, when, said)
            if when and (plan.when is None or (_A_TIME.match(when) and commitments.when_alone(said.text)))
            else plan
        )
        return _eased(said, dated) if said.state.expecting == "raise" else _answered(said, dated)
    if _BESIDE.search(said.text) and not _SUPPOSED.search(said.text):
        return plan.model_copy(update={"what": f"{plan.what}, and {step}"})
    return plan.model_copy(update={"easier": step})


def _answered(said: Said, plan: Commitment) -> Commitment:
    way = plan_words.way(said) or _then_i(said)
    return plan.model_copy(update={"if_then": way}) if way else plan


def _eased(said: Said, plan: Commitment) -> Commitment:
    """What would make it likelier, kept beside the plan; an answer to the snag is kept as that."""
    if plan_words.way(said) and plan.if_then is None:
        return plan.model_copy(update={"if_then": plan_words.way(said)})
    if snags.in_few_words(said):
        return plan
    unsure = _UNSURE_LEAD.sub("", said.text)
    bare = said.reading.kind in _BARE and (unsure == said.text or len(unsure.split()) < _FEWEST)
    told = None if bare or plan_words.refused(said.text) else commitments.easier(unsure)
    return plan.model_copy(update={"easier": told}) if told else plan


def _put_right(said: Said, plan: Commitment) -> Commitment:
    """The plan with each part changed that was told, and all others as they were."""
    spans = said.spans
    update: dict[str, object] = {}
    logistics = said.state.expecting == "when" and not corrections.puts_right(said.text)
    step = None if logistics else plan_words.step(said)  # 'when?' is answered with how to get there as well
    if step and said.state.closed and not _restates(said, step, plan):
        return plan if plan.easier else plan.model_copy(update={"easier": step})
    way = None if logistics and plan.when is None and commitments.find_when(said.text) else plan_words.way(said)
    if step is None and corrections.takes_back(said.text):
        step, way = way, None  # 'that was no plan; the plan would be ...'
    if step is not None:
        added = said.state.closed and _BESIDE.search(said.text) and not commitments.shares(step, plan.what)
        update["what"] = f"{plan.what}, and {step}" if added else step
        update["with_whom"] = plan.with_whom if added else commitments.made_of(step, step).with_whom
    if way and way not in str(update.get("what", "")):
        update["if_then"] = way
    changed = plan.model_copy(update=update)
    spare = plan_when.spare(said) if step is None and plan.when else None
    if spare:
        return changed.model_copy(update={"if_then": spare})
    story = said.state.closed and step is None and not corrections.puts_right(said.text)
    if story and len(said.text.split()) > _MOST_OF_A_TIME:
        return changed  # a day told in passing after the end is none of the plan's
    of_the_way = (bool(spans.way) and step is None) or _only_beside(said, plan)
    asked_when = plan_when.answered(said) if said.state.expecting == "when" else None
    return changed if of_the_way else _retimed(changed, plan_words.when(spans) or asked_when, said)


def _restates(said: Said, step: str, plan: Commitment) -> bool:
    """Whether a step told after the end is the plan put right or added to, and not one more thing on the way to it."""
    return bool(
        corrections.puts_right(said.text)
        or _BESIDE.search(said.text)
        or _INSTEAD.search(said.text)
        or (commitments.shares(step, plan.what) and step.split()[0].casefold() == plan.what.split()[0].casefold())
    )


def _only_beside(said: Said, plan: Commitment) -> bool:
    """Whether a time in an answer to what may stop it, or how sure they are, leaves the day of the plan alone."""
    asked = said.state.expecting in _SECURING | _WEIGHING and not corrections.puts_right(said.text)
    when = plan_words.when(said.spans)
    return bool(asked and plan.due and when and not (_A_TIME.match(when) or commitments.when_alone(said.text)))


def _retimed(plan: Commitment, when: str | None, said: Said) -> Commitment:
    """The plan on another day; a mere time goes with the day that is known, the same day told again changes none."""
    if when and plan.when and when.casefold() in plan.when.casefold():
        return plan
    if when and plan.when and commitments.due_date(plan.when, date.min) and not commitments.due_date(when, date.min):
        return plan.model_copy(update={"when": f"{plan.when} {when}"}) if _A_TIME.match(when) else plan
    if when and plan.when and plan.what and plan.when.casefold() in plan.what.casefold():
        plan = plan.model_copy(update={"what": commitments.without_day(plan.what)})  # its old day stood in its words
    return commitments.retimed(plan, when, said.today)
