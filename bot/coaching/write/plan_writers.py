"""The wording of the plan: taken, made sharp, secured against the snag, summed up at the end."""

import re
from collections.abc import Callable

from bot.coaching.commitments import corrections, cut, matter
from bot.coaching.growing import denied, people, verbs
from bot.coaching.kinds import Act
from bot.coaching.model import Commitment
from bot.coaching.write import aims_back, handing_back, listening, pointing
from bot.coaching.write.desk import Desk, quoted

_MOST_NAMED = 4
_SHORT = 12
_LEARNT = 20
_LONG = 30
_MOST_IN_ALL = 66
_MOST_SAID = 6
_SMALL = {
    "on",
    "by",
    "at",
    "before",
    "after",
    "in",
    "from",
    "this",
    "next",
    "first",
    "when",
    "within",
    "the",
    "during",
    "until",
}
_CAME_FOR = {
    "clause": " What you said you wanted: {aim}.",
    "question": " You came with a question: {aim}.",
    "bare": " You were after this: {aim}.",
}
_NUMBER_FIRST = re.compile(r"\W*\d")
_BARE_GOING = 2
_SAME_RUN = 5
"""So many words on end that stand in a plan and in its time are the same words of the doctor's."""
_DEFINITE = re.compile(r"(?:he|she|they|your|the)\b")
"""Somebody in particular: nobody can picture 'one patient' just before."""


def ask(group: str) -> Callable[[Desk], None]:
    """A writer that hears, then asks the next question of a phrase group."""

    def write(desk: Desk) -> None:
        if not plan_taken_back(desk):
            listening.reflect(desk)
        pointing.ask(desk, group)

    return write


def ask_commitment(desk: Desk) -> None:
    """Name the doctor's own ideas, where there are several, and ask which comes first."""
    taken_back, ideas = plan_taken_back(desk), desk.state.options[-_MOST_NAMED:]
    if len(ideas) > 1:
        desk.phrase("name_options", Act.REFLECT, options=_listed([desk.quote(cut(one, _SHORT)) for one in ideas]))
        desk.phrase("ask_which", Act.ASK_OPEN)
        return
    if not taken_back:
        listening.reflect(desk)
    desk.phrase("ask_commitment", Act.ASK_OPEN)


def plan_taken_back(desk: Desk) -> bool:
    """Own it where the doctor has just said that there is no plan; False where they have not."""
    was, now = desk.before.commitment, desk.state.commitment
    if was is None or now is not None or not corrections.takes_back(desk.text):
        return False
    desk.phrase("no_plan_yet", Act.REFLECT)
    return True


def take_plan(group: str) -> Callable[[Desk], None]:
    """A writer that hands the plan back where it is new or put right, and asks the next thing about it."""

    def write(desk: Desk) -> None:
        if not _plan_back(desk):
            listening.reflect(desk)
        ask_of_plan(desk, group)

    return write


def ask_of_plan(desk: Desk, group: str, **values: str) -> None:
    """Ask about the plan by what it is or whom it is with, where that was not just said; else in stock words."""
    plan = desk.state.commitment
    do = _deed(plan, desk) if plan else None
    whom = _whom(plan) if plan else None
    if do and f"{group}_do" in desk.words.phrases:
        desk.phrase(f"{group}_do", Act.ASK_OPEN, do=do, **values)
    elif whom and f"{group}_whom" in desk.words.phrases:
        desk.phrase(f"{group}_whom", Act.ASK_OPEN, they=whom.they, them=whom.them, **values)
    else:
        desk.phrase(group, Act.ASK_OPEN, **values)


def _deed(plan: Commitment, desk: Desk) -> str | None:
    """The plan as a bare deed, once in a conversation, and not right behind the plan itself: it is no refrain."""
    said = any(quoted(cut(plan.what, _LONG)) in one.text for one in desk.sentences)
    before = any("_do:" in key for key in desk.state.used)
    acts = plan.what.split(" ")[0].casefold() in verbs.BARE
    deed = denied.deed(plan.what) if acts and not said and not before else None
    return deed if deed and len(deed.split()) > _BARE_GOING else None  # "go down" leaves out what for


def _whom(plan: Commitment) -> people.Somebody | None:
    """The one person whom the plan is with; None where it is with nobody, or with several."""
    told = (plan.with_whom or "").casefold()
    they = {"him": "he", "her": "she", "them": "they"}.get(told, plan.with_whom or "")
    who = people.somebody(they) if they and " and " not in they else None
    return who if who and _DEFINITE.match(who.they) else None


def ask_obstacle(desk: Desk) -> None:
    """Ask what may stop the plan; once that is known, only what the doctor would do then."""
    if desk.move.line.startswith("ask:way"):
        _snag_back(desk)
        desk.phrase("ask_way", Act.ASK_OPEN)
        return
    if not _plan_back(desk):
        listening.reflect(desk)
    _recall(desk)
    ask_of_plan(desk, "ask_obstacle")


def _snag_back(desk: Desk) -> None:
    """The snag just told, without the number that came with it; else what the message tells."""
    snag = desk.state.obstacle
    if snag and snag in desk.text and _NUMBER_FIRST.match(desk.text):
        desk.phrase("reflect_words", Act.REFLECT, quote=desk.quote(cut(snag, _LONG)))
    else:
        handing_back.hand_back_if_told(desk)


def _recall(desk: Desk) -> None:
    """What they took from the last plan is said back once, where the next one is made safe."""
    past = desk.state.past
    if past is not None and past.learned and len(past.learned.split()) <= _LEARNT:
        desk.phrase("recall_learned", Act.REFLECT, learned=quoted(past.learned))


def _plan_back(desk: Desk) -> bool:
    """Hand back the plan where this message made it or changed it; False where it did neither."""
    was, now = desk.before.commitment, desk.state.commitment
    if now is None or not now.what or (was is not None and (was.what, was.when) == (now.what, now.when)):
        return False
    mended = was is not None and bool(was.what) and corrections.puts_right(desk.text)
    desk.phrase(
        "mend_plan" if mended else "take_plan",
        Act.REFLECT,
        quote=desk.quote(cut(now.what, _LONG)),
        when_part=when_part(now),
    )
    return True


def ask_confidence(desk: Desk) -> None:
    """Take the obstacle, then ask for a number."""
    plan = desk.state.commitment
    snag = plan.if_then if plan else None
    if snag and snag != (desk.before.commitment.if_then if desk.before.commitment else None):
        desk.phrase("take_obstacle", Act.AFFIRM, quote=desk.quote(cut(snag, _LONG)))
    else:
        _plan_back(desk)
    ask_of_plan(desk, "ask_confidence")


def raise_confidence(desk: Desk) -> None:
    """A low number: ask what would raise it."""
    score = desk.state.commitment.confidence if desk.state.commitment else None
    ask_of_plan(desk, "raise_confidence", score=str(score))


def close(desk: Desk) -> None:
    """Sum up in the doctor's words, name when to look back, and say goodbye; the last line only where there is room."""
    plan = desk.state.commitment or Commitment(what="")
    came = _came_with(desk)
    desk.phrase("close_plan", Act.SUMMARISE, **_summary(plan, came))
    if plan.due is not None:
        desk.phrase("close_followup", Act.PLAN, day=f"{plan.due:%A} {plan.due.day} {plan.due:%B}")
    else:
        desk.phrase("close_followup_undated", Act.PLAN)
    if desk.state.parked and desk.state.put_aside:
        desk.phrase("close_parked", Act.SUMMARISE, parked=desk.state.put_aside)
    ending = desk.book.ending if desk.book else ""
    if sum(len(one.text.split()) for one in desk.sentences) + len(ending.split()) <= _MOST_IN_ALL:
        desk.say(ending, Act.CLOSE)


def _summary(plan: Commitment, came: str) -> dict[str, str]:
    named = re.sub(r"^my\b", "your", plan.with_whom or "", flags=re.I)
    told = named.casefold() in {"", "her", "him", "them", "team"} or _names(plan.what, named)
    score = plan.confidence
    return {
        "came_part": came,
        "what": quoted(cut(plan.what, _LONG)),
        "when_part": when_part(plan),
        "whom_part": "" if told else f", with {named}",
        "if_part": f" And if it snags: {quoted(cut(plan.if_then, _LONG))}." if plan.if_then else "",
        "easier_part": f" What makes it easier: {quoted(cut(plan.easier, _SHORT))}." if plan.easier else "",
        "confidence_part": f" You give it {score} out of 10." if score is not None else "",
    }


def _came_with(desk: Desk) -> str:
    """What the doctor wanted, where they said so, else what they came with."""
    if desk.state.aim:
        aim = aims_back.said(desk.state.aim, desk.state.said)
        if aim.form == "you":
            return f" {aims_back.at_the_end(aim)}."
        return _CAME_FOR[aim.form].replace("{aim}", aim.words)
    words = matter(desk.state.opening_words) or next(
        (one for told in desk.state.memory if (one := matter(told.text))), ""
    )
    return f" You came with {quoted(words)}." if words else ""


def when_part(plan: Commitment) -> str:
    """When, to be put behind the plan; nothing where the plan says it itself."""
    if not plan.when or plan.when.casefold() in plan.what.casefold() or _says_its_day(plan):
        return ""
    if len(plan.when.split()) > _MOST_SAID:
        return f", {quoted(plan.when)}"  # a longer run of the doctor's words is a quotation
    return f", {plan.when[0].lower()}{plan.when[1:]}" if plan.when.split()[0].casefold() in _SMALL else f", {plan.when}"


def _says_its_day(plan: Commitment) -> bool:
    """Whether the words of the plan name its day: in another order, or in a run of them that is in both."""
    when, what = (plan.when or "").casefold().split(), plan.what.casefold()
    runs = (" ".join(when[at : at + _SAME_RUN]) for at in range(len(when) - _SAME_RUN + 1))
    return bool(when) and (set(when) <= set(what.split()) or any(run in what for run in runs))


def _names(what: str, whom: str) -> bool:
    return whom.casefold() in what.casefold() or whom.split()[-1].casefold() in what.casefold()


def _listed(quotes: list[str]) -> str:
    return f"{', '.join(quotes[:-1])} and {quotes[-1]}"
