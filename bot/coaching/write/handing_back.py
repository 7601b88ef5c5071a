"""The doctor's own words, handed back: turned to 'you' where that is sure, else quoted."""

import re

from bot.coaching.growing import tells
from bot.coaching.kinds import Act, ClauseKind
from bot.coaching.model import Clause
from bot.coaching.nothing_told import tells_nothing
from bot.coaching.restate import as_told, restated
from bot.coaching.write import runs
from bot.coaching.write.desk import Desk

_WISH = re.compile(
    r"(?:i['’]?d (?:just |really |quite )?like|i (?:just |only |really )?want|what i (?:want|need|['’]?d like))\b", re.I
)
_FEELS = re.compile(r"(?:i['’]?m|i am|i was|i feel|i felt|i['’]ve been|i get|i got)\b", re.I)
_END_OF_IT = re.compile(r" (?:and|or|if|unless|until|to|that) [^.,;!?\n]+(?=[.,;!?\n]|$)", re.I)
_IF = re.compile(r" (?:if|unless|until)\b", re.I)
_SAYS = re.compile(r"\b(?:says?|said|told|asks?|asked|reckons?)\b", re.I)
_REASON = re.compile(r"\s+(?:after|when|while|because|as soon as)\b.*$", re.I)
_MOST_IN_ONE = 16
"""Words of a run that was lengthened to its end."""


def hand_back(desk: Desk) -> None:
    """The most charged words, turned to 'you' where that is safe, else quoted; a short message whole."""
    if hand_back_tender(desk):
        return
    whole, clause = runs.short_answer(desk), runs.foremost(desk)
    if clause is None and whole is None:
        desk.phrase("reflect_none", Act.REFLECT)
        return
    if clause is None or (whole and len(whole.split()) <= runs.SHORT):
        desk.phrase("reflect_words", Act.REFLECT, quote=desk.quote(whole or ""))
        return
    clause = runs.all_of_it(whole, desk) or clause
    second = runs.second(clause, desk)
    if second is not None:
        one, other = sorted((clause, second), key=lambda each: desk.text.find(each.text))
        _say_back([one, other], desk)
        desk.handed = clause.text
        return
    quote_run(clause, desk)


def hand_back_if_told(desk: Desk) -> bool:
    """Hand back what a message tells beside what was asked for; False where it tells nothing that can be quoted."""
    if desk.fresh_clause() is None or len(desk.text.split()) <= runs.SHORT or tells_nothing(desk.text):
        return False
    hand_back(desk)
    return True


def hand_back_tender(desk: Desk) -> bool:
    """Hand back what was felt, or comes from the doctor's own past; False where the message holds nothing of it."""
    tender = runs.tender(desk)
    if tender:
        _say_back(tender, desk)
    return bool(tender)


def _say_back(told: list[Clause], desk: Desk) -> None:
    """One or two runs in one sentence: turned to 'you' where both can be."""
    if len(told) == 1:
        quote_run(told[0], desk)
        return
    turned = [restated(one.text, desk.text) for one in told]
    if all(turned):
        one, other = (each or "" for each in turned)
        for run in told:
            desk.hand(run.text)
        desk.phrase("restated_two", Act.REFLECT, sentence=one, clause=_inner(other))
        return
    first, last = told
    desk.phrase("reflect_two", Act.REFLECT, quote=desk.quote(first.text), also=desk.quote(last.text))


def _inner(sentence: str) -> str:
    """A sentence as it stands after 'and': 'I' and names of days keep their capitals by being no first word."""
    return sentence[0].lower() + sentence[1:]


def quote_run(clause: Clause, desk: Desk) -> None:
    """One run of the doctor's words in a sentence that suits what it is."""
    clause = clause.model_copy(update={"text": _with_its_end(clause.text, desk.text)})
    turned = restated(clause.text, desk.text) or _felt_alone(clause.text, desk.text)
    if turned is not None:
        desk.hand(clause.text)
        desk.phrase("restated", Act.REFLECT, sentence=turned, clause=_inner(turned))
        return
    plainly = as_told(clause.text, desk.text)
    if plainly is not None:
        desk.hand(clause.text)
        desk.phrase("as_told", Act.REFLECT, sentence=plainly)
        return
    desk.phrase(_group(clause), Act.REFLECT, quote=desk.quote(clause.text))


def _felt_alone(words: str, text: str) -> str | None:
    """A feeling without the time or the reason told with it: 'You cried in the car', and no more."""
    main = _REASON.sub("", words)
    shorter = main != words and tells.form(main, text) in tells.FIRST
    return restated(main, text.replace(words, f"{main}.")) if shorter else None


def _with_its_end(words: str, text: str) -> str:
    """What somebody says, and what holds only 'if', with its end: cut short it would say something else."""
    place = text.find(words)
    rest = _END_OF_IT.match(text[place + len(words) :]) if place >= 0 else None
    if rest is None or not (_SAYS.search(words) or _IF.match(rest[0])):
        return words
    whole = f"{words}{rest[0]}".rstrip(" ,;")
    return whole if len(whole.split()) <= _MOST_IN_ONE and whole.count('"') % 2 == 0 else words


def _group(clause: Clause) -> str:
    if _WISH.match(clause.text):
        return "reflect_wish"
    if clause.kind is ClauseKind.FEELING and _FEELS.match(clause.text):
        return "reflect_feeling"
    if clause.kind is ClauseKind.SPEECH:
        return "reflect_speech"
    return (
        "reflect_plan" if clause.kind is ClauseKind.PLAN and clause.text.casefold().startswith("i") else "reflect_words"
    )
