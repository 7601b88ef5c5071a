"""The wording of each move of the coaching arc."""

import re
from collections.abc import Mapping

from bot.coaching import cues, named
from bot.coaching.cold_starts import turns_told
from bot.coaching.kinds import Act
from bot.coaching.nothing_told import tells_nothing
from bot.coaching.plain import plain
from bot.coaching.playbook import Challenge, FirstStep, Offer, Question
from bot.coaching.write import aims_back, fitting, listening, pointing
from bot.coaching.write.desk import Desk, quoted

_MOST_QUOTED = 12
_AIM_SAID: Mapping[aims_back.Form, str] = {
    "you": "confirm_aim_you",
    "clause": "confirm_aim_clause",
    "question": "confirm_aim_question",
    "bare": "confirm_aim",
}
_OTHER_VIEW = "ask:other_view"


def explore(desk: Desk) -> None:
    """Hear, then ask for one thing that is not known yet; where nothing is handed back, say that it is another."""
    listening.reflect(desk)
    if desk.move.line == _OTHER_VIEW:
        _other_view(desk)
        return
    question = _question(desk)
    if question is not None and not fitting.fits(question, desk):
        desk.used.append(f"unasked:{desk.move.expecting}")
        pointing.ask(desk, "deepen")
        return
    if turns_told(desk.before) and not _cued_now(desk) and not desk.has_reflected():
        desk.phrase("bridge", Act.REFLECT)
    facet_question(desk)


def _other_view(desk: Desk) -> None:
    """How somebody else sees it, where there is one whose view bears on what was just said; else what was said."""
    who = _whose_view(desk)
    if who is None or pointing.kind_of_handed(desk) in pointing.TENDER:
        pointing.ask(desk, "deepen")
        return
    desk.phrase("ask_other_view", Act.ASK_OPEN, who=who)


def _whose_view(desk: Desk) -> str | None:
    """Somebody named or meant in this message; where it tells nothing, somebody of those before it."""
    put_by = plain(desk.state.topic_words)
    who = named.whose_view("\n".join(one for one in desk.state.said.splitlines() if plain(one) != put_by or not put_by))
    if who is None:
        return None
    word = who.split()[-1].casefold()
    here = re.search(rf"\b{re.escape(word)}\b|\b(?:he|she)\b", desk.text, re.I)
    return who if here or tells_nothing(desk.text) else None


def confirm_aim(desk: Desk) -> None:
    """Say the aim in the doctor's own words and ask on from it."""
    aim = aims_back.said(desk.state.aim or "", desk.state.said, _MOST_QUOTED)
    desk.hand(desk.state.aim or "")
    desk.phrase(_AIM_SAID[aim.form], Act.ASK_OPEN, aim=aim.words)


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


def facet_question(desk: Desk) -> None:
    """The question that the move names."""
    question = _question(desk)
    if question is None:
        return
    desk.say(question.text, Act.ASK_OPEN)


def _question(desk: Desk) -> Question | None:
    _, rest, number = desk.move.line.split(":")
    facet = next((one for one in (desk.book.facets if desk.book else ()) if one.id == rest.rsplit("/", 1)[-1]), None)
    return facet.ask[int(number)] if facet is not None else None


def _cued_now(desk: Desk) -> bool:
    """Whether the question is bound to words of this very message."""
    question = _question(desk)
    return question is not None and cues.any_in(question.cues, desk.text)


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
