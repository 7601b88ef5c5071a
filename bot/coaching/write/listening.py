"""The first half of a reply: showing that this message was heard."""

import re

from bot.coaching import cues, named
from bot.coaching.kinds import Act, ClauseKind, Stage, TurnKind
from bot.coaching.model import Clause, Uptake
from bot.coaching.playbook import Facet, Meaning
from bot.coaching.restate import restated
from bot.coaching.write.desk import Desk, fill, telling_words

_MOST_QUOTED = 12
_MOST_ECHOED = 16
"""Words up to which an answer is to the question alone; in a longer one something else may weigh more."""

_SHORT = 3
_SHORT_WORD = 5
_MOST_OF_TWO = 20
"""Words that two runs of the doctor's may have together."""

_LONG = 30
_EARLY = 1
"""How many replies may have gone before one that hands two things back: later on, one is enough."""

_WORTH_SAYING = 2
_WHO_I_AM = re.compile(
    r"^(?:good (?:morning|evening)\W+|hi\W+|hello\W+)?(?:(?:i['’]?m|i am|im) )?(?:an? |the |your )?(?:[\w-]+ ){0,4}"
    r"(?:trainee|doctor|reg|registrar|fellow|f[12y]\d?|st\d|ct\d|imt\d?|sho|gpst\d?|gp)\b[^.]{0,40}$",
    re.I,
)
"""How doctors begin: who they are is no part of what happened."""
_TWO = 2
_A_CHOICE = 8
"""Words up to which an answer to 'which of the two' is just that; a longer one goes on with the story and is heard."""
_STAYED_WITH = 4
_HEAVIEST = 5
_ROOM_FOR_TWO = 22
_OWNED = {TurnKind.TOLD_ALREADY}
"""Answered with a word of the coach's own first: what is said of the talk itself is not handed back."""

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
    """Take up what was said in the coach's own words where these are sure; else in the doctor's; then a meaning."""
    asked_which = desk.before.expecting in {"choice", "switch"} and len(desk.before.choosing) == _TWO
    if asked_which and len(desk.text.split()) <= _A_CHOICE:
        stayed = desk.before.expecting == "switch" and desk.state.situation == desk.before.situation
        desk.phrase("kept_course" if stayed else "took_switch", Act.REFLECT)
        return
    if desk.reading.kind in _NOT_QUOTED:
        return
    heaviest = _take_up(desk)
    if not heaviest and desk.reading.kind not in _OWNED and not _echo(desk):
        hand_back(desk)
    if heaviest < _STAYED_WITH:
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
        desk.ask("deepen")
        return
    if desk.move.line == "loss":
        desk.phrase("loss", Act.ASK_OPEN)
        return
    wanted = desk.move.line.removeprefix("uptake:")
    one = next((one for one in desk.reading.uptakes if one.id == wanted), None)
    desk.phrase(f"ask:{wanted}", Act.ASK_OPEN, **dict(one.values if one else ()))


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


def _take_up(desk: Desk) -> int:
    """Say what can be taken up, at most two things; returns the weight of the heaviest, 0 where there is none."""
    unsaid = (one for one in desk.reading.uptakes if f"uptake:{one.id}" not in desk.state.used)
    fresh = [one for one in unsaid if not one.likely]
    wanted = desk.move.line.removeprefix("uptake:")
    fresh.sort(key=lambda one: one.id != wanted)  # what the question grows out of comes first
    if not fresh:
        return 0
    first = fresh[0]
    room = first.weight < _HEAVIEST and len(desk.text.split()) >= _ROOM_FOR_TWO and not first.general
    others = (one for one in fresh[1:] if one.sentence != first.sentence and not one.general)
    second = next(others, None) if room else None
    if first.general and (desk.fresh_clause() or short_answer(desk)):
        hand_back(desk)
    elif not _names_something(first, desk):
        _anchor(first, desk)
    for one in (first, second):
        if one is not None:
            desk.used.append(f"uptake:{one.id}")
            desk.phrase(f"say:{one.id}", Act.REFLECT, **dict(one.values))
    return first.weight


def _names_something(one: Uptake, desk: Desk) -> bool:
    """Whether what will be said has a word of this message in it: without one it would fit many others."""
    said = " ".join((*desk.words.phrases[f"say:{one.id}"], *(value for _, value in one.values)))
    return desk.shares_words(said)


def _anchor(one: Uptake, desk: Desk) -> None:
    """The doctor's own words first, from the sentence that proves it where they can: what follows is theirs, too."""
    inside = _words(one.sentence)
    fresh = (each for each in desk.fresh_clauses() if not _WHO_I_AM.search(each.text))
    clauses = [each for each in fresh if len(each.text.split()) <= _MOST_QUOTED]
    near = [each for each in clauses if _words(each.text) <= inside]
    chosen = max(near or clauses, key=_specific, default=None)
    if chosen is not None:
        desk.say(f"{desk.quote(chosen.text)}.", Act.REFLECT)


def _specific(one: Clause) -> float:
    """How much of a matter a run of words names: numbers, people by their role, the longer words."""
    pointed = 2 * bool(named.about(one.text)) + 2 * bool(re.search(r"\d", one.text))
    return pointed + sum(len(word) > _SHORT_WORD for word in one.text.split())


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold().replace("'", "").replace("’", "")))


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
    """Whether the answer tells this facet, by its cues or as the nearest of all: another may have been told."""
    if re.search(r"\d", desk.text) and len(desk.text.split()) < _SHORT:
        return False
    if cues.any_in(facet.cues, desk.text):
        return True
    near = {one.id: one.confidence for one in desk.reading.near}
    return near.get(facet.id, 0.0) >= max(near.values()) if near else True


def hand_back(desk: Desk) -> None:
    """The most charged words, turned to 'you' where that is safe, else quoted; a short message whole."""
    clause, whole = desk.fresh_clause(), short_answer(desk)
    if clause is None and whole is None:
        desk.phrase("reflect_none", Act.REFLECT)
        return
    if clause is None or (whole and len(whole.split()) <= _SHORT):
        desk.phrase("reflect_short", Act.REFLECT, quote=desk.quote(whole or ""))
        return
    turnable = ((one, restated(one.text, desk.text)) for one in desk.fresh_clauses()[:_TWO])
    said, turned = next(((one, words) for one, words in turnable if words), (clause, None))
    if turned is not None:
        desk.used.append(f"quote:{said.text.casefold()}")
        desk.phrase("restated", Act.REFLECT, sentence=turned, clause=turned[0].lower() + turned[1:])
        return
    second = _second(clause, desk)
    if second is not None:
        one, other = sorted((clause, second), key=lambda each: desk.text.find(each.text))
        desk.phrase("reflect_two", Act.REFLECT, quote=desk.quote(one.text), also=desk.quote(other.text))
        return
    group = {ClauseKind.FEELING: "reflect_feeling", ClauseKind.PLAN: "reflect_plan"}.get(clause.kind, "reflect_words")
    desk.phrase(group, Act.REFLECT, quote=desk.quote(clause.text))


def _second(first: Clause, desk: Desk) -> Clause | None:
    """In a long message a second run, that names most of the matter, beside the one that carries most."""
    if len(desk.text.split()) < _LONG or desk.before.turn > _EARLY:
        return None
    said = telling_words(first.text)
    fits = (
        one
        for one in desk.fresh_clauses()
        if len(one.text.split()) + len(first.text.split()) <= _MOST_OF_TWO
        and len(one.text.split()) > _SHORT
        and said.isdisjoint(telling_words(one.text))
        and _apart(first.text, one.text, desk.text)
        and not re.search(r"[\"“”]", one.text)
        and not _WHO_I_AM.search(one.text)
    )
    best = max(fits, key=_specific, default=None)
    return best if best is not None and _specific(best) >= _WORTH_SAYING else None


def _apart(one: str, other: str, text: str) -> bool:
    """Whether two runs of a message share none of its words, not even short ones."""
    (first, end), (second, _) = sorted((text.find(run), text.find(run) + len(run)) for run in (one, other))
    return first < 0 or end <= second


def _answered(desk: Desk) -> Facet | None:
    if not desk.before.expecting.startswith("facet:") or desk.book is None:
        return None
    wanted = desk.before.expecting.rsplit("/", 1)[-1]
    return next((one for one in desk.book.facets if one.id == wanted), None)


def _holds(one: Meaning, desk: Desk) -> bool:
    if f"meaning:{one.id}" in desk.state.used or desk.move.stage is Stage.CLOSED:
        return False
    return cues.all_in(one.evidence, desk.text) and not cues.any_in(one.unless, desk.text)
