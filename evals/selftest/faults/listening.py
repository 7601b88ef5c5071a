"""Faults of listening: R1 specific uptake, R2 reflects before asking, C5 looks back, C6 balance."""

from collections.abc import Sequence

from evals.rubric import wording
from evals.rubric.talk import Reply, Talk
from evals.rubric.world import World
from evals.selftest import wordings
from evals.selftest.planting import (
    Fault,
    Scene,
    fragment,
    in_a_reply,
    in_every_reply,
    joined,
    ordinary,
    saying,
    stated,
    swapped,
    tells,
)
from evals.selftest.pronouns import turned

_WORTH_PARROTING = 20
_LONG = 6
_BACK = 3
_BALANCED = 4


def _parrot(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("parrot", says=_ended(scene.one.turn.says)))


def _parrot_turned(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("parrot", says=_ended(turned(scene.one.turn.says))))


def _ended(says: str) -> str:
    return says if says.rstrip()[-1:] in ".?!" else f"{says}."


def _long_message(scene: Scene) -> bool:
    return tells(scene) and len(scene.one.turn.says.split()) >= _WORTH_PARROTING


def _states_first(scene: Scene) -> bool:
    sentences = scene.reply.sentences
    return tells(scene) and bool(scene.reply.questions) and not wording.asks(sentences[0])


def _questions_only(scene: Scene) -> Reply | None:
    return saying(scene.reply, joined(scene.reply.questions)) if scene.reply.questions else None


def _anothers_reply(scene: Scene) -> Reply | None:
    return swapped(scene, tells)


def _fits_anybody(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("generic_reply"), ())


def _question_first(scene: Scene) -> Reply:
    return saying(scene.reply, joined([*scene.reply.questions, *stated(scene.reply)]))


def _filler_first(scene: Scene) -> Reply:
    return saying(scene.reply, joined([scene.draw("filler"), *scene.reply.questions]))


def _late(scene: Scene) -> bool:
    return ordinary(scene) and scene.one.number > _BACK and _long_talk(scene.talk)


def _long_talk(talk: Talk) -> bool:
    return len([one for one in talk.exchanges if one.graded]) >= _LONG


def _remembers_only_now(scene: Scene) -> Reply:
    last = fragment(scene.one.turn.says)
    return saying(scene.reply, f'"{last}". {scene.draw("generic_question")}', ())


def _false_memory(scene: Scene) -> Reply | None:
    theirs = [one for one in scene.others if one.case.family != scene.talk.case.family]
    if not theirs:
        return None
    opening = wordings.pick(theirs, "memory", scene.key).exchanges[0].turn.says
    return saying(scene.reply, scene.draw("false_memory", other=fragment(opening)), ())


def _anothers_replies(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """From the fourth on, the replies that another doctor's long talk got, one by one."""
    theirs = [
        one for one in others if one.case.family != talk.case.family and len(one.exchanges) >= len(talk.exchanges)
    ]
    if not theirs or not _long_talk(talk):
        return None
    other = wordings.pick(theirs, "replies", talk.case.id)
    plant = in_every_reply(_late, lambda scene: saying(_at(other, scene), _at(other, scene).text), 1)
    return plant(talk, others, world)


def _at(other: Talk, scene: Scene) -> Reply:
    return other.exchanges[scene.one.number - 1].reply


def _talk_of_four(scene: Scene) -> bool:
    return ordinary(scene) and len([one for one in scene.talk.exchanges if one.graded]) >= _BALANCED


def _interrogates(scene: Scene) -> Reply:
    """The questions alone; where a reply asked nothing, one for facts."""
    return saying(scene.reply, joined(scene.reply.questions or [scene.draw("fact_question")]))


def _piles_up(scene: Scene) -> Reply:
    return saying(scene.reply, joined([*scene.reply.questions, scene.draw("more_questions")]))


def _lectures(scene: Scene) -> Reply:
    return saying(scene.reply, joined([*stated(scene.reply), scene.draw("lecture"), *scene.reply.questions]))


FAULTS = (
    Fault("swapped reply", "R1", "the reply that another doctor got", in_a_reply(tells, _anothers_reply)),
    Fault("parrot", "R1", "the message is said again word by word", in_a_reply(_long_message, _parrot)),
    Fault(
        "parrot, you for I",
        "R1",
        "the message is said again, pronouns turned",
        in_a_reply(_long_message, _parrot_turned),
    ),
    Fault("fits anybody", "R1", "a reply that fits any message", in_a_reply(tells, _fits_anybody)),
    Fault("question only", "R2", "what was heard is left out", in_a_reply(_states_first, _questions_only)),
    Fault(
        "question first", "R2", "what was heard comes after the question", in_a_reply(_states_first, _question_first)
    ),
    Fault(
        "courtesy first", "R2", "a courtesy, where something should be heard", in_a_reply(_states_first, _filler_first)
    ),
    Fault("short memory", "C5", "nothing is ever come back to", in_every_reply(_late, _remembers_only_now, 3)),
    Fault("false memory", "C5", "comes back to what another doctor said", in_every_reply(_late, _false_memory, 3)),
    Fault("another's replies", "C5", "from the fourth on, another talk's replies", _anothers_replies),
    Fault("interrogation", "C6", "questions only, all along", in_every_reply(_talk_of_four, _interrogates, 4)),
    Fault("lectures", "C6", "every reply holds a lecture", in_every_reply(_talk_of_four, _lectures, 4)),
    Fault("questions piled up", "C6", "questions upon questions", in_every_reply(_talk_of_four, _piles_up, 4)),
)
