"""Every fixed sentence that only Slack needs, in one model that is checked when it is loaded.

What the coach says of its own accord in any channel is not here: the core words that.
"""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from bot.channels.slack.wording import Line, Short, Wording
from bot.channels.slack.words_of_letters import (
    Changed,
    Consent,
    FeedbackWords,
    Help,
    Mention,
    Notifications,
    Outcomes,
    Privacy,
    Prompts,
    Reminders,
    Sources,
)
from bot.channels.slack.words_of_practice import DraftWords, RehearsalWords, ReviewWords
from bot.channels.slack.words_of_sharing import (
    AssessedWords,
    CountingWords,
    MentorWords,
    PreviewWords,
    RemarkWords,
    SharedWords,
    ShareWords,
)
from bot.channels.slack.words_of_views import (
    Command,
    Counts,
    Elsewhere,
    Erase,
    ExportWords,
    Growing,
    Home,
    Reflect,
    ReflectionDialogue,
    RotaWords,
    Waiting,
)

NOTES = frozenset(
    "too_long no_files stopped sorry erased exported paused resumed started not_understood_yet "
    "outcome_kept outcome_partly outcome_not outcome_let_go remind_off feedback_kept "
    "nothing_to_erase not_yours taken_back gone_on".split()
)
"""The short messages that must be there: the names that `letters.note` takes."""


class SlackWords(Wording):
    """All of it, as `slack/words.yaml` holds it."""

    notifications: Notifications
    consent: Consent
    privacy: Privacy
    help: Help
    sources: Sources
    feedback: FeedbackWords
    mention: Mention
    changed: Changed
    reminders: Reminders
    rota: RotaWords
    outcomes: Outcomes
    prompts: Prompts
    home: Home
    growing: Growing
    reflection: ReflectionDialogue
    counts: Counts
    reflect: Reflect
    rehearsal: RehearsalWords
    draft: DraftWords
    review: ReviewWords
    erase: Erase
    waiting: Waiting
    elsewhere: Elsewhere
    export: ExportWords
    command: Command
    share: ShareWords
    assessed: AssessedWords
    preview: PreviewWords
    shared: SharedWords
    remark: RemarkWords
    mentor: MentorWords
    counting: CountingWords
    status: Short
    notes: Annotated[Mapping[str, Line], Field(strict=False)]

    @model_validator(mode="after")
    def _all_notes(self) -> Self:
        if set(self.notes) != NOTES:
            message = f"notes: missing {sorted(NOTES - set(self.notes))}, unknown {sorted(set(self.notes) - NOTES)}"
            raise ValueError(message)
        return self

    def with_model(self, told: str) -> "SlackWords":
        """The same where a language model words replies; `told` names it, and who runs it, to doctors.

        Where that changes, everybody is asked to agree again.
        """
        said = {"consent": self.consent.naming(told), "privacy": self.privacy.naming(told)}
        return self.model_copy(update=said)
