"""The names of all buttons, dialogues and fields, and the ids that buttons carry.

A value holds ids and never words; only `START_THERE` holds the masked text that a conversation is to begin with.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

# ---------------------------------------------------------------- buttons (action_id); what the value holds

CONSENT_AGREE = "consent_agree"  # the version of the first-contact text
CONSENT_MORE = "consent_more"  # nothing
HELP_NOW = "help_now"  # nothing
PASSAGE = "passage"  # the key of the citation
FEEDBACK = "feedback"  # `ports.people.Value`: good or bad
START_THERE = "start_there"  # masked text, or nothing
ANSWER_EDIT = "answer_edit"  # the `ts` of the edited message
TALK_ABOUT = "talk_about"  # a subject, as all of the following up to OUTCOME_LET_GO
SNOOZE_DAY = "snooze_day"
SNOOZE_WEEK = "snooze_week"
REMIND_OTHER_DAY = "remind_other_day"
REMIND_OFF = "remind_off"
OUTCOME_KEPT = "outcome_kept"
OUTCOME_PARTLY = "outcome_partly"
OUTCOME_NOT = "outcome_not"
OUTCOME_LET_GO = "outcome_let_go"
HOME_START = "home_start"  # nothing, as all of the following
HOME_EXPORT = "home_export"
HOME_ERASE = "home_erase"
HOME_PAUSE = "home_pause"
HOME_RESUME = "home_resume"
HOME_REMINDERS = "home_reminders"  # "on" or "off": what is asked for
HOME_ROTA = "home_rota"  # nothing
HOME_COUNTED = "home_counted"  # the same
HOME_SHARE = "home_share"  # nothing
SHARE_SESSION = "share_session"  # the subject of a session
PREVIEW_BACK = "preview_back"  # nothing, as the next: the dialogue that they stand in tells
PREVIEW_AGAIN = "preview_again"
SHARE_WITHDRAW = "share_withdraw"  # the id of a share
HOME_REFLECTION = "home_reflection"  # nothing
REMARK_ANSWER = "remark_answer"  # the id of a comment
HOME_REHEARSE = "home_rehearse"  # nothing
REHEARSE_FIRST = "rehearse_first"  # the subject of a session
REHEARSE_PAUSE = "rehearse_pause"  # nothing, as all of the following: the message that they stand under tells
REHEARSE_AGAIN = "rehearse_again"
REHEARSE_STOP = "rehearse_stop"
REHEARSE_BACK = "rehearse_back"
REHEARSE_ANEW = "rehearse_anew"
DRAFT_SENTENCES = "draft_sentences"
DRAFT_AGAIN = "draft_again"

# ---------------------------------------------------------------- the shortcut and dialogues (callback_id)

REFLECT_SHORTCUT = "reflect_on_this"
MODAL_REFLECT = "modal_reflect"
MODAL_DRAFT = "modal_draft"
MODAL_FEEDBACK = "modal_feedback"
MODAL_ERASE = "modal_erase"
MODAL_DAY = "modal_day"
MODAL_ROTA = "modal_rota"
MODAL_PASSAGE = "modal_passage"
MODAL_HELP = "modal_help"
MODAL_PRIVACY = "modal_privacy"
MODAL_WAITING = "modal_waiting"
MODAL_ELSEWHERE = "modal_elsewhere"
MODAL_SHARE = "modal_share"
MODAL_ASSESSED = "modal_assessed"
MODAL_PREVIEW = "modal_preview"
MODAL_SHARED = "modal_shared"
MODAL_ANSWER = "modal_answer"
MODAL_REFLECTION = "modal_reflection"
MODAL_REHEARSAL = "modal_rehearsal"
MODAL_SENTENCES = "modal_sentences"

# ---------------------------------------------------------------- fields of dialogues (block_id and action_id alike)

FIELD_TEXT = "text"
FIELD_WHAT = "what"
FIELD_REASONS = "reasons"
FIELD_WORDS = "words"
FIELD_DAY = "day"
FIELD_QUIET_FROM = "quiet_from"
FIELD_QUIET_TO = "quiet_to"
FIELD_NIGHTS_FROM = "nights_from"
FIELD_NIGHTS_TO = "nights_to"
FIELD_LEAVE_FROM = "leave_from"
FIELD_LEAVE_TO = "leave_to"
FIELD_OFF_FROM = "off_from"
FIELD_OFF_TO = "off_to"
FIELD_REMOVE = "remove"
FIELD_TALK = "talk"
FIELD_MENTOR = "mentor"
FIELD_PURPOSE = "purpose"
FIELD_LENGTH = "length"
FIELD_SUGGESTED = "suggested"
FIELD_LEFT_OUT = "left_out"
FIELD_NAME = "name"
FIELD_NOTE = "note"
FIELD_CASE = "case"
FIELD_FORMAT = "format"
FIELD_WHOLE = "whole"
FIELD_WHO = "who"
FIELD_MATTER = "matter"
FIELD_DESCRIBED = "described"
FIELD_KIND = "kind"


class SubjectKind(StrEnum):
    """How a commitment is named."""

    COMMITMENT = "c"
    """By its own id."""
    SESSION = "s"
    """As the one that a session of this conversation closed with, whose id was not known yet."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The commitment that a button is about; as a value `c:<id>` or `s:<session>`."""

    kind: SubjectKind
    number: int

    @property
    def value(self) -> str:
        """As a button carries it."""
        return f"{self.kind}:{self.number}"


def of_commitment(commitment_id: int) -> str:
    """The value of a button about a commitment."""
    return Subject(SubjectKind.COMMITMENT, commitment_id).value


def of_session(session: int) -> str:
    """The value of a button about the commitment that a session closed with."""
    return Subject(SubjectKind.SESSION, session).value


def subject(value: str) -> Subject | None:
    """What a button is about; None where the value is none of ours."""
    found = re.fullmatch(r"([cs]):(\d{1,18})", value, re.ASCII)
    return Subject(SubjectKind(found.group(1)), int(found.group(2))) if found else None
