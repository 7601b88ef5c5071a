"""What a turn leaves behind: the draft, the checked reply, and the record of how both came about."""

from typing import Literal

from bot.coaching.cited import Cited
from bot.coaching.frozen import Frozen
from bot.coaching.kinds import Act
from bot.coaching.model import IncomingMessage, Move, Reading, State
from bot.coaching.practice import Attempt, Step
from bot.coaching.reviewed import Review

Purpose = Literal["reading", "wording"]
"""What a chat model was asked for in a turn."""


class Sentence(Frozen):
    """One sentence of a draft, what it does, and the key of the source it rests on, where it does."""

    text: str
    act: Act
    cites: str | None = None


class Contact(Frozen):
    """Where help can be had: as printed in the dated registry."""

    id: str
    name: str
    number: str | None = None
    address: str | None = None


class Draft(Frozen):
    """A reply before it is checked. The first `fixed` sentences (notices, a way back) stand whoever words the rest."""

    sentences: tuple[Sentence, ...]
    citations: tuple[Cited, ...] = ()
    contacts: tuple[Contact, ...] = ()
    used: tuple[str, ...] = ()
    writer: str = "guided"
    fixed: int = 0

    @property
    def text(self) -> str:
        """The reply as the doctor will read it."""
        return " ".join(one.text for one in self.sentences).strip()


class Problem(Frozen):
    """Something wrong with a draft: a code for programs and a sentence for mentors."""

    code: str
    detail: str


class ModelUse(Frozen):
    """What a chat model was asked in a turn, what came of it, and what it cost.

    `prompt` is the hash of the files that the prompt was made of. `outcome` is "used", or why it was not: a word of
    `ports.chat_model.Failure`, "rejected" (the draft failed its checks: `problems`), "over_budget". `draft` is what it
    wrote where that was not sent, for mentors and trainers. Tokens as the provider counts them, `cached_tokens` being
    part of `input_tokens`; `calls` counts the tries. `cost` is in the currency of the prices set, None without any.
    """

    purpose: Purpose
    model: str
    prompt: str
    outcome: str
    problems: tuple[Problem, ...] = ()
    draft: tuple[Sentence, ...] = ()
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    calls: int = 0
    ms: float = 0.0
    cost: float | None = None

    @property
    def tokens(self) -> int:
        """All tokens, in and out."""
        return self.input_tokens + self.output_tokens


class Reply(Frozen):
    """What goes out to the doctor; `engine` is "guided", "llm", or "guided_after_llm" where a model's was not sent."""

    text: str
    acts: tuple[Act, ...]
    citations: tuple[Cited, ...]
    contacts: tuple[Contact, ...]
    problems: tuple[Problem, ...]
    engine: str


class Versions(Frozen):
    """What produced a turn, so that it can be explained later."""

    code: str
    playbook: str
    prompts: str
    model: str
    index: str


class TurnRecord(Frozen):
    """One turn, whole: what is stored, what mentors read and what evaluations grade. The message is already masked.

    `step` is what came of it in a rehearsal, `review` what was found in a draft, `attempt` what is kept of either.
    """

    number: int
    message: IncomingMessage
    reading: Reading
    move: Move
    draft: Draft
    reply: Reply
    state: State
    versions: Versions
    ms: float
    model_uses: tuple[ModelUse, ...] = ()
    step: Step | None = None
    review: Review | None = None
    attempt: Attempt | None = None


class Conversation(Frozen):
    """A conversation as loaded: who it is with, where it stands, and the coach's last replies, oldest first.

    `before` counts turns that it had and that were forgotten since: it begins anew, and its turns are numbered on.
    `tokens_today` is what chat models have read and written for this person since midnight, UTC, in all conversations.
    `alone` means that no chat model may be asked: the person has not agreed to one.
    """

    id: str
    person_id: str
    state: State
    said: tuple[str, ...] = ()
    before: int = 0
    tokens_today: int = 0
    alone: bool = False

    @property
    def turns(self) -> int:
        """The number of its last turn; 0 where it never had one."""
        return self.before + self.state.turn
