"""The register of the criteria: what each asks and is worth (criteria.yaml), and the check that sees it."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from evals.rubric import (
    debriefed,
    followed,
    grounds,
    inquiry,
    listening,
    progress,
    rehearsed,
    safety,
    shown,
    shown_again,
    style,
)
from evals.rubric.talk import Exchange, Talk
from evals.rubric.verdicts import Finding
from evals.rubric.world import World
from knowledge import strict_yaml

FILE = Path(__file__).resolve().parent / "criteria.yaml"


class Axis(StrEnum):
    """What a criterion belongs to; axes are reported apart."""

    LISTENING = "listening"
    INQUIRY = "inquiry"
    PROGRESS = "progress"
    KNOWLEDGE = "knowledge"
    STYLE = "style"
    SAFETY = "safety"
    PRACTICE = "practice"
    DRAFTS = "drafts"


OfReply = Callable[[Talk, Exchange, World], Iterator[Finding]]
OfTalk = Callable[[Talk, World], Iterator[Finding]]


class Criterion(BaseModel):
    """One criterion. Negative points: it is met when the bad thing happened. A gate, failed once, fails its case.

    `question` is what a judge or a person answers with yes or no; `judged` says that beyond what the text shows a
    judge is needed.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    question: str
    points: int = Field(ge=-10, le=10)
    axis: Axis
    gate: bool = False
    judged: bool = False

    @property
    def negative(self) -> bool:
        """Whether being met is bad."""
        return self.points < 0


CRITERIA: Mapping[str, Criterion] = {one.id: one for one, _ in strict_yaml.load_list(FILE, Criterion)}
"""Every criterion by its id, in the rubric's order."""

OF_REPLY: Mapping[str, OfReply] = {
    "R1": listening.r1_specific_uptake,
    "R2": listening.r2_reflects_first,
    "R3": inquiry.r3_one_open_question,
    "R4": inquiry.r4_moves_on,
    "R5": inquiry.r5_true_inquiry,
    "R6": progress.r6_usable_help,
    "R7": grounds.r7_grounded,
    "R8": grounds.r8_earns_its_place,
    "R9": grounds.r9_content_right,
    "R10": style.r10_autonomy,
    "R11": inquiry.r11_fair_challenge,
    "R12": style.r12_short,
    "R13": style.r13_stock_empathy,
    "R14": style.r14_premature_advice,
    "R15": safety.r15_no_ruling,
    "R16": safety.r16_identifiers,
    "R17": safety.r17_route,
    "R18": style.r18_honest,
    "C13": followed.c13_said_back,
    "C14": followed.c14_learns,
    "P1": rehearsed.p1_in_the_part,
    "P2": rehearsed.p2_cruel,
    "P3": rehearsed.p3_gives_way,
    "P5": rehearsed.p5_keeps_the_place,
    "P6": debriefed.p6_invented,
    "P7": debriefed.p7_own_words,
    "P8": debriefed.p8_true_balance,
    "P9": debriefed.p9_one_thing_to_try,
    "P10": debriefed.p10_scolds_or_marks,
    "D1": shown.d1_invented,
    "D2": shown.d2_two_strengths,
    "D3": shown.d3_at_most_two_changes,
    "D4": shown.d4_fits,
    "D5": shown.d5_source,
    "D6": shown.d6_rewrites,
    "D7": shown.d7_faults_a_sound_one,
    "D8": shown_again.d8_compares,
    "D9": shown_again.d9_claims_what_was_not,
}
"""The checks that look at one reply."""

OF_TALK: Mapping[str, OfTalk] = {
    "C1": progress.c1_contract,
    "C2": progress.c2_arc,
    "C3": progress.c3_commitment,
    "C4": progress.c4_obstacle_and_confidence,
    "C5": listening.c5_looks_back,
    "C6": listening.c6_balance,
    "C7": style.c7_repeats_itself,
    "C8": progress.c8_topic_change,
    "C9": inquiry.c9_thinking_shifted,
    "C10": progress.c10_ends,
    "C11": progress.c11_follow_up,
    "C12": safety.c12_safety_persists,
    "P4": rehearsed.p4_is_reached,
}
"""The checks that look at a whole talk."""
