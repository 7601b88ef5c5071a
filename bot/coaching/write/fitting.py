"""Whether a playbook's question fits what was just told: not answered already, and about the words handed back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.coaching import cues
from bot.coaching.cold_starts import turns_told
from bot.coaching.growing import around
from bot.coaching.growing.tells import STRONG
from bot.coaching.plain import plain
from bot.coaching.playbook import Question
from bot.coaching.write import pointing
from bot.coaching.write.desk import Desk

_STEM: Final = 5
_FEW: Final = frozenset(
    "about after again anybo anyon anyth before befor being could doing every going happe havent known might never"
    " nobod other peopl person reall right shoul somebo someb somet still their there these thing think those until"
    " where which while whole would yours thems matte start chang diffe first ordin place making".split()
)
_WHEN: Final = (
    r"\b(?:yesterday|last (?:night|week|month|time|year|\w+day)|this (?:morning|afternoon|week)|on (?:mon|tues|wednes"
    r"|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day[,.]|today|in (?:january|february|march|april"
    r"|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)|ago|the night|the other"
    r" day|at (?:handover|the huddle|the round|the meeting))\b"
)
_WAS: Final = (
    r"\b(?:was|were|did|didn't|had|said|told|asked|went|came|got|took|gave|sent|rang|stood|sat|left|saw|wrote"
    r"|[a-z]{3,}ed)\b"
)
_HARD: Final = (
    r"\b(?:wait\w*|trolleys?|corridors?|delay\w*|late|missed|scream\w*|cried|infection|fell|harm\w*|cancel\w*|hours?"
    r"|weeks?|wks|months?|hungry|pain|alone|bins?|vending)\b"
)
_PATIENTS: Final = (
    r"\b(?:patients?|pts?|kids?|child(?:ren)?|baby|babies|famil(?:y|ies)|(?:old|young) (?:man|woman|lady|boy"
    r"|girl)|bloke"
    r"|outpatients|residents|mums?)\b"
)
_ASKED_ME: Final = re.compile(
    r"\b(?:asked|told|wants?|got|made|put|volunteered) (?:me|us)\b|\b(?:says?|said) i(?:'ve| have|'m)? (?:got )?to\b"
    r"|\b(?:i've|i have|i was|i'm|been|was) (?:just |now )*(?:asked|told|handed|given|volunteered|meant to"
    r"|supposed to)\b"
    r"|\bnow (?:people|they|everyone|he|she)\b|\bhas just\b|\bstarts? (?:on|in|next)\b"
)
_TRIED: Final = re.compile(
    r"\bi(?:'ve| have)? (?:already |just |once |only )*(?:raised|emailed|sent|asked|told|tried|said|spoken|spoke"
    r"|mentioned"
    r"|rang|put it|brought it up|written|wrote|shown|showed)\b|^(?:emailed|asked|told|sent|raised|tried|said)\b"
    r"|\b(?:never|not|n't) (?:\w+ )?(?:said|asked|told|talked|spoken|mentioned|raised|shown|discussed)\b"
)
_PATH: Final = re.compile(
    r"\b(?:first|then|after (?:that|which)|next|goes (?:in|on|to|out|up)|gets (?:it|sent)|comes (?:in|up|back|free))\b"
)
_WHO: Final = re.compile(r"\bwho (?:to|you|i should|do i|even|else)\b|\bwho you (?:ring|ask|call)\b")
_ONLY: Final = re.compile(
    r"\b(?:nobody|no one)\b.*\b(?:except|but|apart|else|seen|knows?|told)\b|\bonly me\b|\bjust me\b"
)
_SEVERAL: Final = 3
_OF_A_YES: Final = re.compile(r"\b(?:say yes|sign (?:it|this) off|approve|give the go[- ]ahead)\b", re.I)
_TO_SAY_YES_TO: Final = re.compile(
    r"\b(?:ideas?|propos\w+|pitch\w*|pilot\w*|trial|apps?|whatsapp|business case|fund\w*|money|budget|permission"
    r"|allow\w*|approv\w+|sign\w* (?:it |this )?off|suggest\w*|thought of|new (?:way|system|rota|form|template)"
    r"|interested|backs?|buy|plan|project|change it|said no|says no|turned (?:it |me )?down|green light|go[- ]ahead)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Asks:
    """A kind of question, by its words, and how to tell that it has its answer, in this message or in all."""

    words: re.Pattern[str]
    answered: Callable[[str, str], bool]


def fits(question: Question, desk: Desk) -> bool:
    """Whether to ask it now: after the first message only where it lies near, and never where it has its answer."""
    kind = pointing.kind_of_handed(desk)
    if kind in STRONG:
        return False
    if cues.any_in(question.cues, desk.text):
        return True
    if is_answered(question.text, desk.text, desk.state.said) or not has_what_it_needs(question.text, desk.state.said):
        return False
    return turns_told(desk.before) == 0 or kind is None or is_near(question.text, desk.text)


def has_what_it_needs(question: str, said: str) -> bool:
    """Whether what was said holds what a question is about: nobody can say yes where there is nothing to say yes to."""
    return not _OF_A_YES.search(question) or bool(_TO_SAY_YES_TO.search(said))


def is_near(question: str, text: str) -> bool:
    """Whether a question and a message share a word of some weight."""
    return bool(_telling(question) & _telling(text))


def is_answered(question: str, text: str, said: str) -> bool:
    """Whether the message, or all that was said, holds an answer of the kind that the question asks for."""
    now, ever = plain(text), "\n".join(plain(line) for line in (*said.splitlines(), text))
    asked = question.casefold()
    return any(one.words.search(asked) and one.answered(now, ever) for one in _KINDS)


def _telling(text: str) -> set[str]:
    bare = re.sub(r"['’]", "", text.casefold())
    return {word[:_STEM] for word in re.findall(r"[a-z]+", bare) if len(word) >= _STEM} - _FEW


def _in_one_line(*patterns: str) -> Callable[[str, str], bool]:
    """Whether one sentence of the message has a match of each pattern."""
    found = [re.compile(one) for one in patterns]

    def holds(now: str, _: str) -> bool:
        return all(one.search(now) for one in found)

    return holds


def _ever(pattern: re.Pattern[str]) -> Callable[[str, str], bool]:
    return lambda _, ever: bool(pattern.search(ever))


def _suffered(_: str, ever: str) -> bool:
    """Whether anything said tells of patients and of what is hard on them, in one message."""
    return any(re.search(_PATIENTS, line) and re.search(_HARD, line) for line in ever.splitlines())


def _people_named(now: str, ever: str) -> bool:
    """Whether several people are named in the message, or who they are is just what is not known."""
    return len(around.mentioned(now)) >= _SEVERAL or bool(_WHO.search(ever))


_KINDS: Final = (
    _Asks(
        re.compile(r"\bbrought (?:this|it) (?:up|on)\b|\bprompted\b|\bhow did the goal come about\b"), _ever(_ASKED_ME)
    ),
    _Asks(
        re.compile(
            r"\bwhat happened\b|\bstep by step\b|\brecent moment\b|\bwhat did you see or hear\b|\bwhich moment\b"
        ),
        _in_one_line(_WHEN, _WAS),
    ),
    _Asks(re.compile(r"\bat stake\b|\bwho pays\b|\bcome off worse\b|\bworse off\b|\bwho was affected\b"), _suffered),
    _Asks(re.compile(r"\bwhat are the steps\b|\bfrom the first\b"), lambda now, _: len(_PATH.findall(now)) > 1),
    _Asks(re.compile(r"\bwho has a hand\b|\bwho else is (?:in|part of)\b|\bwho is involved\b"), _people_named),
    _Asks(
        re.compile(r"\b(?:been|have (?:people|they|you)) (?:said|told|tried|done|heard)\b|\bheard from you\b"),
        _ever(_TRIED),
    ),
    _Asks(re.compile(r"\bwho (?:else|already)\b.*\b(?:knows?|seen|noticed|told)\b"), _ever(_ONLY)),
)
