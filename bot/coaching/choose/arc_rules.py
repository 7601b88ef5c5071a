"""Rules of the coaching arc: aim, what is happening, what lies beneath, an idea, options, one commitment, the end."""

import re

from bot.coaching import commitments
from bot.coaching.choose import questions
from bot.coaching.choose.context import Chosen, Plan, Turn, make, share
from bot.coaching.choose.plan_answers import SURE
from bot.coaching.labels import COACHING
from bot.coaching.model import Commitment, Stage, TurnKind, Uptake
from bot.coaching.playbook import Challenge, FacetStage, Offer

MOST_REALITY = 3
MOST_BENEATH = 2
WEIGHTY = 4
SURE_ENOUGH = 7
UPTAKE = "uptake:"
_PAINFUL = 5
_TELLING = 4
_SAID = 3
_NEAR = 0.35
_MOST_FOLLOWED_UP = 3
_MOST_STAYED = 3
_EXPLORING = {Stage.AIM, Stage.REALITY, Stage.BENEATH}
_AIM_TURN = 2
_AIM_WORDS = 4
ENOUGH_OPTIONS = 2
_DECIDED = re.compile(
    r"\boff the table\b|\bthat(?:['’]?s| is) (?:the|my) (?:plan|answer|one)\b|\bi(?:['’]ve| have)? decided\b"
    r"|\b(?:bold )?enough for me\b"
    r"|\bi(?:['’]ll| will)\b"
    r"|\b(?:do(?:n['’]?t| not)|dont) (?:really )?(?:want|need) (?:a |any |an )?(?:second|other|another|more|third)\b"
    r"|\b(?:just|only) (?:that|the one|that one)\W*$|\bthat(?:['’]?s| is) (?:it|all|enough)\b",
    re.I,
)
"""Shows that the doctor is past looking for more ideas."""


def plan_put_right(turn: Turn) -> Chosen | None:
    """The doctor corrects or takes back a plan before the end: the plan as it now stands, or none and a step back."""
    was, now = turn.before.commitment, turn.state.commitment
    ended = turn.state.closed or turn.reading.intent != COACHING
    if was is None or was == now or ended or not commitments.corrections.puts_right(turn.text):
        return None
    if now is not None:
        return commitment_told(turn)
    reason = "the doctor says that there is no plan: takes it back"
    if "ask:options" not in turn.state.asked and not turn.state.options:
        return make(turn, Plan("ask_more", reason, "free"), Stage.REALITY)
    return make(turn, Plan("ask_commitment", reason, "commitment", "ask:commitment"), Stage.COMMITMENT)


def commitment_told(turn: Turn) -> Chosen | None:
    """A plan is on the table: make it sharp, name the obstacle and the confidence, then close."""
    plan, asked = turn.state.commitment, turn.state.asked
    if plan is None or (not plan.what and "ask:what" in asked):
        return None
    if (not plan.what or commitments.is_vague(plan.what)) and "ask:what" not in asked:
        return make(
            turn,
            Plan("ask_what", "the plan is not yet something that can be done", "what", "ask:what"),
            Stage.COMMITMENT,
        )
    if plan.when is None and "ask:when" not in asked:
        return make(turn, Plan("ask_when", "a plan without a day", "when", "ask:when"), Stage.COMMITMENT)
    return _challenge(turn, late=True) or _before_the_end(turn, plan) or _ended(turn)


def _before_the_end(turn: Turn, plan: Commitment) -> Chosen | None:
    """What is asked of a plan with its act and day: the snag, how sure, and what would help where that is low."""
    asked = turn.state.asked
    if "ask:obstacle" not in asked and plan.if_then is None:
        reason = "an if-then for what may get in the way makes it likelier to happen"
        return make(turn, Plan("ask_obstacle", reason, "obstacle", "ask:obstacle"), Stage.OBSTACLE)
    if turn.before.expecting == "obstacle" and turn.state.obstacle and plan.if_then is None and "ask:way" not in asked:
        reason = "a snag was named and nothing yet to be done about it: asks once"
        return make(turn, Plan("ask_obstacle", reason, "way", "ask:way"), Stage.OBSTACLE)
    if plan.confidence is None and "ask:confidence" not in asked and SURE not in turn.state.told:
        return make(
            turn, Plan("ask_confidence", "how sure the doctor is", "confidence", "ask:confidence"), Stage.CONFIDENCE
        )
    low = plan.confidence is not None and plan.confidence < SURE_ENOUGH
    if low and "ask:raise" not in asked and not plan.easier and not _challenged_late(asked):
        reason = f"{plan.confidence} of 10 is too low: make it smaller or easier"
        return make(turn, Plan("raise_confidence", reason, "raise", "ask:raise"), Stage.CONFIDENCE)
    return None


def _ended(turn: Turn) -> Chosen:
    closed = turn.state.model_copy(update={"closed": True})
    return make(turn, Plan("close", "a plan with what and when: sums up and ends"), Stage.CLOSED, closed)


def _challenged_late(asked: tuple[str, ...]) -> bool:
    """Whether a challenge came once options were being asked for: then the end is near enough without one question."""
    start = asked.index("ask:options") if "ask:options" in asked else len(asked)
    return any(line.startswith("challenge:") for line in asked[start:])


def arc(turn: Turn) -> Chosen:
    """The next step of the arc for a doctor who has not yet named a plan."""
    for rule in (_urgent, _stay_with, _opening, _aim, _due_challenge, _follow_up, _reality, _beneath, _idea, _options):
        chosen = rule(turn)
        if chosen:
            return chosen
    return _commit(turn)


def _stay_with(turn: Turn) -> Chosen | None:
    """Something painful was told: the next question is about that, whatever the stage."""
    one = _untaken(turn)
    if one is None or one.weight < _PAINFUL or _followed_up(turn) > _MOST_STAYED:
        return None
    return _ask_on(turn, one, "something that matters to them was told: stays with it before anything else")


def _follow_up(turn: Turn) -> Chosen | None:
    """While exploring, an insight or a turn of the story is asked about before the next unknown, with measure."""
    one = _untaken(turn)
    if one is None or turn.state.stage not in _EXPLORING or turn.before.expecting.startswith(UPTAKE):
        return None
    if one.weight < (_SAID if _far_from_all(turn) else _TELLING) or _followed_up(turn) >= _MOST_FOLLOWED_UP:
        return None
    return _ask_on(turn, one, "asks on from what was just said")


def _far_from_all(turn: Turn) -> bool:
    """Whether no open question lies near what was just said: asking any of them would change the subject."""
    facet = questions.next_facet(turn, turn.state.stage)
    near = {one.id: one.confidence for one in turn.reading.near}
    return facet is None or near.get(facet.id, 0.0) < _NEAR


def _ask_on(turn: Turn, one: Uptake, why: str) -> Chosen:
    name = f"{UPTAKE}{one.id}"
    stage = Stage.REALITY if turn.state.stage is Stage.OPENING else None
    return make(turn, Plan("follow_up", f"{why} ({one.id.replace('_', ' ')})", name, name), stage)


def _untaken(turn: Turn) -> Uptake | None:
    """The heaviest thing in this message that has not been taken up before."""
    fresh = (one for one in turn.reading.uptakes if f"{UPTAKE}{one.id}" not in turn.state.used)
    return next((one for one in fresh if f"{UPTAKE}{one.id}" not in turn.state.asked), None)


def _followed_up(turn: Turn) -> int:
    return sum(line.startswith(UPTAKE) for line in turn.state.asked)


def _opening(turn: Turn) -> Chosen | None:
    if turn.state.stage is not Stage.OPENING:
        return None
    return _explore(
        turn, Stage.REALITY, "open", "first question: the weightiest thing not yet told, nearest to what was said"
    )


def _aim(turn: Turn) -> Chosen | None:
    if turn.state.aim is not None or "ask:aim" in turn.state.asked or turn.before.turn + 1 < _AIM_TURN:
        return None
    wish = _wish(turn)
    if wish:
        state = turn.state.model_copy(update={"aim": wish, "asked": (*turn.state.asked, "ask:aim")})
        return make(
            turn, Plan("confirm_aim", "the doctor named a wish: takes it as the aim", "aim_shown"), Stage.AIM, state
        )
    if turn.before.turn + 1 == _AIM_TURN and _told_much(turn):
        return None  # asked for at the next turn: a scene just painted comes first
    return make(turn, Plan("ask_aim", "no aim agreed yet", "aim", "ask:aim"), Stage.AIM)


def _told_much(turn: Turn) -> bool:
    """Whether this message holds an insight or worse that nobody has asked about."""
    one = _untaken(turn)
    return one is not None and one.weight >= _TELLING and not turn.before.expecting.startswith(UPTAKE)


def _wish(turn: Turn) -> str | None:
    """What the doctor wants of this talk: a wish in this message, or an earlier one to know or learn something."""
    now = commitments.aims.wish(turn.text) if turn.reading.kind is TurnKind.WISH else None
    if now is not None and share(now) >= _AIM_WORDS:
        return now
    earlier = (commitments.aims.of_the_talk(line) for line in turn.state.said.splitlines())
    return next((one for one in earlier if one), None)


def _urgent(turn: Turn) -> Chosen | None:
    """A challenge that must not wait: made whenever its evidence appears."""
    for one in turn.book.challenges if turn.book else ():
        if one.at_once and f"challenge:{one.id}" not in turn.state.asked and _due(one, turn, turn.state.said):
            plan = Plan("challenge", f"cannot wait: {one.about}", "challenge", f"challenge:{one.id}")
            return make(turn, plan, Stage.REALITY if turn.state.stage is Stage.OPENING else None)
    return None


def _due_challenge(turn: Turn) -> Chosen | None:
    return _challenge(turn, late=False) if turn.state.turn > _AIM_TURN else None


def _reality(turn: Turn) -> Chosen | None:
    if turn.state.stage not in {Stage.OPENING, Stage.AIM, Stage.REALITY}:
        return None
    asked = questions.asked_in(turn, FacetStage.REALITY) + _followed_up(turn)
    if asked >= MOST_REALITY or questions.open_weight(turn, FacetStage.REALITY, WEIGHTY) == 0:
        return None
    return _explore(turn, Stage.REALITY, "explore", "still unknown and weighty")


def _beneath(turn: Turn) -> Chosen | None:
    if turn.state.stage in {Stage.IDEA, Stage.OPTIONS, Stage.COMMITMENT} or turn.book is None:
        return None
    if questions.asked_in(turn, FacetStage.BENEATH) >= MOST_BENEATH:
        return None
    return _explore(turn, Stage.BENEATH, "go_beneath", "the facts are there: what lies beneath them")


def _explore(turn: Turn, stage: Stage, name: str, why: str) -> Chosen | None:
    facet = questions.next_facet(turn, stage)
    if facet is None:
        return None
    number = questions.wording(facet, turn)
    named = f"facet:{questions.key(turn, facet)}"
    return make(turn, Plan(name, f"{why}: {facet.about}", named, f"{named}:{number}"), stage)


def _idea(turn: Turn) -> Chosen | None:
    if turn.book is None or any(line.startswith("offer:") for line in turn.state.asked):
        return None
    offer = max(turn.book.offers, key=lambda one: _fit(one, turn), default=None)
    if offer is None:
        return None
    reason = f"facts and what lies beneath are told: offers the card {offer.card}"
    return make(turn, Plan("offer_idea", reason, "idea", f"offer:{offer.card}", query=offer.card), Stage.IDEA)


def _options(turn: Turn) -> Chosen | None:
    told = len(turn.state.options)
    if told >= ENOUGH_OPTIONS or "ask:commitment" in turn.state.asked:
        return None
    if "ask:options" not in turn.state.asked:
        return make(
            turn,
            Plan("ask_options", "the doctor's own options come before any of ours", "options", "ask:options"),
            Stage.OPTIONS,
        )
    if told == 1 and "ask:more" not in turn.state.asked and not _DECIDED.search(turn.text):
        return make(
            turn, Plan("ask_more_options", "one option is not yet a choice", "options", "ask:more"), Stage.OPTIONS
        )
    return None


def _commit(turn: Turn) -> Chosen:
    if "ask:commitment" in turn.state.asked:
        return make(
            turn,
            Plan("ask_what", "no step named yet: asks for something that could be watched", "what"),
            Stage.COMMITMENT,
        )
    return make(
        turn,
        Plan("ask_commitment", "options are there: which one, and when", "commitment", "ask:commitment"),
        Stage.COMMITMENT,
    )


def _challenge(turn: Turn, *, late: bool) -> Chosen | None:
    """A challenge whose evidence is in the doctor's words, at most one early and one late."""
    spent = sum(line.startswith("challenge:") for line in turn.state.asked)
    if turn.book is None or spent > (1 if late else 0):
        return None
    said = turn.state.said
    for one in turn.book.challenges:
        if f"challenge:{one.id}" not in turn.state.asked and _due(one, turn, said):
            plan = Plan("challenge", f"a usual self-deception here: {one.about}", "challenge", f"challenge:{one.id}")
            return make(turn, plan)
    return None


def _due(one: Challenge, turn: Turn, said: str) -> bool:
    if not one.evidence and not one.missing:
        return False
    return all(re.search(cue, said, re.I) for cue in one.evidence) and not any(
        _told(turn, facet) for facet in one.missing
    )


def _fit(offer: Offer, turn: Turn) -> float:
    said = turn.state.said
    told = sum(_told(turn, facet) for facet in offer.fits)
    return told + 2.0 * sum(bool(re.search(cue, said, re.I)) for cue in offer.cues)


def _told(turn: Turn, facet: str) -> bool:
    return f"{turn.state.situation}/{facet}" in turn.state.told
