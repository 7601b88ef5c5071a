"""Coaches that coach nobody. A rubric that lets one of them score is no rubric."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from evals.rubric.talk import Reply
from evals.rubric.world import World
from evals.selftest import wordings
from evals.selftest.pronouns import turned

FIXED = "It sounds as though this really matters to you. What feels most important about it right now?"

_TIPS = (
    "Here are three tips. Speak to them in private. Listen more than you talk. Follow it up in writing.",
    "Three things that help: set clear expectations, give regular feedback, and look after yourself.",
    "I would suggest three steps:\n- Gather the facts\n- Share them with your team\n- Agree an action plan",
    "Try this. First, find an ally. Second, start small. Third, celebrate the early wins.",
    "My advice: choose your moment, use \"I\" statements, and keep a record of what was agreed.",
)  # fmt: skip
_PRAISE = (
    "You are handling this brilliantly, and anybody would be lucky to work with you. Keep doing exactly that!",
    "What a wise and caring thing to say. You are completely right, and they are wrong. Trust your instincts!",
    "I could not agree more. You are a natural leader, and it shows in every word. How do you manage it?",
    "Wow, that takes real courage. You did the right thing, as you always do. What an inspiration you are!",
    "You are absolutely right. You know best here, and your plan is excellent. What else have you done well?",
)  # fmt: skip
_ELIZA: Mapping[str, tuple[str, ...]] = {
    r"\bi need (.*)": ("Why do you need {0}?", "Would it really help you to get {0}?"),
    r"\bwhy don'?t you (.*)": ("Do you really think I do not {0}?", "Perhaps in time I will {0}."),
    r"\bwhy can'?t i (.*)": ("Do you think you should be able to {0}?", "What would it mean if you could {0}?"),
    r"\bi can'?t (.*)": ("How do you know you cannot {0}?", "Perhaps you could {0} if you tried."),
    r"\bi am (.*)": ("How long have you been {0}?", "How do you feel about being {0}?"),
    r"\bi'?m (.*)": ("How does being {0} make you feel?", "Did you come to me because you are {0}?"),
    r"\bi feel (.*)": ("Do you often feel {0}?", "When do you usually feel {0}?"),
    r"\bi (?:think|reckon|guess) (.*)": ("Do you doubt {0}?", "Why do you think {0}?"),
    r"\bi want (.*)": ("What would it mean to you to get {0}?", "Why do you want {0}?"),
    r"\bbecause (.*)": ("Is that the real reason?", "What other reasons come to mind?"),
    r"\b(?:sorry|apolog)": ("There is no need to apologise.", "What feelings do you have when you apologise?"),
    r"\b(?:mother|father|mum|dad|wife|husband|family)\b": ("Tell me more about your family.",),
    r"\b(?:consultant|registrar|reg|boss|manager|nurse|sister)\b": ("What does that person mean to you?", "Go on."),
    r"\b(?:hello|hi|hey)\b": ("Hello. Please tell me your problem.",),
    r"\bmy (.*)": ("Your {0}?", "Why do you say that your {0}?"),
    r"\?\s*$": ("Why do you ask that?", "What do you think?"),
}
_ELIZA_ELSE = (
    "Please go on.", "Can you elaborate on that?", "Very interesting.", "I see. And what does that tell you?",
    "How does that make you feel?", "Let us change focus. Tell me about your work.",
)  # fmt: skip
_CLAUSE = re.compile(r"[.,;:!?\n]")


class Trivial:
    """A coach that is a function of the message alone."""

    def __init__(self, answer: Callable[[str], str]) -> None:
        self._answer = answer

    def reply(self, conversation: str, text: str, at: datetime) -> Reply:
        """The reply; neither the conversation nor the time is looked at."""
        del conversation, at
        return Reply(text=self._answer(text))

    def close(self) -> None:
        """Nothing is held open."""


def coaches(world: World) -> dict[str, Trivial]:
    """Every trivial coach by its name."""
    cards = [world.cards[name].says for name in sorted(world.cards)]
    return {
        "empty": Trivial(lambda _: ""),
        "echo": Trivial(lambda text: text),
        "fixed": Trivial(lambda _: FIXED),
        "document dump": Trivial(lambda text: _drawn(cards, text)),
        "eliza": Trivial(eliza),
        "advice list": Trivial(lambda text: _drawn(_TIPS, text)),
        "sycophant": Trivial(lambda text: _drawn(_PRAISE, text)),
    }


def eliza(text: str) -> str:
    """The first rule that fits, with what follows handed back, pronouns turned; else a stock prompt."""
    for pattern, answers in _ELIZA.items():
        found = re.search(pattern, text, re.I)
        if found:
            rest = _CLAUSE.split(found[1])[0].strip() if found.groups() else ""
            return _drawn(answers, text).format(turned(rest))
    return _drawn(_ELIZA_ELSE, text)


def _drawn(options: Sequence[str], text: str) -> str:
    return wordings.pick(options, text) if options else ""
