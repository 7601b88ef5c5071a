"""The first half of a reply: showing that this message was heard, in the doctor's own words."""

import re

from bot.coaching.model import Act, Clause, Stage, TurnKind
from bot.coaching.playbook import Facet, Meaning
from bot.coaching.write.desk import Desk, fill

_MOST_QUOTED = 12
_SHORT = 3
_TWO = 2
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
    """Hand back the answer to the last question, or the most charged words; then a meaning if there is evidence."""
    if desk.before.expecting in {"choice", "switch"} and len(desk.before.choosing) == _TWO:
        stayed = desk.before.expecting == "switch" and desk.state.situation == desk.before.situation
        desk.phrase("kept_course" if stayed else "took_switch", Act.REFLECT)
        return
    if desk.reading.kind in _NOT_QUOTED:
        return
    clause = desk.fresh_clause()
    if not _echo(desk):
        _frame(desk, clause)
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


def short_answer(desk: Desk) -> str | None:
    """The whole message where it is short enough to hand back as it is."""
    words = desk.text.strip(" .!?,;").split()
    return (
        " ".join(words)
        if words
        and re.search(r"[A-Za-z]{2}", desk.text)
        and len(words) <= _MOST_QUOTED
        and not desk.text.rstrip().endswith("?")
        and "[" not in desk.text
        else None
    )


def _echo(desk: Desk) -> bool:
    """An answer to a facet's question goes back in that facet's own sentence."""
    facet = _answered(desk)
    if facet is None or not facet.echo or not _to_the_point(facet, desk):
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
    return next((one for one in runs if any(re.search(cue, one, re.I) for cue in facet.cues)), None)


def _to_the_point(facet: Facet, desk: Desk) -> bool:
    """Whether the answer tells this facet, by its cues or as the nearest of all: another may have been told."""
    if re.search(r"\d", desk.text) and len(desk.text.split()) < _SHORT:
        return False
    if any(re.search(cue, desk.text, re.I) for cue in facet.cues):
        return True
    near = {one.id: one.confidence for one in desk.reading.near}
    return near.get(facet.id, 0.0) >= max(near.values()) if near else True


def _frame(desk: Desk, clause: Clause | None) -> None:
    """The most charged words in a sentence that suits their kind."""
    whole = short_answer(desk)
    if clause is None and whole is None:
        desk.phrase("reflect_none", Act.REFLECT)
        return
    if clause is None or (whole and len(whole.split()) <= _SHORT):
        desk.phrase("reflect_short", Act.REFLECT, quote=desk.quote(whole or ""))
        return
    desk.phrase(f"reflect_{clause.kind.value}", Act.REFLECT, quote=desk.quote(clause.text))


def _answered(desk: Desk) -> Facet | None:
    if not desk.before.expecting.startswith("facet:") or desk.book is None:
        return None
    wanted = desk.before.expecting.rsplit("/", 1)[-1]
    return next((one for one in desk.book.facets if one.id == wanted), None)


def _holds(one: Meaning, desk: Desk) -> bool:
    if f"meaning:{one.id}" in desk.state.used or desk.move.stage is Stage.CLOSED:
        return False
    return all(re.search(cue, desk.text, re.I) for cue in one.evidence) and not any(
        re.search(cue, desk.text, re.I) for cue in one.unless
    )
