"""The wording of moves that are not the coaching arc: topics, repair, sources, drafts, the coach itself, the end."""

import re

from bot.coaching.commitments import cut
from bot.coaching.model import Act
from bot.coaching.write import arc_writers, listening, plan_writers
from bot.coaching.write.desk import Desk, fill, quoted

_TELLING = re.compile(
    (
        r"\b(?:should|must|need to|have to|please (?:ensure|make sure|fix)|ought|required|unacceptable|clearly"
        r"|obviously)\b"
    ),
    re.I,
)
_ASKING = re.compile(r"\?|\b(?:what do you|how do you|would you|help me understand|your view|i wonder)\b", re.I)
_BLAME = re.compile(
    r"\b(?:you (?:always|never|keep|failed|forgot)|your (?:fault|failure)|yet again|once again)\b", re.I
)
_LONGEST = 30
_SAFETY = "safety:"
_REMARK = 8
_PATIENT = re.compile(r"\b(?:patients?|famil(?:y|ies)|mum|baby|child|children)\b", re.I)


def ask_more(desk: Desk) -> None:
    """Hear, and ask what this is about."""
    if not plan_writers.plan_taken_back(desk):
        listening.reflect(desk)
    desk.ask("ask_more")


def put_choice(desk: Desk) -> None:
    """Name both situations in a line and let the doctor decide."""
    listening.hand_back(desk)
    first, second = (_name(desk, one) for one in desk.state.choosing)
    desk.phrase("put_choice", Act.ASK_OPEN, choice_a=first, choice_b=second)


def note_switch(desk: Desk) -> None:
    """Say that the subject has changed and let the doctor decide."""
    first, second = (_name(desk, one) for one in desk.state.choosing)
    desk.phrase("note_switch", Act.ASK_OPEN, choice_a=first, choice_b=second)


def repair(desk: Desk) -> None:
    """Take it back in one line, and ask what was missed."""
    desk.phrase("repair", Act.ASK_OPEN)


def small_question(desk: Desk) -> None:
    """Another angle, smaller."""
    desk.phrase("dont_know", Act.AFFIRM)
    desk.phrase("small_question", Act.ASK_OPEN)


def nudge(desk: Desk) -> None:
    """Once more, plainer."""
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


def source(desk: Desk) -> None:
    """What the sources say with the place, or that they do not say."""
    found = desk.found
    if found is not None and found.says is not None and found.cited is not None:
        desk.citations.append(found.cited)
        _, line = desk.words.pick("source_answer", (), "")
        desk.say(fill(line, {"author": found.cited.author, "says": found.says}), Act.INFORM, found.cited.key)
        return
    desk.phrase("source_none", Act.INFORM)


def draft(desk: Desk) -> None:
    """Two observations on words that were pasted in, else ask for them."""
    pasted = _pasted(desk.text) if desk.before.expecting != "draft" else desk.text
    if pasted is None:
        desk.phrase("draft_missing", Act.ASK_OPEN)
        return
    seen = _observations(pasted)
    desk.phrase("draft_view", Act.INFORM, observation=seen[0], observation_b=seen[1] if len(seen) > 1 else "")
    desk.phrase("draft_ask", Act.ASK_OPEN)


def about(desk: Desk) -> None:
    """An answer about the coach itself; then once more the safety question that waits for one."""
    topic, answer = desk.words.about.answer(desk.text)
    desk.used.append(f"about:{topic}")
    desk.say(answer, Act.INFORM)
    if desk.state.expecting.startswith(_SAFETY) and desk.state.route is None:
        asked = desk.words.routes[desk.state.expecting.removeprefix(_SAFETY)].check_in
        desk.say(desk.words.safety_line(asked), Act.ASK_CLOSED)


def end(desk: Desk) -> None:
    """Stop at once, and say what is kept."""
    if desk.state.commitment is not None and desk.state.commitment.what:
        plan_writers.close(desk)
    elif desk.state.memory and desk.state.situation:
        desk.phrase("end_early", Act.CLOSE, place=quoted(desk.state.memory[-1].text))
    else:
        desk.phrase("end_nothing", Act.CLOSE)


def look_back(desk: Desk) -> None:
    """Begin with what became of the last commitment."""
    plan = desk.state.commitment
    when = plan_writers.when_part(plan) if plan else ""
    desk.phrase("look_back", Act.ASK_OPEN, what=quoted(cut(plan.what, _LONGEST) if plan else ""), when_part=when)


def look_back_response(desk: Desk) -> None:
    """Kept, partly or not: no blame, one thing to learn."""
    kind = desk.move.line.removeprefix("look:")
    plan = desk.before.commitment or desk.before.kept
    if desk.before.closed and plan is not None and plan.what:
        desk.phrase("look_back_named", Act.REFLECT, what=quoted(cut(plan.what, _LONGEST)))
    listening.reflect(desk)
    desk.phrase(
        {"kept": "look_back_kept", "partly": "look_back_partly", "not": "look_back_not"}.get(
            kind, "look_back_kept_unclear"
        ),
        Act.ASK_OPEN,
    )


def look_back_next(desk: Desk) -> None:
    """From the last session to this one."""
    clause = desk.fresh_clause()
    answer = listening.short_answer(desk) or (clause.text if clause else "")
    desk.phrase(
        "look_back_next" if answer else "look_back_next_plain", Act.ASK_OPEN, quote=desk.quote(answer) if answer else ""
    )


_LIGHTER = re.compile(
    r"\bfeel(?:s|ing)? (?:a (?:bit|little) |much |so much |lots )?(?:better|lighter|easier|less)\b", re.I
)


_PARTING = re.compile(r"\b(?:bye|goodbye|good ?night|night night|ta|cheers)\W*x*\W*$", re.I)


def after_closed(desk: Desk) -> None:
    """A short word after the end: the plan put right, thanks, a goodbye, or that the plan is kept."""
    plan = desk.state.commitment
    if desk.move.line.startswith("mended:"):
        _mended(desk, desk.move.line.removeprefix("mended:"))
        if _PARTING.search(desk.text):
            desk.phrase("after_goodbye", Act.CLOSE)
    elif desk.move.line == "ahead":
        desk.phrase("after_ahead", Act.CLOSE)
    elif "thank" in desk.move.reason or _LIGHTER.search(desk.text):
        desk.phrase("after_thanks", Act.CLOSE)
    elif "goodbye" in desk.move.reason and plan is not None and plan.due is not None:
        desk.phrase("after_goodbye_day", Act.CLOSE, day=f"{plan.due:%A}")
    elif "goodbye" in desk.move.reason:
        desk.phrase("after_goodbye", Act.CLOSE)
    elif len(desk.text.split()) > _REMARK and (clause := desk.fresh_clause()):
        desk.phrase("after_remark", Act.CLOSE, quote=desk.quote(clause.text))
    else:
        desk.phrase("after_closed" if plan else "end_nothing", Act.CLOSE)


def _mended(desk: Desk, kind: str) -> None:
    """What was put right, said back in a line."""
    plan = desk.state.commitment
    if plan is None or kind in {"none", "unclear"}:
        desk.phrase(f"mend_{kind}", Act.CLOSE)
    elif kind in {"number", "already"}:
        desk.phrase(f"mend_{kind}", Act.CLOSE, score=str(plan.confidence))
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
    """Hello, and an open door."""
    desk.phrase("greet", Act.ASK_OPEN)


def redirect(desk: Desk) -> None:
    """Outside what the coach does, and the way back."""
    desk.phrase("redirect", Act.ASK_OPEN)


def ask_rehearsal(desk: Desk) -> None:
    """Practise the opening line."""
    desk.phrase("rehearse", Act.ASK_OPEN)


def _name(desk: Desk, situation: str) -> str:
    return desk.words.phrases[f"name:{situation}"][0]


def _pasted(text: str) -> str | None:
    """The draft inside a message: in quotation marks, after a colon or on further lines; None where none is there."""
    found = re.search(r"[\"“'‘](.{25,})[\"”'’]", text, re.S) or re.search(r"(?::|\n)\s*(\S.{25,})$", text, re.S)
    return found.group(1) if found else None


def _observations(draft: str) -> list[str]:
    """The most useful things to see in a draft, gravest first (see prompts for the whole review to come)."""
    checks = (
        (_BLAME.search(draft), "somebody in it may feel accused, and will answer that before anything else."),
        (
            _TELLING.search(draft) and not _ASKING.search(draft),
            "it tells and does not ask, so the easiest answer is a polite no.",
        ),
        (not _PATIENT.search(draft), "patients are not in it yet, and they are often what everybody can agree on."),
        (_ASKING.search(draft), "it asks them something, which gives them a way in."),
        (len(draft.split()) <= 60, "it is short enough to be read on a phone."),
    )
    return [text for holds, text in checks if holds] or ["it is clear what you want."]
