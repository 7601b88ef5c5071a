"""Faults of progress where matters change or end: C8 topic change, C10 ends, C11 follow-up."""

import re
from collections.abc import Callable, Sequence

from evals.casebook.case import Said
from evals.rubric.talk import Exchange, Reply, Talk
from evals.rubric.world import World
from evals.selftest.planting import (
    Fault,
    Scene,
    appended,
    fragment,
    in_a_reply,
    joined,
    saying,
    stated,
    with_replies,
)

_NEXT_TIME = re.compile(r"how it went|when you write|i will ask|bring it back|come back", re.I)
_CLOSING = frozenset({"close", "after_closed", "end"})


def _shifts(scene: Scene) -> bool:
    return scene.said is Said.SHIFT and bool(scene.talk.before(scene.one))


def _old_matter(scene: Scene) -> Reply:
    before = scene.talk.before(scene.one)[-1]
    return saying(scene.reply, scene.draw("old_matter", old=fragment(before.turn.says)), ())


def _oblivious(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("oblivious"), ())


def _planned(talk: Talk) -> Exchange | None:
    return next((one for one in talk.exchanges if one.said is Said.PLAN), None)


def _after_the_plan(change: Callable[[Scene], Reply | None]) -> Callable[[Talk, Sequence[Talk], World], Talk | None]:
    """A change to every reply after the plan that closes, or asks nothing."""

    def plant(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
        planned = _planned(talk)
        if planned is None:
            return None
        later = talk.exchanges[planned.number - 1 :]
        rest = [one for one in later if one.reply.move in _CLOSING or not one.reply.questions]
        changed = {one.number: new for one in rest if (new := change(Scene(talk, one, others, world))) is not None}
        return with_replies(talk, changed) if changed else None

    return plant


def _keeps_going(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("keeps_going"))


def _asks_after_goodbye(scene: Scene) -> Reply:
    return appended(scene, scene.draw("after_goodbye"))


def _empty_close(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("empty_close"))


def _no_next_time(scene: Scene) -> Reply | None:
    """The closing without what it says of the time after it."""
    kept = [one for one in scene.reply.sentences if not _NEXT_TIME.search(one)]
    return saying(scene.reply, joined(kept)) if 0 < len(kept) < len(scene.reply.sentences) else None


def _next_session(change: Callable[[Scene], Reply]) -> Callable[[Talk, Sequence[Talk], World], Talk | None]:
    """A change to the first reply of the second session; in the next, nothing of the plan is said either."""

    def plant(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
        second = [one for one in talk.exchanges if one.session == 2][:2]
        if not second:
            return None
        scenes = [Scene(talk, one, others, world) for one in second]
        later = {scene.one.number: saying(scene.reply, scene.draw("generic_question")) for scene in scenes[1:]}
        return with_replies(talk, {scenes[0].one.number: change(scenes[0]), **later})

    return plant


def _starts_afresh(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("starts_afresh"))


def _skips_the_plan(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("skips_the_plan"))


def _blames(scene: Scene) -> Reply:
    """What the reply says of the plan stays, so that only the blame is new."""
    return saying(scene.reply, joined([*stated(scene.reply), scene.draw("blames_for_plan")]))


FAULTS = (
    Fault("stays with the old matter", "C8", "goes on about what was left", in_a_reply(_shifts, _old_matter)),
    Fault("does not notice", "C8", "a question that has neither matter in it", in_a_reply(_shifts, _oblivious)),
    Fault("never closes", "C10", "after the plan it asks on and on", _after_the_plan(_keeps_going)),
    Fault("asks after goodbye", "C10", "closes, and asks one thing more", _after_the_plan(_asks_after_goodbye)),
    Fault("empty closing", "C10", "closes without the plan", _after_the_plan(_empty_close)),
    Fault("no next time", "C10", "closes, and says of no next time", _after_the_plan(_no_next_time)),
    Fault("starts afresh", "C11", "as if there had been no first session", _next_session(_starts_afresh)),
    Fault("skips the plan", "C11", "a new theme of the coach's own", _next_session(_skips_the_plan)),
    Fault("blames", "C11", "blames for what came of the plan", _next_session(_blames)),
)
