"""The draft in a message: what a doctor shows for a view on it, without what they say of it around it. Pure text."""

import re
from typing import Final

from bot.coaching.reviewed import DraftKind, Reviewed

LEAST: Final = 12
"""Words from which a text is a draft; shorter ones are said of it."""

_HANDED: Final = re.compile(r"^\W*(?:a |my |this )?draft \((\w+)\):", re.I)
"""How a dialogue hands a draft over, with what it is."""

_QUOTED: Final = re.compile(r"[\"“'‘](.{25,})[\"”'’]", re.S)
_AFTER_COLON: Final = re.compile(r":\s*(\S.{25,})$", re.S)
_NEXT: Final = re.compile(
    r"\b(?:new|next|second|2nd|third|latest|other|changed|revised|updated|better) (?:version|draft|go|try|attempt|one)"
    r"|\b(?:how about|what about|is) (?:this|it) (?:now|better|instead)\b|\bversion (?:2|two|3|three)\b|\bv2\b"
    r"|\bi(?:'ve| have)? (?:changed|rewrote|rewritten|redone|redid|reworded) it\b"
    r"|\bi write (?:it )?again\b|\btry this\b",
    re.I,
)
_VIEW: Final = re.compile(
    r"\b(?:is (?:this|it|that) (?:ok|okay|fine|alright|any good|too)|(?:can|could|would"
    r"|will) you (?:please |just |kindly )*"
    r"(?:look|check|read|cast|review|see|go over|help me with)|what (?:do|would) you (?:think|make|change)|have a look"
    r"|how(?:'s| does| is| about)? (?:this|it|that)\b|look(?:ing)? (?:at|over) (?:this|my)|feedback"
    r"|here(?:'s| is) (?:what|my|the)"
    r"|before (?:i|it|this) (?:send|goes)|drafts?|(?:my|this|the) (?:email|e-mail|message|text"
    r"|letter|goal|pitch|agenda|apology"
    r"|slides?)|too (?:harsh|soft|blunt|long|short|grovelly|pushy|strong|much|rude)|sending (?:this|it)|want to send"
    r"|wrote (?:this|an?\b)|tell me (?:it|this)(?:'s| is) (?:ok|fine))",
    re.I,
)
_GREETS: Final = re.compile(
    r"^(?:dear|hi|hello|hey|morning|good (?:morning|afternoon|evening)|all|team|colleagues)\b", re.I
)
_LETTER: Final = re.compile(
    r"^(?:dear\b[^\n]{0,60}|(?:hi|hello|hey|morning|good (?:morning|afternoon|evening))\b[^\n.?!]{0,40}[,\n])", re.I
)
"""How a letter begins; 'Hi, I'm an F2' on one line is said to the coach."""

_OF_THE_DRAFT: Final = re.compile(
    r"\b(?:it'?s (?:to|for|the)|matron (?:says|said)|my (?:wife|husband|partner|mate|reg"
    r"|consultant) (?:says|said|pulled"
    r"|thinks)|(?:too|any) (?:harsh|soft|blunt|good|thoughts)|what do you think|is (?:that|it"
    r"|this) (?:ok|okay|alright|fine)"
    r"|thoughts\?|not sure|i think it)\b",
    re.I,
)
"""What is said of a draft beneath it, to the coach."""

_THEIRS: Final = re.compile(
    r"\b(?:(?:he|she|they) |(?:my|the|our|a|this) (?:\w+ ){1,3})(?:just |then |has |have )?(?:said|says"
    r"|wrote|writes|told|emailed"
    r"|texted|messaged|replied|sent|shouted|put|posted|whatsapped)\b[^\"“:\n]{0,40}[:,]?\s*$",
    re.I,
)
"""What stands before another's words: these are no draft of the doctor's."""

_OFFERS: Final = re.compile(
    r"\b(?:can|could|may|shall) i (?:show|send|read|paste|run) (?:you|it|this|something)\b"
    r"|\blook at (?:a|my|an) (?:draft|email"
    r"|message|letter)\b|\bhelp me (?:write|word|draft)\b",
    re.I,
)
_LONGEST_ASIDE: Final = 25
_LIKE: Final = 0.45
_LONG_WORD: Final = 4


def handed_over(text: str) -> bool:
    """Whether a dialogue handed the message over as a draft."""
    return bool(_HANDED.match(text))


def kind_in(text: str) -> DraftKind | None:
    """What the draft is, where the dialogue that handed it over says so."""
    handed = _HANDED.match(text)
    return DraftKind(handed[1].casefold()) if handed and handed[1].casefold() in set(DraftKind) else None


def offers(text: str) -> bool:
    """Whether a message offers a draft that is still to come."""
    return bool(_OFFERS.search(text)) and not lines_of(text)


def is_next(text: str) -> bool:
    """Whether the words around a draft say that it is another version of one."""
    return bool(_NEXT.search(text))


def draft_in(text: str, *, asked_for: bool, meant: bool, earlier: Reviewed | None) -> str | None:
    """The draft that a message shows; None where it shows none.

    `asked_for` says that the coach has asked for one or has just looked at one, `meant` that the message reads like
    one that shows one; `earlier` is the last that was looked at.
    """
    handed = _HANDED.match(text)
    if handed:
        return text[handed.end() :].strip() or None
    block = lines_of(text)
    if is_another_s(text):
        return None
    shown = bool(block) and (bool(_VIEW.search(text)) or bool(_LETTER.match(block)))
    if shown or meant or (asked_for and is_next(text)):
        return block or _pasted(text) or (text if asked_for and _words(text) >= LEAST else None)
    if not asked_for or _words(text) < LEAST:
        return None
    return text if earlier is None or is_like(text, earlier) or _LETTER.match(text.strip()) else None


def is_another_s(text: str) -> bool:
    """Whether the words shown are those of somebody else, told to the coach."""
    block = lines_of(text)
    found = _QUOTED.search(text) or _AFTER_COLON.search(text)
    began = text.find(block) if block else found.start() if found else 0
    if block and _THEIRS.search(block.splitlines()[0]):
        return True
    return began > 0 and bool(_THEIRS.search(text[:began].rstrip(" \n\"“'‘")))


def lines_of(text: str) -> str:
    """The paragraphs of a message without its first and last where these speak to the coach; "" where none are left."""
    paragraphs = "\n\n" in text
    parts = [one.strip() for one in re.split(r"\n\s*\n" if paragraphs else r"\n", text) if one.strip()]
    letter = next((number for number, one in enumerate(parts) if number and _LETTER.match(f"{one}\n")), 0)
    if letter:
        parts = parts[letter:]
    elif len(parts) > 1 and _words(parts[0]) <= _LONGEST_ASIDE and not _GREETS.match(parts[0]):
        parts = parts[1:]
    if len(parts) > 1 and _OF_THE_DRAFT.search(parts[-1]):
        parts = parts[:-1]
    kept = ("\n\n" if paragraphs else "\n").join(parts)
    return kept if "\n" in text.strip() and _words(kept) >= LEAST else ""


def is_like(text: str, earlier: Reviewed) -> bool:
    """Whether two drafts share so many of their words that one is a version of the other."""
    now, then = _long_words(text), _long_words(earlier.text)
    return bool(now) and len(now & then) >= _LIKE * min(len(now), len(then) or 1)


def _pasted(text: str) -> str | None:
    """The draft in quotation marks or after a colon."""
    found = _QUOTED.search(text) or _AFTER_COLON.search(text)
    return found[1] if found else None


def _words(text: str) -> int:
    return len(text.split())


def _long_words(text: str) -> set[str]:
    return {one for one in re.findall(r"[a-z]+", text.casefold()) if len(one) >= _LONG_WORD}
