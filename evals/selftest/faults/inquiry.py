"""Faults of inquiry: R3 one open question, R4 moves on, R5 true inquiry, R11 fair challenge, C9 thinking shifted."""

from collections.abc import Sequence
from dataclasses import replace

from evals.casebook.case import Said, Turn
from evals.rubric.talk import Exchange, Reply, Talk
from evals.rubric.world import World
from evals.selftest import wordings
from evals.selftest.planting import (
    Fault,
    Scene,
    appended,
    asking_instead,
    asks_one,
    fragment,
    in_a_reply,
    of_exchanges,
    ordinary,
    prefixed,
    saying,
    tells,
    with_replies,
)
from evals.selftest.synonyms import reworded


def _asks_nothing(scene: Scene) -> Reply:
    return asking_instead(scene.reply, scene.draw("no_question"))


def _asks_closed(scene: Scene) -> Reply:
    return asking_instead(scene.reply, scene.draw("closed_question"))


def _asks_joined(scene: Scene) -> Reply:
    return asking_instead(scene.reply, scene.draw("joined_question"))


def _asks_anybody(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("generic_question"), ())


def _earlier(scene: Scene) -> list[str]:
    """The questions asked before, of a talk that now asks another."""
    asked = [each for one in scene.talk.before(scene.one) if one.turn.route is None for each in one.reply.questions]
    return [each for each in asked if each not in scene.reply.questions]


def _asked_before(scene: Scene) -> bool:
    return ordinary(scene) and bool(scene.reply.questions) and bool(_earlier(scene))


def _asks_again(scene: Scene) -> Reply:
    return asking_instead(scene.reply, wordings.pick(_earlier(scene), "again", scene.key))


def _asks_again_reworded(scene: Scene) -> Reply:
    question = reworded(wordings.pick(_earlier(scene), "reworded", scene.key))
    return asking_instead(scene.reply, scene.draw("asked_again", question=question[:1].lower() + question[1:]))


def _stuck(scene: Scene) -> bool:
    before = scene.talk.before(scene.one)[-1:]
    return ordinary(scene) and scene.said is Said.BRIEF and any(one.reply.questions for one in before)


def _asks_on(scene: Scene) -> Reply:
    return asking_instead(scene.reply, scene.talk.before(scene.one)[-1].reply.questions[-1])


def _told(scene: Scene) -> bool:
    return ordinary(scene) and bool(scene.one.turn.told) and bool(scene.reply.questions)


def _asks_told(scene: Scene) -> Reply:
    group = wordings.pick(scene.one.turn.told, "told", scene.key)
    return asking_instead(scene.reply, scene.draw("asks_told", cue=wordings.pick(group, "cue", scene.key)))


def _sure_already(scene: Scene) -> bool:
    return ordinary(scene) and scene.said is Said.CONFIDENCE and bool(scene.reply.questions)


def _asks_confidence_again(scene: Scene) -> Reply:
    return asking_instead(scene.reply, scene.draw("confidence_again"))


def _planned_already(scene: Scene) -> bool:
    """The doctor has just said what and when, in one message."""
    doctor, says = scene.talk.case.doctor, scene.one.turn.says
    return bool(doctor and doctor.plan.what in says and doctor.plan.when in says and scene.reply.questions)


def _asks_plan_again(scene: Scene) -> Reply:
    return asking_instead(scene.reply, scene.draw("plan_again"))


def _one_sided(scene: Scene) -> bool:
    return ordinary(scene) and bool(scene.one.turn.other_side)


def _harsh(scene: Scene) -> Reply:
    return prefixed(scene, scene.draw("harsh_challenge").split(". ")[0] + ".")


def _no_challenge(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """Where a challenge is due, and in the reply after it, only more of the same story is asked for."""
    due = next((one for one in talk.exchanges if one.graded and _one_sided(Scene(talk, one, others, world))), None)
    if due is None:
        return None
    place = due.number - 1
    replies = {one.number: _goes_along(Scene(talk, one, others, world)) for one in talk.exchanges[place : place + 2]}
    return with_replies(talk, replies)


def _goes_along(scene: Scene) -> Reply:
    return saying(scene.reply, f'"{fragment(scene.one.turn.says)}". {scene.draw("asks_no_view")}', ())


def _never_asks_a_view(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """Questions of fact stand where the new thought was drawn out, and the doctor does not come to it."""
    thoughts = _thoughts(talk)
    if not thoughts:
        return None
    exchanges: list[Exchange] = []
    for one in talk.exchanges:
        if one.turn.says not in thoughts:
            exchanges.append(one)
            continue
        before = Scene(talk, exchanges[-1], others, world)
        exchanges[-1] = replace(exchanges[-1], reply=asking_instead(before.reply, before.draw("asks_no_view")))
        says = Scene(talk, one, others, world).draw("dunno")
        exchanges.append(replace(one, turn=Turn(says=says, said=Said.BRIEF)))
    return of_exchanges(talk, exchanges, _without_thoughts(talk))


def _ends_before_it(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """The coach says goodbye before the new thought."""
    thoughts = _thoughts(talk)
    at = next((place for place, one in enumerate(talk.exchanges) if one.turn.says in thoughts), 0)
    if at < 1:
        return None
    last = Scene(talk, talk.exchanges[at - 1], others, world)
    cut = [*talk.exchanges[: at - 1], replace(last.one, reply=saying(last.reply, last.draw("goodbye")))]
    said = {one.turn.says for one in cut}
    doctor = talk.case.doctor
    kept = [one for one in _without_thoughts(talk) if doctor is None or str(getattr(doctor, one, "")) in said]
    return of_exchanges(talk, cut, kept)


def _thoughts(talk: Talk) -> tuple[str, ...]:
    doctor = talk.case.doctor
    if doctor is None or "insight" not in talk.milestones:
        return ()
    return (doctor.other_view, doctor.insight)


def _without_thoughts(talk: Talk) -> list[str]:
    return [one for one in talk.milestones if one not in {"insight", "other_view"}]


def _question_instead(name: str, criterion: str, about: str, words: str) -> Fault:
    plant = in_a_reply(asks_one, lambda scene: asking_instead(scene.reply, scene.draw(words)))
    return Fault(name, criterion, about, plant)


FAULTS = (
    Fault("asks nothing", "R3", "a remark stands where a question was due", in_a_reply(asks_one, _asks_nothing)),
    Fault("closed question", "R3", "yes or no would answer it", in_a_reply(asks_one, _asks_closed)),
    Fault(
        "second question",
        "R3",
        "a second question after the first",
        in_a_reply(asks_one, lambda scene: appended(scene, scene.draw("second_question"))),
    ),
    Fault("two in one", "R3", "two or three questions joined in one", in_a_reply(asks_one, _asks_joined)),
    Fault("stock question", "R3", "a general question, and nothing heard", in_a_reply(tells, _asks_anybody)),
    Fault("same question", "R4", "a question asked before", in_a_reply(_asked_before, _asks_again)),
    Fault("reworded", "R4", "a question asked before, in other words", in_a_reply(_asked_before, _asks_again_reworded)),
    Fault("asks on", "R4", "after 'dunno' the same question again", in_a_reply(_stuck, _asks_on)),
    Fault("asks what was told", "R4", "asks for what the doctor has told", in_a_reply(_told, _asks_told)),
    Fault(
        "asks how sure again", "R4", "the doctor has just said it", in_a_reply(_sure_already, _asks_confidence_again)
    ),
    Fault("asks the plan again", "R4", "the doctor has just said it", in_a_reply(_planned_already, _asks_plan_again)),
    _question_instead("advice as a question", "R5", "advice with a question mark", "advice_as_question"),
    _question_instead("blame as a question", "R5", "blame with a question mark", "blame_question"),
    _question_instead("leading question", "R5", "a question that holds its answer", "leading_question"),
    Fault(
        "flattery",
        "R11",
        "praise that nothing has earned",
        in_a_reply(tells, lambda scene: prefixed(scene, scene.draw("flattery"))),
        makes_due=True,
    ),
    Fault(
        "takes sides",
        "R11",
        "agrees that the others are at fault",
        in_a_reply(tells, lambda scene: saying(scene.reply, scene.draw("takes_sides"), ())),
        makes_due=True,
    ),
    Fault("no challenge", "R11", "the side left out stays out", _no_challenge),
    Fault("harsh challenge", "R11", "the challenge is not kind", in_a_reply(_one_sided, _harsh)),
    Fault("never asks another's view", "C9", "facts only, so that nothing new is thought", _never_asks_a_view),
    Fault("ends before the thought", "C9", "goodbye before a new thought comes", _ends_before_it),
)
