"""The wording of moves that are not the coaching arc: topics, repair, drafts, chat, the end."""

import re

from bot.coaching.cold_starts import COLD, is_sent
from bot.coaching.commitments import cut
from bot.coaching.kinds import Act, TurnKind
from bot.coaching.write import arc_writers, handing_back, listening, plan_writers, pointing, runs
from bot.coaching.write.desk import Desk, quoted

_LONGEST = 30
_REMARK = 8
_BARELY = 3


def ask_more(desk: Desk) -> None:
    """Hear, and ask what this is about; whoever asks whether they may bring something else just may."""
    if desk.move.line in {"ask:other", "ask:happened"}:
        desk.phrase(desk.move.line.replace(":", "_"), Act.ASK_OPEN)
        return
    if not plan_writers.plan_taken_back(desk):
        listening.reflect(desk)
    pointing.ask(desk, "ask_more")


def put_choice(desk: Desk) -> None:
    """Name both situations in a line and let the doctor decide."""
    handing_back.hand_back(desk)
    first, second = (_name(desk, one) for one in desk.state.choosing)
    desk.phrase("put_choice", Act.ASK_OPEN, choice_a=first, choice_b=second)


def repair(desk: Desk) -> None:
    """Take it back in one line, and ask what was missed."""
    desk.phrase("repair", Act.ASK_OPEN)


def small_question(desk: Desk) -> None:
    """Another angle, smaller."""
    desk.phrase("dont_know", Act.AFFIRM)
    desk.phrase("small_question", Act.ASK_OPEN)


def nudge(desk: Desk) -> None:
    """Once more, plainer."""
    if desk.reading.kind is TurnKind.CONFUSED and len(desk.text.split()) > _BARELY:
        desk.phrase("own_unclear", Act.REFLECT)  # a protest at the question is no content to hand back
    elif not handing_back.hand_back_if_told(desk):
        desk.phrase("nudge", Act.REFLECT)
    if desk.move.line.startswith("facet:"):
        arc_writers.facet_question(desk)
        return
    desk.phrase("small_question", Act.ASK_OPEN)


def own_up(desk: Desk) -> None:
    """Take the anger without argument and give something usable."""
    if desk.move.line == "own_up:first":
        desk.phrase("own_up_first", Act.AFFIRM)
        return
    if desk.book is None or desk.move.line == "own_up:":
        desk.phrase("own_up_repeat", Act.ASK_OPEN)
        return
    desk.phrase("own_up", Act.AFFIRM)
    arc_writers.give_step(desk, lead="bare_step")


def ask_draft(desk: Desk) -> None:
    """Ask for the words that are to be looked at."""
    desk.phrase("draft_missing", Act.ASK_OPEN)


def draft(desk: Desk) -> None:
    """What was found in a draft."""
    desk.split(desk.beside[0], Act.INFORM)


def rehearsal(desk: Desk) -> None:
    """What the other person of a rehearsal says, by name, or what the coach says beside it."""
    text, name = desk.beside
    if name:
        desk.say(f'{name[:1].upper()}{name[1:]}: "{text}"', Act.ENACT)
        return
    desk.split(text, Act.SUMMARISE if desk.move.name == "rehearse_debrief" else Act.SIGNPOST)


def end(desk: Desk) -> None:
    """Stop at once, and say what is kept."""
    if desk.state.commitment is not None and desk.state.commitment.what:
        plan_writers.close(desk)
    elif desk.state.memory and desk.state.situation:
        desk.phrase("end_early", Act.CLOSE, place=quoted(desk.state.memory[-1].text))
    else:
        desk.phrase("end_nothing", Act.CLOSE)


_LIGHTER = re.compile(
    r"\bfeel(?:s|ing)? (?:a (?:bit|little) |much |so much |lots )?(?:better|lighter|easier|less)\b", re.I
)


_ANSWERED = ("after:asked", "after:worded")
"""What was asked on from a question after the end: the answer is the doctor's own, and is left with them."""

_PARTING = re.compile(r"\b(?:bye|goodbye|good ?night|night night|ta|cheers)\W*x*\W*$", re.I)


def after_closed(desk: Desk) -> None:
    """A short word after the end: the plan put right, thanks, a goodbye, or that the plan is kept."""
    plan = desk.state.commitment
    if desk.move.line.startswith("mended:"):
        _mended(desk, desk.move.line.removeprefix("mended:"))
        if _PARTING.search(desk.text):
            desk.phrase("after_goodbye", Act.CLOSE)
    elif desk.move.line in {"noted", "ahead"}:
        desk.phrase(f"after_{desk.move.line}", Act.CLOSE, quote=quoted(cut(desk.state.obstacle or "", _LONGEST)))
    elif "thank" in desk.move.reason or _LIGHTER.search(desk.text):
        desk.phrase("after_thanks", Act.CLOSE)
    elif "goodbye" in desk.move.reason and plan is not None and plan.due is not None:
        desk.phrase("after_goodbye_day", Act.CLOSE, day=f"{plan.due:%A}")
    elif "goodbye" in desk.move.reason:
        desk.phrase("after_goodbye", Act.CLOSE)
    elif _is_remark(desk) and (clause := desk.fresh_clause()):
        desk.phrase("after_remark", Act.CLOSE, quote=desk.quote(clause.text))
    else:
        _kept(desk)


def _is_remark(desk: Desk) -> bool:
    return len(desk.text.split()) > _REMARK and not desk.before.expecting.startswith(_ANSWERED)


def _kept(desk: Desk) -> None:
    """What answers a question of their own is left with them; else that the plan is kept."""
    told = runs.short_answer(desk) if desk.before.expecting.startswith(_ANSWERED) else None
    if told:
        desk.phrase("after_answered", Act.CLOSE, quote=desk.quote(told))
    else:
        desk.phrase("after_closed" if desk.state.commitment else "end_nothing", Act.CLOSE)


def _mended(desk: Desk, kind: str) -> None:
    """What was put right, said back in a line; where nothing came out of it, no change is claimed."""
    plan = desk.state.commitment
    if plan is None or kind in {"none", "unclear"}:
        desk.phrase(f"mend_{kind}", Act.CLOSE)
    elif kind in {"added", "eased"}:
        told = plan.if_then if kind == "added" else plan.easier
        desk.phrase(f"mend_{kind}", Act.SUMMARISE, quote=quoted(cut(told or "", _LONGEST)))
    elif kind in {"way", "plan"} and plan == desk.before.commitment:
        desk.phrase("mend_unclear", Act.CLOSE)
    elif kind in {"number", "already"}:
        had = desk.before.commitment is not None and desk.before.commitment.confidence is not None
        desk.phrase(f"mend_{kind}" if had else "mend_number_new", Act.CLOSE, score=str(plan.confidence))
    elif kind == "way" and not (desk.before.commitment and desk.before.commitment.if_then != plan.if_then):
        desk.phrase(
            "mend_help", Act.SUMMARISE, quote=quoted(cut(plan.what, _LONGEST)), when_part=plan_writers.when_part(plan)
        )
    elif kind == "way":
        desk.phrase("mend_way", Act.SUMMARISE, quote=quoted(cut(plan.if_then or "", _LONGEST)))
    else:
        what = quoted(cut(plan.what, _LONGEST))
        desk.phrase("mend_plan", Act.SUMMARISE, quote=what, when_part=plan_writers.when_part(plan))


def chat(desk: Desk) -> None:
    """Small talk, briefly, and the way back."""
    desk.phrase("chat", Act.ASK_OPEN)


def greet(desk: Desk) -> None:
    """Hello, and an open door; to whoever does not know why they write, one easy question."""
    line = desk.move.line
    first = "cold_sent" if is_sent(desk.text) else "cold_start"
    group = "greet" if not line.startswith(COLD) else first if line == f"{COLD}0" else "cold_again"
    desk.phrase(group, Act.ASK_OPEN)


def _name(desk: Desk, situation: str) -> str:
    return desk.words.phrases[f"name:{situation}"][0]
