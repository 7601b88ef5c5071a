"""Faults of progress on the way to a plan: R6 usable help, C1 contract, C2 arc, C3 commitment, C4 obstacle."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from evals.casebook.case import PRACTISED, Said, Turn
from evals.rubric.talk import Exchange, Reply, Talk
from evals.rubric.world import World
from evals.selftest.planting import (
    Fault,
    Scene,
    asking_instead,
    in_a_reply,
    of_exchanges,
    ordinary,
    saying,
    swapped,
    with_replies,
)

_WHOLE = 6
_EARLY = 3
_OPTIONS = frozenset({"ask_options", "suggest_options"})
_WILL = frozenset({"ask_commitment", "ask_when", "ask_what"})
_PLANNING = _OPTIONS | _WILL | {"ask_aim"}


def _asked_how(scene: Scene) -> bool:
    return ordinary(scene) and scene.said is Said.ASKS_HOW


def _whole(talk: Talk) -> bool:
    plain = all(one.turn.route is None and one.said not in PRACTISED for one in talk.exchanges)
    return plain and talk.case.kind != "sessions" and len([one for one in talk.exchanges if one.graded]) >= _WHOLE


def _anothers_help(scene: Scene) -> Reply | None:
    return swapped(scene, _asked_how)


def _fact(scene: Scene) -> Reply:
    return asking_instead(scene.reply, scene.draw("fact_question"))


def _never_asks_aim(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """Early questions, and every one for the aim, ask for facts; a simulated doctor never comes to say the aim."""
    if not _whole(talk):
        return None
    asking = [one for one in talk.exchanges if one.reply.questions]
    asks = [one for one in asking if one.number <= _EARLY or one.reply.move == "ask_aim"]
    changed = with_replies(talk, {one.number: _fact(Scene(talk, one, others, world)) for one in asks})
    return _without_answer(changed, "aim", others, world)


def _asks_aim_late(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """What is wanted from the talk is asked in the last reply but one."""
    changed = _never_asks_aim(talk, others, world)
    asked = [one for one in talk.exchanges if one.reply.move == "ask_aim"]
    if changed is None or not asked:
        return None
    last = changed.exchanges[-2]
    late = with_replies(changed, {last.number: asking_instead(last.reply, asked[0].reply.questions[-1])})
    return replace(late, milestones=talk.milestones)


def _without_answer(talk: Talk, milestone: str, others: Sequence[Talk], world: World) -> Talk:
    """A simulated doctor has no idea where the aim was said."""
    doctor = talk.case.doctor
    if doctor is None:
        return talk
    exchanges = [
        replace(one, turn=Turn(says=Scene(talk, one, others, world).draw("dunno"), said=Said.BRIEF))
        if one.turn.says == doctor.aim
        else one
        for one in talk.exchanges
    ]
    return of_exchanges(talk, exchanges, [one for one in talk.milestones if one != milestone])


def _first_question(words: str) -> Callable[[Talk, Sequence[Talk], World], Talk | None]:
    """The first question of the talk is one that belongs to its end."""

    def plant(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
        first = talk.exchanges[0]
        if not _whole(talk) or not first.reply.questions:
            return None
        scene = Scene(talk, first, others, world)
        return with_replies(talk, {1: asking_instead(first.reply, scene.draw(words))})

    return plant


def _skips_what_is(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """Straight from the opening to options or to a plan."""
    del others, world
    at = _first(talk, _OPTIONS | {"ask_commitment"})
    rest = talk.exchanges[at:]
    if not _whole(talk) or at < 1 or len(rest) < _WHOLE:
        return None
    opening = replace(talk.exchanges[0], reply=rest[0].reply)
    return of_exchanges(talk, [opening, *rest[1:]])


def _never_comes_to_it(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """Facts and more facts: the talk never comes to what could be done, and a simulated doctor to no plan."""
    at = _first(talk, _OPTIONS | _WILL)
    if talk.case.doctor is None or not _whole(talk) or at < 1:
        return None
    exchanges = []
    for place, one in enumerate(talk.exchanges):
        scene = Scene(talk, one, others, world)
        turn = one.turn if place <= at else Turn(says=scene.draw("dunno"), said=Said.BRIEF)
        exchanges.append(replace(one, turn=turn, reply=_fact(scene)))
    return of_exchanges(talk, exchanges, _came_to(talk.milestones, without={"options", "plan", "when", "snag"}))


def _no_will(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """Goodbye where what will be done was to be asked."""
    doctor = talk.case.doctor
    at = next((place for place, one in enumerate(talk.exchanges) if one.said is Said.PLAN), 0)
    if doctor is None or at < 1 or "plan" not in talk.milestones:
        return None
    last = Scene(talk, talk.exchanges[at - 1], others, world)
    bye = replace(last.one, reply=saying(last.reply, last.draw("goodbye")))
    thanks = replace(talk.exchanges[at], turn=Turn(says=doctor.thanks, said=Said.THANKS), reply=bye.reply)
    return of_exchanges(talk, [*talk.exchanges[: at - 1], bye, thanks], _before(talk.milestones, "plan"))


def _no_day(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """When it will be is never asked, so that it is never said."""
    del others, world
    doctor = talk.case.doctor
    if doctor is None or "when" not in talk.milestones:
        return None
    exchanges = []
    for one in talk.exchanges:
        if one.turn.says == doctor.plan.when:
            continue
        said = doctor.plan.what if doctor.plan.when in one.turn.says else one.turn.says
        exchanges.append(replace(one, turn=one.turn.model_copy(update={"says": said})))
    return of_exchanges(talk, exchanges, _came_to(talk.milestones, without={"when"}))


def _coachs_own_plan(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """The plan is the coach's, what and when, and the doctor says yes to it."""
    doctor = talk.case.doctor
    at = next((place for place, one in enumerate(talk.exchanges) if one.said is Said.PLAN), 0)
    if doctor is None or at < 1 or "plan" not in talk.milestones:
        return None
    said = {doctor.plan.what, doctor.plan.when, f"{doctor.plan.what}, {doctor.plan.when}"}
    exchanges = [_agreed(Scene(talk, one, others, world), said) for one in talk.exchanges]
    asked = Scene(talk, talk.exchanges[at - 1], others, world)
    told = asked.draw("tells_the_plan", what=doctor.plan.what, when=doctor.plan.when)
    exchanges[at - 1] = replace(exchanges[at - 1], reply=saying(asked.reply, told))
    return of_exchanges(talk, exchanges, _came_to(talk.milestones, without={"plan", "when"}))


def _agreed(scene: Scene, said: Collection[str]) -> Exchange:
    if scene.one.turn.says not in said:
        return scene.one
    return replace(scene.one, turn=Turn(says=scene.draw("agrees"), said=Said.BRIEF))


def _asks_facts_but_for(kept: frozenset[str]) -> Callable[[Talk, Sequence[Talk], World], Talk | None]:
    """Every question but those of some moves asks for a fact, so that no snag, sign or confidence is asked for."""

    def plant(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
        if talk.case.doctor is None:
            return None
        asks = [one for one in talk.exchanges if one.reply.questions and one.reply.move not in kept]
        return with_replies(talk, {one.number: _fact(Scene(talk, one, others, world)) for one in asks})

    return plant


def _straight_to_the_end(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """After the plan comes the closing: what is in between is left out, and what else asked of signs asks for facts."""
    planned = next((one for one in talk.exchanges if one.said is Said.PLAN), None)
    end = next((one for one in talk.exchanges if one.reply.move == "close"), None)
    if planned is None or end is None or end.number <= planned.number:
        return None
    closing = replace(planned, reply=end.reply)
    cut = of_exchanges(talk, [*talk.exchanges[: planned.number - 1], closing, *talk.exchanges[end.number :]])
    return _asks_facts_but_for(_WILL | {"ask_aim"})(cut, others, world)


def _first(talk: Talk, moves: frozenset[str]) -> int:
    return next((place for place, one in enumerate(talk.exchanges) if one.reply.move in moves), -1)


def _came_to(milestones: Sequence[str], without: Collection[str]) -> list[str]:
    return [one for one in milestones if one not in without]


def _before(milestones: Sequence[str], last: str) -> list[str]:
    return list(milestones[: milestones.index(last)])


def _instead_of_help(name: str, about: str, words: str) -> Fault:
    return Fault(name, "R6", about, in_a_reply(_asked_how, lambda scene: saying(scene.reply, scene.draw(words), ())))


FAULTS = (
    _instead_of_help("help withheld", "asked for help, it asks back", "withholds"),
    _instead_of_help("platitude", "asked for help, it says what nobody can do anything with", "platitude"),
    _instead_of_help("reading list", "asked for help, it sends the doctor off to read", "reading_list"),
    Fault("another's help", "R6", "the step that another doctor was given", in_a_reply(_asked_how, _anothers_help)),
    Fault("never asks the aim", "C1", "what is wanted from the talk is never asked", _never_asks_aim),
    Fault("asks the aim at the end", "C1", "what is wanted is asked when the talk is over", _asks_aim_late),
    Fault(
        "options first", "C2", "asks what could be done before anything is known", _first_question("options_question")
    ),
    Fault("plan first", "C2", "asks what will be done before anything is known", _first_question("will_question")),
    Fault("skips what is", "C2", "from the opening straight to options", _skips_what_is),
    Fault("never comes to what to do", "C2", "facts for ever", _never_comes_to_it),
    Fault("no will", "C3", "ends without asking what will be done", _no_will),
    Fault("no day", "C3", "what, and never when", _no_day),
    Fault("the coach's own plan", "C3", "the plan is the coach's, the doctor says ok", _coachs_own_plan),
    Fault("asks for none of the three", "C4", "no snag, sign or confidence", _asks_facts_but_for(_PLANNING)),
    Fault("asks only how sure", "C4", "neither snag nor sign", _asks_facts_but_for(_PLANNING | {"ask_confidence"})),
    Fault("straight to the end", "C4", "from the plan straight to the closing", _straight_to_the_end),
)
