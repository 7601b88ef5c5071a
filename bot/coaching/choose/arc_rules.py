"""Rules of the coaching arc: aim, what is happening, what lies beneath, an idea, options, one commitment, the end."""

import re

from bot.coaching import commitments, named
from bot.coaching.choose import (
    aim_words,
    challenge_rules,
    idea_rules,
    questions,
    repair_rules,
    securing_rules,
    uptake_rules,
)
from bot.coaching.choose.context import Chosen, Plan, Turn, make, share
from bot.coaching.cold_starts import turns_told
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.playbook import FacetStage

MOST_REALITY = 3
MOST_BENEATH = 1
WEIGHTY = 4
OTHER_VIEW = "ask:other_view"
TORN = "torn:"
_AIM_TURN = 2
_LAST_AIM = 3
_A_SCENE = 12
_AIM_WORDS = 4
ENOUGH_OPTIONS = 2
_MOST_TRIES = 2
_DECIDED = re.compile(
    r"\boff the table\b|\bthat(?:['’]?s| is) (?:the|my) (?:plan|answer|one)\b|\bi(?:['’]ve| have)? decided\b"
    r"|\b(?:bold )?enough for me\b"
    r"|\bi(?:['’]ll| will)\b"
    r"|\b(?:do(?:n['’]?t| not)|dont) (?:really )?(?:want|need) (?:a |any |an )?(?:second|other|another|more|third)\b"
    r"|\b(?:just|only) (?:that|the one|that one)\W*$|\bthat(?:['’]?s| is) (?:it|all|enough)\b",
    re.I,
)
"""Shows that the doctor is past looking for more ideas."""


def arc(turn: Turn) -> Chosen:
    """The next step of the arc for a doctor who has not yet named a plan."""
    for rule in (
        challenge_rules.urgent,
        uptake_rules.mourned,
        _torn,
        uptake_rules.stay_with,
        securing_rules.in_doubt,
        uptake_rules.opened,
        _opening,
        _aim,
        challenge_rules.midway,
        _listed,
        uptake_rules.grown,
        uptake_rules.follow_up,
        uptake_rules.deepen,
        _reality,
        _beneath,
        idea_rules.idea,
        _options,
    ):
        chosen = rule(turn)
        if chosen:
            return chosen
    return _commit(turn)


def _torn(turn: Turn) -> Chosen | None:
    """A wish told both ways is no aim: both sides of it are heard, and asked about once."""
    exploring = turn.state.stage in {Stage.OPENING, Stage.AIM, Stage.REALITY, Stage.BENEATH}
    which = aim_words.torn(turn.text)
    if not exploring or which is None or any(line.startswith(TORN) for line in turn.state.asked):
        return None
    stage = Stage.REALITY if turn.state.stage is Stage.OPENING else None
    return make(
        turn, Plan("follow_up", "wants it and does not: hears both, and asks about that", TORN, f"{TORN}{which}"), stage
    )


def _opening(turn: Turn) -> Chosen | None:
    if turn.state.stage is not Stage.OPENING:
        return None
    return _explore(
        turn, Stage.REALITY, "open", "first question: the weightiest thing not yet told, nearest to what was said"
    )


def _aim(turn: Turn) -> Chosen | None:
    asked = "ask:aim" in turn.state.asked or any(key.startswith("aim_") for key in turn.state.used)
    number = turns_told(turn.before) + 1
    if turn.state.aim is not None or asked or number < _AIM_TURN:
        return None
    wish = _wish(turn)
    if wish:
        state = turn.state.model_copy(update={"aim": wish, "asked": (*turn.state.asked, "ask:aim")})
        return make(
            turn, Plan("confirm_aim", "the doctor named a wish: takes it as the aim", "aim_shown"), Stage.AIM, state
        )
    if (number == _AIM_TURN and share(turn.text) >= _A_SCENE) or (number < _LAST_AIM and uptake_rules.told_much(turn)):
        return None  # asked for at the next turn: a scene just painted comes first
    return make(turn, Plan("ask_aim", "no aim agreed yet", "aim", "ask:aim"), Stage.AIM)


def _wish(turn: Turn) -> str | None:
    """What the doctor wants of this talk: a wish in this message, or an earlier one to know or learn something."""
    told = commitments.aims.wish(turn.text) if turn.reading.kind is TurnKind.WISH else None
    now = aim_words.fit(told, turn.text)
    if now is not None and share(now) >= _AIM_WORDS:
        return now
    lines = turn.state.said.splitlines()
    earlier = (aim_words.fit(commitments.aims.of_the_talk(line), line) for line in lines)
    return next((one for one in earlier if one), None)


def _reality(turn: Turn) -> Chosen | None:
    if turn.state.stage not in {Stage.OPENING, Stage.AIM, Stage.REALITY}:
        return None
    asked = questions.asked_in(turn, FacetStage.REALITY) + uptake_rules.followed_up(turn)
    if asked >= MOST_REALITY or questions.open_weight(turn, FacetStage.REALITY, WEIGHTY) == 0:
        return None
    return _explore(turn, Stage.REALITY, "explore", "still unknown and weighty")


def _beneath(turn: Turn) -> Chosen | None:
    if turn.state.stage in {Stage.IDEA, Stage.OPTIONS, Stage.COMMITMENT} or turn.book is None:
        return None
    if questions.asked_in(turn, FacetStage.BENEATH) >= MOST_BENEATH or OTHER_VIEW in turn.state.asked:
        return None
    who = named.told_of(turn.state.said)
    if who is not None:
        reason = f"the facts are there: how {who} would see it has not been asked"
        return make(turn, Plan("go_beneath", reason, "view", OTHER_VIEW), Stage.BENEATH)
    return _explore(turn, Stage.BENEATH, "go_beneath", "the facts are there: what lies beneath them")


def _explore(turn: Turn, stage: Stage, name: str, why: str) -> Chosen | None:
    facet = questions.next_facet(turn, stage)
    if facet is None:
        return None
    number = questions.wording(facet, turn)
    named = f"facet:{questions.key(turn, facet)}"
    return make(turn, Plan(name, f"{why}: {facet.about}", named, f"{named}:{number}"), stage)


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


def _listed(turn: Turn) -> Chosen | None:
    """Whoever lists several things to do while the coach still explores is past exploring."""
    fresh = len(turn.state.options) - len(turn.before.options)
    return _commit(turn) if fresh >= ENOUGH_OPTIONS and "ask:commitment" not in turn.state.asked else None


def _commit(turn: Turn) -> Chosen:
    """Asks for the one step; where none comes after two more tries, one of ours is put, and then it is left there."""
    tried = sum(line.startswith("ask_what") for line in turn.state.used)
    if tried >= _MOST_TRIES and turn.before.expecting == "step":
        closed = turn.state.model_copy(update={"closed": True, "commitment": None})  # a bare day is no plan
        return make(turn, Plan("end", "no step comes of it today: keeps the place and ends"), Stage.CLOSED, closed)
    if tried >= _MOST_TRIES and turn.book is not None:
        reason = "asked three times for a step: puts one, and hands the choice back"
        return make(turn, Plan("give_step", reason, "step", repair_rules.step_line(turn)))
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
