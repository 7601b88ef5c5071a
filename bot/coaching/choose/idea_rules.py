"""The rule for offering something of the reading: seldom, and only where it clearly fits or the doctor is stuck."""

from bot.coaching import cues
from bot.coaching.choose import challenge_rules, uptake_rules
from bot.coaching.choose.context import Chosen, Plan, Turn, make
from bot.coaching.insights import insight
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.playbook import Offer

_CLEARLY = 3
"""What an offer must be worth: a phrase of its cues in the doctor's words counts two, a word or a facet told one."""

_PHRASE = 2


def idea(turn: Turn) -> Chosen | None:
    """Something of the reading whose cues were plainly said, at a moment that is free for it; else none."""
    why = "facts and what lies beneath are told"
    return _offered(turn, why, now=True) if _is_free(turn) else None


def idea_when_stuck(turn: Turn) -> Chosen | None:
    """For a doctor who does not know for the second time: something of the reading that fits what they told before."""
    return _offered(turn, "does not know, for the second time", now=False)


def _offered(turn: Turn, why: str, *, now: bool) -> Chosen | None:
    asked = turn.state.asked
    if turn.book is None or "ask:options" in asked or any(line.startswith("offer:") for line in asked):
        return None
    fitting = [one for one in turn.book.offers if _fit(one, turn) >= _CLEARLY and (not now or _bears_now(one, turn))]
    offer = max(fitting, key=lambda one: (_fit(one, turn), bool(one.cues)), default=None)
    if offer is None or {"low_mood", "anger"}.intersection(turn.reading.notices):
        return None
    reason = f"{why}: offers the card {offer.card}"
    return make(turn, Plan("offer_idea", reason, "idea", f"offer:{offer.card}", query=offer.card), Stage.IDEA)


def _is_free(turn: Turn) -> bool:
    """Whether the message leaves room for a thought from outside: nothing felt, confessed or newly seen in it."""
    raw = turn.reading.kind in {TurnKind.FEELING, TurnKind.CONFESSION, TurnKind.DONT_KNOW, TurnKind.MINIMAL}
    return not raw and not uptake_rules.told_much(turn) and insight(turn.text) is None


def _bears_now(one: Offer, turn: Turn) -> bool:
    """Whether this very message has something of what the offer speaks to; what was said long ago is past."""
    told = {f"{turn.state.situation}/{facet}" for facet in one.fits}
    return not one.cues or cues.any_in(one.cues, turn.text) or not told.isdisjoint(turn.reading.told)


def _fit(one: Offer, turn: Turn) -> int:
    """How clearly an offer fits what was said; one without cues was written to suit every talk."""
    if not one.cues:
        return _CLEARLY
    found = cues.found_in(one.cues, turn.state.said)
    said = sum(_PHRASE if " " in words else 1 for words in found)
    return said + sum(challenge_rules.told(turn, facet) for facet in one.fits) if said else 0
