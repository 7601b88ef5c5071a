"""The first half of a reply: showing that this message was heard."""

import re

from bot.coaching import cues
from bot.coaching.growing import tells
from bot.coaching.kinds import Act, Stage, TurnKind
from bot.coaching.model import Uptake
from bot.coaching.nothing_told import tells_nothing
from bot.coaching.playbook import Facet, Meaning
from bot.coaching.write import pointing
from bot.coaching.write.desk import Desk, fill
from bot.coaching.write.handing_back import hand_back, hand_back_tender, quote_run
from bot.coaching.write.runs import WHO_I_AM, short_answer, words_of

_MOST_ECHOED = 16
"""Words up to which an answer is to the question alone; in a longer one something else may weigh more."""

_SHORT = 3
_TWO = 2
_A_CHOICE = 8
"""Words up to which an answer to 'which of the two' is just that; a longer one goes on with the story and is heard."""

_OWNED = {TurnKind.TOLD_ALREADY}
"""Answered with a word of the coach's own first: what is said of the talk itself is not handed back."""

_LEFT_TO_GISTS = frozenset({None, "told", "wished", "did", "they_did"})
"""Where the words themselves do not say what they are a telling of, a small model's finding is asked on from."""

_PAINFUL = 5
"""The weight of what was written for just such a thing: its own question comes before one that only points."""

_NOT_QUOTED = {
    TurnKind.MINIMAL,
    TurnKind.DONT_KNOW,
    TurnKind.NUMBER,
    TurnKind.THANKS,
    TurnKind.HOSTILE,
    TurnKind.JUST_TELL,
    TurnKind.YES,
    TurnKind.NO,
}


def reflect(desk: Desk) -> None:
    """The doctor's own words, turned to 'you' where that is sure; then what they mean, where that is sure and more."""
    asked_which = desk.before.expecting in {"choice", "switch"} and len(desk.before.choosing) == _TWO
    if asked_which and len(desk.text.split()) <= _A_CHOICE:
        stayed = desk.before.expecting == "switch" and desk.state.situation == desk.before.situation
        desk.phrase("kept_course" if stayed else "took_switch", Act.REFLECT)
        return
    if desk.reading.kind in _NOT_QUOTED or _unsure(desk):
        return
    one = _to_say(desk)
    if desk.reading.kind not in _OWNED and not (hand_back_tender(desk) or _anchored(desk, one) or _echo(desk)):
        hand_back(desk)
    if one is not None:
        desk.used.append(f"uptake:{one.id}")
        desk.phrase(f"say:{one.id}", Act.REFLECT, **dict(one.values))
    else:
        meaning(desk)


def meaning(desk: Desk) -> None:
    """At most one tentative meaning, where all its evidence is in the message and it has not been said before."""
    found = next((one for one in (desk.book.meanings if desk.book else ()) if _holds(one, desk)), None)
    if found is None:
        return
    desk.used.append(f"meaning:{found.id}")
    desk.say(found.say, Act.REFLECT)
    if not any(one.startswith("meaning_tail") for one in desk.state.used):
        desk.phrase("meaning_tail", Act.REFLECT)


def follow_up(desk: Desk) -> None:
    """Take up one thing and ask on from it; or from all of it, where no one thing is sure."""
    reflect(desk)
    if desk.move.line.startswith("deepen:"):
        pointing.ask(desk, "deepen")
        return
    if desk.move.line == "loss":
        desk.phrase("loss", Act.ASK_OPEN)
        return
    wanted = _wanted(desk)
    one = next((one for one in desk.reading.uptakes if one.id == wanted), None)
    kind = pointing.kind_of_handed(desk)
    painful = one is not None and not one.general and one.weight >= _PAINFUL
    if (
        pointing.of_an_error(kind, desk)
        or (kind == "past" and not painful)
        or (one is not None and one.general and kind not in _LEFT_TO_GISTS)
    ):
        pointing.ask(desk, "deepen")
        return
    desk.phrase(f"ask:{wanted}", Act.ASK_OPEN, **dict(one.values if one else ()))


def _unsure(desk: Desk) -> bool:
    """'hm, dont know' is taken as it is: to hear one's own shrug again helps nobody. 'Right, what now' likewise."""
    kind = tells_nothing(desk.text)
    if kind == "unsure":
        desk.phrase("reflect_unsure", Act.REFLECT)
    return kind is not None


def _wanted(desk: Desk) -> str:
    return desk.move.line.removeprefix("uptake:")


def _fresh(desk: Desk) -> list[Uptake]:
    """What is sure in this message and was not taken up before; first what the question grows out of."""
    fresh = [one for one in desk.reading.uptakes if not one.likely and f"uptake:{one.id}" not in desk.state.used]
    return sorted(fresh, key=lambda one: one.id != _wanted(desk))


def _to_say(desk: Desk) -> Uptake | None:
    """The one thing whose meaning is sure and is more than the words themselves."""
    return next((one for one in _fresh(desk) if one.adds), None)


def _anchored(desk: Desk, one: Uptake | None) -> bool:
    """The words from the sentence that proves what is said or asked on from; False where none of it can be quoted."""
    proven = one or next((each for each in _fresh(desk) if each.id == _wanted(desk)), None)
    if proven is None or proven.general:
        return False
    inside = words_of(proven.sentence)
    fresh = (each for each in desk.fresh_clauses() if not WHO_I_AM.search(each.text))
    near = [each for each in fresh if words_of(each.text) <= inside]
    if not near:
        return False
    quote_run(max(near, key=lambda each: (tells.form(each.text, desk.text) in tells.STRONG, each.charge)), desk)
    return True


def _echo(desk: Desk) -> bool:
    """An answer to a facet's question goes back in that facet's own sentence."""
    facet = _answered(desk)
    if facet is None or not facet.echo or not _to_the_point(facet, desk) or len(desk.text.split()) > _MOST_ECHOED:
        return False
    answer = short_answer(desk) or _answering(facet, desk)
    if answer is None:
        return False
    seen = desk.state.used
    number = next((n for n in range(len(facet.echo)) if f"echo:{facet.id}:{n}" not in seen), None)
    if number is None:
        return False
    desk.used.append(f"echo:{facet.id}:{number}")
    desk.say(fill(facet.echo[number], {"quote": desk.quote(answer)}), Act.REFLECT)
    return True


def _answering(facet: Facet, desk: Desk) -> str | None:
    """In a longer answer the run that tells the facet, by the facet's own cues; None where none does."""
    runs = (one.text for one in desk.reading.clauses)
    return next((one for one in runs if cues.any_in(facet.cues, one)), None)


def _to_the_point(facet: Facet, desk: Desk) -> bool:
    """Whether the answer tells this facet, by its cues: a sentence made for another answer would say what is not so."""
    if re.search(r"\d", desk.text) and len(desk.text.split()) < _SHORT:
        return False
    return cues.any_in(facet.cues, desk.text)


def _answered(desk: Desk) -> Facet | None:
    asked = desk.before.expecting
    if not asked.startswith("facet:") or f"unasked:{asked}" in desk.state.used or desk.book is None:
        return None
    wanted = asked.rsplit("/", 1)[-1]
    return next((one for one in desk.book.facets if one.id == wanted), None)


def _holds(one: Meaning, desk: Desk) -> bool:
    pasted = desk.text.count("\n") > 1  # an agenda, a draft: these words are about no one's state of mind
    if f"meaning:{one.id}" in desk.state.used or desk.move.stage is Stage.CLOSED or pasted:
        return False
    return cues.all_in(one.evidence, desk.text) and not cues.any_in(one.unless, desk.text)
