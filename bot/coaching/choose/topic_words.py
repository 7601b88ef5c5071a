"""The words by which a subject is left for another, and those that say which of two comes first."""

import re
from typing import Final

_START: Final = (
    r"(?:^|[.!?;…\n]\s*|[-–—]\s+)\W*(?:(?:sorry|oh|um+|er+m?|actually|ok(?:ay)?|right|also|and|but|so|btw"
    r"|by the way|anyway"
    r"|well|before (?:i forget|it goes(?: out of my head)?|we go on|that)|while i(?:['’]m| am) (?:here|at it"
    r"|on)|quickly"
    r"|quick one|just)\b[\s,.:–-]*)*"
)
_ANOTHER: Final = (
    r"(?:(?:an?|the|one|on an?|this is an?|there['’]?s an?|and one|completely|totally|entirely)\s+)*"
    r"(?:(?:completely|totally|entirely|very|quite|whole) )?"
)
_THING: Final = r"(?:thing|matter|question|subject|topic|problem|note|issue|one)"
_STRONG: Final = re.compile(
    rf"{_START}(?:{_ANOTHER}(?:different|separate|unrelated|new) {_THING}\b|something (?:else|(?:completely "
    rf"|totally )?different)"
    r"(?: (?:entirely|altogether|completely|though|now|please))?(?=\s*[,.:;!?-]|$)"
    r"|on (?:another|a different) note|unrelated\b|separately\b|totally separate|change of (?:subject|topic)"
    r"|changing the (?:subject|topic)|nothing to do with (?:this|that|it|any of)\b"
    r"|(?:(?:let['’]?s|can we|could we|we can|please) )?(?:park|shelve) (?:that|this|it)\b"
    r"|(?:let['’]?s|can we|could we) (?:park|shelve) the \w+"
    r"|(?:(?:let['’]?s|can we|could we|please) )?(?:leave (?:that|this|it) (?:there|aside|for (?:now|a (?:sec"
    r"|bit|minute)))"
    r"|put (?:that|this|it) (?:aside|to one side|on hold)|forget (?:that|the \w+) (?:for )?(?:now|a (?:sec"
    r"|minute|moment))))"
    r"|\b(?:can|could|may|might) (?:i|we) (?:just |quickly |please |maybe |possibly |also |sort of )*(?:(?:ask"
    r"|talk|think|chat"
    r"|bring up|raise|mention|say|speak|throw in|chuck in|do|try)(?: you)?(?: about)? (?:something"
    r"|anything) (?:else|different"
    r"|completely different|totally different|unrelated)|(?:ask|raise|bring up|mention|talk about) (?:an?other"
    r"|one (?:more"
    r"|other)|a different|a separate) (?:thing|question|matter|one)|swerve|switch (?!off|it|them|the|my|shifts?|with)"
    r"|change (?:the )?(?:subject|topic|tack)|change tack|park (?:that|this|it)|go off (?:on a tangent|topic"
    r"|piste)|digress"
    r"|jump to something)"
    r"|\bgo(?:ing)? off (?:on a tangent|topic|piste)\b|\bi(?:['’]?m| am)? (?:going to )?(?:digress|swerve)(?:ing)?\b"
    r"|\bsomething else entirely\b|\bdifferent (?:thing|question|matter|problem|topic) (?:altogether|entirely"
    r"|completely)\b",
    re.I,
)
_SOFT: Final = re.compile(
    rf"{_START}(?:(?:oh|and|also|the|one|an?)\s+)*(?:other {_THING}|another {_THING}|one more {_THING}"
    rf"|also one {_THING}"
    rf"|one last {_THING})(?=\s*[,.:;!?–-]|$| (?:is|though|sorry|before|while))"
    rf"|{_START}something else (?:has |['’]s )?(?:come|came|cropped|happened|bugs|is bugging)\b",
    re.I,
)
_MARKER: Final = re.compile(r"^\W*(?:actually|by the way|btw|oh and|also)\b|\bother thing\b|\bwhile i'?m here\b", re.I)
_DEFERS: Final = re.compile(
    r"\b(?:can|could|will|['’]ll|should|may|must|has to|have to|gets to) (?:\w+ )?(?:wait|whistle|keep"
    r"|come (?:later|after"
    r"|next|second)|rest|hold on|sit (?:there )?(?:for|a)|be (?:later|parked|second))\b"
    r"|\b(?:leave|park|forget|shelve|drop|skip|ignore) (?:the|my|that|this|it)\b|\b(?:later|afterwards?"
    r"|another (?:time|day)"
    r"|some other time|not (?:now|today)|next time|second|for (?:after|later))\W*$"
    r"|^\W*(?:and |but )?not (?:the|my|that)\b|^\W*(?:and |then |but )?(?:the |my )?[\w&' -]{1,24} (?:after"
    r"|next|later|then)\W*$",
    re.I,
)
_PREFERS: Final = re.compile(
    r"\bfirst\b|\b(?:rather|sooner|prefer|stick with|stay with|stay on|carry on with|go on with|go with|back to"
    r"|keep(?:s)? (?:to"
    r"|going with|me (?:awake|up))|finish|matters? (?:more|most)|more (?:urgent|pressing)|now)\b",
    re.I,
)
_CLAUSE: Final = re.compile(r"[,;.!?–—]+\s*|\s+-\s+|\s+(?:and|but) (?=(?:the|my|that|then)\b)", re.I)
_STEM: Final = 5


def announces(text: str) -> bool:
    """Whether a message says in so many words that it turns to something else."""
    return bool(_STRONG.search(text))


def may_announce(text: str) -> bool:
    """Whether a message says 'other thing' and the like, which may still belong to the same story."""
    return bool(_SOFT.search(text) or _MARKER.search(text))


def says_other(text: str) -> bool:
    """Whether it is called another thing outright, and not only hinted at."""
    return bool(_SOFT.search(text))


def after_the_turn(text: str) -> str:
    """What comes after the words that turn, which is what the new subject is told in."""
    found = _STRONG.search(text) or _SOFT.search(text) or _MARKER.search(text)
    return (text[found.end() :].lstrip(" ,.:;!?-–—") if found else "") or text


def without_the_other(text: str) -> str:
    """An answer to 'which of the two' without the part that puts one of them off: 'X first, the other can wait'."""
    kept = [one.strip() for one in _CLAUSE.split(text) if one.strip() and not _DEFERS.search(one)]
    return ", ".join(kept) or text


def puts_in_order(text: str) -> bool:
    """Whether an answer says which of two comes first, or which can wait."""
    return any(_DEFERS.search(one) or _PREFERS.search(one) for one in _CLAUSE.split(text) if one)


def preferred(text: str, told: tuple[str, str]) -> int | None:
    """Which of two matters, by the words they were told in, an answer puts first; None where it does not show."""
    votes = [0, 0]
    for clause in (one for one in _CLAUSE.split(text) if one and one.strip()):
        sides = [_shared(clause, one) for one in told]
        if sides[0] == sides[1]:
            continue
        side = int(sides[1] > sides[0])
        votes[1 - side if _DEFERS.search(clause) else side] += (
            2 if _DEFERS.search(clause) or _PREFERS.search(clause) else 1
        )
    return None if votes[0] == votes[1] else int(votes[1] > votes[0])


def _shared(clause: str, told: str) -> int:
    return len(stems(clause) & stems(told))


def stems(text: str) -> set[str]:
    """The words of some length by their beginnings, and short names such as M&M or F1."""
    return {one[:_STEM] for one in re.findall(r"[a-z]{4,}|[a-z]&[a-z]|[a-z]{1,3}\d+\b", text.casefold())} - _EMPTY


_EMPTY: Final = frozenset(
    "first other thing that this with them then wait later more rather about have what when want think can will would"
    " could should keep keeps they which where there after".split()
)


_ANNOUNCES_A_MATTER: Final = re.compile(
    r"(?:^|[.!?]\s+)\W*(?:(?:so|ok|hi|hello|please|well)\W+)*(?:can i|could i|may i|i(?:['’]?d| would)? (?:just )?"
    r"(?:want|like|need|wanted)(?: to)?) (?:to )?"
    r"(?:ask|tell|talk|speak)(?: to)?(?: you)? (?:about|you) (?:just )?(?:one|some|a|an|this) ?"
    r"(?:small |little |strange |bad )?(?:thing|case|incident|situation|day|event|patient|story)"
    r"(?: that| which)?(?: (?:has|just|it))?"
    r"(?: (?:happened|happen|occurred|came up|went wrong))?(?: (?:to me|in (?:the |my )?\w+|on (?:the |my )?\w+"
    r"|at work|today|yesterday|last (?:week|night)|this (?:week|morning)))*\W*$",
    re.I,
)


def announces_a_matter(text: str) -> bool:
    """Whether a message only says that something will be told: 'I want to ask about one thing happened in ward'."""
    return bool(_ANNOUNCES_A_MATTER.search(text.strip()))
