"""All there is to know when a move is put into words: what a prompt is made of, and what a draft is held against."""

from dataclasses import dataclass

from bot.coaching.drafting.guide import MoveGuide
from bot.coaching.identifiers import NameLists
from bot.coaching.model import Move, State
from bot.coaching.record import Draft


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is sent: `system`, the same for every turn of a move, so that providers can keep it; then `turn`.

    `version` is the hash of the files that both were made of. All text of others in it is masked and marked as data.
    """

    system: str
    turn: str
    version: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One turn, before it is worded.

    `message` is the doctor's, masked; `state` stands as the policy left it; `said_before` are the coach's last replies,
    oldest first. `situation` is the playbook's title, "" where none is settled. `guided` is the playbooks' wording of
    the same move: its citations are the evidence of this turn, and its first `fixed` sentences the model does not word.
    `evidence` is what the knowledge says for this move, in our words, "" where the move needs none or there is none.
    """

    message: str
    move: Move
    guide: MoveGuide
    state: State
    said_before: tuple[str, ...]
    situation: str
    guided: Draft
    evidence: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What a draft is held against: the sheet, what was sent, and the names by which people are recognised.

    `marker` is a word of the prompt that stands nowhere else: where a draft has it, the prompt has leaked.
    """

    sheet: Sheet
    prompt: Prompt
    marker: str
    names: NameLists
