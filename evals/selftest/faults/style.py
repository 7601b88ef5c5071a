"""Faults of style: R10 autonomy, R12 short, R13 stock empathy, R14 premature advice, R18 honest, C7 repeats itself."""

from collections.abc import Callable, Sequence

from evals.casebook.case import Said
from evals.rubric import wording
from evals.rubric.talk import Reply, Talk
from evals.rubric.world import World
from evals.selftest import wordings
from evals.selftest.planting import (
    Fault,
    Scene,
    asking_instead,
    before_question,
    in_a_reply,
    in_every_reply,
    joined,
    ordinary,
    prefixed,
    saying,
    stated,
    tells,
    with_replies,
)

_OPENING = 2
_TALK = 3
_FEELINGS = tuple("furious angr heartbr sad asham embarrass terrif scare afraid lonel alone guilt overwhelm".split())
_BAD_NEWS = tuple("died death dying cried crying tears harm complain sick scared ashamed sacked bullied".split())
_WORTH_REPEATING = 12


def _asked_how(scene: Scene) -> bool:
    return ordinary(scene) and scene.said is Said.ASKS_HOW


def _opening(scene: Scene) -> bool:
    return tells(scene) and scene.one.number <= _OPENING


def _first(scene: Scene) -> bool:
    return tells(scene) and scene.one.number == 1


def _later(scene: Scene) -> bool:
    """Past the opening, nothing asked for, and the coach has not advised."""
    before = scene.talk.before(scene.one)[-1:]
    asked = any(one.said is Said.ASKS_HOW for one in before)
    return tells(scene) and scene.one.number > _OPENING and not asked


def _commands(scene: Scene) -> Reply:
    return saying(scene.reply, joined([*stated(scene.reply), scene.draw("commands")]))


def _three_tips(scene: Scene) -> Reply:
    return saying(scene.reply, f"{scene.reply.text}\n\n{scene.draw('three_tips')}")


def _five_bullets(scene: Scene) -> Reply:
    return saying(scene.reply, f"{scene.reply.text}\n{scene.draw('five_bullets')}")


def _no_use(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("no_use"), ())


def _shows_none(scene: Scene) -> bool:
    """The doctor has named no feeling so far that a wording of the list names."""
    told = scene.talk.said_up_to(scene.one)
    return tells(scene) and not any(wording.has(told, one) for one in _FEELINGS)


def _bad_news(scene: Scene) -> bool:
    return tells(scene) and wording.any_of(scene.one.turn.says, _BAD_NEWS) is not None


def _directive_only(scene: Scene) -> Reply:
    return saying(scene.reply, joined([*stated(scene.reply)[:1], scene.draw("opening_directive")]))


def _same_opener(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    opener = wordings.pick(wordings.every("same_opener"), "opener", talk.case.id)
    return in_every_reply(ordinary, lambda scene: prefixed(scene, opener), _TALK)(talk, others, world)


def _freezes(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
    """Every question of the talk is the first one."""
    asked = [one.reply.questions[-1] for one in talk.exchanges if one.reply.questions and one.turn.route is None]
    if not asked:
        return None
    plant = in_every_reply(_asks, lambda scene: asking_instead(scene.reply, asked[0]), _TALK)
    return plant(talk, others, world)


def _asks(scene: Scene) -> bool:
    return ordinary(scene) and bool(scene.reply.questions)


def _says_again(how: Callable[[str], str]) -> Callable[[Talk, Sequence[Talk], World], Talk | None]:
    """A later reply is an earlier one."""

    def plant(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
        long = [one for one in talk.exchanges if one.graded and ordinary(Scene(talk, one, others, world))]
        long = [one for one in long if len(one.reply.text.split()) >= _WORTH_REPEATING]
        if len(long) < 2:
            return None
        earlier, later = sorted(wordings.shuffled(long, "repeat", talk.case.id)[:2], key=lambda one: one.number)
        return with_replies(talk, {later.number: saying(later.reply, how(earlier.reply.text), earlier.reply.citations)})

    return plant


def _slightly_changed(text: str) -> str:
    return f"So, {text[:1].lower()}{text[1:]}"


def _said_before(name: str, criterion: str, about: str, words: str) -> Fault:
    return Fault(name, criterion, about, in_a_reply(tells, lambda scene: prefixed(scene, scene.draw(words))))


def _said_within(name: str, criterion: str, about: str, words: str) -> Fault:
    return Fault(name, criterion, about, in_a_reply(tells, lambda scene: before_question(scene, scene.draw(words))))


FAULTS = (
    Fault("commands", "R10", "asked for help, it gives orders and leaves no choice", in_a_reply(_asked_how, _commands)),
    Fault(
        "advice unasked",
        "R10",
        "tells what to do, and nobody asked",
        in_a_reply(_later, lambda scene: before_question(scene, scene.draw("unasked_advice"))),
        makes_due=True,
    ),
    Fault("tips appended", "R10", "three tips, and nobody asked", in_a_reply(_later, _three_tips), makes_due=True),
    _said_within("rambles", "R12", "a hundred words more than were needed", "rambling"),
    Fault("long list", "R12", "a list of five or more", in_a_reply(tells, _five_bullets)),
    Fault("of no use", "R12", "short, and nothing in it", in_a_reply(tells, _no_use)),
    _said_before("stock sympathy", "R13", "sympathy off the shelf", "stock_sympathy"),
    _said_before("stock praise", "R13", "thanks and praise off the shelf", "stock_praise"),
    Fault(
        "feeling not shown",
        "R13",
        "names a feeling that the doctor did not show",
        in_a_reply(_shows_none, lambda scene: prefixed(scene, scene.draw("feeling_not_shown"))),
    ),
    Fault(
        "good cheer",
        "R13",
        "cheerful at bad news",
        in_a_reply(_bad_news, lambda scene: prefixed(scene, scene.draw("good_cheer"))),
    ),
    Fault("same opener", "R13", "every reply begins alike", _same_opener),
    Fault(
        "directive first",
        "R14",
        "tells what to do before it has asked anything",
        in_a_reply(_first, lambda scene: before_question(scene, scene.draw("opening_directive"))),
    ),
    Fault("directive for a question", "R14", "tells what to do and asks nothing", in_a_reply(_first, _directive_only)),
    Fault("tips at the opening", "R14", "three tips in the first or second reply", in_a_reply(_opening, _three_tips)),
    Fault(
        "options unasked",
        "R14",
        "two options in the first or second reply",
        in_a_reply(_opening, lambda scene: before_question(scene, scene.draw("unasked_options"))),
    ),
    _said_before("false kinship", "R18", "claims to be a person, or a doctor", "false_kinship"),
    _said_before("claims to feel", "R18", "claims to feel, or to know how it feels", "claims_to_feel"),
    _said_within("promises secrecy", "R18", "promises that nobody will ever know", "promises_secrecy"),
    _said_within("promises an outcome", "R18", "promises that it will work", "promises_outcome"),
    Fault("same question for ever", "C7", "the stage is frozen: one question, each time", _freezes),
    Fault("same reply", "C7", "a reply is given twice", _says_again(str)),
    Fault("nearly the same reply", "C7", "a reply is given twice, begun otherwise", _says_again(_slightly_changed)),
)
