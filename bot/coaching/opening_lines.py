"""A line to begin with, made from the plan: what is to be asked as a question, or what kind of talk it will be."""

import re
from typing import Final

from bot.coaching.growing import verbs
from bot.coaching.plain import with_apostrophes

_FOR_WORDS: Final = re.compile(
    r"\b(?:lines?|words?|phras\w+|sentence|script|opener|opening|open with|start with|begin with|say|tell|write|put it"
    r"|word(?:ing)? (?:it|that|this)|(?:start|open|begin) (?:it|that|the (?:talk|conversation|chat)))\b",
    re.I,
)
LINE: Final = "line:"
"""How the lines of such moves begin."""

_WOULD_SAY: Final = re.compile(
    r"^\W*(?:(?:maybe|ok|or|so|i['’]?d|i['’]?ll|just|could)\W+)*(?:say|tell (?:him|her|them)|something like)\b", re.I
)
_LAST: Final = 3
_FEW_WORDS: Final = 12
_HOW_TO_BEGIN: Final = re.compile(
    r"\bhow (?:do|should|would|can|could|might) (?:i|you) (?:even |actually |best )?(?:start|open|begin|say|put|word"
    r"|phrase|bring)\b[^?]*\?\s*$",
    re.I,
)
_LED: Final = (
    r"^\W*(?:(?:ok(?:ay)?|right|well|um+|er+|hmm+|oh|yeah|yes|no|so|and|but|though|actually|honestly|sorry|thanks"
    r"|thank you|cheers|ta|great|cool|fine|one (?:more|last) thing|quick question|just|also|wait|hang on)\b"
    r"[\s,.!:;–-]*)*"
)
_QUESTION: Final = re.compile(
    rf"{_LED}(?P<asked>(?:(?:what|which|how|who|where|why|when)(?: \w+){{0,3}}?"
    r" (?:do|should|would|shall|will|am|is|are) (?:i|we)\b|how (?:much|many|long|do you)\b"
    r"|(?:should|shall|do|am) (?:i|we)\b"
    r"|what(?:['’]?s| is| are) (?:the|a) "
    r"(?:best|right|good))[^?!\n]*)\??\W*(?:tho(?:ugh)?|then|please)?\W*$",
    re.I,
)
"""A question to the coach, with or without its mark; 'can we make it Friday?', 'what about Friday?' change a plan."""

_ANY_QUESTION: Final = re.compile(
    rf"{_LED}(?P<asked>(?!(?:can|could|may|shall|would) (?:i|we|you)\b|(?:what|how) (?:about|if)\b"
    r"|is (?:that|this|it)\b|does (?:that|this)\b|are you\b|do you\b|you\b|right\b)"
    r"(?:\w|['’])+ (?:\w|['’])+ [^?!.\n]+)\?\W*$",
    re.I,
)
_CHANGES: Final = re.compile(r"\b(?:instead|rather|change|move|make it|put it down)\b", re.I)

_TO_SOMEBODY: Final = re.compile(
    r"\b(?:to|with|give|tell|ask|show|send|email) (?P<who>him|her|them|(?:the|my|our|his|her) (?:\w+ )?\w+)\b"
    r"|\babout (?P<topic>[^,.?!]+)",
    re.I,
)
_SMALL: Final = frozenset("the my our his her it that this about to a an of on at".split())
_WOULD: Final = {"'d": "would", "'ll": "will"}
_WITH_MODAL: Final = re.compile(
    r"\b(?P<wh>whether|if|what|how|why|when|who|where|which [a-z]+) (?P<who>he|she|they)"
    r"(?P<modal>'d|'ll| would| could| can| will| might) (?P<rest>(?!have\b|rather\b)[a-z]+.*)$",
    re.I,
)
_PRESENT: Final = re.compile(
    r"\b(?P<wh>what|how|why|when|where|which [a-z]+) (?P<who>he|she|they) (?P<verb>[a-z]+)(?P<rest>(?: .*)?)$", re.I
)
_BUGS: Final = re.compile(r"\b(?P<wh>what|who) (?P<verb>[a-z]{3,}s) (?:him|her|them)(?P<rest>(?: .*)?)$", re.I)
_NEVER_ASKED: Final = re.compile(
    r"\bnever (?:once |really |actually |even |properly )?asked\b(?: (?:him|her|them|anyone|anybody))?[\s,:]+"
    r"(?P<asked>.+)$",
    re.I,
)
_STRANGE: Final = re.compile(
    r"\b(?:he|she|they|him|her|them|his|their|himself|herself|themselves|and|but|or|so)\b", re.I
)
"""Words whose turning to 'you' would be in doubt, or after which another clause begins."""

_BARE_OF: Final = frozenset({"think", "want", "need", "like", "feel", "mean", "know", "see", "make", "find", "prefer"})
_KINDS: Final = (
    ("sorry", re.compile(r"^(?:apologi[sz]e|say (?:i'm |im )?sorry)\b")),
    (
        "tell",
        re.compile(r"^(?:tell|own up|admit|confess|come clean|say (?:what happened|it was me)|report|let \w+ know)\b"),
    ),
    ("thank", re.compile(r"^thank\b")),
    ("show", re.compile(r"^(?:show|send|email|present|share|forward)\b")),
    ("ask", re.compile(r"^(?:ask|see (?:if|whether)|check|find out)\b")),
)
_WRONG: Final = re.compile(
    r"\b(?:i (?:made|did|gave|prescribed|wrote|missed|forgot)|my) (?:\w+ ){0,3}?(?:error|mistake|wrong|cock[- ]?up)\b"
    r"|\bi (?:missed|forgot|overlooked|mixed up|got it wrong|messed up|cocked up|screwed up)\b",
    re.I,
)


def asks_for_words(text: str) -> bool:
    """Whether what is asked for is something to say, and not something to do."""
    return bool(_FOR_WORDS.search(text))


def asks_how_to_begin(text: str) -> bool:
    """Whether a short message asks how a talk is to be begun: 'how would I start that conversation?'."""
    asked = question(text) or ""
    return len(text.split()) <= _FEW_WORDS and bool(_HOW_TO_BEGIN.search(text) or _HOW_TO_BEGIN.match(f"{asked}?"))


def question(text: str) -> str | None:
    """The question that a message asks of the coach, without what leads up to it; None where it asks none."""
    last = re.split(r"(?<=[.!])\s+(?=[a-z]{2})", text.strip(), flags=re.I)[-1]
    found = _QUESTION.match(text.strip()) or _QUESTION.match(last) or _ANY_QUESTION.match(last)
    if found and found.re is _ANY_QUESTION and _CHANGES.search(text):
        return None
    return " ".join(found["asked"].split()).strip(" ,;.") if found else None


def is_of_the_plan(asked: str, what: str, whom: str | None) -> bool:
    """Whether a question asks nothing of somebody, or of something, that the plan does not name."""
    plan = f"{what} {whom or ''}".casefold()
    one = bool(whom) and " and " not in plan and (whom or "").casefold() not in {"them", "team"}
    for found in _TO_SOMEBODY.finditer(asked):
        if found["who"] and found["who"].casefold() in {"him", "her", "them"}:
            known = one or found["who"].casefold() in plan.split() or (bool(whom) and found["who"].casefold() == "them")
        else:
            words = set((found["who"] or found["topic"]).casefold().split()) - _SMALL
            known = not words or any(word in plan for word in words)
        if not known:
            return False
    return True


def would_say(text: str, asked: tuple[str, ...]) -> bool:
    """Whether a message is what the doctor would say, in answer to a line just given: no way round a snag."""
    return any(one.startswith(LINE) for one in asked[-1:]) and bool(_WOULD_SAY.match(text))


def own_error(said: str) -> bool:
    """Whether the doctor has told of an error of their own."""
    return bool(_WRONG.search(said))


def kind(plan: str, said: str) -> str:
    """What kind of talk a plan leads to: 'error', 'tell', 'sorry', 'thank', 'show', 'ask', or else 'talk'."""
    low = " ".join(plan.casefold().split())
    found = next((name for name, pattern in _KINDS if pattern.search(low)), "talk")
    return "error" if found == "tell" and own_error(said) else found


def question_in(plan: str) -> str | None:
    """What is to be asked, as it would be asked: 'ask Tom what he'd change' -> 'What would you change?'."""
    told = with_apostrophes(" ".join(plan.replace("’", "'").split())).rstrip(" .?!")
    if (found := _WITH_MODAL.search(told)) and not _STRANGE.search(found["rest"]):
        modal = found["modal"].strip().casefold()
        asked = "" if found["wh"].casefold() in {"if", "whether"} else f"{found['wh']} "
        return _sentence(f"{asked}{_WOULD.get(modal, modal)} you {found['rest']}")
    if (found := _PRESENT.search(told)) and not _STRANGE.search(found["rest"]):
        low = found["verb"].casefold()
        verb = low if found["who"].casefold() == "they" else verbs.of_third(low)
        if verb in _BARE_OF:
            return _sentence(f"{found['wh']} do you {verb}{found['rest']}")
    if (found := _BUGS.search(told)) and not _STRANGE.search(found["rest"]):
        return _sentence(f"{found['wh']} {found['verb']} you{found['rest']}")
    return None


def never_asked(said: str) -> str | None:
    """The question that the doctor says they never put to anybody, in one of their last lines; None where none is."""
    for line in reversed(said.splitlines()[-_LAST:]):
        for sentence in re.split(r"[.!?]\s+", line.strip()):
            found = _NEVER_ASKED.search(sentence)
            if found and (asked := question_in(found["asked"])):
                return asked
    return None


def _sentence(words: str) -> str:
    told = " ".join(words.split())
    return f"{told[:1].upper()}{told[1:]}?"
