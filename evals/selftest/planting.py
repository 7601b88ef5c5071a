"""How a fault is planted: in one reply, in every reply, or in the whole of a held talk."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evals.casebook.case import Said
from evals.rubric import wording
from evals.rubric.talk import Citation, Exchange, Reply, Talk
from evals.rubric.world import World
from evals.selftest import wordings

Plant = Callable[[Talk, Sequence[Talk], World], Talk | None]

_FRAGMENT = 7


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a coach, and the criterion that must name it.

    `plant` gives a copy of a talk that has the fault, or None where it cannot be planted there. `makes_due`: the fault
    itself is what the criterion applies to, as advice that nobody asked for; otherwise a reply on which the criterion
    finds nothing before or after owes nothing, and does not count.
    """

    name: str
    criterion: str
    about: str
    plant: Plant
    makes_due: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One exchange of a talk in which a fault may be planted, with all that a change may draw on."""

    talk: Talk
    one: Exchange
    others: Sequence[Talk]
    world: World

    @property
    def reply(self) -> Reply:
        """The reply as the coach gave it."""
        return self.one.reply

    @property
    def said(self) -> Said:
        """What the message is."""
        return self.one.said

    @property
    def key(self) -> str:
        """What wordings are drawn by: the case, and the place in it."""
        return f"{self.talk.case.id}|{self.one.number}"

    def draw(self, name: str, **fields: str) -> str:
        """A wording of a list, with its gaps filled."""
        return wordings.pick(wordings.every(name), name, self.key).format(**fields)


Where = Callable[[Scene], bool]
Change = Callable[[Scene], Reply | None]


def in_a_reply(where: Where, change: Change) -> Plant:
    """A fault in one graded reply: the first that will take it, in an order that the case decides."""

    def plant(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
        for one in wordings.shuffled([one for one in talk.exchanges if one.graded], talk.case.id):
            scene = Scene(talk, one, others, world)
            new = change(scene) if where(scene) else None
            if new is not None and _differs(new, one.reply):
                return with_replies(talk, {one.number: new})
        return None

    return plant


def in_every_reply(where: Where, change: Change, least: int) -> Plant:
    """A fault in every reply that will take it; None where there are fewer than `least` of them."""

    def plant(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
        scenes = [Scene(talk, one, others, world) for one in talk.exchanges if one.graded]
        changed = {scene.one.number: new for scene in scenes if where(scene) and (new := change(scene)) is not None}
        if len(changed) < least or not any(_differs(new, talk.exchanges[at - 1].reply) for at, new in changed.items()):
            return None
        return with_replies(talk, changed)

    return plant


def with_replies(talk: Talk, replies: Mapping[int, Reply]) -> Talk:
    """The talk with other replies at some numbers."""
    exchanges = tuple(replace(one, reply=replies.get(one.number, one.reply)) for one in talk.exchanges)
    return replace(talk, exchanges=exchanges)


def of_exchanges(talk: Talk, exchanges: Iterable[Exchange], milestones: Iterable[str] | None = None) -> Talk:
    """The talk of other exchanges, numbered anew."""
    numbered = tuple(replace(one, number=number) for number, one in enumerate(exchanges, 1))
    return replace(talk, exchanges=numbered, milestones=talk.milestones if milestones is None else tuple(milestones))


def saying(reply: Reply, text: str, citations: tuple[Citation, ...] | None = None) -> Reply:
    """The reply with another text. It claims no acts: what is caught must be caught by what it says."""
    kept = reply.citations if citations is None else citations
    return Reply(text=text.strip(), move=reply.move, stage=reply.stage, citations=kept, safety=reply.safety)


def stated(reply: Reply) -> list[str]:
    """The sentences that ask nothing."""
    return [one for one in reply.sentences if not wording.asks(one)]


def joined(parts: Iterable[str]) -> str:
    """Sentences as running text."""
    return " ".join(parts)


def prefixed(scene: Scene, said: str) -> Reply:
    """The reply with something said before it."""
    return saying(scene.reply, f"{said} {scene.reply.text}")


def appended(scene: Scene, said: str) -> Reply:
    """The reply with something said after it."""
    return saying(scene.reply, f"{scene.reply.text} {said}")


def before_question(scene: Scene, said: str) -> Reply:
    """The reply with something said just before what it asks."""
    kept = list(scene.reply.sentences)
    where = next((place for place, each in enumerate(kept) if wording.asks(each)), len(kept))
    return saying(scene.reply, joined([*kept[:where], said, *kept[where:]]))


def asking_instead(reply: Reply, question: str) -> Reply:
    """What the reply states, and another question."""
    return saying(reply, joined([*stated(reply), question]))


def ordinary(scene: Scene) -> bool:
    """Whether this is coaching: no alarm in the message, and none taken for one."""
    return scene.one.turn.route is None and scene.reply.safety is None and bool(scene.reply.text.strip())


def tells(scene: Scene) -> bool:
    """Whether the doctor tells something here, and coaching answers."""
    return ordinary(scene) and scene.said is Said.TELLING


def asks_one(scene: Scene) -> bool:
    """Whether a question is owed here, and one is asked."""
    return ordinary(scene) and scene.one.owes_question and len(scene.reply.questions) == 1


def fragment(message: str) -> str:
    """The first words of a message, as one hands them back."""
    return joined(message.split()[:_FRAGMENT]).strip(" .,;:!?\"'“”")


def swapped(scene: Scene, where: Where) -> Reply | None:
    """The reply that another doctor, of another scene and matter, was given to such a message."""
    mine = scene.talk.case
    for talk in wordings.shuffled(scene.others, "swap", scene.key):
        if talk.case.family == mine.family or talk.case.about == mine.about:
            continue
        for one in talk.exchanges:
            if where(Scene(talk, one, (), scene.world)):
                return saying(one.reply, one.reply.text)
    return None


def _differs(new: Reply, old: Reply) -> bool:
    return (new.text, new.citations) != (old.text, old.citations)
