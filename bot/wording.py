"""The draft and the reply that go out: a chat model's where there is one and its words hold, else the guided ones."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.coaching.check import Against, check
from bot.coaching.choose.context import Chosen
from bot.coaching.practice import Practice
from bot.coaching.record import Draft, Reply
from bot.coaching.rehearsal.levels import openness_of
from bot.coaching.rehearsal.model import Role
from bot.coaching.write.desk import Found
from bot.coaching.write.writer import SAFETY_MOVES

if TYPE_CHECKING:
    from bot.coaching.drafting.voicing import Part
    from bot.llm_engine import Asking

_LINE: Final = "rehearse_line"


@dataclass(frozen=True, slots=True)
class Written:
    """A turn in the playbooks' words: the masked message, what was chosen, the draft, and what stands around it.

    `found` is what the knowledge gave for it, `said` the coach's last replies, `situation` the playbook's title, `role`
    the character of a rehearsal.
    """

    text: str
    chosen: Chosen
    guided: Draft
    found: Found | None
    said: tuple[str, ...]
    situation: str
    role: Callable[[Practice], Role]


def worded(written: Written, asking: "Asking | None") -> tuple[Draft, Reply]:
    """What goes out, and the draft that it was made of."""
    move, guided = written.chosen.move, written.guided
    on_safety = move.name in SAFETY_MOVES or move.expecting.startswith("safety:")
    beside = written.chosen.step is not None or written.chosen.review is not None
    fixed = on_safety or beside  # never cut off
    against = Against(message=written.text, said_before=written.said, fixed=fixed)
    if asking is None:
        return guided, check(guided, against)
    part = _part(written)
    if part is not None:
        return asking.voice(part, guided, against)
    guide = asking.guide(move.name)
    of_a_card = any(one.card for one in guided.citations)
    if guide is None or (move.needs_evidence and not of_a_card):
        # that the sources do not say is said in fixed words, and what is quoted from a text of theirs stays here
        return guided, check(guided, against)
    from bot.coaching.drafting.sheet import Sheet  # noqa: PLC0415 - not loaded where no chat model is set

    sheet = Sheet(
        message=written.text,
        move=move,
        guide=guide,
        state=written.chosen.state,
        said_before=written.said,
        situation=written.situation,
        guided=guided,
        evidence=(written.found.says or "") if written.found else "",
    )
    return asking.word(sheet, against)


def _part(written: Written) -> "Part | None":
    """The other person of a rehearsal, where it is they who speak; None elsewhere."""
    step = written.chosen.step
    if step is None or step.voice != "other" or written.chosen.move.name != _LINE:
        return None
    from bot.coaching.drafting.voicing import Part  # noqa: PLC0415 - as above

    practice, role = step.practice, written.role(step.practice)
    moments = practice.moments
    return Part(
        name=role.name,
        stance=role.stance,
        cares=role.cares,
        openness=openness_of(practice.level),
        matter=practice.matter,
        before=moments[-2].answer if len(moments) > 1 else "",
        plain=step.text,
        message=written.text,
    )
