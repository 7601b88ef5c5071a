"""Faults around a commitment: C13 said back as the doctor's own, C14 learns from how it went."""

from collections.abc import Callable, Sequence

from evals.rubric.talk import Reply, Talk
from evals.rubric.world import World
from evals.selftest.planting import Fault, Scene, in_a_reply, joined, saying, stated, with_replies

_WITHIN = 3


def _at_the_plan(words: str) -> Callable[[Talk, Sequence[Talk], World], Talk | None]:
    """Something else where the plan was to be said back, and nothing of it in the replies after."""

    def plant(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
        at = next((one.number for one in talk.exchanges if one.turn.commits), 0)
        if not at:
            return None
        scenes = [Scene(talk, one, others, world) for one in talk.exchanges[at - 1 : at - 1 + _WITHIN]]
        changed = {one.one.number: saying(one.reply, one.draw("plan_not_said_back"), ()) for one in scenes}
        return with_replies(talk, {**changed, at: saying(scenes[0].reply, scenes[0].draw(words), ())})

    return plant


def _another_day(scene: Scene) -> Reply:
    """The plan as it was said back, and another beside it."""
    return saying(scene.reply, f"{scene.reply.text} {scene.draw('another_plan_said_back')}")


def _committed(scene: Scene) -> bool:
    return bool(scene.one.turn.commits)


def _told_how_it_went(scene: Scene) -> bool:
    return scene.one.turn.outcome is not None and bool(scene.reply.text.strip())


def _asks_instead(words: str) -> Callable[[Scene], Reply]:
    return lambda scene: saying(scene.reply, joined([*stated(scene.reply), scene.draw(words)]))


def _only_cheers(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("only_cheers"))


FAULTS = (
    Fault("another plan", "C13", "says back a plan that is not the doctor's", _at_the_plan("another_plan_said_back")),
    Fault("not said back", "C13", "the plan is never said back", _at_the_plan("plan_not_said_back")),
    Fault("adds to the plan", "C13", "another day beside the doctor's", in_a_reply(_committed, _another_day)),
    Fault("moves on", "C14", "on to the next plan", in_a_reply(_told_how_it_went, _asks_instead("moves_on_at_once"))),
    Fault("only cheers", "C14", "cheers or comforts, and asks nothing", in_a_reply(_told_how_it_went, _only_cheers)),
    Fault(
        "asks yes or no of it",
        "C14",
        "nothing can be learnt from it",
        in_a_reply(_told_how_it_went, _asks_instead("closed_about_it")),
    ),
)
