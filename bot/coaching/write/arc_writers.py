"""The wording of each move of the coaching arc."""

import re
from collections.abc import Callable

from bot.coaching.clauses import MOST_WORDS, beginning
from bot.coaching.model import Act, Commitment
from bot.coaching.playbook import Challenge, FirstStep, Offer
from bot.coaching.write import listening
from bot.coaching.write.desk import Desk, quoted

_WISHFUL = re.compile(
    r"\b(?:want|wish|hope|like|need|able|clear\w*|plan|way|words|idea|say|something|less|more|stop|start|know(?:ing)?|how"
    r"|whether)\b",
    re.I,
)


def explore(desk: Desk) -> None:
    """Hear, then ask for one thing that is not known yet."""
    listening.reflect(desk)
    facet_question(desk)


def ask(group: str) -> Callable[[Desk], None]:
    """A writer that hears, then asks the next question of a phrase group."""

    def write(desk: Desk) -> None:
        listening.reflect(desk)
        desk.phrase(group, Act.ASK_OPEN)

    return write


def confirm_aim(desk: Desk) -> None:
    """Say the aim in the doctor's own words and ask what would show that it was reached."""
    desk.phrase("confirm_aim", Act.ASK_OPEN, aim=desk.quote(desk.state.aim or ""))


def challenge(desk: Desk) -> None:
    """Hear, then put one kind, specific challenge."""
    listening.reflect(desk)
    one = _challenge(desk)
    if one is not None:
        desk.say(one.say, Act.CHALLENGE)
        desk.say(one.ask, Act.ASK_OPEN)


def offer_idea(desk: Desk) -> None:
    """Hear, offer what a card says with its place, and hand it back."""
    listening.reflect(desk)
    offer = _offer(desk)
    if desk.found and desk.found.says and desk.found.cited:
        desk.phrase("offer_lead", Act.INFORM)
        desk.citations.append(desk.found.cited)
        desk.say(desk.found.says, Act.INFORM, desk.found.cited.key)
    if offer is not None:
        desk.say(offer.ask, Act.ASK_OPEN)


def suggest_options(desk: Desk) -> None:
    """Two options that others used, for a doctor who cannot think of one."""
    desk.phrase("dont_know", Act.AFFIRM)
    options = desk.book.options if desk.book else ()
    fresh = [(n, one) for n, one in enumerate(options) if f"option:{n}" not in desk.state.used][:2]
    if len(fresh) < 2:
        give_step(desk)
        return
    desk.used += [f"option:{n}" for n, _ in fresh]
    desk.phrase("suggest_options", Act.ADVISE, option_a=fresh[0][1], option_b=fresh[1][1])


def give_step(desk: Desk, lead: str = "give_step") -> None:
    """One usable step with words to say, and the choice handed back; `lead` is the phrase group that brings it in."""
    step = _step(desk)
    if step is None:
        desk.phrase("small_question", Act.ASK_OPEN)
        return
    desk.phrase(lead, Act.ADVISE, step=step.step)
    if step.words:
        desk.phrase("give_step_words", Act.ADVISE, words=quoted(step.words.strip('"“”')))
    desk.phrase("give_step_back", Act.ASK_OPEN)


def take_plan(group: str) -> Callable[[Desk], None]:
    """A writer that hands the plan back and asks the next thing about it."""

    def write(desk: Desk) -> None:
        plan = desk.state.commitment
        first = plan is not None and desk.before.commitment is None
        if first and plan is not None and plan.what:
            desk.phrase("take_plan", Act.REFLECT, quote=desk.quote(_clip(plan.what)))
        else:
            listening.reflect(desk)
        desk.phrase(group, Act.ASK_OPEN)

    return write


def ask_confidence(desk: Desk) -> None:
    """Take the obstacle, then ask for a number."""
    answer = listening.short_answer(desk) or desk.state.obstacle
    if answer and desk.before.expecting == "obstacle" and desk.state.obstacle:
        desk.phrase("take_obstacle", Act.AFFIRM, quote=desk.quote(_clip(answer)))
    desk.phrase("ask_confidence", Act.ASK_OPEN)


def raise_confidence(desk: Desk) -> None:
    """A low number: ask what would raise it."""
    score = desk.state.commitment.confidence if desk.state.commitment else None
    desk.phrase("raise_confidence", Act.ASK_OPEN, score=str(score))


def close(desk: Desk) -> None:
    """Sum up in the doctor's words, name when to look back, and say goodbye."""
    plan = desk.state.commitment or Commitment(what="")
    desk.phrase("close_plan", Act.SUMMARISE, **_summary(desk, plan))
    if plan.due is not None:
        desk.phrase("close_followup", Act.PLAN, day=f"{plan.due:%A} {plan.due.day} {plan.due:%B}")
    else:
        desk.phrase("close_followup_undated", Act.PLAN)
    if desk.state.parked:
        names = desk.words.phrases.get(f"name:{desk.state.parked[-1]}", (desk.state.parked[-1].replace("_", " "),))
        desk.phrase("close_parked", Act.SUMMARISE, parked=names[0])
    desk.say(desk.book.ending if desk.book else "", Act.CLOSE)


def _summary(desk: Desk, plan: Commitment) -> dict[str, str]:
    opening = desk.state.memory[0].text if desk.state.memory else _clip(desk.state.opening_words)
    aim = desk.state.aim
    when = plan.when if plan.when and plan.when.casefold() not in plan.what.casefold() else None
    named = re.sub(r"^my\b", "your", plan.with_whom or "", flags=re.I)
    whom = (
        named
        if named.casefold() not in {"", "her", "him", "them"} and named.casefold() not in plan.what.casefold()
        else None
    )
    return {
        "opening": quoted(opening),
        "aim_part": f" What you hoped for: {quoted(_clip(aim))}." if aim and _WISHFUL.search(aim) else "",
        "what": quoted(_clip(plan.what, 20)),
        "when_part": f", {when}" if when else "",
        "whom_part": f", with {whom}" if whom else "",
        "if_part": f" And for the snag: {quoted(_clip(plan.if_then, 18))}." if plan.if_then else "",
        "confidence_part": f" You put your confidence at {plan.confidence}." if plan.confidence is not None else "",
    }


def _clip(text: str, most: int = MOST_WORDS) -> str:
    """The text, or its beginning up to where a phrase ends."""
    return text if len(text.split()) <= most else beginning(text, most) or " ".join(text.split()[:most]) + " ..."


def facet_question(desk: Desk) -> None:
    """The question that the move names."""
    _, rest, number = desk.move.line.split(":")
    facet = next((one for one in (desk.book.facets if desk.book else ()) if one.id == rest.rsplit("/", 1)[-1]), None)
    if facet is not None:
        desk.say(facet.ask[int(number)].text, Act.ASK_OPEN)


def _challenge(desk: Desk) -> Challenge | None:
    wanted = desk.move.line.removeprefix("challenge:")
    return next((one for one in (desk.book.challenges if desk.book else ()) if one.id == wanted), None)


def _offer(desk: Desk) -> Offer | None:
    wanted = desk.move.line.removeprefix("offer:")
    return next((one for one in (desk.book.offers if desk.book else ()) if one.card == wanted), None)


def _step(desk: Desk) -> FirstStep | None:
    wanted = desk.move.line.removeprefix("own_up:").removeprefix("step:")
    steps = desk.book.first_steps if desk.book else ()
    return next((one for one in steps if one.id == wanted), steps[0] if steps else None)
